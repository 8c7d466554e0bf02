//! A part of the index that is built once and never changed.

use super::catalogue::{Catalogue, Code};
use super::document::Document;
use super::lists::Lists;
use pul_domain::PartyId;
use std::borrow::Borrow;
use std::collections::HashMap;

/// A party's place in the order of names.
#[derive(Debug)]
pub(super) struct Place {
    /// Its name, folded.
    pub order: Box<str>,
    pub id: PartyId,
}

/// Parties in the order of their names, with the places of every word and value. Parties, words and
/// values are numbers, lists of them lie in one piece: some ten bytes for each word of a party.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub places: Vec<Place>,
    /// The numbers of the parties, by id.
    by_id: Vec<u32>,
    /// Own words of parties, sorted.
    words: Vec<Box<str>>,
    /// For each word, the parties that have it and how often.
    having: Lists<(u32, u16)>,
    /// The values of each party.
    pub codes: Lists<Code>,
    /// For each value, the parties that have it.
    with_code: Lists<u32>,
    /// How many words each party has, those of its values' names among them.
    pub lengths: Vec<u32>,
    /// How many words all have.
    pub length: u64,
}

impl Segment {
    pub(super) fn build<D: Borrow<Document>>(
        catalogue: &Catalogue,
        documents: impl Iterator<Item = D>,
    ) -> Segment {
        let mut words: HashMap<String, u32> = HashMap::new();
        let (mut places, mut own, mut codes) = (Vec::new(), Lists::default(), Lists::default());
        for document in documents {
            let document: &Document = document.borrow();
            own.push(document.words.iter().map(|(word, times)| {
                let next = words.len() as u32;
                let known = words.get(word).copied();
                (known.unwrap_or_else(|| *words.entry(word.clone()).or_insert(next)), *times)
            }));
            codes.push(document.codes.iter().copied());
            places.push(Place { order: document.order.as_str().into(), id: document.id.clone() });
        }
        let mut in_order: Vec<usize> = (0..places.len()).collect();
        let key = |at: &usize| (&places[*at].order, &places[*at].id);
        in_order.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let mut by_name: Vec<(String, u32)> = words.into_iter().collect();
        by_name.sort_unstable();
        let mut rank = vec![0_usize; by_name.len()];
        by_name.iter().enumerate().for_each(|(at, (_, word))| rank[*word as usize] = at);
        let (numbered, rank) = (in_order.iter().enumerate(), &rank);
        let having = numbered.clone().flat_map(|(number, at)| {
            let one = move |(word, times): &(u32, u16)| (rank[*word as usize], (number as u32, *times));
            own.get(*at).iter().map(one)
        });
        let mut segment = Segment {
            having: Lists::sorted(by_name.len(), having),
            words: by_name.into_iter().map(|(word, _)| word.into_boxed_str()).collect(),
            ..Segment::default()
        };
        in_order.iter().for_each(|at| segment.codes.push(codes.get(*at).iter().copied()));
        segment.codes.shrink();
        for at in &in_order {
            let own: u32 = own.get(*at).iter().map(|(_, times)| u32::from(*times)).sum();
            let named: u32 = codes.get(*at).iter().map(|code| catalogue.length(*code)).sum();
            segment.lengths.push(own + named);
        }
        segment.length = segment.lengths.iter().map(|n| u64::from(*n)).sum();
        let with_code = segment.codes.iter().enumerate();
        let with_code =
            with_code.flat_map(|(number, codes)| codes.iter().map(move |c| (c.at(), number as u32)));
        segment.with_code = Lists::sorted(catalogue.len(), with_code);
        segment.put_places(places, &in_order);
        segment
    }

    fn put_places(&mut self, places: Vec<Place>, in_order: &[usize]) {
        let mut places: Vec<Option<Place>> = places.into_iter().map(Some).collect();
        self.places = in_order.iter().filter_map(|at| places[*at].take()).collect();
        self.by_id = (0..self.places.len() as u32).collect();
        let id = |number: &u32| &self.places[*number as usize].id;
        self.by_id.sort_unstable_by(|a, b| id(a).cmp(id(b)));
    }

    /// How many parties there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The number of a party.
    pub(super) fn number(&self, id: &PartyId) -> Option<u32> {
        let at = self.by_id.binary_search_by(|n| self.places[*n as usize].id.cmp(id)).ok()?;
        Some(self.by_id[at])
    }

    /// The number of the first party after a name and an id.
    pub(super) fn after(&self, order: &str, id: &PartyId) -> u32 {
        self.places.partition_point(|place| (&*place.order, &place.id) <= (order, id)) as u32
    }

    /// How many parties have each value.
    pub(super) fn counts(&self) -> Vec<u32> {
        self.with_code.iter().map(|parties| parties.len() as u32).collect()
    }

    /// How often each party has a word, or words that begin with it.
    pub(super) fn times(&self, catalogue: &Catalogue, word: &str, as_prefix: bool) -> Vec<u32> {
        let mut times = vec![0_u32; self.len()];
        let first = self.words.partition_point(|w| &**w < word);
        let fits = |w: &str| if as_prefix { w.starts_with(word) } else { w == word };
        for at in (first..self.words.len()).take_while(|at| fits(&self.words[*at])) {
            for (number, often) in self.having.get(at) {
                times[*number as usize] += u32::from(*often);
            }
        }
        if self.len() > 0 {
            for (code, often) in catalogue.named(word, as_prefix) {
                let parties = self.with_code.get(code.at());
                parties.iter().for_each(|number| times[*number as usize] += u32::from(often));
            }
        }
        times
    }
}
