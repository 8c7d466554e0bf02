//! BM25 in whole numbers.

/// One, in fixed point: weights are in 1/1024.
const ONE: u64 = 1024;

/// log2(`over` / `under`) in 1/1024, rounded down; `over` ≥ `under` > 0.
fn log2(over: u64, under: u64) -> u64 {
    // Scaled so that the quotient keeps 30 bits of fraction, then squared bit by bit.
    let mut x = (u128::from(over) << 30) / u128::from(under.max(1));
    let whole = (127 - x.max(1).leading_zeros()).saturating_sub(30);
    x >>= whole;
    let mut found = u64::from(whole) * ONE;
    let mut bit = ONE / 2;
    while bit > 0 {
        x = (x * x) >> 30;
        if x >= 2 << 30 {
            x >>= 1;
            found += bit;
        }
        bit /= 2;
    }
    found
}

/// What a term found in `having` of `all` documents is worth, in 1/1024:
/// log2(1 + (all − having + ½) / (having + ½)).
pub(super) fn rarity(all: u64, having: u64) -> u64 {
    log2(2 * all + 2, 2 * having + 1)
}

/// The share of that worth a document gets by how often it has the term (`times`) and how
/// long it is against the average (`length` of `average`), in 1/1024.
pub(super) fn saturation(times: u64, length: u64, average: u64) -> u64 {
    // times·2.2 / (times + 1.2·(0.25 + 0.75·length/average)), all by 1000.
    let against = 300 + 900 * length / average.max(1);
    times * 2200 * ONE / (times * 1000 + against)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_tables() {
        // log2(3) = 1.58496…, log2(10) = 3.32192…, in 1/1024 rounded down.
        assert_eq!((log2(1, 1), log2(3, 1), log2(10, 1), log2(1024, 1)), (0, 1623, 3401, 10 * ONE));
    }

    #[test]
    fn rarer_terms_and_shorter_documents_are_worth_more() {
        assert!(rarity(1000, 3) > rarity(1000, 300));
        assert!(saturation(1, 10, 20) > saturation(1, 30, 20));
        assert!(saturation(2, 20, 20) > saturation(1, 20, 20));
        assert_eq!(saturation(1, 20, 20), ONE, "once, in a document of average length");
    }
}
