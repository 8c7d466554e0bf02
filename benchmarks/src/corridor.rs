//! The whole corridor: every ask with its best offers, every offer with its best asks, hard
//! rules on, what is kept explained.

use crate::clock::{memory_now, peak_memory};
use crate::world::{AS_OF, Kind, World};
use pul_matching::Index;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Runs it: `corridor [offers] [asks] [threads]`.
pub fn main(words: &[String]) {
    let number = |at: usize, default: u64| words.get(at).and_then(|w| w.parse().ok()).unwrap_or(default);
    let (offers, asks, threads) = (number(0, 600_000), number(1, 83_000), number(2, 2) as usize);
    let world = World::new(Kind { full: true, widened: true });
    let pack = world.pack();
    let asks: Vec<_> = (0..asks).map(|n| world.ask(n)).collect();
    let before = memory_now().unwrap_or(0);
    println!(
        "{offers} offers × {} asks, top 20 both ways, hard rules on, explained, {threads} threads",
        asks.len()
    );
    let all = Instant::now();
    let index = Index::build(&pack, (0..offers).map(|n| world.offer(n)), AS_OF);
    let built = all.elapsed();
    println!("index      {:>7.1} s (drawing the offers included)", built.as_secs_f64());
    let kept = Kept::default();
    let start = Instant::now();
    std::thread::scope(|scope| {
        for share in asks.chunks(asks.len().div_ceil(threads).max(1)) {
            let (index, kept) = (&index, &kept);
            scope.spawn(move || index.searcher().top_many(share, 20, |_, list| kept.add(&list)));
        }
    });
    println!("for asks   {:>7.1} s, {}", start.elapsed().as_secs_f64(), kept.say());
    let kept = Kept::default();
    let start = Instant::now();
    index.asks_for_offers(&asks, 20, threads, |list| kept.add(&list), |_| {});
    println!("for offers {:>7.1} s, {}", start.elapsed().as_secs_f64(), kept.say());
    println!("all        {:>7.1} s", all.elapsed().as_secs_f64());
    if let Some(peak) = peak_memory() {
        let held = peak.saturating_sub(before);
        println!("memory     {:>7} MB at most, {} MB of them for the matching", peak >> 20, held >> 20);
    }
}

/// What came out, counted so that the work cannot be optimised away.
#[derive(Default)]
struct Kept {
    lists: AtomicU64,
    matches: AtomicU64,
    parts: AtomicU64,
}

impl Kept {
    fn add(&self, list: &pul_domain::Shortlist) {
        let parts = list.matches.iter().map(|m| m.asker.parts.len() + m.offerer.parts.len());
        self.lists.fetch_add(1, Ordering::Relaxed);
        self.matches.fetch_add(list.matches.len() as u64, Ordering::Relaxed);
        self.parts.fetch_add(parts.sum::<usize>() as u64, Ordering::Relaxed);
    }

    fn say(&self) -> String {
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let (lists, matches, parts) = (count(&self.lists), count(&self.matches), count(&self.parts));
        format!("{lists} lists, {matches} matches, {parts} parts explained")
    }
}
