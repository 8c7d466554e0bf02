//! Every value of every parameter, with who says so, how old and how sure it is.

use crate::tariff::Tariff;
use jiff::civil::Date;
use pul_pack::parameters::{Band, Confidence, Kind, Measure, Parameter, Row, Value, Words, write_figure};
use serde::{Deserialize, Serialize};

/// One value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactRow {
    /// Id of the parameter.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// Its place, dimension by dimension.
    pub at: Vec<String>,
    /// The value, as the pack writes it; bands and spreads in one line.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub until: Option<Date>,
    /// Whether it is assumed.
    pub assumed: bool,
    /// Why, if assumed; else the pack's remark.
    pub note: String,
    /// Id of the source; absent for an assumption.
    pub source: Option<String>,
    /// Section or page.
    pub locator: Option<String>,
    /// How sure.
    pub confidence: Option<Confidence>,
    /// When to look again.
    pub review: Option<Date>,
    /// Whether that day has passed.
    pub stale: bool,
    /// Whole days since the source was read, when `read_on` knows it.
    pub age_days: Option<i32>,
}

/// Lists every value as of a day. `read_on` gives the day a source was read on.
pub fn facts(tariff: &Tariff, day: Date, read_on: &dyn Fn(&str) -> Option<Date>) -> Vec<FactRow> {
    let rows = |p| {
        let parameter: &Parameter = p;
        parameter.rows.iter().map(move |r| fact(parameter, r, day, read_on))
    };
    tariff.parameters.iter().flat_map(rows).collect()
}

fn fact(parameter: &Parameter, row: &Row, day: Date, read_on: &dyn Fn(&str) -> Option<Date>) -> FactRow {
    let provenance = row.provenance.as_ref();
    let assumed = parameter.kind == Kind::Assumption;
    FactRow {
        id: parameter.id.clone(),
        label: parameter.label.clone(),
        at: row.at.clone(),
        value: written(&row.value, &parameter.measure),
        unit: parameter.measure.to_string(),
        from: row.from,
        until: row.until,
        assumed,
        note: if assumed { parameter.reason.clone() } else { row.note.clone() },
        source: provenance.map(|p| p.source.clone()),
        locator: provenance.map(|p| p.locator.clone()),
        confidence: provenance.map(|p| p.confidence),
        review: provenance.map(|p| p.review),
        stale: row.is_stale(day),
        age_days: provenance
            .and_then(|p| read_on(&p.source))
            .and_then(|read| read.until(day).ok())
            .map(|span| span.get_days()),
    }
}

/// A value in one line.
pub(crate) fn written(value: &Value, measure: &Measure) -> String {
    let band =
        |b: &Band| format!("over {}: {} + {}%", b.over, b.fixed, write_figure(b.rate, &Measure::Percent));
    match value {
        Value::Number(number) => write_figure(*number, measure),
        Value::Text(text) => text.clone(),
        Value::Bands(bands) => bands.iter().map(band).collect::<Vec<_>>().join("; "),
        Value::Spread(points) => {
            points.map(|p| p.map_or_else(|| "–".to_owned(), |n| write_figure(n, measure))).join(" / ")
        }
    }
}
