//! Sources: who says so.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::Origin;
use crate::reader::{Sink, Table};
use crate::shapes::SOURCE;
use jiff::civil::Date;
use pul_domain::SourceId;
use serde::Serialize;
use std::collections::BTreeMap;

const FILES: [&str; 2] = ["sources.toml", "sources-facts.toml"];

/// Who published a figure, when, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who made it.
    pub producer: String,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: String,
    /// When it was published, as far as known: `2024`, `2024-07` or a full date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The day it was read.
    pub read: Date,
    /// Its licence, by SPDX name where it has one.
    pub licence: String,
    /// Where the pack declares it.
    pub origin: Origin,
}

pub(crate) fn declare(documents: &Documents<'_>, sink: &Sink) -> Declared {
    let mut declared = Declared::new("source");
    for document in FILES.iter().filter_map(|path| documents.get(path)) {
        for (id, table) in document.tables(sink, &SOURCE) {
            declared.add(id, Origin::of(&table), sink);
        }
    }
    declared
}

pub(crate) fn read(documents: &Documents<'_>, sink: &Sink) -> BTreeMap<SourceId, Source> {
    let mut sources = BTreeMap::new();
    documents.required("sources.toml", sink);
    for document in FILES.iter().filter_map(|path| documents.get(path)) {
        for (id, table) in document.tables(sink, &SOURCE) {
            if let Some(source) = read_one(id, &table) {
                sources.insert(source.id.clone(), source);
            }
            table.finish();
        }
    }
    sources
}

fn read_one(id: &str, table: &Table<'_>) -> Option<Source> {
    let producer = table.text("producer");
    let title = table.text("title");
    let address = table.text("address");
    let licence = table.text("licence");
    let published = published(table);
    let read = table.date("read");
    Some(Source {
        id: SourceId::new(id).ok()?,
        producer: producer?.to_owned(),
        title: title?.to_owned(),
        address: address?.to_owned(),
        published,
        read: read?,
        licence: licence?.to_owned(),
        origin: Origin::of(table),
    })
}

/// `2024`, `2024-07` or `2024-07-24`, held against the calendar.
fn published(table: &Table<'_>) -> Option<String> {
    let text = table.opt_text("published")?;
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    if full.len() != 10 || full.parse::<Date>().is_err() {
        table.fault(
            "published",
            "bad-date",
            format!("{}: `published` is {text:?}, which is no year, month or day.", table.name()),
            "Write \"2024\", \"2024-07\" or \"2024-07-24\"; leave it out if it is not known.",
        );
        return None;
    }
    Some(text.to_owned())
}
