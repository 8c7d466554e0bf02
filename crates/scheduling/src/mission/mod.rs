//! A mission planned: from venues, zones and wishes to a plan with its proof (`docs/missions.md`).

mod clock;
mod compile;
mod disrupt;
mod eligible;
mod explain;
mod free;
mod locks;
mod plain;
mod plan;
mod promises;
mod read;
mod references;
mod repair;
mod seats;
mod slots;
mod suggest;
mod waiting;

pub use compile::{Compiled, compile};
pub use disrupt::{Disruption, Who, disrupt};
pub use explain::left_out;
pub use locks::{Lock, lock};
pub use plain::read_plain;
pub use plan::{Made, parted, reread, rewrite, write};
pub use read::{read_mission, read_plan};
pub use repair::{Repair, repair};
pub use seats::comfortable;
pub use suggest::suggestions;
pub use waiting::{sitting_offers, take, to_waiting_list, waiting_list};

use crate::value::{Effort, Search};
use pul_domain::{Findings, Mission, MissionPlan};

/// How much effort goes into proofs once the search is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// Rounds for the bound on value; none are needed where selection and search meet.
    pub value_rounds: u32,
    /// Rounds for the bound on breaks.
    pub break_rounds: u32,
}

impl Default for Proof {
    fn default() -> Proof {
        Proof { value_rounds: 200, break_rounds: 200 }
    }
}

/// Plans a mission in one go. A caller that wants progress, or wants to stop and go on, compiles the mission
/// and runs a [`Search`] in slices itself.
pub fn plan(mission: &Mission, effort: Effort, proof: Proof) -> (MissionPlan, Findings) {
    let (compiled, findings) = compile(mission);
    let mut search = Search::new(&compiled.problem, effort);
    search.run(effort.work);
    search.sharpen(proof.value_rounds);
    let made = Made { seed: effort.seed, work: search.work(), calm: 0 };
    let best = comfortable(&compiled, &search.best());
    (write(&compiled, &best, search.prices(), made, proof.break_rounds), findings)
}
