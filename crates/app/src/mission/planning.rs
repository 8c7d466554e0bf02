//! Planning a mission, and what a plan leaves out.

use crate::Error;
use pul_checker::check_mission;
use pul_domain::{Findings, LeftOut, Mission, MissionPlan};
use pul_scheduling::mission::{Compiled, Made, comfortable, compile, parted, reread, rewrite};
use pul_scheduling::value::{Effort, Prices, Score, Search, calmer, score};

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
    /// Thousandths of the value that may be given up for quieter days.
    pub calm: u16,
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
    /// No plan misses fewer promised meetings.
    pub missed_at_least: u64,
    /// No plan that misses as few promises has more value; nothing while it is open whether fewer can be missed.
    pub value_at_most: Option<u64>,
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
    let calmer = calmer(&compiled.problem, request.calm);
    let problem = calmer.as_ref().unwrap_or(&compiled.problem);
    let mut search = match request.former {
        Some(former) => Search::from_placement(problem, effort, &reread(&compiled, former).0),
        None => Search::new(problem, effort),
    };
    // The search alone changes no prices, so this holds until they are sharpened.
    let bound = search.prices().bound(&compiled.problem);
    let whole = loop {
        let done = search.run((request.work / LOOKS).max(1));
        let goes_on = watch(standing(&compiled, &search, (request.work, bound)));
        if done || !goes_on {
            break done;
        }
    };
    let prices = match calmer {
        None => {
            search.sharpen(ROUNDS);
            search.prices().clone()
        }
        // What was given up counts against the plan: the bound is that of the mission as it is.
        Some(_) => prices(&compiled),
    };
    let made = Made { seed: request.seed, work: search.work(), calm: request.calm };
    let best = comfortable(&compiled, &search.best());
    let plan = rewrite(&compiled, &best, &prices, (made, ROUNDS), request.former);
    verify(mission, &plan)?;
    Ok(Planned { plan, findings, whole })
}

/// In true values, whatever toll the search bears.
fn standing(compiled: &Compiled<'_>, search: &Search<'_>, (of, bound): (u64, i128)) -> Standing {
    let score = score(&compiled.problem, &search.best());
    let (missed_at_least, most) = parted(&compiled.problem, bound, score.missed);
    let settled = u64::try_from(score.missed).is_ok_and(|missed| missed <= missed_at_least);
    Standing { work: search.work(), of, score, missed_at_least, value_at_most: settled.then_some(most) }
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
    pul_scheduling::mission::left_out(&compiled, &placement, plan.calm)
}

/// Prices that prove a bound for a plan the search did not make.
pub(super) fn prices(compiled: &Compiled<'_>) -> Prices {
    let mut search = Search::new(&compiled.problem, Effort { seed: 0, work: 0 });
    search.sharpen(ROUNDS);
    search.prices().clone()
}
