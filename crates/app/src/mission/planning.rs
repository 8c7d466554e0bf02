//! Planning a mission, and what a plan leaves out.

use crate::Error;
use pul_checker::check_mission;
use pul_domain::{Findings, LeftOut, Mission, MissionPlan};
use pul_scheduling::mission::{Compiled, comfortable, compile, reread, rewrite};
use pul_scheduling::value::{Effort, Prices, Progress, Score, Search};

/// Rounds of better prices, in the proof of value and in the proof of breaks.
const ROUNDS: u32 = 200;
/// A search is looked at this many times.
const LOOKS: u64 = 100;

/// What is asked of the planner.
#[derive(Debug, Clone, Copy)]
pub struct Request<'p> {
    /// Seed: the same mission, seed, work and former plan give the same plan.
    pub seed: u64,
    /// Work in steps of the search.
    pub work: u64,
    /// A plan to go on from instead of beginning anew.
    pub former: Option<&'p MissionPlan>,
}

/// Where a search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Steps done.
    pub work: u64,
    /// Steps allowed.
    pub of: u64,
    /// The best plan so far.
    pub score: Score,
    /// No plan that misses so few promises has more value.
    pub value_at_most: i128,
}

/// A plan and what was noticed on the way.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The plan; it passed the checker.
    pub plan: MissionPlan,
    /// What is wrong with the mission. What a fault names is left out of the plan.
    pub findings: Findings,
    /// Whether all the work asked for was done. A plan stopped before is sound, but another
    /// machine would not have stopped at the same step.
    pub whole: bool,
}

/// Plans a mission. `watch` is told where the search stands every so often, and stops it by returning false;
/// the best plan so far is then proven, checked and returned.
///
/// # Errors
/// [`Error::Differs`] when the checker disagrees, which would be a fault of ours.
pub fn plan(
    mission: &Mission,
    request: Request<'_>,
    watch: &mut dyn FnMut(Standing) -> bool,
) -> Result<Planned, Error> {
    let (compiled, findings) = compile(mission);
    let effort = Effort { seed: request.seed, work: request.work };
    let mut search = match request.former {
        Some(former) => Search::from_placement(&compiled.problem, effort, &reread(&compiled, former).0),
        None => Search::new(&compiled.problem, effort),
    };
    let whole = loop {
        let done = search.run((request.work / LOOKS).max(1));
        let goes_on = watch(standing(&compiled, search.progress()));
        if done || !goes_on {
            break done;
        }
    };
    search.sharpen(ROUNDS);
    let made = (request.seed, search.progress().work);
    let best = comfortable(&compiled, &search.best());
    let plan = rewrite(&compiled, &best, search.prices(), (made, ROUNDS), request.former);
    verify(mission, &plan)?;
    Ok(Planned { plan, findings, whole })
}

fn standing(compiled: &Compiled<'_>, progress: Progress) -> Standing {
    let problem = &compiled.problem;
    let kept = problem.promised() - progress.score.missed;
    let value_at_most = progress.bound - i128::from(problem.promise()) * i128::from(kept);
    Standing { work: progress.work, of: progress.of, score: progress.score, value_at_most }
}

/// Verifies a plan by `docs/missions.md` alone.
///
/// # Errors
/// [`Error::Differs`] with everything the checker objects to.
pub fn verify(mission: &Mission, plan: &MissionPlan) -> Result<(), Error> {
    let objections = check_mission(mission, plan);
    if objections.is_empty() {
        return Ok(());
    }
    Err(Error::Differs(objections.iter().map(ToString::to_string).collect()))
}

/// Why each wish that a plan does not hold is left out, reasoned anew from the plan's meetings.
pub fn left_out(mission: &Mission, plan: &MissionPlan) -> Vec<LeftOut> {
    let (compiled, _) = compile(mission);
    let (placement, _) = reread(&compiled, plan);
    pul_scheduling::mission::left_out(&compiled, &placement)
}

/// Prices that prove a bound for a plan the search did not make.
pub(super) fn prices(compiled: &Compiled<'_>) -> Prices {
    let mut search = Search::new(&compiled.problem, Effort { seed: 0, work: 0 });
    search.sharpen(ROUNDS);
    search.prices().clone()
}
