//! How fast: cold load and compile, quotes a second, what-ifs a second.

use pul_pack::parameters::Number;
use pul_pricing::{Dated, Statement, Tariff, read_deal};
use std::collections::BTreeMap;
use std::time::Instant;

fn main() {
    let root = std::env::args().nth(1).unwrap_or_else(|| "packs/canada-pakistan".to_owned());
    let files = files(std::path::Path::new(&root));
    let cold = Instant::now();
    let (parameters, rules, _) = pul_pack::read_prices(&files);
    let read = cold.elapsed();
    let (tariff, _) = Tariff::compile(parameters, rules);
    let compiled = cold.elapsed();
    let Some(tariff) = tariff else {
        println!("the pack has faults");
        return;
    };
    println!("read and check {read:?}, compile {:?}, together {compiled:?}", compiled - read);
    let whole = every_file(std::path::Path::new(&root));
    let start = Instant::now();
    let (pack, findings) = pul_pack::check(&whole);
    let checked = start.elapsed();
    if let Some(pack) = pack {
        let _ = Tariff::of(&pack);
        println!(
            "the whole pack, skills and all, read and checked in {checked:?}, with prices compiled {:?}",
            start.elapsed()
        );
    } else {
        println!(
            "the whole pack has faults: {}",
            findings.iter().next().map(ToString::to_string).unwrap_or_default()
        );
    }
    let (cases, _) = pul_pricing::cases::read(&files);
    let start = Instant::now();
    let report = pul_pricing::cases::run(&tariff, &cases);
    println!("{} cases in {:?}, {} differences", report.run, start.elapsed(), report.differences.len());
    let pairs = |list: &[(&str, &str)]| {
        list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<BTreeMap<_, _>>()
    };
    let statement = Statement {
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
    };
    let day = jiff::civil::date(2026, 11, 23);
    let Ok(deal) = read_deal(&tariff, &statement, day) else { return };
    let dated = Dated::new(&tariff, day);
    let mut out = Vec::new();
    let rounds = 20_000_u32;
    let start = Instant::now();
    for _ in 0..rounds {
        tariff.price_all(&deal, &dated, &mut out);
    }
    let ways = out.len();
    let rate = |start: Instant, n: u32| u128::from(n) * 1_000_000_000 / start.elapsed().as_nanos().max(1);
    println!("{} quotes of all {ways} ways a second", rate(start, rounds));
    let parameter = tariff.parameter("buyer-conversion-spread").unwrap_or_default();
    let mut what_if = dated.clone();
    let start = Instant::now();
    for i in 0..rounds {
        what_if.set(&tariff, parameter, None, Number::from_minor(i128::from(i % 300), 4));
        tariff.price_all(&deal, &what_if, &mut out);
    }
    println!("{} what-ifs of all {ways} ways a second", rate(start, rounds));
    let start = Instant::now();
    for _ in 0..rounds / 20 {
        for way in 0..ways {
            std::hint::black_box(tariff.quote(&deal, &dated, way));
        }
    }
    println!("{} of them traced in words a second", rate(start, rounds / 20));
}

fn files(root: &std::path::Path) -> pul_pack::Files {
    let mut out = pul_pack::Files::new();
    for folder in ["", "parameters", "rules", "cases"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
        for path in entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "toml"))
        {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            let inside = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            out.insert(inside, std::fs::read(&path).unwrap_or_default());
        }
    }
    out
}

/// Every file under a folder, by its path within it.
fn every_file(root: &std::path::Path) -> pul_pack::Files {
    let mut out = pul_pack::Files::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|e| e.path()) {
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inside) = path.strip_prefix(root) {
                out.insert(inside.to_string_lossy().into_owned(), std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    out
}
