//! Missions: planned, checked, repaired, explained; files in and out.
//!
//! [`plan`], [`repair`] and [`left_out`] take values and return values and read no file, so that
//! pages and commands share them. Every plan they return has passed the checker.

mod classic;
mod disturb;
mod example;
mod files;
mod planning;
mod repairing;

pub use classic::{ClassicPlanned, plan_classic, verify_classic};
pub use disturb::{happened, instant, locks};
pub use example::example;
pub use files::{
    Edition, Input, json, mission_bytes, plan_bytes, read_edition, read_editions, read_input, read_mission,
    read_plan, write_into,
};
pub use planning::{Planned, Request, Standing, left_out, plan, verify};
pub use pul_scheduling::classic::Progress as ClassicProgress;
pub use pul_scheduling::mission::{
    Disruption, Lock, Who, disrupt, lock, sitting_offers, suggestions, take, to_waiting_list, waiting_list,
};
pub use repairing::{Repaired, repair};
