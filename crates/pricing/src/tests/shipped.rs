//! The shipped pack: its cases, its profiles, its sources.

use super::{DAY, TARIFF, files};
use crate::{cases, diff, facts, profiles};

#[test]
fn every_golden_case_holds() {
    let (cases, findings) = cases::read(&files());
    assert!(findings.is_empty(), "{findings:?}");
    assert!(cases.len() >= 100, "{} cases", cases.len());
    let report = cases::run(&TARIFF, &cases);
    assert_eq!(report.differences, []);
}

/// Every line of the rules is in at least one case's quote, so none goes unproved.
#[test]
fn every_line_is_in_a_case() {
    let (cases, _) = cases::read(&files());
    let stated: Vec<&String> = cases.iter().flat_map(|c| c.expect.keys()).collect();
    let unstated: Vec<&str> =
        TARIFF.rules.lines.iter().map(|l| l.id.as_str()).filter(|l| !stated.iter().any(|s| s == l)).collect();
    insta::assert_snapshot!(unstated.join(" "), @"");
}

#[test]
fn six_kinds_of_buyer_are_answered() {
    let (answers, findings) = profiles(&TARIFF, DAY);
    assert!(findings.is_empty(), "{findings:?}");
    assert!(answers.len() >= 6);
    for answer in &answers {
        assert!(answer.comparison.ways.iter().all(|w| w.quote.findings.is_empty()), "{}", answer.id);
    }
}

#[test]
fn no_fact_lacks_a_source() {
    let unsourced: Vec<String> = facts(&TARIFF, DAY, &|_| None)
        .into_iter()
        .filter(|f| !f.assumed && f.source.is_none())
        .map(|f| f.id)
        .collect();
    assert_eq!(unsourced, Vec::<String>::new());
}

#[test]
fn a_pack_does_not_differ_from_itself_and_a_change_moves_its_cases() {
    let (cases, _) = cases::read(&files());
    assert_eq!(diff(&TARIFF, &TARIFF, &cases), crate::PackDiff::default());
    let mut other = files();
    let payroll = String::from_utf8(other["parameters/payroll.toml"].clone()).unwrap();
    other.insert(
        "parameters/payroll.toml".to_owned(),
        payroll.replace("value = \"74600\"", "value = \"74700\"").into_bytes(),
    );
    let (parameters, rules, _) = pul_pack::read_prices(&other);
    let after = crate::Tariff::compile(parameters, rules).0.unwrap();
    let diff = diff(&TARIFF, &after, &cases);
    insta::assert_snapshot!(diff.values.iter().map(|c| c.what.as_str()).collect::<Vec<_>>().join(", "), @"cpp-ympe from 2026-01-01");
    assert!(diff.cases.iter().any(|c| c.figures.iter().any(|f| f.what == "cpp")));
    assert!(diff.rules.is_empty());
}

/// No binary floating point in anything that computes a quote.
#[test]
fn no_binary_floating_point() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut open =
        vec![root.join("src"), root.join("../pack/src/parameters"), root.join("../pack/src/rules")];
    let words = [concat!("f", "32"), concat!("f", "64")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let found = text.split(|c: char| !c.is_alphanumeric()).find(|w| words.contains(w));
        assert_eq!(found, None, "{}", path.display());
    }
}
