//! Chance as a value, and the two functions an annealer needs, in whole numbers: a search
//! must make the same steps on every machine, so no binary floating point is used.

/// One, in the fixed point of this module (16 bits after the point).
pub(crate) const ONE: u64 = 1 << 16;

/// The SplitMix64 generator (Steele, Lea and Flood, OOPSLA 2014).
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `n` − 1; `n` is at least 1 and below 2³².
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (((self.bits() >> 32) * n as u64) >> 32) as usize
    }
}

/// How much worse a step may be and still be taken, at temperature 1: −ln(u) for u drawn
/// evenly, looked up among 4096 values. It is the rule of Metropolis turned round, so that a
/// step costs one look-up.
#[derive(Debug, Clone)]
pub(crate) struct Patience(Vec<u32>);

impl Patience {
    pub(crate) fn new() -> Patience {
        // ln 2 in fixed point of 32 bits.
        const LN_2: u64 = 2_977_044_472;
        let scaled = |i: u64| ((log2(2 * i + 1) as i64 - 13 * ONE as i64).unsigned_abs() * LN_2) >> 32;
        Patience((0..4096).map(|i| scaled(i) as u32).collect())
    }

    /// A fresh allowance at this temperature, in the temperature's own unit.
    pub(crate) fn allowance(&self, temperature: i64, chance: &mut Chance) -> i64 {
        (temperature * i64::from(self.0[(chance.bits() >> 52) as usize])) >> 16
    }
}

/// The binary logarithm of a whole number of at least 1, in fixed point, by squaring.
fn log2(n: u64) -> u64 {
    let whole = u64::from(63 - n.leading_zeros());
    let mut mantissa = (u128::from(n) << 32) >> whole;
    let mut answer = whole << 16;
    for bit in (0..16).rev() {
        mantissa = (mantissa * mantissa) >> 32;
        if mantissa >= 2 << 32 {
            mantissa >>= 1;
            answer |= 1 << bit;
        }
    }
    answer
}

/// From `high` to `low` along a geometric curve: the temperature after `done` of `whole` work.
pub(crate) fn cooled(high: i64, low: i64, done: u64, whole: u64) -> i64 {
    let (high, low) = (high.max(1) as u64, low.max(1) as u64);
    let part = (u128::from(done.min(whole)) << 16) / u128::from(whole.max(1));
    let fall = (log2(high << 8) as i64 - log2(low << 8) as i64).max(0) as u128;
    exp2_down(high, ((fall * part) >> 16) as u64) as i64
}

/// `n` divided by 2 to the power `by` (fixed point), at least 1.
fn exp2_down(n: u64, by: u64) -> u64 {
    // 2^(-2^-k) for k = 1 … 16 in fixed point of 32 bits, by repeated square roots.
    let mut root = (1u128 << 32) / 2;
    let mut value = u128::from(n) << 16 >> (by >> 16).min(63);
    for bit in (0..16).rev() {
        root = (root << 32).isqrt();
        if by >> bit & 1 == 1 {
            value = (value * root) >> 32;
        }
    }
    ((value >> 16) as u64).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_allowance_is_the_temperature() {
        let (patience, mut chance) = (Patience::new(), Chance::new(7));
        let sum: i64 = (0..100_000).map(|_| patience.allowance(1_000, &mut chance)).sum();
        assert!((985..1_015).contains(&(sum / 100_000)), "{}", sum / 100_000);
    }

    #[test]
    fn cooling_is_geometric() {
        let at = |done| cooled(100_000, 1_000, done, 4);
        insta::assert_snapshot!(format!("{} {} {} {} {}", at(0), at(1), at(2), at(3), at(4)), @"100000 31622 9999 3162 999");
    }
}
