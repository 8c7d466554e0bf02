//! The classical mode: every published instance solved and proven, beside the published optima.
//!
//! `benchmarks meetings-classic [FILTER] [SEED] [PEER]`
//!
//! `FILTER` is a part of `INSTANCE@d`, as in `tic-12`, `original@0` or `@2`. With `PEER`, OR-Tools
//! CP-SAT is given each instance after us, two workers and so many seconds on the wall. Instances and optima are
//! read from `PUL_DATA`/b2b (`../shared/data` when unset). Times are those of this thread on a
//! processor. Every plan passes the independent checker.

use crate::clock::{Stopwatch, Work};
use pul_checker::check_classic;
use pul_domain::ClassicProblem;
use pul_scheduling::classic::{Search, Status, read_dzn};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How much work a portion is; the value and bound are looked at after each.
const PORTION: u64 = 2_000;
/// After this many seconds on a processor an instance is given up.
const GIVE_UP: Duration = Duration::from_secs(30);
/// How often that is looked at.
const LOOK: Duration = Duration::from_millis(20);

struct Row {
    name: String,
    fairness: u32,
    published: String,
}

#[derive(Default)]
struct Totals {
    instances: u32,
    proven: u32,
    wrong: u32,
    seconds: f64,
    worst: f64,
    /// Instances with a plan, and those of them whose best plan was there within five seconds.
    planned: u32,
    soon: u32,
}

pub fn main(words: &[String]) {
    let filter = words.first().map_or("@2", String::as_str);
    let seed = words.get(1).and_then(|word| word.parse().ok()).unwrap_or(1);
    let peer = words.get(2);
    let data = std::env::var("PUL_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let folder = format!("{data}/b2b");
    let Ok(table) = std::fs::read_to_string(format!("{folder}/published_optima.csv")) else {
        println!("SKIPPED: no {folder}/published_optima.csv");
        return;
    };
    println!(
        "{:30} {:>2} {:>6} {:>6} {:>11} {:>8} {:>8} {:>9} published",
        "instance", "d", "breaks", "bound", "status", "found s", "all s", "work"
    );
    let mut totals = Totals::default();
    for row in rows(&table).filter(|row| format!("{}@{}", row.name, row.fairness).contains(filter)) {
        let path = format!("{folder}/{}.dzn", row.name);
        let problem = std::fs::read(&path).ok().and_then(|bytes| read_dzn(&row.name, &bytes).0);
        match problem {
            Some(problem) => {
                measure(&row, &problem, seed, &mut totals);
                if let Some(seconds) = peer {
                    println!("    CP-SAT: {}", cp_sat(&path, row.fairness, seconds));
                }
            }
            None => println!("{path} cannot be read"),
        }
    }
    let Totals { instances, proven, wrong, seconds, worst, planned, soon } = totals;
    println!(
        "{instances} instances, {proven} proven, {wrong} unlike the published, {seconds:.1} s, worst {worst:.2} s"
    );
    println!("best plan within 5 s of processor time: {soon} of the {planned} that have one");
}

fn rows(table: &str) -> impl Iterator<Item = Row> {
    table.lines().skip(1).filter_map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let (name, fairness, published) = (cells.get(1)?, cells.get(2)?, cells.get(3)?);
        // One cell is empty where the other solvers of the paper prove that there is no plan.
        let published = if published.is_empty() { cells.get(8)? } else { published };
        Some(Row {
            name: (*name).to_owned(),
            fairness: fairness.parse().ok()?,
            published: (*published).to_owned(),
        })
    })
}

fn measure(row: &Row, problem: &ClassicProblem, seed: u64, totals: &mut Totals) {
    let clock = Stopwatch::start();
    let mut search = Search::new(problem, Some(row.fairness), seed);
    let (over, stop) = (AtomicBool::new(false), search.stop());
    let (mut best, mut found) = (None, 0.0);
    let (progress, seconds) = std::thread::scope(|scope| {
        scope.spawn(|| give_up(&over, &stop));
        loop {
            let progress = search.run(PORTION);
            let seconds = clock.stop().processor.as_secs_f64();
            if progress.breaks != best {
                (best, found) = (progress.breaks, seconds);
            }
            if progress.status != Status::Open || stop.load(Ordering::Relaxed) {
                over.store(true, Ordering::Relaxed);
                break (progress, seconds);
            }
        }
    });
    let (status, says) = match &progress.status {
        Status::Proven => ("proven", best.map_or("?".to_owned(), |breaks| breaks.to_string())),
        Status::Infeasible(_) => ("infeasible", "-".to_owned()),
        Status::Open => ("open", "?".to_owned()),
    };
    let objections = search.plan().map_or(0, |plan| check_classic(problem, Some(row.fairness), &plan).len());
    let alike = says == row.published && objections == 0;
    let breaks = best.map_or("-".to_owned(), |breaks| breaks.to_string());
    println!(
        "{:30} {:>2} {breaks:>6} {:>6} {status:>11} {found:>8.2} {seconds:>8.2} {:>9} {}{}",
        row.name,
        row.fairness,
        progress.bound,
        progress.work,
        row.published,
        if alike { "" } else { "  UNLIKE" }
    );
    totals.instances += 1;
    totals.proven += u32::from(progress.status != Status::Open);
    totals.wrong += u32::from(!alike);
    totals.seconds += seconds;
    totals.worst = totals.worst.max(seconds);
    if row.published != "-" {
        totals.planned += 1;
        totals.soon += u32::from(breaks == row.published && found <= 5.0);
    }
}

/// Stops a search that has had its time, also within a portion, unless it is over before.
fn give_up(over: &AtomicBool, stop: &AtomicBool) {
    let spent = Work::start();
    while !over.load(Ordering::Relaxed) {
        std::thread::sleep(LOOK);
        if spent.stop() > GIVE_UP {
            stop.store(true, Ordering::Relaxed);
            return;
        }
    }
}

/// What CP-SAT says of the same file, or why it was not asked.
fn cp_sat(path: &str, fairness: u32, seconds: &str) -> String {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/cpsat_classic.py");
    let run = Command::new("python3").arg(program).args([path, &fairness.to_string(), seconds, "2"]).output();
    match run {
        Err(fault) => format!("skipped, {fault}"),
        Ok(run) if run.status.success() => String::from_utf8_lossy(&run.stdout).trim_end().to_owned(),
        Ok(run) => {
            let fault = String::from_utf8_lossy(&run.stderr);
            format!("skipped, {}", fault.lines().last().unwrap_or("it gave no answer"))
        }
    }
}
