//! What an engagement costs the buyer and leaves the supplier: both sides, line by
//! line, traced to dated and sourced rules.
//!
//! The law is in the pack (`parameters/`, `rules/`), none of it here. A [`Tariff`] is
//! compiled once from the pack; a [`Dated`] is its view of one day, in which what-ifs
//! are set; a [`Deal`] is read from a [`Statement`]; [`Tariff::quote`] and
//! [`compare`] price it. Nothing here reads a file, a clock or chance, and no figure
//! is ever a binary floating-point number.

pub mod cases;
mod cells;
mod compare;
mod compile;
mod dated;
mod deal;
mod diff;
mod facts;
mod figures;
pub mod language;
mod ledger;
mod matched;
mod profiles;
mod quote;
mod range;
mod tariff;
mod tips;
mod trace;
mod worked;

#[cfg(test)]
mod tests;

pub use cells::Standing;
pub use compare::{Compared, Comparison, Saving, compare};
pub use dated::Dated;
pub use deal::{Deal, Statement, read as read_deal};
pub use diff::{Change, Moved, PackDiff, diff};
pub use facts::{FactRow, facts};
pub use figures::{Figure, Figures};
pub use ledger::{Balance, balances, conserved};
pub use matched::statement as statement_of_match;
pub use profiles::{ProfileAnswer, profiles};
pub use quote::{Per, Quote, QuoteLine, QuotePaper, Totals};
pub use range::{Spread, Swing};
pub use tariff::{Side, Tariff};
pub use tips::Tipping;
pub use trace::{Authority, Cited, Standings, Stated, Step, Trace, walked};
