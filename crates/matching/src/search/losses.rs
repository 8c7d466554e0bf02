//! Losses by code in the two measures, and what their extremes bound.

use super::tables::Loss;
use crate::index::CODES;
use crate::kernel::{Lookup, Points};

/// Out: more than any loss.
pub(super) const OUT: u32 = u32::MAX;

/// Losses in the two measures, out where no offer has the code.
///
/// A pair loses `max(less·a + more·b, more·a + less·b)` of the full score when its views lose
/// *a* and *b* and the less pleased counts more; so it is good enough exactly when both
/// measures are. Each is a sum over rows, and so is its bound.
pub(super) fn weigh(
    losses: &[Loss; CODES],
    counts: &[u32; CODES],
    measure: impl Fn(u32, u32) -> (u32, u32),
) -> Points {
    let mut out = Points { one: [OUT; CODES], two: [OUT; CODES] };
    for (code, loss) in losses.iter().enumerate() {
        if let Some((a, b)) = loss
            && counts[code] > 0
        {
            (out.one[code], out.two[code]) = measure(*a, *b);
        }
    }
    out
}

pub(super) fn least(losses: &[u32; CODES]) -> u32 {
    losses.iter().copied().min().unwrap_or(OUT)
}

pub(super) fn subtract(losses: &mut [u32; CODES], base: u32) {
    for loss in losses.iter_mut().filter(|loss| **loss != OUT) {
        *loss -= base;
    }
}

/// Least loss of any code up to each.
pub(super) fn up_to(losses: &[u32; CODES]) -> [u32; CODES] {
    let mut out = *losses;
    for code in 1..CODES {
        out[code] = out[code].min(out[code - 1]);
    }
    out
}

/// Least loss of any code from each on.
pub(super) fn from(losses: &[u32; CODES]) -> [u32; CODES] {
    let mut out = *losses;
    for code in (0..CODES - 1).rev() {
        out[code] = out[code].min(out[code + 1]);
    }
    out
}

/// In units, rounded down.
pub(super) fn quantise(losses: &Points, unit: u32) -> Lookup {
    let units = |loss: u32| (loss / unit).min(255) as u8;
    Lookup { one: losses.one.map(units), two: losses.two.map(units) }
}
