//! Which keys a kind of table may have.

/// A kind of table and the keys it may have.
///
/// A key that is not among them is a fault; if another shape given to
/// [`Sink::new`](super::Sink::new) knows it, the fault says where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The thing with its article, as it is named in findings: `a skill`.
    pub what: &'static str,
    /// Every key it may have, required or not.
    pub keys: &'static [&'static str],
}

impl Shape {
    /// The name without its article: `skill`.
    pub fn noun(&self) -> &'static str {
        self.what.split_once(' ').map_or(self.what, |(_, noun)| noun)
    }
}

/// The candidate most like `wanted`, if any is near enough to be what was meant.
///
/// Nearness is the Damerau–Levenshtein distance (optimal string alignment): at most a
/// third of the longer word, and the first in order among equals. A word that begins
/// with the other, with three letters at least, is near as well (`react` and `reactjs`).
pub fn nearest<'c>(wanted: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted: String = wanted.chars().take(80).collect::<String>().to_lowercase();
    let length = wanted.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let longer = length.max(other.chars().count());
        let within = (longer / 3).max(1);
        if length.abs_diff(other.chars().count()) > within && !begins(&wanted, &other) {
            continue;
        }
        let distance = strsim::osa_distance(&wanted, &other);
        let near = distance <= within || begins(&wanted, &other);
        if near && distance < longer && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn begins(one: &str, other: &str) -> bool {
    let shorter = one.len().min(other.len());
    shorter >= 3 && (one.starts_with(other) || other.starts_with(one))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_misses() {
        let keys = ["label", "kind", "broader", "aliases"];
        assert_eq!(nearest("lable", keys), Some("label"));
        assert_eq!(nearest("alias", keys), Some("aliases"));
        assert_eq!(nearest("weekend", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest("reakt", ["react", "redux"]), Some("react"));
    }
}
