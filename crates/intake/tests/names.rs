//! Every name that means a skill finds it, in fields and in running text.

mod support;

use pul_intake::Words;
use std::collections::BTreeSet;
use support::{pack, real};

#[test]
fn every_spelling_of_the_pack_is_read_from_a_sentence() {
    let words = Words::new(pack());
    let (mut all, mut missed) = (0, Vec::new());
    for alias in pack().aliases() {
        all += 1;
        let sentence = format!("Experience with {}.", alias.written);
        let mentions = words.skills(&sentence);
        let wanted = &pack().skill(alias.skill).id;
        if !mentions.iter().any(|mention| mention.skill == *wanted) {
            missed.push(format!(
                "{} ({wanted}) -> {:?}",
                alias.written,
                mentions.iter().map(|m| m.skill.as_str()).collect::<Vec<_>>()
            ));
        }
    }
    eprintln!("{} of {all} spellings missed", missed.len());
    assert!(missed.len() * 1000 <= all, "{} of {all}: {missed:#?}", missed.len());
}

/// The names of one column of lists.
fn listed(csv: &[u8], wanted: impl Fn(&str) -> bool, separator: &str) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(csv);
    let header = reader.headers().unwrap().clone();
    let mut names = BTreeSet::new();
    for record in reader.records() {
        let record = record.unwrap();
        let cells = header.iter().zip(&record).filter(|(head, _)| wanted(head));
        let parts = cells.flat_map(|(_, cell)| cell.split(separator));
        names.extend(parts.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
    }
    names
}

#[test]
fn every_name_of_the_surveys_is_a_skill() {
    let words = Words::new(pack());
    let mut report = Vec::new();
    for file in ["stackoverflow_2024_ca_pk.csv", "stackoverflow_2019_ca_pk.csv"] {
        let Some(bytes) = real(file) else { return };
        let names = listed(&bytes, |head| head.contains("WorkedWith"), ";");
        for name in names.iter().filter(|name| *name != "Other(s):") {
            let Some((skill, _)) = pack().resolve_skill(name) else {
                report.push(format!("field: {name}"));
                continue;
            };
            let wanted = &pack().skill(skill).id;
            let mentions = words.skills(&format!("Knowledge of {name}, and so on."));
            if !mentions.iter().any(|mention| mention.skill == *wanted) {
                report.push(format!("text: {name} is {wanted}"));
            }
        }
    }
    assert!(report.is_empty(), "{report:#?}");
}

#[test]
fn names_of_onet_and_linguist_do_not_lead_astray() {
    // A name from outside may be unknown to the pack, but must never mean another skill.
    let (mut known, mut astray) = (0, Vec::new());
    for skill in pack().skills() {
        let Some(name) = &skill.onet else { continue };
        match pack().resolve_skill(name) {
            Some((ix, _)) if pack().skill(ix).id == skill.id => known += 1,
            Some((ix, _)) => astray.push(format!("{name}: {} is {}", skill.id, pack().skill(ix).id)),
            None => {}
        }
    }
    assert!(astray.is_empty() && known > 150, "{known} known, astray: {astray:#?}");
    let Some(bytes) = real("technology_aliases.csv") else { return };
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    for record in reader.records().map(Result::unwrap) {
        let [canonical, alias] = [1, 2].map(|at| pack().resolve_skill(&record[at]).map(|(ix, _)| ix));
        let (Some(canonical), Some(alias)) = (canonical, alias) else { continue };
        known += 1;
        if canonical != alias {
            let ids = [canonical, alias].map(|ix| pack().skill(ix).id.to_string());
            astray.push(format!("{} = {}: {} is {}", &record[1], &record[2], ids[0], ids[1]));
        }
    }
    // The file calls Delphi an alias of Pascal and node one of JavaScript: ten or so such.
    assert!(astray.len() * 25 <= known, "{known} known, astray: {astray:#?}");
}
