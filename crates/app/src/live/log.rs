//! The log as organisers read it: every change there is, newest first, and whether it is whole.

use super::history::{self, Happened};
use super::node::Node;
use super::paging::{Page, Paging};
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use pul_store::{LogFaultKind, LogFilter, LogVerdict};

/// The longest log that is verified while somebody waits; a longer one is verified on the server, by
/// `pul log verify`.
pub const LONGEST: i64 = 200_000;

/// A change, and the record it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record's table.
    pub table: String,
    /// The record.
    pub id: String,
    /// What happened, private fields closed.
    pub happened: Happened,
}

/// What is wanted of the log. A part that is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What was done: a word of the log.
    pub doing: String,
    /// The table of the record.
    pub table: String,
    /// The record.
    pub id: String,
    /// The account that did it.
    pub account: String,
}

impl Wanted {
    fn filter(&self) -> LogFilter {
        let stated = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        LogFilter {
            who: stated(&self.account).map(|id| format!("account:{id}")),
            doing: stated(&self.doing),
            table: stated(&self.table),
            id: stated(&self.id),
        }
    }
}

/// Changes, the newest first.
///
/// # Errors
/// `forbidden`; `cursor`.
#[boxed]
pub async fn browse(
    node: &Node,
    who: &Who,
    wanted: &Wanted,
    paging: &Paging,
) -> Result<Page<Change>, Refusal> {
    who.organiser()?;
    let bad = || Refusal { place: Some("after".into()), ..Refusal::new(RefusalKind::Bad, "cursor") };
    let before = match &paging.after {
        Some(after) => after.parse::<i64>().map_err(|_| bad())?,
        None => i64::MAX,
    };
    let most = paging.limit();
    let mut entries = node.store().log_where(&wanted.filter(), before, most + 1).await?;
    let more = entries.len() > most as usize;
    entries.truncate(most as usize);
    let next = entries.last().filter(|_| more).map(|last| last.position.to_string());
    let places: Vec<(String, String)> = entries.iter().map(|e| (e.table.clone(), e.id.clone())).collect();
    let told = history::of_entries(node, who, entries).await?;
    let items = places.into_iter().zip(told);
    Ok(Page { items: items.map(|((table, id), happened)| Change { table, id, happened }).collect(), next })
}

/// The word of a fault of the log, as messages and programs know it.
pub fn fault(kind: &LogFaultKind) -> &'static str {
    match kind {
        LogFaultKind::Missing { .. } => "missing",
        LogFaultKind::Altered => "altered",
        LogFaultKind::Moved { .. } => "moved",
        LogFaultKind::Unlinked => "unlinked",
        LogFaultKind::ContentAltered => "content-altered",
        LogFaultKind::ContentMissing => "content-missing",
        LogFaultKind::ContentNotErased => "content-not-erased",
        LogFaultKind::ContentAlone => "content-alone",
        LogFaultKind::Truncated { .. } => "truncated",
        LogFaultKind::Rewritten => "rewritten",
    }
}

/// Whether every entry is there, unaltered and in its place.
///
/// # Errors
/// `forbidden`; `log-too-long` for one that takes too long to wait for.
#[boxed]
pub async fn verify(node: &Node, who: &Who) -> Result<LogVerdict, Refusal> {
    who.organiser()?;
    if node.store().position().await? > LONGEST {
        return Err(Refusal::state("log-too-long", "long").value("most", LONGEST));
    }
    Ok(node.store().verify_log(|_| {}).await?)
}
