//! Quieter days for a little of the value.
//!
//! Where every table is full nobody's day can be moved without another's. The meetings worth least make that room at the
//! least cost: a toll on every meeting lets go of those that are worth hardly more than they take from others, and of
//! no promised one. The largest toll that costs no more value than may be given up is the right one.

use super::problem::Problem;
use super::select::select;

/// The problem with a toll on every meeting, so that its best plans hold fewer and give up at most so many thousandths of
/// the value there is when time is set aside. Nothing where none may be given up, or that admits no toll.
pub fn calmer(problem: &Problem, permille: u16) -> Option<Problem> {
    if permille == 0 {
        return None;
    }
    let (kept, value) = selected(problem, problem);
    let least = value - i64::try_from(i128::from(value) * i128::from(permille.min(1000)) / 1000).ok()?;
    let dear = problem.wishes.iter().map(|w| w.value).max().unwrap_or(0);
    // What is given up grows with the toll: 0 is always allowed, the dearest wish never reached.
    let (mut allowed, mut denied) = (0, dear.max(1));
    let mut tolled = problem.clone();
    while denied - allowed > 1 {
        let toll = allowed + (denied - allowed) / 2;
        take(problem, &mut tolled, toll);
        let (still, left) = selected(problem, &tolled);
        if still >= kept && left >= least {
            allowed = toll;
        } else {
            denied = toll;
        }
    }
    take(problem, &mut tolled, allowed);
    (allowed > 0).then_some(tolled)
}

/// Takes a toll off the true values.
fn take(problem: &Problem, tolled: &mut Problem, toll: i64) {
    // A wish of three or more is outside the selection, which cannot say what letting go of it costs.
    let pairs = problem.parties_of.iter().map(|parties| parties.len() == 2);
    for ((wish, of), pair) in tolled.wishes.iter_mut().zip(&problem.wishes).zip(pairs) {
        wish.value = if pair { of.value - toll } else { of.value };
    }
}

/// Promises kept and value of what is selected under a toll, in true values.
fn selected(problem: &Problem, tolled: &Problem) -> (i64, i64) {
    let chosen = select(tolled).chosen;
    let mut counts = vec![0u32; problem.quotas.len()];
    let mut value = 0;
    for (wish, _) in problem.wishes.iter().zip(chosen).filter(|(_, chosen)| *chosen) {
        value += wish.value;
        wish.quotas.iter().for_each(|q| counts[*q as usize] += 1);
    }
    let kept = problem.quotas.iter().zip(counts).map(|(q, n)| i64::from(q.least.min(n))).sum();
    (kept, value)
}
