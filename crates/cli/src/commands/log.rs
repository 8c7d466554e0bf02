//! `pul log`: what was written, and whether it still is.

use crate::arguments::{Format, General};
use crate::commands::config::ConfigArguments;
use crate::commands::database::{self, told};
use crate::output::{self, Rows};
use crate::progress;
use pul_app::Error;
use pul_store::{Head, LogFault, LogFaultKind, LogVerdict};
use serde_json::json;

/// The log of every change.
#[derive(Debug, clap::Subcommand)]
pub enum Log {
    /// Find every altered, missing or reordered entry
    Verify(Verify),
}

/// Reads the whole log. That its newest entries were cut off, or all of it written anew, only a head
/// remembered elsewhere can tell: note what this command prints, and give it back with --against.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul log verify --against 4127:9f2c…")]
pub struct Verify {
    /// A head noted before: POSITION:HASH
    #[arg(long, value_name = "HEAD", value_parser = head)]
    against: Option<Head>,
    #[command(flatten)]
    from: ConfigArguments,
}

fn head(text: &str) -> Result<Head, String> {
    let parts = text.split_once(':').and_then(|(at, hash)| Some((at.parse().ok()?, hash)));
    let sound = |hash: &&str| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    match parts.filter(|(_, hash)| sound(hash)) {
        Some((position, hash)) => Ok(Head { position, hash: hash.to_lowercase() }),
        None => Err("a head is a position, a colon and 64 hexadecimal digits".to_owned()),
    }
}

impl Log {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let Log::Verify(verify) = self;
        let bar = progress::bar(1, "entries", general.quiet);
        let verdict = database::wait(async {
            let store = database::open_current(&verify.from).await?;
            let whole = store.position().await.map_err(told)?;
            bar.set_length(u64::try_from(whole).unwrap_or(0));
            let remembered = verify.against.clone().unwrap_or_default();
            let verdict =
                store.verify_log_against(&remembered, |read| bar.set_position(read)).await.map_err(told)?;
            store.close().await;
            Ok(verdict)
        })?;
        bar.finish_and_clear();
        print(general, &verdict)?;
        match verdict.faults.len() {
            0 => Ok(()),
            faults => Err(Error::Differs(vec![format!("the log does not hold: {faults} faults")])),
        }
    }
}

fn print(general: &General, verdict: &LogVerdict) -> Result<(), Error> {
    let mut rows = Rows::new(&["position", "fault", "meaning"], &[0]);
    for fault in &verdict.faults {
        let (code, meaning) = words(fault);
        rows.rows.push(vec![fault.position.to_string(), code.to_owned(), meaning]);
    }
    let head = format!("{}:{}", verdict.head.position, verdict.head.hash);
    if general.format == Format::Table {
        if !verdict.holds() {
            output::text(&rows.table())?;
        }
        return output::text(&format!(
            "{} entries read, the content of {} erased as an erasure tells. Head: {head}",
            verdict.entries, verdict.erased
        ));
    }
    let faults: Vec<_> = verdict
        .faults
        .iter()
        .map(|fault| {
            let (code, meaning) = words(fault);
            json!({"position": fault.position, "fault": code, "meaning": meaning})
        })
        .collect();
    let whole = json!({
        "holds": verdict.holds(), "entries": verdict.entries, "erased": verdict.erased, "head": head, "faults": faults,
    });
    output::print(general.format, &rows, &whole)
}

fn words(fault: &LogFault) -> (&'static str, String) {
    match &fault.kind {
        LogFaultKind::Missing { to } => ("missing", format!("entries {} to {to} are gone", fault.position)),
        LogFaultKind::Altered => ("altered", "it is not the entry that was written".into()),
        LogFaultKind::Moved { from } => ("moved", format!("it was written at {from}")),
        LogFaultKind::Unlinked => ("unlinked", "it does not follow the entry before it".into()),
        LogFaultKind::ContentAltered => ("content-altered", "its content is not what was written".into()),
        LogFaultKind::ContentMissing => {
            ("content-missing", "its content is gone and no erasure says so".into())
        }
        LogFaultKind::ContentNotErased => {
            ("content-not-erased", "an erasure says it is gone, but it is there".into())
        }
        LogFaultKind::ContentAlone => ("content-alone", "content without an entry".into()),
        LogFaultKind::Truncated { remembered } => ("truncated", format!("it went on to {remembered} before")),
        LogFaultKind::Rewritten => ("rewritten", "another entry stood here when the head was noted".into()),
    }
}
