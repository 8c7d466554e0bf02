//! Which wishes may be planned at all, and what a wish is worth.

use pul_domain::{Attendee, Limit, Mission, Wish, WishState};

/// The attendees of a wish, in its order; nothing if one does not take part or comes twice.
pub(super) fn parties(mission: &Mission, wish: &Wish) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for party in &wish.parties {
        let at = mission.attendees.iter().position(|a| a.party == *party)?;
        if found.contains(&at) {
            return None;
        }
        found.push(at);
    }
    (found.len() >= 2).then_some(found)
}

/// Every rule that keeps a wish out before any question of time.
pub(super) fn refusals(mission: &Mission, wish: &Wish) -> Vec<Limit> {
    let mut limits = Vec::new();
    if !matches!(wish.state, WishState::Accepted | WishState::Must) {
        limits.push(Limit::State { state: wish.state });
    }
    let Some(parties) = parties(mission, wish) else {
        limits.push(Limit::Parties);
        return limits;
    };
    let attendees: Vec<&Attendee> = parties.iter().map(|p| &mission.attendees[*p]).collect();
    let pairs =
        || attendees.iter().enumerate().flat_map(|(i, a)| attendees[i + 1..].iter().map(move |b| (*a, *b)));
    if pairs().any(|(a, b)| a.no_thanks.contains(&b.party) || b.no_thanks.contains(&a.party)) {
        limits.push(Limit::NotPossible);
    }
    if pairs().any(|(a, b)| !mission.roles_may_meet(&a.role, &b.role)) {
        limits.push(Limit::Roles);
    }
    if mission.repeat_percent == 0 && met_before(mission, wish) {
        limits.push(Limit::MetBefore);
    }
    limits
}

fn met_before(mission: &Mission, wish: &Wish) -> bool {
    let both = |a, b| wish.parties.contains(a) && wish.parties.contains(b);
    mission.met_before.iter().any(|(a, b)| both(a, b))
}

/// The value of a wish: as stated, or the stated percentage of it, rounded down, if two of its parties met before.
pub(super) fn value(mission: &Mission, wish: &Wish) -> i64 {
    let value = i64::from(wish.value);
    if met_before(mission, wish) { value * i64::from(mission.repeat_percent.min(100)) / 100 } else { value }
}
