//! Makes a plan better a few slots at a time.
//!
//! The meetings of some slots are let loose within these slots, all others stay, and the
//! clause-learning solver is asked for a plan with fewer breaks. Where two slots allow a swap, as
//! in a Kempe chain, six or eight allow what no row of swaps comes by.

use super::anneal::{breaks, busy, days};
use super::cardinality;
use super::chance::Chance;
use super::encode::{encode, open_literals};
use super::reduce::Reduced;
use super::slots::Slots;
use super::solver::{Answer, Solver};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many choices of as many slots are tried before there is one slot more in each.
const TRIES: u32 = 8;
/// The most clauses learnt for one choice.
const LEARNT: u64 = 2_000;
/// What a question costs beside what is learnt, in learnt clauses.
const QUESTION: u64 = 60;

/// Makes a plan better until it has no more than `enough` breaks or nothing helps; gives the plan
/// and the work done.
pub(super) fn mend(
    reduced: &Reduced,
    limits: &[(u32, u32)],
    mut plan: Vec<u32>,
    enough: u32,
    chance: &mut Chance,
    stop: &Arc<AtomicBool>,
) -> (Vec<u32>, u64) {
    let few = (4 + reduced.slots / 5).min(reduced.slots);
    let many = (reduced.slots * 4 / 5).clamp(few, few + 5).min(reduced.slots);
    let (mut work, mut size) = (0, few);
    while size <= many {
        let mut helped = false;
        for _ in 0..TRIES {
            if stop.load(Ordering::Relaxed) {
                return (plan, work);
            }
            let Some(loose) = choose(reduced, limits, &plan, size, chance) else { return (plan, work) };
            let (better, spent) = improve(reduced, limits, &plan, loose, stop);
            work += spent + QUESTION;
            if let Some(better) = better {
                plan = better;
                helped = true;
                break;
            }
        }
        if breaks(reduced, &plan).iter().sum::<u32>() <= enough {
            break;
        }
        size = if helped { few } else { size + 1 };
    }
    (plan, work)
}

/// So many slots: the first of a break that need not be, the busy slot on one side of it, and any
/// others. None if nobody has a break that need not be.
fn choose(
    reduced: &Reduced,
    limits: &[(u32, u32)],
    plan: &[u32],
    size: u32,
    chance: &mut Chance,
) -> Option<Slots> {
    let each = (0u32..).zip(breaks(reduced, plan).into_iter().zip(limits));
    let blamed: Vec<u32> = each.filter(|(_, (b, (low, _)))| b > low).map(|(p, _)| p).collect();
    let person = blamed.get(chance.below(blamed.len() as u32) as usize)?;
    let slots: Vec<u32> = busy(reduced, plan, *person).iter().collect();
    let gaps: Vec<&[u32]> = slots.windows(2).filter(|pair| pair[1] > pair[0] + 1).collect();
    let gap = gaps.get(chance.below(gaps.len() as u32) as usize)?;
    let mut chosen = Slots::one(gap[0] + 1).or(Slots::one(gap[chance.below(2) as usize]));
    while chosen.len() < size {
        chosen = chosen.or(Slots::one(chance.below(reduced.slots)));
    }
    Some(chosen)
}

/// A plan with fewer breaks in which the meetings outside the slots `loose` stay.
fn improve(
    reduced: &Reduced,
    limits: &[(u32, u32)],
    plan: &[u32],
    loose: Slots,
    stop: &Arc<AtomicBool>,
) -> (Option<Vec<u32>>, u64) {
    let mut part = reduced.clone();
    for (domain, slot) in part.domains.iter_mut().zip(plan) {
        *domain = if loose.has(*slot) { domain.and(loose) } else { Slots::one(*slot) };
    }
    let days = days(&part);
    let bounds: Option<Vec<(u32, u32)>> = days.iter().map(|day| day.bounds()).collect();
    let within = |((a, b), (low, high)): ((u32, u32), &(u32, u32))| (a.max(*low), b.min(*high));
    let Some(bounds) = bounds else { return (None, 0) };
    let bounds: Vec<(u32, u32)> = bounds.into_iter().zip(limits).map(within).collect();
    let least: u32 = bounds.iter().map(|(low, _)| low).sum();
    let now: u32 = breaks(reduced, plan).iter().sum();
    let Some(more) = now.checked_sub(least + 1) else { return (None, 0) };
    let Some(mut encoding) = encode(&part, &days, &bounds) else { return (None, 0) };
    let all = open_literals(&encoding.more);
    cardinality::at_most(&mut encoding.clauses, &all, more as usize);
    let mut solver = Solver::new(Arc::clone(stop));
    solver.extend(&encoding.clauses.take());
    let (answer, spent) = solver.ask(&[], LEARNT);
    ((answer == Answer::Yes).then(|| encoding.plan(&solver)), spent)
}
