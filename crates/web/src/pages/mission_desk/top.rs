//! What stands at the head of every page of one mission, and what all of them read.

use crate::ask::Ask;
use crate::frame::Frame;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_domain::{Attendee, Mission, MissionId, PartyId};
use pul_timetable::Told;

/// The head of a page.
pub(crate) struct Top {
    /// The mission's id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Address within the mission, key of its word, whether it is this page.
    pub tabs: Vec<(&'static str, &'static str, bool)>,
}

/// The pages of a mission: address, key.
const TABS: [(&str, &str); 8] = [
    ("", "mission-desk-front"),
    ("/attendees", "mission-desk-attendees"),
    ("/wishes", "mission-desk-wishes"),
    ("/plan", "mission-desk-plan"),
    ("/plan/changes", "mission-desk-publication"),
    ("/happened", "mission-desk-happened"),
    ("/board", "mission-desk-board"),
    ("/attendance", "mission-desk-attendance"),
];

/// The id in an address.
pub(super) fn mission_id(text: &str) -> Result<MissionId, Refusal> {
    MissionId::new(text).map_err(|_| Refusal::missing("mission"))
}

/// A mission for its organiser.
pub(super) async fn mission(ask: &Ask, id: &str) -> Result<MissionShown, Refusal> {
    ask.who.organiser()?;
    missions::show(ask.node(), &ask.who, &mission_id(id)?).await
}

impl Top {
    /// The head of one of a mission's pages, with the frame around it.
    pub fn of(ask: &Ask, shown: &MissionShown, tab: &str) -> (Frame, Top) {
        let word = TABS.iter().find(|(at, _)| *at == tab).map_or("mission-desk-front", |(_, key)| *key);
        let title = format!("{} · {}", ask.locale().say(word, &[]), ask.locale().name(&shown.card.title));
        let top = Top {
            id: shown.card.id.to_string(),
            title: shown.card.title.clone(),
            state: shown.card.state.as_str(),
            tabs: TABS.iter().map(|(at, key)| (*at, *key, *at == tab)).collect(),
        };
        (ask.frame(title, true), top)
    }
}

/// A mission told in the visitor's language.
pub(super) fn told<'m>(ask: &Ask, mission: &'m Mission) -> Told<'m> {
    Told { locale: ask.locale(), mission }
}

/// Attendees to choose from, by name: id, name with role.
pub(super) fn choices(ask: &Ask, mission: &Mission) -> Vec<(String, String)> {
    let one = |a: &Attendee| {
        (a.party.to_string(), format!("{} · {}", ask.locale().name(&a.name), role(ask, &a.role)))
    };
    let mut all: Vec<_> = mission.attendees.iter().map(one).collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

/// A role in the visitor's language where it is one of the usual ones, or as the organiser wrote it.
pub(super) fn role(ask: &Ask, role: &str) -> String {
    let known = ask.locale().try_say(&format!("mission-desk-role-{role}"), &[]);
    known.unwrap_or_else(|| ask.locale().name(role))
}

/// The party a field names.
pub(super) fn party(text: &str) -> Result<PartyId, Refusal> {
    PartyId::new(text).map_err(|_| Refusal::missing("party"))
}

/// The zones of the corridor, to choose from.
pub(super) fn zones(ask: &Ask) -> Vec<String> {
    let cities = ask.node().pack().sides().iter().flat_map(|side| &side.cities);
    let zones: std::collections::BTreeSet<String> = cities.map(|city| city.zone.name().to_owned()).collect();
    zones.into_iter().collect()
}
