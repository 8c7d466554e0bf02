//! Which ids are declared, so that a reference can be held against them.

use crate::labels::Origin;
use crate::reader::{At, Sink, Table, nearest};
use pul_domain::{Finding, Id};
use std::collections::BTreeMap;

/// The longest id a pack may declare, in bytes.
const LONGEST: usize = 60;

/// The ids of one kind of thing, with the place each was first declared at.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    noun: &'static str,
    ids: Vec<String>,
    origins: BTreeMap<String, Origin>,
}

impl Declared {
    pub(crate) fn new(noun: &'static str) -> Declared {
        Declared { noun, ..Declared::default() }
    }

    /// Takes an id in; reports it if it is none, or is declared already.
    pub(crate) fn add(&mut self, id: &str, origin: Origin, sink: &Sink) {
        if !is_id(id) {
            sink.push(bad_id(self.noun, id, &origin));
        }
        if let Some(first) = self.origins.get(id) {
            sink.push(Finding::fault(
                "duplicate-id",
                origin.place(),
                format!("{} `{id}` is declared a second time; the first is at {first}.", self.noun),
                "Take one of the two away, or give it another id.",
            ));
            return;
        }
        if let Err(at) = self.ids.binary_search_by(|known| known.as_str().cmp(id)) {
            self.ids.insert(at, id.to_owned());
        }
        self.origins.insert(id.to_owned(), origin);
    }

    /// Whether this very table is where the id was first declared.
    pub(crate) fn is_first(&self, id: &str, table: &Table<'_>) -> bool {
        let first = self.origins.get(id);
        first.is_some_and(|origin| origin.file == table.path() && origin.line == table.line())
    }

    /// The rank of an id among all, bytewise.
    pub(crate) fn rank(&self, id: &str) -> Option<u16> {
        let at = self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok()?;
        u16::try_from(at).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The rank of an id a table refers to; reports it if it is not declared.
    pub(crate) fn refer(&self, table: &Table<'_>, key: &str, id: At<&str>) -> Option<u16> {
        let rank = self.rank(id.value);
        if rank.is_none() {
            let cause = format!(
                "{}: `{key}` names the {} `{}`, which is not declared.",
                table.name(),
                self.noun,
                id.value
            );
            table.fault_at(id.line, "unknown-reference", cause, self.cure(id.value));
        }
        rank
    }

    /// As [`Declared::refer`], for a single text under `key`; gives the id.
    pub(crate) fn refer_one<K>(&self, table: &Table<'_>, key: &'static str) -> Option<Id<K>> {
        let value = table.text(key)?;
        let line = table.line_of(key);
        self.refer(table, key, At { value, line })?;
        Id::new(value).ok()
    }

    /// What to do about an id that is not declared.
    pub(crate) fn cure(&self, id: &str) -> String {
        match nearest(id, self.ids.iter().map(String::as_str)) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("Declare the {} `{id}`, or name one that is declared.", self.noun),
        }
    }
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn bad_id(noun: &str, id: &str, origin: &Origin) -> Finding {
    let shown: String = id.chars().take(LONGEST + 1).collect();
    Finding::fault(
        "bad-id",
        origin.place(),
        format!("{shown:?} is no id of a {noun}."),
        format!("An id is 1 to {LONGEST} of a-z, 0-9 and `-`."),
    )
}
