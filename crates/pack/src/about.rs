//! `pack.toml`: what the pack is.

use crate::documents::Documents;
use crate::reader::Sink;
use crate::shapes::ABOUT;
use serde::Serialize;

/// What a pack says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// Its id.
    pub id: String,
    /// Its title, in English.
    pub title: String,
    /// Its version: year, month, number.
    pub version: String,
    /// Its licence, by SPDX name.
    pub licence: String,
    /// Ids of its sides, in order.
    pub sides: Vec<String>,
    /// Languages it has labels in.
    pub languages: Vec<String>,
}

pub(crate) fn read(documents: &Documents<'_>, sink: &Sink) -> About {
    let Some(document) = documents.required("pack.toml", sink) else {
        return About::default();
    };
    let table = document.root(sink, &ABOUT);
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    for language in table.texts("languages") {
        let words = [("en", ()), ("fr", ()), ("ur", ())];
        table.choose("languages", language.value, &words);
    }
    let sides = table.texts("sides");
    for side in &sides {
        let path = format!("sides/{}.toml", side.value);
        if documents.get(&path).is_none() {
            table.fault_at(
                side.line,
                "missing-file",
                format!("The side `{}` has no file `{path}`.", side.value),
                "Add the file, or take the side away.",
            );
        }
    }
    for document in documents.under("sides/") {
        let id = document.path().trim_start_matches("sides/").trim_end_matches(".toml");
        if !sides.iter().any(|side| side.value == id) {
            table.fault(
                "sides",
                "side-not-listed",
                format!("`{}` is there, but `sides` does not list `{id}`.", document.path()),
                format!("Add \"{id}\" to `sides`, or take the file away."),
            );
        }
    }
    if sides.len() < 2 {
        table.fault(
            "sides",
            "too-few-sides",
            "A corridor joins two sides or more.",
            "List the ids of the sides under `sides`.",
        );
    }
    let about = About {
        id: own(table.text("id")),
        title: own(table.text("title")),
        version: own(table.text("version")),
        licence: own(table.text("licence")),
        sides: sides.iter().map(|side| side.value.to_owned()).collect(),
        languages: table.texts("languages").iter().map(|l| l.value.to_owned()).collect(),
    };
    table.finish();
    about
}
