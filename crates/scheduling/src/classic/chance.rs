//! Chance from a seed, in whole numbers alone, so that it is the same on every machine.

/// A stream of numbers (SplitMix64; Steele, Lea, Flood 2014).
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if that is 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// What an annealer bears at a temperature of one, in 1024ths: nearly minus the binary
    /// logarithm of a number drawn from 0 to 1, with straight lines between powers of two.
    pub(super) fn patience(&mut self) -> i64 {
        let drawn = self.next() | 1;
        let zeros = drawn.leading_zeros();
        let rest = ((drawn << zeros) << 1) >> 54;
        i64::from(zeros) * 1024 + 1024 - rest as i64
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn patience_halves_its_odds_with_each_step() {
        let mut chance = Chance::new(1);
        let drawn: Vec<i64> = (0..100_000).map(|_| chance.patience()).collect();
        for steps in 1..5 {
            let more = drawn.iter().filter(|p| **p > 1024 * steps).count() as i64;
            let expected = 100_000 >> steps;
            assert!((more - expected).abs() < expected / 10, "{steps}: {more}");
        }
        assert!((0..1_000).all(|_| chance.below(7) < 7));
    }
}
