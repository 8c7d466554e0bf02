//! The two views and their parts, computed slowly and plainly from docs/matching.md.

use crate::statement::{Best, Statement};
use pul_domain::{Ask, Cause, Cefr, Match, Offer, Part, PartName, SectorId, View};

/// The match of a pair, whether or not the hard rules pass.
pub fn score(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Match {
    let asker = view(asker_parts(statement, ask, offer));
    let offerer = view(offerer_parts(statement, ask, offer));
    let (low, high) = (asker.points.min(offerer.points), asker.points.max(offerer.points));
    let score =
        statement.weight("mutual.less") * u32::from(low) + statement.weight("mutual.more") * u32::from(high);
    Match { ask: ask.common.id.clone(), offer: offer.common.id.clone(), score, asker, offerer }
}

fn view(parts: Vec<Part>) -> View {
    View { points: parts.iter().map(|p| p.points).sum(), parts }
}

fn asker_parts(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Vec<Part> {
    let weight = |name: &str| statement.weight(&format!("asker.{name}"));
    let mut parts = skill_parts(statement, ask, offer);
    parts.push(price(statement, ask, offer, weight("price")));
    let wanted =
        ask.overlap.wanted_minutes.map_or(statement.weight("unstated.wanted_overlap_minutes"), u32::from);
    let shared = i64::from(statement.overlap(ask, offer));
    parts.push(measured(PartName::Overlap, weight("overlap"), shared, i64::from(wanted)));
    parts.extend(language_parts(ask, offer, weight("language")));
    parts.push(record(statement, offer, weight("record")));
    let (asked, offered) = (i64::from(ask.people), i64::from(offer.people));
    parts.push(measured(PartName::Capacity, weight("capacity"), offered - asked, asked));
    parts.push(sector(statement, &ask.common.sectors, &offer.common.sectors, weight("sector")));
    parts
}

fn offerer_parts(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Vec<Part> {
    let weight = |name: &str| statement.weight(&format!("offerer.{name}"));
    let role = match (&ask.common.role, &offer.common.role) {
        (Some(a), Some(o)) => measured(PartName::Role, weight("role"), statement.affinity(a, o), 100),
        _ => unstated(statement, PartName::Role, weight("role")),
    };
    let workload = match (ask.hours_per_week, offer.hours_per_week) {
        (Some(a), Some(o)) => {
            measured(PartName::Workload, weight("workload"), i64::from(a.min(o)), i64::from(a.max(o)))
        }
        _ => unstated(statement, PartName::Workload, weight("workload")),
    };
    let length = match offer.wanted_days {
        Some(days) => measured(PartName::Length, weight("length"), statement.days(ask), i64::from(days)),
        None => full(PartName::Length, weight("length"), Cause::NothingAsked),
    };
    vec![
        role,
        price(statement, ask, offer, weight("price")),
        workload,
        length,
        sector(statement, &offer.wanted_sectors, &ask.common.sectors, weight("sector")),
    ]
}

/// `skills` for each requirement, then `level` for each.
fn skill_parts(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Vec<Part> {
    let (skills, level) = (statement.weight("asker.skills"), statement.weight("asker.level"));
    if ask.skills.is_empty() {
        let whole = |name, weight| full(name, weight, Cause::NothingAsked);
        return vec![whole(PartName::Skills, skills), whole(PartName::Level, level)];
    }
    let weights: Vec<u32> = ask.skills.iter().map(|r| statement.importance(r)).collect();
    let offered = statement.offered(offer);
    let best: Vec<Best> = ask.skills.iter().map(|r| statement.worth(&offered, &r.skill)).collect();
    let mut found = Vec::new();
    for (name, total) in [(PartName::Skills, skills), (PartName::Level, level)] {
        for ((requirement, best), of) in ask.skills.iter().zip(&best).zip(shares(total, &weights)) {
            let (need, worth) = (i64::from(requirement.level.thirds().0), i64::from(best.worth.0));
            let points = match name {
                PartName::Skills => credit(of, worth, need),
                _ if need == 15 && worth == 15 => of,
                _ if need == 15 => 0,
                _ => credit(of, worth - need, (15 - need).min(3)),
            };
            let why = Cause::Skill {
                asked: requirement.skill.clone(),
                level: requirement.level,
                via: best.via.clone(),
                offered: best.level,
                strength: best.strength,
                worth: best.worth,
            };
            found.push(part(name, points, of, why));
        }
    }
    found
}

fn price(statement: &Statement<'_>, ask: &Ask, offer: &Offer, weight: u32) -> Part {
    match (statement.budget(ask), statement.rate(ask, offer)) {
        (Some(budget), Some(rate)) => {
            let wanted = budget * i64::from(statement.weight("price.full_room_percent")) / 100;
            measured(PartName::Price, weight, budget - rate, wanted)
        }
        _ => unstated(statement, PartName::Price, weight),
    }
}

fn language_parts(ask: &Ask, offer: &Offer, weight: u32) -> Vec<Part> {
    if ask.languages.is_empty() {
        return vec![full(PartName::Language, weight, Cause::NothingAsked)];
    }
    let even = vec![1; ask.languages.len()];
    let each = ask.languages.iter().zip(shares(weight, &even));
    each.map(|(asked, of)| {
        let offered = offer.languages.iter().filter(|o| o.language == asked.language).map(|o| o.level).max();
        let above = offered.map_or(0, |o| i64::from(o.rank()) - i64::from(asked.level.rank()) + 1);
        let at_the_top = asked.level >= Cefr::C2 && offered.is_some_and(|o| o >= asked.level);
        let points = if at_the_top { of } else { credit(of, above, 2) };
        part(
            PartName::Language,
            points,
            of,
            Cause::Language { language: asked.language, asked: asked.level, offered },
        )
    })
    .collect()
}

fn record(statement: &Statement<'_>, offer: &Offer, weight: u32) -> Part {
    let record = &offer.record;
    if record.years.is_none() && record.references.is_empty() && record.confirmed_outcomes == 0 {
        return unstated(statement, PartName::Record, weight);
    }
    let times = |name: &str, count: usize| u64::from(statement.weight(name)) * count as u64;
    let points = times("record.per_year", usize::from(record.years.unwrap_or(0)))
        + times("record.per_reference", record.references.len())
        + times("record.per_outcome", usize::from(record.confirmed_outcomes));
    measured(PartName::Record, weight, points.min(100) as i64, 100)
}

/// `wanting` states sectors it wants and `having` those there are.
fn sector(statement: &Statement<'_>, wanting: &[SectorId], having: &[SectorId], weight: u32) -> Part {
    if wanting.is_empty() {
        return full(PartName::Sector, weight, Cause::NothingAsked);
    }
    if having.is_empty() {
        return unstated(statement, PartName::Sector, weight);
    }
    match wanting.iter().filter(|s| having.contains(s)).min() {
        Some(shared) => full(PartName::Sector, weight, Cause::SharedSector { sector: shared.clone() }),
        None => part(PartName::Sector, 0, weight, Cause::NoSharedSector),
    }
}

/// Splits a weight in proportion to others by largest remainder, ties to the earlier.
fn shares(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<u64> = weights.iter().map(|w| u64::from(total) * u64::from(*w)).collect();
    let mut found: Vec<u32> = exact.iter().map(|e| (e / sum) as u32).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(exact[*i] % sum), *i));
    let missing = total - found.iter().sum::<u32>();
    for index in order.into_iter().take(missing as usize) {
        found[index] += 1;
    }
    found
}

/// `⌊W·min(n,d)/d⌋`, full when `d` is 0, nothing when `n` is negative.
fn credit(weight: u32, have: i64, want: i64) -> u32 {
    if want <= 0 {
        return weight;
    }
    (i128::from(weight) * i128::from(have.clamp(0, want)) / i128::from(want)) as u32
}

fn part(name: PartName, points: u32, of: u32, why: Cause) -> Part {
    Part { name, points: points as u16, of: of as u16, why }
}

fn full(name: PartName, weight: u32, why: Cause) -> Part {
    part(name, weight, weight, why)
}

fn measured(name: PartName, weight: u32, have: i64, want: i64) -> Part {
    part(name, credit(weight, have, want), weight, Cause::Measure { have, want })
}

fn unstated(statement: &Statement<'_>, name: PartName, weight: u32) -> Part {
    let points = weight * statement.weight("unstated.unknown_percent") / 100;
    part(name, points, weight, Cause::Unstated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_the_whole() {
        assert_eq!(shares(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(shares(5000, &[100, 50, 20]), [2941, 1471, 588]);
        assert_eq!(shares(7, &[0, 0]), [0, 0]);
    }
}
