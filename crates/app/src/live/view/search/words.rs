//! Who has the words that are looked for, and how well they fit.

use super::{Part, Search, rank};

/// Parties of a part of the index, by number, each with its score.
pub(super) type Scored = Vec<(u32, u64)>;

impl Search {
    /// Every party that has all the words, with its score, for each part of the index.
    pub(super) fn with_words(&self, words: &[String], open_ended: bool) -> [Scored; 2] {
        let parts = self.parts();
        let all: usize = parts.iter().map(Part::len).sum();
        let length: u64 = parts.iter().map(Part::length).sum();
        let average = length / (all as u64).max(1);
        let mut found: [Option<Scored>; 2] = [None, None];
        for (nth, word) in words.iter().enumerate() {
            let as_prefix = open_ended && nth + 1 == words.len() && word.chars().count() > 1;
            let times = parts.each_ref().map(|part| part.times(&self.catalogue, word, as_prefix));
            let having = times.iter().flatten().filter(|often| **often > 0).count();
            let rarity = rank::rarity(all as u64, having as u64);
            for ((part, times), found) in parts.iter().zip(&times).zip(&mut found) {
                let worth = |number: u32| {
                    let at = number as usize;
                    let own = u64::from(part.segment.lengths[at]);
                    rarity * rank::saturation(u64::from(times[at]), own, average)
                };
                let has = |number: &u32| times[*number as usize] > 0;
                *found = Some(match found.take() {
                    None => (0..times.len() as u32).filter(has).map(|n| (n, worth(n))).collect(),
                    Some(mut list) => {
                        list.retain(|(number, _)| has(number));
                        list.iter_mut().for_each(|(number, score)| *score += worth(*number));
                        list
                    }
                });
            }
        }
        found.map(Option::unwrap_or_default)
    }
}
