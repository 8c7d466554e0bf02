//! A part of the index that is built once and never changed.

use super::facets::{self, Code};
use super::terms::terms;
use crate::live::view::{PartyCard, Published};
use pul_domain::PartyId;
use pul_pack::{Labels, Pack};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// How much a word counts by where it stands.
const NAME: u16 = 3;
const TITLE: u16 = 2;
const LABEL: u16 = 1;

/// A party as it is searched.
#[derive(Debug)]
pub(super) struct Document {
    pub id: PartyId,
    /// Its name, folded: parties are listed in this order, then by id.
    pub order: String,
    terms: BTreeMap<String, u16>,
    pub codes: Vec<Code>,
}

impl Document {
    pub(super) fn of(pack: &Pack, card: &PartyCard, posts: &[&Published]) -> Document {
        let mut found: BTreeMap<String, u16> = BTreeMap::new();
        let mut take = |text: &str, weight: u16| {
            for term in terms(text) {
                let times = found.entry(term).or_default();
                *times = times.saturating_add(weight);
            }
        };
        take(&card.name, NAME);
        take(&card.about, LABEL);
        posts.iter().for_each(|p| take(&p.post.common().title, TITLE));
        let codes = facets::codes(pack, card, posts);
        for code in &codes {
            if let Some(labels) = labels(pack, *code) {
                let others = [labels.fr.as_deref(), labels.ur.as_deref()];
                let all = std::iter::once(labels.en.as_str()).chain(others.into_iter().flatten());
                all.for_each(|text| take(text, LABEL));
            }
        }
        Document { id: card.id.clone(), order: terms(&card.name).join(" "), terms: found, codes }
    }
}

/// The names of a facet's value that people search by.
fn labels(pack: &Pack, code: Code) -> Option<&Labels> {
    let value = facets::value(pack, code);
    match code.facet() {
        facets::Facet::Sector => pack.sectors().iter().find(|s| s.id.as_str() == value).map(|s| &s.labels),
        facets::Facet::Skill => pack.skill_ix(&value).map(|ix| &pack.skill(ix).labels),
        facets::Facet::City => pack.city(&value).map(|c| &c.labels),
        _ => None,
    }
}

/// Documents in the order of their names, with the places of every term.
#[derive(Debug)]
pub(super) struct Segment {
    pub documents: Vec<Arc<Document>>,
    numbers: HashMap<PartyId, u32>,
    /// For each term, the documents that have it, in order, and how often.
    terms: BTreeMap<Box<str>, Vec<(u32, u16)>>,
    /// How many words each document has.
    pub lengths: Vec<u32>,
}

impl Segment {
    pub(super) fn build(mut documents: Vec<Arc<Document>>) -> Segment {
        documents.sort_by(|a, b| (&a.order, &a.id).cmp(&(&b.order, &b.id)));
        let mut postings: BTreeMap<Box<str>, Vec<(u32, u16)>> = BTreeMap::new();
        let mut lengths = Vec::with_capacity(documents.len());
        for (number, document) in documents.iter().enumerate() {
            for (term, times) in &document.terms {
                match postings.get_mut(term.as_str()) {
                    Some(list) => list.push((number as u32, *times)),
                    None => drop(postings.insert(term.as_str().into(), vec![(number as u32, *times)])),
                }
            }
            lengths.push(document.terms.values().map(|t| u32::from(*t)).sum());
        }
        postings.values_mut().for_each(Vec::shrink_to_fit);
        let numbers = documents.iter().enumerate().map(|(n, d)| (d.id.clone(), n as u32)).collect();
        Segment { documents, numbers, terms: postings, lengths }
    }

    pub(super) fn number(&self, id: &PartyId) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// Places of a term, or of every term that begins with it, some hundred at most.
    pub(super) fn places(&self, term: &str, as_prefix: bool) -> Vec<&[(u32, u16)]> {
        if !as_prefix {
            return self.terms.get(term).map(Vec::as_slice).into_iter().collect();
        }
        let from = (std::ops::Bound::Included(term), std::ops::Bound::Unbounded);
        let range = self.terms.range::<str, _>(from).take_while(|(t, _)| t.starts_with(term));
        range.map(|(_, list)| list.as_slice()).collect()
    }
}
