//! `pul pack facts`: every value with its source, age and confidence.

use crate::arguments::{Format, General};
use crate::output::{self, Rows};
use pul_app::Error;
use pul_app::facts::{self, Fact, Wanted};
use pul_app::quote::Prices;

/// Every figure the pack knows, who says so, how old and how sure it is.
#[derive(Debug, clap::Args)]
pub struct Facts {
    /// Only values past their review date
    #[arg(long)]
    stale: bool,
    /// Only values of one topic: the name of a file of parameters/
    #[arg(long)]
    topic: Option<String>,
    /// The day they are looked at; today if not told
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
}

impl Facts {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let prices = Prices::load(general.pack.as_deref())?;
        let day = self.as_of.unwrap_or_else(pul_app::today);
        let found = facts::list(&prices, day, &Wanted { stale: self.stale, topic: self.topic })?;
        let mut rows = Rows::new(
            &[
                "topic",
                "parameter",
                "at",
                "value",
                "unit",
                "from",
                "until",
                "source or reason",
                "where",
                "sure",
                "days",
                "stale",
            ],
            &[3, 10],
        );
        rows.rows = found.rows.iter().map(|f| row(f, general.format)).collect();
        output::print(general.format, &rows, &found)?;
        if general.format == Format::Table {
            let lacking = match found.without_source {
                0 => "none lacks a source".to_owned(),
                n => format!("{n} LACK A SOURCE"),
            };
            output::text(&format!(
                "{} values of {} parameters on {}: {} from sources, {} assumed with a reason, {} stale; {lacking}",
                found.values,
                found.parameters,
                found.day,
                found.values - found.assumed,
                found.assumed,
                found.stale,
            ))?;
        }
        Ok(())
    }
}

fn row(fact: &Fact, format: Format) -> Vec<String> {
    let row = &fact.row;
    let day = |d: Option<jiff::civil::Date>| d.map_or_else(String::new, |d| d.to_string());
    let sure = row.confidence.map_or("assumed", |c| match c {
        pul_pack::parameters::Confidence::High => "high",
        pul_pack::parameters::Confidence::Medium => "medium",
    });
    let who = row.source.clone().unwrap_or_else(|| row.note.clone());
    let short = |text: String, most: usize| {
        let cut = format == Format::Table && text.chars().count() > most;
        if cut { text.chars().take(most - 1).chain(['…']).collect() } else { text }
    };
    vec![
        fact.topic.clone(),
        row.id.clone(),
        row.at.join(", "),
        short(row.value.clone(), 40),
        row.unit.clone(),
        day(row.from),
        day(row.until),
        short(who, 60),
        short(row.locator.clone().unwrap_or_default(), 40),
        sure.to_owned(),
        row.age_days.map_or_else(String::new, |d| d.to_string()),
        if row.stale { "stale".to_owned() } else { String::new() },
    ]
}
