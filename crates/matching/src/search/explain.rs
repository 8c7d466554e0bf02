//! Lists explained in numbers, and put into words when somebody reads them.

use super::collect::Candidate;
use super::overlaps::Overlaps;
use super::pairs::{overlap, pair, pair_with};
use super::ready::Ready;
use super::vias::Vias;
use crate::index::Index;
use crate::judge::in_words;
use crate::pair::via;
use crate::parts::{self, Reason};
use pul_domain::{Ask, Match, PostId, Shortlist};

/// A list with the explanation of every match on it: what each part earned and why, in numbers.
/// [`Explained::shortlist`] says the same in words, skill by skill.
#[derive(Debug)]
pub struct Explained<'a> {
    index: &'a Index,
    of: &'a PostId,
    entries: &'a [Entry<'a>],
    reasons: &'a [Reason],
}

/// One match of a list.
#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    ask: &'a Ask,
    position: u32,
    score: u32,
    /// Where its reasons begin, and where those of the offerer do.
    start: usize,
    offerer: usize,
}

impl Explained<'_> {
    /// Whose list it is.
    pub fn of(&self) -> &PostId {
        self.of
    }

    /// How many matches it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many parts are explained, of all matches and both views.
    pub fn parts(&self) -> usize {
        self.reasons.len()
    }

    /// Whether the points of each match's parts come to its score.
    pub fn recombines(&self) -> bool {
        let points = |reasons: &[Reason]| reasons.iter().map(|reason| u32::from(reason.points)).sum::<u32>();
        (0..self.entries.len()).all(|at| {
            let (asker, offerer) = self.reasons_of(at);
            self.index.basis.weights.mutual(points(asker), points(offerer)) == self.entries[at].score
        })
    }

    fn reasons_of(&self, at: usize) -> (&[Reason], &[Reason]) {
        let Entry { start, offerer, .. } = self.entries[at];
        let end = self.entries.get(at + 1).map_or(self.reasons.len(), |next| next.start);
        (&self.reasons[start..offerer], &self.reasons[offerer..end])
    }

    /// The list in words. `admitted` is not counted.
    pub fn shortlist(&self) -> Shortlist {
        let words = &self.index.store.vocabulary;
        let say = |at: usize| -> Match {
            let entry = &self.entries[at];
            let posts = (entry.ask, self.index.id(entry.position as usize));
            in_words(&self.index.basis, words, posts, self.reasons_of(at))
        };
        Shortlist { of: self.of.clone(), admitted: None, matches: (0..self.entries.len()).map(say).collect() }
    }
}

/// Explains one list after another.
#[derive(Debug)]
pub(super) struct Explainer<'a> {
    index: &'a Index,
    overlaps: Overlaps,
    worths: Vec<u8>,
    vias: Vias,
    entries: Vec<Entry<'a>>,
    reasons: Vec<Reason>,
}

impl<'a> Explainer<'a> {
    pub(super) fn new(index: &'a Index) -> Explainer<'a> {
        Explainer {
            index,
            overlaps: Overlaps::default(),
            worths: Vec::new(),
            vias: Vias::default(),
            entries: Vec::new(),
            reasons: Vec::new(),
        }
    }

    /// The list of an ask.
    pub(super) fn of_ask(&mut self, ask: &'a Ask, ready: &Ready, found: &[Candidate]) -> Explained<'_> {
        self.clear();
        for candidate in found {
            self.add(ask, ready, candidate.position as usize, candidate.score, false);
        }
        Explained { index: self.index, of: &ask.common.id, entries: &self.entries, reasons: &self.reasons }
    }

    /// The list of the offer at a position; `ask` finds an ask by its number.
    pub(super) fn of_offer<'r>(
        &mut self,
        position: usize,
        found: &[Candidate],
        ask: impl Fn(usize) -> (&'a Ask, &'r Ready),
    ) -> Explained<'_> {
        self.clear();
        if !found.is_empty() {
            self.vias.turn(&self.index.basis, self.index.view(position));
        }
        for candidate in found {
            let (ask, ready) = ask(candidate.position as usize);
            self.add(ask, ready, position, candidate.score, true);
        }
        let of = self.index.id(position);
        Explained { index: self.index, of, entries: &self.entries, reasons: &self.reasons }
    }

    fn clear(&mut self) {
        self.entries.clear();
        self.reasons.clear();
    }

    fn add(&mut self, ask: &'a Ask, ready: &Ready, position: usize, score: u32, turned: bool) {
        let overlap = overlap(self.index, &mut self.overlaps, ready, position);
        let (index, features, worths) = (self.index, &ready.features, &mut self.worths);
        let start = self.reasons.len();
        let asker = if turned {
            let worth = |skill| self.vias.of(skill).0;
            let pair = pair_with(index, features, position, overlap, worths, worth);
            parts::reasons(&pair, |skill| self.vias.of(skill), &mut self.reasons)
        } else {
            let pair = pair(index, features, position, overlap, worths);
            parts::reasons(&pair, |skill| via(pair.basis, skill, pair.offer), &mut self.reasons)
        };
        self.entries.push(Entry { ask, position: position as u32, score, start, offerer: start + asker });
    }
}
