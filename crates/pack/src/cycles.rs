//! Cycles of broader skills.

use crate::reader::Sink;
use crate::skill::Skill;
use pul_domain::Finding;

/// Reports each cycle of `broader` once, at its lowest skill, with the skills on it.
pub(crate) fn report(skills: &[Skill], sink: &Sink) {
    let mut done = vec![false; skills.len()];
    for start in 0..skills.len() {
        let mut path: Vec<usize> = Vec::new();
        let mut at = start;
        while !done[at] {
            if let Some(from) = path.iter().position(|seen| *seen == at) {
                report_one(&path[from..], skills, sink);
                break;
            }
            path.push(at);
            match skills[at].broader.map(|ix| ix.index()) {
                Some(next) if next < skills.len() => at = next,
                _ => break,
            }
        }
        for passed in path {
            done[passed] = true;
        }
    }
}

fn report_one(cycle: &[usize], skills: &[Skill], sink: &Sink) {
    let Some(lowest) = (0..cycle.len()).min_by_key(|at| cycle[*at]) else {
        return;
    };
    let ring = cycle[lowest..].iter().chain(&cycle[..=lowest]);
    let names: Vec<&str> = ring.map(|at| skills[*at].id.as_str()).collect();
    sink.push(Finding::fault(
        "broader-cycle",
        skills[cycle[lowest]].origin.place(),
        format!("The broader skills go round: {}.", names.join(" → ")),
        "Take `broader` away from the one that is the widest.",
    ));
}
