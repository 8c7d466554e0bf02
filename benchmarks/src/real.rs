//! Real asks and real skills, which go together as drawn ones do not: the employers' list of the
//! federal government beside everybody who answered the survey of 2019.
//!
//! The mappings are those the pack ships. One thing is ours, and is said aloud: respondents from all over
//! the world stand in for offers from Pakistan, because 909 are too few to be slow.

use crate::clock::{Stopwatch, memory_now};
use crate::matching::{best_of_three, report};
use crate::world::AS_OF;
use pul_domain::{Ask, Direction, Offer, Post};
use pul_intake::{Format, Input, Mapping, import};
use pul_matching::{Basis, Index, brute_force};
use pul_pack::{Files, Pack};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Asks also judged against every offer, to hold the lists against.
const JUDGED: usize = 20;

/// Runs it: `real [asks]`.
pub fn main(words: &[String]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = std::env::var_os("PUL_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let most = words.first().and_then(|word| word.parse().ok()).unwrap_or(3000);
    if let Err(absent) = run(&root.join("packs/canada-pakistan"), &folder, most) {
        println!("## real asks, real skills: SKIPPED ({absent}; PUL_DATA names the folder of the data)");
    }
}

fn run(pack: &Path, folder: &Path, most: usize) -> std::io::Result<()> {
    let asks = std::fs::read(folder.join("lmia_ict_2017_2024.csv"))?;
    let mut offers = Vec::new();
    zip::ZipArchive::new(std::fs::File::open(folder.join("stackoverflow_2019_all.zip"))?)?
        .by_index(0)?
        .read_to_end(&mut offers)?;
    let pack = shipped(pack)?;
    let asks: Vec<Ask> = posts(
        &pack,
        "lmia",
        |text| text,
        &asks,
        |post| match post {
            Post::Ask(ask) => Some(*ask),
            Post::Offer(_) => None,
        },
    );
    let offers: Vec<Offer> = posts(&pack, "stackoverflow-2019", everybody, &offers, |post| match post {
        Post::Offer(offer) => Some(*offer),
        Post::Ask(_) => None,
    });
    // As many as wanted, from all over the list.
    let asks: Vec<Ask> = asks.iter().step_by((asks.len() / most.max(1)).max(1)).cloned().collect();
    println!("## {} real asks; {} real answers as offers; the published weights", asks.len(), offers.len());
    let basis = Arc::new(Basis::new(&pack, AS_OF));
    let (before, watch) = (memory_now().unwrap_or(0), Stopwatch::start());
    let index = Index::with(basis.clone(), &offers);
    let took = watch.stop().processor.as_secs_f64();
    let held = memory_now().unwrap_or(0).saturating_sub(before) >> 20;
    println!(
        "index built in {took:.1} s of processor; {held} MB, of which rows {} MB",
        index.row_bytes() >> 20
    );
    throughput(&index, &asks);
    let some: Vec<Ask> = asks.iter().step_by((asks.len() / JUDGED).max(1)).take(JUDGED).cloned().collect();
    let judged = brute_force(&basis, &some, &offers, Direction::OffersForAsks, 20);
    let same = judged.into_iter().zip(&some).filter(|(list, ask)| list.matches == index.top(ask, 20).matches);
    println!("  {} of {} lists the same as judging every pair gives", same.count(), some.len());
    Ok(())
}

fn throughput(index: &Index, asks: &[Ask]) {
    let mut searcher = index.searcher();
    let lists: Vec<usize> = asks.iter().map(|ask| searcher.find(ask, 20).len()).collect();
    let (some, full) = (lists.iter().filter(|n| **n > 0).count(), lists.iter().filter(|n| **n == 20).count());
    println!("  {some} asks with a match, {full} with twenty");
    let one_by_one = best_of_three(|| asks.iter().for_each(|ask| drop(searcher.find(ask, 20))));
    report("ours, one at a time", asks.len(), one_by_one);
    report("ours, many at a time", asks.len(), best_of_three(|| searcher.find_many(asks, 20, |_, _| {})));
    report("ours, explained", asks.len(), best_of_three(|| searcher.top_many(asks, 20, |_, _| {})));
}

/// The posts of one kind in a file read by a shipped mapping, changed first.
fn posts<T>(
    pack: &Pack,
    mapping: &str,
    change: fn(String) -> String,
    bytes: &[u8],
    wanted: fn(Post) -> Option<T>,
) -> Vec<T> {
    let text = change(pack.mapping(mapping).unwrap_or_default().to_owned());
    let (read, findings) = Mapping::read(mapping, text.as_bytes());
    let read = read.unwrap_or_else(|| panic!("the mapping {mapping} is at fault: {findings:#?}"));
    let imported = import(&Input { name: mapping, format: Format::Csv, bytes }, &read, pack);
    imported.taken.into_iter().filter_map(|taken| wanted(taken.post)).collect()
}

/// The mapping of the survey without its condition on the country.
fn everybody(mapping: String) -> String {
    let (before, only) = mapping.split_once("[[only]]").unwrap_or((&mapping, ""));
    let after = only.find("\n[").map_or("", |at| &only[at..]);
    format!("{before}{after}")
}

/// The pack in a folder.
fn shipped(folder: &Path) -> std::io::Result<Pack> {
    let mut files = Files::new();
    gather(folder, folder, &mut files)?;
    let (pack, findings) = pul_pack::check(&files);
    Ok(pack.unwrap_or_else(|| panic!("the shipped pack is at fault: {findings:#?}")))
}

fn gather(folder: &Path, root: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, root, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            files.insert(name.to_string_lossy().replace('\\', "/"), std::fs::read(&path)?);
        }
    }
    Ok(())
}
