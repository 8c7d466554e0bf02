//! The verdict on a result file.

use crate::statement::Statement;
use crate::{rules, views};
use pul_domain::{Ask, Direction, Match, Offer, PostId, Shortlist, ShortlistFile};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How much is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thoroughness {
    /// Every listed match, and for every list that no better pair was left out.
    All,
    /// Every listed match; omissions for one list in this many.
    OneListIn(u32),
}

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The file says another format than the one this checker knows.
    Format,
    /// Another pack or version than the one it is checked with.
    Pack,
    /// Weights other than the pack's.
    Weights,
    /// A list for a post that is not among the inputs, twice, out of order, or missing.
    Lists,
    /// A match that names a post that is not among the inputs, or another list's post.
    Unknown,
    /// The same pair twice in a list.
    Twice,
    /// A pair that fails a hard rule.
    Rule,
    /// A score other than the statement gives.
    Score,
    /// A view or part other than the statement gives, though the score may agree.
    Parts,
    /// Matches out of order.
    Order,
    /// More matches than asked for.
    Length,
    /// A better pair was left out.
    Omission,
    /// The count of admitted pairs is wrong.
    Admitted,
}

/// One thing wrong with a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// What kind.
    pub kind: Kind,
    /// The list it is about, if one.
    pub of: Option<PostId>,
    /// What is wrong, in words.
    pub says: String,
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.of {
            Some(of) => write!(f, "list of {of}: {}", self.says),
            None => f.write_str(&self.says),
        }
    }
}

/// Verifies a result against its inputs; no objection means that it holds.
pub fn check(
    statement: &Statement<'_>,
    asks: &[Ask],
    offers: &[Offer],
    file: &ShortlistFile,
    thoroughness: Thoroughness,
) -> Vec<Objection> {
    let mut checking = Checking {
        statement,
        asks: asks.iter().map(|a| (&a.common.id, a)).collect(),
        offers: offers.iter().map(|o| (&o.common.id, o)).collect(),
        file,
        objections: Vec::new(),
    };
    checking.head();
    checking.lists(asks, offers);
    for (number, list) in file.shortlists.iter().enumerate() {
        checking.matches(list);
        let look = match thoroughness {
            Thoroughness::All => true,
            Thoroughness::OneListIn(n) => (number as u32).is_multiple_of(n.max(1)),
        };
        if look {
            checking.omissions(list);
        }
    }
    checking.objections
}

struct Checking<'a> {
    statement: &'a Statement<'a>,
    asks: BTreeMap<&'a PostId, &'a Ask>,
    offers: BTreeMap<&'a PostId, &'a Offer>,
    file: &'a ShortlistFile,
    objections: Vec<Objection>,
}

impl<'a> Checking<'a> {
    fn object(&mut self, kind: Kind, of: Option<&PostId>, says: String) {
        self.objections.push(Objection { kind, of: of.cloned(), says });
    }

    fn head(&mut self) {
        let file = self.file;
        if file.format != "pul-shortlists/1" {
            self.object(
                Kind::Format,
                None,
                format!("the format is {:?}, not \"pul-shortlists/1\"", file.format),
            );
        }
        let (id, version) = self.statement.pack_name();
        if file.inputs.pack != id || file.inputs.pack_version != version {
            let named = format!("{} {}", file.inputs.pack, file.inputs.pack_version);
            self.object(Kind::Pack, None, format!("made with pack {named}, checked with {id} {version}"));
        }
        if &file.weights != self.statement.weights() {
            self.object(Kind::Weights, None, "the weights are not those of the pack".into());
        }
    }

    /// Exactly one list for each post of the listed kind, in the order of the input.
    fn lists(&mut self, asks: &[Ask], offers: &[Offer]) {
        let all: Vec<&PostId> = match self.file.inputs.direction {
            Direction::OffersForAsks => asks.iter().map(|a| &a.common.id).collect(),
            Direction::AsksForOffers => offers.iter().map(|o| &o.common.id).collect(),
        };
        let only = self.file.inputs.only.as_ref();
        let wanted: Vec<&PostId> = all.into_iter().filter(|id| only.is_none_or(|o| *id == o)).collect();
        let listed: Vec<&PostId> = self.file.shortlists.iter().map(|l| &l.of).collect();
        if wanted != listed {
            let says = format!(
                "{} lists in another order or number than the {} posts asked for",
                listed.len(),
                wanted.len()
            );
            self.object(Kind::Lists, None, says);
        }
    }

    fn matches(&mut self, list: &Shortlist) {
        let of = Some(&list.of);
        if list.matches.len() > self.file.inputs.top as usize {
            self.object(
                Kind::Length,
                of,
                format!("{} matches, {} asked for", list.matches.len(), self.file.inputs.top),
            );
        }
        let mut seen = BTreeSet::new();
        for found in &list.matches {
            if !seen.insert((&found.ask, &found.offer)) {
                self.object(Kind::Twice, of, format!("{} with {} is listed twice", found.ask, found.offer));
            }
            self.one(list, found);
        }
        for pair in list.matches.windows(2) {
            if self.rank(&pair[0], &pair[1]) == Ordering::Greater {
                let says = format!(
                    "{} stands before {}, which ranks higher",
                    self.other(&pair[0]),
                    self.other(&pair[1])
                );
                self.object(Kind::Order, of, says);
            }
        }
    }

    fn one(&mut self, list: &Shortlist, found: &Match) {
        let of = Some(&list.of);
        let (Some(ask), Some(offer)) =
            (self.asks.get(&found.ask).copied(), self.offers.get(&found.offer).copied())
        else {
            let says =
                format!("{} with {} names a post that is not among the inputs", found.ask, found.offer);
            return self.object(Kind::Unknown, of, says);
        };
        if *self.own(found) != list.of {
            return self.object(
                Kind::Unknown,
                of,
                format!("{} with {} belongs to another list", found.ask, found.offer),
            );
        }
        let failing = rules::failing(self.statement, ask, offer);
        if !failing.is_empty() {
            let says = format!("{} with {} fails {failing:?}", found.ask, found.offer);
            self.object(Kind::Rule, of, says);
        }
        let true_match = views::score(self.statement, ask, offer);
        if true_match.score != found.score {
            let says = format!(
                "{} with {} scores {}, not {}",
                found.ask, found.offer, true_match.score, found.score
            );
            self.object(Kind::Score, of, says);
        } else if true_match != *found {
            let says =
                format!("{} with {}: the parts are not those of the statement", found.ask, found.offer);
            self.object(Kind::Parts, of, says);
        }
    }

    /// No admitted pair that is not listed ranks above the last listed one, and a list
    /// that is not full has them all.
    fn omissions(&mut self, list: &Shortlist) {
        let listed: BTreeSet<(&PostId, &PostId)> = list.matches.iter().map(|m| (&m.ask, &m.offer)).collect();
        let pairs: Vec<(&Ask, &Offer)> = match self.file.inputs.direction {
            Direction::OffersForAsks => match self.asks.get(&list.of) {
                Some(ask) => self.offers.values().map(|offer| (*ask, *offer)).collect(),
                None => return,
            },
            Direction::AsksForOffers => match self.offers.get(&list.of) {
                Some(offer) => self.asks.values().map(|ask| (*ask, *offer)).collect(),
                None => return,
            },
        };
        let mut admitted = 0;
        for (ask, offer) in pairs {
            if !rules::failing(self.statement, ask, offer).is_empty() {
                continue;
            }
            admitted += 1;
            if listed.contains(&(&ask.common.id, &offer.common.id)) {
                continue;
            }
            let left_out = views::score(self.statement, ask, offer);
            let full = list.matches.len() >= self.file.inputs.top as usize;
            let better = list.matches.last().is_none_or(|last| self.rank(&left_out, last) == Ordering::Less);
            if !full || better {
                let says =
                    format!("{} with {} ({}) was left out", left_out.ask, left_out.offer, left_out.score);
                self.object(Kind::Omission, Some(&list.of), says);
            }
        }
        if list.admitted.is_some_and(|told| told != admitted) {
            let says = format!("{admitted} pairs are admitted, the list says {:?}", list.admitted);
            self.object(Kind::Admitted, Some(&list.of), says);
        }
    }

    /// `Less` when `a` ranks before `b`.
    fn rank(&self, a: &Match, b: &Match) -> Ordering {
        let view = |m: &Match| match self.file.inputs.direction {
            Direction::OffersForAsks => m.asker.points,
            Direction::AsksForOffers => m.offerer.points,
        };
        b.score
            .cmp(&a.score)
            .then_with(|| view(b).cmp(&view(a)))
            .then_with(|| self.other(a).cmp(self.other(b)))
    }

    fn own<'m>(&self, m: &'m Match) -> &'m PostId {
        match self.file.inputs.direction {
            Direction::OffersForAsks => &m.ask,
            Direction::AsksForOffers => &m.offer,
        }
    }

    fn other<'m>(&self, m: &'m Match) -> &'m PostId {
        match self.file.inputs.direction {
            Direction::OffersForAsks => &m.offer,
            Direction::AsksForOffers => &m.ask,
        }
    }
}
