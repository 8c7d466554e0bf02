//! What changed between two plans, person by person.

use crate::{DelegateId, MissionPlan, PlannedMeeting, WishId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What changed for one person between two plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// The delegate.
    pub delegate: DelegateId,
    /// Meetings that are new to it.
    pub gained: Vec<PlannedMeeting>,
    /// Meetings it no longer has.
    pub lost: Vec<PlannedMeeting>,
    /// Meetings at another time or place, or with another colleague on the other side: before and after.
    pub moved: Vec<(PlannedMeeting, PlannedMeeting)>,
}

type Day<'p> = BTreeMap<&'p WishId, &'p PlannedMeeting>;

/// What changed from one plan to another, person by person, in the order of their ids.
/// No plan before or after means that nobody had or has a meeting.
pub fn changes(before: Option<&MissionPlan>, after: Option<&MissionPlan>) -> Vec<PersonChange> {
    let (old, new) = (days(before), days(after));
    let people: BTreeSet<&DelegateId> = old.keys().chain(new.keys()).copied().collect();
    let nothing = Day::new();
    let change = |delegate: &DelegateId| {
        let was = old.get(delegate).unwrap_or(&nothing);
        let is = new.get(delegate).unwrap_or(&nothing);
        let moved = was.iter().filter_map(|(wish, m)| Some(((*m).clone(), (*is.get(wish)?).clone())));
        PersonChange {
            delegate: delegate.clone(),
            gained: only(is, was),
            lost: only(was, is),
            moved: moved.filter(|(a, b)| !same(a, b)).collect(),
        }
    };
    let all = people.into_iter().map(change);
    all.filter(|c| !(c.gained.is_empty() && c.lost.is_empty() && c.moved.is_empty())).collect()
}

fn days(plan: Option<&MissionPlan>) -> BTreeMap<&DelegateId, Day<'_>> {
    let mut days: BTreeMap<&DelegateId, Day<'_>> = BTreeMap::new();
    for meeting in plan.iter().flat_map(|p| &p.meetings) {
        for delegate in &meeting.delegates {
            days.entry(delegate).or_default().insert(&meeting.wish, meeting);
        }
    }
    days
}

fn only(these: &Day<'_>, not_those: &Day<'_>) -> Vec<PlannedMeeting> {
    let only = these.iter().filter(|(w, _)| !not_those.contains_key(*w)).map(|(_, m)| (*m).clone());
    let mut only: Vec<PlannedMeeting> = only.collect();
    only.sort_by_key(|m| m.start);
    only
}

fn same(a: &PlannedMeeting, b: &PlannedMeeting) -> bool {
    (&a.venue, a.start, a.end, a.table, &a.delegates) == (&b.venue, b.start, b.end, b.table, &b.delegates)
}
