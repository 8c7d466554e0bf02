//! The whole corridor: every ask with its best offers, every offer with its best asks, hard
//! rules on, what is kept explained.

use crate::clock::{Work, memory_now, peak_memory};
use crate::world::{AS_OF, Kind, Posts, World};
use pul_matching::{Basis, Explained, Index};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Runs it: `corridor [offers] [asks] [threads]`.
pub fn main(words: &[String]) {
    let number = |at: usize, default: u64| words.get(at).and_then(|w| w.parse().ok()).unwrap_or(default);
    let (offers, asks, threads) = (number(0, 600_000), number(1, 83_000), number(2, 2) as usize);
    let world = World::new(Kind { posts: Posts::Full, widened: true });
    let pack = world.pack();
    let asks: Vec<_> = (0..asks).map(|n| world.ask(n)).collect();
    let before = memory_now().unwrap_or(0);
    println!(
        "{offers} offers × {} asks, top 20 both ways, hard rules on, explained, {threads} threads",
        asks.len()
    );
    let (all, work) = (Instant::now(), Work::start());
    let basis = Arc::new(Basis::new(&pack, AS_OF));
    let index = Index::with_threads(basis, (0..offers).map(|n| world.offer(n)), threads);
    say("index", &all, &work, "drawing the offers included");
    let (start, worked) = (Instant::now(), Work::start());
    let (for_asks, for_offers) = (Kept::default(), Kept::default());
    index.both_ways(&asks, 20, threads, |list| for_asks.add(list), |list| for_offers.add(list));
    say("both ways", &start, &worked, "one pass, explained");
    println!("  for asks   {}", for_asks.say());
    println!("  for offers {}", for_offers.say());
    say("all", &all, &work, "of which two processors could at best make the half");
    if let Some(peak) = peak_memory() {
        let held = peak.saturating_sub(before);
        println!("memory     {:>7} MB at most, {} MB of them for the matching", peak >> 20, held >> 20);
    }
}

fn say(what: &str, wall: &Instant, work: &Work, note: &str) {
    let wall = wall.elapsed().as_secs_f64();
    println!("{what:<10} {wall:>7.1} s, {:>7.1} s of processor ({note})", work.stop().as_secs_f64());
}

/// What came out, counted so that the work cannot be optimised away.
#[derive(Default)]
struct Kept {
    lists: AtomicU64,
    matches: AtomicU64,
    parts: AtomicU64,
    faults: AtomicU64,
}

impl Kept {
    fn add(&self, list: &Explained<'_>) {
        self.lists.fetch_add(1, Ordering::Relaxed);
        self.matches.fetch_add(list.len() as u64, Ordering::Relaxed);
        self.parts.fetch_add(list.parts() as u64, Ordering::Relaxed);
        if !list.recombines() {
            self.faults.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn say(&self) -> String {
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let (lists, matches, parts) = (count(&self.lists), count(&self.matches), count(&self.parts));
        let faults = count(&self.faults);
        format!("{lists} lists, {matches} matches, {parts} parts explained, {faults} that do not add up")
    }
}
