//! What the rules and parts read of one ask.

use crate::basis::{Basis, Work, day_number};
use crate::credit::shares;
use crate::features::{Sides, Vocabulary};
use crate::overlap::Window;
use crate::parts;
use pul_domain::{Ask, Importance, PostKind};

/// A requirement with what it can earn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) skill: u32,
    /// Thirds of a level, 3 to 15.
    pub(crate) thirds: u8,
    pub(crate) must: bool,
    /// Its share of the weight of `skills`.
    pub(crate) share: u32,
    /// Its share of the weight of `level`.
    pub(crate) level_share: u32,
    /// What a worth earns of both shares, by the worth.
    pub(crate) earned: [u16; 16],
}

/// A language asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AskLanguage {
    pub(crate) language: u32,
    pub(crate) rank: u8,
    pub(crate) share: u32,
}

/// An ask compiled against the vocabulary of some offers.
#[derive(Debug, Clone)]
pub(crate) struct AskFeatures {
    pub(crate) kind: PostKind,
    pub(crate) party: u32,
    pub(crate) sides: Sides,
    pub(crate) role: Option<u32>,
    pub(crate) needs: Vec<Need>,
    pub(crate) languages: Vec<AskLanguage>,
    pub(crate) sectors: Vec<u32>,
    pub(crate) certifications: Vec<u32>,
    pub(crate) registrations: Vec<u32>,
    pub(crate) excluded_parties: Vec<u32>,
    pub(crate) excluded_sectors: Vec<u32>,
    pub(crate) excluded_skills: Vec<u32>,
    /// Hundredths of a US cent an hour per person.
    pub(crate) budget: Option<i64>,
    pub(crate) work: Work,
    /// First and last day, from 1970-01-01.
    pub(crate) first: i32,
    pub(crate) last: i32,
    pub(crate) people: u16,
    pub(crate) hours_per_week: Option<u8>,
    pub(crate) window: Window,
    /// Least overlap in minutes, 0 where none is stated.
    pub(crate) least_overlap: u16,
    /// Overlap that is enough, minutes.
    pub(crate) wanted_overlap: u32,
    pub(crate) least_references: u32,
}

impl AskFeatures {
    pub(crate) fn new(basis: &Basis, words: &Vocabulary, ask: &Ask) -> AskFeatures {
        let common = &ask.common;
        let w = &basis.weights;
        let (first, last) = period(basis, ask);
        let work = Work {
            people: u64::from(ask.people),
            hours_per_week: ask.hours_per_week.map_or(u64::from(w.full_time_hours), u64::from),
            days: days(first, last).unsigned_abs(),
        };
        let hours = basis.hours(common);
        let zone = basis.zones.get(&hours.zone);
        let exclude = &common.exclude;
        AskFeatures {
            kind: common.kind(),
            party: words.parties.get(&common.party),
            sides: Sides::of(&common.sides, |s| words.sides.get(s)),
            role: common.role.as_ref().map(|r| words.role(basis, r)),
            needs: needs(basis, words, ask),
            languages: languages(basis, words, ask),
            sectors: common.sectors.iter().map(|s| words.sectors.get(s)).collect(),
            certifications: ask.certifications.iter().map(|c| words.certifications.get(c)).collect(),
            registrations: ask.registrations.iter().map(|r| words.registrations.get(r)).collect(),
            excluded_parties: exclude.parties.iter().map(|p| words.parties.get(p)).collect(),
            excluded_sectors: exclude.sectors.iter().map(|s| words.sectors.get(s)).collect(),
            excluded_skills: exclude.skills.iter().map(|s| words.skill(basis, s)).collect(),
            budget: ask.budget.as_ref().and_then(|b| basis.hourly(b, work)),
            work,
            first,
            last,
            people: ask.people,
            hours_per_week: ask.hours_per_week,
            window: Window::new(&hours, zone),
            least_overlap: ask.overlap.least_minutes.unwrap_or(0),
            wanted_overlap: ask.overlap.wanted_minutes.map_or(w.wanted_overlap_minutes, u32::from),
            least_references: ask.least_references.map_or(0, u32::from),
        }
    }

    /// Days of the period, both ends included.
    pub(crate) fn days(&self) -> i64 {
        days(self.first, self.last)
    }
}

fn days(first: i32, last: i32) -> i64 {
    i64::from(last) - i64::from(first) + 1
}

/// First and last day: as stated, else from the day of the match for the pack's length.
fn period(basis: &Basis, ask: &Ask) -> (i32, i32) {
    match &ask.period {
        Some(period) => (day_number(period.from()), day_number(period.until())),
        None => {
            let length = basis.weights.default_days.max(1) as i32;
            (basis.as_of, basis.as_of.saturating_add(length - 1))
        }
    }
}

fn needs(basis: &Basis, words: &Vocabulary, ask: &Ask) -> Vec<Need> {
    let w = &basis.weights;
    let weights: Vec<u32> = ask
        .skills
        .iter()
        .map(|r| match (r.weight, r.importance) {
            (Some(stated), _) => u32::from(stated),
            (None, Importance::Must) => w.must,
            (None, Importance::Should) => w.should,
            (None, Importance::Nice) => w.nice,
        })
        .collect();
    let skill_shares = shares(w.asker.skills, &weights);
    let level_shares = shares(w.asker.level, &weights);
    ask.skills
        .iter()
        .zip(skill_shares.into_iter().zip(level_shares))
        .map(|(r, (share, level_share))| {
            let mut need = Need {
                skill: words.skill(basis, &r.skill),
                thirds: r.level.thirds().0,
                must: r.importance == Importance::Must,
                share,
                level_share,
                earned: [0; 16],
            };
            need.earned = std::array::from_fn(|worth| {
                let points =
                    parts::skills_points(&need, worth as u8) + parts::level_points(&need, worth as u8);
                u16::try_from(points).unwrap_or(u16::MAX)
            });
            need
        })
        .collect()
}

fn languages(basis: &Basis, words: &Vocabulary, ask: &Ask) -> Vec<AskLanguage> {
    let equal = vec![1; ask.languages.len()];
    ask.languages
        .iter()
        .zip(shares(basis.weights.asker.language, &equal))
        .map(|(l, share)| AskLanguage { language: words.language(l.language), rank: l.level.rank(), share })
        .collect()
}
