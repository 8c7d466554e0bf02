//! Finding: who has the words, who passes the facets, in which order.

use super::facets::{self, Code, Facet, FacetCount, FacetValues, Facets};
use super::segment::{Document, Segment};
use super::{Search, rank, terms};
use pul_domain::PartyId;
use pul_pack::Pack;
use std::collections::{BTreeMap, HashMap};

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

/// A party found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub party: PartyId,
    /// How well it fits the words, in no unit; 0 where no words were given.
    pub score: u64,
    /// Where to go on after it.
    pub cursor: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Hits: the best first where there are words, else by name.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// Counts of every facet.
    pub facets: Facets,
    /// Whether there are more after the last.
    pub more: bool,
}

/// What a hit is ordered by: the best score first, then name, then id.
type Key<'a> = (std::cmp::Reverse<u64>, &'a str, &'a PartyId);

struct Candidate<'a> {
    score: u64,
    document: &'a Document,
}

impl Candidate<'_> {
    fn key(&self) -> Key<'_> {
        (std::cmp::Reverse(self.score), &self.document.order, &self.document.id)
    }
}

impl Search {
    /// Finds parties.
    pub fn find(&self, pack: &Pack, wanted: &Wanted) -> Found {
        let mut chosen: BTreeMap<Facet, Vec<Code>> = BTreeMap::new();
        for (facet, values) in wanted.facets.iter().filter(|(_, values)| !values.is_empty()) {
            let codes = values.iter().filter_map(|v| facets::code(pack, *facet, v)).collect();
            chosen.insert(*facet, codes);
        }
        let mut counts: HashMap<Code, u64> = HashMap::new();
        let mut passed: Vec<Candidate<'_>> = Vec::new();
        for candidate in self.with_words(&wanted.text) {
            let codes = &candidate.document.codes;
            let mut failing =
                chosen.iter().filter(|(_, any)| !any.iter().any(|c| codes.binary_search(c).is_ok()));
            match (failing.next(), failing.next()) {
                (None, _) => {
                    codes.iter().for_each(|c| *counts.entry(*c).or_default() += 1);
                    passed.push(candidate);
                }
                // It would pass if this facet were chosen otherwise: counted there alone.
                (Some((facet, _)), None) => {
                    let of_facet = codes.iter().filter(|c| c.facet() == *facet);
                    of_facet.for_each(|c| *counts.entry(*c).or_default() += 1);
                }
                _ => {}
            }
        }
        let total = passed.len() as u64;
        let (hits, more) = page(passed, wanted);
        Found { hits, total, facets: tell(pack, &counts, &chosen), more }
    }

    fn segments(&self) -> [(&Segment, bool); 2] {
        [(&self.base, true), (&self.delta, false)]
    }

    fn lives(&self, in_base: bool, number: u32) -> bool {
        !in_base || !self.gone.contains(&number)
    }

    /// Every party that has all the words, with its score.
    fn with_words(&self, text: &str) -> Vec<Candidate<'_>> {
        let words = terms::terms(text);
        let open_ended = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let mut all: u64 = 0;
        let mut length: u64 = 0;
        for (segment, in_base) in self.segments() {
            let alive = (0..segment.documents.len() as u32).filter(|n| self.lives(in_base, *n));
            for number in alive {
                all += 1;
                length += u64::from(segment.lengths[number as usize]);
            }
        }
        let mut scores: HashMap<(bool, u32), (usize, u64)> = HashMap::new();
        for (nth, word) in words.iter().enumerate() {
            let as_prefix = open_ended && nth + 1 == words.len() && word.chars().count() > 1;
            let mut times: HashMap<(bool, u32), u64> = HashMap::new();
            for (segment, in_base) in self.segments() {
                for (number, often) in segment.places(word, as_prefix).into_iter().flatten() {
                    if self.lives(in_base, *number) {
                        *times.entry((in_base, *number)).or_default() += u64::from(*often);
                    }
                }
            }
            let rarity = rank::rarity(all, times.len() as u64);
            for (place, often) in times {
                let own = u64::from(self.at(place).1);
                let (seen, score) = scores.entry(place).or_default();
                if *seen == nth {
                    *seen += 1;
                    *score += rarity * rank::saturation(often, own, length / all.max(1));
                }
            }
        }
        if words.is_empty() {
            return self.everyone();
        }
        let complete = scores.into_iter().filter(|(_, (seen, _))| *seen == words.len());
        complete.map(|(place, (_, score))| Candidate { score, document: self.at(place).0 }).collect()
    }

    fn at(&self, (in_base, number): (bool, u32)) -> (&Document, u32) {
        let segment = if in_base { &self.base } else { &self.delta };
        (&segment.documents[number as usize], segment.lengths[number as usize])
    }

    fn everyone(&self) -> Vec<Candidate<'_>> {
        let of = |(segment, in_base): (&'_ Segment, bool)| -> Vec<u32> {
            (0..segment.documents.len() as u32).filter(|n| self.lives(in_base, *n)).collect()
        };
        let base = of((&self.base, true)).into_iter().map(|n| &*self.base.documents[n as usize]);
        let delta = of((&self.delta, false)).into_iter().map(|n| &*self.delta.documents[n as usize]);
        base.chain(delta).map(|document| Candidate { score: 0, document }).collect()
    }
}

/// The page after the cursor.
fn page(mut passed: Vec<Candidate<'_>>, wanted: &Wanted) -> (Vec<Hit>, bool) {
    if let Some((score, order, id)) = wanted.after.as_deref().and_then(read_cursor) {
        passed.retain(|c| c.key() > (std::cmp::Reverse(score), order, &id));
    }
    let limit = wanted.limit.clamp(1, 200);
    let more = passed.len() > limit;
    if more {
        passed.select_nth_unstable_by(limit, |a, b| a.key().cmp(&b.key()));
        passed.truncate(limit);
    }
    passed.sort_by(|a, b| a.key().cmp(&b.key()));
    let hits = passed.iter().map(|c| Hit {
        party: c.document.id.clone(),
        score: c.score,
        cursor: format!("{}~{}~{}", c.score, c.document.id, c.document.order),
    });
    (hits.collect(), more)
}

fn read_cursor(text: &str) -> Option<(u64, &str, PartyId)> {
    let mut parts = text.splitn(3, '~');
    let (score, id, order) = (parts.next()?, parts.next()?, parts.next()?);
    Some((score.parse().ok()?, order, PartyId::new(id).ok()?))
}

fn tell(pack: &Pack, counts: &HashMap<Code, u64>, chosen: &BTreeMap<Facet, Vec<Code>>) -> Facets {
    let is_chosen = |code: &Code| chosen.get(&code.facet()).is_some_and(|list| list.contains(code));
    let mut facets = Facets::new();
    for (code, count) in counts {
        let told = FacetCount { value: facets::value(pack, *code), count: *count, chosen: is_chosen(code) };
        facets.entry(code.facet()).or_default().push(told);
    }
    let unseen = chosen.values().flatten().filter(|code| !counts.contains_key(code));
    for code in unseen {
        let told = FacetCount { value: facets::value(pack, *code), count: 0, chosen: true };
        facets.entry(code.facet()).or_default().push(told);
    }
    for list in facets.values_mut() {
        list.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    }
    facets
}
