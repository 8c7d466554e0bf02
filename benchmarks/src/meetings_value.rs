//! The value mode of missions: value, proof, breaks and their bound against processor time.
//!
//! `benchmarks meetings-value [FOLDER] [NAME|2000x40|hard …]`
//!
//! `FOLDER` holds the plain missions (`PUL_DATA`/missions). `2000x40` and `hard` are drawn from a seed.
//! Every mission is also written as `core-NAME.json` to the system's folder for temporary files, for
//! `peers/cpsat_value.py`, so that both solve the same model.

use crate::clock::Stopwatch;
use pul_checker::check_mission;
use pul_domain::{Mission, WishState};
use pul_scheduling::mission::{compile, read_plain, repair, write};
use pul_scheduling::value::{Effort, Problem, Search, least_breaks};
use pul_testkit::Chance;

pub fn main(words: &[String]) {
    let data = std::env::var("PUL_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let folder = words.first().cloned().unwrap_or_else(|| format!("{data}/missions"));
    let names: Vec<&str> = match words.get(1..) {
        Some(rest) if !rest.is_empty() => rest.iter().map(String::as_str).collect(),
        _ => vec!["40x8", "200x16", "600x24", "2000x40", "hard"],
    };
    for name in names {
        let (mission, work) = match name {
            "2000x40" => (drawn(2000, 40, 600, 24_000), 250_000_000),
            "hard" => (hard(), 28_000_000),
            _ => {
                let path = format!("{folder}/{name}.json");
                let Ok(bytes) = std::fs::read(&path) else {
                    println!("SKIPPED: no {path}");
                    continue;
                };
                let work = match name {
                    "40x8" => 15_000_000,
                    "200x16" => 120_000_000,
                    _ => 200_000_000,
                };
                (read_plain(name, &bytes).0, work)
            }
        };
        match mission {
            Some(mission) => measure(name, &mission, work),
            None => println!("{name}: not a mission"),
        }
    }
}

fn measure(name: &str, mission: &Mission, work: u64) {
    let mut clock = Stopwatch::start();
    let mut spent = 0.0;
    let (compiled, findings) = compile(mission);
    let mut search = Search::new(&compiled.problem, Effort { seed: 1, work });
    let mut lap = |what: &str, search: &Search<'_>| {
        let time = std::mem::replace(&mut clock, Stopwatch::start()).stop();
        spent += time.processor.as_secs_f64();
        let at = search.progress();
        println!(
            "{name:8} {what:9} {spent:7.2} s  missed {} value {} combined bound {} unevenness {} breaks {}",
            at.score.missed, at.score.value, at.bound, at.score.unevenness, at.score.breaks
        );
    };
    println!(
        "{name}: {} wishes, {} cells, {} findings",
        mission.wishes.len(),
        compiled.problem.cells.len(),
        findings.iter().count()
    );
    lap("selected", &search);
    let mut slices = 0;
    while !search.run(work / 20) {
        slices += 1;
        if slices % 2 == 0 {
            lap("", &search);
        }
    }
    lap("searched", &search);
    search.sharpen(300);
    lap("proven", &search);
    println!(
        "{name:8} breaks at least {} for these meetings",
        least_breaks(&compiled.problem, &search.best(), 600)
    );
    lap("bounded", &search);
    let plan = write(&compiled, &search.best(), search.prices(), (1, work), 0);
    let objections = check_mission(mission, &plan);
    println!("{name:8} checker: {} objections", objections.len());
    objections.iter().take(3).for_each(|o| println!("  {o}"));
    lap("checked", &search);
    drop_out(name, mission, &plan);
    let path = std::env::temp_dir().join(format!("core-{name}.json"));
    if std::fs::write(&path, core(&compiled.problem).to_string()).is_ok() {
        println!("{name:8} core written to {}", path.display());
    }
}

/// One delegate of many meetings drops out.
fn drop_out(name: &str, mission: &Mission, plan: &pul_domain::MissionPlan) {
    let Some(gone) = plan.meetings.first().and_then(|m| m.delegates.first()) else { return };
    let Some(party) = mission.attendees.iter().find(|a| a.delegates.contains(gone)).map(|a| a.party.clone())
    else {
        return;
    };
    let mut after = mission.clone();
    after
        .wishes
        .iter_mut()
        .filter(|w| w.parties.contains(&party))
        .for_each(|w| w.state = WishState::Cancelled);
    let (compiled, _) = compile(&after);
    let clock = Stopwatch::start();
    let mended = repair(&compiled, plan);
    let time = clock.stop();
    println!(
        "{name:8} repair of a drop-out: {:?}, lost {}, gained {}, moved {} (at least {})",
        time.wall,
        mended.lost.len(),
        mended.gained.len(),
        mended.moved,
        mended.moved_at_least
    );
}

/// Suppliers × buyers after the manner of the data: popular suppliers, two zones, private blocks.
fn drawn(participants: usize, slots: u64, tables: u64, wishes: usize) -> Option<Mission> {
    let mut chance = Chance::new(2000);
    let half = participants / 2;
    let weights: Vec<u64> = (0..half as u64).map(|rank| 1_000_000 / (rank + 10)).collect();
    let mut pairs = std::collections::BTreeSet::new();
    while pairs.len() < wishes {
        pairs.insert((chance.weighted(&weights), half + chance.below(half as u64) as usize));
    }
    let wishes: Vec<String> = pairs
        .iter()
        .map(|(a, b)| format!(r#"{{"a":{a},"b":{b},"value":{}}}"#, chance.between(1, 100)))
        .collect();
    let away: Vec<Vec<u64>> = (0..participants)
        .map(|_| {
            let mut away: Vec<u64> = match chance.below(3) {
                0 => (0..slots / 4).collect(),
                1 => (slots - slots / 4..slots).collect(),
                _ => Vec::new(),
            };
            if chance.percent(40) {
                let at = chance.below(slots - 2);
                away.extend(at..at + 2);
            }
            away
        })
        .collect();
    let text = format!(
        r#"{{"participants":{participants},"slots":{slots},"tables":{tables},"wishes":[{}],"unavailable":{away:?}}}"#,
        wishes.join(",")
    );
    read_plain("drawn", text.as_bytes()).0
}

/// Where time bites: three cities, travel between them, few tables, narrow windows, promises.
fn hard() -> Option<Mission> {
    let mut chance = Chance::new(5);
    let cities = [("toronto", 4), ("ottawa", 3), ("montreal", 3)];
    let venues: Vec<String> = cities
        .iter()
        .map(|(city, tables)| {
            let grids: Vec<String> = (20..23)
                .map(|day| format!(r#"{{"session":"day{day}","date":"2026-04-{day}","start":"09:00","slots":12,"minutes":30}}"#))
                .collect();
            format!(r#"{{"id":"{city}","name":"{city}","zone":"America/Toronto","area":"{city}","tables":{tables},"grids":[{}]}}"#, grids.join(","))
        })
        .collect();
    let attendee = |n: usize, chance: &mut Chance| {
        let away: Vec<String> = (20..23)
            .filter_map(|day| {
                let (from, until) = match chance.below(4) {
                    0 => ("00:00", "12:00"),
                    1 => ("12:00", "23:59"),
                    2 => ("10:30", "13:30"),
                    _ => return None,
                };
                Some(format!(r#"{{"from":"2026-04-{day}T{from}:00","until":"2026-04-{day}T{until}:00","zone":"America/Toronto"}}"#))
            })
            .collect();
        let role = if n < 60 { "supplier" } else { "buyer" };
        format!(
            r#"{{"party":"p{n}","name":"p{n}","role":"{role}","zone":"America/Toronto","delegates":["d{n}"],"least":{},"most":{},"away":[{}]}}"#,
            chance.between(1, 4),
            chance.between(6, 10),
            away.join(",")
        )
    };
    let attendees: Vec<String> = (0..120).map(|n| attendee(n, &mut chance)).collect();
    let mut pairs = std::collections::BTreeSet::new();
    let weights: Vec<u64> = (0..60).map(|rank| 1_000 / (rank + 5)).collect();
    while pairs.len() < 900 {
        pairs.insert((chance.weighted(&weights), 60 + chance.below(60)));
    }
    let wishes: Vec<String> = pairs
        .iter()
        .enumerate()
        .map(|(n, (a, b))| {
            format!(
                r#"{{"id":"w{n}","parties":["p{a}","p{b}"],"value":{},"state":"accepted"}}"#,
                chance.between(1, 100)
            )
        })
        .collect();
    let text = format!(
        r#"{{"format":"pul-mission/1","id":"hard","title":"Hard","venues":[{}],
        "travel":[{{"from":"toronto","to":"ottawa","minutes":240}},{{"from":"toronto","to":"montreal","minutes":300}},{{"from":"ottawa","to":"montreal","minutes":120}}],
        "attendees":[{}],"wishes":[{}]}}"#,
        venues.join(","),
        attendees.join(","),
        wishes.join(",")
    );
    serde_json::from_str(&text).ok()
}

/// The integer core as the peer reads it.
fn core(problem: &Problem) -> serde_json::Value {
    let wishes: Vec<_> = (0..problem.wishes.len() as u32)
        .map(|w| {
            let variants = problem.variants_of(w).map(|v| &problem.variants[v as usize]);
            let variants: Vec<_> =
                variants.map(|v| serde_json::json!({"members": v.members, "cells": v.list})).collect();
            let of = &problem.wishes[w as usize];
            serde_json::json!({"value": of.value, "quotas": of.quotas, "variants": variants})
        })
        .collect();
    let quotas: Vec<_> =
        problem.quotas.iter().map(|q| serde_json::json!({"least": q.least, "most": q.most})).collect();
    serde_json::json!({
        "capacity": problem.cells.iter().map(|c| c.capacity).collect::<Vec<_>>(),
        "conflicts": problem.conflicts,
        "promise": problem.promise(),
        "quotas": quotas,
        "wishes": wishes,
    })
}
