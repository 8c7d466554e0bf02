//! Service asks: what firms and institutions of the western side want done.

use crate::service_offers::{clock, language, sectors};
use crate::vocabulary::RoleWords;
use crate::world::Drawing;
use jiff::ToSpan;
use pul_domain::{
    Ask, Cefr, Common, Currency, DaySet, Exclusions, Importance, Level, OverlapWish, PartyKind, Period, Rate,
    RateUnit, Requirement, Terms, WorkingHours,
};

/// Draws one ask and its party.
pub(crate) fn draw(drawing: &mut Drawing<'_>) {
    let kind = if drawing.chance.percent(85) { PartyKind::Firm } else { PartyKind::Institution };
    let drawn = drawing.party(kind, drawing.words.western());
    let role = drawing.words.role(&mut drawing.chance);
    let seniority = drawing.chance.below(3);
    let mut sectors = sectors(drawing);
    sectors.truncate(1);
    let french = drawing.words.french_city(&drawn.city) && drawing.chance.percent(35);
    let zone = drawn.zone;
    let ask = Ask {
        skills: skills(drawing, &role, seniority),
        budget: drawing.chance.percent(85).then(|| budget(drawing, seniority)),
        people: *drawing.chance.pick(&[1, 1, 1, 1, 1, 2, 2, 3, 5]),
        hours_per_week: Some(*drawing.chance.pick(&[20, 30, 40, 40])),
        period: period(drawing),
        overlap: OverlapWish {
            least_minutes: Some(*drawing.chance.pick(&[0, 0, 60, 120])),
            wanted_minutes: Some(*drawing.chance.pick(&[180, 240, 300])),
        },
        languages: language(if french { "fr" } else { "en" }, Cefr::B2).into_iter().collect(),
        certifications: Vec::new(),
        registrations: if drawing.chance.percent(20) {
            drawing.words.exporter_registration.iter().cloned().collect()
        } else {
            Vec::new()
        },
        least_references: drawing.chance.percent(25).then_some(1),
        common: Common {
            id: drawn.post,
            party: drawn.party,
            sides: drawn.sides,
            title: role.label.clone(),
            role: Some(role.id.clone()),
            sectors,
            city: Some(drawn.city),
            hours: Some(WorkingHours { zone, start: clock(9), end: clock(17), days: DaySet::WORKING_WEEK }),
            exclude: Exclusions::default(),
            terms: Terms::Service {},
        },
    };
    drawing.world.asks.push(ask);
}

/// The role's leading skills: one or two musts, then shoulds, then what would be nice.
fn skills(drawing: &mut Drawing<'_>, role: &RoleWords, seniority: u64) -> Vec<Requirement> {
    let count = drawing.chance.between(4, 7) as usize;
    let musts = drawing.chance.between(1, 2) as usize;
    let wanted = 2 + seniority.div_ceil(2) as u8;
    role.skills
        .iter()
        .take(count)
        .enumerate()
        .filter_map(|(place, (skill, _))| {
            let (importance, level) = match place {
                p if p < musts => (Importance::Must, wanted),
                p if p < 4 => (Importance::Should, wanted),
                _ => (Importance::Nice, 2),
            };
            Some(Requirement {
                skill: skill.clone(),
                level: Level::new(level).ok()?,
                importance,
                weight: None,
            })
        })
        .collect()
}

fn budget(drawing: &mut Drawing<'_>, seniority: u64) -> Rate {
    let dollars = 28 + 14 * seniority + drawing.chance.below(30);
    if drawing.chance.percent(70) {
        Rate { minor: dollars * 100, currency: Currency::CAD, per: RateUnit::Hour }
    } else {
        Rate { minor: dollars * 100 * 8 / 500 * 500, currency: Currency::CAD, per: RateUnit::Day }
    }
}

fn period(drawing: &mut Drawing<'_>) -> Option<Period> {
    let from = drawing.today.checked_add((21 + drawing.chance.below(60) as i64).days()).ok()?;
    let until = from.checked_add((60 + drawing.chance.below(300) as i64).days()).ok()?;
    Period::new(from, until).ok()
}
