//! Promises and limits, and the proof that some cannot all be kept.

use super::compile::Compiled;
use crate::value::{Problem, Quota, proven_kept};
use pul_domain::{Finding, Findings, Limit, Mission, Place, QuotaOf, WishState};

/// Writes the quotas that can bind into the problem, and says what each of them counts.
pub(super) fn quotas(mission: &Mission, refused: &[Vec<Limit>], problem: &mut Problem) -> Vec<QuotaOf> {
    let mut names = Vec::new();
    let mut add = |name: QuotaOf, least: u32, most: u32, of: Vec<usize>, problem: &mut Problem| {
        let binds = least > 0 || (of.len() as u32) > most;
        binds.then(|| {
            let number = names.len() as u32;
            names.push(name);
            problem.quotas.push(Quota { least, most: most.min(of.len() as u32) });
            of.into_iter().for_each(|w| problem.wishes[w].quotas.push(number));
            number
        })
    };
    let mut wishes_of: Vec<Vec<usize>> = vec![Vec::new(); mission.attendees.len()];
    for (wish, parties) in problem.parties_of.iter().enumerate() {
        if refused[wish].is_empty() {
            parties.iter().for_each(|p| wishes_of[*p as usize].push(wish));
        }
    }
    for (number, attendee) in mission.attendees.iter().enumerate() {
        let party = attendee.party.clone();
        let most = attendee.most.map_or(u32::MAX, u32::from);
        let least = u32::from(attendee.least);
        let all =
            add(QuotaOf::Party { party: party.clone() }, least, most, wishes_of[number].clone(), problem);
        problem.quota_of.push(all);
        for limit in &attendee.with_role {
            let role = |p: &u32| *p as usize != number && mission.attendees[*p as usize].role == limit.role;
            let of = wishes_of[number]
                .iter()
                .copied()
                .filter(|w| problem.parties_of[*w].iter().any(role))
                .collect();
            let name = QuotaOf::Role { party: party.clone(), role: limit.role.clone() };
            add(name, u32::from(limit.least), limit.most.map_or(u32::MAX, u32::from), of, problem);
        }
    }
    for (number, wish) in mission.wishes.iter().enumerate() {
        if wish.state == WishState::Must {
            let of = if refused[number].is_empty() { vec![number] } else { Vec::new() };
            add(QuotaOf::Must { wish: wish.id.clone() }, 1, 1, of, problem);
        }
    }
    names
}

/// Tells promises that cannot all be kept: a smallest set of them that is already too much.
///
/// Smallest in this sense: take any one of them away and the proof of impossibility is gone.
pub(super) fn impossible(compiled: &Compiled<'_>, findings: &mut Findings) {
    let mut problem = compiled.problem.clone();
    // Only what is promised matters here, so values are set aside.
    problem.wishes.iter_mut().for_each(|w| w.value = 0);
    if proven_kept(&problem) >= problem.promised() {
        return;
    }
    // Many at a time first: what goes as a whole need not be tried one by one.
    for many in [256, 32, 4, 1] {
        for first in (0..problem.quotas.len()).step_by(many) {
            let past = (first + many).min(problem.quotas.len());
            let before = problem.quotas[first..past].to_vec();
            problem.quotas[first..past].iter_mut().for_each(|q| q.least = 0);
            if before.iter().any(|q| q.least > 0) && proven_kept(&problem) >= problem.promised() {
                problem.quotas[first..past].clone_from_slice(&before);
            }
        }
    }
    let rest = problem.quotas.iter().zip(&compiled.quotas).filter(|(q, _)| q.least > 0);
    let names: Vec<String> = rest.map(|(q, name)| said(q.least, name)).collect();
    let kept = proven_kept(&problem);
    findings.push(Finding::warning(
        "impossible-promises",
        Place::file("mission").field("attendees"),
        format!("These promises cannot all be kept; at most {kept} of {} meetings can: {}.", problem.promised(), names.join("; ")),
        "Promise less, add slots or tables where these parties are free, or let more of their wishes be accepted.",
    ));
}

fn said(least: u32, name: &QuotaOf) -> String {
    match name {
        QuotaOf::Party { party } => format!("{least} for {party}"),
        QuotaOf::Role { party, role } => format!("{least} with {role} for {party}"),
        QuotaOf::Must { wish } => format!("wish {wish}"),
    }
}
