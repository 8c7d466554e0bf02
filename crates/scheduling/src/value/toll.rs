//! What a day costs the search.

/// What a day costs: what counts, and what only shows the search the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Toll {
    /// Weighted breaks, idle minutes, travel and discomfort.
    pub(crate) cost: i64,
    /// Weighted meetings outside the longest run.
    pub(crate) pull: i64,
}

impl Toll {
    /// Adds another.
    pub(crate) fn add(&mut self, other: Toll) {
        self.cost += other.cost;
        self.pull += other.pull;
    }

    /// Takes another off.
    pub(crate) fn less(self, other: Toll) -> Toll {
        Toll { cost: self.cost - other.cost, pull: self.pull - other.pull }
    }

    /// Both together: what a step is judged by.
    pub(crate) fn whole(self) -> i64 {
        self.cost + self.pull
    }
}
