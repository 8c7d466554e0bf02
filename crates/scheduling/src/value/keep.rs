//! Which steps stay, and the best plan kept without writing it down each time.

use super::search::Search;

impl Search<'_> {
    /// Keeps or takes back the step just done, and notes a new best.
    pub(super) fn settle(&mut self, keep: bool) {
        if !keep {
            self.table.undo(self.mark);
            return;
        }
        let (worth, cost) = (self.table.worth(self.problem.promise()), self.table.toll.cost);
        if worth > self.best_worth || (worth == self.best_worth && cost < self.best_cost) {
            (self.best_worth, self.best_cost, self.unsaved) = (worth, cost, true);
            self.table.forget_log();
        } else if !self.unsaved {
            self.table.forget_log();
        } else if self.table.mark() > 4 * self.problem.wishes.len() {
            self.save();
        }
        self.mark = self.table.mark();
    }

    /// Writes the best plan down: the plan in hand less the steps since.
    pub(super) fn save(&mut self) {
        if std::mem::take(&mut self.unsaved) {
            self.best = self.table.placement_before();
        }
        self.table.forget_log();
        self.mark = 0;
    }
}
