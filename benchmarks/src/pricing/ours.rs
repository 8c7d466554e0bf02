//! Our side: cold loads, quotes, what-ifs, cases.

use super::Spread;
use crate::clock::{Stopwatch, Took};
use pul_pack::parameters::Number;
use pul_pricing::{Dated, Deal, Figures, Statement, Tariff, cases, read_deal};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What the measurements gave; all of them a second, but for the cases.
pub struct Quotes {
    pub ways: usize,
    /// What a quote of all ways holds, in words.
    pub holds: String,
    pub all: Spread,
    pub what_if_all: Spread,
    pub one: Spread,
    pub what_if_one: Spread,
    pub traced: Spread,
    pub cases: usize,
    /// Milliseconds.
    pub cases_took: f64,
    pub differences: usize,
}

/// Loads the pack and prints how long it took: milliseconds on all processors, and on the wall.
pub fn cold(whole: bool) {
    let start = Instant::now();
    let files = files();
    let tariff = match whole {
        true => pul_pack::check(&files).0.and_then(|pack| Tariff::of(&pack).0),
        false => {
            let (parameters, rules, _) = pul_pack::read_prices(&files);
            Tariff::compile(parameters, rules).0
        }
    };
    let wall = start.elapsed();
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    if tariff.is_some() {
        let spent = spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6;
        println!("{spent} {}", wall.as_secs_f64() * 1e3);
    }
}

/// As [`cold`], in a fresh process.
pub fn cold_in_a_process(word: &str) -> Option<(f64, f64)> {
    let program = std::env::current_exe().ok()?;
    let output = std::process::Command::new(program).args(["pricing", word]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (processor, wall) = text.trim().split_once(' ')?;
    Some((processor.parse().ok()?, wall.parse().ok()?))
}

/// Measures; `None`, and a word why, if the pack is at fault.
pub fn quotes(runs: usize) -> Option<Quotes> {
    let files = files();
    let (parameters, rules, _) = pul_pack::read_prices(&files);
    let (tariff, findings) = Tariff::compile(parameters, rules);
    let Some(tariff) = tariff else {
        println!("the pack has faults: {findings:#?}");
        return None;
    };
    let day = jiff::civil::date(2026, 11, 23);
    let deal = match read_deal(&tariff, &statement(), day) {
        Ok(deal) => deal,
        Err(findings) => {
            println!("the deal has faults: {findings:#?}");
            return None;
        }
    };
    let dated = Dated::new(&tariff, day);
    let mut out = Vec::new();
    tariff.price_all(&deal, &dated, &mut out);
    let lines: usize = out.iter().map(|way| way.lines.len()).sum();
    let papers: usize = out.iter().map(|way| way.papers.len()).sum();
    let (list, _) = cases::read(&files);
    let watch = Stopwatch::start();
    let report = cases::run(&tariff, &list);
    let took = watch.stop();
    Some(Quotes {
        ways: out.len(),
        holds: format!("{lines} lines, {papers} papers"),
        all: rates(runs, 10_000, |_| tariff.price_all(&deal, &dated, &mut out)),
        what_if_all: what_if(runs, &tariff, &dated, |dated| tariff.price_all(&deal, dated, &mut out)),
        one: one_way(runs, &tariff, &deal, &dated),
        what_if_one: {
            let (way, mut figures) = (tariff.way("firm").unwrap_or_default(), Figures::default());
            what_if(runs, &tariff, &dated, |dated| tariff.price_into(&deal, dated, way, &mut figures))
        },
        traced: rates(runs, 500, |_| drop(std::hint::black_box(tariff.quote(&deal, &dated, 0)))),
        cases: report.run,
        cases_took: took.processor.as_secs_f64() * 1e3,
        differences: report.differences.len(),
    })
}

fn one_way(runs: usize, tariff: &Tariff, deal: &Deal, dated: &Dated) -> Spread {
    let (way, mut figures) = (tariff.way("firm").unwrap_or_default(), Figures::default());
    rates(runs, 20_000, |_| tariff.price_into(deal, dated, way, &mut figures))
}

/// The spread a buyer's bank takes, another one before each quote.
fn what_if(runs: usize, tariff: &Tariff, dated: &Dated, mut quote: impl FnMut(&Dated)) -> Spread {
    let parameter = tariff.parameter("buyer-conversion-spread").unwrap_or_default();
    let mut changed = dated.clone();
    rates(runs, 10_000, |n| {
        changed.set(tariff, parameter, None, Number::from_minor(i128::from(n % 300), 4));
        quote(&changed);
    })
}

/// How often a second, on a processor and on the wall.
fn rates(runs: usize, times: u32, mut work: impl FnMut(u32)) -> Spread {
    let runs = (0..runs).map(|_| {
        let watch = Stopwatch::start();
        (0..times).for_each(&mut work);
        let Took { processor, wall } = watch.stop();
        (f64::from(times) / processor.as_secs_f64(), f64::from(times) / wall.as_secs_f64())
    });
    Spread::of_rates(runs)
}

/// Two developers and a tester for a year, from Lahore for a Toronto CCPC, half of it research.
fn statement() -> Statement {
    let pairs = |list: &[(&str, &str)]| {
        list.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect::<BTreeMap<_, _>>()
    };
    Statement {
        inputs: pairs(&[
            ("months", "12"),
            ("province", "ON"),
            ("hire-city", "toronto"),
            ("claimant", "ccpc"),
            ("sred-share", "50"),
            ("pkr-per-cad", "195.3"),
            ("pkr-per-usd", "277.1"),
        ]),
        team: vec![
            pairs(&[("occupation", "21232"), ("people", "2")]),
            pairs(&[("occupation", "22222"), ("people", "1")]),
        ],
    }
}

/// Every file of the pack, by its path within it.
fn files() -> pul_pack::Files {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/canada-pakistan");
    let mut out = pul_pack::Files::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if let (Ok(inside), Ok(bytes)) = (path.strip_prefix(&root), std::fs::read(&path)) {
                out.insert(inside.to_string_lossy().into_owned(), bytes);
            }
        }
    }
    out
}
