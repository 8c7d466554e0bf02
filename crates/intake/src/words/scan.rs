//! Finds mentions.

use super::ambiguity::{Candidate, Judge};
use super::cues::Phrases;
use super::tokens::{Tokens, is_mark};
use super::vocabulary::{Spelling, Vocabulary};
use super::{Mention, Reason, RoleMention};
use pul_pack::Pack;

/// The names of a pack, ready to be found in any number of texts.
#[derive(Debug)]
pub struct Words {
    vocabulary: Vocabulary,
    judge: Judge,
    phrases: Phrases,
}

/// Rounds of confirming; lists settle in one or two.
const MOST_ROUNDS: usize = 8;

/// A name found, with what it may mean.
struct Found<'v> {
    at: Candidate,
    spelling: &'v Spelling,
    reason: Option<Reason>,
}

impl Words {
    /// Gathers the names of a pack.
    pub fn new(pack: &Pack) -> Words {
        Words { vocabulary: Vocabulary::new(pack), judge: Judge::new(), phrases: Phrases::new() }
    }

    /// Skills named in a text, in its order; they never overlap.
    ///
    /// At each word the longest name that counts wins. Names that mean nothing else are
    /// settled first; ordinary words are then confirmed by what stands around them, again
    /// and again until no more are, since one confirmed item of a list confirms the next.
    pub fn skills(&self, text: &str) -> Vec<Mention> {
        let tokens = Tokens::new(text);
        let mut found: Vec<Found<'_>> = Vec::new();
        for first in 0..tokens.list.len() {
            for (last, ends) in self.vocabulary.spellings.at(&tokens, first) {
                let written = &text[tokens.span(first, last)];
                if let Some(spelling) = fitting(ends, written) {
                    let reason = match (spelling.word, &spelling.exact) {
                        (true, _) => None,
                        (false, None) => Some(Reason::Name),
                        (false, Some(_)) => Some(Reason::Case),
                    };
                    found.push(Found { at: Candidate { first, last }, spelling, reason });
                }
            }
        }
        self.confirm(&tokens, &mut found);
        self.mentions(&tokens, &found)
    }

    /// The role a text names: the longest title in it, the earliest of equals.
    pub fn role(&self, text: &str) -> Option<RoleMention> {
        let tokens = Tokens::new(text);
        let mut best: Option<(usize, usize, usize)> = None;
        for first in 0..tokens.list.len() {
            if let Some((last, _)) = self.vocabulary.roles.at(&tokens, first).first() {
                let words = last - first + 1;
                if best.is_none_or(|(most, _, _)| words > most) {
                    best = Some((words, first, *last));
                }
            }
        }
        let (_, first, last) = best?;
        let role = self.vocabulary.roles.at(&tokens, first).first()?.1.first()?.clone();
        let span = tokens.span(first, last);
        Some(RoleMention { role, text: text[span.clone()].to_owned(), span })
    }

    /// Confirms ordinary words until nothing changes.
    fn confirm(&self, tokens: &Tokens<'_>, found: &mut [Found<'_>]) {
        let mut sure = vec![false; tokens.list.len()];
        let settle = |sure: &mut Vec<bool>, at: Candidate| sure[at.first..=at.last].fill(true);
        found.iter().filter(|f| f.reason.is_some()).for_each(|f| settle(&mut sure, f.at));
        for _ in 0..MOST_ROUNDS {
            let mut changed = false;
            // Forwards and then backwards, so that long lists settle in few rounds.
            let forwards: Vec<usize> = (0..found.len()).collect();
            for at in forwards.iter().copied().chain(forwards.iter().rev().copied()) {
                let one = &found[at];
                if one.reason.is_some() || sure[one.at.first..=one.at.last].contains(&true) {
                    continue;
                }
                let named = &self.vocabulary.skills[one.spelling.skill];
                let is_sure = |word: usize| sure.get(word).copied().unwrap_or(false);
                if let Some(reason) = self.judge.confirm(tokens, one.at, named, &is_sure) {
                    settle(&mut sure, one.at);
                    found[at].reason = Some(reason);
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn mentions(&self, tokens: &Tokens<'_>, found: &[Found<'_>]) -> Vec<Mention> {
        let mut kept: Vec<(Candidate, &Found<'_>, Reason)> = Vec::new();
        let mut named = vec![false; tokens.list.len()];
        for one in found {
            let Some(reason) = one.reason.filter(|_| !named[one.at.first]) else {
                continue;
            };
            named[one.at.first..=one.at.last].fill(true);
            kept.push((one.at, one, reason));
        }
        let hints = self.phrases.find(tokens, &named);
        let mut mentions = Vec::with_capacity(kept.len());
        for (Candidate { first, last }, one, reason) in kept {
            let span = tokens.span(first, last);
            mentions.push(Mention {
                skill: self.vocabulary.skills[one.spelling.skill].id.clone(),
                text: tokens.text[span.clone()].to_owned(),
                span,
                reason,
                level: hints.level(tokens, first, last),
                importance: hints.importance(tokens, first, last),
            });
        }
        mentions
    }
}

/// The spelling that what is written fits: one in this very case, else one in any case.
/// Joiners and direction marks inside do not count.
fn fitting<'v>(ends: &'v [Spelling], written: &str) -> Option<&'v Spelling> {
    let plain: String = written.chars().filter(|c| !is_mark(*c)).collect();
    let same = |exact: &str| exact == plain || exact.split_whitespace().eq(plain.split_whitespace());
    let exact = ends.iter().find(|end| end.exact.as_deref().is_some_and(same));
    exact.or_else(|| ends.iter().find(|end| end.exact.is_none()))
}
