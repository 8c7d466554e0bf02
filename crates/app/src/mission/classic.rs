//! The classical problem: every meeting placed, breaks few.

use crate::Error;
use pul_checker::check_classic;
use pul_domain::{ClassicPlan, ClassicProblem};
use pul_scheduling::classic::{Progress, Search, Status};

/// Learnt clauses between two looks at the search.
const SLICE: u64 = 2_000;

/// What came of a classical problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassicPlanned {
    /// The best plan found, if one was; it passed the checker.
    pub plan: Option<ClassicPlan>,
    /// Why there is none, when that is proven.
    pub infeasible: Option<String>,
    /// Work done, in learnt clauses.
    pub work: u64,
}

/// Plans a classical problem with so much work from a seed. `fairness` is the most by which two participants' breaks may differ; `watch` is told
/// where the search stands every so often and stops it by returning false.
///
/// # Errors
/// [`Error::Differs`] when the checker disagrees, which would be a fault of ours.
pub fn plan_classic(
    problem: &ClassicProblem,
    fairness: Option<u32>,
    (seed, work): (u64, u64),
    watch: &mut dyn FnMut(&Progress) -> bool,
) -> Result<ClassicPlanned, Error> {
    let mut search = Search::new(problem, fairness, seed);
    let mut progress = search.progress();
    while progress.status == Status::Open && progress.work < work {
        let before = progress.work;
        progress = search.run(SLICE.min(work - before));
        if !watch(&progress) {
            break;
        }
    }
    let plan = search.plan();
    if let Some(plan) = &plan {
        verify_classic(problem, plan, fairness)?;
    }
    let infeasible = match &progress.status {
        Status::Infeasible(conflict) => Some(conflict.to_string()),
        Status::Open | Status::Proven => None,
    };
    Ok(ClassicPlanned { plan, infeasible, work: progress.work })
}

/// Verifies a classical plan from the statement of the problem alone.
///
/// # Errors
/// [`Error::Differs`] with everything the checker objects to.
pub fn verify_classic(
    problem: &ClassicProblem,
    plan: &ClassicPlan,
    fairness: Option<u32>,
) -> Result<(), Error> {
    let objections = check_classic(problem, fairness, plan);
    if objections.is_empty() {
        return Ok(());
    }
    Err(Error::Differs(objections.iter().map(ToString::to_string).collect()))
}
