//! The pricing of the shipped pack, as use cases.

use jiff::civil::{Date, date};
use pul_app::facts::{self, Wanted};
use pul_app::quote::{self, Prices, matched};
use pul_app::{Error, cases, pack_diff, profiles};
use pul_pack::parameters::Number;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const DAY: Date = date(2026, 11, 23);
static PRICES: LazyLock<Prices> = LazyLock::new(|| Prices::load(None).expect("the shipped pack"));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pul-pricing-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn every_case_holds() {
    let report = cases::run(None).expect("the cases");
    assert!(report.run >= 100, "{}", report.run);
    assert_eq!(report.differences, []);
}

#[test]
fn no_value_lacks_a_source() {
    let all = facts::list(&PRICES, DAY, &Wanted::default()).expect("facts");
    assert_eq!(all.without_source, 0);
    assert!(all.values > 500, "{}", all.values);
    let stale = facts::list(&PRICES, DAY, &Wanted { stale: true, topic: None }).expect("facts");
    assert_eq!((stale.values, stale.rows.len()), (all.stale, all.stale));
    let wages = Wanted { topic: Some("payroll".into()), stale: false };
    let wages = facts::list(&PRICES, DAY, &wages).expect("facts");
    assert!(wages.rows.iter().all(|f| f.topic == "payroll") && !wages.rows.is_empty());
    let none = facts::list(&PRICES, DAY, &Wanted { topic: Some("weather".into()), stale: false });
    assert!(matches!(none, Err(Error::Missing { .. })));
}

#[test]
fn a_headline_is_held_against_at_least_six_kinds_of_buyer() {
    let claim = Number::whole(70);
    let answered = profiles::how_true(&PRICES, DAY, claim, None).expect("answers");
    assert!(answered.answers.len() >= 6);
    for answer in &answered.answers {
        assert_eq!(answer.holds, answer.saving.percent.is_some_and(|p| p >= claim));
        assert_ne!(answer.way, answer.profile.comparison.baseline);
    }
    let firm = profiles::how_true(&PRICES, DAY, claim, Some("firm")).expect("answers");
    assert!(firm.answers.iter().all(|a| a.way == "firm"));
    assert!(matches!(profiles::how_true(&PRICES, DAY, claim, Some("tent")), Err(Error::Missing { .. })));
}

#[test]
fn a_bad_deal_is_told_whole_and_by_line() {
    let path = folder("bad").join("deal.toml");
    let text = "[inputs]\nprovnce = \"ON\"\nprovince = \"Ontario\"\nmonths = \"1,5\"\ndays-in-canada = \"-3\"\n\
                [[team]]\noccupation = \"21233x\"\n[[team]]\noccupation = \"21232\"\nrate-usd = \"-1\"\n\
                [assume]\nbenefit-rate = \"20\"\n";
    std::fs::write(&path, text).expect("a file");
    let asked = quote::read(&path).expect("a deal in form");
    let Err(Error::Faults(findings)) = quote::price(&PRICES, &asked, DAY) else { panic!("it has faults") };
    let told: Vec<String> = findings
        .iter()
        .map(|f| {
            format!(
                "{}:{} {} {}",
                f.place.line.unwrap_or(0),
                f.place.field.clone().unwrap_or_default(),
                f.code,
                f.cure
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    12:benefit-rate unknown-parameter Did you mean `benefits-rate`?
    2:provnce unknown-input Did you mean `province`?
    4:months bad-input Write a plain decimal (month) from 1 to 120.
    3:province bad-input Write one of: AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK, YT.
    5:days-in-canada input-out-of-range Write a plain decimal (day) of at least 0.
    7:occupation bad-input Did you mean "21233"? One of: 20012, 21210, 21211, 21220, 21221, 21222, 21223, 21230, 21231, 21232, 21233, 21234, 21311, 22220, 22221, 22222.
    10:rate-usd input-out-of-range Write a plain decimal (USD/month) of at least 0.
    "#);
    std::fs::write(&path, "[input]\nx = 1\n").expect("a file");
    assert!(matches!(quote::read(&path), Err(Error::Faults(_))));
    assert!(matches!(quote::read(&path.with_extension("none")), Err(Error::File { .. })));
}

#[test]
fn a_deal_without_rates_takes_the_pack_s_and_says_so() {
    let mut asked = quote::Asked::default();
    asked.statement.team = quote::team("21232:senior:2:4000, 22222");
    asked.statement.inputs.insert("province".into(), "QC".into());
    let priced = quote::price(&PRICES, &asked, DAY).expect("a price");
    let told: Vec<&str> = priced.findings.iter().map(|f| f.cause.as_str()).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    `pkr-per-cad` is not stated: the pack's last rate is used, 197.4491 PKR/CAD, of 2026-09-29.
    `pkr-per-usd` is not stated: the pack's last rate is used, 277.1 PKR/USD, of 2026-09-29.
    ");
    assert_eq!(priced.statement.team[0]["rate-usd"], "4000");
}

#[test]
fn an_option_out_of_words_has_no_line_but_a_member() {
    let mut asked = quote::Asked::default();
    asked.statement.inputs.insert("province".into(), "ON".into());
    asked.statement.team = quote::team("21232,9");
    let Err(Error::Faults(findings)) = quote::price(&PRICES, &asked, DAY) else { panic!("it has faults") };
    let fields: Vec<_> = findings.iter().filter_map(|f| f.place.field.as_deref()).collect();
    assert_eq!(fields, ["team 2: occupation"]);
    asked.statement.team.clear();
    let Err(Error::Faults(findings)) = quote::price(&PRICES, &asked, DAY) else { panic!("it has faults") };
    assert_eq!(findings.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["no-team"]);
}

#[test]
fn a_changed_value_moves_its_cases() {
    let (before, after) = (root().join("packs/canada-pakistan"), folder("after"));
    copy(&before, &after);
    let path = after.join("parameters/payroll.toml");
    let text = std::fs::read_to_string(&path).expect("a file");
    std::fs::write(&path, text.replace("value = \"74600\"", "value = \"74700\"")).expect("a file");
    assert_eq!(pack_diff::diff(&before, &before).expect("a difference"), pack_diff::PackDiff::default());
    let diff = pack_diff::diff(&before, &after).expect("a difference");
    let values: Vec<&str> = diff.values.iter().map(|c| c.what.as_str()).collect();
    assert_eq!(values, ["cpp-ympe from 2026-01-01"]);
    assert!(diff.cases.iter().any(|c| c.figures.iter().any(|f| f.what == "cpp")));
    std::fs::remove_dir_all(&after).expect("a folder");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[test]
fn matches_are_priced_from_what_the_posts_say() {
    use pul_app::posts::Source;
    use pul_app::shortlists::{Both, Request, run};
    let folder = folder("matched");
    let tour = pul_app::tour::tour(&PRICES.loaded, DAY);
    pul_app::tour::write(&tour.world, &folder).expect("files");
    let source = |name: &str| Source { path: folder.join(name), mapping: None };
    let (asks, offers) = (source("asks.jsonl"), source("offers.jsonl"));
    let both = Both::read(&PRICES.loaded, &asks, &offers, &|_, _| {}).expect("posts");
    let request = Request {
        asks,
        offers,
        as_of: DAY,
        direction: pul_domain::Direction::OffersForAsks,
        top: 5,
        only: tour.ask().map(|a| a.common.id.clone()),
    };
    let file = run(&PRICES.loaded, &both, &request, &|_, _| {}).expect("a shortlist");
    let mut defaults = quote::Asked::default();
    defaults.statement.inputs.insert("claimant".into(), "ccpc".into());
    let costs = matched::costs(&PRICES, &both, &file, &defaults, DAY).expect("costs");
    assert!(costs.pairs.iter().any(|p| p.cost.is_some()), "{costs:?}");
    let pairs: Vec<_> = file.shortlists[0].matches.iter().zip(&costs.pairs).collect();
    let cheap = matched::sorted(pairs.clone(), matched::By::Cost);
    let costs: Vec<_> = cheap.iter().filter_map(|(_, p)| p.cost.as_ref()).map(|c| c.cost.minor).collect();
    assert!(costs.is_sorted());
    defaults.statement.inputs.insert("clamant".into(), "ccpc".into());
    assert!(matches!(matched::costs(&PRICES, &both, &file, &defaults, DAY), Err(Error::Faults(_))));
    std::fs::remove_dir_all(&folder).expect("a folder");
}
