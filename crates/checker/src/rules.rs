//! The hard rules, one after the other, as docs/matching.md states them.

use crate::statement::Statement;
use pul_domain::{Ask, Importance, Offer, Rule};

/// Every hard rule the pair fails; a rule appears once however often it fails.
pub fn failing(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Vec<Rule> {
    let checks: [(Rule, bool); 14] = [
        (Rule::Kind, ask.common.kind() == offer.common.kind()),
        (Rule::Sides, opposite_sides(ask, offer)),
        (Rule::Exclusion, !excluded(ask, offer)),
        (Rule::Skill, has_every_must(statement, ask, offer)),
        (Rule::Budget, within_budget(statement, ask, offer)),
        (Rule::Capacity, offer.people >= ask.people),
        (Rule::Hours, enough_hours(ask, offer)),
        (Rule::Dates, is_free(statement, ask, offer)),
        (Rule::Length, statement.days(ask) >= i64::from(offer.least_days.unwrap_or(0))),
        (Rule::Overlap, statement.overlap(ask, offer) >= least_overlap(ask, offer)),
        (Rule::Language, speaks(ask, offer)),
        (Rule::Certification, ask.certifications.iter().all(|c| offer.certifications.contains(c))),
        (Rule::Registration, ask.registrations.iter().all(|r| offer.registrations.contains(r))),
        (Rule::References, offer.record.references.len() >= usize::from(ask.least_references.unwrap_or(0))),
    ];
    checks.into_iter().filter(|(_, passes)| !passes).map(|(rule, _)| rule).collect()
}

fn opposite_sides(ask: &Ask, offer: &Offer) -> bool {
    let differ = ask.common.sides.iter().any(|a| offer.common.sides.iter().any(|b| a != b));
    ask.common.party != offer.common.party && differ
}

fn excluded(ask: &Ask, offer: &Offer) -> bool {
    let (a, o) = (&ask.common, &offer.common);
    a.exclude.parties.contains(&o.party)
        || o.exclude.parties.contains(&a.party)
        || o.sectors.iter().any(|s| a.exclude.sectors.contains(s))
        || a.sectors.iter().any(|s| o.exclude.sectors.contains(s))
        || offer.skills.iter().any(|s| a.exclude.skills.contains(&s.skill))
        || ask.skills.iter().any(|r| r.importance == Importance::Must && o.exclude.skills.contains(&r.skill))
}

fn has_every_must(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> bool {
    let offered = statement.offered(offer);
    ask.skills
        .iter()
        .filter(|r| r.importance == Importance::Must)
        .all(|r| statement.worth(&offered, &r.skill).worth >= r.level.thirds())
}

fn within_budget(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> bool {
    match (statement.budget(ask), statement.rate(ask, offer)) {
        (Some(budget), Some(rate)) => rate <= budget,
        _ => true,
    }
}

fn enough_hours(ask: &Ask, offer: &Offer) -> bool {
    match (ask.hours_per_week, offer.hours_per_week) {
        (Some(asked), Some(offered)) => offered >= asked,
        _ => true,
    }
}

fn is_free(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> bool {
    let period = statement.period(ask);
    offer.available_from.unwrap_or(statement.as_of) <= period.from()
        && offer.available_until.is_none_or(|last| period.until() <= last)
}

fn least_overlap(ask: &Ask, offer: &Offer) -> u16 {
    ask.overlap.least_minutes.unwrap_or(0).max(offer.overlap.least_minutes.unwrap_or(0))
}

fn speaks(ask: &Ask, offer: &Offer) -> bool {
    ask.languages
        .iter()
        .all(|asked| offer.languages.iter().any(|o| o.language == asked.language && o.level >= asked.level))
}
