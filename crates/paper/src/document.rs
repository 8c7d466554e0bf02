//! What a paper says.

use crate::{BarChart, Table, Text};
use pul_locale::{Direction, Language};
use std::fmt;

/// The number of a note, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteNumber(pub(crate) usize);

impl fmt::Display for NoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// In bytes; longer ones are shown, but not linked.
const LONGEST_LINK: usize = 2000;

/// A note at the end: a source, or a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it says: producer, title, dates.
    pub text: Text,
    /// Where it can be read.
    pub address: Option<String>,
}

impl Note {
    /// A note.
    pub fn new(text: impl Into<Text>) -> Note {
        Note { text: text.into(), address: None }
    }

    /// The same with an address. It becomes a link when it is `http` or `https`.
    #[must_use]
    pub fn at(self, address: impl Into<String>) -> Note {
        Note { address: Some(address.into()), ..self }
    }

    /// The address, when it is one a reader may safely follow and a PDF can hold.
    pub(crate) fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|to| {
            let known = to.starts_with("https://") || to.starts_with("http://");
            known && to.len() <= LONGEST_LINK
        })
    }
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: Text,
    /// What it amounts to.
    pub value: Text,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph set apart: what is stale, assumed or uncertain.
    Remark(Text),
    /// Names and values in two columns.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A chart. Its figures should also stand in a table.
    Chart(BarChart),
    /// A new page, when printed.
    PageBreak,
}

impl From<Table> for Block {
    fn from(table: Table) -> Block {
        Block::Table(table)
    }
}

impl From<BarChart> for Block {
    fn from(chart: BarChart) -> Block {
        Block::Chart(chart)
    }
}

/// A paper to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its language, which gives its direction, its fonts and the words of its frame.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// A line under the title.
    pub lead: Option<Text>,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// Its notes, in the order of their numbers.
    pub notes: Vec<Note>,
    /// A short line at the foot: what made it, from which version of what.
    pub foot: String,
}

impl Document {
    /// A document with a title and nothing else.
    pub fn new(language: Language, title: impl Into<String>) -> Document {
        Document {
            language,
            title: title.into(),
            lead: None,
            blocks: Vec::new(),
            notes: Vec::new(),
            foot: String::new(),
        }
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// Adds a part.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    /// Adds the heading of a section.
    pub fn heading(&mut self, heading: impl Into<String>) {
        self.push(Block::Heading(heading.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<Text>) {
        self.push(Block::Paragraph(text.into()));
    }

    /// Adds names and values.
    pub fn facts<N: Into<Text>, V: Into<Text>>(&mut self, facts: impl IntoIterator<Item = (N, V)>) {
        let facts = facts.into_iter().map(|(name, value)| Fact { name: name.into(), value: value.into() });
        self.push(Block::Facts(facts.collect()));
    }

    /// The number of a note; the same note twice is one note.
    pub fn note(&mut self, note: Note) -> NoteNumber {
        let held = self.notes.iter().position(|other| *other == note);
        let index = held.unwrap_or_else(|| {
            self.notes.push(note);
            self.notes.len() - 1
        });
        NoteNumber(index + 1)
    }
}
