//! The live use cases on SQLite in a temporary folder, with a clock that stands and chance
//! from a seed.

mod fair;
mod found;
mod journey;
mod mission_locks;
mod mission_offers;
mod mission_privacy;
mod missions;
mod nodes;
mod once;
mod privacy;
mod town;
