//! What a pack answers.

use crate::mini;
use insta::assert_snapshot;
use jiff::civil::{Date, date};
use pul_domain::{Currency, Rate, RateUnit};
use pul_pack::{NoHourly, Workload};

#[test]
fn a_skill_on_a_card() {
    let pack = mini::pack();
    assert_snapshot!(pack.show("skill", "ReactJS").unwrap(), @r#"
    skill react: React
      kind           library
      domain         software
      broader        web
      aliases        React.js
      declares       javascript 90
      implies        web 100, javascript 90
      implied by     nextjs 95
      roles          front-end-developer 100, full-stack-developer 60
      declared at    skills/software.toml:12
    "#);
    assert_snapshot!(pack.show("role", "Web Developer").unwrap(), @r#"
    role front-end-developer: Front-end developer
      group          web
      NOC 2021       21234
      NOC 2016       2175
      titles         web developer
      core           react
      skills         react 100, javascript 80
      nearest roles  full-stack-developer 72
      declared at    roles/web.toml:1
    "#);
    assert_snapshot!(pack.show("city", "لاہور").unwrap(), @r#"
    city lahore: Lahore
      ur             لاہور
      side           pakistan
      region         PB
      zone           Asia/Karachi
      declared at    sides/pakistan.toml:12
    "#);
    assert_snapshot!(pack.show("source", "bank").unwrap(), @r#"
    source bank: Rates
      producer       A bank
      address        https://bank.example/
      published      2026-07
      read           2026-11-23
      licence        unknown
      declared at    sources.toml:1
    "#);
    assert_snapshot!(pack.show("currency", "cad").unwrap(), @r#"
    currency CAD: CAD for one USD, by date
      rates from     2025-01-01 1.4, 2026-01-01 1.375
      sources        bank
      sides          canada
      declared at    exchange.toml:1
    "#);
    assert_snapshot!(pack.show("side", "canada").unwrap(), @r#"
    side canada: Canada
      ur             کینیڈا
      country        CA
      currency       CAD
      languages      en, fr
      weekend        saturday, sunday
      regions        ON
      cities         toronto
      holidays       2026-07-01 Canada Day
      declared at    sides/canada.toml:1
    "#);
    assert_snapshot!(pack.show("skill", "reakt").unwrap_err(), @r#"the pack knows no skill "reakt"; did you mean react?"#);
    assert_snapshot!(pack.show("skil", "react").unwrap_err(), @r#"the pack knows no kind of thing "skil"; did you mean skill?"#);
    assert_snapshot!(pack.show("registration", "zzz").unwrap_err(), @r#"the pack knows no registration "zzz""#);
}

#[test]
fn strengths_are_closed() {
    let pack = mini::pack();
    let ix = |id| pack.skill_ix(id).unwrap();
    let strength = |from, to| pack.strength(ix(from), ix(to));
    assert_eq!(strength("nextjs", "react"), 95, "measured over declared");
    assert_eq!(strength("nextjs", "javascript"), 85, "⌊95·90/100⌋");
    assert_eq!(strength("nextjs", "web"), 95, "through the broader of react");
    assert_eq!(strength("react", "react"), 100);
    assert_eq!(strength("javascript", "react"), 0);
    let backwards: Vec<&str> =
        pack.closure().implying(ix("web")).iter().map(|(ix, _)| pack.skill(*ix).id.as_str()).collect();
    assert_eq!(backwards, ["javascript", "nextjs", "react"]);
}

#[test]
fn names_find_things() {
    let pack = mini::pack();
    let skill = |text| pack.resolve_skill(text).map(|(ix, _)| pack.skill(ix).id.as_str());
    assert_eq!(skill("ReactJS"), Some("react"));
    assert_eq!(skill("REACT.JS,"), Some("react"));
    assert_eq!(skill("développement  Web"), Some("web"));
    assert_eq!(skill("go"), Some("go"), "a field is no running text");
    assert_eq!(skill("rust"), None);
    assert!(pack.aliases_of("go").iter().all(|alias| alias.exact && alias.word));
    let roles = pack.roles_of_noc2021("21234");
    assert_eq!(roles.len(), 2);
    assert_eq!(pack.affinity(roles[0], roles[1]), 72, "the mean of 5000 and ⌊100·(100·100 + 80·90)/180⌋");
    assert_eq!(pack.affinity(roles[0], roles[0]), 100);
    assert_eq!(pack.certification("iso 27001").unwrap().id.as_str(), "iso-27001");
    assert_eq!(pack.city_named("gta", None, None).unwrap().zone.name(), "America/Toronto");
}

fn hourly(minor: u64, currency: &str, per: RateUnit, on: Date) -> Result<i64, NoHourly> {
    let currency = Currency::new(currency).unwrap();
    let workload = Workload { people: 2, hours_per_week: None, days: 70 };
    mini::pack().hourly(&Rate { minor, currency, per }, &workload, on)
}

#[test]
fn rates_an_hour_are_exact_and_rounded_once() {
    let day = date(2026, 11, 23);
    assert_eq!(hourly(5_000, "USD", RateUnit::Hour, day), Ok(500_000));
    assert_eq!(hourly(5_500, "CAD", RateUnit::Hour, day), Ok(400_000), "at 1.375");
    assert_eq!(hourly(5_500, "CAD", RateUnit::Hour, date(2025, 12, 31)), Ok(392_857), "at 1.4");
    assert_eq!(hourly(47_040_000, "PKR", RateUnit::Month, day), Ok(100_000), "168 hours");
    assert_eq!(hourly(800_000, "USD", RateUnit::Fixed, day), Ok(100_000), "2 × 40 × 10 hours");
    assert_eq!(hourly(1, "USD", RateUnit::Day, day), Ok(13), "12.5 is rounded up");
    assert_eq!(
        hourly(1, "CAD", RateUnit::Hour, date(2024, 1, 1)),
        Err(NoHourly::NoExchange(Currency::CAD, date(2024, 1, 1)))
    );
    assert_eq!(hourly(u64::MAX, "USD", RateUnit::Hour, day), Err(NoHourly::TooLarge));
}

#[test]
fn the_hash_names_the_content() {
    let pack = mini::pack();
    assert_eq!(pack.hash().len(), 64);
    let other = pul_pack::check(&mini::edited("pack.toml", "Mini", "Maxi")).0.unwrap();
    assert_ne!(pack.hash(), other.hash());
    assert_eq!(pack, mini::pack());
}
