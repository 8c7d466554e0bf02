//! The directory finds what looking at every party finds.

use crate::town::{self, Town};
use pul_app::live::directory::{Facet, Wanted, search};
use pul_app::live::view::search::terms;
use pul_app::live::view::{PartyCard, View};
use pul_app::live::{Node, Who, world};
use pul_domain::{PartyId, Post};
use pul_pack::Labels;
use pul_testkit::{Size, World};
use std::collections::{BTreeMap, BTreeSet};

/// A party as somebody who reads everything sees it.
struct Seen {
    words: BTreeSet<String>,
    values: BTreeMap<Facet, BTreeSet<String>>,
}

fn seen(node: &Node, view: &View, card: &PartyCard) -> Seen {
    let pack = node.pack();
    let posts: Vec<&Post> = card.posts.iter().filter_map(|id| view.post(id)).map(|p| &p.post).collect();
    let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let mut values: BTreeMap<Facet, BTreeSet<String>> = BTreeMap::new();
    let mut has = |facet, value: String| {
        values.entry(facet).or_default().insert(value);
    };
    card.sides.iter().for_each(|side| has(Facet::Side, side.to_string()));
    has(Facet::Kind, word(serde_json::to_value(card.kind).unwrap()));
    let common = posts.iter().map(|post| post.common());
    let cities = common.clone().filter_map(|common| common.city.as_ref()).chain(&card.city);
    cities.for_each(|city| has(Facet::City, city.to_string()));
    common.clone().flat_map(|c| &c.sectors).for_each(|sector| has(Facet::Sector, sector.to_string()));
    common.clone().for_each(|c| has(Facet::Sort, word(serde_json::to_value(c.kind()).unwrap())));
    for post in &posts {
        let (name, skills): (_, Vec<_>) = match post {
            Post::Ask(ask) => ("ask", ask.skills.iter().map(|s| &s.skill).collect()),
            Post::Offer(offer) => ("offer", offer.skills.iter().map(|s| &s.skill).collect()),
        };
        has(Facet::Post, name.to_owned());
        skills.into_iter().for_each(|skill| has(Facet::Skill, skill.to_string()));
    }
    let of = |facet| values.get(&facet).into_iter().flatten();
    let named = |labels: &Labels| [Some(labels.en.clone()), labels.fr.clone(), labels.ur.clone()];
    let skills = of(Facet::Skill).filter_map(|id| pack.skill_ix(id)).map(|ix| &pack.skill(ix).labels);
    let cities = of(Facet::City).filter_map(|id| pack.city(id)).map(|city| &city.labels);
    let sectors = pack.sectors().iter().filter(|s| of(Facet::Sector).any(|id| id == s.id.as_str()));
    let labels = skills.chain(cities).chain(sectors.map(|s| &s.labels)).flat_map(named).flatten();
    let own = [card.name.clone(), card.about.clone()];
    let texts = own.into_iter().chain(common.map(|c| c.title.clone())).chain(labels);
    Seen { words: texts.flat_map(|text| terms(&text)).collect(), values }
}

impl Seen {
    fn has_words(&self, text: &str) -> bool {
        let words = terms(text);
        let open = text.chars().next_back().is_some_and(char::is_alphanumeric);
        words.iter().enumerate().all(|(nth, word)| {
            let begins = open && nth + 1 == words.len() && word.chars().count() > 1;
            self.words.contains(word) || begins && self.words.iter().any(|w| w.starts_with(word.as_str()))
        })
    }

    /// Whether it has a chosen value of every facet but one.
    fn passes(&self, wanted: &Wanted, but: Option<Facet>) -> bool {
        let others = wanted.facets.iter().filter(|(facet, _)| Some(**facet) != but);
        let mut has = others
            .map(|(facet, any)| any.iter().any(|v| self.values.get(facet).is_some_and(|s| s.contains(v))));
        has.all(|has| has)
    }
}

/// Parties and how many have each value, by looking at every one.
fn looked(
    all: &BTreeMap<PartyId, Seen>,
    wanted: &Wanted,
) -> (BTreeSet<PartyId>, BTreeMap<(Facet, String), u64>) {
    let mut counts = BTreeMap::new();
    let with_words = all.iter().filter(|(_, seen)| seen.has_words(&wanted.text));
    for (_, seen) in with_words.clone() {
        for (facet, values) in &seen.values {
            // A choice in a facet does not narrow the counts of that facet.
            if seen.passes(wanted, Some(*facet)) {
                values.iter().for_each(|value| *counts.entry((*facet, value.clone())).or_default() += 1);
            }
        }
    }
    let passing = with_words.filter(|(_, seen)| seen.passes(wanted, None));
    (passing.map(|(id, _)| id.clone()).collect(), counts)
}

/// Every page of a search, in order, and the counts of the first.
async fn paged(node: &Node, wanted: &Wanted) -> (Vec<PartyId>, BTreeMap<(Facet, String), u64>) {
    let (mut ids, mut counts, mut wanted) = (Vec::new(), BTreeMap::new(), wanted.clone());
    loop {
        let page = search(node, &Who::public(), &wanted).await.unwrap();
        if wanted.after.is_none() {
            let facets = page.facets.iter().flat_map(|(facet, list)| list.iter().map(move |c| (*facet, c)));
            counts =
                facets.filter(|(_, c)| c.count > 0).map(|(f, c)| ((f, c.value.clone()), c.count)).collect();
        }
        ids.extend(page.entries.iter().map(|entry| entry.card.id.clone()));
        assert!(page.total as usize >= ids.len());
        let Some(next) = page.next else {
            assert_eq!(page.total as usize, ids.len());
            return (ids, counts);
        };
        wanted.after = Some(next);
    }
}

#[tokio::test]
async fn what_looking_at_every_party_finds() {
    let town = Town::new().await;
    let node = &town.node;
    let size = Size { service_offers: 250, service_asks: 60, of_each_other_kind: 3 };
    let drawn = World::generate(node.pack(), 11, size, node.today());
    world::load(node.store(), node.pack(), &drawn, town::start(), node.chance(), 90).await.unwrap();
    // Read whole, then changed a little: some stand in the base of the index, some beside it.
    let fresh = town.another().await;
    let (ada, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    town.publish(&ada, &maple, town::ask("Django developer for a clinic")).await;
    town.member("bilal@indus.example", "Data Lahore", "pakistan", "lahore").await;
    fresh.catch_up(0).await.unwrap();
    let view = fresh.view();
    let all: BTreeMap<PartyId, Seen> =
        view.parties().map(|card| (card.id.clone(), seen(&fresh, &view, card))).collect();
    let chosen: [&[(Facet, &[&str])]; 6] = [
        &[],
        &[(Facet::Side, &["pakistan"])],
        &[(Facet::City, &["lahore", "toronto"]), (Facet::Post, &["ask"])],
        &[(Facet::Skill, &["django", "react"]), (Facet::Side, &["canada"]), (Facet::Sort, &["service"])],
        &[(Facet::City, &["nowhere"])],
        &[(Facet::Kind, &["firm"]), (Facet::Sector, &["health"])],
    ];
    let mut found = 0;
    for text in [
        "",
        "python",
        "data lahore",
        "dat",
        "d",
        "لاہور",
        "développeur ",
        "maple health",
        "xyzzy",
        "lahore lah",
    ] {
        for chosen in chosen {
            let own = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
            let facets = chosen.iter().map(|(facet, values)| (*facet, own(values))).collect();
            let wanted = Wanted { text: text.into(), facets, after: None, limit: 30 };
            let (ids, counts) = paged(&fresh, &wanted).await;
            let (expected, expected_counts) = looked(&all, &wanted);
            assert_eq!(ids.iter().cloned().collect::<BTreeSet<_>>(), expected, "{wanted:?}");
            assert_eq!(ids.len(), expected.len(), "none twice: {wanted:?}");
            assert_eq!(counts, expected_counts, "{wanted:?}");
            found += ids.len();
        }
    }
    assert!(found > 1_000, "{found} found: too few to show anything");
}
