//! The example world: some two thousand realistic but invented parties with what they
//! ask and offer, drawn from a seed. The demonstration, tests and benchmarks use it.

mod chance;
mod fair;
mod mission;
mod names;
mod other_posts;
mod service_asks;
mod service_offers;
mod vocabulary;
mod world;

pub use chance::Chance;
pub use fair::Fair;
pub use world::{Size, World};
