//! One row becomes one post: what all fields share.

use super::numbers::whole;
use super::trouble::Trouble;
use crate::mapping::{Mapping, Pick, Picked, TakeAs, Unknown};
use crate::table::Row;
use crate::words::Words;
use pul_domain::{
    Ask, Common, Exclusions, Finding, Findings, LanguageSkill, Offer, OverlapWish, Party, PartyId, Post,
    PostId, Reference, Terms, TrackRecord,
};
use pul_pack::Pack;
use std::cell::Cell;

/// Longest title kept, in characters.
const LONGEST_TITLE: usize = 200;

/// Reads one row through the mapping; faults gather in `findings`.
pub(super) struct RowReader<'r> {
    pub file: &'r str,
    pub row: &'r Row,
    pub mapping: &'r Mapping,
    pub pack: &'r Pack,
    pub words: Option<&'r Words>,
    pub suggestions: &'r Cell<u32>,
    pub findings: Findings,
    pub skill_names: u64,
    pub unknown_skills: Vec<String>,
}

impl RowReader<'_> {
    /// The post and its party, if the row has no fault.
    pub fn read(&mut self) -> Option<(Party, Post)> {
        let id = self.id();
        let party = self.party();
        let common = self.common(id, party.as_ref());
        let post = match self.mapping.take_as {
            TakeAs::Ask => self.ask(common),
            TakeAs::Offer => self.offer(common),
        };
        match (party, post, self.findings.has_faults()) {
            (Some(party), Some(post), false) => Some((party, post)),
            _ => None,
        }
    }

    fn id(&mut self) -> Option<PostId> {
        let text = self.mapping.id.id(self.row);
        self.made_id("id", text, PostId::new)
    }

    fn common(&mut self, id: Option<PostId>, party: Option<&Party>) -> Option<Common> {
        let fields = &self.mapping.fields;
        let role = self.role();
        let sectors = self.sectors("sectors", fields.sectors.as_ref());
        let hours = self.hours(party);
        let exclude = self.exclusions();
        let title = self.mapping.title.as_ref().and_then(|title| title.text(self.row));
        let party = party?;
        Some(Common {
            id: id?,
            party: party.id.clone(),
            sides: party.sides.clone(),
            title: title.unwrap_or_default().chars().take(LONGEST_TITLE).collect(),
            role,
            sectors,
            city: party.city.clone(),
            hours,
            exclude,
            terms: Terms::Service {},
        })
    }

    fn ask(&mut self, common: Option<Common>) -> Option<Post> {
        let fields = &self.mapping.fields;
        let skills = self.requirements(common.as_ref().and_then(|common| common.role.as_ref()));
        let budget = self.rate();
        let people = self.count("people", fields.people.as_ref(), 1, 10_000);
        let hours_per_week = self.count("hours_per_week", fields.hours_per_week.as_ref(), 1, 168);
        let period = self.period();
        let overlap = self.overlap();
        let languages = self.languages();
        let certifications = self.certifications();
        let registrations = self.registrations();
        let least_references = self.count("least_references", fields.least_references.as_ref(), 0, 100);
        Some(Post::Ask(Box::new(Ask {
            common: common?,
            skills,
            budget,
            people: people.map_or(1, |people| people as u16),
            hours_per_week: hours_per_week.map(|hours| hours as u8),
            period,
            overlap,
            languages,
            certifications,
            registrations,
            least_references: least_references.map(|least| least as u8),
        })))
    }

    fn offer(&mut self, common: Option<Common>) -> Option<Post> {
        let fields = &self.mapping.fields;
        let skills = self.offered(common.as_ref().and_then(|common| common.role.as_ref()));
        let rate = self.rate();
        let people = self.count("people", fields.people.as_ref(), 1, 10_000);
        let hours_per_week = self.count("hours_per_week", fields.hours_per_week.as_ref(), 1, 168);
        let (available_from, available_until) = self.available();
        let least_days = self.count("least_days", fields.least_days.as_ref(), 1, 3650);
        let wanted_days = self.count("wanted_days", fields.wanted_days.as_ref(), 1, 3650);
        let wanted_sectors = self.sectors("wanted_sectors", fields.wanted_sectors.as_ref());
        let overlap = self.overlap();
        let languages = self.languages();
        let certifications = self.certifications();
        let registrations = self.registrations();
        let record = self.record();
        Some(Post::Offer(Box::new(Offer {
            common: common?,
            skills,
            rate,
            people: people.map_or(1, |people| people as u16),
            hours_per_week: hours_per_week.map(|hours| hours as u8),
            available_from,
            available_until,
            least_days: least_days.map(|days| days as u16),
            wanted_days: wanted_days.map(|days| days as u16),
            wanted_sectors,
            overlap,
            languages,
            certifications,
            registrations,
            record,
        })))
    }

    fn overlap(&mut self) -> OverlapWish {
        let fields = &self.mapping.fields;
        let least = self.count("overlap_least", fields.overlap_least.as_ref(), 0, 1440);
        let wanted = self.count("overlap_wanted", fields.overlap_wanted.as_ref(), 0, 1440);
        OverlapWish {
            least_minutes: least.map(|minutes| minutes as u16),
            wanted_minutes: wanted.map(|minutes| minutes as u16),
        }
    }

    fn record(&mut self) -> TrackRecord {
        let fields = &self.mapping.fields;
        let years = self.count("years", fields.years.as_ref(), 0, 100);
        let references = fields.references.as_ref();
        let references = references.map(|pick| self.picked("references", pick, true));
        let client = |picked: Picked| Reference { client: picked.text, year: None };
        TrackRecord {
            years: years.map(|years| years as u8),
            confirmed_outcomes: 0,
            references: references.unwrap_or_default().into_iter().map(client).collect(),
        }
    }

    fn exclusions(&mut self) -> Exclusions {
        let fields = &self.mapping.fields;
        let parties = self.all("exclude_parties", fields.exclude_parties.as_ref(), |text| {
            PartyId::new(text)
                .map_err(|why| Trouble::new("bad-id", format!("{why}."), "Write the party's id."))
        });
        let sectors = self.sectors("exclude_sectors", fields.exclude_sectors.as_ref());
        let (pack, left) = (self.pack, self.suggestions);
        let skills = self.all("exclude_skills", fields.exclude_skills.as_ref(), |text| {
            super::skills::skill(text, pack, left)
        });
        let skills = skills.into_iter().map(|ix| pack.skill(ix).id.clone()).collect();
        Exclusions { parties, sectors, skills }
    }

    fn languages(&mut self) -> Vec<LanguageSkill> {
        let pick = self.mapping.fields.languages.as_ref();
        let mut languages = self.all("languages", pick, super::people::language);
        // Each language once, at the highest level stated.
        languages.sort_by_key(|skill| (skill.language, std::cmp::Reverse(skill.level)));
        languages.dedup_by_key(|skill| skill.language);
        languages
    }

    /// A whole number within bounds.
    pub fn count(
        &mut self,
        section: &'static str,
        pick: Option<&Pick>,
        least: u64,
        most: u64,
    ) -> Option<u64> {
        let habits = &self.mapping.habits;
        self.one(section, pick, |text| whole(text, habits, least, most))
    }

    /// The values of a section in this row.
    pub fn picked(&self, section: &str, pick: &Pick, many: bool) -> Vec<Picked> {
        pick.all(self.row, section, &self.mapping.habits.empty, many)
    }

    /// The first value of a section, read.
    pub fn one<T>(
        &mut self,
        section: &'static str,
        pick: Option<&Pick>,
        read: impl Fn(&str) -> Result<T, Trouble>,
    ) -> Option<T> {
        let pick = pick?;
        let picked = self.picked(section, pick, false).into_iter().next()?;
        let value = read(&picked.text);
        self.settle(pick.unknown, &picked, value)
    }

    /// Every value of a section, read.
    pub fn all<T>(
        &mut self,
        section: &'static str,
        pick: Option<&Pick>,
        read: impl Fn(&str) -> Result<T, Trouble>,
    ) -> Vec<T> {
        let Some(pick) = pick else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for picked in self.picked(section, pick, true) {
            let value = read(&picked.text);
            out.extend(self.settle(pick.unknown, &picked, value));
        }
        out
    }

    /// A value, or the finding about it: a fault, or a warning if the mapping drops what
    /// nobody knows.
    pub fn settle<T>(&mut self, unknown: Unknown, picked: &Picked, value: Result<T, Trouble>) -> Option<T> {
        let trouble = match value {
            Ok(value) => return Some(value),
            Err(trouble) => trouble,
        };
        let place = picked.place(self.file, self.row);
        self.findings.push(match unknown {
            Unknown::Refuse => trouble.with("text", crate::table::short(&picked.text)).fault(place),
            Unknown::Drop => trouble.with("text", crate::table::short(&picked.text)).warning(place),
        });
        None
    }

    /// An id built by a template.
    pub fn made_id<T>(
        &mut self,
        field: &str,
        text: Option<String>,
        make: impl Fn(&str) -> Result<T, pul_domain::InvalidId>,
    ) -> Option<T> {
        let place = pul_domain::Place::cell(self.file, self.row.number, field);
        let Some(text) = text else {
            self.findings.push(Finding::fault(
                "missing-id",
                place,
                "The columns the id is made of are empty.",
                "Fill them, or make the id of the row number with {#} in the mapping.",
            ));
            return None;
        };
        let id = make(&text);
        if let Err(why) = &id {
            self.findings.push(
                Finding::fault("bad-id", place, format!("{why}."), "Mend the value or the template.")
                    .with("text", crate::table::short(&text)),
            );
        }
        id.ok()
    }
}
