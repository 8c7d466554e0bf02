//! When they meet: meetings get slots.
//!
//! Two statements of the problem live here and share nothing but the crate: the
//! *classical* one ([`classic`]), in which every meeting has to be placed and breaks
//! are few, and the *value* one, in which the best of what is wished is placed.
//! Engines are pure: bytes and values in, values and findings out; the budget of
//! work is a parameter and counted in steps of the search, never in seconds.

pub mod classic;
pub mod mission;
pub mod value;
