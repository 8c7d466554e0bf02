//! When an ordinary word is a skill.

use super::Reason;
use super::cue_words::{
    CONFIRM_AFTER, CONFIRM_BEFORE, DENY_AFTER, DENY_BEFORE, DENY_LETTER_AFTER, JOINERS, SEASONS,
};
use super::tokens::Tokens;
use super::vocabulary::{Named, words};
use std::collections::HashSet;

/// How many words either side may confirm.
const WINDOW: usize = 8;

/// The word lists, folded once.
#[derive(Debug)]
pub(super) struct Judge {
    before: Vec<Vec<String>>,
    after: HashSet<String>,
    deny_before: HashSet<String>,
    deny_after: HashSet<String>,
    deny_letter: HashSet<String>,
    joiners: HashSet<String>,
}

/// A name that may be an ordinary word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub first: usize,
    pub last: usize,
}

impl Judge {
    pub fn new() -> Judge {
        let set = |list: &[&str]| list.iter().flat_map(|word| words(word)).collect();
        Judge {
            before: CONFIRM_BEFORE.iter().map(|phrase| words(phrase)).collect(),
            after: set(CONFIRM_AFTER),
            deny_before: set(DENY_BEFORE),
            deny_after: set(DENY_AFTER),
            deny_letter: set(DENY_LETTER_AFTER),
            joiners: set(JOINERS),
        }
    }

    /// Whether a candidate counts, and why. `sure` tells whether a word is part of a
    /// mention that counts already.
    pub fn confirm(
        &self,
        tokens: &Tokens<'_>,
        at: Candidate,
        named: &Named,
        sure: &dyn Fn(usize) -> bool,
    ) -> Option<Reason> {
        if self.is_part_of_compound(tokens, at, sure) {
            return None;
        }
        if self.phrase_before(tokens, at.first) {
            return Some(Reason::Phrase);
        }
        let followed = self.phrase_after(tokens, at.last);
        if followed && !self.deny_letter_before(tokens, at) {
            return Some(Reason::Phrase);
        }
        if self.in_list(tokens, at, sure) {
            return Some(Reason::List);
        }
        if self.is_denied(tokens, at) {
            return None;
        }
        context(tokens, at, named)
    }

    /// `C-level`, `R&D`, `go-to-market`: a hyphen or ampersand ties it to another word
    /// that is neither a skill nor one of those that confirm.
    fn is_part_of_compound(&self, tokens: &Tokens<'_>, at: Candidate, sure: &dyn Fn(usize) -> bool) -> bool {
        let ties = |gap: &str| {
            let mut chars = gap.chars();
            matches!((chars.next(), chars.next()), (Some('-' | '‐' | '‑' | '&' | '@' | '_'), None))
        };
        let before = at.first > 0 && ties(tokens.raw_gap(at.first)) && !sure(at.first - 1);
        let next = at.last + 1;
        let after = next < tokens.list.len()
            && ties(tokens.raw_gap(next))
            && !sure(next)
            && !self.after.contains(tokens.fold(next));
        before || after
    }

    fn phrase_before(&self, tokens: &Tokens<'_>, first: usize) -> bool {
        self.before.iter().any(|phrase| {
            let start = first.checked_sub(phrase.len());
            start.is_some_and(|start| {
                phrase.iter().enumerate().all(|(at, word)| {
                    let joined = plain_gap(tokens.raw_gap(start + at + 1));
                    joined && tokens.fold(start + at) == word
                })
            })
        })
    }

    fn phrase_after(&self, tokens: &Tokens<'_>, last: usize) -> bool {
        self.after.contains(tokens.fold(last + 1)) && plain_gap(tokens.raw_gap(last + 1))
    }

    /// In a list beside a skill: the gap is a comma, semicolon, slash, bar, bullet, plus or
    /// line break, or `and`, `or` stands between.
    fn in_list(&self, tokens: &Tokens<'_>, at: Candidate, sure: &dyn Fn(usize) -> bool) -> bool {
        let before = at.first.checked_sub(1).is_some_and(|before| {
            let gap = tokens.raw_gap(at.first);
            let joined = self.joiners.contains(tokens.fold(before)) && plain_gap(gap);
            match before.checked_sub(1) {
                _ if lists(gap) => sure(before),
                Some(item) if joined => sure(item) && list_or_plain(tokens.raw_gap(before)),
                _ => false,
            }
        });
        let next = at.last + 1;
        let gap = tokens.raw_gap(next);
        let after = if lists(gap) {
            sure(next)
        } else {
            self.joiners.contains(tokens.fold(next))
                && list_or_plain(gap)
                && sure(next + 1)
                && plain_gap(tokens.raw_gap(next + 1))
        };
        before || after
    }

    fn deny_letter_before(&self, tokens: &Tokens<'_>, at: Candidate) -> bool {
        let letter = at.first == at.last && tokens.fold(at.first).chars().count() == 1;
        let before = at.first.checked_sub(1).map_or("", |before| tokens.fold(before));
        letter && self.deny_letter.contains(before)
    }

    fn is_denied(&self, tokens: &Tokens<'_>, at: Candidate) -> bool {
        let before = at.first.checked_sub(1).filter(|_| plain_gap(tokens.raw_gap(at.first)));
        let before = before.map_or("", |before| tokens.fold(before));
        let after = match plain_gap(tokens.raw_gap(at.last + 1)) {
            true => tokens.fold(at.last + 1),
            false => "",
        };
        let year = after.len() == 4 && after.bytes().all(|b| b.is_ascii_digit());
        let season = SEASONS.contains(&tokens.fold(at.last));
        self.deny_before.contains(before)
            || self.deny_after.contains(after)
            || self.deny_letter_before(tokens, at)
            || (season && (year || before == "in"))
    }
}

/// A context word of the skill within [`WINDOW`] words on either side, in the same paragraph.
fn context(tokens: &Tokens<'_>, at: Candidate, named: &Named) -> Option<Reason> {
    let paragraph = |at: usize| tokens.raw_gap(at).matches('\n').count() > 1;
    let mut start = at.first;
    while start > at.first.saturating_sub(WINDOW) && !paragraph(start) {
        start -= 1;
    }
    let mut end = at.last + 1;
    while end < tokens.list.len().min(at.last + 1 + WINDOW) && !paragraph(end) {
        end += 1;
    }
    for from in start..end {
        if (at.first..=at.last).contains(&from) {
            continue;
        }
        let fits = |phrase: &&Vec<String>| {
            !phrase.is_empty()
                && from + phrase.len() <= end
                && phrase.iter().enumerate().all(|(step, word)| tokens.fold(from + step) == word)
        };
        if let Some(phrase) = named.context.iter().find(fits) {
            let span = tokens.span(from, from + phrase.len() - 1);
            return Some(Reason::Context { start: span.start, end: span.end });
        }
    }
    None
}

/// Only white space or a hyphen.
fn plain_gap(gap: &str) -> bool {
    gap.matches('\n').count() <= 1 && gap.chars().all(|c| c.is_whitespace() || c == '-')
}

/// What stands between items of a list.
fn lists(gap: &str) -> bool {
    let marks = gap.chars().filter(|c| !c.is_whitespace());
    let only = marks.clone().all(|c| ",;/|•·◦▪*+-–—()،؛".contains(c));
    only && (marks.count() > 0 || gap.contains('\n')) && gap.matches('\n').count() <= 1
}

fn list_or_plain(gap: &str) -> bool {
    lists(gap) || plain_gap(gap)
}
