//! Quotes: a deal from a file or from words, priced in every way.

mod asked;
pub mod matched;
mod prices;
mod rates;

pub use asked::{Asked, read, team};
pub use prices::Prices;
pub use pul_pricing::{
    Authority, Balance, Cited, Compared, Comparison, Per, Quote, QuoteLine, QuotePaper, Saving, Side,
    Standing, Standings, Statement, Step, Swing, Tariff, Tipping, Totals, Trace,
};

use crate::Error;
use jiff::civil::Date;
use pul_domain::Findings;
use pul_pricing::{Dated, Deal, compare};
use serde::Serialize;
use std::collections::BTreeMap;

/// A priced deal: what went in and all that came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Priced {
    /// What the deal is called, if told.
    pub title: Option<String>,
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub pack_version: String,
    /// SHA-256 of its files.
    pub pack_hash: String,
    /// The day whose law and figures were used.
    pub day: Date,
    /// The deal as priced: what was stated, and exchange rates that were filled in.
    pub statement: Statement,
    /// Parameters set by hand.
    pub assume: BTreeMap<String, String>,
    /// What was filled in.
    pub findings: Findings,
    /// Every way, with its lines and their traces.
    pub comparison: Comparison,
}

/// Prices a deal in every way. `day` is the day of the law and the figures.
///
/// # Errors
/// [`Error::Faults`] with every fault of the deal, at its line of the file; amounts too
/// large to be counted, and money that went missing, which would be a fault of the rules.
pub fn price(prices: &Prices, asked: &Asked, day: Date) -> Result<Priced, Error> {
    let (statement, findings) = rates::filled(prices, &asked.statement, day);
    let tariff = &prices.tariff;
    let (deal, dated) = resolve(tariff, asked, &statement, day)?;
    let comparison = compare(tariff, &deal, &dated);
    let mut faults = Findings::new();
    for way in &comparison.ways {
        faults.extend(way.quote.findings.clone());
    }
    if faults.has_faults() {
        return Err(Error::Faults(faults));
    }
    let about = prices.loaded.pack.about();
    Ok(Priced {
        title: asked.title.clone(),
        pack: about.id.clone(),
        pack_version: about.version.clone(),
        pack_hash: prices.loaded.hash.clone(),
        day,
        statement,
        assume: asked.assume.clone(),
        findings,
        comparison,
    })
}

/// The deal and the day's law, or every fault of both.
fn resolve(tariff: &Tariff, asked: &Asked, statement: &Statement, day: Date) -> Result<(Deal, Dated), Error> {
    let mut dated = Dated::new(tariff, day);
    let mut findings = asked.placed_assumptions(dated.assume(tariff, &asked.assume));
    match pul_pricing::read_deal(tariff, statement, day) {
        Ok(deal) if !findings.has_faults() => Ok((deal, dated)),
        Ok(_) => Err(Error::Faults(findings)),
        Err(_) => {
            findings.extend(asked.placed_faults(tariff, statement, day));
            Err(Error::Faults(findings))
        }
    }
}

impl Priced {
    /// A way by its id.
    ///
    /// # Errors
    /// [`Error::Missing`] with the nearest id and all of them.
    pub fn way(&self, id: &str) -> Result<&Compared, Error> {
        let ways = &self.comparison.ways;
        ways.iter().find(|w| w.way == id).ok_or_else(|| {
            let known: Vec<&str> = ways.iter().map(|w| w.way.as_str()).collect();
            Error::Missing { what: format!("no way is called {id:?}"), cure: suggestion(id, &known) }
        })
    }

    /// A line by its id in the ways shown.
    ///
    /// # Errors
    /// [`Error::Missing`] with the nearest id and all of them.
    pub fn lines<'a>(
        &self,
        ways: &[&'a Compared],
        id: &str,
    ) -> Result<Vec<(&'a Compared, &'a QuoteLine)>, Error> {
        let all = || ways.iter().flat_map(|w| w.quote.lines.iter().map(move |l| (*w, l)));
        let found: Vec<_> = all().filter(|(_, l)| l.id == id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let mut known: Vec<&str> = all().map(|(_, l)| l.id.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        Err(Error::Missing {
            what: format!("no line of this quote is called {id:?}"),
            cure: suggestion(id, &known),
        })
    }
}

/// "Did you mean `x`?" and all that is known.
fn suggestion(wanted: &str, known: &[&str]) -> String {
    let near = pul_pack::reader::nearest(wanted, known.iter().copied());
    let all = format!("It has: {}", known.join(", "));
    near.map_or_else(|| all.clone(), |n| format!("Did you mean {n:?}? {all}"))
}
