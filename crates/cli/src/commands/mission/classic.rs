//! `pul mission plan x.dzn`: the classical problem.

use super::stop::Stop;
use crate::arguments::{Format, General};
use crate::output::{self, Rows};
use crate::progress;
use pul_app::mission::{ClassicPlanned, plan_classic};
use pul_app::{Error, files, mission};
use pul_domain::ClassicProblem;
use std::path::Path;

/// What is asked of the classical planner.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub fairness: Option<u32>,
    pub seed: u64,
    pub work: u64,
    pub seconds: Option<u64>,
}

/// Plans a classical problem, or proves that it has no plan.
pub fn run(
    general: &General,
    problem: &ClassicProblem,
    asked: Asked,
    out: Option<&Path>,
) -> Result<(), Error> {
    let stop = Stop::listen(asked.seconds)?;
    let bar = progress::bar(asked.work, "planning", general.quiet);
    let planned = plan_classic(problem, asked.fairness, (asked.seed, asked.work), &mut |known| {
        let breaks = known.breaks.map_or_else(|| "no plan yet".to_owned(), |b| format!("{b} breaks"));
        bar.set_message(format!("{breaks}, at least {}", known.bound));
        bar.set_position(known.work);
        stop.goes_on()
    });
    bar.finish_and_clear();
    let planned = planned?;
    let ClassicPlanned { plan: Some(plan), work, .. } = &planned else { return Err(none(&planned)) };
    if let Some(path) = out {
        files::write(path, format!("{}\n", mission::json(plan)).as_bytes())?;
    }
    if general.format == Format::Json {
        return output::json(plan);
    }
    let mut rows = Rows::new(&["meeting", "participants", "slot"], &[0, 2]);
    for placed in &plan.placements {
        let Some(meeting) = problem.meetings.get(placed.meeting as usize) else { continue };
        let [a, b] = meeting.participants;
        let who = format!("{} and {}", a + 1, b + 1);
        rows.rows.push(vec![(placed.meeting + 1).to_string(), who, (placed.slot + 1).to_string()]);
    }
    if general.format == Format::Csv {
        return output::print(Format::Csv, &rows, &());
    }
    if out.is_none() {
        output::text(&rows.table())?;
    }
    let proof = if plan.is_proven() { "proven least".to_owned() } else { format!("at least {}", plan.bound) };
    output::text(&format!(
        "{} meetings placed, {} breaks ({proof}); {work} learnt clauses",
        plan.placements.len(),
        plan.breaks
    ))
}

fn none(planned: &ClassicPlanned) -> Error {
    match &planned.infeasible {
        Some(why) => Error::Refused {
            what: format!("proven: there is no plan. {why}"),
            cure: "Add slots or tables, allow more fairness, or take a meeting out".into(),
        },
        None => Error::Missing {
            what: format!("no plan found within {} learnt clauses, and none ruled out", planned.work),
            cure: "Give more --work".into(),
        },
    }
}
