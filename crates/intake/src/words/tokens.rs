//! Words of a text and what stands between them.

use pul_pack::spelling::folded;
use std::ops::Range;

/// A word: its folded form and the bytes of the original it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes of the folded text.
    pub fold: Range<u32>,
    /// Bytes of the original text.
    pub span: Range<u32>,
}

/// What separates two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap<'t> {
    /// One name may run across it: a space, one line break, `-`, `_`, `.`, `/`.
    Soft(&'t str),
    /// Something else; trimmed.
    Hard(&'t str),
}

/// A text cut into words.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub text: &'t str,
    folded: String,
    pub list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text. A word is a run of letters and digits, an apostrophe between letters
    /// included, with `+` and `#` right after it (`C++`, `F#`) and a dot before it that
    /// follows no letter (`.NET`).
    pub fn new(text: &'t str) -> Tokens<'t> {
        let whole = folded(text);
        let mut list = Vec::new();
        let mut chars = whole.text.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, c)) = chars.next() {
            let dotted = c == '.'
                && !before.is_alphanumeric()
                && before != '.'
                && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
            before = c;
            if !c.is_alphanumeric() && !dotted {
                continue;
            }
            let mut end = at + c.len_utf8();
            while let Some((next_at, next)) = chars.peek().copied() {
                let apostrophe = matches!(next, '\'' | '’')
                    && before.is_alphabetic()
                    && whole.text[next_at + next.len_utf8()..].starts_with(char::is_alphabetic);
                if !next.is_alphanumeric() && !apostrophe {
                    break;
                }
                (before, end) = (next, next_at + next.len_utf8());
                chars.next();
            }
            while let Some((next_at, next @ ('+' | '#'))) = chars.peek().copied() {
                (before, end) = (next, next_at + 1);
                chars.next();
            }
            list.push(Token { fold: at as u32..end as u32, span: origin(text, &whole.offsets, at, end) });
        }
        Tokens { text, folded: whole.text, list }
    }

    /// The folded form of a word; empty past the ends.
    pub fn fold(&self, at: usize) -> &str {
        let range = self.list.get(at).map_or(0..0, |t| t.fold.start as usize..t.fold.end as usize);
        self.folded.get(range).unwrap_or_default()
    }

    /// The bytes of the original from one word to another, both included.
    pub fn span(&self, first: usize, last: usize) -> Range<usize> {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.span.start as usize..last.span.end as usize,
            _ => 0..0,
        }
    }

    /// What stands between a word and the one before it, in the original.
    pub fn raw_gap(&self, at: usize) -> &'t str {
        let start = match at.checked_sub(1).and_then(|before| self.list.get(before)) {
            Some(before) => before.span.end as usize,
            None => 0,
        };
        let end = self.list.get(at).map_or(self.text.len(), |token| token.span.start as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// What kind of gap stands before a word.
    pub fn gap(&self, at: usize) -> Gap<'t> {
        gap(self.raw_gap(at))
    }
}

/// What kind of gap this is.
pub(super) fn gap(raw: &str) -> Gap<'_> {
    let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || is_mark(c));
    let breaks = raw.matches('\n').count();
    let joined = matches!(trimmed, "-" | "_" | "." | "/" | "‐" | "‑" | "–") && raw.len() == trimmed.len();
    if breaks <= 1 && (trimmed.is_empty() || joined) { Gap::Soft(trimmed) } else { Gap::Hard(trimmed) }
}

/// Joiners and direction marks, which are no part of any word.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The bytes of the original that a run of the folded text came from: from the first
/// character to the end of the last, so that marks after it stay outside.
fn origin(text: &str, offsets: &[u32], start: usize, end: usize) -> Range<u32> {
    let first = offsets.get(start).copied().unwrap_or(0);
    let last = offsets.get(end - 1).copied().unwrap_or(first);
    let width = text.get(last as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    first..last + width as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let tokens = Tokens::new(text);
        let words: Vec<String> = (0..tokens.list.len())
            .map(|at| format!("{}={}", tokens.fold(at), text[tokens.span(at, at)].replace(is_mark, "_")))
            .collect();
        words.join(" | ")
    }

    #[test]
    fn words_of_a_text() {
        insta::assert_snapshot!(cut("C++, C#/.NET and ASP.NET; let's (F#)…"), @"c++=C++ | c#=C# | .net=.NET | and=and | asp=ASP | net=NET | let's=let's | f#=F#");
        insta::assert_snapshot!(cut("D\u{e9}veloppeur\u{200f} Re\u{200b}act 🦀 کراچي"), @"developpeur=Développeur | react=Re_act | کراچی=کراچي");
        insta::assert_snapshot!(cut("... .. . '' ++ ##"), @"");
    }
}
