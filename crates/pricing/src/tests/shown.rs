//! The quote of three people for twelve months from Toronto, as text.

use super::{DAY, TARIFF, deal, pairs, toronto};
use crate::{Dated, Quote, compare, read_deal};
use std::collections::BTreeMap;

fn quote(way: &str) -> Quote {
    TARIFF.quote(&deal(&toronto()), &Dated::new(&TARIFF, DAY), TARIFF.way(way).unwrap())
}

fn text(quote: &Quote) -> String {
    let lines = quote.lines.iter().map(|l| format!("{}: {} = {}", l.id, l.amount, l.trace.worked));
    let totals = [
        format!(
            "buyer {} ({} before credits)",
            quote.totals.buyer_cost, quote.totals.buyer_cost_before_credits
        ),
        format!("supplier {}", quote.totals.supplier_net),
    ];
    lines.chain(totals).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_firm_in_lahore() {
    insta::assert_snapshot!(text(&quote("firm")), @"
    fee: CAD 143019.35 = 143019.354839
    buyer-spread: CAD 1430.19 = 143019.35 × 1%
    transfer-fee: CAD 360.00 = 30 × 12 ÷ 1
    management-overhead: CAD 11441.55 = 143019.35 × 8%
    set-up: CAD 2000.00 = 2000
    sred-on-fee: CAD 0.00 = 143019.35 × 50% × 0% × 15%
    credits-forgone: CAD 91146.86 = 91146.86464
    receipt: CAD 143019.35 = 143019.35 − 0.00 − 0.00 − 0.00 → 143019.35 × 195.3
    receipt-fee: PKR 18000.00 = 1500 × 12 ÷ 1
    supplier-spread: PKR 113056.79 = (27931679.06 − 16626000) × 1%
    export-tax: PKR 69829.20 = 27931679.06 × 0.0025
    pseb-fee: PKR 20000.00 = 20000 × 1
    supplier-net: PKR 27710793.07 = 27931679.06 − 69829.20 − 0.00 − 18000.00 − 20000.00 − 113056.79
    kept-foreign: PKR 16626000.00 = 16626000
    became-rupees: PKR 11084793.07 = 27710793.07 − 16626000.00
    buyer CAD 158251.09 (CAD 158251.09 before credits)
    supplier PKR 27710793.07
    ");
}

#[test]
fn a_hire_in_toronto() {
    insta::assert_snapshot!(text(&quote("hire")), @"
    salary: CAD 276889.60 = 276889.6 × 1
    cpp: CAD 12691.35 = 213300 × 5.95% × 1
    cpp2: CAD 923.07 = 23076.8 × 4% × 1
    ei: CAD 4716.89 = 206700 × 1.63% × 1.4 × 1
    health-tax: CAD 0.00 = 0 × 1
    management-overhead: CAD 0.00 = 276889.60 × 0%
    set-up: CAD 0.00 = 0
    benefits: CAD 41533.44 = 276889.60 × 15%
    recruitment: CAD 27688.96 = 276889.6 × 10% × 1
    equipment: CAD 9000.00 = 3 × 3000 × 1
    sred-refundable: CAD 66469.08 = 66469.07904 × 1
    sred-nonrefundable: CAD 0.00 = 0 × 100% × 1
    provincial-refundable: CAD 17167.16 = 17167.1552 × 1
    provincial-nonrefundable: CAD 7510.63 = 7510.6304 × 100% × 1
    buyer CAD 282296.44 (CAD 373443.31 before credits)
    supplier PKR 0.00
    ");
}

#[test]
fn a_line_says_where_its_figures_come_from() {
    let quote = quote("hire");
    let line = quote.lines.iter().find(|l| l.id == "cpp").unwrap();
    let cited = line.trace.parameters.iter().map(|c| {
        let who = c.authority.as_ref().map_or_else(
            || format!("assumed: {}", c.reason),
            |a| format!("{}, {}, {:?}", a.source, a.locator, a.confidence),
        );
        format!(
            "{} {:?} {} {} from {:?} ({who}){}",
            c.id,
            c.at,
            c.value,
            c.unit,
            c.from.map(|d| d.to_string()),
            if c.stale { " STALE" } else { "" }
        )
    });
    let steps =
        line.trace.steps.iter().map(|s| format!("{} {:?} = {} = {}", s.id, s.member, s.value, s.worked));
    insta::assert_snapshot!(cited.chain(steps).collect::<Vec<_>>().join("\n"), @r#"
    canadian-wage ["21232", "toronto"] 48.08 CAD/hour from Some("2025-11-19") (job-bank-wages-2025, NOC 21232, row Toronto, Some(High)) STALE
    paid-hours [] 2080 hour/year from None (assumed: 52 weeks of 40 hours: turns an hourly wage into a salary.)
    cpp-exemption [] 3500 CAD/year from Some("2026-01-01") (ssl-cpp-ei, CPP table, Some(High))
    cpp-ympe [] 74600 CAD/year from Some("2026-01-01") (ssl-cpp-ei, CPP s.18, Some(High))
    canadian-wage ["22222", "toronto"] 36.96 CAD/hour from Some("2025-11-19") (first-pass-wages-2025, NOC 22222, row Toronto, Some(High)) STALE
    cpp-rate [] 5.95 percent from Some("2026-01-01") (ssl-cpp-ei, CPP table, Some(High))
    wage Some(0) = 48.08 = 48.08
    salary-year Some(0) = 100006.4 = 48.08 × 2080
    wage Some(1) = 36.96 = 36.96
    salary-year Some(1) = 76876.8 = 36.96 × 2080
    cpp-base None = 213300 = 2 × min(max(100006.4 − 3500, 0), 74600 − 3500) + 1 × min(max(76876.8 − 3500, 0), 74600 − 3500)
    years None = 1 = 12 ÷ 12
    "#);
}

#[test]
fn a_quote_reads_back_from_json() {
    let quote = quote("firm");
    let json = serde_json::to_string(&quote).unwrap();
    assert_eq!(serde_json::from_str::<Quote>(&json).unwrap(), quote);
}

#[test]
fn assumptions_can_be_set_and_are_marked_so() {
    let mut dated = Dated::new(&TARIFF, DAY);
    let findings = dated.assume(
        &TARIFF,
        &pairs(&[
            ("benefits-rate", "20"),
            ("management-overhead.firm", "5"),
            ("nothing", "1"),
            ("cpp-rate", "x"),
            ("pk-salary-tax", "1"),
        ]),
    );
    insta::assert_snapshot!(findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), @r#"
    input [cpp-rate]: fault[bad-figure]: "x" is not a figure of unit percent. Cure: Write a plain decimal.
    input [nothing]: fault[unknown-parameter]: No parameter is called `nothing`. Cure: See the list of facts.
    input [pk-salary-tax]: fault[not-a-number]: `pk-salary-tax` is a schedule, a spread or words. Cure: Only plain numbers can be set; change the pack for the rest.
    "#);
    let quote = TARIFF.quote(&deal(&toronto()), &dated, TARIFF.way("firm").unwrap());
    let line = quote.lines.iter().find(|l| l.id == "management-overhead").unwrap();
    assert_eq!(line.trace.parameters[0].value, "5");
    assert_eq!(line.trace.parameters[0].standing, crate::Standing::Set);
}

#[test]
fn tipping_points_are_where_the_best_way_changes() {
    let mut statement = toronto();
    statement.inputs.insert("fee-level".to_owned(), "50".to_owned());
    let dated = Dated::new(&TARIFF, DAY);
    let comparison = compare(&TARIFF, &deal(&statement), &dated);
    let tips: BTreeMap<String, Vec<_>> = comparison.tips.iter().fold(BTreeMap::new(), |mut all, t| {
        all.entry(t.input.clone()).or_insert_with(Vec::new).push(t);
        all
    });
    assert!(!comparison.tips.is_empty());
    for tip in tips.values().flatten() {
        let best = |value: &str| {
            let mut moved = statement.clone();
            moved.inputs.insert(tip.input.clone(), value.to_owned());
            let found = compare(&TARIFF, &read_deal(&TARIFF, &moved, DAY).unwrap(), &dated);
            if tip.with_credits { found.best } else { found.best_before_credits }
        };
        assert_eq!((best(&tip.before), best(&tip.at)), (tip.from.clone(), tip.to.clone()));
    }
}

#[test]
fn papers_come_with_their_conditions() {
    let asked = |way: &str, inputs: &[(&str, &str)]| {
        let mut statement = toronto();
        statement.inputs.extend(pairs(inputs));
        let quote = TARIFF.quote(&deal(&statement), &Dated::new(&TARIFF, DAY), TARIFF.way(way).unwrap());
        assert!(quote.papers.iter().all(|p| !p.sources.is_empty()));
        let ids: Vec<&str> = quote.papers.iter().map(|p| p.id.as_str()).collect();
        format!("{way} {inputs:?}: {}", ids.join(" "))
    };
    let told = [
        asked("firm", &[]),
        asked("firm", &[("days-in-canada", "10"), ("pseb", "false")]),
        asked("firm", &[("contingent-share", "20"), ("treaty-relief", "true")]),
        asked(
            "firm",
            &[
                ("province", "QC"),
                ("hire-city", "montreal"),
                ("personal-data", "true"),
                ("controlled-cryptography", "true"),
            ],
        ),
        asked("freelancer", &[("buyer-kind", "public"), ("commercial-share", "0")]),
        asked("subsidiary", &[("registered", "false")]),
        asked("hire", &[]),
    ];
    insta::assert_snapshot!(told.join("\n"), @r#"
    firm []: place-of-work exclusive-use sred-warning purpose-code proceeds-certificate pseb-registration esfca-account services-tax-return withholding-final sanctions-screening transfer-report arbitration electronic-signature
    firm [("days-in-canada", "10"), ("pseb", "false")]: place-of-work t4a-nr r105-waiver permanent-establishment work-permit exclusive-use sred-warning purpose-code proceeds-certificate pseb-warning esfca-account services-tax-return withholding-final sanctions-screening transfer-report arbitration electronic-signature
    firm [("contingent-share", "20"), ("treaty-relief", "true")]: place-of-work nr4 royalty-warning residence-certificate exclusive-use sred-warning purpose-code proceeds-certificate pseb-registration esfca-account services-tax-return withholding-final sanctions-screening transfer-report arbitration electronic-signature
    firm [("province", "QC"), ("hire-city", "montreal"), ("personal-data", "true"), ("controlled-cryptography", "true")]: place-of-work exclusive-use sred-warning purpose-code proceeds-certificate pseb-registration esfca-account services-tax-return withholding-final privacy-assessment privacy-clause breach-duty cryptography-permit sanctions-screening transfer-report arbitration electronic-signature
    freelancer [("buyer-kind", "public"), ("commercial-share", "0")]: place-of-work gst-return-line exempt-body sred-warning purpose-code proceeds-certificate pseb-registration esfca-account services-tax-return withholding-final sanctions-screening freelancer-status arbitration electronic-signature
    subsidiary [("registered", "false")]: place-of-work gst59 sred-warning own-employees-abroad purpose-code proceeds-certificate pseb-registration esfca-account services-tax-return withholding-final sanctions-screening t1134 intra-group-charge company-formation electronic-signature no-investment-treaty labour-conditions
    hire []: t661 irap
    "#);
}

#[test]
fn a_city_settles_its_province() {
    let mut statement = toronto();
    statement.inputs.insert("hire-city".to_owned(), "halifax".to_owned());
    let halifax = deal(&statement);
    let province = TARIFF.input("hire-province").unwrap();
    assert_eq!(crate::deal::write(&TARIFF.rules.inputs[province], halifax.input(province)), "NS");
    statement.inputs.insert("hire-province".to_owned(), "QC".to_owned());
    let findings = read_deal(&TARIFF, &statement, DAY).unwrap_err();
    insta::assert_snapshot!(findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), @"input [hire-city]: fault[inputs-disagree]: `hire-city` is halifax, which lies in NS, but `hire-province` is QC. Cure: Change one of the two, or leave out the wider one.");
}

#[test]
fn values_that_end_before_the_engagement_are_named() {
    let ends = quote("hire").standings.ends_within;
    assert!(
        ends.contains(&"cpp-ympe".to_owned()) && !ends.contains(&"sred-proxy-rate".to_owned()),
        "{ends:?}"
    );
}

/// The deal of a match is read from the posts: place, length, people, rate, registration.
#[test]
fn a_match_can_be_priced() {
    let (pack, findings) = pul_pack::check(&super::every_file());
    let Some(pack) = pack else {
        eprintln!("the pack has faults of its own: {:?}", findings.iter().next());
        return;
    };
    let ask = r#"{"id":"a1","party":"p1","sides":["canada"],"role":"backend-developer","city":"waterloo","terms":{"kind":"service"},
        "skills":[{"skill":"sql","level":4,"importance":"must"}],"people":2,"period":{"from":"2027-01-01","until":"2027-06-30"}}"#;
    let offer = r#"{"id":"o1","party":"p2","sides":["pakistan"],"city":"islamabad","terms":{"kind":"service"},
        "rate":{"minor":2000,"currency":"USD","per":"hour"},"hours_per_week":30,"registrations":["pseb"]}"#;
    let (ask, offer) = (serde_json::from_str(ask).unwrap(), serde_json::from_str(offer).unwrap());
    let buyer = pairs(&[("claimant", "ccpc"), ("pkr-per-cad", "195.3"), ("pkr-per-usd", "277.1")]);
    let statement = crate::statement_of_match(&TARIFF, &pack, &ask, &offer, DAY, &buyer).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&statement).unwrap(), @r#"
    {
      "inputs": {
        "claimant": "ccpc",
        "currency": "USD",
        "hire-city": "waterloo",
        "months": "6",
        "pkr-per-cad": "195.3",
        "pkr-per-usd": "277.1",
        "province": "ON",
        "pseb": "true",
        "supplier-province": "IS"
      },
      "team": [
        {
          "occupation": "21232",
          "people": "2",
          "rate-usd": "2600",
          "seniority": "senior"
        }
      ]
    }
    "#);
    let figures = TARIFF.price(&deal(&statement), &Dated::new(&TARIFF, DAY), TARIFF.way("firm").unwrap());
    insta::assert_snapshot!(format!("{} {}", figures.buyer_cost, figures.supplier_net), @"50432.01 8601581.86");
}
