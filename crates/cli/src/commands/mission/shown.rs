//! What plans look like as rows.

use crate::output::Rows;
use pul_domain::{
    Appointment, DelegateId, LeftOut, Mission, MissionPlan, PartyId, PersonChange, PlanBound, PlanScore,
    PlannedMeeting,
};
use pul_locale::{Language, Locale};
use pul_timetable::Told;

/// A mission told in a language on a terminal.
pub fn told(mission: &Mission, language: Language) -> Told<'_> {
    Told { locale: Locale::new(language), mission }
}

/// What a plan is worth beside what any plan can be; while it is open whether another misses fewer promises, beside those.
pub fn worth(score: &PlanScore, bound: &PlanBound) -> String {
    match bound.value(score) {
        Some(most) => format!("value {} of at most {most}", score.value),
        None => {
            format!(
                "{} promised meetings missed (at least {}); value {}",
                score.missed, bound.missed_at_least, score.value
            )
        }
    }
}

/// The meetings of a plan, or those of one party.
pub fn meetings(told: &Told<'_>, plan: &MissionPlan, party: Option<&PartyId>) -> Rows {
    let head = ["wish", "when", "elsewhere", "where", "who", "delegates", "value"];
    let mut rows = Rows::new(&head, &[6]);
    for of in plan.appointments(told.mission) {
        if party.is_some_and(|p| !of.wish.parties.contains(p)) {
            continue;
        }
        let own = party.and_then(|p| of.who().find(|(a, _)| a.party == *p)).map(|(_, d)| d);
        let mut times = told.times(&of, own);
        let first = if times.is_empty() { String::new() } else { times.remove(0) };
        rows.rows.push(vec![
            of.wish.id.to_string(),
            first,
            times.join("; "),
            told.place(&of),
            told.parties(&of, own),
            of.meeting.delegates.iter().map(DelegateId::as_str).collect::<Vec<_>>().join(", "),
            told.locale.integer(of.wish.value),
        ]);
    }
    rows
}

/// Wishes left out, each with its reasons and what would admit it.
pub fn left_out(told: &Told<'_>, left: &[&LeftOut]) -> Rows {
    let mut rows = Rows::new(&["wish", "parties", "value", "why not", "what would admit it"], &[2]);
    for one in left {
        let wish = told.mission.wish(&one.wish);
        let parties = wish.map(|w| w.parties.iter().map(|p| told.party(p)).collect::<Vec<_>>());
        let limits: Vec<String> = one.limits.iter().map(|l| told.limit(l)).collect();
        rows.rows.push(vec![
            one.wish.to_string(),
            parties.map_or_else(String::new, |p| told.locale.list_and(p)),
            wish.map_or_else(String::new, |w| told.locale.integer(w.value)),
            limits.join("; "),
            one.admits.as_ref().map_or_else(String::new, |a| told.admits(a)),
        ]);
    }
    rows
}

/// The objective, line by line.
pub fn score(told: &Told<'_>, plan: &MissionPlan) -> Rows {
    let mut rows = Rows::new(&["in this order", "reached", "no plan can"], &[1]);
    for line in told.score(&plan.score, &plan.bound) {
        rows.rows.push(vec![line.name, line.reached, line.bound]);
    }
    rows
}

/// What changed, a row for each person and meeting.
pub fn changes(told: &Told<'_>, changes: &[PersonChange]) -> Rows {
    let mut rows = Rows::new(&["person", "change", "with", "before", "after"], &[]);
    let at = |meeting: &PlannedMeeting, delegate: &DelegateId| {
        let of = Appointment::of(told.mission, meeting)?;
        let when = told.times(&of, Some(delegate)).into_iter().next().unwrap_or_default();
        Some((told.parties(&of, Some(delegate)), format!("{when}; {}", told.place(&of))))
    };
    let mut push =
        |delegate: &DelegateId, key, before: Option<&PlannedMeeting>, after: Option<&PlannedMeeting>| {
            let place = |m: Option<&PlannedMeeting>| m.and_then(|m| at(m, delegate));
            let (before, after) = (place(before), place(after));
            let with = before.as_ref().or(after.as_ref()).map_or_else(String::new, |(with, _)| with.clone());
            let text = |p: Option<(String, String)>| p.map_or_else(String::new, |(_, text)| text);
            rows.rows.push(vec![delegate.to_string(), told.say(key), with, text(before), text(after)]);
        };
    for change in changes {
        change.lost.iter().for_each(|m| push(&change.delegate, "mission-lost", Some(m), None));
        change.moved.iter().for_each(|(a, b)| push(&change.delegate, "mission-moved", Some(a), Some(b)));
        change.gained.iter().for_each(|m| push(&change.delegate, "mission-gained", None, Some(m)));
    }
    rows
}
