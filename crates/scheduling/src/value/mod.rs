//! The value mode: of what is wished, hold the best, on good days, and prove how good.

mod cells;
mod chain;
mod chance;
mod flow;
mod prices;
mod problem;
mod score;
mod search;
mod select;
mod timetable;

pub use cells::{Cell, CellSet};
pub use prices::Prices;
pub use problem::{Between, CellOf, Placement, Problem, Quota, Step, Variant, WishOf};
pub use score::{Score, score};
pub use search::{Effort, Progress, Search};
