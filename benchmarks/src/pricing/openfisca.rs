//! The peer's side: OpenFisca in a Python environment of its own, made if it is missing.

use super::Spread;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The versions the environment is made with.
const PACKAGES: [&str; 2] = ["openfisca-core==46.0.1", "openfisca-country-template==8.2.0"];

/// What the measurements gave.
pub struct Peer {
    /// Milliseconds.
    pub load: Spread,
    pub variables: usize,
    pub batch_of: usize,
    pub one: Spread,
    pub few: Spread,
    pub what_if: Spread,
    pub reform: Spread,
    pub batch: Spread,
}

#[derive(Deserialize, Clone, Copy)]
struct Pair {
    wall: f64,
    processor: f64,
}

#[derive(Deserialize)]
struct Run {
    variables: usize,
    batch_of: usize,
    one: Pair,
    few: Pair,
    whatif: Pair,
    reform: Pair,
    batch: Pair,
}

/// Measures, or says why it was skipped.
pub fn measure(runs: usize) -> Option<Peer> {
    let python = match environment() {
        Ok(python) => python,
        Err(why) => {
            println!("  OpenFisca: SKIPPED, {why}");
            return None;
        }
    };
    // The first load compiles Python's files to bytecode, which is no part of a load.
    let _: Option<Pair> = ask(&python, &["load"]);
    let loads = (0..runs).filter_map(|_| ask::<Pair>(&python, &["load"]));
    let load = Spread::of(loads.map(|took| (took.processor * 1e3, took.wall * 1e3)));
    let rounds: Vec<Run> = (0..runs.min(5)).filter_map(|_| ask(&python, &["run", "0.5"])).collect();
    let Some(first) = rounds.first() else {
        println!("  OpenFisca: SKIPPED, its script failed");
        return None;
    };
    let spread = |of: fn(&Run) -> Pair| {
        Spread::of_rates(rounds.iter().map(of).map(|rate| (rate.processor, rate.wall)))
    };
    Some(Peer {
        load,
        variables: first.variables,
        batch_of: first.batch_of,
        one: spread(|run| run.one),
        few: spread(|run| run.few),
        what_if: spread(|run| run.whatif),
        reform: spread(|run| run.reform),
        batch: spread(|run| run.batch),
    })
}

fn ask<T: for<'t> Deserialize<'t>>(python: &Path, words: &[&str]) -> Option<T> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/openfisca_quote.py");
    let output = Command::new(python).arg(script).args(words).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// The Python of the environment.
fn environment() -> Result<PathBuf, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let folder = target.join("benchmark-openfisca");
    let python = folder.join("bin/python");
    let installed = || {
        let output = Command::new(&python).args(["-c", "import openfisca_country_template"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    if installed() {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder), "there is no Python with venv")?;
    run(
        Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES),
        "its packages could not be fetched",
    )?;
    if installed() { Ok(python) } else { Err("it does not import".to_owned()) }
}

fn run(command: &mut Command, else_say: &str) -> Result<(), String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("{else_say}: {}", String::from_utf8_lossy(&output.stderr).trim())),
        Err(error) => Err(format!("{else_say}: {error}")),
    }
}
