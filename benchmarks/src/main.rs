//! Speed and quality beside peers, in one run.

mod clock;
mod pack;
mod plain;
mod pricing;
mod world;

use std::time::Instant;
use world::{AS_OF, Kind, World};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(("pricing", rest)) = words.split_first().map(|(word, rest)| (word.as_str(), rest)) {
        return pricing::main(rest);
    }
    for kind in [(false, false), (false, true), (true, false), (true, true)].into_iter().take(std::env::args().nth(3).and_then(|n| n.parse().ok()).unwrap_or(4)) {
        let kind = Kind { full: kind.0, widened: kind.1 };
        let world = World::new(kind);
        let pack = world.pack();
        let n = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(600_000);
        let start = Instant::now();
        let index = pul_matching::Index::build(&pack, (0..n).map(|n| world.offer(n)), AS_OF);
        println!("{kind:?} built in {:?}, rows {} MB", start.elapsed(), index.row_bytes() >> 20);
        let asks: Vec<_> = (0..3000).map(|n| world.ask(n)).collect();
        let mut plain_time = None;
        if !kind.full {
            let closure = pack.closure();
            let vectors: Vec<plain::Vector> = (0..n).map(|n| {
                let mut worth = std::collections::BTreeMap::new();
                for s in world.offer(n).skills {
                    let ix = pack.skill_ix(s.skill.as_str()).unwrap();
                    let mut put = |to: u16, w: u8| { let e = worth.entry(u32::from(to)).or_insert(0); *e = w.max(*e); };
                    put(ix.0, s.level.get() * 3);
                    for (to, st) in closure.implied_by(ix) { put(to.0, pul_domain::Thirds::implied(s.level, *st).0); }
                }
                worth.into_iter().filter(|w| w.1 > 0).collect()
            }).collect();
            let terms: usize = (0..1000).map(|s| 1 + closure.implying(pul_pack::SkillIx(s)).len()).sum::<usize>() / 1000;
            let plain = plain::Plain::build(&vectors, 1000);
            drop(vectors);
            let queries: Vec<Vec<(u32, u16)>> = asks.iter().take(300).map(|a| a.skills.iter().map(|r| (u32::from(pack.skill_ix(r.skill.as_str()).unwrap().0), u16::from(r.weight.unwrap()))).collect()).collect();
            let start = clock::Stopwatch::start();
            let kept = plain.top(&queries, 20);
            let time = start.stop();
            plain_time = Some(());
            println!("  plain {:.0}/s cpu {:.0}/s, a skill widens to {terms}", queries.len() as f64 / time.wall.as_secs_f64(), queries.len() as f64 / time.processor.as_secs_f64());
            let mut searcher = index.searcher();
            for (ask, kept) in asks.iter().zip(&kept) {
                let found = searcher.find(ask, 20);
                let ours: Vec<String> = found.iter().map(|f| f.offer.to_string()).collect();
                let theirs: Vec<String> = kept.iter().map(|k| format!("o{:06}", k.1)).collect();
                assert_eq!(ours, theirs);
            }
        }
        let _ = plain_time;
        let mut searcher = index.searcher();
        for ask in &asks[..200] {
            searcher.find(ask, 20);
        }
        if std::env::var("LOOP").is_ok() { for _ in 0..8 { for ask in &asks { searcher.find(ask, 20); } } return; }
        for _ in 0..3 {
            let start = clock::Stopwatch::start();
            let mut found = 0;
            for ask in &asks {
                found += searcher.find(ask, 20).len();
            }
            let time = start.stop();
            println!("  one at a time {:.0}/s cpu {:.0}/s, found {found}", asks.len() as f64 / time.wall.as_secs_f64(), asks.len() as f64 / time.processor.as_secs_f64());
            let start = clock::Stopwatch::start();
            searcher.find_many(&asks, 20, |_, _| {});
            let time = start.stop();
            println!("  batch {:.0}/s cpu {:.0}/s", asks.len() as f64 / time.wall.as_secs_f64(), asks.len() as f64 / time.processor.as_secs_f64());
        }
    }
}
