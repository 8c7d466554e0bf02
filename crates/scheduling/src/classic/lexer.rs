//! The tokens of a MiniZinc data file, each with its line.

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name.
    Name(String),
    /// A whole number.
    Number(i64),
    /// `..`
    Range,
    /// One of `= ; [ ] { } ( ) , |`.
    Mark(char),
    /// Text in quotes; no known name takes one.
    Text,
    /// Something that is none of these, as it stands.
    Other(String),
    /// The end of the file.
    End,
}

/// Reads tokens one at a time; nothing is kept but the place.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    ahead: Option<(Token, u32)>,
    /// How many more numbers may come out of ranges: a few bytes of `1..9999` must not fill memory.
    pub(super) range_left: i64,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lexer {
            text: text.strip_prefix('\u{feff}').unwrap_or(text),
            at: 0,
            line: 1,
            ahead: None,
            range_left: 1_000_000,
        }
    }

    /// The next token, left in place, and its line.
    pub(super) fn peek(&mut self) -> (&Token, u32) {
        if self.ahead.is_none() {
            self.ahead = Some(self.read());
        }
        match &self.ahead {
            Some((token, line)) => (token, *line),
            None => (&Token::End, self.line),
        }
    }

    /// The next token, taken, and its line.
    pub(super) fn next(&mut self) -> (Token, u32) {
        match self.ahead.take() {
            Some(token) => token,
            None => self.read(),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn skip_blank(&mut self) {
        loop {
            let blank = self.take(char::is_whitespace);
            self.line += count_lines(blank);
            if self.rest().starts_with('%') {
                self.take(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                let rest = self.rest();
                let length = rest.find("*/").map_or(rest.len(), |end| end + 2);
                self.line += count_lines(&rest[..length]);
                self.at += length;
            } else {
                return;
            }
        }
    }

    fn read(&mut self) -> (Token, u32) {
        self.skip_blank();
        let line = self.line;
        let Some(first) = self.rest().chars().next() else { return (Token::End, line) };
        let token = match first {
            '=' | ';' | '[' | ']' | '{' | '}' | '(' | ')' | ',' | '|' => {
                self.at += 1;
                Token::Mark(first)
            }
            '.' if self.rest().starts_with("..") => {
                self.at += 2;
                Token::Range
            }
            '"' => self.quoted(),
            c if c.is_ascii_digit() || c == '-' => self.number(),
            c if c.is_alphabetic() || c == '_' => {
                Token::Name(shortened(self.take(|c| c.is_alphanumeric() || c == '_')))
            }
            c => {
                self.at += c.len_utf8();
                Token::Other(c.to_string())
            }
        };
        (token, line)
    }

    fn number(&mut self) -> Token {
        let start = self.at;
        if self.rest().starts_with('-') {
            self.at += 1;
        }
        self.take(|c| c.is_ascii_alphanumeric() || c == '_');
        // `3.5` is one thing that is not a whole number; `3..5` is three tokens.
        if self.rest().starts_with('.') && !self.rest().starts_with("..") {
            self.at += 1;
            self.take(|c| c.is_ascii_alphanumeric());
        }
        let text = &self.text[start..self.at];
        text.parse().map_or_else(|_| Token::Other(shortened(text)), Token::Number)
    }

    fn quoted(&mut self) -> Token {
        let rest = &self.rest()[1..];
        let length = rest.find('"').map_or(rest.len(), |end| end + 1);
        self.line += count_lines(&rest[..length]);
        self.at += 1 + length;
        Token::Text
    }
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Token::Name(text) | Token::Other(text) => write!(f, "`{text}`"),
            Token::Number(number) => write!(f, "`{number}`"),
            Token::Range => f.write_str("`..`"),
            Token::Mark(mark) => write!(f, "`{mark}`"),
            Token::Text => f.write_str("a text in quotes"),
            Token::End => f.write_str("the end of the file"),
        }
    }
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

/// What a finding quotes of a long word.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
