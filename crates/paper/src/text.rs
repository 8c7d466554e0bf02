//! A line of text with what may stand in it.

use crate::NoteNumber;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Span {
    /// Plain words of the document's language.
    Plain(String),
    /// Words that stand out.
    Strong(String),
    /// A name, code or address in its own direction, kept apart from its neighbours.
    Name(String),
    /// A raised number that points to a note of the document.
    Note(NoteNumber),
}

/// A line of text: plain words, mostly; `Text::from("…")`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Its pieces, in reading order.
    pub spans: Vec<Span>,
}

impl Text {
    /// No text.
    pub fn empty() -> Text {
        Text::default()
    }

    /// The same with more words.
    #[must_use]
    pub fn plain(self, words: impl Into<String>) -> Text {
        self.with(Span::Plain(words.into()))
    }

    /// The same with words that stand out.
    #[must_use]
    pub fn strong(self, words: impl Into<String>) -> Text {
        self.with(Span::Strong(words.into()))
    }

    /// The same with a name in its own direction.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Text {
        self.with(Span::Name(name.into()))
    }

    /// The same with a pointer to a note.
    #[must_use]
    pub fn note(self, number: NoteNumber) -> Text {
        self.with(Span::Note(number))
    }

    fn with(mut self, span: Span) -> Text {
        self.spans.push(span);
        self
    }

    /// The words alone, notes as `[1]`, without marks of direction.
    pub(crate) fn bare(&self) -> String {
        let words: String = self
            .spans
            .iter()
            .map(|span| match span {
                Span::Plain(words) | Span::Strong(words) | Span::Name(words) => words.clone(),
                Span::Note(number) => format!("[{number}]"),
            })
            .collect();
        pul_locale::strip(&words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Text {
        Text::empty().plain(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text::empty().plain(words)
    }
}

impl From<&String> for Text {
    fn from(words: &String) -> Text {
        Text::empty().plain(words.as_str())
    }
}
