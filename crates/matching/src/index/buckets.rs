//! Values sorted into at most sixteen codes.

/// Codes of a row.
pub(crate) const CODES: usize = 16;

/// A code for every value of an ordered attribute, in order, of about equally many offers each.
#[derive(Debug)]
pub(crate) struct Buckets {
    /// Least value of each code after the first.
    edges: Vec<i64>,
    /// Least and greatest value of each code.
    ranges: Vec<(i64, i64)>,
}

impl Buckets {
    /// At most `most` codes for these values.
    pub(crate) fn new(mut values: Vec<i64>, most: usize) -> Buckets {
        values.sort_unstable();
        let mut ranges: Vec<(i64, i64)> = Vec::new();
        let mut rest = values.as_slice();
        while let Some(&least) = rest.first() {
            // What is left is shared evenly among the codes left; equal values stay together.
            let target = rest.len().div_ceil(most - ranges.len());
            let greatest = rest[target - 1];
            let end = rest.partition_point(|v| *v <= greatest);
            ranges.push((least, greatest));
            rest = &rest[end..];
        }
        Buckets { edges: ranges.iter().skip(1).map(|r| r.0).collect(), ranges }
    }

    pub(crate) fn code(&self, value: i64) -> u8 {
        self.edges.partition_point(|edge| *edge <= value) as u8
    }

    /// Least and greatest value of a code, if any value has it.
    pub(crate) fn range(&self, code: usize) -> Option<(i64, i64)> {
        self.ranges.get(code).copied()
    }
}

/// A code for every value of an attribute without order: similar ones share one where there are
/// more than sixteen.
#[derive(Debug)]
pub(crate) struct Groups {
    codes: Vec<u8>,
    members: Vec<Vec<u32>>,
}

impl Groups {
    /// Groups the numbers 0.. that occur into at most `most` codes, merging the pair
    /// that costs least by `unlike` (0: the same, 100: nothing in common) until few enough remain.
    pub(crate) fn new(frequency: &[u32], most: usize, unlike: impl Fn(u32, u32) -> u32) -> Groups {
        // The commonest are merged with care; merging is cubic, so the rest join one group.
        const CAREFULLY: usize = 160;
        let occurs = |n: &u32| frequency[*n as usize] > 0;
        let mut order: Vec<u32> = (0..frequency.len() as u32).filter(occurs).collect();
        order.sort_by_key(|n| std::cmp::Reverse(frequency[*n as usize]));
        let mut groups: Vec<(u64, Vec<u32>)> =
            order.iter().take(CAREFULLY).map(|n| (u64::from(frequency[*n as usize]), vec![*n])).collect();
        if order.len() > CAREFULLY {
            let rare = order.split_off(CAREFULLY);
            let weight = rare.iter().map(|n| u64::from(frequency[*n as usize])).sum();
            groups.push((weight, rare));
        }
        while groups.len() > most {
            let (a, b) = cheapest(&groups, &unlike);
            let (weight, members) = groups.remove(b);
            groups[a].0 += weight;
            groups[a].1.extend(members);
        }
        let mut codes = vec![0; frequency.len()];
        for (code, (_, members)) in groups.iter().enumerate() {
            for member in members {
                codes[*member as usize] = code as u8;
            }
        }
        Groups { codes, members: groups.into_iter().map(|g| g.1).collect() }
    }

    pub(crate) fn code(&self, number: u32) -> u8 {
        self.codes[number as usize]
    }

    /// The numbers that share a code.
    pub(crate) fn members(&self, code: usize) -> &[u32] {
        self.members.get(code).map_or(&[], Vec::as_slice)
    }
}

/// The two groups whose merging blurs least: few offers, much alike. First members stand for all.
fn cheapest(groups: &[(u64, Vec<u32>)], unlike: &impl Fn(u32, u32) -> u32) -> (usize, usize) {
    let mut best = (u64::MAX, 0, 1);
    for (a, (weight_a, members_a)) in groups.iter().enumerate() {
        for (b, (weight_b, members_b)) in groups.iter().enumerate().skip(a + 1) {
            let apart = u64::from(unlike(members_a[0], members_b[0]));
            let cost = (1 + apart) * (1 + (*weight_a).min(*weight_b));
            best = best.min((cost, a, b));
        }
    }
    (best.1, best.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_code_and_codes_keep_the_order() {
        let buckets = Buckets::new(vec![5, 5, 5, 5, 1, 9, 7, 8], 3);
        let codes: Vec<u8> = [1, 5, 7, 8, 9].map(|v| buckets.code(v)).to_vec();
        assert_eq!(codes, [0, 0, 1, 1, 2]);
        assert_eq!(buckets.range(0), Some((1, 5)));
        assert_eq!(buckets.range(2), Some((9, 9)));
        assert_eq!(buckets.range(3), None);
    }

    #[test]
    fn no_values_no_ranges() {
        assert_eq!(Buckets::new(Vec::new(), 3).range(0), None);
    }

    #[test]
    fn the_alike_are_grouped_first() {
        let groups = Groups::new(&[10, 10, 10, 10], 2, |a, b| if a / 2 == b / 2 { 0 } else { 100 });
        assert_eq!(groups.code(0), groups.code(1));
        assert_eq!(groups.code(2), groups.code(3));
        assert_ne!(groups.code(0), groups.code(2));
    }
}
