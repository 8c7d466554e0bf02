//! From the search's answer to a plan that people and the checker can read.

use super::compile::Compiled;
use super::explain::left_out;
use super::slots::instant;
use crate::value::{Placement, Prices, Problem, least_breaks, score};
use pul_domain::{MissionPlan, PlanBound, PlanScore, PlannedMeeting, PriceProof};
use std::collections::BTreeMap;

/// How a plan was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Seed of the search.
    pub seed: u64,
    /// Its work, in steps.
    pub work: u64,
    /// Thousandths of the value that might be given up for quieter days.
    pub calm: u16,
}

/// Writes a placement as a plan, with its worth, its bound and the reasons of what is left out.
/// `rounds` is the effort spent on the bound on breaks.
pub fn write(
    compiled: &Compiled<'_>,
    placement: &Placement,
    prices: &Prices,
    made: Made,
    rounds: u32,
) -> MissionPlan {
    rewrite(compiled, placement, prices, (made, rounds), None)
}

/// Like [`write()`], for a plan that follows a former one: what stays where it was keeps its table too.
pub fn rewrite(
    compiled: &Compiled<'_>,
    placement: &Placement,
    prices: &Prices,
    (made, rounds): (Made, u32),
    former: Option<&MissionPlan>,
) -> MissionPlan {
    let problem = &compiled.problem;
    let score = score(problem, placement);
    let (missed_at_least, value_at_most) = parted(problem, prices.bound(problem), score.missed);
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    MissionPlan {
        format: "pul-mission-plan/1".to_owned(),
        mission: compiled.mission.id.clone(),
        seed: made.seed,
        work: made.work,
        calm: made.calm,
        meetings: meetings(compiled, placement, former),
        left_out: left_out(compiled, placement, made.calm),
        score: PlanScore {
            missed: whole(score.missed),
            value: whole(score.value),
            unevenness: whole(score.unevenness),
            breaks: whole(score.breaks),
            idle_minutes: whole(score.idle),
            travel_minutes: whole(score.travel),
            discomfort_minutes: whole(score.discomfort),
        },
        bound: PlanBound {
            missed_at_least,
            value_at_most,
            breaks_at_least: whole(least_breaks(problem, placement, rounds)),
            proof: proof(compiled, prices),
        },
    }
}

/// What a bound on promises and value together says of each, for a plan that misses so many promised meetings: how many
/// any plan misses, and the most value of a plan that misses as few as this one.
pub fn parted(problem: &Problem, combined: i128, missed: i64) -> (u64, u64) {
    let (promise, promised) = (i128::from(problem.promise()), i128::from(problem.promised()));
    let kept = if promise == 0 { 0 } else { (combined / promise).clamp(0, promised) };
    let value_at_most = combined - promise * (promised - i128::from(missed));
    let whole = |n: i128| u64::try_from(n.max(0)).unwrap_or(u64::MAX);
    (whole(promised - kept), whole(value_at_most))
}

/// Meetings by start, venue and table. A meeting that stays keeps its table; then a delegate keeps the table of its last meeting where
/// that is free, since walking across a hall costs more than staying.
fn meetings(
    compiled: &Compiled<'_>,
    placement: &Placement,
    former: Option<&MissionPlan>,
) -> Vec<PlannedMeeting> {
    let problem = &compiled.problem;
    let former: BTreeMap<_, _> = former.iter().flat_map(|p| &p.meetings).map(|m| (&m.wish, m)).collect();
    let mission = compiled.mission;
    let mut cells: Vec<Vec<(usize, u32)>> = vec![Vec::new(); problem.cells.len()];
    for (wish, place) in placement.iter().enumerate() {
        if let Some((variant, cell)) = place {
            cells[*cell as usize].push((wish, *variant));
        }
    }
    let mut last: BTreeMap<(usize, u32), usize> = BTreeMap::new();
    let mut meetings = Vec::new();
    for (cell, held) in cells.iter().enumerate() {
        let slot = &compiled.slots[cell];
        let mut table: Vec<Option<usize>> = vec![None; held.len().max(problem.cells[cell].capacity as usize)];
        let mut standing = Vec::new();
        for (number, (wish, _)) in held.iter().enumerate() {
            let was = former.get(&mission.wishes[*wish].id);
            let stays = was.filter(|m| {
                m.start == instant(slot.start) && m.venue == mission.venues[slot.venue].id && m.table > 0
            });
            if let Some(free) = stays.and_then(|m| table.get_mut(usize::from(m.table) - 1)) {
                free.get_or_insert(number);
            }
        }
        for (number, (_, variant)) in held.iter().enumerate() {
            if table.contains(&Some(number)) {
                continue;
            }
            let members = &problem.variants[*variant as usize].members;
            let kept =
                members.iter().filter_map(|p| last.get(&(slot.venue, *p))).find(|t| table[**t].is_none());
            match kept {
                Some(at) => table[*at] = Some(number),
                None => standing.push(number),
            }
        }
        let mut next = 0;
        for number in standing {
            while table[next].is_some() {
                next += 1;
            }
            table[next] = Some(number);
        }
        for (at, number) in table.iter().enumerate().filter_map(|(at, n)| Some((at, (*n)?))) {
            let (wish, variant) = held[number];
            let members = &problem.variants[variant as usize].members;
            members.iter().for_each(|p| {
                last.insert((slot.venue, *p), at);
            });
            meetings.push(PlannedMeeting {
                wish: compiled.mission.wishes[wish].id.clone(),
                venue: compiled.mission.venues[slot.venue].id.clone(),
                table: at as u16 + 1,
                start: instant(slot.start),
                end: instant(slot.end),
                delegates: members.iter().map(|p| compiled.delegates[*p as usize].clone()).collect(),
            });
        }
    }
    meetings
}

fn proof(compiled: &Compiled<'_>, prices: &Prices) -> PriceProof {
    let problem = &compiled.problem;
    let mut starts: Vec<i64> = problem.cells.iter().map(|c| c.start).collect();
    starts.dedup();
    let width = problem.moment_count as usize;
    let delegates = prices.moment.iter().enumerate().filter(|(_, price)| **price > 0).map(|(at, price)| {
        (compiled.delegates[at / width].clone(), instant(starts[at % width]), *price as u64)
    });
    let sittings = prices.cell.iter().enumerate().filter(|(_, price)| **price > 0);
    let quotas = |prices: &[i64]| {
        let priced = prices.iter().enumerate().filter(|(_, price)| **price > 0);
        priced.map(|(q, price)| (compiled.quotas[q].clone(), *price as u64)).collect()
    };
    PriceProof {
        scale: prices.scale as u64,
        delegates: delegates.collect(),
        sittings: sittings.map(|(cell, price)| (compiled.sitting(cell as u16), *price as u64)).collect(),
        most: quotas(&prices.most),
        least: quotas(&prices.least),
    }
}

/// The placement a plan describes, as far as the mission still has such options; and the
/// wishes whose meetings cannot stand any more, in the order of the mission.
pub fn reread(compiled: &Compiled<'_>, plan: &MissionPlan) -> (Placement, Vec<u32>) {
    let problem = &compiled.problem;
    let mut placement: Placement = vec![None; problem.wishes.len()];
    let mut fallen = Vec::new();
    let meetings: BTreeMap<_, _> = plan.meetings.iter().map(|m| (&m.wish, m)).collect();
    for (number, wish) in compiled.mission.wishes.iter().enumerate() {
        let Some(meeting) = meetings.get(&wish.id) else { continue };
        let cell = (0..compiled.slots.len()).find(|c| {
            let slot = &compiled.slots[*c];
            instant(slot.start) == meeting.start
                && instant(slot.end) == meeting.end
                && compiled.mission.venues[slot.venue].id == meeting.venue
        });
        let named = |v: &u32| {
            let members = &problem.variants[*v as usize].members;
            members.iter().map(|p| &compiled.delegates[*p as usize]).eq(&meeting.delegates)
        };
        let stands = cell.and_then(|cell| {
            let variant = problem.variants_of(number as u32).find(named)?;
            problem.variants[variant as usize].cells.has(cell as u16).then_some((variant, cell as u16))
        });
        placement[number] = stands;
        if stands.is_none() {
            fallen.push(number as u32);
        }
    }
    (placement, fallen)
}
