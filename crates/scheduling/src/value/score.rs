//! What a plan is worth, counted from nothing: the objective in its order.

use super::problem::{Placement, Problem};
use std::cmp::Ordering;

/// The objective, in order (`docs/missions.md`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Promised meetings not held.
    pub missed: i64,
    /// Mutual value of what is held.
    pub value: i64,
    /// Sum over parties of the square of the meetings missing to their fair share.
    pub unevenness: i64,
    /// Breaks of all delegates.
    pub breaks: i64,
    /// Idle minutes between meetings of one session.
    pub idle: i64,
    /// Minutes of travel.
    pub travel: i64,
    /// Minutes outside people's own hours.
    pub discomfort: i64,
}

impl Score {
    /// `Less` when this is the better one.
    pub fn rank(&self, other: &Score) -> Ordering {
        let rest = |s: &Score| (s.unevenness, s.breaks, s.idle, s.travel, s.discomfort);
        (self.missed, -self.value).cmp(&(other.missed, -other.value)).then(rest(self).cmp(&rest(other)))
    }
}

/// Counts a placement.
pub fn score(problem: &Problem, placement: &Placement) -> Score {
    let mut score = Score::default();
    let mut days: Vec<Vec<usize>> = vec![Vec::new(); problem.party.len()];
    let mut held = vec![0i64; problem.fair.len()];
    let mut quotas = vec![0u32; problem.quotas.len()];
    for (wish, place) in placement.iter().enumerate() {
        let Some((variant, cell)) = place else { continue };
        score.value += problem.wishes[wish].value;
        problem.wishes[wish].quotas.iter().for_each(|q| quotas[*q as usize] += 1);
        problem.parties_of[wish].iter().for_each(|p| held[*p as usize] += 1);
        for person in &problem.variants[*variant as usize].members {
            days[*person as usize].push(*cell as usize);
            score.discomfort +=
                i64::from(problem.discomfort[*person as usize * problem.cells.len() + *cell as usize]);
        }
    }
    for day in &mut days {
        day.sort_unstable();
        for pair in day.windows(2) {
            let step = problem.step(pair[0], pair[1]);
            score.breaks += i64::from(step.breaks);
            score.idle += i64::from(step.idle);
            score.travel += i64::from(step.travel);
        }
    }
    score.missed =
        problem.quotas.iter().zip(&quotas).map(|(q, n)| i64::from(q.least.saturating_sub(*n))).sum();
    let gaps = problem.fair.iter().zip(&held).map(|(r, h)| (i64::from(*r) - h).max(0));
    score.unevenness = gaps.map(|gap| gap * gap).sum();
    score
}
