//! Text of a formula to tokens.

use super::Flaw;
use pul_pack::parameters::Number;

/// A token with where it starts and ends in the text, in bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Kinds of token.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `3500`, `0.5`.
    Number(Number),
    /// `15%`, already divided by a hundred.
    Percent(Number),
    /// `2026-07-01`.
    Date(jiff::civil::Date),
    /// `"ON"`; capitals need no quotation marks.
    Word(String),
    /// `cpp-rate`, or a key word.
    Name(String),
    /// `+ - * / ( ) [ ] , @ = != < <= > >=`.
    Sign(&'static str),
    /// The end of the text.
    End,
}

/// The longest formula read, in bytes.
pub const LONGEST: usize = 4000;

const SIGNS: [&str; 16] = ["!=", "<=", ">=", "+", "-", "*", "/", "(", ")", "[", "]", ",", "@", "=", "<", ">"];

/// Cuts a formula into tokens.
pub fn tokens(text: &str) -> Result<Vec<Token>, Flaw> {
    if text.len() > LONGEST {
        return Err(Flaw::new(
            0,
            "formula-too-long",
            format!("The formula has {} bytes; {LONGEST} are read.", text.len()),
            "Split it with a define.",
        ));
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = token(&text[at..]).map_err(|cause| {
            Flaw::new(at, "formula-token", cause, "See the formula language in docs/pricing.md.")
        })?;
        out.push(Token { kind, start: at, end: at + length });
        at += length;
    }
    out.push(Token { kind: Kind::End, start: at, end: at });
    Ok(out)
}

fn token(text: &str) -> Result<(Kind, usize), String> {
    let first = text.as_bytes()[0];
    if first.is_ascii_digit() {
        return number_or_date(text);
    }
    if first.is_ascii_lowercase() {
        let length = name_length(text.as_bytes());
        return Ok((Kind::Name(text[..length].to_owned()), length));
    }
    if first.is_ascii_uppercase() {
        let length = text.bytes().take_while(u8::is_ascii_uppercase).count();
        return Ok((Kind::Word(text[..length].to_owned()), length));
    }
    if first == b'"' {
        let end = text[1..].find('"').ok_or("A quotation mark is not closed.")?;
        return Ok((Kind::Word(text[1..=end].to_owned()), end + 2));
    }
    let sign = SIGNS.iter().find(|s| text.starts_with(**s));
    sign.map(|s| (Kind::Sign(s), s.len()))
        .ok_or_else(|| format!("{:?} has no meaning in a formula.", text.chars().next().unwrap_or(' ')))
}

/// A hyphen belongs to a name when a letter or digit follows at once; write a
/// subtraction with spaces.
fn name_length(bytes: &[u8]) -> usize {
    let part = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let mut length = 0;
    while length < bytes.len() {
        let hyphen = bytes[length] == b'-' && bytes.get(length + 1).is_some_and(part);
        if !part(&bytes[length]) && !hyphen {
            break;
        }
        length += 1;
    }
    length
}

fn number_or_date(text: &str) -> Result<(Kind, usize), String> {
    let shape = |b: &[u8]| {
        b.len() == 10
            && b.iter()
                .enumerate()
                .all(|(i, c)| if i == 4 || i == 7 { *c == b'-' } else { c.is_ascii_digit() })
    };
    if let Some(head) = text.as_bytes().get(..10)
        && shape(head)
    {
        let date =
            text[..10].parse().map_err(|_| format!("{} is not a day of the calendar.", &text[..10]))?;
        return Ok((Kind::Date(date), 10));
    }
    let length = text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'_')).count();
    let number = Number::read(&text[..length])
        .ok_or_else(|| format!("{:?} is not a plain decimal.", &text[..length]))?;
    if text[length..].starts_with('%') {
        let hundredth = number.per(Number::whole(100)).unwrap_or_default();
        return Ok((Kind::Percent(hundredth), length + 1));
    }
    Ok((Kind::Number(number), length))
}
