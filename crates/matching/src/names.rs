//! Ids as small integers, so that the search compares numbers and not text.

use std::collections::HashMap;
use std::hash::Hash;

/// The number of an id nobody in the index has. Equal to no number.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// Ids of one kind in the order they were first seen. Never iterated by hash, so
/// nothing depends on the machine.
#[derive(Debug, Clone)]
pub(crate) struct Names<I> {
    ids: Vec<I>,
    numbers: HashMap<I, u32>,
}

impl<I> Default for Names<I> {
    fn default() -> Self {
        Names { ids: Vec::new(), numbers: HashMap::new() }
    }
}

impl<I: Clone + Eq + Hash> Names<I> {
    /// The number of an id, given now if it is new.
    pub(crate) fn add(&mut self, id: &I) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = self.ids.len() as u32;
        self.ids.push(id.clone());
        self.numbers.insert(id.clone(), number);
        number
    }

    /// The number of an id, [`UNKNOWN`] if it has none.
    pub(crate) fn get(&self, id: &I) -> u32 {
        self.numbers.get(id).copied().unwrap_or(UNKNOWN)
    }

    /// The id of a number given out before.
    pub(crate) fn id(&self, number: u32) -> &I {
        &self.ids[number as usize]
    }

    /// All ids by number.
    pub(crate) fn all(&self) -> &[I] {
        &self.ids
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }
}
