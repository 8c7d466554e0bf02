//! Names that must exist, be unique, and not go round in circles.

use pul_domain::{Finding, Findings, Mission, PartyId, Place, WishId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn references(mission: &Mission) -> Findings {
    let mut findings = Findings::new();
    unique(mission, &mut findings);
    unknown(mission, &mut findings);
    contradictions(mission, &mut findings);
    for zone in mission.blocks.iter().filter_map(|b| b.zone.as_ref()) {
        if super::clock::zone(zone).is_none() {
            findings.push(super::slots::unknown_zone("blocks", zone));
        }
    }
    let circle = on_circles(mission);
    if !circle.is_empty() {
        let names: Vec<&str> = circle.iter().map(|w| mission.wishes[*w].id.as_str()).collect();
        findings.push(Finding::fault(
            "circular-precedence",
            Place::file("mission").field("wishes"),
            format!("Each of these must come after another of them: {}.", names.join(", ")),
            "Take one `after` out; until then none of them is heeded.",
        ));
    }
    findings
}

fn unique(mission: &Mission, findings: &mut Findings) {
    let mut twice = |kind: &str, ids: Vec<&str>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                findings.push(Finding::fault(
                    "twice",
                    Place::file("mission").field(format!("{kind} {id}")),
                    format!("The {kind} {id} is there twice."),
                    "Give every one an id of its own.",
                ));
            }
        }
    };
    twice("venue", mission.venues.iter().map(|v| v.id.as_str()).collect());
    twice("attendee", mission.attendees.iter().map(|a| a.party.as_str()).collect());
    twice("delegate", mission.attendees.iter().flat_map(|a| &a.delegates).map(|d| d.as_str()).collect());
    twice("wish", mission.wishes.iter().map(|w| w.id.as_str()).collect());
    for attendee in mission.attendees.iter().filter(|a| a.delegates.is_empty()) {
        findings.push(Finding::fault(
            "no-delegates",
            Place::file("mission").field(format!("attendee {}", attendee.party)),
            format!("{} sends nobody.", attendee.party),
            "Name at least one delegate.",
        ));
    }
}

/// Promises above the limit beside them: the limit holds, so the promise cannot be kept.
fn contradictions(mission: &Mission, findings: &mut Findings) {
    let mut tell = |party: &PartyId, with: String, least: u16, most: Option<u16>| {
        if let Some(most) = most.filter(|most| *most < least) {
            findings.push(Finding::fault(
                "promise-above-limit",
                Place::file("mission").field(format!("attendee {party}")),
                format!(
                    "At least {least} meetings{with} are promised to {party}, and at most {most} allowed."
                ),
                "Promise less or allow more; until then the limit holds.",
            ));
        }
    };
    for attendee in &mission.attendees {
        tell(&attendee.party, String::new(), attendee.least, attendee.most);
        for limit in &attendee.with_role {
            tell(&attendee.party, format!(" with {}", limit.role), limit.least, limit.most);
        }
    }
}

fn unknown(mission: &Mission, findings: &mut Findings) {
    let venues: BTreeSet<_> = mission.venues.iter().map(|v| &v.id).collect();
    let wishes: BTreeSet<_> = mission.wishes.iter().map(|w| &w.id).collect();
    let parties: BTreeSet<_> = mission.attendees.iter().map(|a| &a.party).collect();
    let mut tell = |field: String, what: String| {
        findings.push(Finding::fault(
            "unknown-name",
            Place::file("mission").field(field),
            what,
            "Correct the name or add the thing.",
        ));
    };
    for wish in &mission.wishes {
        let at = || format!("wish {}", wish.id);
        wish.parties
            .iter()
            .filter(|p| !parties.contains(p))
            .for_each(|p| tell(at(), format!("{p} does not take part.")));
        wish.venues
            .iter()
            .filter(|v| !venues.contains(v))
            .for_each(|v| tell(at(), format!("{v} is no venue.")));
        wish.after
            .iter()
            .filter(|w| !wishes.contains(w))
            .for_each(|w| tell(at(), format!("{w} is no wish.")));
    }
    for attendee in &mission.attendees {
        let at = || format!("attendee {}", attendee.party);
        attendee
            .venues
            .iter()
            .filter(|v| !venues.contains(v))
            .for_each(|v| tell(at(), format!("{v} is no venue.")));
        let own = attendee.delegate_away.iter().map(|a| &a.delegate);
        own.filter(|d| !attendee.delegates.contains(d))
            .for_each(|d| tell(at(), format!("{d} is no delegate of {}.", attendee.party)));
    }
}

/// Wishes that lie on a circle of precedences, by number: peeling off whatever has nothing
/// before it, then whatever has nothing after it, leaves them.
pub(super) fn on_circles(mission: &Mission) -> Vec<usize> {
    let number: BTreeMap<&WishId, usize> =
        mission.wishes.iter().enumerate().map(|(i, w)| (&w.id, i)).collect();
    let mut arcs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (second, wish) in mission.wishes.iter().enumerate() {
        arcs.extend(wish.after.iter().filter_map(|f| number.get(f)).map(|first| (*first, second)));
    }
    loop {
        let (firsts, seconds): (BTreeSet<usize>, BTreeSet<usize>) = arcs.iter().copied().unzip();
        let before = arcs.len();
        arcs.retain(|(a, b)| seconds.contains(a) && firsts.contains(b));
        if arcs.len() == before {
            return firsts.into_iter().collect();
        }
    }
}
