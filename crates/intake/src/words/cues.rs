//! Hints at level and importance.

use super::cue_words::{BANDS, CUES, YEARS};
use super::tokens::Tokens;
use super::trie::Trie;
use super::vocabulary::words;
use pul_domain::{Importance, Level};
use std::collections::HashSet;
use std::ops::Range;

/// A hint: what it suggests and the bytes of the text that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue<T> {
    /// What it suggests.
    pub suggests: T,
    /// The bytes of the words.
    pub span: Range<usize>,
}

/// What a phrase hints at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Must,
    Should,
    Nice,
    Level(u8),
}

/// On which side of the phrase the skill stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    Both,
}

/// A hint found in a text.
#[derive(Debug, Clone, Copy)]
struct Hint {
    first: usize,
    last: usize,
    sentence: usize,
    clause: usize,
    sign: Sign,
    side: Side,
    /// Whether it heads a list: it counts for the lines under it.
    heads: bool,
}

/// How far after a skill a level may stand: `React (expert)`, `Python 5+ years`.
const LEVEL_REACH: usize = 3;

/// How many hints on either side of a mention are looked at, so that a text of nothing
/// but hints costs no more than its length.
const HINTS_LOOKED_AT: usize = 24;

/// The phrases, ready to be found.
#[derive(Debug)]
pub(super) struct Phrases {
    cues: Trie<(Sign, Side)>,
    years: HashSet<String>,
}

impl Phrases {
    pub fn new() -> Phrases {
        let mut trie = Trie::new();
        for (phrase, sign, side) in CUES {
            trie.add(phrase, (*sign, *side));
        }
        let years = YEARS.iter().flat_map(|word| words(word)).collect();
        Phrases { cues: trie, years }
    }

    /// Every hint of a text. Words that are part of a skill's name (`named`) hint at
    /// nothing: the *learning* of machine learning is no beginner's.
    pub fn find(&self, tokens: &Tokens<'_>, named: &[bool]) -> Hints {
        let sentences = sentences(tokens);
        let mut list = Vec::new();
        let mut at = 0;
        while at < tokens.list.len() {
            let found =
                self.cues.at(tokens, at).first().and_then(|(last, ends)| Some((*last, *ends.first()?)));
            let (last, sign, side) = match (found, years(tokens, at, &self.years)) {
                (_, Some((last, level))) => (last, Sign::Level(level), Side::Both),
                (Some((last, (sign, side))), None) => (last, sign, side),
                (None, None) => {
                    at += 1;
                    continue;
                }
            };
            if named[at..=last.min(named.len() - 1)].contains(&true) {
                at += 1;
                continue;
            }
            let heads = heads_a_list(tokens, at, last);
            let (sentence, clause) = sentences[at];
            list.push(Hint { first: at, last, sentence, clause, sign, side, heads });
            at = last + 1;
        }
        let headings = list.iter().filter(|hint| hint.heads).copied().collect();
        Hints { list, headings, sentences }
    }
}

/// `5+ years`, `3-5 years`, `10 ans`: the last word and the level of the first number.
fn years(tokens: &Tokens<'_>, at: usize, units: &HashSet<String>) -> Option<(usize, u8)> {
    let first = number(tokens.fold(at))?;
    let unit = |at: usize| units.contains(tokens.fold(at));
    let last = if unit(at + 1) {
        at + 1
    } else if unit(at + 2) && (number(tokens.fold(at + 1)).is_some() || tokens.fold(at + 1) == "to") {
        at + 2
    } else if unit(at + 3) && tokens.fold(at + 1) == "to" && number(tokens.fold(at + 2)).is_some() {
        at + 3
    } else {
        return None;
    };
    let band = BANDS.iter().rev().find(|(from, _)| *from <= first).map_or(2, |(_, level)| *level);
    Some((last, band))
}

/// A count of years, 0 to 60, in any script's digits; `5+` is 5.
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches('+');
    if digits.chars().take(3).count() > 2 {
        return None;
    }
    let ascii: String = digits.chars().map(ascii_digit).collect::<Option<String>>()?;
    ascii.parse().ok().filter(|years| *years <= 60 && !ascii.is_empty())
}

/// Western, Arabic and Urdu digits.
fn ascii_digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '\u{660}'..='\u{669}' => c as u32 - 0x660,
        '\u{6f0}'..='\u{6f9}' => c as u32 - 0x6f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Whether the phrase ends its line with a colon or is the whole of it.
fn heads_a_list(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    let (before, after) = (tokens.raw_gap(first), tokens.raw_gap(last + 1));
    let line_ends = after.find('\n').is_some() || last + 1 >= tokens.list.len();
    let colon = after.trim_start().starts_with(':') && after.contains('\n');
    let alone = (first == 0 || before.contains('\n')) && line_ends;
    // "Requirements (all of them):" has words between; a heading ends in a colon.
    colon || (alone && after.contains('\n'))
}

/// The numbers of the sentence and of the clause each word stands in. A sentence ends at
/// `. ! ? ؟ ۔` before white space and at a line break, a clause at a semicolon too.
fn sentences(tokens: &Tokens<'_>) -> Vec<(usize, usize)> {
    let (mut sentence, mut clause) = (0, 0);
    (0..tokens.list.len())
        .map(|at| {
            let gap = if at > 0 { tokens.raw_gap(at) } else { "" };
            let ends = ends_sentence(gap);
            sentence += usize::from(ends);
            clause += usize::from(ends || gap.contains([';', '؛']));
            (sentence, clause)
        })
        .collect()
}

fn ends_sentence(gap: &str) -> bool {
    let mut before_space = false;
    for c in gap.chars() {
        if c == '\n' || (before_space && c.is_whitespace()) {
            return true;
        }
        before_space = matches!(c, '.' | '!' | '?' | '؟' | '۔');
    }
    false
}

/// How far a kind of hint reaches.
#[derive(Debug, Clone, Copy)]
struct Reach {
    /// Words between a skill and a hint after it.
    after: usize,
    /// Whether a hint before the skill reaches over a semicolon.
    over_clauses: bool,
}

/// The hints of a text.
#[derive(Debug)]
pub(super) struct Hints {
    list: Vec<Hint>,
    headings: Vec<Hint>,
    sentences: Vec<(usize, usize)>,
}

impl Hints {
    /// What the words around a mention suggest about its importance.
    pub fn importance(&self, tokens: &Tokens<'_>, first: usize, last: usize) -> Option<Cue<Importance>> {
        let of = |sign: Sign| match sign {
            Sign::Must => Some(Importance::Must),
            Sign::Should => Some(Importance::Should),
            Sign::Nice => Some(Importance::Nice),
            Sign::Level(_) => None,
        };
        let reach = Reach { after: usize::MAX, over_clauses: true };
        self.nearest(tokens, first, last, reach, of)
    }

    /// What the words around a mention suggest about its level.
    pub fn level(&self, tokens: &Tokens<'_>, first: usize, last: usize) -> Option<Cue<Level>> {
        let of = |sign: Sign| match sign {
            Sign::Level(level) => Level::new(level).ok(),
            _ => None,
        };
        let reach = Reach { after: LEVEL_REACH, over_clauses: false };
        self.nearest(tokens, first, last, reach, of)
    }

    /// The nearest hint of the sentence on the right side; one that stands before wins a
    /// tie. Without any, the last heading above.
    fn nearest<T>(
        &self,
        tokens: &Tokens<'_>,
        first: usize,
        last: usize,
        reach: Reach,
        of: impl Fn(Sign) -> Option<T>,
    ) -> Option<Cue<T>> {
        let (sentence, clause) = *self.sentences.get(first)?;
        let here = self.list.partition_point(|hint| hint.first < first);
        let near = here.saturating_sub(HINTS_LOOKED_AT)..self.list.len().min(here + HINTS_LOOKED_AT);
        let mut best: Option<(usize, Hint)> = None;
        for hint in self.list[near].iter().filter(|hint| hint.sentence == sentence) {
            let same_clause = hint.clause == clause;
            let before = hint.last < first && hint.side != Side::Before;
            let after = hint.first > last && hint.side != Side::After && same_clause;
            let distance = if before && (same_clause || reach.over_clauses) {
                first - hint.last - 1
            } else if after && hint.first - last - 1 < reach.after {
                hint.first - last - 1
            } else {
                continue;
            };
            if of(hint.sign).is_some() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, *hint));
            }
        }
        let heading = || {
            let above = self.headings.partition_point(|heading| heading.sentence < sentence);
            let above = self.headings[..above].iter().rev().take(HINTS_LOOKED_AT);
            above.copied().find(|hint| of(hint.sign).is_some())
        };
        let hint = best.map(|(_, hint)| hint).or_else(heading)?;
        Some(Cue { suggests: of(hint.sign)?, span: tokens.span(hint.first, hint.last) })
    }
}
