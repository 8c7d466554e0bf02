//! The quantities of the statement: what a pair's numbers are before any rule or score.

use crate::overlap;
use jiff::ToSpan;
use jiff::civil::Date;
use pul_domain::{
    Ask, Common, DaySet, Importance, Level, Offer, OfferedSkill, Period, Rate, Requirement, RoleId, SkillId,
    Thirds, TimeOfDay, WorkingHours,
};
use pul_pack::{Pack, SkillIx, Workload};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// A pack and a day: all that is needed to judge a pair.
pub struct Statement<'a> {
    pack: &'a Pack,
    /// The day the match is made for.
    pub as_of: Date,
    weights: BTreeMap<String, u32>,
    /// Laying every day of a period on the time line is slow and the same for many pairs.
    overlaps: RefCell<HashMap<(WorkingHours, WorkingHours, Period), u16>>,
}

/// What an offer is worth towards one skill, and through which of its skills.
pub(crate) struct Best {
    pub worth: Thirds,
    pub via: Option<SkillId>,
    pub level: Option<Level>,
    pub strength: u8,
}

impl<'a> Statement<'a> {
    /// A statement for one day.
    pub fn new(pack: &'a Pack, as_of: Date) -> Statement<'a> {
        Statement { pack, as_of, weights: pack.scoring().named(), overlaps: RefCell::default() }
    }

    pub(crate) fn pack_name(&self) -> (&str, &str) {
        (&self.pack.about().id, &self.pack.about().version)
    }

    pub(crate) fn weights(&self) -> &BTreeMap<String, u32> {
        &self.weights
    }

    /// A weight by its name in `scoring.toml`; 0 for a name that is not there, which
    /// every score would show.
    pub(crate) fn weight(&self, name: &str) -> u32 {
        self.weights.get(name).copied().unwrap_or(0)
    }

    pub(crate) fn importance(&self, requirement: &Requirement) -> u32 {
        requirement.weight.map_or_else(
            || {
                self.weight(match requirement.importance {
                    Importance::Must => "importance.must",
                    Importance::Should => "importance.should",
                    Importance::Nice => "importance.nice",
                })
            },
            u32::from,
        )
    }

    /// The offer's skills as the pack knows them; looked up once for all requirements.
    pub(crate) fn offered<'o>(&self, offer: &'o Offer) -> Vec<(SkillIx, &'o OfferedSkill)> {
        offer.skills.iter().filter_map(|o| Some((self.pack.skill_ix(o.skill.as_str())?, o))).collect()
    }

    pub(crate) fn worth(&self, has: &[(SkillIx, &OfferedSkill)], asked: &SkillId) -> Best {
        let mut best = Best { worth: Thirds(0), via: None, level: None, strength: 0 };
        let Some(asked) = self.pack.skill_ix(asked.as_str()) else { return best };
        for (ix, offered) in has {
            let strength = self.pack.strength(*ix, asked);
            let worth = Thirds::implied(offered.level, strength);
            let lower_id = best.via.as_ref().is_none_or(|via| offered.skill < *via);
            if worth > best.worth || (worth == best.worth && worth > Thirds(0) && lower_id) {
                best = Best { worth, via: Some(offered.skill.clone()), level: Some(offered.level), strength };
            }
        }
        best
    }

    pub(crate) fn affinity(&self, one: &RoleId, other: &RoleId) -> i64 {
        if one == other {
            return 100;
        }
        match (self.pack.role_ix(one.as_str()), self.pack.role_ix(other.as_str())) {
            (Some(one), Some(other)) => i64::from(self.pack.affinity(one, other)),
            _ => 0,
        }
    }

    pub(crate) fn period(&self, ask: &Ask) -> Period {
        ask.period.unwrap_or_else(|| {
            let days = i64::from(self.weight("unstated.default_days")) - 1;
            let last = self.as_of.checked_add(days.days()).unwrap_or(self.as_of);
            Period::new(self.as_of, last).unwrap_or_else(|_| unreachable!("the default is at least a day"))
        })
    }

    /// Days of the work, both ends counted.
    pub(crate) fn days(&self, ask: &Ask) -> i64 {
        let period = self.period(ask);
        i64::from((period.until() - period.from()).get_days()) + 1
    }

    pub(crate) fn budget(&self, ask: &Ask) -> Option<i64> {
        self.hourly(ask.budget.as_ref(), ask)
    }

    pub(crate) fn rate(&self, ask: &Ask, offer: &Offer) -> Option<i64> {
        self.hourly(offer.rate.as_ref(), ask)
    }

    /// Hundredths of a US cent an hour; `None` where nothing is stated or the pack has no exchange rate.
    fn hourly(&self, rate: Option<&Rate>, ask: &Ask) -> Option<i64> {
        let workload =
            Workload { people: ask.people, hours_per_week: ask.hours_per_week, days: self.days(ask) as u32 };
        self.pack.hourly(rate?, &workload, self.as_of).ok()
    }

    pub(crate) fn overlap(&self, ask: &Ask, offer: &Offer) -> u16 {
        let (Some(asker), Some(offerer)) = (self.hours(&ask.common), self.hours(&offer.common)) else {
            return 0;
        };
        let key = (asker, offerer, self.period(ask));
        if let Some(known) = self.overlaps.borrow().get(&key) {
            return *known;
        }
        let found = overlap::least_minutes(&key.0, &key.1, key.2);
        self.overlaps.borrow_mut().insert(key, found);
        found
    }

    /// Stated hours, else 09:00–17:00 on weekdays in the zone of the city, else of the side's first city.
    fn hours(&self, common: &Common) -> Option<WorkingHours> {
        if let Some(stated) = &common.hours {
            return Some(stated.clone());
        }
        let city = common.city.as_ref().and_then(|c| self.pack.city(c.as_str()));
        let first = || self.pack.side(common.sides.first()?.as_str())?.cities.first();
        let zone = city.or_else(first)?.zone.name().to_owned();
        let at = |hour: u16| TimeOfDay::from_minutes(hour * 60);
        Some(WorkingHours { zone, start: at(9)?, end: at(17)?, days: DaySet::WORKING_WEEK })
    }
}
