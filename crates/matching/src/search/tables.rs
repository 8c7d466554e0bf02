//! What an offer loses by its codes: the ask's side of every row.

use super::overlaps::Overlaps;
use crate::credit::credit;
use crate::features::{AskFeatures, Record};
use crate::index::{CODES, FIXED, General, Index, Row, UNSTATED};
use crate::parts;

/// Least loss with a code: points of the asker's view and of the offerer's; none if a
/// hard rule fails for every offer with the code.
pub(crate) type Loss = Option<(u32, u32)>;

/// Losses by code in one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub(crate) row: usize,
    pub(crate) losses: [Loss; CODES],
}

/// Windows beyond so many are not bounded: finding every overlap would cost more than it saves.
const MOST_WINDOWS: usize = 256;

/// Every table of an ask; none if no offer can pass.
pub(crate) fn tables(
    index: &Index,
    ask: &AskFeatures,
    overlaps: &mut Overlaps,
    out: &mut Vec<Table>,
) -> Option<(u32, u32)> {
    let mut lost = (0, 0);
    for general in General::ALL {
        if general == General::Window && index.attributes.windows.len() > MOST_WINDOWS {
            continue;
        }
        let losses = std::array::from_fn(|code| general_loss(index, ask, overlaps, general, code));
        out.push(Table { row: general as usize, losses });
    }
    for need in &ask.needs {
        let loss = |worth: u8| {
            let kept = u32::from(need.earned[usize::from(worth & 15)]);
            let fails = need.must && worth < need.thirds;
            (!fails).then(|| (need.share + need.level_share - kept, 0))
        };
        match index.attributes.skill(need.skill) {
            Row::At(row) => out.push(Table { row, losses: std::array::from_fn(|code| loss(code as u8)) }),
            Row::Nobody => lost.0 += loss(0)?.0,
            Row::None => {}
        }
    }
    for asked in &ask.languages {
        let loss = |rank: u8| {
            let points = parts::language_points(asked, rank);
            (rank >= asked.rank).then(|| (asked.share - points, 0))
        };
        match index.attributes.language(asked.language) {
            Row::At(row) => out.push(Table { row, losses: std::array::from_fn(|code| loss(code as u8)) }),
            Row::Nobody => return None,
            Row::None => {}
        }
    }
    let certifications = ask.certifications.iter().map(|c| index.attributes.certification(*c));
    let registrations = ask.registrations.iter().map(|r| index.attributes.registration(*r));
    for row in certifications.chain(registrations) {
        match row {
            Row::At(row) => {
                out.push(Table { row, losses: std::array::from_fn(|code| (code > 0).then_some((0, 0))) })
            }
            Row::Nobody => return None,
            Row::None => {}
        }
    }
    out.extend(sector(index, ask));
    Some(lost)
}

/// The sector an ask names. Several sectors are not bounded: an offer loses by none of them alone.
fn sector(index: &Index, ask: &AskFeatures) -> Option<Table> {
    let [sector] = ask.sectors.as_slice() else {
        return None;
    };
    let Row::At(row) = index.attributes.sector(*sector) else {
        return None;
    };
    let w = &index.basis.weights;
    let shared = |named: usize, unstated| match named {
        0 => unstated,
        1 => parts::Shared::None,
        _ => parts::Shared::Some,
    };
    let losses = std::array::from_fn(|code| {
        let worked = shared(code / 3, parts::Shared::Unstated);
        let wanted = shared(code % 3, parts::Shared::NothingAsked);
        let (a, o) = (w.asker.sector, w.offerer.sector);
        let points = (parts::sector_points(w, a, worked), parts::sector_points(w, o, wanted));
        Some((a - points.0, o - points.1))
    });
    Some(Table { row, losses })
}

fn general_loss(
    index: &Index,
    ask: &AskFeatures,
    overlaps: &mut Overlaps,
    general: General,
    code: usize,
) -> Loss {
    match general {
        General::Price => price(index, ask, code),
        General::Role => role(index, ask, code),
        General::Window => window(index, ask, overlaps, code),
        General::Standing => standing(index, ask, code),
        _ => ordered(index, ask, general, code),
    }
}

fn price(index: &Index, ask: &AskFeatures, code: usize) -> Loss {
    let w = &index.basis.weights;
    let rate = match code as u8 {
        UNSTATED => None,
        // An hour of a fixed price depends on the work; it may cost nothing, or be unstated.
        FIXED => return Some((0, 0)),
        // The cheapest of a bucket loses least.
        _ => Some(index.attributes.ordered[General::Price as usize].range(code)?.0),
    };
    if let (Some(budget), Some(rate)) = (ask.budget, rate)
        && rate > budget
    {
        return None;
    }
    let points = |weight| parts::price_points(w, weight, ask.budget, rate);
    let (a, o) = (w.asker.price, w.offerer.price);
    Some((a - points(a), o - points(o)))
}

fn role(index: &Index, ask: &AskFeatures, code: usize) -> Loss {
    let weight = index.basis.weights.offerer.role;
    let loss = |role| weight - parts::role_points(&index.basis, ask.role, role);
    if code as u8 == UNSTATED {
        return Some((0, loss(None)));
    }
    let members = index.attributes.roles.members(code).iter();
    members.map(|role| (0, loss(Some(*role)))).min()
}

fn window(index: &Index, ask: &AskFeatures, overlaps: &mut Overlaps, code: usize) -> Loss {
    let weight = index.basis.weights.asker.overlap;
    let members = index.attributes.window_codes.members(code).iter();
    let losses = members.filter_map(|member| {
        let (window, least) = index.attributes.windows[*member as usize];
        let overlap = overlaps.of(index, &ask.window, window);
        let points = credit(weight, i64::from(overlap), i64::from(ask.wanted_overlap));
        (overlap >= least.max(ask.least_overlap)).then_some((weight - points, 0))
    });
    losses.min()
}

fn standing(index: &Index, ask: &AskFeatures, code: usize) -> Loss {
    let members = index.attributes.standing_codes.members(code).iter();
    let passes = |member: &u32| {
        let (kind, sides) = index.attributes.standings[*member as usize];
        kind == ask.kind && ask.sides.differ(sides)
    };
    members.copied().any(|member| passes(&member)).then_some((0, 0))
}

/// The loss of the best value a code can stand for.
fn ordered(index: &Index, ask: &AskFeatures, general: General, code: usize) -> Loss {
    let w = &index.basis.weights;
    let stated = index.attributes.ordered[general as usize].range(code);
    let unstated = code as u8 == UNSTATED && stated.is_none();
    let (least, greatest) = stated.or(unstated.then_some((0, 0)))?;
    match general {
        General::Record => {
            let record = if unstated { Record::Unstated } else { Record::Points(greatest as u8) };
            Some((w.asker.record - parts::record_points(w, record), 0))
        }
        General::People => {
            let people = greatest as u16;
            let points = parts::capacity_points(w, ask.people, people);
            (people >= ask.people).then_some((w.asker.capacity - points, 0))
        }
        General::Hours => {
            // Nearest to the hours asked is best; fewer fail.
            let nearest = ask.hours_per_week.map_or(least, |asked| i64::from(asked).clamp(least, greatest));
            let hours = (!unstated).then_some(nearest as u8);
            let fails =
                matches!((ask.hours_per_week, hours), (Some(asked), Some(offered)) if offered < asked);
            let points = parts::workload_points(w, ask.hours_per_week, hours);
            (!fails).then_some((0, w.offerer.workload - points))
        }
        General::References => (greatest >= i64::from(ask.least_references)).then_some((0, 0)),
        General::From => (least <= i64::from(ask.first)).then_some((0, 0)),
        General::Until => (greatest >= i64::from(ask.last)).then_some((0, 0)),
        General::LeastDays => (least <= ask.days()).then_some((0, 0)),
        General::WantedDays => {
            // The shortest wish is met best.
            let points = parts::length_points(w, ask.days(), (!unstated).then_some(least as u16));
            Some((0, w.offerer.length - points))
        }
        _ => Some((0, 0)),
    }
}
