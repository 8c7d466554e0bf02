//! The two pieces of arithmetic every part is made of: credit and fair shares.

/// `⌊weight · min(have, want) / want⌋`; the whole weight when nothing is wanted.
/// A negative `have` counts as nothing.
pub(crate) fn credit(weight: u32, have: i64, want: i64) -> u32 {
    if want <= 0 || have >= want {
        return weight;
    }
    // Below `weight`, so it fits; 128 bits only where money times a weight may not fit in 64.
    if let (Ok(have), Ok(want)) = (u32::try_from(have.max(0)), u64::try_from(want)) {
        return (u64::from(weight) * u64::from(have) / want) as u32;
    }
    (i128::from(weight) * i128::from(have.max(0)) / i128::from(want)) as u32
}

/// `⌊weight · percent / 100⌋`, what the unstated earns.
pub(crate) fn percent(weight: u32, percent: u32) -> u32 {
    (u64::from(weight) * u64::from(percent.min(100)) / 100) as u32
}

/// Shares `whole` in proportion to `weights` by largest remainder, ties to the earlier.
/// The shares sum to `whole`, unless there is nothing to share it among. Weights that
/// are all zero count as equal.
pub(crate) fn shares(whole: u32, weights: &[u32]) -> Vec<u32> {
    let total: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    if total == 0 {
        return if weights.is_empty() { Vec::new() } else { shares(whole, &vec![1; weights.len()]) };
    }
    let parts: Vec<u64> = weights.iter().map(|w| u64::from(whole) * u64::from(*w)).collect();
    let mut out: Vec<u32> = parts.iter().map(|p| (p / total) as u32).collect();
    let left = whole - out.iter().sum::<u32>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    // Stable, so that equal remainders keep the order of the ask.
    order.sort_by_key(|i| std::cmp::Reverse(parts[*i] % total));
    for i in order.into_iter().take(left as usize) {
        out[i] += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn credit_rounds_down_and_is_full_when_nothing_is_wanted() {
        assert_eq!(credit(1000, 1, 3), 333);
        assert_eq!(credit(1000, 3, 3), 1000);
        assert_eq!(credit(1000, 9, 3), 1000);
        assert_eq!(credit(1000, -2, 3), 0);
        assert_eq!(credit(1000, 0, 0), 1000);
        assert_eq!(credit(10_000, i64::MAX - 1, i64::MAX), 9_999);
    }

    #[test]
    fn shares_go_to_the_largest_remainder_then_to_the_earlier() {
        assert_eq!(shares(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(shares(5000, &[100, 50, 20]), [2941, 1471, 588]);
        assert_eq!(shares(7, &[0, 0]), [4, 3]);
        assert_eq!(shares(7, &[]), Vec::<u32>::new());
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_whole(whole in 0_u32..20_000, weights in prop::collection::vec(0_u32..101, 1..9)) {
            prop_assert_eq!(shares(whole, &weights).iter().sum::<u32>(), whole);
        }
    }
}
