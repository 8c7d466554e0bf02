//! The index answers what judging every pair answers, ties and hard rules included.

mod small_world;

use pul_domain::{Ask, Direction, Offer, Shortlist};
use pul_matching::{Basis, Explained, Index, Kernel, brute_force};
use small_world::{AS_OF, Chance, SCORING, ask, offer, pack};
use std::sync::{Arc, Mutex};

/// The lists without the count of the admitted, which the index does not make.
fn uncounted(mut lists: Vec<Shortlist>) -> Vec<Shortlist> {
    for list in &mut lists {
        list.admitted = None;
    }
    lists
}

fn world(seed: u64, asks: u64, offers: u64) -> (Vec<Ask>, Vec<Offer>) {
    let mut c = Chance(seed);
    // Some offers are twins but for the id, so that ties reach the last rule.
    let mut drawn: Vec<Offer> = Vec::new();
    for number in 0..offers {
        let mut made = offer(&mut c, number);
        if !drawn.is_empty() && c.one_in(3) {
            let twin = c.of(&drawn).clone();
            let id = made.common.id.clone();
            made = twin;
            made.common.id = id;
        }
        drawn.push(made);
    }
    ((0..asks).map(|number| ask(&mut c, number)).collect(), drawn)
}

/// The lists of both directions, each in one pass over all pairs.
fn passes(index: &Index, (asks, offers): (&[Ask], &[Offer]), top: usize, wanted: &[Shortlist], seed: u64) {
    let for_asks = Mutex::new(Vec::new());
    let for_offers = Mutex::new(Vec::new());
    let add = |lists: &Mutex<Vec<Shortlist>>, list: &Explained<'_>| {
        assert!(list.recombines(), "seed {seed}, the list of {}", list.of());
        lists.lock().unwrap().push(list.shortlist());
    };
    index.both_ways(asks, top, 2, |list| add(&for_asks, list), |list| add(&for_offers, list));
    let mut for_asks = for_asks.into_inner().unwrap();
    for_asks.sort_by_key(|list| asks.iter().position(|ask| ask.common.id == list.of));
    assert_eq!(for_asks, wanted, "seed {seed}, both ways, for asks");
    let wanted = uncounted(brute_force(index.basis(), asks, offers, Direction::AsksForOffers, top));
    let mut for_offers = for_offers.into_inner().unwrap();
    for_offers.sort_by_key(|list| offers.iter().position(|offer| offer.common.id == list.of));
    assert_eq!(for_offers, wanted, "seed {seed}, both ways, for offers");
    let lists = Mutex::new(Vec::new());
    index.asks_for_offers(asks, top, 2, |list| lists.lock().unwrap().push(list), |_| {});
    let mut lists = lists.into_inner().unwrap();
    lists.sort_by_key(|list| offers.iter().position(|offer| offer.common.id == list.of));
    assert_eq!(lists, wanted, "seed {seed}, asks for offers");
}

fn check(scoring: &str, seeds: std::ops::Range<u64>, asks: u64, offers: impl Fn(u64) -> u64) -> usize {
    let pack = pack(scoring);
    let basis = Arc::new(Basis::new(&pack, AS_OF));
    let mut kept = 0;
    for seed in seeds {
        let (asks, offers) = world(seed, asks, offers(seed));
        let top = [1, 3, 20][(seed % 3) as usize];
        let wanted = uncounted(brute_force(&basis, &asks, &offers, Direction::OffersForAsks, top));
        kept += wanted.iter().map(|list| list.matches.len()).sum::<usize>();
        let index = Index::with(basis.clone(), &offers);
        for kernel in Kernel::available() {
            let mut searcher = index.searcher_with(kernel);
            let lists: Vec<Shortlist> = asks.iter().map(|ask| searcher.top(ask, top)).collect();
            assert_eq!(lists, wanted, "seed {seed}, one at a time, {kernel:?}");
        }
        let lists = index.top_many(&asks, top, 2, |_| {});
        assert_eq!(lists, wanted, "seed {seed}, many at a time");
        // A pass over all pairs is dear in worlds this small: every fourth is enough.
        if seed % 4 == 0 {
            passes(&index, (&asks, &offers), top, &wanted, seed);
        }
    }
    kept
}

#[test]
fn ten_thousand_small_cases() {
    let kept = check(SCORING, 0..1000, 10, |seed| seed * 7 % 160);
    assert!(kept > 10_000, "too few matches to mean anything: {kept}");
}

#[test]
fn more_offers_than_a_block_holds() {
    check(SCORING, 0..2, 12, |seed| 9000 + seed * 61);
}

#[test]
fn when_the_more_pleased_counts_more() {
    let scoring = SCORING.replace("less = 3", "less = 1").replace("more = 1", "more = 3");
    check(&scoring, 0..100, 10, |seed| 1 + seed);
}

#[test]
fn when_nothing_is_known_to_be_worth_anything() {
    let scoring = SCORING.replace("unknown_percent = 30", "unknown_percent = 0");
    check(&scoring, 0..100, 10, |seed| 1 + seed);
}
