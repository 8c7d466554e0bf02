//! The parts of the two views, a file for each. A part has its points, which the search
//! computes for very many pairs, and a [`Part`] with its cause, for those that are kept.

mod capacity;
mod language;
mod length;
mod level;
mod overlap;
mod price;
mod record;
mod role;
mod sector;
mod skills;
mod workload;

pub(crate) use capacity::points as capacity_points;
pub(crate) use language::points as language_points;
pub(crate) use length::points as length_points;
pub(crate) use level::points as level_points;
pub(crate) use price::points as price_points;
pub(crate) use record::points as record_points;
pub(crate) use role::points as role_points;
pub(crate) use sector::{Shared, points as sector_points};
pub(crate) use skills::points as skills_points;
pub(crate) use workload::points as workload_points;

use crate::credit::credit;
use crate::pair::Pair;
use pul_domain::{Ask, Cause, Part, PartName, View};

/// Points of the asker's view and of the offerer's.
pub(crate) fn points(pair: &Pair<'_>) -> (u32, u32) {
    (asker_points(pair), offerer_points(pair))
}

fn asker_points(pair: &Pair<'_>) -> u32 {
    let w = &pair.basis.weights;
    let (ask, offer) = (pair.ask, pair.offer.features);
    let skills: u32 = if ask.needs.is_empty() {
        w.asker.skills + w.asker.level
    } else {
        let needs = ask.needs.iter().zip(pair.worths);
        needs.map(|(n, worth)| skills_points(n, *worth) + level_points(n, *worth)).sum()
    };
    let languages: u32 = if ask.languages.is_empty() {
        w.asker.language
    } else {
        let asked = ask.languages.iter();
        asked.map(|l| language_points(l, pair.offer.rank(l.language))).sum()
    };
    skills
        + languages
        + price_points(w, w.asker.price, ask.budget, pair.rate)
        + credit(w.asker.overlap, i64::from(pair.overlap), i64::from(ask.wanted_overlap))
        + record_points(w, offer.record)
        + capacity_points(w, ask.people, offer.people)
        + sector_points(w, w.asker.sector, Shared::worked(pair))
}

fn offerer_points(pair: &Pair<'_>) -> u32 {
    let w = &pair.basis.weights;
    let (ask, offer) = (pair.ask, pair.offer.features);
    role_points(pair.basis, ask.role, offer.role)
        + price_points(w, w.offerer.price, ask.budget, pair.rate)
        + workload_points(w, ask.hours_per_week, offer.hours_per_week)
        + length_points(w, ask.days(), offer.wanted_days)
        + sector_points(w, w.offerer.sector, Shared::wanted(pair))
}

/// The asker's view, explained.
pub(crate) fn asker_view(pair: &Pair<'_>, ask: &Ask) -> View {
    let mut parts = skills::parts(pair, ask);
    parts.extend(level::parts(pair, &parts));
    parts.push(price::part(pair, pair.basis.weights.asker.price));
    parts.push(overlap::part(pair));
    parts.extend(language::parts(pair, ask));
    parts.push(record::part(pair));
    parts.push(capacity::part(pair));
    parts.push(sector::asker_part(pair, ask));
    view(parts)
}

/// The offerer's view, explained.
pub(crate) fn offerer_view(pair: &Pair<'_>, ask: &Ask) -> View {
    view(vec![
        role::part(pair),
        price::part(pair, pair.basis.weights.offerer.price),
        workload::part(pair),
        length::part(pair),
        sector::offerer_part(pair, ask),
    ])
}

fn view(parts: Vec<Part>) -> View {
    let points: u32 = parts.iter().map(|p| u32::from(p.points)).sum();
    View { points: narrow(points), parts }
}

fn part(name: PartName, points: u32, of: u32, why: Cause) -> Part {
    Part { name, points: narrow(points), of: narrow(of), why }
}

/// Points of a view are at most the sum of its weights, which the pack holds to 10,000.
fn narrow(points: u32) -> u16 {
    u16::try_from(points).unwrap_or(u16::MAX)
}
