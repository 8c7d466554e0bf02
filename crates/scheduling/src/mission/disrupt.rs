//! What happens to a mission after it was planned: somebody drops out or is late, a place closes.

use super::slots::days;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use pul_domain::{
    DelegateAway, DelegateId, Finding, Findings, Mission, PartyId, Place, Span, VenueId, WishState,
};

/// A party with all its delegates, or one delegate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// All delegates of a party.
    Party(PartyId),
    /// One delegate.
    Delegate(DelegateId),
}

impl Who {
    /// The party or delegate of that name; a party, where both have it.
    pub fn find(mission: &Mission, name: &str) -> Option<Who> {
        let party = mission.attendees.iter().map(|a| &a.party).find(|p| p.as_str() == name);
        let mut delegates = mission.attendees.iter().flat_map(|a| &a.delegates);
        let party = party.cloned().map(Who::Party);
        party.or_else(|| delegates.find(|d| d.as_str() == name).cloned().map(Who::Delegate))
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disruption {
    /// Does not come. Its wishes are cancelled and what was promised to it is promised no more; of a delegate whose
    /// colleagues come, nothing changes but that it is not there.
    DropOut(Who),
    /// Comes at this instant, not before.
    Late(Who, Timestamp),
    /// Leaves at this instant.
    Leaves(Who, Timestamp),
    /// A venue is closed from the first to the second instant; nothing: from the beginning, to the end.
    Close(VenueId, Option<Timestamp>, Option<Timestamp>),
}

/// The mission after all of this happened. What names nobody is told and changes nothing.
pub fn disrupt(mission: &Mission, happened: &[Disruption]) -> (Mission, Findings) {
    let (mut mission, mut findings) = (mission.clone(), Findings::new());
    let range = whole(&mission);
    for what in happened {
        let known = match what {
            Disruption::DropOut(Who::Party(party)) => party_drops_out(&mut mission, party),
            Disruption::DropOut(Who::Delegate(delegate)) => delegate_drops_out(&mut mission, delegate),
            Disruption::Late(who, until) => away(&mut mission, who, span(range.0, *until)),
            Disruption::Leaves(who, from) => away(&mut mission, who, span(*from, range.1)),
            Disruption::Close(id, from, until) => {
                let venue = mission.venues.iter_mut().find(|v| v.id == *id);
                let closed = span(from.unwrap_or(range.0), until.unwrap_or(range.1));
                venue.map(|v| v.closed.push(closed)).is_some()
            }
        };
        if !known {
            findings.push(Finding::fault(
                "unknown-name",
                Place::file("mission"),
                format!("{what:?} names nobody and no place of the mission."),
                "Give the id of a party, a delegate or a venue.",
            ));
        }
    }
    (mission, findings)
}

/// From a day before the mission to a day after it.
fn whole(mission: &Mission) -> (Timestamp, Timestamp) {
    let (first, last) = days(&super::slots::slots(mission, &mut Findings::new()));
    let at = |date: Date| date.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp());
    (at(first), at(last.checked_add(2.days()).unwrap_or(last)))
}

fn span(from: Timestamp, until: Timestamp) -> Span {
    let wall = |t: Timestamp| t.to_zoned(TimeZone::UTC).datetime();
    Span { from: wall(from), until: wall(until), zone: "UTC".to_owned() }
}

fn party_drops_out(mission: &mut Mission, party: &PartyId) -> bool {
    let Some(attendee) = mission.attendees.iter_mut().find(|a| a.party == *party) else { return false };
    attendee.least = 0;
    attendee.with_role.iter_mut().for_each(|limit| limit.least = 0);
    let standing =
        |s| matches!(s, WishState::Requested | WishState::Accepted | WishState::Must | WishState::Waiting);
    let theirs = mission.wishes.iter_mut().filter(|w| w.parties.contains(party) && standing(w.state));
    theirs.for_each(|w| {
        (w.state, w.fixed) = (WishState::Cancelled, None);
    });
    true
}

fn delegate_drops_out(mission: &mut Mission, delegate: &DelegateId) -> bool {
    let Some(attendee) = mission.attendees.iter_mut().find(|a| a.delegates.contains(delegate)) else {
        return false;
    };
    if attendee.delegates.len() == 1 {
        let party = attendee.party.clone();
        return party_drops_out(mission, &party);
    }
    attendee.delegates.retain(|d| d != delegate);
    attendee.delegate_away.retain(|a| a.delegate != *delegate);
    mission.wishes.iter_mut().for_each(|w| w.delegates.retain(|d| d != delegate));
    true
}

fn away(mission: &mut Mission, who: &Who, span: Span) -> bool {
    let attendee = mission.attendees.iter_mut().find(|a| match who {
        Who::Party(party) => a.party == *party,
        Who::Delegate(delegate) => a.delegates.contains(delegate),
    });
    let Some(attendee) = attendee else { return false };
    match who {
        Who::Party(_) => attendee.away.push(span),
        Who::Delegate(d) => attendee.delegate_away.push(DelegateAway { delegate: d.clone(), span }),
    }
    true
}
