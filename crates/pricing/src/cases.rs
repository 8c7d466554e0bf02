//! Golden cases beside the pack: a deal, what it must come to, and the arithmetic
//! worked by hand.

use crate::dated::Dated;
use crate::deal::{self, Statement};
use crate::figures::Figures;
use crate::ledger;
use crate::tariff::Tariff;
use jiff::civil::Date;
use pul_domain::{Finding, Findings, Place};
use pul_pack::Files;
use pul_pack::parameters::Number;
use pul_pack::reader::{Document, Shape, Sink, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

static CASE: Shape = Shape {
    what: "a case",
    keys: &[
        "title",
        "date",
        "way",
        "inputs",
        "team",
        "assume",
        "expect",
        "absent",
        "totals",
        "papers",
        "no-papers",
        "working",
    ],
};
static MEMBER: Shape = Shape { what: "a member", keys: &[] };

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The day of the quote.
    pub date: Date,
    /// The way quoted.
    pub way: String,
    /// The deal.
    pub statement: Statement,
    /// Parameters set by hand.
    pub assume: BTreeMap<String, String>,
    /// Lines and their amounts; an exchange's other side is `<line>-becomes`.
    pub expect: BTreeMap<String, String>,
    /// Lines that must not be in the quote.
    pub absent: Vec<String>,
    /// Totals and their amounts.
    pub totals: BTreeMap<String, String>,
    /// Papers that must be asked for.
    pub papers: Vec<String>,
    /// Papers that must not be.
    pub no_papers: Vec<String>,
    /// The arithmetic.
    pub working: String,
    /// Where it is written.
    pub place: Place,
}

/// A figure that is not what the case says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The case.
    pub case: String,
    /// The line, total or paper.
    pub what: String,
    /// What the case says.
    pub expected: String,
    /// What the quote says.
    pub found: String,
}

/// What running the cases gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How many ran.
    pub run: usize,
    /// What differs; empty when all hold.
    pub differences: Vec<Difference>,
}

/// Reads every case of a pack.
pub fn read(files: &Files) -> (Vec<Case>, Findings) {
    let sink = Sink::new(&[]);
    let mut out = Vec::new();
    for (path, bytes) in files.iter().filter(|(p, _)| p.starts_with("cases/") && p.ends_with(".toml")) {
        let Some(document) = Document::parse(path, bytes, &sink) else { continue };
        out.extend(document.tables(&sink, &CASE).into_iter().filter_map(|(id, table)| case(id, table)));
    }
    (out, sink.into_findings())
}

fn case(id: &str, table: Table<'_>) -> Option<Case> {
    let pairs =
        |key| table.texts_by_name(key).into_iter().map(|(k, v)| (k.value.to_owned(), v.to_owned())).collect();
    let list = |key| table.texts(key).iter().map(|t| t.value.to_owned()).collect();
    let member =
        |m: Table<'_>| m.every_text().into_iter().map(|(k, v)| (k.value.to_owned(), v.to_owned())).collect();
    let team = table.tables("team", &MEMBER).into_iter().map(member).collect();
    let (title, date, way, working) =
        (table.text("title"), table.date("date"), table.text("way"), table.text("working"));
    let out = (|| {
        Some(Case {
            id: id.to_owned(),
            title: title?.to_owned(),
            date: date?,
            way: way?.to_owned(),
            statement: Statement { inputs: pairs("inputs"), team },
            assume: pairs("assume"),
            expect: pairs("expect"),
            absent: list("absent"),
            totals: pairs("totals"),
            papers: list("papers"),
            no_papers: list("no-papers"),
            working: working?.to_owned(),
            place: table.place(),
        })
    })();
    table.finish();
    out
}

impl Case {
    /// The case's quote in figures.
    ///
    /// # Errors
    /// Findings when the deal, a parameter set by hand or the way cannot be read.
    pub fn price(&self, tariff: &Tariff) -> Result<Figures, Findings> {
        let mut dated = Dated::new(tariff, self.date);
        let mut findings = dated.assume(tariff, &self.assume);
        let Some(way) = tariff.way(&self.way) else {
            findings.push(Finding::fault(
                "unknown-way",
                self.place.clone(),
                format!("No way is called `{}`.", self.way),
                "Name one of the pack's ways.",
            ));
            return Err(findings);
        };
        let deal = match deal::read(tariff, &self.statement, self.date) {
            Ok(deal) => deal,
            Err(more) => {
                findings.extend(more);
                return Err(findings);
            }
        };
        if findings.has_faults() {
            return Err(findings);
        }
        Ok(tariff.price(&deal, &dated, way))
    }

    /// What differs between the case and the tariff's quote.
    pub fn run(&self, tariff: &Tariff) -> Vec<Difference> {
        let figures = match self.price(tariff) {
            Ok(figures) => figures,
            Err(findings) => {
                let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
                return vec![self.difference("deal", "a deal that can be read", &told.join(" "))];
            }
        };
        let mut out = Vec::new();
        for (line, expected) in &self.expect {
            let found = found(tariff, &figures, line);
            if !same(expected, found) {
                out.push(self.difference(line, expected, &told(found)));
            }
        }
        for line in &self.absent {
            if let Some(amount) = found(tariff, &figures, line) {
                out.push(self.difference(line, "no such line", &told(Some(amount))));
            }
        }
        for (total, expected) in &self.totals {
            let found = self::total(&figures, total);
            if !same(expected, found) {
                out.push(self.difference(total, expected, &told(found)));
            }
        }
        out.extend(self.papers_differ(tariff, &figures));
        out.extend(
            ledger::conserved(tariff, &figures)
                .iter()
                .map(|f| self.difference("conservation", "every cent lands", &f.cause)),
        );
        out
    }

    fn papers_differ(&self, tariff: &Tariff, figures: &Figures) -> Vec<Difference> {
        let has = |id: &String| figures.papers.iter().any(|p| tariff.rules.papers[*p].id == *id);
        let missing =
            self.papers.iter().filter(|p| !has(p)).map(|p| self.difference(p, "asked for", "not asked for"));
        let extra = self
            .no_papers
            .iter()
            .filter(|p| has(p))
            .map(|p| self.difference(p, "not asked for", "asked for"));
        missing.chain(extra).collect()
    }

    fn difference(&self, what: &str, expected: &str, found: &str) -> Difference {
        Difference {
            case: self.id.clone(),
            what: what.to_owned(),
            expected: expected.to_owned(),
            found: found.to_owned(),
        }
    }
}

/// Runs every case.
pub fn run(tariff: &Tariff, cases: &[Case]) -> Report {
    Report { run: cases.len(), differences: cases.iter().flat_map(|c| c.run(tariff)).collect() }
}

/// The amount of a line that applies, or of what it becomes.
fn found(tariff: &Tariff, figures: &Figures, id: &str) -> Option<(Number, u32)> {
    let becomes = id.strip_suffix("-becomes");
    let position = tariff.rules.lines.iter().position(|l| l.id == becomes.unwrap_or(id))?;
    let figure = figures.line(position).filter(|f| f.applies)?;
    let line = &tariff.lines[position];
    Some(match becomes {
        Some(_) => (figure.becomes, tariff.places(line.into)),
        None => (figure.amount, tariff.places(line.currency)),
    })
}

fn total(figures: &Figures, id: &str) -> Option<(Number, u32)> {
    Some(match id {
        "buyer-cost" => (figures.buyer_cost, 2),
        "buyer-cost-before-credits" => (figures.before_credits, 2),
        "supplier-net-pkr" | "supplier-net" => (figures.supplier_net, 2),
        _ => return None,
    })
}

fn same(expected: &str, found: Option<(Number, u32)>) -> bool {
    found.is_some_and(|(amount, _)| Number::read(expected) == Some(amount))
}

fn told(found: Option<(Number, u32)>) -> String {
    found.map_or_else(|| "no such line".to_owned(), |(amount, places)| amount.written(places))
}
