//! A sound result passes, and each way of tampering with it is named.

use pul_checker::{Kind, Statement, Thoroughness, check, failing_rules, score};
use pul_domain::{Ask, Direction, Inputs, Match, Offer, PostId, Rate, RateUnit, Shortlist, ShortlistFile};
use pul_pack::{Files, Pack};
use pul_testkit::{Size, World};
use std::path::Path;
use std::sync::OnceLock;

const TOP: usize = 5;

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(read_pack)
}

fn read_pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/canada-pakistan");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    pul_pack::check(&files).0.expect("the shipped pack is sound")
}

fn gather(root: &Path, folder: &Path, into: &mut Files) {
    for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if path.is_dir() {
            gather(root, &path, into);
        } else if path.extension().is_some_and(|e| e == "toml" || e == "csv") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            into.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

#[derive(Clone)]
struct Case {
    pack: &'static Pack,
    asks: Vec<Ask>,
    offers: Vec<Offer>,
    file: ShortlistFile,
}

const DAY: &str = "2026-11-23";

/// A small world and its true result, found by trying every pair.
fn case() -> Case {
    let pack = pack();
    let size = Size { service_offers: 400, service_asks: 12, of_each_other_kind: 1 };
    let World { asks, offers, .. } = World::generate(pack, 7, size, DAY.parse().unwrap());
    let statement = Statement::new(pack, DAY.parse().unwrap());
    let shortlists = asks.iter().map(|ask| list(&statement, ask, &offers)).collect();
    let inputs = Inputs {
        pack: pack.about().id.clone(),
        pack_version: pack.about().version.clone(),
        pack_hash: String::new(),
        asks: Default::default(),
        offers: Default::default(),
        as_of: DAY.parse().unwrap(),
        direction: Direction::OffersForAsks,
        top: TOP as u32,
        only: None,
    };
    let weights = pack.scoring().named();
    let file = ShortlistFile { format: "pul-shortlists/1".into(), inputs, weights, shortlists };
    Case { pack, asks, offers, file }
}

fn list(statement: &Statement<'_>, ask: &Ask, offers: &[Offer]) -> Shortlist {
    let admitted = offers.iter().filter(|o| failing_rules(statement, ask, o).is_empty());
    let mut matches: Vec<Match> = admitted.map(|o| score(statement, ask, o)).collect();
    let admitted = Some(matches.len() as u64);
    matches.sort_by(|a, b| (b.score, b.asker.points, &a.offer).cmp(&(a.score, a.asker.points, &b.offer)));
    matches.truncate(TOP);
    Shortlist { of: ask.common.id.clone(), admitted, matches }
}

fn kinds(case: &Case) -> Vec<Kind> {
    let statement = Statement::new(case.pack, DAY.parse().unwrap());
    let objections = check(&statement, &case.asks, &case.offers, &case.file, Thoroughness::All);
    let mut kinds: Vec<Kind> = objections.into_iter().map(|o| o.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The first list with at least two matches of different scores.
fn full_list(case: &mut Case) -> &mut Shortlist {
    let lists = &mut case.file.shortlists;
    lists.iter_mut().find(|l| l.matches.len() == TOP && l.matches[0].score != l.matches[1].score).unwrap()
}

#[test]
fn a_sound_result_passes() {
    let case = case();
    assert_eq!(kinds(&case), []);
    assert!(
        case.file.shortlists.iter().filter(|l| l.matches.len() == TOP).count() > 3,
        "the case says something"
    );
}

/// Each kind of tampering, and the objection it must raise (others may follow from it).
#[test]
fn every_kind_of_tampering_is_named() {
    type Tamper = fn(&mut Case);
    let ways: [(&str, Kind, Tamper); 18] = [
        ("another format", Kind::Format, |c| c.file.format = "pul-shortlists/0".into()),
        ("another version of the pack", Kind::Pack, |c| c.file.inputs.pack_version = "1999.1".into()),
        ("a weight moved", Kind::Weights, |c| *c.file.weights.get_mut("asker.price").unwrap() += 100),
        ("a list taken away", Kind::Lists, |c| drop(c.file.shortlists.pop())),
        ("two lists swapped", Kind::Lists, |c| c.file.shortlists.swap(0, 1)),
        ("a list twice", Kind::Lists, |c| c.file.shortlists.push(c.file.shortlists[0].clone())),
        ("a post nobody made", Kind::Unknown, |c| {
            full_list(c).matches[0].offer = PostId::new("ghost").unwrap()
        }),
        ("a match of another list", Kind::Unknown, |c| {
            let other = c.asks[0].common.id.clone();
            let list = c.file.shortlists.iter_mut().rev().find(|l| !l.matches.is_empty()).unwrap();
            list.matches[0].ask = other;
        }),
        ("a pair twice", Kind::Twice, |c| {
            let list = full_list(c);
            list.matches[1] = list.matches[0].clone();
        }),
        ("a budget cut after the fact", Kind::Rule, |c| {
            let of = full_list(c).of.clone();
            let ask = c.asks.iter_mut().find(|a| a.common.id == of).unwrap();
            let currency = pul_domain::Currency::CAD;
            ask.budget = Some(Rate { minor: 1, currency, per: RateUnit::Hour });
        }),
        ("a score raised", Kind::Score, |c| full_list(c).matches[0].score += 1),
        ("points moved between parts", Kind::Parts, |c| {
            let view = &mut full_list(c).matches[0].asker;
            view.parts[0].points += 1;
            view.parts[1].points -= 1;
        }),
        ("a cause rewritten", Kind::Parts, |c| {
            full_list(c).matches[0].offerer.parts[0].why = pul_domain::Cause::NothingAsked;
        }),
        ("the two views exchanged", Kind::Parts, |c| {
            let found = &mut full_list(c).matches[0];
            std::mem::swap(&mut found.asker, &mut found.offerer);
        }),
        ("two matches exchanged", Kind::Order, |c| full_list(c).matches.swap(0, 1)),
        ("more than asked for", Kind::Length, |c| c.file.inputs.top = TOP as u32 - 1),
        ("the best left out", Kind::Omission, |c| drop(full_list(c).matches.remove(0))),
        ("a wrong count", Kind::Admitted, |c| *full_list(c).admitted.as_mut().unwrap() += 1),
    ];
    let sound = case();
    let mut missed = Vec::new();
    for (name, wanted, tamper) in ways {
        let mut case = sound.clone();
        tamper(&mut case);
        let found = kinds(&case);
        if !found.contains(&wanted) {
            missed.push(format!("{name}: wanted {wanted:?}, got {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
