//! Asks a second for the exact best twenty: ours beside a plain scan, SciPy and Tantivy, on the
//! same posts in the same run, and their lists held against each other.

use crate::clock::{Stopwatch, Took, memory_now};
use crate::plain::{Plain, Vector};
use crate::world::{AS_OF, Kind, Posts, SKILLS, World};
use pul_domain::{Ask, Offer, Thirds};
use pul_matching::Index;
use pul_pack::Pack;
use std::collections::BTreeMap;

/// An ask as its peers see it: numbers of skills with weights.
pub type Query = Vec<(u32, u16)>;
/// Numbers of offers, best first.
pub type List = Vec<u32>;

/// Runs it: `matching [offers] [asks] [bare | ruled | full] [named | widened]`.
pub fn main(words: &[String]) {
    let number = |at: usize, default: u64| words.get(at).and_then(|w| w.parse().ok()).unwrap_or(default);
    let (offers, asks) = (number(0, 600_000), number(1, 3000));
    let wanted = |at: usize, name: &str| words.get(at).is_none_or(|word| word == name);
    println!("{offers} offers of 12 skills of {SKILLS} (Zipf), asks of 6, exact top 20, one thread.");
    println!("Best of three; a second of this thread's processor time, and in brackets of the wall.\n");
    for (posts, name) in [(Posts::Bare, "bare"), (Posts::Ruled, "ruled"), (Posts::Full, "full")] {
        for (widened, reach) in [(false, "named"), (true, "widened")] {
            if wanted(2, name) && wanted(3, reach) {
                one_world(&World::new(Kind { posts, widened }), Kind { posts, widened }, (offers, asks));
            }
        }
    }
    if words.get(2).is_none() {
        crate::real::main(&[]);
    }
}

fn one_world(world: &World, Kind { posts, widened }: Kind, (offers, asks): (u64, u64)) {
    let named = match posts {
        Posts::Bare => "skills alone",
        Posts::Ruled => "every hard rule on, scored by skills alone",
        Posts::Full => "every hard rule on, scored by the published weights",
    };
    let skills = if widened { "widened through relations" } else { "as named" };
    println!("## {named}; skills {skills}");
    let pack = world.pack();
    let asks: Vec<Ask> = (0..asks).map(|n| world.ask(n)).collect();
    let (before, watch) = (memory_now().unwrap_or(0), Stopwatch::start());
    let index = Index::build(&pack, (0..offers).map(|n| world.offer(n)), AS_OF);
    let took = watch.stop();
    let held = memory_now().unwrap_or(0).saturating_sub(before) >> 20;
    println!(
        "index built in {:.1} s of processor ({:.1} s), drawing included; {held} MB, of which rows {} MB",
        took.processor.as_secs_f64(),
        took.wall.as_secs_f64(),
        index.row_bytes() >> 20
    );
    let vectors: Vec<Vector> = (0..offers).map(|n| vector(&pack, &world.offer(n))).collect();
    let queries: Vec<Query> = asks.iter().take(FEW).map(|ask| query(&pack, ask)).collect();
    let plain = Plain::build(&vectors, SKILLS);
    beside_plain(&index, &asks, &plain, &queries);
    if posts == Posts::Bare {
        peers(&index, &asks[..queries.len()], &plain, &vectors, &queries);
    }
    println!();
}

/// Asks given to the peers, which are slower.
const FEW: usize = 300;

/// Ours and the plain scan by turns, so that what else the machine does slows them alike. The scan
/// knows no rules and no second view; it adds up the same skills, widened where the world is.
fn beside_plain(index: &Index, asks: &[Ask], plain: &Plain, queries: &[Query]) {
    let mut searcher = index.searcher();
    let mut took: [Vec<Took>; 4] = Default::default();
    for _ in 0..3 {
        took[0].push(timed(|| asks.iter().for_each(|ask| drop(searcher.find(ask, 20)))));
        took[1].push(timed(|| searcher.find_many(asks, 20, |_, _| {})));
        took[2].push(timed(|| searcher.top_many(asks, 20, |_, _| {})));
        took[3].push(timed(|| drop(plain.top(queries, 20))));
    }
    let names = ["ours, one at a time", "ours, many at a time", "ours, explained", "plain scan in Rust"];
    let many = [asks.len(), asks.len(), asks.len(), queries.len()];
    let took = took.map(quickest);
    let plain = rate(queries.len(), took[3].processor);
    for ((name, many), took) in names.into_iter().zip(many).zip(took) {
        let times = rate(many, took.processor) / plain;
        println!("{}  {times:.2} times the plain scan", line(name, many, took));
    }
}

fn timed(run: impl FnOnce()) -> Took {
    let watch = Stopwatch::start();
    run();
    watch.stop()
}

fn quickest(mut took: Vec<Took>) -> Took {
    took.sort_by_key(|took| took.processor);
    took[0]
}

/// The quickest of three runs.
pub fn best_of_three(mut run: impl FnMut()) -> Took {
    quickest((0..3).map(|_| timed(&mut run)).collect())
}

/// One line of the table.
pub fn report(who: &str, asks: usize, took: Took) {
    println!("{}", line(who, asks, took));
}

fn line(who: &str, asks: usize, took: Took) -> String {
    format!("{who:<28} {:>9.0} /s  ({:.0})", rate(asks, took.processor), rate(asks, took.wall))
}

fn rate(asks: usize, time: std::time::Duration) -> f64 {
    asks as f64 / time.as_secs_f64().max(1e-9)
}

/// Peers know no hard rules and no second view: they are given the dot product alone, which
/// orders offers as our score does in this world.
fn peers(index: &Index, asks: &[Ask], plain: &Plain, vectors: &[Vector], queries: &[Query]) {
    let mut searcher = index.searcher();
    let ours: Vec<List> = asks
        .iter()
        .map(|ask| searcher.find(ask, 20).iter().map(|f| number(f.offer.as_str())).collect())
        .collect();
    let kept = plain.top(queries, 20);
    let theirs: Vec<List> = kept.iter().map(|list| list.iter().map(|(_, offer)| *offer).collect()).collect();
    compare("plain scan", &ours, &theirs);
    crate::scipy::run(vectors, queries, &ours);
    #[cfg(feature = "tantivy")]
    crate::tantivy_peer::run(vectors, queries, &ours);
    #[cfg(not(feature = "tantivy"))]
    println!("Tantivy: skipped; run with --features tantivy");
}

/// Says how many lists are the same.
pub fn compare(who: &str, ours: &[List], theirs: &[List]) {
    let same = ours.iter().zip(theirs).filter(|(a, b)| a == b).count();
    println!("  {who}: {same} of {} lists the same as ours", theirs.len());
}

/// What an offer is worth towards every skill, the widening written out.
fn vector(pack: &Pack, offer: &Offer) -> Vector {
    let mut worths: BTreeMap<u32, u8> = BTreeMap::new();
    let mut raise = |skill: u16, worth: u8| {
        let known = worths.entry(u32::from(skill)).or_insert(0);
        *known = worth.max(*known);
    };
    for offered in &offer.skills {
        let Some(skill) = pack.skill_ix(offered.skill.as_str()) else {
            continue;
        };
        raise(skill.0, offered.level.thirds().0);
        for (other, strength) in pack.closure().implied_by(skill) {
            raise(other.0, Thirds::implied(offered.level, *strength).0);
        }
    }
    worths.into_iter().filter(|(_, worth)| *worth > 0).collect()
}

fn query(pack: &Pack, ask: &Ask) -> Query {
    let weigh = |r: &pul_domain::Requirement| {
        let skill = pack.skill_ix(r.skill.as_str())?;
        Some((u32::from(skill.0), u16::from(r.weight.unwrap_or(1))))
    };
    ask.skills.iter().filter_map(weigh).collect()
}

fn number(id: &str) -> u32 {
    id.trim_start_matches('o').parse().unwrap_or(u32::MAX)
}
