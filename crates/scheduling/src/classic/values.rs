//! The values of a MiniZinc data file: numbers, lists, sets and tables, with lines.

use super::lexer::{Lexer, Token};

/// A whole number and its line.
pub(super) type Number = (i64, u32);

/// What a name is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// `3`
    Number(i64),
    /// `[1, 2]`
    List(Vec<Number>),
    /// `[{1, 2}, {}]`; every set with its line.
    Sets(Vec<(Vec<Number>, u32)>),
    /// `[| 1, 2 | 3, 4 |]`; every row with its line.
    Table(Vec<(Vec<Number>, u32)>),
}

impl Value {
    /// The shape in words.
    pub(super) fn shape(&self) -> &'static str {
        match self {
            Value::Number(_) => "a number",
            Value::List(_) => "a list of numbers",
            Value::Sets(_) => "a list of sets",
            Value::Table(_) => "a table",
        }
    }
}

/// What stopped the reading of a value, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    /// The line.
    pub(super) line: u32,
    /// What was found there.
    pub(super) found: String,
    /// What was wanted.
    pub(super) wanted: &'static str,
}

type Read<T> = Result<T, Stop>;

fn stop<T>(found: &Token, line: u32, wanted: &'static str) -> Read<T> {
    Err(Stop { line, found: found.to_string(), wanted })
}

fn is(lexer: &mut Lexer<'_>, mark: char) -> bool {
    lexer.peek().0 == &Token::Mark(mark)
}

fn took(lexer: &mut Lexer<'_>, mark: char) -> bool {
    let found = is(lexer, mark);
    if found {
        lexer.next();
    }
    found
}

/// Reads one value; the token after it is left in place.
pub(super) fn value(lexer: &mut Lexer<'_>) -> Read<Value> {
    let (token, line) = lexer.next();
    match token {
        Token::Number(number) => Ok(Value::Number(number)),
        Token::Mark('[') if took(lexer, '|') => table(lexer),
        Token::Mark('[') => list(lexer),
        Token::Name(name) if matches!(name.as_str(), "array1d" | "array2d") => shaped(lexer, &name),
        other => stop(&other, line, "a number, a list or a table"),
    }
}

/// `array1d(1..3, [1, 2, 3])`, and `array2d(1..2, 1..3, […])`, whose list is cut into rows.
fn shaped(lexer: &mut Lexer<'_>, name: &str) -> Read<Value> {
    let (open, line) = lexer.next();
    if open != Token::Mark('(') {
        return stop(&open, line, "`(`");
    }
    let mut last = Vec::new();
    while !is(lexer, '[') {
        last = Vec::new();
        item(lexer, &mut last)?;
        let (comma, line) = lexer.next();
        if comma != Token::Mark(',') {
            return stop(&comma, line, "`,`");
        }
    }
    let inner = value(lexer)?;
    let (close, line) = lexer.next();
    if close != Token::Mark(')') {
        return stop(&close, line, "`)`");
    }
    Ok(match inner {
        Value::List(all) if name == "array2d" && !last.is_empty() => {
            Value::Table(all.chunks(last.len()).map(|row| (row.to_vec(), row[0].1)).collect())
        }
        other => other,
    })
}

/// A number or a range, written out.
fn item(lexer: &mut Lexer<'_>, into: &mut Vec<Number>) -> Read<()> {
    let (token, line) = lexer.next();
    let Token::Number(from) = token else { return stop(&token, line, "a whole number") };
    if lexer.peek().0 != &Token::Range {
        into.push((from, line));
        return Ok(());
    }
    lexer.next();
    let (token, line) = lexer.next();
    match token {
        Token::Number(to) if to.saturating_sub(from) < lexer.range_left => {
            lexer.range_left -= to.saturating_sub(from).max(0) + 1;
            into.extend((from..=to).map(|n| (n, line)));
            Ok(())
        }
        Token::Number(_) => stop(&token, line, "a shorter range"),
        other => stop(&other, line, "the end of the range"),
    }
}

/// Numbers with commas up to a closing mark, which is taken; a comma before it is allowed.
fn numbers(lexer: &mut Lexer<'_>, close: char) -> Read<Vec<Number>> {
    let mut all = Vec::new();
    while !took(lexer, close) {
        item(lexer, &mut all)?;
        if !took(lexer, ',') && !is(lexer, close) {
            let (token, line) = lexer.next();
            return stop(&token, line, "`,` or the end of the list");
        }
    }
    Ok(all)
}

/// After `[`: numbers or sets up to `]`.
fn list(lexer: &mut Lexer<'_>) -> Read<Value> {
    if !is(lexer, '{') {
        return numbers(lexer, ']').map(Value::List);
    }
    let mut sets = Vec::new();
    while !took(lexer, ']') {
        let (open, line) = lexer.next();
        match open {
            Token::Mark('{') => sets.push((numbers(lexer, '}')?, line)),
            other => return stop(&other, line, "`{`"),
        }
        if !took(lexer, ',') && !is(lexer, ']') {
            let (token, line) = lexer.next();
            return stop(&token, line, "`,` or `]`");
        }
    }
    Ok(Value::Sets(sets))
}

/// After `[|`: rows with `|` between them up to `|]`; an empty last row is none.
fn table(lexer: &mut Lexer<'_>) -> Read<Value> {
    let mut rows = Vec::new();
    loop {
        let line = lexer.peek().1;
        if took(lexer, ']') {
            return Ok(Value::Table(rows));
        }
        let row = numbers(lexer, '|')?;
        if row.is_empty() && is(lexer, ']') {
            continue;
        }
        rows.push((row, line));
    }
}
