//! Content lines: escaped, folded, ended as RFC 5545, section 3.1, says.

/// The longest line in octets, its end not counted.
const LONGEST: usize = 75;

/// Text as a value of type TEXT: backslash, semicolon, comma and line ends escaped; other
/// control characters, which no calendar may hold, are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// Text as a quoted value of a parameter, which has no way to hold a quote or a line end.
pub(crate) fn quoted(text: &str) -> String {
    let clean = |c: char| match c {
        '"' => Some('\''),
        c if c.is_control() => None,
        c => Some(c),
    };
    format!("\"{}\"", text.chars().filter_map(clean).collect::<String>())
}

/// Lines in the making.
#[derive(Debug, Default)]
pub(crate) struct Content(String);

impl Content {
    /// Adds a line as it stands, folded between characters.
    pub(crate) fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a property whose value is TEXT.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escape(text)));
    }

    /// The lines.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(escape("a,b;c\\d\r\ne\u{7}"), "a\\,b\\;c\\\\d\\ne");
        assert_eq!(quoted("Ali \"the\" Khan\r\n"), "\"Ali 'the' Khan\"");
    }

    proptest! {
        #[test]
        fn lines_are_folded_and_unfold_to_what_they_were(text in "\\PC{0,300}") {
            let mut content = Content::default();
            content.line(&text);
            let folded = content.finish();
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
        }
    }
}
