//! The value mode: of what is wished, hold the best, on good days, and prove how good.

mod cells;
mod chain;
mod chance;
mod flow;
mod improve;
mod kempe;
mod prices;
mod problem;
mod quiet_bound;
mod score;
mod search;
mod select;
mod settle;
mod simplex;
mod sweep;
mod timetable;

pub use cells::{Cell, CellSet};
pub use prices::Prices;
pub use problem::{Between, CellOf, Placement, Problem, Quota, Step, Variant, WishOf};
pub use quiet_bound::least_breaks;
pub use score::{Score, score};
pub use search::{Effort, Progress, Search};
pub use select::proven_kept;
pub use settle::{Settled, settle};
