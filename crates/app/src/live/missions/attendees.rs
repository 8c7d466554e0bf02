//! Who attends: invited, answered, changed, taken off.

use super::begin::{acting, as_sound, organising};
use super::held::Held;
use super::mend::mend_later;
use super::wishes::tell_withdrawn;
use crate::boxed;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{
    Attendee, DelegateAway, DelegateId, MissionId, PartyId, Private, Span, VenueId, WorkingHours,
};
use pul_scheduling::mission::{Disruption, Who as Whom, disrupt};
use pul_store::Write;
use pul_store::tables::{
    DelegateCard, Invitation, MissionAttendee, MissionRow, MissionState, PartyRow, PartyState,
};

/// Most delegates of one party.
const MOST_DELEGATES: usize = 20;

/// A delegate as their party names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id of one who is known already; empty for a new one.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Where their invitations go; empty: to everybody who acts for the party.
    pub email: String,
}

/// What a party says of its coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Who comes, one at least.
    pub people: Vec<Person>,
    /// IANA zone of its wall clock; empty: as it was.
    pub zone: String,
    /// Its working hours; none: no limit at a venue, 08:00 to 20:00 of its zone online.
    pub hours: Option<WorkingHours>,
    /// Minutes before and after its hours it accepts.
    pub stretch_minutes: u16,
    /// When it cannot meet.
    pub away: Vec<Span>,
    /// When one of its people cannot meet.
    pub delegate_away: Vec<DelegateAway>,
    /// Recurring blocks it keeps, by id.
    pub keeps: Vec<String>,
    /// Venues it can be at; empty: all.
    pub venues: Vec<VenueId>,
}

pub(super) fn cards(attendee: &Attendee) -> Vec<DelegateCard> {
    let card = |id: &DelegateId| DelegateCard { id: id.clone(), name: String::new(), email: None };
    attendee.delegates.iter().map(card).collect()
}

pub(super) async fn invite_letter(
    node: &Node,
    write: &mut Write,
    row: &MissionRow,
    party: &PartyId,
) -> Result<(), Refusal> {
    let letter = Letter::new("mission-invited").value("mission", &row.mission.id);
    outbox::post_to_party(node, write, party, letter.value("title", &row.mission.title)).await
}

/// Puts a party of the directory on the list of a mission; what was said of it before is replaced. Those on the list
/// of a mission that is open are invited by letter. Its own delegates stay where the attendee handed in names none.
///
/// # Errors
/// `forbidden`; `missing`; `invalid`; `mission-state`.
#[boxed]
pub async fn invite(node: &Node, who: &Who, id: &MissionId, attendee: &Attendee) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-invited", id).await?;
    let party = write.get::<PartyRow>(attendee.party.as_str()).await?;
    let party = party.filter(|kept| kept.row.state == PartyState::Active);
    let party = party.ok_or_else(|| Refusal::missing("party"))?;
    let before = held.attendees.get(&attendee.party);
    let mut attendee = attendee.clone();
    if attendee.name.trim().is_empty() {
        attendee.name = party.row.party.name.clone();
    }
    if attendee.delegates.is_empty() {
        let first = DelegateId::new(&format!("{}-1", attendee.party)).map_err(Refusal::internal)?;
        attendee.delegates = before.map_or(vec![first], |kept| kept.row.attendee.delegates.clone());
    }
    attendee.most_requests = attendee.most_requests.or(Some(held.row.rules.most_requests));
    // A veto is the party's own and is never the organiser's to take back.
    attendee.no_thanks = before.map_or(Vec::new(), |kept| kept.row.attendee.no_thanks.clone());
    sound(&held, &attendee)?;
    let now = node.now();
    match before {
        Some(kept) => {
            let known = |id: &DelegateId| kept.row.people.iter().find(|card| card.id == *id).cloned();
            let people = cards(&attendee).into_iter().map(|card| known(&card.id).unwrap_or(card)).collect();
            let row = MissionAttendee { attendee, people, changed: now, ..kept.row.clone() };
            write.update(&row, kept.version).await?;
        }
        None => {
            let (mission, people, party) = (id.clone(), cards(&attendee), attendee.party.clone());
            let invitation = Invitation::Invited;
            let row = MissionAttendee { mission, attendee, people, invitation, invited: now, changed: now };
            write.insert(&row).await?;
            if held.row.state != MissionState::Draft {
                invite_letter(node, &mut write, &held.row, &party).await?;
            }
        }
    }
    node.commit(write).await?;
    Ok(())
}

/// Whether the mission is as sound with an attendee as it would be.
fn sound(held: &Held, attendee: &Attendee) -> Result<(), Refusal> {
    let mut mission = held.mission.clone();
    match mission.attendees.iter_mut().find(|a| a.party == attendee.party) {
        Some(known) => *known = attendee.clone(),
        None => mission.attendees.push(attendee.clone()),
    }
    as_sound(held, &mission)
}

/// Takes a party off the list; only while it has no wish there. Whoever has wishes drops out instead.
///
/// # Errors
/// `forbidden`; `missing`; `attendee-has-wishes`.
#[boxed]
pub async fn remove(node: &Node, who: &Who, id: &MissionId, party: &PartyId) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-attendee-removed", id).await?;
    let kept = held.attendee(party)?;
    if held.mission.wishes.iter().any(|wish| wish.parties.contains(party)) {
        return Err(Refusal::state("attendee-has-wishes", party.as_str()));
    }
    write.delete::<MissionAttendee>(&MissionAttendee::id_of(id, party), kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// A party says that it comes, and how; also later, when that changes. Promises and limits stay the organiser's.
///
/// # Errors
/// `forbidden`; `missing`; `invalid`; `people` for none or too many; `mission-state`; `email`.
#[boxed]
pub async fn answer(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    coming: &Coming,
) -> Result<(), Refusal> {
    let (mut write, held) = acting(node, who, "mission-answered", id, party).await?;
    let kept = held.attendee(party)?.clone();
    let people = people(party, coming, &kept.row)?;
    let was = &kept.row.attendee;
    let attendee = Attendee {
        delegates: people.iter().map(|card| card.id.clone()).collect(),
        zone: Some(coming.zone.trim()).filter(|z| !z.is_empty()).unwrap_or(&was.zone).to_owned(),
        hours: coming.hours.clone(),
        stretch_minutes: coming.stretch_minutes,
        away: coming.away.clone(),
        delegate_away: coming.delegate_away.clone(),
        keeps: coming.keeps.clone(),
        venues: coming.venues.clone(),
        ..was.clone()
    };
    sound(&held, &attendee)?;
    let row =
        MissionAttendee { attendee, people, invitation: Invitation::Coming, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    mend_later(node, &mut write, &held).await?;
    node.commit(write).await?;
    Ok(())
}

/// A party says that it does not come; its wishes are withdrawn, and those it was to meet are told. Once a plan is
/// published it drops out, and the plan follows.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn decline(node: &Node, who: &Who, id: &MissionId, party: &PartyId) -> Result<(), Refusal> {
    let (mut write, held) = acting(node, who, "mission-declined", id, party).await?;
    let kept = held.attendee(party)?.clone();
    let (now, _) = disrupt(&held.mission, &[Disruption::DropOut(Whom::Party(party.clone()))]);
    let wishes_only = pul_domain::Mission { attendees: held.mission.attendees.clone(), ..now.clone() };
    held.write_differences(&mut write, &wishes_only).await?;
    for wish in &held.wishes {
        if now.wish(&wish.row.wish.id).is_some_and(|after| after.state != wish.row.wish.state) {
            tell_withdrawn(node, &mut write, &held, (&wish.row, party)).await?;
        }
    }
    let attendee = now.attendee(party).cloned().unwrap_or(kept.row.attendee.clone());
    let planned = held.row.state == MissionState::Planned;
    let invitation = if planned { Invitation::DroppedOut } else { Invitation::Declined };
    let row = MissionAttendee { attendee, invitation, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    mend_later(node, &mut write, &held).await?;
    node.commit(write).await?;
    Ok(())
}

fn people(party: &PartyId, coming: &Coming, row: &MissionAttendee) -> Result<Vec<DelegateCard>, Refusal> {
    if coming.people.is_empty() || coming.people.len() > MOST_DELEGATES {
        return Err(Refusal::field("people", "people"));
    }
    let mut cards: Vec<DelegateCard> = Vec::new();
    let taken = |cards: &[DelegateCard], id: &str| {
        cards.iter().chain(&row.people).any(|card| card.id.as_str() == id)
            || coming.people.iter().any(|person| person.id == id)
    };
    for person in &coming.people {
        let known = row.people.iter().find(|card| card.id.as_str() == person.id).map(|card| card.id.clone());
        let fresh = || {
            let free = (1..).map(|n| format!("{party}-{n}")).find(|id| !taken(&cards, id));
            DelegateId::new(&free.unwrap_or_default()).map_err(Refusal::internal)
        };
        let id = known.map_or_else(fresh, Ok)?;
        let email = person.email.trim();
        if !email.is_empty() && email.parse::<lettre::Address>().is_err() {
            return Err(Refusal::field("email", "email"));
        }
        let email = (!email.is_empty()).then(|| Private::new(email.to_owned()));
        let name: String = person.name.trim().chars().take(120).collect();
        cards.push(DelegateCard { id, name, email });
    }
    cards.dedup_by(|a, b| a.id == b.id);
    Ok(cards)
}
