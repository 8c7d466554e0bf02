//! What the pack says figures are: every value with its source, age and confidence.

use crate::Error;
use crate::quote::Prices;
use jiff::civil::Date;
pub use pul_pricing::FactRow;
use serde::Serialize;
use std::collections::BTreeSet;

/// A value and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Name of the file of `parameters/` it stands in.
    pub topic: String,
    /// The value.
    #[serde(flatten)]
    pub row: FactRow,
}

/// Which values are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only those past their review date.
    pub stale: bool,
    /// Only those of a topic.
    pub topic: Option<String>,
}

/// Values and how many there are of which kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// The day they are looked at.
    pub day: Date,
    /// How many there are.
    pub values: usize,
    /// Of how many parameters.
    pub parameters: usize,
    /// How many are assumptions, which have a reason instead of a source.
    pub assumed: usize,
    /// How many are past their review date.
    pub stale: usize,
    /// How many are neither assumed nor have a source the pack declares: none, or the pack is at fault.
    pub without_source: usize,
    /// The values.
    pub rows: Vec<Fact>,
}

/// Lists the values of a pack as of a day.
///
/// # Errors
/// [`Error::Missing`] for a topic the pack does not have.
pub fn list(prices: &Prices, day: Date, wanted: &Wanted) -> Result<Facts, Error> {
    let rows = pul_pricing::facts(&prices.tariff, day, &|source| prices.read_on(source));
    let all = rows.into_iter().map(|row| Fact { topic: prices.topic(&row.id).to_owned(), row });
    let all: Vec<Fact> = all.collect();
    if let Some(topic) = &wanted.topic {
        let topics: BTreeSet<&str> = all.iter().map(|f| f.topic.as_str()).collect();
        if !topics.contains(topic.as_str()) {
            return Err(Error::Missing {
                what: format!("the pack has no topic {topic:?}"),
                cure: format!("It has: {}", topics.into_iter().collect::<Vec<_>>().join(", ")),
            });
        }
    }
    let on_topic = |f: &Fact| wanted.topic.as_ref().is_none_or(|t| *t == f.topic);
    let rows: Vec<Fact> = all.into_iter().filter(|f| on_topic(f) && (!wanted.stale || f.row.stale)).collect();
    let count = |wanted: &dyn Fn(&FactRow) -> bool| rows.iter().filter(|f| wanted(&f.row)).count();
    let sourced = |row: &FactRow| row.source.as_deref().is_some_and(|s| prices.source(s).is_some());
    Ok(Facts {
        day,
        values: rows.len(),
        parameters: rows.iter().map(|f| f.row.id.as_str()).collect::<BTreeSet<_>>().len(),
        assumed: count(&|row| row.assumed),
        stale: count(&|row| row.stale),
        without_source: count(&|row| !row.assumed && !sourced(row)),
        rows,
    })
}
