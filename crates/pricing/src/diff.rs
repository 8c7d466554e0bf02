//! What changed between two versions of a pack, and which cases move.

use crate::cases::Case;
use crate::facts::written;
use crate::figures::Figures;
use crate::tariff::Tariff;
use pul_pack::parameters::{Measure, Number, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that differs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackDiff {
    /// Parameters' values, by parameter, place and first day.
    pub values: Vec<Change>,
    /// Lines, defines and papers.
    pub rules: Vec<Change>,
    /// Cases whose figures move.
    pub cases: Vec<Moved>,
}

/// Something added, removed or changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// What: `cpp-rate from 2026-01-01`, `line fee`.
    pub what: String,
    /// Before; absent when added.
    pub before: Option<String>,
    /// After; absent when removed.
    pub after: Option<String>,
}

/// A case that comes to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Id of the case.
    pub case: String,
    /// Its lines and totals that move.
    pub figures: Vec<Change>,
}

/// Compares two tariffs over the cases of both packs.
pub fn diff(before: &Tariff, after: &Tariff, cases: &[Case]) -> PackDiff {
    let figures = |tariff: &Tariff, case: &Case| {
        case.price(tariff).ok().map(|f| listed(tariff, &f)).unwrap_or_default()
    };
    let moved = cases.iter().filter_map(|case| {
        let figures = changes(&figures(before, case), &figures(after, case));
        (!figures.is_empty()).then(|| Moved { case: case.id.clone(), figures })
    });
    PackDiff {
        values: changes(&values(before), &values(after)),
        rules: changes(&rules(before), &rules(after)),
        cases: moved.collect(),
    }
}

type Listed = BTreeMap<String, String>;

fn changes(before: &Listed, after: &Listed) -> Vec<Change> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let changed = names.into_iter().filter(|n| before.get(*n) != after.get(*n));
    changed
        .map(|n| Change { what: n.clone(), before: before.get(n).cloned(), after: after.get(n).cloned() })
        .collect()
}

fn values(tariff: &Tariff) -> Listed {
    let mut out = Listed::new();
    for parameter in &tariff.parameters {
        for row in &parameter.rows {
            let at = if row.at.is_empty() { String::new() } else { format!(" [{}]", row.at.join(", ")) };
            let from = row.from.map_or_else(String::new, |d| format!(" from {d}"));
            out.insert(format!("{}{at}{from}", parameter.id), value(row, &parameter.measure));
        }
    }
    out
}

fn value(row: &Row, measure: &Measure) -> String {
    let until = row.until.map_or_else(String::new, |d| format!(" until {d}"));
    let range = row.range.map_or_else(String::new, |r| {
        format!(
            " ({} to {})",
            pul_pack::parameters::write_figure(r.low, measure),
            pul_pack::parameters::write_figure(r.high, measure)
        )
    });
    let who = row.provenance.as_ref().map_or_else(String::new, |p| format!(" — {}, {}", p.source, p.locator));
    format!("{} {measure}{range}{until}{who}", written(&row.value, measure))
}

fn rules(tariff: &Tariff) -> Listed {
    let mut out = Listed::new();
    for line in &tariff.rules.lines {
        let when = line.when.as_ref().map_or_else(String::new, |w| format!("when {}: ", w.text));
        out.insert(format!("line {}", line.id), format!("{when}{} {:?}", line.amount.text, line.ways));
    }
    for define in &tariff.rules.defines {
        out.insert(format!("define {}", define.id), define.formula.text.clone());
    }
    for paper in &tariff.rules.papers {
        let when = paper.when.as_ref().map_or_else(|| "always".to_owned(), |w| w.text.clone());
        out.insert(format!("paper {}", paper.id), format!("{when} {:?}", paper.ways));
    }
    out
}

fn listed(tariff: &Tariff, figures: &Figures) -> Listed {
    let mut out = Listed::new();
    for figure in figures.lines.iter().filter(|f| f.applies) {
        out.insert(tariff.rules.lines[figure.line].id.clone(), figure.amount.written(2));
    }
    let mut total = |name: &str, amount: Number| out.insert(format!("total {name}"), amount.written(2));
    total("buyer-cost", figures.buyer_cost);
    total("buyer-cost-before-credits", figures.before_credits);
    total("supplier-net", figures.supplier_net);
    out
}
