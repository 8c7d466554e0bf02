//! A party as it is searched.

use super::catalogue::{Catalogue, Code};
use super::facets::{Facet, POSTS, kind_name, sort_name};
use super::terms::terms;
use crate::live::view::{PartyCard, Published};
use pul_domain::{PartyId, Post};
use std::collections::BTreeMap;

/// How much a word counts by where it stands.
const NAME: u16 = 3;
const TITLE: u16 = 2;
const ABOUT: u16 = 1;

/// A party with its own words; those of its values' names stand in the [`Catalogue`].
#[derive(Debug)]
pub(super) struct Document {
    pub id: PartyId,
    /// Its name, folded: parties are listed in this order, then by id.
    pub order: String,
    pub words: BTreeMap<String, u16>,
    /// Its values, sorted, each once.
    pub codes: Vec<Code>,
}

impl Document {
    pub(super) fn of(catalogue: &Catalogue, card: &PartyCard, posts: &[&Published]) -> Document {
        let name = terms(&card.name);
        let order = name.join(" ");
        let mut words: BTreeMap<String, u16> = BTreeMap::new();
        let mut take = |found: Vec<String>, weight: u16| {
            for word in found {
                let times = words.entry(word).or_default();
                *times = times.saturating_add(weight);
            }
        };
        take(name, NAME);
        take(terms(&card.about), ABOUT);
        posts.iter().for_each(|p| take(terms(&p.post.common().title), TITLE));
        Document { id: card.id.clone(), order, words, codes: codes(catalogue, card, posts) }
    }
}

fn codes(catalogue: &Catalogue, card: &PartyCard, posts: &[&Published]) -> Vec<Code> {
    let mut found = Vec::new();
    let mut take = |facet, value: &str| found.extend(catalogue.code(facet, value));
    card.sides.iter().for_each(|s| take(Facet::Side, s.as_str()));
    take(Facet::Kind, kind_name(card.kind));
    card.city.iter().for_each(|c| take(Facet::City, c.as_str()));
    for published in posts {
        let common = published.post.common();
        take(Facet::Post, POSTS[usize::from(matches!(published.post, Post::Offer(_)))]);
        take(Facet::Sort, sort_name(common.kind()));
        common.sectors.iter().for_each(|s| take(Facet::Sector, s.as_str()));
        common.city.iter().for_each(|c| take(Facet::City, c.as_str()));
        match &published.post {
            Post::Ask(ask) => ask.skills.iter().for_each(|s| take(Facet::Skill, s.skill.as_str())),
            Post::Offer(offer) => offer.skills.iter().for_each(|s| take(Facet::Skill, s.skill.as_str())),
        }
    }
    found.sort();
    found.dedup();
    found
}
