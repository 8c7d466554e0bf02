//! Missions and plans in files.

use crate::{Error, files};
use jiff::Timestamp;
use pul_domain::{ClassicProblem, Editions, Finding, Findings, Mission, MissionPlan, Place};
use pul_scheduling::{classic, mission};
use serde::Serialize;
use std::path::Path;

/// What a file holds that can be planned.
#[derive(Debug, Clone)]
pub enum Input {
    /// A mission, or the plain case read as one.
    Mission(Box<Mission>),
    /// A classical problem, in which every meeting has to be placed.
    Classic(ClassicProblem),
}

/// Reads what can be planned: `.dzn` is the classical problem, everything else a mission as JSON.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] with every fault of the file.
pub fn read_input(path: &Path) -> Result<Input, Error> {
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("dzn")) {
        let (problem, findings) = classic::read_dzn(&name(path), &files::read(path)?);
        return sound(problem, findings).map(Input::Classic);
    }
    read_mission(path).map(|m| Input::Mission(Box::new(m)))
}

/// Reads a mission, or the plain case as one.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] with every fault of the file.
pub fn read_mission(path: &Path) -> Result<Mission, Error> {
    let (mission, findings) = mission::read_mission(&name(path), &files::read(path)?);
    sound(mission, findings)
}

/// Reads a plan of a mission. Of editions it is the plan people see, or else the one in work.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] with every fault of the file.
pub fn read_plan(path: &Path) -> Result<MissionPlan, Error> {
    read_edition(path).map(|edition| edition.plan)
}

/// A plan with what people were told of it.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The plan.
    pub plan: MissionPlan,
    /// How often people were told something new, and when last; nothing for a plan outside editions.
    pub told: Option<(u32, Timestamp)>,
}

/// Reads a plan as [`read_plan`] does, and of editions when it was told.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] with every fault of the file.
pub fn read_edition(path: &Path) -> Result<Edition, Error> {
    let bytes = files::read(path)?;
    if let Ok(editions) = serde_json::from_slice::<Editions>(&bytes) {
        let last = editions.log.iter().rev().find(|e| e.step.is_some()).or(editions.log.first());
        let told = last.map(|event| (editions.version, event.at));
        return Ok(Edition { plan: editions.seen.unwrap_or(editions.current), told });
    }
    let (plan, findings) = mission::read_plan(&name(path), &bytes);
    sound(plan, findings).map(|plan| Edition { plan, told: None })
}

/// Writes files into a folder, which is made where it is missing.
///
/// # Errors
/// [`Error::File`] for the first that cannot be written.
pub fn write_into(folder: &Path, all: &[(String, Vec<u8>)]) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(|why| Error::write(folder, why))?;
    all.iter().try_for_each(|(name, bytes)| files::write(&folder.join(name), bytes))
}

/// Reads the editions of a mission's plan.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] when it is no such file.
pub fn read_editions(path: &Path) -> Result<Editions, Error> {
    let fault = |cause: String| {
        let cure = "Give a file that `pul mission edition` wrote.";
        Error::Faults(Findings(vec![Finding::fault("unreadable", Place::file(name(path)), cause, cure)]))
    };
    let editions: Editions = serde_json::from_slice(&files::read(path)?)
        .map_err(|error| fault(format!("It cannot be read: {error}.")))?;
    if editions.format != Editions::FORMAT {
        return Err(fault(format!("The format is {}, not {}.", editions.format, Editions::FORMAT)));
    }
    Ok(editions)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn sound<T>(read: Option<T>, findings: Findings) -> Result<T, Error> {
    match read {
        Some(value) if !findings.has_faults() => Ok(value),
        _ => Err(Error::Faults(findings)),
    }
}

/// A plan's bytes: a meeting a line, so that two plans can be compared line by line.
pub fn plan_bytes(plan: &MissionPlan) -> Vec<u8> {
    // Every field by its name: one that is new cannot be forgotten here.
    let MissionPlan { format, mission, seed, work, calm, meetings, left_out, score, bound } = plan;
    let calm = if *calm == 0 { String::new() } else { format!(",\"calm\":{calm}") };
    let mut out = format!(
        "{{\"format\":{},\"mission\":{},\"seed\":{seed},\"work\":{work}{calm},\n\"score\":{},\n\"bound\":{},\n\"meetings\":[",
        json(format),
        json(mission),
        json(score),
        json(bound)
    );
    lines(&mut out, meetings);
    out.push_str("],\n\"left_out\":[");
    lines(&mut out, left_out);
    out.push_str("]}\n");
    out.into_bytes()
}

fn lines<T: Serialize>(out: &mut String, entries: &[T]) {
    for (number, entry) in entries.iter().enumerate() {
        out.push_str(if number == 0 { "\n" } else { ",\n" });
        out.push_str(&json(entry));
    }
    out.push('\n');
}

/// A mission's bytes.
pub fn mission_bytes(mission: &Mission) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(mission).unwrap_or_else(|_| unreachable!("texts and numbers"));
    bytes.push(b'\n');
    bytes
}

/// Values made of texts and whole numbers always have a JSON form.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("texts and whole numbers"))
}
