//! How true is a headline such as "70 % cheaper", for each kind of buyer the pack knows.

use crate::Error;
use crate::quote::{Prices, Saving};
use jiff::civil::Date;
use pul_pack::parameters::Number;
pub use pul_pricing::ProfileAnswer;
use serde::Serialize;

/// The headline and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HowTrue {
    /// The saving claimed, in per cent.
    pub claim: Number,
    /// The day whose law and figures were used.
    pub day: Date,
    /// The answer for each profile, in the order of the pack.
    pub answers: Vec<Answer>,
}

/// What the claim comes to for one kind of buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The way looked at: the cheapest of those the headline is about, credits counted.
    pub way: String,
    /// What it saves on pay and fees alone, as headlines reckon.
    pub headline: Saving,
    /// What it saves all-in, credits left out.
    pub before_credits: Saving,
    /// What it saves all-in, credits counted.
    pub saving: Saving,
    /// What it saves when assumptions are wrong, one at a time: least and most.
    pub range: (Saving, Saving),
    /// Whether the claim holds all-in with credits counted.
    pub holds: bool,
    /// The profile and every way of it.
    pub profile: ProfileAnswer,
}

/// Holds a claim against every profile. `way` looks at one way instead of the cheapest.
///
/// # Errors
/// [`Error::Faults`] when a profile cannot be read; [`Error::Missing`] for an unknown way.
pub fn how_true(prices: &Prices, day: Date, claim: Number, way: Option<&str>) -> Result<HowTrue, Error> {
    let (profiles, findings) = pul_pricing::profiles(&prices.tariff, day);
    if findings.has_faults() {
        return Err(Error::Faults(findings));
    }
    let answers: Vec<Answer> = profiles.into_iter().filter_map(|p| answer(p, claim, way)).collect();
    if answers.is_empty() {
        let ways: Vec<&str> = prices.tariff.rules.ways.iter().map(|w| w.id.as_str()).collect();
        return Err(Error::Missing {
            what: "no profile has an answer for this way".into(),
            cure: format!("The ways are: {}", ways.join(", ")),
        });
    }
    Ok(HowTrue { claim, day, answers })
}

fn answer(profile: ProfileAnswer, claim: Number, way: Option<&str>) -> Option<Answer> {
    let comparison = &profile.comparison;
    let abroad = comparison.ways.iter().filter(|w| w.way != comparison.baseline);
    let looked_at = match way {
        Some(id) => abroad.clone().find(|w| w.way == id),
        None => abroad.min_by_key(|w| w.quote.totals.buyer_cost.minor),
    }?;
    Some(Answer {
        way: looked_at.way.clone(),
        headline: looked_at.headline.clone(),
        before_credits: looked_at.saving_before_credits.clone(),
        saving: looked_at.saving.clone(),
        range: looked_at.range.saving_alone.clone(),
        holds: looked_at.saving.percent.is_some_and(|p| p >= claim),
        profile,
    })
}
