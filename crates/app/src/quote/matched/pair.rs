//! The deal of an ask with an offer: what the two posts say, the rest from the defaults.

use crate::quote::{Prices, rates};
use jiff::Unit;
use jiff::civil::Date;
use pul_domain::{Ask, Currency, Importance, Offer, PostKind, Rate, RateUnit};
use pul_pack::Pack;
use pul_pack::parameters::Number;
use pul_pack::rules::{Input, InputKind};
use pul_pricing::{Side, Statement};
use std::collections::BTreeMap;

/// The deal of a pair.
pub struct Made {
    /// Its inputs and its one member.
    pub statement: Statement,
    /// The way it would be engaged.
    pub way: &'static str,
    /// Whether the pack has wages for the role, so that a hire can be held against it. Where it
    /// has none another occupation stands in the statement: fees do not depend on it.
    pub wages_known: bool,
}

/// The deal of a pair and the way it would be engaged, or why there is none.
pub fn deal(
    prices: &Prices,
    defaults: &Statement,
    ask: &Ask,
    offer: &Offer,
    day: Date,
) -> Result<Made, String> {
    if ask.common.kind() != PostKind::Service {
        return Err("only work is priced".to_owned());
    }
    let pack = &prices.loaded.pack;
    let buys = |side: &pul_domain::SideId| {
        pack.side(side.as_str()).is_some_and(|s| s.currency.as_str() == prices.tariff.currency(Side::Buyer))
    };
    if !ask.common.sides.iter().any(buys) {
        return Err("the rules price work bought from the other side only".to_owned());
    }
    let mut out = Filling { prices, inputs: defaults.inputs.clone(), team: BTreeMap::new() };
    out.place(ask, offer);
    let months = months(pack, ask);
    out.deal("months", &months.to_string());
    let registered =
        offer.registrations.iter().any(|r| r.as_str() == "pseb" || r.as_str().starts_with("pseb-"));
    out.deal("pseb", if registered { "true" } else { "false" });
    let wages_known = out.member(defaults, ask, offer)?;
    let way = way(offer);
    if let Some(rate) = &offer.rate {
        out.fee(rate, &monthly(pack, ask, rate, months), way, day)?;
    }
    let statement = Statement { inputs: out.inputs, team: vec![out.team] };
    Ok(Made { statement, way, wages_known })
}

/// A registration of companies or several people make a firm; one person alone is a freelancer.
fn way(offer: &Offer) -> &'static str {
    let has = |id: &str| offer.registrations.iter().any(|r| r.as_str() == id);
    let firm = !has("pseb-freelancer") && (offer.people > 1 || has("secp-company") || has("pseb"));
    if firm { "firm" } else { "freelancer" }
}

/// Whole months of the ask's period, half a month counting as one; the pack's length where
/// the ask states none. Never less than one.
fn months(pack: &Pack, ask: &Ask) -> i64 {
    let whole = ask.period.and_then(|period| {
        let end = period.until().tomorrow().ok()?;
        let span = period.from().until((Unit::Month, end)).ok()?;
        Some(i64::from(span.get_months()) + i64::from(span.get_days() >= 15))
    });
    let default = i64::from(pack.scoring().unstated.default_days) * 12 / 365;
    whole.unwrap_or(default).max(1)
}

/// What the rate is for one person and month of this ask, in its own currency, exactly.
fn monthly(pack: &Pack, ask: &Ask, rate: &Rate, months: i64) -> Number {
    let scoring = pack.scoring();
    let (price, full) = (&scoring.price, i64::from(scoring.unstated.full_time_hours));
    let whole = |n: u8| Number::whole(i64::from(n));
    let amount = Number::from_minor(i128::from(rate.minor), rate.currency.exponent());
    let week = ask.hours_per_week.map_or(full, i64::from);
    let part = |n: Number| n.times(Number::whole(week)).per(Number::whole(full)).unwrap_or_default();
    match rate.per {
        RateUnit::Hour => part(amount.times(whole(price.hours_per_day)).times(whole(price.days_per_month))),
        RateUnit::Day => part(amount.times(whole(price.days_per_month))),
        RateUnit::Month => amount,
        RateUnit::Year => amount.per(whole(price.months_per_year)).unwrap_or_default(),
        RateUnit::Fixed => {
            amount.per(Number::whole(i64::from(ask.people.max(1)) * months)).unwrap_or_default()
        }
    }
}

struct Filling<'a> {
    prices: &'a Prices,
    inputs: BTreeMap<String, String>,
    team: BTreeMap<String, String>,
}

impl Filling<'_> {
    fn input(&self, id: &str) -> Option<&Input> {
        self.prices.tariff.rules.inputs.iter().find(|i| i.id == id)
    }

    fn may_be(&self, id: &str, value: &str) -> bool {
        let Some(input) = self.input(id) else { return false };
        match &input.kind {
            InputKind::Choice(choices) => choices.iter().any(|c| c.id == value),
            InputKind::Measured(_) | InputKind::Date => true,
        }
    }

    /// States an input of the deal, if the pack has it and it may be that.
    fn deal(&mut self, id: &str, value: &str) {
        if self.may_be(id, value) {
            self.inputs.insert(id.to_owned(), value.to_owned());
        }
    }

    /// Where the work is used and where it is done, from the two cities.
    fn place(&mut self, ask: &Ask, offer: &Offer) {
        let pack = &self.prices.loaded.pack;
        if let Some(city) = ask.common.city.as_ref().and_then(|c| pack.city(c.as_str())) {
            let near =
                if self.may_be("hire-city", city.id.as_str()) { city.id.as_str() } else { "elsewhere" };
            self.inputs.remove("hire-province");
            self.deal("province", &city.region);
            self.deal("hire-city", near);
        }
        if let Some(city) = offer.common.city.as_ref().and_then(|c| pack.city(c.as_str())) {
            self.deal("supplier-province", &city.region);
        }
    }

    /// Who works: the first occupation of the roles that the pack has wages for, else the
    /// default, else any. Tells whether it is one of the first two.
    fn member(&mut self, defaults: &Statement, ask: &Ask, offer: &Offer) -> Result<bool, String> {
        let pack = &self.prices.loaded.pack;
        let roles = [&ask.common.role, &offer.common.role].into_iter().flatten();
        let codes = roles.filter_map(|r| pack.role_ix(r.as_str())).flat_map(|r| &pack.role(r).noc2021);
        let known = codes.into_iter().find(|code| self.may_be("occupation", code)).cloned();
        let default = defaults.team.first().and_then(|m| m.get("occupation")).cloned();
        let any = self.input("occupation").and_then(|i| match &i.kind {
            InputKind::Choice(choices) => choices.first().map(|c| c.id.clone()),
            InputKind::Measured(_) | InputKind::Date => None,
        });
        let found = known.or(default);
        let wages_known = found.is_some();
        let occupation = found.or(any).ok_or("the pack knows no occupations")?;
        self.team.insert("occupation".to_owned(), occupation);
        self.team.insert("seniority".to_owned(), seniority(ask).to_owned());
        self.team.insert("people".to_owned(), ask.people.to_string());
        Ok(wages_known)
    }

    /// The offer's rate as the way's fee, and the currency of the contract.
    fn fee(&mut self, rate: &Rate, month: &Number, way: &str, day: Date) -> Result<(), String> {
        let pack = &self.prices.loaded.pack;
        let in_dollars = |amount: Number| {
            let per_usd = pack.per_usd(rate.currency, day);
            let per_usd = if rate.currency == Currency::USD { Some(pul_pack::Ratio::ONE) } else { per_usd };
            per_usd.and_then(|r| amount.per(rates::number(r)))
        };
        let own = format!("rate-{}", rate.currency.as_str().to_lowercase());
        let (input, amount) = match way {
            "freelancer" => ("freelancer-usd".to_owned(), in_dollars(*month)),
            _ if self.input(&own).is_some() => (own, Some(*month)),
            _ => ("rate-usd".to_owned(), in_dollars(*month)),
        };
        let amount = amount.ok_or_else(|| format!("no exchange rate of {} is known", rate.currency))?;
        self.team.insert(input, amount.written(0));
        self.deal("currency", rate.currency.as_str());
        Ok(())
    }
}

/// From the mean level of the must-haves: below 2.5 junior, from 4 senior.
fn seniority(ask: &Ask) -> &'static str {
    let musts = ask.skills.iter().filter(|s| s.importance == Importance::Must);
    let levels: Vec<u32> = musts.map(|s| u32::from(s.level.get())).collect();
    let (sum, count) = (levels.iter().sum::<u32>(), u32::try_from(levels.len()).unwrap_or(u32::MAX));
    match count {
        0 => "intermediate",
        _ if 2 * sum < 5 * count => "junior",
        _ if sum >= 4 * count => "senior",
        _ => "intermediate",
    }
}
