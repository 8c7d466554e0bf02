//! The fields of a form read as a post, with every fault met.

use super::{IMPORTANCES, UNITS};
use crate::ask::Fields;
use pul_domain::{
    Ask, CertificationId, CityId, Common, Currency, Exclusions, Finding, Findings, Importance, LanguageCode,
    LanguageSkill, Level, Money, Offer, OfferedSkill, OverlapWish, PartyId, Period, Place, Post, PostId,
    Rate, RegistrationId, Requirement, RoleId, SectorId, SkillId, TrackRecord,
};
use pul_pack::Pack;
use std::str::FromStr;

/// A form being read, with every fault met.
pub(super) struct Reader<'a> {
    pub(super) fields: &'a Fields,
    pack: &'a Pack,
    findings: Findings,
}

/// The post that the fields state, and every fault of them. What is at fault is left out.
pub(crate) fn read(fields: &Fields, pack: &Pack, party: &PartyId) -> (Option<Post>, Findings) {
    let mut reader = Reader { fields, pack, findings: Findings::new() };
    let post = reader.post(party);
    (post, reader.findings)
}

impl Reader<'_> {
    pub(super) fn fault(&mut self, field: &str, code: &str, cause: &str, cure: &str) {
        self.findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
    }

    /// A value of a field, or a fault where there is text that is none.
    fn value<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let text = self.fields.get(name)?;
        let read = text.parse().ok();
        if read.is_none() {
            self.fault(
                name,
                "form-value",
                "This cannot be read.",
                "Write a whole number, or a date as 2026-12-31.",
            );
        }
        read
    }

    fn post(&mut self, party: &PartyId) -> Option<Post> {
        let common = self.common(party)?;
        let people = self.value("people").unwrap_or(1);
        let hours_per_week = self.value("hours");
        let overlap = OverlapWish {
            least_minutes: self.value::<u16>("overlap").map(|h| h.saturating_mul(60)),
            wanted_minutes: self.value::<u16>("overlap-wanted").map(|h| h.saturating_mul(60)),
        };
        let rate = self.rate();
        let languages = self.languages();
        let ids = |name| self.fields.all(name);
        let certifications = ids("certification").filter_map(|id| CertificationId::new(id).ok()).collect();
        let registrations = ids("registration").filter_map(|id| RegistrationId::new(id).ok()).collect();
        let rows = self.skills();
        if self.fields.text("direction") == "offer" {
            return Some(Post::Offer(Box::new(Offer {
                common,
                skills: rows.into_iter().map(|(skill, level, _)| OfferedSkill { skill, level }).collect(),
                rate,
                people,
                hours_per_week,
                available_from: self.value("from"),
                available_until: self.value("until"),
                least_days: self.value("least-days"),
                wanted_days: self.value("wanted-days"),
                wanted_sectors: Vec::new(),
                overlap,
                languages,
                certifications,
                registrations,
                record: TrackRecord { years: self.value("years"), ..TrackRecord::default() },
            })));
        }
        let requirement = |(skill, level, importance)| Requirement { skill, level, importance, weight: None };
        Some(Post::Ask(Box::new(Ask {
            common,
            skills: rows.into_iter().map(requirement).collect(),
            budget: rate,
            people,
            hours_per_week,
            period: self.period(),
            overlap,
            languages,
            certifications,
            registrations,
            least_references: self.value("references"),
        })))
    }

    fn common(&mut self, party: &PartyId) -> Option<Common> {
        let terms = self.terms()?;
        Some(Common {
            // Replaced by the use case, which gives a post its id.
            id: PostId::new("new").ok()?,
            party: party.clone(),
            sides: Vec::new(),
            title: self.fields.text("title").chars().take(200).collect(),
            role: self.fields.get("role").and_then(|id| RoleId::new(id).ok()),
            sectors: self.fields.all("sector").filter_map(|id| SectorId::new(id).ok()).collect(),
            city: self.fields.get("city").and_then(|id| CityId::new(id).ok()),
            hours: None,
            exclude: Exclusions::default(),
            terms,
        })
    }

    /// Skills row by row: a name in any language or spelling, a level, how much it is wanted.
    fn skills(&mut self) -> Vec<(SkillId, Level, Importance)> {
        let column = |name: &str| -> Vec<String> {
            self.fields.0.iter().filter(|(k, _)| k == name).map(|(_, v)| v.trim().to_owned()).collect()
        };
        let (levels, importances) = (column("level"), column("importance"));
        let mut out: Vec<(SkillId, Level, Importance)> = Vec::new();
        for (at, text) in column("skill").into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let Some((ix, _)) = self.pack.resolve_skill(&text) else {
                let told: String = text.chars().take(60).collect();
                let cause = format!("No skill is known as “{told}”.");
                self.fault(
                    "skill",
                    "form-skill",
                    &cause,
                    "Write another name of it; the list of skills has them all.",
                );
                continue;
            };
            let id = self.pack.skill(ix).id.clone();
            let level = levels.get(at).and_then(|l| l.parse().ok()).and_then(|n| Level::new(n).ok());
            let wanted = importances.get(at).and_then(|w| IMPORTANCES.iter().find(|(word, _)| word == w));
            let importance = wanted.map_or(Importance::Must, |(_, importance)| *importance);
            if out.iter().all(|(known, _, _)| *known != id) {
                out.push((id, level.unwrap_or(Level::WORKING), importance));
            }
        }
        out
    }

    fn rate(&mut self) -> Option<Rate> {
        let text = self.fields.get("rate")?.replace(',', "");
        let currency =
            Currency::new(self.fields.text("currency")).filter(|c| self.pack.currencies().any(|k| k == *c));
        let unit = UNITS.iter().find(|(word, _)| *word == self.fields.text("unit"));
        let money = currency.and_then(|c| Money::parse(&text, c).ok());
        let minor = money.and_then(|m| u64::try_from(m.minor).ok());
        let rate = match (minor, currency, unit) {
            (Some(minor), Some(currency), Some((_, per))) => Some(Rate { minor, currency, per: *per }),
            _ => None,
        };
        if rate.is_none() {
            self.fault(
                "rate",
                "form-money",
                "This is no amount of money.",
                "Write it as 1234.50 and choose currency and unit.",
            );
        }
        rate
    }

    fn period(&mut self) -> Option<Period> {
        let (from, until) = (self.value("from"), self.value("until"));
        let period = Period::new(from?, until?);
        if period.is_err() {
            self.fault("until", "form-period", "It ends before it begins.", "Put the later day last.");
        }
        period.ok()
    }

    fn languages(&self) -> Vec<LanguageSkill> {
        let codes = self.pack.sides().iter().flat_map(|s| s.languages.iter());
        let mut out: Vec<LanguageSkill> = Vec::new();
        for code in codes {
            let level = self.fields.get(&format!("language-{code}"));
            let level = level.and_then(|l| serde_json::from_value(serde_json::json!(l)).ok());
            let (Some(language), Some(level)) = (LanguageCode::new(code), level) else { continue };
            if out.iter().all(|l| l.language != language) {
                out.push(LanguageSkill { language, level });
            }
        }
        out
    }
}
