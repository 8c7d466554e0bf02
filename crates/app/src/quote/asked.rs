//! A deal as it is asked: from a file, whose lines findings point to, or from words.

use crate::{Error, files};
use jiff::civil::Date;
use pul_domain::{Finding, Findings, Place};
use pul_pack::reader::{At, Document, Shape, Sink};
use pul_pricing::{Statement, Tariff, read_deal};
use std::collections::BTreeMap;
use std::path::Path;

static DEAL: Shape = Shape { what: "a deal", keys: &["title", "date", "inputs", "team", "assume"] };
static MEMBER: Shape = Shape { what: "a member", keys: &[] };

/// A deal to be priced.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What it is called.
    pub title: Option<String>,
    /// The day of its quote, if it names one.
    pub date: Option<Date>,
    /// Its inputs and team.
    pub statement: Statement,
    /// Parameters set by hand.
    pub assume: BTreeMap<String, String>,
    places: Places,
}

/// Where things stand in the file; empty for a deal from words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Places {
    file: Option<String>,
    inputs: BTreeMap<String, u32>,
    team: Vec<(u32, BTreeMap<String, u32>)>,
    assume: BTreeMap<String, u32>,
}

/// Reads a deal from a TOML file.
///
/// # Errors
/// [`Error::File`]; [`Error::Faults`] when it is not TOML or holds keys no deal has.
pub fn read(path: &Path) -> Result<Asked, Error> {
    let bytes = files::read(path)?;
    let (asked, findings) = parse(&path.display().to_string(), &bytes);
    match asked {
        Some(asked) if !findings.has_faults() => Ok(asked),
        _ => Err(Error::Faults(findings)),
    }
}

fn parse(name: &str, bytes: &[u8]) -> (Option<Asked>, Findings) {
    let sink = Sink::new(&[]);
    let asked = Document::parse(name, bytes, &sink).map(|document| {
        let table = document.root(&sink, &DEAL);
        let mut asked = Asked {
            title: table.opt_text("title").map(str::to_owned),
            date: table.opt_date("date"),
            ..Asked::default()
        };
        asked.places.file = Some(name.to_owned());
        (asked.statement.inputs, asked.places.inputs) = pairs(table.texts_by_name("inputs"));
        (asked.assume, asked.places.assume) = pairs(table.texts_by_name("assume"));
        for member in table.tables("team", &MEMBER) {
            let (values, lines) = pairs(member.every_text());
            asked.statement.team.push(values);
            asked.places.team.push((member.line(), lines));
        }
        table.finish();
        asked
    });
    (asked, sink.into_findings())
}

type Pairs = (BTreeMap<String, String>, BTreeMap<String, u32>);

fn pairs(found: Vec<(At<&str>, &str)>) -> Pairs {
    let values = found.iter().map(|(key, text)| (key.value.to_owned(), (*text).to_owned())).collect();
    let lines = found.iter().map(|(key, _)| (key.value.to_owned(), key.line)).collect();
    (values, lines)
}

/// Reads a team from words: `21232:intermediate:2,22222`, each member an occupation with
/// its seniority, how many people and the fee of a person and month in US dollars, of which
/// all but the first may be left out.
pub fn team(text: &str) -> Vec<BTreeMap<String, String>> {
    const PARTS: [&str; 4] = ["occupation", "seniority", "people", "rate-usd"];
    let member = |member: &str| {
        let parts = PARTS.iter().zip(member.trim().split(':'));
        parts
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| ((*key).to_owned(), text.to_owned()))
            .collect()
    };
    text.split(',').filter(|m| !m.trim().is_empty()).map(member).collect()
}

impl Asked {
    /// A deal from words, which has no file that findings could point into.
    pub fn of(
        title: Option<String>,
        date: Option<Date>,
        statement: Statement,
        assume: BTreeMap<String, String>,
    ) -> Asked {
        Asked { title, date, statement, assume, places: Places::default() }
    }

    fn place(&self, line: Option<&u32>, field: &str) -> Place {
        let place = match (&self.places.file, line) {
            (Some(file), Some(line)) => Place::line(file, *line),
            (Some(file), None) => Place::file(file),
            (None, _) => Place::default(),
        };
        place.field(field)
    }

    /// Where an input of the deal stands.
    pub(super) fn place_of_input(&self, name: &str) -> Place {
        self.place(self.places.inputs.get(name), name)
    }

    /// Faults of assumptions at their lines.
    pub(super) fn placed_assumptions(&self, mut findings: Findings) -> Findings {
        for finding in &mut findings.0 {
            let field = finding.place.field.clone().unwrap_or_default();
            finding.place = self.place(self.places.assume.get(&field), &field);
        }
        findings
    }

    /// Every fault of a deal at its line. Each member is read by itself, because the same
    /// input may be wrong in several.
    pub(super) fn placed_faults(&self, tariff: &Tariff, statement: &Statement, day: Date) -> Findings {
        let faults = |team: Vec<BTreeMap<String, String>>| {
            let part = Statement { inputs: statement.inputs.clone(), team };
            read_deal(tariff, &part, day).err().unwrap_or_default().0
        };
        let mut of_deal = faults(Vec::new());
        let no_team = of_deal.pop(); // A deal without a team ends in the fault that says so.
        let known = of_deal.len();
        let mut out: Vec<Finding> = of_deal;
        for finding in &mut out {
            let field = finding.place.field.clone().unwrap_or_default();
            finding.place = self.place(self.places.inputs.get(&field), &field);
        }
        for (number, member) in statement.team.iter().enumerate() {
            for mut finding in faults(vec![member.clone()]).into_iter().skip(known) {
                let field = finding.place.field.clone().unwrap_or_default();
                let written = self.places.team.get(number);
                let line = written.map(|(line, lines)| lines.get(&field).unwrap_or(line));
                let name = if written.is_some() { field } else { format!("team {}: {field}", number + 1) };
                finding.place = self.place(line, &name);
                out.push(finding);
            }
        }
        if statement.team.is_empty() {
            out.extend(no_team.map(|f| Finding { place: self.place(None, "team"), ..f }));
        }
        Findings(out)
    }
}
