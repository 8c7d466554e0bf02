//! The waiting list: agreed wishes that found no place, and the sittings that come free for them.
//!
//! The order is stated: the wish of more value first, of equal ones the one earlier in the mission.

use super::compile::{Compiled, compile};
use super::eligible::{refusals, value};
use super::explain::{Occupied, out_of_order};
use super::plan::reread;
use jiff::{SignedDuration, Timestamp};
use pul_domain::{Limit, Mission, MissionPlan, Sitting, SittingOffer, SittingOfferState, WishId, WishState};

/// Puts accepted wishes that a plan leaves out on the waiting list, so that a later repair offers
/// them what comes free instead of springing meetings on people.
pub fn to_waiting_list(mission: &Mission, plan: &MissionPlan) -> Mission {
    let mut mission = mission.clone();
    let held = |id: &WishId| plan.meetings.iter().any(|m| m.wish == *id);
    let left = mission.wishes.iter_mut().filter(|w| w.state == WishState::Accepted && !held(&w.id));
    left.for_each(|w| w.state = WishState::Waiting);
    mission
}

/// The wishes on the waiting list that may be planned, in their order.
pub fn waiting_list(mission: &Mission) -> Vec<WishId> {
    let waits = [Limit::State { state: WishState::Waiting }];
    let mut list: Vec<_> = mission.wishes.iter().filter(|w| refusals(mission, w) == waits).collect();
    list.sort_by_key(|w| std::cmp::Reverse(value(mission, w)));
    list.into_iter().map(|w| w.id.clone()).collect()
}

/// The offers to make at `now`: what the waiting list could have without moving anybody, first come by its order,
/// answered within `hours` or before the meeting, whichever is sooner. `made` are all offers made before: open ones
/// keep their sittings, and nobody is offered again what it refused or let lapse.
pub fn sitting_offers(
    mission: &Mission,
    plan: &MissionPlan,
    made: &[SittingOffer],
    now: Timestamp,
    hours: u16,
) -> Vec<SittingOffer> {
    let mut agreed = mission.clone();
    let list = waiting_list(mission);
    agreed.wishes.iter_mut().filter(|w| list.contains(&w.id)).for_each(|w| w.state = WishState::Accepted);
    let (compiled, _) = compile(&agreed);
    let (mut placement, _) = reread(&compiled, plan);
    let mut lapsing = made.to_vec();
    lapsing.iter_mut().for_each(|o| {
        o.lapse(now);
    });
    let number = |id: &WishId| agreed.wishes.iter().position(|w| w.id == *id);
    for open in
        lapsing.iter().filter(|o| matches!(o.state, SittingOfferState::Open | SittingOfferState::Taken))
    {
        if let Some(wish) = number(&open.wish).filter(|w| placement[*w].is_none()) {
            placement[wish] = option(&compiled, wish, open);
        }
    }
    let until = now.checked_add(SignedDuration::from_hours(hours.into())).unwrap_or(Timestamp::MAX);
    let mut offers = Vec::new();
    for id in &list {
        let Some(wish) = number(id).filter(|w| placement[*w].is_none()) else { continue };
        let occupied = Occupied::of(&compiled, &placement);
        let refused = |s: &Sitting| lapsing.iter().any(|o| o.wish == *id && o.sitting == *s);
        let fits = occupied.options(&compiled, wish as u32).into_iter().find(|(_, cell)| {
            let sitting = compiled.sitting(*cell);
            let order = out_of_order(&compiled, &placement, wish as u32, *cell);
            !order && sitting.start > now && !refused(&sitting)
        });
        let Some((variant, cell)) = fits else { continue };
        placement[wish] = Some((variant, cell));
        let sitting = compiled.sitting(cell);
        let members = &compiled.problem.variants[variant as usize].members;
        offers.push(SittingOffer {
            wish: id.clone(),
            parties: agreed.wishes[wish].parties.clone(),
            until: until.min(sitting.start),
            sitting,
            delegates: members.iter().map(|p| compiled.delegates[*p as usize].clone()).collect(),
            accepted_by: Vec::new(),
            state: SittingOfferState::Open,
        });
    }
    offers
}

fn option(compiled: &Compiled<'_>, wish: usize, offer: &SittingOffer) -> Option<(u32, crate::value::Cell)> {
    let problem = &compiled.problem;
    let cell =
        (0..problem.cells.len() as crate::value::Cell).find(|c| compiled.sitting(*c) == offer.sitting)?;
    let named = |v: &u32| {
        let members = &problem.variants[*v as usize].members;
        members.iter().map(|p| &compiled.delegates[*p as usize]).eq(&offer.delegates)
    };
    Some((problem.variants_of(wish as u32).find(named)?, cell))
}

/// The mission after an offer was taken: the wish is accepted and fixed where it was offered. Repairing
/// the plan for it then adds the meeting and moves nobody. Nothing changes if the offer is not taken.
pub fn take(mission: &Mission, offer: &SittingOffer) -> Mission {
    let mut mission = mission.clone();
    let taken =
        mission.wishes.iter_mut().find(|w| w.id == offer.wish && offer.state == SittingOfferState::Taken);
    if let Some(wish) = taken {
        wish.state = WishState::Accepted;
        wish.fixed = Some(offer.sitting.clone());
        wish.delegates = offer.delegates.clone();
    }
    mission
}
