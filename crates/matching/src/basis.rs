//! What matching takes from a pack, for one day, as integers.

use crate::names::{Names, UNKNOWN};
use crate::weights::Weights;
use crate::zone::{DAY, Zones};
use jiff::civil::Date;
use pul_domain::{
    CityId, Common, Currency, DaySet, Rate, RateUnit, RoleId, SideId, SkillId, TimeOfDay, WorkingHours,
};
use pul_pack::{Pack, Ratio, RoleIx, Side, SkillIx};
use std::collections::HashMap;

/// A skill implied by another, with the strength in per cent (1 to 100).
pub(crate) type Implied = (u32, u8);

/// Everything matching needs to know besides the two posts.
#[derive(Debug)]
pub struct Basis {
    pub(crate) weights: Weights,
    /// Day of the match, counted from 1970-01-01.
    pub(crate) as_of: i32,
    pub(crate) skills: Names<SkillId>,
    /// For each skill of the pack, the others it implies, by number.
    pub(crate) implies: Vec<Vec<Implied>>,
    pub(crate) roles: Names<RoleId>,
    /// Affinity of two roles of the pack in per cent, row by row.
    pub(crate) affinity: Vec<u8>,
    /// Units of a currency for one US dollar, on the day of the match.
    pub(crate) per_usd: HashMap<Currency, Ratio>,
    pub(crate) city_zones: HashMap<CityId, String>,
    pub(crate) side_zones: HashMap<SideId, String>,
    pub(crate) zones: Zones,
}

/// The work of an ask, by which a fixed price is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Work {
    pub(crate) people: u64,
    pub(crate) hours_per_week: u64,
    pub(crate) days: u64,
}

impl Work {
    /// For rates by the hour, day, month or year, which no work is divided into.
    pub(crate) const NONE: Work = Work { people: 0, hours_per_week: 0, days: 0 };
}

impl Basis {
    /// What matching takes from a pack for matches made on a day.
    pub fn new(pack: &Pack, as_of: Date) -> Basis {
        let (mut skills, mut roles) = (Names::default(), Names::default());
        for skill in pack.skills() {
            skills.add(&skill.id);
        }
        for role in pack.roles() {
            roles.add(&role.id);
        }
        let implied = |at| pack.closure().implied_by(SkillIx(at as u16)).iter();
        let ranks = 0..pack.roles().len() as u16;
        let pairs = ranks.clone().flat_map(|a| ranks.clone().map(move |b| (RoleIx(a), RoleIx(b))));
        let cities = pack.sides().iter().flat_map(|side| &side.cities);
        let first_city = |side: &Side| {
            let zone = side.cities.first()?.zone.name().to_owned();
            Some((side.id.clone(), zone))
        };
        Basis {
            weights: Weights::new(pack.scoring()),
            as_of: day_number(as_of),
            implies: (0..pack.skills().len())
                .map(|at| implied(at).map(|(ix, s)| (u32::from(ix.0), *s)).collect())
                .collect(),
            affinity: pairs.map(|(a, b)| pack.affinity(a, b)).collect(),
            per_usd: pack.currencies().filter_map(|c| Some((c, pack.per_usd(c, as_of)?))).collect(),
            city_zones: cities.map(|city| (city.id.clone(), city.zone.name().to_owned())).collect(),
            side_zones: pack.sides().iter().filter_map(first_city).collect(),
            zones: Zones::default(),
            skills,
            roles,
        }
    }

    /// The strength of one skill towards another in per cent, 0 if it implies nothing of it.
    pub(crate) fn strength(&self, from: u32, to: u32) -> u8 {
        if from == to {
            return 100;
        }
        let Some(implied) = self.implies.get(from as usize) else {
            return 0;
        };
        implied.binary_search_by_key(&to, |(skill, _)| *skill).map_or(0, |i| implied[i].1)
    }

    /// Affinity of two roles in per cent; 0 for different roles of which one is not in the pack.
    pub(crate) fn role_affinity(&self, a: u32, b: u32) -> u32 {
        let size = self.affinity.len().isqrt();
        let (row, column) = (a as usize, b as usize);
        if a == b && a != UNKNOWN {
            100
        } else if row < size && column < size {
            u32::from(self.affinity[row * size + column])
        } else {
            0
        }
    }

    /// A rate in hundredths of a US cent an hour per person, rounded half up once; none
    /// without an exchange rate, without work to divide a fixed price by, or beyond 63
    /// bits: such a rate counts as unstated. The arithmetic is that of the pack's own `hourly`.
    pub(crate) fn hourly(&self, rate: &Rate, work: Work) -> Option<i64> {
        let per_usd = self.per_usd.get(&rate.currency)?;
        let w = &self.weights;
        let month = w.hours_per_day * w.days_per_month;
        let (hours, of) = match rate.per {
            RateUnit::Hour => (1, 1),
            RateUnit::Day => (w.hours_per_day, 1),
            RateUnit::Month => (month, 1),
            RateUnit::Year => (month * w.months_per_year, 1),
            RateUnit::Fixed => (work.people * work.hours_per_week * work.days, 7),
        };
        let above = u128::from(rate.minor) * 10_000 * 10_u128.pow(per_usd.scale) * of;
        let below = u128::from(rate.currency.minor_per_major().unsigned_abs())
            * u128::from(per_usd.digits)
            * u128::from(hours);
        let rounded = (2 * above + below).checked_div(2 * below)?;
        i64::try_from(rounded).ok()
    }

    /// The hours a party works: as stated, else 09:00 to 17:00 from Monday to Friday in the zone of
    /// its city, else of its first side's first city.
    pub(crate) fn hours(&self, post: &Common) -> WorkingHours {
        if let Some(hours) = &post.hours {
            return hours.clone();
        }
        let city = post.city.as_ref().and_then(|city| self.city_zones.get(city));
        let side = || post.sides.first().and_then(|s| self.side_zones.get(s));
        let time = |minutes| TimeOfDay::from_minutes(minutes).unwrap_or_else(|| unreachable!());
        WorkingHours {
            zone: city.or_else(side).cloned().unwrap_or_default(),
            start: time(9 * 60),
            end: time(17 * 60),
            days: DaySet::WORKING_WEEK,
        }
    }
}

/// A date as days from 1970-01-01.
pub(crate) fn day_number(date: Date) -> i32 {
    let seconds =
        date.at(0, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |z| z.timestamp().as_second());
    seconds.div_euclid(DAY) as i32
}

/// The date of a day counted from 1970-01-01, held within what a date can be.
pub(crate) fn date_of(day: i32) -> Date {
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().try_days(day).unwrap_or_default())
}
