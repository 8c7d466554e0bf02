//! SciPy's sparse matrices as a peer: a script run on the same vectors.

use crate::matching::{List, Query, compare};
use crate::plain::Vector;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Asks it is given: it is slow.
const ASKS: usize = 100;

/// Writes the problem, runs the script and compares the lists.
pub fn run(vectors: &[Vector], queries: &[Query], ours: &[List]) {
    let queries = &queries[..queries.len().min(ASKS)];
    match attempt(vectors, queries) {
        Ok((seconds, lists)) => {
            println!("{:<28} {:>9.0} /s", "SciPy sparse", queries.len() as f64 / seconds.max(1e-9));
            compare("SciPy", ours, &lists);
        }
        Err(why) => println!("SciPy: skipped, {why}"),
    }
}

fn attempt(vectors: &[Vector], queries: &[Query]) -> Result<(f64, Vec<List>), String> {
    let folder = std::env::temp_dir().join(format!("pul-benchmark-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|fault| fault.to_string())?;
    let answer = script(&folder, vectors, queries);
    // What was written is large and of no further use.
    let _ = std::fs::remove_dir_all(&folder);
    answer
}

fn script(folder: &Path, vectors: &[Vector], queries: &[Query]) -> Result<(f64, Vec<List>), String> {
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        std::fs::write(&path, text).map(|()| path).map_err(|fault| fault.to_string())
    };
    let offers =
        write("offers.txt", lines(vectors.iter().map(|v| v.iter().map(|(s, w)| (*s, u32::from(*w))))))?;
    let asks = write("asks.txt", lines(queries.iter().map(|q| q.iter().map(|(s, w)| (*s, u32::from(*w))))))?;
    let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers/scipy_sparse.py");
    let run =
        Command::new("python3").arg(program).args([offers, asks]).output().map_err(|f| f.to_string())?;
    let text = String::from_utf8_lossy(&run.stdout);
    let mut answer = text.lines();
    let seconds = answer.next().and_then(|line| line.parse().ok());
    let seconds = seconds.ok_or_else(|| {
        let fault = String::from_utf8_lossy(&run.stderr);
        fault.lines().last().unwrap_or("it gave no answer").to_owned()
    })?;
    let lists = answer.map(|line| line.split(' ').filter_map(|n| n.parse().ok()).collect()).collect();
    Ok((seconds, lists))
}

/// A line for each, `skill:weight` parted by spaces.
fn lines(all: impl Iterator<Item = impl Iterator<Item = (u32, u32)>>) -> String {
    all.fold(String::new(), |mut text, one| {
        for (skill, weight) in one {
            let _ = write!(text, "{skill}:{weight} ");
        }
        text.push('\n');
        text
    })
}
