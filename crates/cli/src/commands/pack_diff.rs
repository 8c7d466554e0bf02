//! `pul pack diff`: what changed between two versions of a pack, and which cases move.

use crate::arguments::{Format, General};
use crate::output::{self, Rows};
use pul_app::Error;
use pul_app::pack_diff::{self, Change};
use std::path::PathBuf;

/// What changed between two folders, and which golden cases move.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// The pack before
    before: PathBuf,
    /// The pack after
    after: PathBuf,
}

impl Diff {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let diff = pack_diff::diff(&self.before, &self.after)?;
        let mut rows = Rows::new(&["kind", "what", "before", "after"], &[]);
        let mut push = |kind: &str, what: String, change: &Change| {
            let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
            rows.rows.push(vec![kind.to_owned(), what, side(&change.before), side(&change.after)]);
        };
        diff.values.iter().for_each(|c| push("value", c.what.clone(), c));
        diff.rules.iter().for_each(|c| push("rule", c.what.clone(), c));
        for moved in &diff.cases {
            moved.figures.iter().for_each(|c| push("case", format!("{}: {}", moved.case, c.what), c));
        }
        match general.format {
            Format::Table if rows.rows.is_empty() => {}
            format => output::print(format, &rows, &diff)?,
        }
        if general.format == Format::Table {
            let (values, rules, cases) = (diff.values.len(), diff.rules.len(), diff.cases.len());
            output::text(&format!("{values} values and {rules} rules differ; {cases} cases move"))?;
        }
        Ok(())
    }
}
