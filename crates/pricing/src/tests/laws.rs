//! Laws over many deals: money is conserved, two evaluators agree, figures move the
//! way the law moves them, a change date changes what it changes and nothing else.

use super::{DAY, TARIFF, pairs, toronto};
use crate::{Dated, Figures, Statement, conserved, read_deal, walked};
use jiff::civil::Date;
use proptest::prelude::*;
use pul_pack::parameters::Number;
use pul_pack::rules::InputKind;

fn choice(id: &str) -> impl Strategy<Value = String> + use<> {
    let input = &TARIFF.rules.inputs[TARIFF.input(id).unwrap()];
    let InputKind::Choice(choices) = &input.kind else { panic!("{id}") };
    prop::sample::select(choices.iter().map(|c| c.id.clone()).collect::<Vec<_>>())
}

fn amount(most: i64) -> impl Strategy<Value = String> + use<> {
    prop_oneof![
        Just("0".to_owned()),
        (0..most).prop_map(|cents| Number::from_minor(i128::from(cents), 2).to_string())
    ]
}

fn flag() -> impl Strategy<Value = String> + use<> {
    any::<bool>().prop_map(|f| f.to_string())
}

fn member() -> impl Strategy<Value = std::collections::BTreeMap<String, String>> + use<> {
    let ids = ["occupation", "seniority", "people", "rate-usd", "rate-cad", "salary-cad", "salary-pkr"];
    (
        choice("occupation"),
        choice("seniority"),
        1..30_i64,
        amount(900_000),
        amount(500_000),
        amount(30_000_000),
        amount(200_000_000),
    )
        .prop_map(move |(a, b, c, d, e, f, g)| {
            let values = [a, b, c.to_string(), d, e, f, g];
            ids.iter().zip(values).map(|(k, v)| ((*k).to_owned(), v)).collect()
        })
}

fn statement() -> impl Strategy<Value = Statement> {
    let choices = [
        "province",
        "hire-province",
        "hire-city",
        "claimant",
        "buyer-kind",
        "currency",
        "route",
        "supplier-province",
    ];
    let flags = [
        "registered",
        "reg-105-waiver",
        "itemised",
        "treaty-relief",
        "pseb",
        "atl",
        "keep-foreign",
        "proceeds-by-bank",
        "vacation-on-top",
    ];
    let shares = ["commercial-share", "sred-share", "licence-share", "contingent-share"];
    let amounts = ["taxable-capital", "sred-elsewhere", "sred-base", "payroll"];
    (
        choices.iter().map(|c| choice(c)).collect::<Vec<_>>(),
        flags.iter().map(|_| flag()).collect::<Vec<_>>(),
        shares.iter().map(|_| (0..=100_u8).prop_map(|s| s.to_string())).collect::<Vec<_>>(),
        amounts.iter().map(|_| amount(2_000_000_000)).collect::<Vec<_>>(),
        (1..60_u8, 0..300_u16, 10_000..40_000_i64, 10_000..60_000_i64),
        prop::collection::vec(member(), 1..4),
    )
        .prop_map(move |(c, f, s, a, (months, days, cad, usd), team)| {
            let mut inputs = pairs(&[]);
            let names = choices.iter().chain(&flags).chain(&shares).chain(&amounts);
            inputs.extend(names.map(|n| (*n).to_owned()).zip(c.into_iter().chain(f).chain(s).chain(a)));
            let rate = |r: i64| Number::from_minor(i128::from(r), 2).to_string();
            let more = [
                ("months", months.to_string()),
                ("days-in-canada", days.to_string()),
                ("pkr-per-cad", rate(cad)),
                ("pkr-per-usd", rate(usd)),
            ];
            inputs.extend(more.map(|(k, v)| (k.to_owned(), v)));
            if inputs["hire-city"] != "elsewhere" {
                inputs.remove("hire-province");
            }
            Statement { inputs, team }
        })
}

fn day() -> impl Strategy<Value = Date> {
    (0..2500_i64).prop_map(|d| Date::constant(2023, 6, 1).saturating_add(jiff::Span::new().days(d)))
}

fn amount_of(figures: &Figures, line: &str) -> Number {
    let position = TARIFF.rules.lines.iter().position(|l| l.id == line).unwrap();
    figures.line(position).map_or(Number::ZERO, |f| f.amount)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_cent_lands(statement in statement(), day in day()) {
        let deal = read_deal(&TARIFF, &statement, day).unwrap();
        let dated = Dated::new(&TARIFF, day);
        for way in 0..TARIFF.rules.ways.len() {
            let figures = TARIFF.price(&deal, &dated, way);
            let findings = conserved(&TARIFF, &figures);
            prop_assert!(findings.is_empty(), "{:?}", findings);
            // Everybody's balances of a currency come to what was exchanged into it.
            let exchanged: Number = figures.lines.iter().filter(|f| f.becomes != Number::ZERO).fold(Number::ZERO, |s, f| s.plus(f.becomes));
            let abroad: i64 = crate::balances(&TARIFF, &figures).iter().map(|b| b.supplier_currency.minor).sum();
            prop_assert_eq!(Number::from_minor(i128::from(abroad), 2), exchanged);
        }
    }

    /// The flat program and the walker over the formula are two programs; they must
    /// give the same line to the last minor unit.
    #[test]
    fn two_evaluators_agree(statement in statement(), day in day()) {
        let deal = read_deal(&TARIFF, &statement, day).unwrap();
        let dated = Dated::new(&TARIFF, day);
        for way in 0..TARIFF.rules.ways.len() {
            let figures = TARIFF.price(&deal, &dated, way);
            for figure in &figures.lines {
                let line = &TARIFF.lines[figure.line];
                let (applies, amount, becomes) = walked(&TARIFF, &deal, &dated, &figures, figure.line);
                prop_assert_eq!(applies, figure.applies);
                if applies {
                    prop_assert_eq!(amount.rounded(2, line.rounding), figure.amount, "{}", TARIFF.rules.lines[figure.line].id);
                    prop_assert_eq!(becomes.map_or(Number::ZERO, |b| b.rounded(2, line.rounding)), figure.becomes);
                }
            }
        }
    }

    /// Contributions never fall when pay rises; withholding never falls when days in
    /// Canada rise; research credits never fall when the research share rises.
    #[test]
    fn monotone_where_the_law_is(pay in 100_000..30_000_000_i64, more in 0..5_000_000_i64, days in 0..200_u16, share in 0..90_u8) {
        let price = |pay: i64, days: u16, share: u8, way: &str| {
            let mut statement = toronto();
            statement.inputs.extend(pairs(&[("days-in-canada", &days.to_string()), ("sred-share", &share.to_string())]));
            statement.team.truncate(1);
            statement.team[0].insert("salary-cad".to_owned(), Number::from_minor(i128::from(pay), 2).to_string());
            let deal = read_deal(&TARIFF, &statement, DAY).unwrap();
            TARIFF.price(&deal, &Dated::new(&TARIFF, DAY), TARIFF.way(way).unwrap())
        };
        let (low, high) = (price(pay, days, share, "hire"), price(pay + more, days, share + 9, "hire"));
        for line in ["salary", "cpp", "cpp2", "ei", "sred-refundable", "provincial-refundable"] {
            prop_assert!(amount_of(&low, line) <= amount_of(&high, line), "{}", line);
        }
        let (low, high) = (price(pay, days, share, "firm"), price(pay, days + 7, share, "firm"));
        prop_assert!(amount_of(&low, "reg-105") <= amount_of(&high, "reg-105"));
        prop_assert!(low.supplier_net >= high.supplier_net);
    }
}

/// On each day a value changes, the quote moves by that change alone: with the changed
/// cells put back to what they held the day before, it is the quote of the day before.
#[test]
fn change_dates_change_what_they_change() {
    let mut statement = toronto();
    statement.inputs.insert("tax-year-start".to_owned(), "2026-01-01".to_owned());
    let mut days: Vec<Date> = TARIFF
        .parameters
        .iter()
        .flat_map(|p| &p.rows)
        .flat_map(|r| [r.from, r.until.and_then(|u| u.tomorrow().ok())])
        .flatten()
        .collect();
    days.sort();
    days.dedup();
    let mut moved = 0;
    for province in ["ON", "QC", "NS", "BC", "MB"] {
        statement.inputs.insert("province".to_owned(), province.to_owned());
        statement.inputs.insert("hire-city".to_owned(), "elsewhere".to_owned());
        statement.inputs.insert("commercial-share".to_owned(), "40".to_owned());
        statement.inputs.insert("licence-share".to_owned(), "20".to_owned());
        for day in &days {
            let eve = day.yesterday().unwrap();
            let deal = read_deal(&TARIFF, &statement, *day).unwrap();
            let date_input = TARIFF.input("date").unwrap();
            let deal_eve =
                read_deal(&TARIFF, &statement, eve).unwrap().with(date_input, deal.input(date_input));
            let rate_date = TARIFF.input("rate-date").unwrap();
            let deal_eve = deal_eve.with(rate_date, deal.input(rate_date));
            let (before, after) = (Dated::new(&TARIFF, eve), Dated::new(&TARIFF, *day));
            let mut undone = after.clone();
            let changed: Vec<usize> =
                (0..after.held.len()).filter(|c| after.held[*c] != before.held[*c]).collect();
            for cell in &changed {
                undone.held[*cell] = before.held[*cell];
                for (image, program) in undone.images.iter_mut().zip(&TARIFF.programs) {
                    program.set(image, *cell, before.held[*cell].value);
                }
            }
            for way in 0..TARIFF.rules.ways.len() {
                let was = TARIFF.price(&deal_eve, &before, way);
                assert_eq!(TARIFF.price(&deal, &undone, way).lines, was.lines, "{day} {province}");
                moved += usize::from(TARIFF.price(&deal, &after, way).lines != was.lines);
            }
        }
    }
    assert!(moved > 20, "only {moved} quotes moved");
}
