//! Which mission a page is of, and for which of whoever asks's parties it is looked at.

use crate::ask::{Ask, Fields};
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_app::live::records::MissionState;
use pul_domain::{MissionId, PartyId};
use pul_timetable::Told;

/// A mission and a party.
pub(super) struct Here {
    /// The mission as whoever asks may see it.
    pub shown: MissionShown,
    /// The party the page is for: the one asked for, else the first of theirs that attends.
    pub party: Option<PartyId>,
}

/// What stands above every page of a mission.
pub(super) struct Head {
    /// Its name.
    pub title: String,
    /// Where it stands, as the last part of a key.
    pub state: &'static str,
    /// The path of its first page.
    pub path: String,
    /// Its pages: path, key of its name, whether it is this one.
    pub tabs: Vec<(String, &'static str, bool)>,
    /// The parties it can be looked at for, where there are several: path, name, whether it is this one.
    pub parties: Vec<(String, String, bool)>,
    /// The party, for forms.
    pub party: String,
}

/// The id of a path.
pub(super) fn mission_id(text: &str) -> Result<MissionId, Refusal> {
    MissionId::new(text).map_err(|_| Refusal::missing("mission"))
}

impl Here {
    /// Reads the mission of a path, for the party that fields name.
    pub async fn of(ask: &Ask, id: &str, fields: &Fields) -> Result<Here, Refusal> {
        let shown = missions::show(ask.node(), &ask.who, &mission_id(id)?).await?;
        let asked = fields.get("party").and_then(|id| PartyId::new(id).ok());
        let may = |party: &PartyId| {
            shown.card.mine.contains(party)
                || ask.who.is_organiser() && shown.mission.attendee(party).is_some()
        };
        let party = asked.filter(may).or_else(|| shown.card.mine.first().cloned());
        Ok(Here { shown, party })
    }

    /// The mission's id.
    pub fn id(&self) -> &MissionId {
        &self.shown.card.id
    }

    /// The party, where there is one. Whoever is not signed in is asked to.
    pub fn party(&self, ask: &Ask) -> Result<&PartyId, Refusal> {
        ask.who.signed_in()?;
        self.party.as_ref().ok_or_else(|| Refusal::missing("attendee"))
    }

    /// The path of a page of the mission for this party, without the language.
    pub fn path(&self, page: &str) -> String {
        let party = self.party.as_ref().filter(|party| self.shown.card.mine.first() != Some(*party));
        let query = party.map(|party| format!("?party={party}")).unwrap_or_default();
        format!("/missions/{}{page}{query}", self.id())
    }

    /// The mission in the visitor's language.
    pub fn told(&self, ask: &Ask) -> Told<'_> {
        Told { locale: ask.locale(), mission: &self.shown.mission }
    }

    /// Whether people act at the mission still.
    pub fn is_running(&self) -> bool {
        matches!(self.shown.card.state, MissionState::Open | MissionState::Planned)
    }

    /// What stands above a page of it; `page` is the page's part of the path.
    pub fn head(&self, ask: &Ask, page: &str) -> Head {
        let mut pages = vec![("", "missions-front")];
        if self.party.is_some() {
            pages.extend([("/wishes", "missions-wishes"), ("/timetable", "missions-timetable")]);
        }
        let name = |party: &PartyId| self.shown.mission.attendee(party).map_or("", |a| &a.name).to_owned();
        let several = if self.shown.card.mine.len() > 1 { &self.shown.card.mine[..] } else { &[] };
        let of_party = |party: &PartyId| {
            let path = format!("/missions/{}{page}?party={party}", self.id());
            (ask.to(&path), name(party), self.party.as_ref() == Some(party))
        };
        Head {
            title: self.shown.card.title.clone(),
            state: self.shown.card.state.as_str(),
            path: ask.to(&self.path("")),
            tabs: pages.into_iter().map(|(at, key)| (ask.to(&self.path(at)), key, at == page)).collect(),
            parties: several.iter().map(of_party).collect(),
            party: self.party.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}
