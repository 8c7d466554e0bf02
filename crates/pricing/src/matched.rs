//! The deal of a match: what an ask and an offer say between them, as a statement that
//! can be priced, so that a shortlist shows what each offer costs and leaves.

use crate::deal::Statement;
use crate::tariff::Tariff;
use jiff::civil::Date;
use pul_domain::{Ask, Offer, Rate, RateUnit};
use pul_pack::Pack;
use pul_pack::parameters::Number;
use std::collections::BTreeMap;

/// Months of an engagement whose ask states no period.
const MONTHS_UNSTATED: i64 = 12;
/// Hours a week of a person where neither side states them.
const HOURS_UNSTATED: u8 = 40;
/// Days a week that a rate by the day counts.
const DAYS_A_WEEK: i64 = 5;

/// The statement of a match. `buyer` holds what the asker says about itself (kind of
/// claimant, share of research, commercial use …) and wins over what is read from the
/// posts. Inputs the rules do not have are left out, so a corridor without them is
/// served as well. A deal needs an occupation: `None` when the ask's role has none that
/// the rules know.
pub fn statement(
    tariff: &Tariff,
    pack: &Pack,
    ask: &Ask,
    offer: &Offer,
    day: Date,
    buyer: &BTreeMap<String, String>,
) -> Option<Statement> {
    let mut inputs = BTreeMap::new();
    let put = |map: &mut BTreeMap<String, String>, id: &str, value: Option<String>| {
        if let Some(value) = value.filter(|v| may_be(tariff, id, v)) {
            map.insert(id.to_owned(), value);
        }
    };
    let region = |city: Option<&pul_domain::CityId>| pack.city(city?.as_str()).map(|c| c.region.clone());
    let currency = offer.rate.map(|r| r.currency.as_str().to_owned());
    put(&mut inputs, "province", region(ask.common.city.as_ref()));
    put(&mut inputs, "hire-city", ask.common.city.as_ref().map(|c| c.as_str().to_owned()));
    put(&mut inputs, "supplier-province", region(offer.common.city.as_ref()));
    put(&mut inputs, "months", Some(months(ask).to_string()));
    put(&mut inputs, "currency", currency);
    put(
        &mut inputs,
        "pseb",
        Some(offer.registrations.iter().any(|r| r.as_str().starts_with("pseb")).to_string()),
    );
    for (id, value) in rates(pack, day) {
        put(&mut inputs, id, value);
    }
    inputs.extend(buyer.iter().map(|(k, v)| (k.clone(), v.clone())));
    let role = pack.role_ix(ask.common.role.as_ref().or(offer.common.role.as_ref())?.as_str())?;
    let occupation = pack.role(role).noc2021.iter().find(|c| may_be(tariff, "occupation", c))?;
    let mut member = BTreeMap::from([("occupation".to_owned(), occupation.clone())]);
    put(&mut member, "people", Some(ask.people.to_string()));
    put(&mut member, "seniority", Some(seniority(ask).to_owned()));
    if let Some(rate) = &offer.rate {
        let id = format!("rate-{}", rate.currency.as_str().to_lowercase());
        put(&mut member, &id, monthly(rate, ask, offer).map(|n| n.to_string()));
    }
    Some(Statement { inputs, team: vec![member] })
}

/// Whether the rules have the input and it can hold the value.
fn may_be(tariff: &Tariff, id: &str, value: &str) -> bool {
    let input = tariff.input(id).map(|i| &tariff.rules.inputs[i]);
    input.is_some_and(|input| crate::deal::parse(input, value).is_some())
}

/// The pack's rates of the day, as `<supplier's currency>-per-<other>` inputs.
fn rates(pack: &Pack, day: Date) -> [(&'static str, Option<String>); 2] {
    let per_usd = |code| {
        pul_domain::Currency::new(code)
            .and_then(|c| pack.per_usd(c, day))
            .and_then(|r| Number::read(&r.to_string()))
    };
    let (pkr, cad) = (per_usd("PKR"), per_usd("CAD"));
    let cross = pkr.zip(cad).and_then(|(pkr, cad)| pkr.per(cad));
    [("pkr-per-usd", pkr.map(|n| n.to_string())), ("pkr-per-cad", cross.map(|n| n.to_string()))]
}

/// Whole months begun in the ask's period.
fn months(ask: &Ask) -> i64 {
    let Some(period) = &ask.period else { return MONTHS_UNSTATED };
    let Ok(after) = period.until().tomorrow() else { return MONTHS_UNSTATED };
    let span = period.from().until((jiff::Unit::Month, after)).unwrap_or_default();
    (i64::from(span.get_months()) + i64::from(span.get_days() > 0)).max(1)
}

/// The level most of the ask's skills want: 4 and 5 are senior, 1 and 2 junior.
fn seniority(ask: &Ask) -> &'static str {
    let mut levels: Vec<u8> = ask.skills.iter().map(|s| u8::from(s.level)).collect();
    levels.sort_unstable();
    match levels.get(levels.len() / 2) {
        Some(1 | 2) => "junior",
        Some(4 | 5) => "senior",
        _ => "intermediate",
    }
}

/// A rate for one person and month, in major units.
fn monthly(rate: &Rate, ask: &Ask, offer: &Offer) -> Option<Number> {
    let money = Number::from_minor(i128::from(rate.minor), rate.currency.exponent());
    let hours = ask.hours_per_week.or(offer.hours_per_week).unwrap_or(HOURS_UNSTATED);
    let weeks = |n: Number| n.times(Number::whole(52)).per(Number::whole(12));
    match rate.per {
        RateUnit::Hour => weeks(money.times(Number::whole(i64::from(hours)))),
        RateUnit::Day => weeks(money.times(Number::whole(DAYS_A_WEEK))),
        RateUnit::Month => Some(money),
        RateUnit::Year => money.per(Number::whole(12)),
        RateUnit::Fixed => money.per(Number::whole(months(ask) * i64::from(ask.people.max(1)))),
    }
}
