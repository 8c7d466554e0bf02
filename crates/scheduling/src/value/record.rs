//! The record of steps: taking back, writing down, becoming another placement.

use super::problem::Placement;
use super::timetable::{OUT, Timetable};

impl Timetable<'_> {
    pub(crate) fn mark(&self) -> usize {
        self.log.len()
    }

    pub(crate) fn forget_log(&mut self) {
        self.log.clear();
    }

    /// Takes back every step since the mark. Only for steps that put and took.
    pub(crate) fn undo(&mut self, mark: usize) {
        while self.log.len() > mark {
            match self.log.pop() {
                Some((wish, OUT, _)) => self.unset(wish),
                Some((_, variant, cell)) => self.set(variant, cell),
                None => return,
            }
        }
    }

    /// The placement before everything in the log.
    pub(crate) fn placement_before(&self) -> Placement {
        let mut placement = self.placement();
        for (wish, variant, cell) in self.log.iter().rev() {
            placement[*wish as usize] = (*variant != OUT).then_some((*variant, *cell));
        }
        placement
    }

    pub(crate) fn placement(&self) -> Placement {
        (0..self.variant.len() as u32).map(|w| self.place_of(w)).collect()
    }

    /// Becomes exactly this placement.
    pub(crate) fn become_placement(&mut self, placement: &Placement) {
        for wish in 0..self.variant.len() as u32 {
            if !self.is_out(wish) && self.place_of(wish) != placement[wish as usize] {
                self.unset(wish);
            }
        }
        for (wish, place) in placement.iter().enumerate() {
            if let Some((variant, cell)) = place.filter(|_| self.is_out(wish as u32)) {
                self.set(variant, cell);
            }
        }
        self.forget_log();
    }
}
