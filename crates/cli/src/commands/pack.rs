//! `pul pack`: is a pack sound, and what does it know.

use crate::arguments::{Format, General};
use crate::commands::{cases, facts, pack_diff};
use crate::output::{self, Rows};
use clap::Subcommand;
use pul_app::{Error, library};
use pul_domain::{Findings, Severity};
use std::path::{Path, PathBuf};

/// Is a pack sound, and what does it know.
#[derive(Debug, Subcommand)]
pub enum Pack {
    /// Report every fault at once, with file, line, cause and cure
    Check {
        /// The pack's folder; the one inside the program if not told
        folder: Option<PathBuf>,
    },
    /// Tell what the pack says about a thing
    Show {
        /// skill, role, city, side, sector, certification, registration, source, currency or mapping
        kind: String,
        /// Its id or a name of it; lists all if not told
        name: Option<String>,
    },
    /// List every value with its source, age and confidence
    Facts(facts::Facts),
    /// Tell what changed between two versions of a pack, and which golden cases move
    Diff(pack_diff::Diff),
    /// Run the golden cases: deals worked by hand
    Cases(cases::Cases),
}

impl Pack {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        match self {
            Pack::Check { folder } => check(general, folder.as_deref().or(general.pack.as_deref())),
            Pack::Show { kind, name } => show(general, &kind, name.as_deref()),
            Pack::Facts(command) => command.run(general),
            Pack::Diff(command) => command.run(general),
            Pack::Cases(command) => command.run(general),
        }
    }
}

fn check(general: &General, folder: Option<&Path>) -> Result<(), Error> {
    let files = library::pack_files(folder)?;
    let (pack, findings) = pul_pack::check(&files);
    print_findings(general, &findings)?;
    match pack {
        Some(pack) if !findings.has_faults() => {
            if general.format == Format::Table {
                let about = pack.about();
                let counts =
                    pack.counts().into_iter().map(|(what, n)| format!("{n} {what}")).collect::<Vec<_>>();
                output::text(&format!("{} {}: sound. {}", about.id, about.version, counts.join(", ")))?;
            }
            Ok(())
        }
        _ => Err(Error::Refused {
            what: format!("the pack has {} faults", findings.count(Severity::Fault)),
            cure: "Mend them; each says how".into(),
        }),
    }
}

fn print_findings(general: &General, findings: &Findings) -> Result<(), Error> {
    let mut rows = Rows::new(&["place", "severity", "finding", "cause", "cure"], &[]);
    for f in findings {
        let severity = format!("{:?}", f.severity).to_lowercase();
        rows.rows.push(vec![f.place.to_string(), severity, f.code.clone(), f.cause.clone(), f.cure.clone()]);
    }
    match general.format {
        Format::Table if rows.rows.is_empty() => Ok(()),
        format => output::print(format, &rows, findings),
    }
}

fn show(general: &General, kind: &str, name: Option<&str>) -> Result<(), Error> {
    let loaded = library::load(general.pack.as_deref())?;
    if kind == "mapping" {
        let text = name.and_then(|n| loaded.pack.mapping(n)).map(str::to_owned);
        return output::text(&text.unwrap_or_else(|| loaded.pack.mappings().collect::<Vec<_>>().join("\n")));
    }
    let Some(name) = name else {
        return Err(Error::Missing {
            what: format!("which {kind}?"),
            cure: format!("Give an id or a name, as in `pul pack show {kind} NAME`"),
        });
    };
    let card = loaded.pack.show(kind, name).map_err(|not_found| Error::Missing {
        what: not_found.to_string(),
        cure: "Names in any of the pack's languages and aliases are known too".into(),
    })?;
    if general.format == Format::Json {
        output::json(&card)
    } else {
        output::text(card.to_string().trim_end())
    }
}
