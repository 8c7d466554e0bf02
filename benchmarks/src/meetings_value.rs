//! The value mode of missions: value, proof, breaks and their bound against processor time.
//!
//! `benchmarks meetings-value [FOLDER] [NAME|2000x40|hard1…hard5[~CALM] …]`
//!
//! `FOLDER` holds the plain missions (`PUL_DATA`/missions). `2000x40` and `hard1` to `hard5` are drawn from a seed.
//! With `~2` at most 2 thousandths of the value are given up for quieter days.
//! Every mission is also written as `core-NAME.json` to the system's folder for temporary files, for
//! `peers/cpsat_value.py`, so that both solve the same model.

mod drawn;

use crate::clock::Stopwatch;
use drawn::{drawn, hard};
use pul_checker::check_mission;
use pul_domain::{Mission, WishState};
use pul_scheduling::mission::{Made, compile, read_plain, repair, write};
use pul_scheduling::value::{Effort, Problem, Search, calmer, least_breaks, least_breaks_of_any, score};

pub fn main(words: &[String]) {
    let data = std::env::var("PUL_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let folder = words.first().cloned().unwrap_or_else(|| format!("{data}/missions"));
    let names: Vec<&str> = match words.get(1..) {
        Some(rest) if !rest.is_empty() => rest.iter().map(String::as_str).collect(),
        _ => vec![
            "40x8", "200x16", "600x24", "200x16~1", "200x16~2", "2000x40", "hard1", "hard2", "hard3",
            "hard4", "hard5",
        ],
    };
    for asked in names {
        let (name, calm) = asked.split_once('~').unwrap_or((asked, "0"));
        let (mission, work) = match name {
            "2000x40" => (drawn(2000, 40, 600, 24_000), 250_000_000),
            "hard1" | "hard2" | "hard3" | "hard4" | "hard5" => {
                (hard(name.bytes().last().map_or(0, u64::from) - u64::from(b'0') + 4), 28_000_000)
            }
            _ => {
                let path = format!("{folder}/{name}.json");
                let Ok(bytes) = std::fs::read(&path) else {
                    println!("SKIPPED: no {path}");
                    continue;
                };
                let work = match name {
                    "40x8" => 15_000_000,
                    "200x16" => 120_000_000,
                    _ => 300_000_000,
                };
                (read_plain(name, &bytes).0, work)
            }
        };
        match mission {
            Some(mission) => measure(asked, &mission, work, calm.parse().unwrap_or(0)),
            None => println!("{name}: not a mission"),
        }
    }
}

fn measure(name: &str, mission: &Mission, work: u64, calm: u16) {
    let mut clock = Stopwatch::start();
    let mut spent = 0.0;
    let (compiled, findings) = compile(mission);
    let calmer = calmer(&compiled.problem, calm);
    let problem = calmer.as_ref().unwrap_or(&compiled.problem);
    let mut search = Search::new(problem, Effort { seed: 1, work });
    let mut lap = |what: &str, search: &Search<'_>| {
        let time = std::mem::replace(&mut clock, Stopwatch::start()).stop();
        spent += time.processor.as_secs_f64();
        let at = score(&compiled.problem, &search.best());
        println!(
            "{name:8} {what:9} {spent:7.2} s  missed {} value {} combined bound {} unevenness {} breaks {}",
            at.missed,
            at.value,
            search.prices().bound(&compiled.problem),
            at.unevenness,
            at.breaks
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
    // What is given up counts against the plan: the proof is that of the mission as it is.
    let mut bare = calmer.as_ref().map(|_| Search::new(&compiled.problem, Effort { seed: 1, work: 0 }));
    let proof = bare.as_mut().unwrap_or(&mut search);
    proof.sharpen(300);
    let prices = proof.prices().clone();
    println!("{name:8} combined bound {}", prices.bound(&compiled.problem));
    lap("proven", &search);
    println!(
        "{name:8} breaks at least {} for these meetings",
        least_breaks(&compiled.problem, &search.best(), 300)
    );
    let at = score(&compiled.problem, &search.best());
    let kept = compiled.problem.promised() - at.missed;
    let worth = i128::from(compiled.problem.promise()) * i128::from(kept) + i128::from(at.value);
    println!(
        "{name:8} breaks at least {} in any plan of this value",
        least_breaks_of_any(&compiled.problem, &prices, worth)
    );
    lap("bounded", &search);
    let plan = write(&compiled, &search.best(), &prices, Made { seed: 1, work, calm }, 0);
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
