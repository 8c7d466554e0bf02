//! The value mode: of what is wished, hold the best, on good days, and prove how good.

mod cells;
mod chain;
mod chance;
mod days;
mod flow;
mod forced_bound;
mod improve;
mod keep;
mod kempe;
mod openings;
mod press;
mod prices;
mod problem;
mod quiet_bound;
mod record;
mod score;
mod search;
mod seek_quiet;
mod seek_value;
mod select;
mod settle;
mod shifting;
mod simplex;
mod sweep;
mod timetable;
mod toll;

pub use cells::{Cell, CellSet};
pub use forced_bound::least_breaks_of_any;
pub use prices::Prices;
pub use problem::{Between, CellOf, Placement, Problem, Quota, Step, Variant, WishOf};
pub use quiet_bound::least_breaks;
pub use score::{Score, score};
pub use search::{Effort, Progress, Search};
pub use select::proven_kept;
pub use settle::{Settled, settle};
