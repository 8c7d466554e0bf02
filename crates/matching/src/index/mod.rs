//! The index of offers: their codes in rows, and what a survivor is judged by.

mod attributes;
mod buckets;
mod cluster;
mod rows;
mod widen;

pub(crate) use attributes::{Attributes, FIXED, General, Row, UNSTATED};
pub(crate) use buckets::CODES;
pub(crate) use rows::{BLOCK_CELLS, BLOCK_GROUPS, GROUP, RowStore};

use crate::basis::Basis;
use crate::features::{OfferFeatures, OfferStore, OfferView};
use cluster::{Clustering, Codes};
use jiff::civil::Date;
use pul_domain::{Offer, PostId};
use pul_pack::Pack;
use rows::RowWriter;
use std::borrow::Borrow;
use std::sync::Arc;
use widen::Widener;

/// Offers, ready to be searched for the best of an ask.
///
/// Exact: whatever it answers equals judging every pair. The offers are not kept; what
/// the rules, the score and the explanations need of them is.
#[derive(Debug)]
pub struct Index {
    pub(crate) basis: Arc<Basis>,
    pub(crate) store: OfferStore,
    pub(crate) attributes: Attributes,
    pub(crate) rows: RowStore,
    /// The offer at each position.
    pub(crate) order: Vec<u32>,
    /// By position, as everything below.
    pub(crate) features: Vec<OfferFeatures>,
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
        let mut store = OfferStore::default();
        for offer in offers {
            store.push(&basis, offer.borrow());
        }
        let attributes = Attributes::new(&basis, &store);
        let codes: Vec<Codes> =
            (0..store.len()).map(|at| General::ALL.map(|g| attributes.general(g, store.view(at)))).collect();
        let order = Clustering::new(&basis, &store, &codes).order();
        let rows = fill(&basis, &store, &attributes, &codes, &order);
        let features = order.iter().map(|at| store.features[*at as usize]).collect();
        let ranks = ranks(&store.ids, &order);
        store.features = Vec::new();
        Index { basis, store, attributes, rows, order, features, ranks }
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
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
        OfferView {
            store: &self.store,
            at: self.order[position] as usize,
            features: &self.features[position],
        }
    }

    pub(crate) fn id(&self, position: usize) -> &PostId {
        &self.store.ids[self.order[position] as usize]
    }
}

fn fill(
    basis: &Basis,
    store: &OfferStore,
    attributes: &Attributes,
    codes: &[Codes],
    order: &[u32],
) -> RowStore {
    let mut writer = RowWriter::new(attributes.rows(), order.len());
    let mut widener = Widener::new(basis, store.vocabulary.skills(basis));
    let (mut worths, mut listed) = (Vec::new(), Vec::new());
    for at in order {
        let offer = store.view(*at as usize);
        worths.clear();
        listed.clear();
        widener.widen(offer, &mut worths);
        attributes.listed(offer, &mut listed);
        let general = codes[*at as usize].iter().enumerate();
        let skills = worths.iter().filter_map(|(skill, worth)| match attributes.skill(*skill) {
            Row::At(row) => Some((row as u32, *worth)),
            _ => None,
        });
        writer
            .push(general.map(|(row, code)| (row as u32, *code)).chain(skills).chain(listed.iter().copied()));
    }
    writer.finish()
}

fn ranks(ids: &[PostId], order: &[u32]) -> Vec<u32> {
    let mut by_id: Vec<u32> = (0..ids.len() as u32).collect();
    by_id.sort_by(|a, b| ids[*a as usize].cmp(&ids[*b as usize]));
    let mut rank = vec![0; ids.len()];
    for (place, offer) in by_id.into_iter().enumerate() {
        rank[offer as usize] = place as u32;
    }
    order.iter().map(|offer| rank[*offer as usize]).collect()
}
