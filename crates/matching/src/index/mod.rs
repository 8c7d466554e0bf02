//! The index of offers: their codes in rows, and what a survivor is judged by.

mod attributes;
mod buckets;
mod cluster;
mod codes;
mod gain;
mod rows;
mod widen;

pub(crate) use attributes::{Attributes, FIXED, General, Row, UNSTATED};
pub(crate) use buckets::CODES;
pub(crate) use rows::{BLOCK, BLOCK_CELLS, BLOCK_GROUPS, GROUP, RowStore};
pub(crate) use widen::Widener;

use crate::basis::Basis;
use crate::features::{OfferStore, OfferView};
use crate::kernel::roomy;
use cluster::{Clustering, Codes};
use jiff::civil::Date;
use pul_domain::{Offer, PostId};
use pul_pack::Pack;
use rows::{Part, RowWriter};
use std::borrow::Borrow;
use std::sync::Arc;

/// Offers, ready to be searched for the best of an ask.
///
/// Exact: whatever it answers equals judging every pair. The offers are not kept; what
/// the rules, the score and the explanations need of them is.
#[derive(Debug)]
pub struct Index {
    pub(crate) basis: Arc<Basis>,
    /// By position, as the rows and all below.
    pub(crate) store: OfferStore,
    pub(crate) attributes: Attributes,
    pub(crate) rows: RowStore,
    /// Place of the offer's id among all ids, bytewise: ties go to the lower.
    pub(crate) ranks: Vec<u32>,
}

impl Index {
    /// An index of offers for matches made on a day. Takes the offers one by one.
    pub fn build<O: Borrow<Offer>>(pack: &Pack, offers: impl IntoIterator<Item = O>, as_of: Date) -> Index {
        Index::with(Arc::new(Basis::new(pack, as_of)), offers)
    }

    /// As [`Index::build`], with a basis made before, which several indexes may share.
    pub fn with<O: Borrow<Offer>>(basis: Arc<Basis>, offers: impl IntoIterator<Item = O>) -> Index {
        Index::with_threads(basis, offers, 1)
    }

    /// As [`Index::with`], on some threads; the index is the same whatever their number.
    pub fn with_threads<O: Borrow<Offer>>(
        basis: Arc<Basis>,
        offers: impl IntoIterator<Item = O>,
        threads: usize,
    ) -> Index {
        let mut store = OfferStore::default();
        for offer in offers {
            store.push(&basis, offer.borrow());
        }
        let attributes = Attributes::new(&basis, &store);
        let codes: Vec<Codes> =
            (0..store.len()).map(|at| General::ALL.map(|g| attributes.general(g, store.view(at)))).collect();
        let order = Clustering::new(&basis, &store, &codes).order(threads);
        let store = store.arranged(&order);
        let codes: Vec<Codes> = order.iter().map(|at| codes[*at as usize]).collect();
        let rows = fill(&basis, &store, &attributes, &codes, threads);
        let ranks = ranks(&store.ids);
        Index { basis, store, attributes, rows, ranks }
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.store.len() == 0
    }

    /// Bytes held by the rows, by far the greatest part of the index.
    pub fn row_bytes(&self) -> usize {
        self.rows.bytes()
    }

    /// What was taken from the pack.
    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    pub(crate) fn view(&self, position: usize) -> OfferView<'_> {
        self.store.view(position)
    }

    pub(crate) fn id(&self, position: usize) -> &PostId {
        &self.store.ids[position]
    }
}

/// The rows of all offers, block by block on some threads.
fn fill(
    basis: &Basis,
    store: &OfferStore,
    attributes: &Attributes,
    codes: &[Codes],
    threads: usize,
) -> RowStore {
    let share = codes.len().div_ceil(threads.max(1)).next_multiple_of(BLOCK).max(BLOCK);
    let part = |number: usize, codes: &[Codes]| fill_part(basis, store, attributes, (number * share, codes));
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let mut parts = codes.chunks(share).enumerate();
        let first = parts.next().map_or(&[] as &[Codes], |(_, codes)| codes);
        let others: Vec<_> = parts.map(|(number, codes)| scope.spawn(move || part(number, codes))).collect();
        let joined = others.into_iter().map(|other| other.join());
        let others = joined.map(|other| other.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(part(0, first)).chain(others).collect()
    });
    RowStore::of(&parts)
}

fn fill_part(
    basis: &Basis,
    store: &OfferStore,
    attributes: &Attributes,
    (start, codes): (usize, &[Codes]),
) -> Part {
    let mut writer = RowWriter::new(attributes.rows(), codes.len());
    let mut widener = Widener::new(basis, store.vocabulary.skills(basis));
    let (mut worths, mut listed) = (Vec::new(), Vec::new());
    for (at, codes) in codes.iter().enumerate() {
        let offer = store.view(start + at);
        worths.clear();
        listed.clear();
        widener.widen(offer, &mut worths);
        attributes.listed(offer, &mut listed);
        let general = codes.iter().enumerate();
        let skills = worths.iter().filter_map(|(skill, worth)| match attributes.skill(*skill) {
            Row::At(row) => Some((row as u32, *worth)),
            _ => None,
        });
        writer
            .push(general.map(|(row, code)| (row as u32, *code)).chain(skills).chain(listed.iter().copied()));
    }
    writer.finish()
}

/// Place of each id among all, bytewise.
fn ranks(ids: &[PostId]) -> Vec<u32> {
    let mut by_id: Vec<u32> = (0..ids.len() as u32).collect();
    by_id.sort_by(|a, b| ids[*a as usize].cmp(&ids[*b as usize]));
    let mut ranks = roomy(ids.len());
    ranks.resize(ids.len(), 0);
    for (place, offer) in by_id.into_iter().enumerate() {
        ranks[offer as usize] = place as u32;
    }
    ranks
}
