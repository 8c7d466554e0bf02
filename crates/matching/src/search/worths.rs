//! What one offer is worth towards every skill, for judging it beside many asks.

use crate::index::{Index, Widener};

/// Worths of the offer turned to, a byte for each skill: they stay in the nearest cache, where the rows
/// of the asks' skills lie all over memory.
pub(super) struct Worths<'a> {
    widener: Widener<'a>,
    turned: Option<usize>,
    listed: Vec<(u32, u8)>,
    by_skill: Vec<u8>,
}

impl<'a> Worths<'a> {
    pub(super) fn new(index: &'a Index) -> Worths<'a> {
        let skills = index.store.vocabulary.skills(&index.basis);
        let widener = Widener::new(&index.basis, skills);
        Worths { widener, turned: None, listed: Vec::new(), by_skill: vec![0; skills] }
    }

    /// Turns to the offer at a position. Free when it is the one turned to last.
    pub(super) fn turn(&mut self, index: &Index, position: usize) {
        if self.turned == Some(position) {
            return;
        }
        self.turned = Some(position);
        for (skill, _) in self.listed.drain(..) {
            self.by_skill[skill as usize] = 0;
        }
        self.widener.widen(index.view(position), &mut self.listed);
        for (skill, worth) in &self.listed {
            self.by_skill[*skill as usize] = *worth;
        }
    }

    pub(super) fn of(&self, skill: u32) -> u8 {
        self.by_skill.get(skill as usize).copied().unwrap_or(0)
    }
}
