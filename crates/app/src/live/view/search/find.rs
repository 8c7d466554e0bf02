//! Finding: who has the words, who passes the facets, how many have each value.

use super::catalogue::Code;
use super::facets::{FacetCount, FacetValues, Facets};
use super::page::{Cursor, Found, page};
use super::words::Scored;
use super::{Part, Search, terms};

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words, all of which a party must have; the last may be the beginning of one.
    pub text: String,
    /// Values of facets.
    pub facets: FacetValues,
    /// Where to go on: the cursor of the last hit seen.
    pub after: Option<String>,
    /// Hits at most.
    pub limit: usize,
}

/// The facets of which something was chosen, as bits.
struct Choice {
    facets: u8,
    /// The bit of its facet for each value that was chosen, nothing for the others.
    values: Vec<u8>,
}

impl Search {
    /// Finds parties.
    pub fn find(&self, wanted: &Wanted) -> Found {
        let (parts, choice) = (self.parts(), self.choice(&wanted.facets));
        let words = terms(&wanted.text);
        let cursor = wanted.after.as_deref().and_then(Cursor::read);
        let limit = wanted.limit.clamp(1, 200);
        let (total, counts, found) = if words.is_empty() && choice.facets == 0 {
            // What every visitor sees first is known without looking at every party.
            let found = parts.each_ref().map(|part| part.first(cursor.as_ref(), limit + 1));
            (parts.iter().map(Part::len).sum::<usize>(), self.all_counts(&parts), found)
        } else {
            let open_ended = wanted.text.chars().next_back().is_some_and(char::is_alphanumeric);
            let mut found = if words.is_empty() {
                parts.each_ref().map(|part| part.alive().map(|number| (number, 0)).collect())
            } else {
                self.with_words(&words, open_ended)
            };
            let mut counts = vec![0_u32; self.catalogue.len()];
            for (part, found) in parts.iter().zip(&mut found) {
                self.pass(part, &choice, found, &mut counts);
            }
            (found.iter().map(Vec::len).sum(), counts, found)
        };
        let (hits, more) = page(&parts, found, cursor.as_ref(), limit);
        Found { hits, total: total as u64, facets: self.tell(&counts, &choice), more }
    }

    fn choice(&self, facets: &FacetValues) -> Choice {
        let mut choice = Choice { facets: 0, values: vec![0; self.catalogue.len()] };
        for (facet, values) in facets.iter().filter(|(_, values)| !values.is_empty()) {
            let bit = 1 << (*facet as u8);
            choice.facets |= bit;
            let known = values.iter().filter_map(|value| self.catalogue.code(*facet, value));
            known.for_each(|code| choice.values[code.at()] = bit);
        }
        choice
    }

    /// Keeps those that have a chosen value of every facet of which one was chosen, and counts the values
    /// of all that pass. One that fails a single facet is counted in that one: it would pass if that were
    /// chosen otherwise.
    fn pass(&self, part: &Part<'_>, choice: &Choice, found: &mut Scored, counts: &mut [u32]) {
        let bits: Vec<u8> = self.catalogue.values().map(|(_, facet, _)| 1 << (facet as u8)).collect();
        found.retain(|(number, _)| {
            let codes = part.segment.codes.get(*number as usize);
            let has = codes.iter().fold(0, |has, code| has | choice.values[code.at()]);
            let failing = choice.facets & !has;
            let counted: &[Code] = if failing.count_ones() > 1 { &[] } else { codes };
            for code in counted.iter().filter(|code| failing == 0 || bits[code.at()] == failing) {
                counts[code.at()] += 1;
            }
            failing == 0
        });
    }

    /// How many of all parties have each value.
    fn all_counts(&self, parts: &[Part<'_>; 2]) -> Vec<u32> {
        let mut counts = vec![0; self.catalogue.len()];
        for part in parts {
            counts.iter_mut().zip(part.segment.counts()).for_each(|(sum, count)| *sum += count);
            for number in part.gone {
                let codes = part.segment.codes.get(*number as usize);
                codes.iter().for_each(|code| counts[code.at()] -= 1);
            }
        }
        counts
    }

    fn tell(&self, counts: &[u32], choice: &Choice) -> Facets {
        let mut facets = Facets::new();
        for (code, facet, value) in self.catalogue.values() {
            let (count, chosen) = (counts[code.at()], choice.values[code.at()] != 0);
            if count > 0 || chosen {
                let told = FacetCount { value: value.to_owned(), count: count.into(), chosen };
                facets.entry(facet).or_default().push(told);
            }
        }
        for list in facets.values_mut() {
            list.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        }
        facets
    }
}
