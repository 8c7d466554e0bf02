//! Who came: arrivals of the day, meetings about which the two sides disagree, who did not come, what was written.

use super::top::{Top, mission, told};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MeetingTold, MissionShown};
use pul_domain::{PartyId, Verdict, WishId, Witness, no_shows, on_wall};
use pul_timetable::Told;

/// Lines shown of a list.
const SHOWN: usize = 100;

/// A key with the verdicts it counts.
type Kind = (&'static str, fn(&Verdict) -> bool);

/// Something to decide: value and words.
type Choice = (String, String);

struct Meeting {
    wish: String,
    parties: String,
    when: String,
    /// Its page, as one of its parties sees it.
    path: String,
    /// What each side says.
    said: Vec<String>,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "mission_desk_attendance.html")]
struct Page {
    f: Frame,
    top: Top,
    /// How many meetings stand where: key, count.
    counts: Vec<(&'static str, String)>,
    arrived: Vec<(String, String, String)>,
    disputes: Vec<Meeting>,
    absent: Vec<(String, u32)>,
    written: Vec<Meeting>,
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let (telling, now) = (told(&ask, &shown.mission), ask.now());
    let meetings = missions::meetings(ask.node(), &ask.who, &shown.card.id).await?;
    let disputed = meetings.iter().filter(|told| told.verdict == Verdict::Disputed);
    let asked: Vec<_> = meetings.iter().map(|told| told.attendance.clone()).collect();
    let absent = no_shows(&asked, now).into_iter().map(|(party, times)| (telling.party(&party), times));
    let written = meetings.iter().filter(|told| !told.notes.is_empty());
    let (f, top) = Top::of(&ask, &shown, "/attendance");
    html(&Page {
        f,
        top,
        counts: counts(&ask, &meetings),
        arrived: arrived(&ask, &shown).await?,
        disputes: disputed.take(SHOWN).map(|told| meeting(&ask, telling, told)).collect(),
        absent: absent.collect(),
        written: written.take(SHOWN).map(|told| meeting(&ask, telling, told)).collect(),
    })
}

fn counts(ask: &Ask, meetings: &[MeetingTold]) -> Vec<(&'static str, String)> {
    let kinds: [Kind; 4] = [
        ("missions-verdict-held", |v| *v == Verdict::Held),
        ("missions-verdict-open", |v| *v == Verdict::Open),
        ("mission-desk-no-shows", |v| matches!(v, Verdict::NoShow { .. })),
        ("missions-verdict-unknown", |v| *v == Verdict::Unknown),
    ];
    let count = |is: fn(&Verdict) -> bool| meetings.iter().filter(|told| is(&told.verdict)).count();
    kinds.into_iter().map(|(key, is)| (key, ask.locale().integer(count(is) as i128))).collect()
}

/// Who arrived today, in the order they did: person, party, when on the clock of the place.
async fn arrived(ask: &Ask, shown: &MissionShown) -> Result<Vec<(String, String, String)>, Refusal> {
    let Some(day) = missions::day_of(&shown.mission, ask.now()) else { return Ok(Vec::new()) };
    let mut rows = missions::check_ins(ask.node(), &ask.who, &shown.card.id, day).await?;
    rows.sort_by_key(|row| row.at);
    let zone = super::publication::zone(shown);
    let cards = || shown.attendees.iter().flat_map(|row| &row.people);
    let told = rows.iter().map(|row| {
        let name = cards().find(|card| card.id == row.delegate).map(|card| card.name.clone());
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| row.delegate.to_string());
        let party = shown.mission.attendee(&row.party).map(|a| a.name.clone()).unwrap_or_default();
        (name, party, ask.locale().time_zoned(&on_wall(row.at, zone)))
    });
    Ok(told.collect())
}

fn meeting(ask: &Ask, telling: Told<'_>, told: &MeetingTold) -> Meeting {
    let locale = ask.locale();
    let parties = &told.attendance.parties;
    let words = |witness: &Witness| match witness {
        Witness::Held => telling.say("missions-held"),
        Witness::StayedAway => telling.say("missions-stayed-away"),
        Witness::Missing { party } => {
            locale.say("missions-missing", &[("party", telling.party(party).into())])
        }
    };
    let said = told.attendance.said.iter().map(|(party, witness)| {
        let values = [("party", telling.party(party).into()), ("what", words(witness).into())];
        locale.say("mission-desk-says", &values)
    });
    let missing = |party: &PartyId| {
        let words = locale.say("mission-desk-decide-missing", &[("party", telling.party(party).into())]);
        (party.to_string(), words)
    };
    let mut choices = vec![("held".to_owned(), telling.say("mission-desk-decide-held"))];
    choices.extend(parties.iter().map(missing));
    let venue = telling.mission.venue(&told.meeting.venue).map_or("UTC", |v| v.zone.as_str());
    let page = format!("/missions/{}/meetings/{}", telling.mission.id, told.meeting.wish);
    let party = parties.first().map(|party| format!("?party={party}")).unwrap_or_default();
    Meeting {
        wish: told.meeting.wish.to_string(),
        parties: locale.list_and(parties.iter().map(|party| telling.party(party))),
        when: telling.when(told.meeting.start, venue),
        path: ask.to(&format!("{page}{party}")),
        said: said.collect(),
        choices,
    }
}

/// Settles a meeting about which the two sides disagree.
pub(crate) async fn decide(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let shown = mission(ask, &id).await?;
    let wish = WishId::new(fields.text("wish")).map_err(|_| Refusal::missing("meeting"))?;
    let verdict = match fields.text("decided") {
        "held" => Verdict::Held,
        party => Verdict::NoShow { parties: vec![super::top::party(party)?] },
    };
    missions::decide(ask.node(), &ask.who, &shown.card.id, &wish, Some(verdict)).await?;
    ask.onwards(&format!("/organise/missions/{}/attendance", shown.card.id), "mission-decided")
}
