//! The parts of the two views, a file for each. A part has its points, which the search
//! computes for very many pairs, and a [`Part`] with its cause, for those that are kept.

mod capacity;
mod language;
mod length;
mod level;
mod overlap;
mod price;
mod reason;
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
pub(crate) use reason::{Reason, Why};
pub(crate) use record::points as record_points;
pub(crate) use role::points as role_points;
pub(crate) use sector::{Shared, points as sector_points};
pub(crate) use skills::points as skills_points;
pub(crate) use workload::points as workload_points;

use crate::credit::credit;
use crate::pair::{Pair, Via};
use pul_domain::PartName;

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
        needs.map(|(n, worth)| u32::from(n.earned[usize::from(worth & 15)])).sum()
    };
    let languages: u32 = if ask.languages.is_empty() {
        w.asker.language
    } else {
        let asked = ask.languages.iter().zip(pair.ranks);
        asked.map(|(asked, rank)| language_points(asked, *rank)).sum()
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

/// Both views, explained: adds the reasons of the asker's, then those of the offerer's; how many the
/// former are.
pub(crate) fn reasons(pair: &Pair<'_>, vias: impl FnMut(u32) -> Via, out: &mut Vec<Reason>) -> usize {
    let start = out.len();
    asker_reasons(pair, vias, out);
    let asker = out.len() - start;
    offerer_reasons(pair, out);
    asker
}

/// The asker's view, explained: adds its reasons, in the order of the statement.
fn asker_reasons(pair: &Pair<'_>, vias: impl FnMut(u32) -> Via, out: &mut Vec<Reason>) {
    let start = out.len();
    skills::reasons(pair, vias, out);
    level::reasons(pair, start, out);
    out.push(price::part(pair, pair.basis.weights.asker.price));
    out.push(overlap::part(pair));
    language::reasons(pair, out);
    out.push(record::part(pair));
    out.push(capacity::part(pair));
    out.push(sector::asker_part(pair));
}

/// The offerer's view, explained.
fn offerer_reasons(pair: &Pair<'_>, out: &mut Vec<Reason>) {
    out.push(role::part(pair));
    out.push(price::part(pair, pair.basis.weights.offerer.price));
    out.push(workload::part(pair));
    out.push(length::part(pair));
    out.push(sector::offerer_part(pair));
}

fn part(name: PartName, points: u32, of: u32, why: Why) -> Reason {
    Reason { name, points: narrow(points), of: narrow(of), why }
}

/// Points of a view are at most the sum of its weights, which the pack holds to 10,000.
fn narrow(points: u32) -> u16 {
    u16::try_from(points).unwrap_or(u16::MAX)
}
