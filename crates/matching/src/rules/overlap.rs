//! Overlap: at least the larger of the two least overlaps, on the worst day.

use super::failure;
use crate::overlap::{self, Window};
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.overlap >= wanted(pair)
}

fn wanted(pair: &Pair<'_>) -> u16 {
    pair.ask.least_overlap.max(pair.offer.features.least_overlap)
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if passes(pair) {
        return;
    }
    let (have, want) = (i64::from(pair.overlap), i64::from(wanted(pair)));
    let (asker, offerer) = (&pair.ask.window, pair.offer.window());
    let enough = |asker: &Window, offerer: &Window| {
        let both = overlap::Pair { asker, offerer };
        both.least(pair.ask.first, pair.ask.last) >= wanted(pair)
    };
    // No move of a window makes the two longer than the shorter.
    let possible = want <= asker.minutes().min(offerer.minutes());
    let ask_move = possible.then(|| smallest_move(asker, |moved| enough(moved, offerer)));
    let offer_move = possible.then(|| smallest_move(offerer, |moved| enough(asker, moved)));
    // Where no move helps, whoever alone wants so much can want what there is.
    let ask_alone = i64::from(pair.offer.features.least_overlap) <= have;
    let offer_alone = i64::from(pair.ask.least_overlap) <= have;
    let ask_change = match ask_move.flatten() {
        Some(minutes) => Change::ShiftHours { asker: true, minutes },
        None if ask_alone => Change::AskTo { to: have },
        None => Change::None,
    };
    let offer_change = match offer_move.flatten() {
        Some(minutes) => Change::ShiftHours { asker: false, minutes },
        None if offer_alone => Change::OfferTo { to: have },
        None => Change::None,
    };
    out.push(failure(Rule::Overlap, have, want, ask_change, offer_change));
}

/// The smallest move in minutes that is enough, the earlier of two equal ones. The start
/// stays on its own day, so that the days of the week keep their meaning.
fn smallest_move(window: &Window, enough: impl Fn(&Window) -> bool) -> Option<i32> {
    let start = window.start_minutes();
    (1..1440_i64)
        .flat_map(|minutes| [-minutes, minutes])
        .filter(|minutes| (0..1440).contains(&(start + minutes)))
        .find(|minutes| enough(&window.shifted(*minutes)))
        .map(|minutes| minutes as i32)
}
