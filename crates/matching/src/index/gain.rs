//! What splitting some offers by their codes gains.

use crate::index::buckets::CODES;
use std::ops::Range;

/// How much the best threshold tightens the extremes of groups of sixteen, and the threshold.
///
/// A bound looks at the highest code of a group; it is good when the highest is low. What a split
/// gains is how much lower the highest of sixteen is expected to be after it than before; where
/// the lowest code counts too, how much higher that is besides.
///
/// Nothing where it could not be more than `enough` whatever the threshold.
pub(super) fn gained(tally: &[u16; CODES], both_ends: bool, enough: u64) -> (u64, u8) {
    let turned: [u16; CODES] = std::array::from_fn(|code| tally[CODES - 1 - code]);
    let all: u64 = tally.iter().map(|n| u64::from(*n)).sum();
    let before = highest(tally, 0..CODES, all) + if both_ends { highest(&turned, 0..CODES, all) } else { 0 };
    let mut best = (0, 0);
    // No split can lower the highest by more than all of it.
    if before <= enough {
        return best;
    }
    let mut below = 0;
    for code in 0..CODES - 1 {
        below += u64::from(tally[code]);
        let above = all - below;
        if tally[code] == 0 || above == 0 {
            continue;
        }
        let (low, high) = (0..code + 1, code + 1..CODES);
        let mut after =
            below * highest(tally, low.clone(), below) + above * highest(tally, high.clone(), above);
        if both_ends {
            let turn = |codes: Range<usize>| CODES - codes.end..CODES - codes.start;
            after += below * highest(&turned, turn(low), below) + above * highest(&turned, turn(high), above);
        }
        best = best.max(((before * all).saturating_sub(after) / all, code as u8));
    }
    best
}

/// The highest code expected among sixteen drawn from some codes of a tally of `all`, in
/// parts of 65,536.
fn highest(tally: &[u16; CODES], codes: Range<usize>, all: u64) -> u64 {
    let (mut below, mut expected) = (0, codes.start as u64 * ONE);
    // The highest of the codes is reached whatever the others are.
    for many in &tally[codes.start..codes.end.saturating_sub(1)] {
        below += u64::from(*many);
        let share = below * ONE / all;
        // All sixteen at most this code: the share to the sixteenth power, by squaring.
        let all_below = (0..4).fold(share, |power, _| power * power / ONE);
        expected += ONE - all_below;
    }
    expected
}

/// One, in the fixed point of [`highest`].
const ONE: u64 = 1 << 16;
