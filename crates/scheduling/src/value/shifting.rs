//! Meetings between cells, and what days cost.

use super::cells::Cell;
use super::timetable::{NOBODY, Timetable};
use super::toll::Toll;

/// Weight of a party's missing meetings squared, beside the weights of days.
const UNEVEN: i64 = 20_000;

impl Timetable<'_> {
    /// Takes a meeting off its cell and out of its people's days.
    pub(crate) fn lift(&mut self, wish: u32) {
        let (variant, cell) = (self.variant[wish as usize], self.cell[wish as usize]);
        Self::unlist(&mut self.held[cell as usize], &mut self.position, wish);
        self.note_room(cell);
        let members = self.members_from[variant as usize]..self.members_from[variant as usize + 1];
        for at in members {
            let person = self.members[at as usize];
            self.at[cell as usize * self.persons + person as usize] = NOBODY;
            self.days.leave(person, cell);
        }
    }

    /// Sets a meeting down.
    pub(crate) fn land(&mut self, wish: u32, cell: Cell) {
        let variant = self.variant[wish as usize];
        self.position[wish as usize] = self.held[cell as usize].len() as u32;
        self.held[cell as usize].push(wish);
        self.note_room(cell);
        self.cell[wish as usize] = cell;
        let members = self.members_from[variant as usize]..self.members_from[variant as usize + 1];
        for at in members {
            let person = self.members[at as usize];
            self.at[cell as usize * self.persons + person as usize] = wish;
            self.days.enter(person, cell);
        }
    }

    /// Moves placed meetings to other cells, all at once; `toll` is what that adds.
    pub(crate) fn shift(&mut self, moves: &[(u32, u32, Cell)], toll: Toll) {
        for (wish, variant, _) in moves {
            self.log.push((*wish, *variant, self.cell[*wish as usize]));
            self.lift(*wish);
        }
        for (wish, _, to) in moves {
            self.land(*wish, *to);
        }
        self.toll.add(toll);
        self.work += moves.len() as u64;
    }

    /// From here on the toll is kept up.
    pub(crate) fn count_toll(&mut self) {
        if self.costed {
            return;
        }
        let placement = self.placement();
        let (log, work) = (std::mem::take(&mut self.log), self.work);
        self.become_placement(&vec![None; placement.len()]);
        self.party_held.fill(0);
        let uneven = self.problem.fair.iter().map(|r| i64::from(*r) * i64::from(*r) * UNEVEN).sum();
        self.toll = Toll { cost: uneven, pull: 0 };
        self.costed = true;
        self.become_placement(&placement);
        (self.log, self.work) = (log, work);
    }

    pub(crate) fn count_parties(&mut self, wish: u32, more: bool) {
        for party in &self.problem.parties_of[wish as usize] {
            let held = &mut self.party_held[*party as usize];
            let missing = |held: u32| {
                let gap = i64::from(self.problem.fair[*party as usize].saturating_sub(held));
                gap * gap * UNEVEN
            };
            let before = missing(*held);
            *held = if more { *held + 1 } else { *held - 1 };
            self.toll.cost += missing(*held) - before;
        }
    }

    /// The persons who come to a variant.
    pub(crate) fn members(&self, variant: u32) -> &[u32] {
        let from = self.members_from[variant as usize] as usize;
        &self.members[from..self.members_from[variant as usize + 1] as usize]
    }

    /// Whether the variant may be at this cell and its wish may move freely.
    pub(crate) fn may_shift(&self, wish: u32, variant: u32, cell: Cell) -> bool {
        self.nimble[wish as usize]
            && self.masks[variant as usize * self.words + cell as usize / 64] >> (cell % 64) & 1 == 1
    }
}
