//! Sittings that came free, offered to a party that waits for one: taken, or left to the next in line.

use super::here::Here;
use crate::ask::{Answer, Ask, Form};
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions;
use pul_app::live::records::MissionOfferId;
use pul_domain::{PartyId, SittingOfferState, Wish};

/// An offer that is open, as the party that answers it sees it.
pub(super) struct Offer {
    pub id: String,
    /// With whom, when, where, and until when it is held.
    pub words: String,
    /// Whether the party said yes and the other side has not answered yet.
    pub waits: bool,
}

/// The offers a party can answer now.
pub(super) async fn open(ask: &Ask, here: &Here, party: &PartyId) -> Result<Vec<Offer>, Refusal> {
    let rows = missions::offers(ask.node(), &ask.who, here.id()).await?;
    let (mission, told, locale) = (&here.shown.mission, here.told(ask), ask.locale());
    let zone = mission.attendee(party).map_or("UTC", |a| a.zone.as_str());
    let now = ask.now();
    let theirs = rows.iter().filter(|row| {
        let offer = &row.offer;
        offer.state == SittingOfferState::Open && now < offer.until && offer.parties.contains(party)
    });
    let words = |offer: &pul_domain::SittingOffer| {
        let parties: Vec<&PartyId> = match mission.wish(&offer.wish) {
            Some(Wish { parties, .. }) => parties.iter().collect(),
            None => offer.parties.iter().collect(),
        };
        let others = parties.into_iter().filter(|other| *other != party).map(|other| told.party(other));
        let place = mission.venue(&offer.sitting.venue).map(|venue| locale.name(&venue.name));
        let values = [
            ("with", locale.list_and(others).into()),
            ("when", told.when(offer.sitting.start, zone).into()),
            ("place", place.unwrap_or_default().into()),
            ("until", told.when(offer.until, zone).into()),
        ];
        locale.say("missions-offer", &values)
    };
    let told = theirs.map(|row| Offer {
        id: row.id.to_string(),
        words: words(&row.offer),
        waits: row.offer.accepted_by.contains(party),
    });
    Ok(told.collect())
}

/// Takes an offered sitting, or leaves it.
pub(crate) async fn answer(Path((_, id, offer)): Path<(String, String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let here = Here::of(ask, &id, &form.fields).await?;
    let offer = MissionOfferId::new(&offer).map_err(|_| Refusal::missing("offer"))?;
    let yes = form.fields.text("step") == "take";
    missions::answer_offer(ask.node(), &ask.who, here.id(), &offer, here.party(ask)?, yes).await?;
    ask.onwards(&here.path("/timetable"), "mission-offer")
}
