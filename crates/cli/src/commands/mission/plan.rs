//! `pul mission plan`: from a mission to a plan with its proof.

use super::stop::Stop;
use super::{classic, heed, save, shown};
use crate::arguments::{Format, General};
use crate::commands::telling::language;
use crate::{output, progress};
use pul_app::Error;
use pul_app::mission::{self, Input, Planned, Request};
use pul_domain::{Findings, Mission, MissionPlan, met};
use pul_locale::Language;
use std::path::{Path, PathBuf};

/// The same mission, seed and work give the same plan on any machine. Ctrl-C ends the search and keeps the best
/// plan so far; `--previous` goes on from it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  pul mission plan docs/examples/mission.json --out plan.json\n  \
    pul mission plan mission.json --previous plan.json --lock before='2027-02-10T12:00[America/Toronto]' --out next.json\n  \
    pul mission plan event.dzn --fairness 2\n\
    docs/missions.md says what a mission is and what is best.")]
pub struct Plan {
    /// The mission as JSON, the plain case as JSON, or a classical problem (.dzn)
    file: PathBuf,
    /// A plan to go on from
    #[arg(long, value_name = "PLAN")]
    previous: Option<PathBuf>,
    /// Keep these meetings of the previous plan where they are: all, before=INSTANT, a wish or a party
    #[arg(long, value_name = "WHAT", requires = "previous")]
    lock: Vec<String>,
    /// An earlier mission and its plan, whose pairs count as having met
    #[arg(long, num_args = 2, value_names = ["MISSION", "PLAN"])]
    met: Vec<PathBuf>,
    /// Let requests expire that were not answered before this instant
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,
    /// Seed of the search
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Work in steps of the search (of a classical problem: learnt clauses)
    #[arg(long, default_value_t = 10_000_000)]
    work: u64,
    /// Give up at most so many thousandths of the value for quieter days
    #[arg(long, value_name = "THOUSANDTHS", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=100))]
    calm: u16,
    /// End the search after so many seconds, though the plan then depends on the machine
    #[arg(long)]
    seconds: Option<u64>,
    /// Of a classical problem: the most by which two participants' breaks may differ
    #[arg(long, value_name = "BREAKS")]
    fairness: Option<u32>,
    /// Plan without what faults name
    #[arg(long)]
    anyway: bool,
    /// Where to write the plan
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the mission as it was planned: with locks, memory and expiries
    #[arg(long, value_name = "FILE")]
    mission_out: Option<PathBuf>,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

impl Plan {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let mut mission = match mission::read_input(&self.file)? {
            Input::Mission(mission) => *mission,
            Input::Classic(problem) => {
                let asked = classic::Asked {
                    fairness: self.fairness,
                    seed: self.seed,
                    work: self.work,
                    seconds: self.seconds,
                };
                return classic::run(general, &problem, asked, self.out.as_deref());
            }
        };
        let previous = self.previous.as_deref().map(mission::read_plan).transpose()?;
        self.amend(&mut mission)?;
        let mut findings = Findings::new();
        if let Some(previous) = &previous {
            let locks = mission::locks(&mission, &self.lock)?;
            let (locked, told) = mission::lock(&mission, previous, &locks);
            mission = locked;
            findings.extend(told);
        }
        let mut planned = self.search(general, &mission, previous.as_ref())?;
        findings.extend(std::mem::take(&mut planned.findings));
        heed(general, &findings, self.anyway)?;
        save((&planned.plan, self.out.as_deref()), (&mission, self.mission_out.as_deref()))?;
        if !planned.whole && !general.quiet {
            eprintln!(
                "stopped after {} of {} steps; --previous goes on from here",
                planned.plan.work, self.work
            );
        }
        print(general, (&mission, &planned.plan), self.language, self.out.as_deref())
    }

    /// Takes in what the mission does not say itself: who met before, what time it is.
    fn amend(&self, mission: &mut Mission) -> Result<(), Error> {
        for pair in self.met.chunks_exact(2) {
            let (earlier, plan) = (mission::read_mission(&pair[0])?, mission::read_plan(&pair[1])?);
            mission.remember(met(&earlier, &plan, |_| true));
        }
        if let Some(now) = &self.as_of {
            mission.expire(mission::instant(now)?);
        }
        Ok(())
    }

    fn search(
        &self,
        general: &General,
        mission: &Mission,
        former: Option<&MissionPlan>,
    ) -> Result<Planned, Error> {
        let stop = Stop::listen(self.seconds)?;
        let bar = progress::bar(self.work, "planning", general.quiet);
        let request = Request { seed: self.seed, work: self.work, calm: self.calm, former };
        let planned = mission::plan(mission, request, &mut |standing| {
            let score = &standing.score;
            let of = match standing.value_at_most {
                Some(most) => format!("of at most {most}"),
                None => {
                    format!("with {} promises missed, {} at least", score.missed, standing.missed_at_least)
                }
            };
            bar.set_message(format!("value {} {of}, {} breaks", score.value, score.breaks));
            bar.set_position(standing.work);
            stop.goes_on()
        });
        bar.finish_and_clear();
        planned
    }
}

fn print(
    general: &General,
    (mission, plan): (&Mission, &MissionPlan),
    language: Language,
    out: Option<&Path>,
) -> Result<(), Error> {
    let told = shown::told(mission, language);
    match general.format {
        Format::Json => output::json(plan),
        Format::Csv => output::print(Format::Csv, &shown::meetings(&told, plan, None), &()),
        Format::Table => {
            if out.is_none() {
                output::text(&shown::meetings(&told, plan, None).table())?;
            }
            let held = told.locale.say("mission-meeting-count", &[("n", plan.meetings.len().into())]);
            let left = told.locale.say("mission-left-count", &[("n", plan.left_out.len().into())]);
            output::text(&format!("{held}; {left}"))?;
            output::text(&shown::score(&told, plan).table())?;
            output::text(&told.proof(&plan.score, &plan.bound))
        }
    }
}
