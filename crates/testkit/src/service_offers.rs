//! Service offers: what firms and professionals of the eastern side can do.

use crate::vocabulary::RoleWords;
use crate::world::Drawing;
use jiff::ToSpan;
use pul_domain::{
    Cefr, Common, Currency, DaySet, Exclusions, LanguageCode, LanguageSkill, Level, Offer, OfferedSkill,
    OverlapWish, PartyKind, Rate, RateUnit, Reference, SkillId, Terms, TimeOfDay, TrackRecord, Weekday,
    WorkingHours,
};

/// Junior, intermediate, senior.
const SENIORITY: [u64; 3] = [25, 45, 30];
/// Start and end hours in use among exporters, and how common they are.
const SHIFTS: [(u16, u16, u64); 5] = [(9, 18, 12), (11, 20, 18), (14, 23, 34), (17, 2, 26), (20, 5, 10)];

/// Draws one offer and its party.
pub(crate) fn draw(drawing: &mut Drawing<'_>) {
    let firm = drawing.chance.percent(45);
    let kind = if firm { PartyKind::Firm } else { PartyKind::Professional };
    let drawn = drawing.party(kind, drawing.words.eastern);
    let role = drawing.words.role(&mut drawing.chance);
    let seniority = drawing.chance.weighted(&SENIORITY);
    let sectors = sectors(drawing);
    let offer = Offer {
        skills: skills(drawing, &role, seniority),
        rate: Some(rate(drawing, seniority, firm)),
        people: if firm { drawing.chance.between(2, 40) as u16 } else { 1 },
        hours_per_week: Some(*drawing.chance.pick(&[20, 30, 40, 40, 40, 40, 40, 45])),
        available_from: drawing.today.checked_add((drawing.chance.below(40) as i64).days()).ok(),
        available_until: None,
        least_days: drawing.chance.percent(50).then(|| *drawing.chance.pick(&[14, 30, 60, 90])),
        wanted_days: drawing.chance.percent(50).then(|| *drawing.chance.pick(&[90, 180, 365])),
        wanted_sectors: if drawing.chance.percent(30) { sectors.clone() } else { Vec::new() },
        overlap: OverlapWish::default(),
        languages: languages(drawing),
        certifications: certifications(drawing, seniority),
        registrations: registrations(drawing, firm),
        record: record(drawing, seniority),
        common: Common {
            id: drawn.post,
            party: drawn.party,
            sides: drawn.sides,
            title: role.label.clone(),
            role: Some(role.id.clone()),
            sectors,
            city: Some(drawn.city),
            hours: Some(hours(drawing, drawn.zone)),
            exclude: Exclusions::default(),
            terms: Terms::Service {},
        },
    };
    drawing.world.offers.push(offer);
}

/// Skills of the role, the more central the likelier, and one or two of another role.
fn skills(drawing: &mut Drawing<'_>, role: &RoleWords, seniority: usize) -> Vec<OfferedSkill> {
    let mut found: Vec<(SkillId, u8)> = Vec::new();
    for (skill, weight) in &role.skills {
        if drawing.chance.percent(35 + u64::from(*weight) * 6 / 10) {
            found.push((skill.clone(), level(drawing, seniority)));
        }
    }
    let other = drawing.words.role(&mut drawing.chance);
    for _ in 0..drawing.chance.between(1, 2) {
        let (skill, _) = drawing.chance.pick(&other.skills).clone();
        found.push((skill, level(drawing, 0)));
    }
    found.sort();
    found.dedup_by(|later, first| later.0 == first.0);
    found
        .into_iter()
        .filter_map(|(skill, level)| Some(OfferedSkill { skill, level: Level::new(level).ok()? }))
        .collect()
}

fn level(drawing: &mut Drawing<'_>, seniority: usize) -> u8 {
    (2 + seniority as u64 + drawing.chance.below(3)).clamp(2, 6) as u8 - 1
}

/// Rates as they are quoted: dollars an hour, rupees a month, Canadian dollars an hour.
fn rate(drawing: &mut Drawing<'_>, seniority: usize, firm: bool) -> Rate {
    let cents = [900, 1500, 2500][seniority] + drawing.chance.below([900, 1500, 2500][seniority]);
    let cents = if firm { cents * 13 / 10 } else { cents } / 50 * 50;
    match drawing.chance.below(20) {
        0..12 => Rate { minor: cents, currency: Currency::USD, per: RateUnit::Hour },
        12..16 => Rate { minor: cents * 14 / 10, currency: Currency::CAD, per: RateUnit::Hour },
        _ => Rate {
            minor: cents * 168 * 280 / 100_000 * 100_000,
            currency: Currency::PKR,
            per: RateUnit::Month,
        },
    }
}

fn hours(drawing: &mut Drawing<'_>, zone: String) -> WorkingHours {
    let shift = drawing.chance.weighted(&SHIFTS.map(|s| s.2));
    let (start, end, _) = SHIFTS[shift];
    let days = if drawing.chance.percent(25) {
        DaySet::from(Weekday::ALL[..6].to_vec())
    } else {
        DaySet::WORKING_WEEK
    };
    WorkingHours { zone, start: clock(start), end: clock(end), days }
}

/// A full hour of the day.
pub(crate) fn clock(hour: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(hour * 60)
        .unwrap_or_else(|| unreachable!("hours of the example world are below 25"))
}

fn languages(drawing: &mut Drawing<'_>) -> Vec<LanguageSkill> {
    let english = [Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2][drawing.chance.weighted(&[8, 42, 38, 12])];
    let mut found = vec![LanguageSkill { language: LanguageCode::ENGLISH, level: english }];
    found.extend(language("ur", Cefr::Native));
    if drawing.chance.percent(4) {
        found.extend(language("fr", Cefr::B2));
    }
    found
}

/// A language by its code.
pub(crate) fn language(code: &str, level: Cefr) -> Option<LanguageSkill> {
    LanguageCode::new(code).map(|language| LanguageSkill { language, level })
}

fn certifications(drawing: &mut Drawing<'_>, seniority: usize) -> Vec<pul_domain::CertificationId> {
    let count = drawing.chance.below(1 + seniority as u64);
    let list = &drawing.words.certifications;
    let mut found: Vec<_> =
        (0..count).filter(|_| !list.is_empty()).map(|_| drawing.chance.pick(list).clone()).collect();
    found.sort();
    found.dedup();
    found
}

fn registrations(drawing: &mut Drawing<'_>, firm: bool) -> Vec<pul_domain::RegistrationId> {
    let registered = drawing.chance.percent(if firm { 75 } else { 40 });
    if registered { drawing.words.exporter_registration.iter().cloned().collect() } else { Vec::new() }
}

fn record(drawing: &mut Drawing<'_>, seniority: usize) -> TrackRecord {
    let years = [1, 4, 8][seniority] + drawing.chance.below([3, 4, 10][seniority]);
    let references = (0..drawing.chance.below(2 + 2 * seniority as u64))
        .map(|_| Reference {
            client: crate::names::company(false, &mut drawing.chance),
            year: Some(drawing.today.year() - drawing.chance.below(6) as i16),
        })
        .collect();
    TrackRecord {
        years: Some(years as u8),
        confirmed_outcomes: drawing.chance.below(2 + seniority as u64) as u16,
        references,
    }
}

/// One to three sectors.
pub(crate) fn sectors(drawing: &mut Drawing<'_>) -> Vec<pul_domain::SectorId> {
    let list = &drawing.words.sectors;
    let mut found: Vec<_> = (0..drawing.chance.between(1, 3))
        .filter(|_| !list.is_empty())
        .map(|_| drawing.chance.pick(list).clone())
        .collect();
    found.sort();
    found.dedup();
    found
}
