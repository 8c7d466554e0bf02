//! A party's wishes: asked of it, asked by it, agreed, over; whom else it may ask, and whom it will not meet.

use super::here::{Head, Here};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, Suggestion, Timetable};
use pul_app::live::records::Invitation;
use pul_domain::{Appointment, Mission, PartyId, Wish, WishId, WishState, WishStep};
use std::collections::BTreeSet;

/// Parties offered to choose from; of more, those found by name.
const MOST_CHOICES: usize = 60;
/// Suggestions shown.
const SUGGESTIONS: usize = 8;

struct Told {
    id: String,
    with: Vec<(String, String)>,
    message: String,
    state: &'static str,
    /// Where it is planned, why it is not, or by when it is to be answered.
    note: String,
    must: bool,
    /// The other party, where there is one alone.
    other: String,
}

struct Suggested {
    party: String,
    name: String,
    why: String,
    /// The page that explains it.
    pair: String,
}

#[derive(Template)]
#[template(path = "mission_wishes.html")]
struct Page {
    f: Frame,
    h: Head,
    action: String,
    running: bool,
    may_must: bool,
    quota: String,
    full: bool,
    incoming: Vec<Told>,
    outgoing: Vec<Told>,
    agreed: Vec<Told>,
    past: Vec<Told>,
    suggested: Vec<Suggested>,
    whom: Vec<(String, String)>,
    find: String,
    more: bool,
    vetoed: Vec<(String, String)>,
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    let party = here.party(&ask)?;
    if !ask.who.speaks_for(party) {
        return Err(Refusal::missing("attendee").into());
    }
    let (node, who) = (ask.node(), &ask.who);
    let wishes = missions::wishes(node, who, here.id()).await?;
    let timetable = missions::timetable(node, who, here.id(), party).await?;
    let suggestions = missions::suggestions(node, who, here.id(), party, SUGGESTIONS).await?;
    let own: Vec<&(Wish, String)> = wishes.iter().filter(|(wish, _)| wish.parties.contains(party)).collect();
    let told = |keep: &dyn Fn(&Wish) -> bool| -> Vec<Told> {
        let kept = own.iter().filter(|(wish, _)| keep(wish));
        kept.map(|(wish, message)| told(&ask, &here, &timetable, wish, message)).collect()
    };
    let waits = |wish: &Wish| wish.state == WishState::Requested;
    let mine = |wish: &Wish| wish.asked_by.as_ref() == Some(party) || wish.accepted_by.contains(party);
    let over =
        |wish: &Wish| matches!(wish.state, WishState::Declined | WishState::Cancelled | WishState::Expired);
    let mission = &here.shown.mission;
    let attendee = mission.attendee(party).ok_or_else(|| Refusal::missing("attendee"))?;
    let (used, most) = (mission.requests(party), attendee.most_requests);
    let (whom, more) = whom(&here, party, &own, ask.fields.text("find"));
    html(&Page {
        f: ask.own_frame("missions-wishes"),
        h: here.head(&ask, "/wishes"),
        action: ask.to(&format!("/missions/{}/wishes", here.id())),
        running: here.is_running(),
        may_must: here.shown.rules.members_must || who.is_organiser(),
        quota: quota(&ask, used, most),
        full: most.is_some_and(|most| used >= usize::from(most)),
        incoming: told(&|wish| waits(wish) && !mine(wish)),
        outgoing: told(&|wish| waits(wish) && mine(wish)),
        agreed: told(&|wish| !waits(wish) && !over(wish)),
        past: told(&over),
        suggested: suggestions.iter().map(|s| suggested(&ask, s)).collect(),
        whom,
        more,
        find: ask.fields.text("find").to_owned(),
        vetoed: attendee.no_thanks.iter().map(|p| (p.to_string(), name(mission, p))).collect(),
    })
}

fn quota(ask: &Ask, used: usize, most: Option<u16>) -> String {
    let locale = ask.locale();
    let used = i64::try_from(used).unwrap_or(i64::MAX);
    match most {
        Some(most) => locale.say("missions-quota", &[("used", used.into()), ("most", most.into())]),
        None => locale.say("missions-quota-free", &[("n", used.into())]),
    }
}

fn name(mission: &Mission, party: &PartyId) -> String {
    mission.attendee(party).map_or_else(|| party.to_string(), |a| a.name.clone())
}

fn told(ask: &Ask, here: &Here, timetable: &Timetable, wish: &Wish, message: &str) -> Told {
    let own = here.party.as_ref();
    let others: Vec<&PartyId> = wish.parties.iter().filter(|party| Some(*party) != own).collect();
    Told {
        id: wish.id.to_string(),
        with: others.iter().map(|p| (p.to_string(), name(&here.shown.mission, p))).collect(),
        message: message.to_owned(),
        state: match wish.state {
            WishState::Requested => "requested",
            WishState::Accepted => "accepted",
            WishState::Must => "must",
            WishState::Waiting => "waiting",
            WishState::Declined => "declined",
            WishState::Cancelled => "cancelled",
            WishState::Expired => "expired",
        },
        note: note(ask, here, timetable, wish),
        must: wish.state == WishState::Must,
        other: if let [one] = others[..] { one.to_string() } else { String::new() },
    }
}

/// What there is to say of a wish beside its state.
fn note(ask: &Ask, here: &Here, timetable: &Timetable, wish: &Wish) -> String {
    let (locale, told) = (ask.locale(), here.told(ask));
    let zone = here.party.as_ref().and_then(|p| here.shown.mission.attendee(p)).map_or("UTC", |a| &a.zone);
    let said = |key: &str, name: &str, value: String| locale.say(key, &[(name, value.into())]);
    if wish.state == WishState::Requested {
        return wish
            .answer_by
            .map_or_else(String::new, |by| said("missions-answer-by", "when", told.when(by, zone)));
    }
    let Some(plan) = &timetable.plan else { return String::new() };
    if let Some(meeting) = plan.meetings.iter().find(|m| m.wish == wish.id) {
        let at = Appointment::of(&timetable.mission, meeting).map(|of| told.place(&of)).unwrap_or_default();
        return format!("{} · {at}", said("missions-planned-at", "when", told.when(meeting.start, zone)));
    }
    let left = plan.left_out.iter().find(|left| left.wish == wish.id && !left.limits.is_empty());
    left.map_or_else(String::new, |left| {
        let why = left.limits.iter().map(|limit| told.limit(limit));
        said("missions-left-out", "why", locale.list_and(why))
    })
}

fn suggested(ask: &Ask, suggestion: &Suggestion) -> Suggested {
    let locale = ask.locale();
    let values = [
        ("points", suggestion.points.into()),
        ("ask", suggestion.ask_title.as_str().into()),
        ("offer", suggestion.offer_title.as_str().into()),
    ];
    Suggested {
        party: suggestion.party.to_string(),
        name: suggestion.name.clone(),
        why: locale.say("missions-why", &values),
        pair: ask.to(&format!("/pairs/{}/{}", suggestion.ask, suggestion.offer)),
    }
}

/// Whom the party can ask: those who come or may yet, with whom it has no standing wish. Of many, those whose name
/// has some text; whether there are more.
fn whom(
    here: &Here,
    party: &PartyId,
    wishes: &[&(Wish, String)],
    find: &str,
) -> (Vec<(String, String)>, bool) {
    use WishState::{Cancelled, Declined, Expired};
    let mission = &here.shown.mission;
    let standing = wishes.iter().filter(|(wish, _)| !matches!(wish.state, Declined | Cancelled | Expired));
    let wished: BTreeSet<&PartyId> = standing.flat_map(|(wish, _)| &wish.parties).collect();
    let Some(own) = mission.attendee(party) else { return (Vec::new(), false) };
    let comes = |party: &PartyId| {
        matches!(here.shown.answers.get(party), Some(Invitation::Coming | Invitation::Invited))
    };
    let find = find.to_lowercase();
    let fits = mission.attendees.iter().filter(|a| {
        a.party != *party
            && comes(&a.party)
            && !wished.contains(&a.party)
            && !own.no_thanks.contains(&a.party)
            && mission.roles_may_meet(&own.role, &a.role)
            && a.name.to_lowercase().contains(&find)
    });
    let mut found: Vec<(String, String)> = fits.map(|a| (a.party.to_string(), a.name.clone())).collect();
    found.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    let more = found.len() > MOST_CHOICES;
    found.truncate(MOST_CHOICES);
    (found, more)
}

/// Asks a party for a meeting, or says in private that there will be none with it.
pub(crate) async fn request(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let here = Here::of(ask, &id, fields).await?;
    let party = here.party(ask)?;
    let other = PartyId::new(fields.text("whom")).map_err(|_| Refusal::field("whom", "wish-twice"))?;
    let (node, who) = (ask.node(), &ask.who);
    if fields.text("step") == "no-thanks" {
        missions::no_thanks(node, who, here.id(), party, &other).await?;
        return ask.onwards(&here.path("/wishes"), "mission-no-thanks");
    }
    let to = std::slice::from_ref(&other);
    missions::request(node, who, here.id(), party, to, fields.text("message")).await?;
    ask.onwards(&here.path("/wishes"), "mission-requested")
}

/// A step of a wish, or of a private no.
pub(crate) async fn turn(Path((_, id, step)): Path<(String, String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let here = Here::of(ask, &id, fields).await?;
    let (party, node, who, mission) = (here.party(ask)?, ask.node(), &ask.who, here.id());
    let wish = || WishId::new(fields.text("wish")).map_err(|_| Refusal::missing("wish"));
    let other = || PartyId::new(fields.text("other")).map_err(|_| Refusal::missing("attendee"));
    let take = async |step| missions::step(node, who, mission, &wish()?, party, step).await.map(|_| ());
    let (said, done) = match step.as_str() {
        "accept" => ("mission-accepted", take(WishStep::Accept).await),
        "decline" => ("mission-declined", take(WishStep::Decline).await),
        "cancel" => ("mission-cancelled", take(WishStep::Cancel).await),
        "must" => ("mission-must", missions::must(node, who, mission, &wish()?, true).await),
        "need-not" => ("saved", missions::must(node, who, mission, &wish()?, false).await),
        "no-thanks" => ("mission-no-thanks", missions::no_thanks(node, who, mission, party, &other()?).await),
        "allow" => ("mission-allowed", missions::welcome(node, who, mission, party, &other()?).await),
        _ => return Err(Refusal::missing("page").into()),
    };
    done?;
    ask.onwards(&here.path("/wishes"), said)
}
