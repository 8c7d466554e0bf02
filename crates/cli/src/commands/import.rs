//! `pul import`: a sheet through a mapping becomes posts.

use crate::arguments::{Format, General};
use crate::commands::config::ConfigArguments;
use crate::commands::export;
use crate::output::{self, Rows};
use crate::progress;
use pul_app::import::{Imported, import};
use pul_app::posts::Source;
use pul_app::{Error, library};
use pul_domain::Severity;
use serde::Serialize;
use std::path::PathBuf;

/// Findings kept word for word; all are counted.
const KEPT: usize = 100_000;

/// Of a sheet, rows with faults are left out and told; the rest is written whole, or nothing is. A file of
/// `pul export` goes whole into an empty database, or not at all.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul import offers.xlsx --mapping my-mapping.toml --dry-run")]
pub struct Import {
    /// The sheet: .csv, .tsv, .xlsx, or .jsonl; or a file of `pul export`
    file: PathBuf,
    /// A mapping of the pack by name (see `pul pack show mapping`), or a file; none for Pul's own JSON Lines
    #[arg(long, short)]
    mapping: Option<String>,
    /// Where to write the posts, as JSON Lines
    #[arg(long, short, conflicts_with = "dry_run")]
    out: Option<PathBuf>,
    /// Only say what would be taken and what is wrong
    #[arg(long)]
    dry_run: bool,
    /// How many findings to print
    #[arg(long, default_value_t = 40)]
    show: usize,
    #[command(flatten)]
    from: ConfigArguments,
}

#[derive(Serialize)]
struct Report<'a> {
    rows: u64,
    taken: u64,
    refused: u64,
    passed_over: u64,
    findings_by_code: Vec<(Severity, &'a str, u64)>,
    findings: &'a pul_domain::Findings,
    findings_left: u64,
}

impl Import {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        if export::is_dump(&self.file) {
            return export::load(&self.file, &self.from, self.dry_run);
        }
        if self.out.is_none() && !self.dry_run {
            let wanted = "a sheet needs --out FILE for its posts, or --dry-run\n";
            clap::Error::raw(clap::error::ErrorKind::MissingRequiredArgument, wanted).exit();
        }
        let loaded = library::load(general.pack.as_deref())?;
        let source = Source { path: self.file.clone(), mapping: self.mapping.clone() };
        let bar = progress::bar(1, "reading", general.quiet);
        let imported = import(&loaded.pack, &source, self.out.as_deref(), KEPT, &|done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        self.print(general, &imported)?;
        match imported.summary.taken {
            0 => Err(Error::Refused {
                what: format!("no row of {} could be taken", self.file.display()),
                cure: "Mend the findings above, or the mapping".into(),
            }),
            _ => Ok(()),
        }
    }

    fn print(&self, general: &General, imported: &Imported) -> Result<(), Error> {
        let mut rows = Rows::new(&["place", "severity", "finding", "cause", "cure"], &[]);
        let shown = if general.format == Format::Table { self.show } else { usize::MAX };
        for finding in imported.findings.iter().take(shown) {
            rows.rows.push(vec![
                finding.place.to_string(),
                format!("{:?}", finding.severity).to_lowercase(),
                finding.code.clone(),
                finding.cause.clone(),
                finding.cure.clone(),
            ]);
        }
        let summary = &imported.summary;
        let report = Report {
            rows: summary.rows,
            taken: summary.taken,
            refused: summary.refused,
            passed_over: summary.passed_over,
            findings_by_code: summary.findings.iter().map(|((s, c), n)| (*s, c.as_str(), *n)).collect(),
            findings: &imported.findings,
            findings_left: imported.left,
        };
        if general.format != Format::Table {
            return output::print(general.format, &rows, &report);
        }
        if !rows.rows.is_empty() {
            output::text(&rows.table())?;
        }
        let mut counts = Rows::new(&["finding", "severity", "times"], &[2]);
        for (severity, code, times) in &report.findings_by_code {
            counts.rows.push(vec![
                (*code).to_owned(),
                format!("{severity:?}").to_lowercase(),
                times.to_string(),
            ]);
        }
        if !counts.rows.is_empty() {
            output::text(&counts.table())?;
        }
        let verb = if self.dry_run { "would be taken" } else { "taken" };
        output::text(&format!(
            "{} rows read: {} {verb}, {} refused, {} not asked for by the mapping",
            summary.rows, summary.taken, summary.refused, summary.passed_over
        ))
    }
}
