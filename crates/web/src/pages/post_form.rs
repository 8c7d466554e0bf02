//! A post as fields of a form, and fields as a post.

use crate::ask::Fields;
use pul_domain::{
    Ask, CertificationId, CityId, Common, Currency, Exclusions, Finding, Findings, Importance, LanguageCode,
    LanguageSkill, Level, Money, Offer, OfferedSkill, OverlapWish, PartyId, Period, Place, Post, PostId,
    Rate, RateUnit, RegistrationId, Requirement, RoleId, SectorId, SkillId, Terms, TrackRecord,
};
use pul_pack::Pack;
use std::str::FromStr;

/// Units of a rate with their words.
pub(crate) const UNITS: [(&str, RateUnit); 5] = [
    ("hour", RateUnit::Hour),
    ("day", RateUnit::Day),
    ("month", RateUnit::Month),
    ("year", RateUnit::Year),
    ("fixed", RateUnit::Fixed),
];
/// Importances with their words.
pub(crate) const IMPORTANCES: [(&str, Importance); 3] =
    [("must", Importance::Must), ("should", Importance::Should), ("nice", Importance::Nice)];
/// Kinds of post, each with the lists of words only it states and its numbers.
pub(crate) const KINDS: [(&str, &[&str], &[&str]); 8] = [
    ("service", &[], &[]),
    ("capital", &["stages", "instruments"], &["least", "most"]),
    ("mentorship", &["topics"], &["hours_per_month"]),
    ("market-access", &["channels"], &[]),
    ("research", &["fields"], &["readiness", "contribution"]),
    ("placement", &[], &["places", "months", "stipend"]),
    ("venture", &["brings", "seeks"], &["share_percent"]),
    ("practice", &["topics", "formats"], &[]),
];

/// A form being read, with every fault met.
struct Reader<'a> {
    fields: &'a Fields,
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
    fn fault(&mut self, field: &str, code: &str, cause: &str, cure: &str) {
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

    /// What only posts of this kind state.
    fn terms(&mut self) -> Option<Terms> {
        let kind = self.fields.get("kind").unwrap_or("service");
        let (_, lists, numbers) = KINDS.iter().find(|(word, _, _)| *word == kind)?;
        let mut value = serde_json::Map::new();
        value.insert("kind".to_owned(), kind.into());
        for name in *lists {
            let words = self.fields.text(&format!("t-{name}")).split([',', '،', '\n']).map(str::trim);
            let words: Vec<&str> = words.filter(|w| !w.is_empty()).take(30).collect();
            value.insert((*name).to_owned(), words.into());
        }
        for name in *numbers {
            let field = format!("t-{name}");
            let Some(text) = self.fields.get(&field) else { continue };
            let money = matches!(*name, "least" | "most" | "contribution" | "stipend");
            let read =
                if money { self.money(text) } else { text.parse::<u16>().ok().map(serde_json::Value::from) };
            match read {
                Some(read) => drop(value.insert((*name).to_owned(), read)),
                None => self.fault(&field, "form-value", "This cannot be read.", "Write a number."),
            }
        }
        let terms = serde_json::from_value(serde_json::Value::Object(value));
        if terms.is_err() {
            self.fault(
                "kind",
                "form-terms",
                "Something this kind of post needs is missing.",
                "Fill in the fields under the kind.",
            );
        }
        terms.ok()
    }

    fn money(&self, text: &str) -> Option<serde_json::Value> {
        let currency = Currency::new(self.fields.text("currency"))?;
        serde_json::to_value(Money::parse(&text.replace(',', ""), currency).ok()?).ok()
    }
}

/// The fields of a post as it is, to be changed.
pub(crate) fn fields_of(post: &Post, brief: &str) -> Fields {
    let mut out = Vec::new();
    let mut put = |name: &str, value: String| out.push((name.to_owned(), value));
    let common = post.common();
    put("title", common.title.clone());
    put("brief", brief.to_owned());
    common.role.iter().for_each(|r| put("role", r.to_string()));
    common.city.iter().for_each(|c| put("city", c.to_string()));
    common.sectors.iter().for_each(|s| put("sector", s.to_string()));
    let (people, hours, rate, overlap, languages, held) = match post {
        Post::Ask(ask) => {
            put("direction", "ask".to_owned());
            for row in &ask.skills {
                put("skill", row.skill.to_string());
                put("level", row.level.get().to_string());
                put("importance", super::brief::importance(row.importance).to_owned());
            }
            ask.period.iter().for_each(|p| {
                put("from", p.from().to_string());
                put("until", p.until().to_string());
            });
            ask.least_references.iter().for_each(|n| put("references", n.to_string()));
            (
                ask.people,
                ask.hours_per_week,
                ask.budget,
                ask.overlap,
                &ask.languages,
                (&ask.certifications, &ask.registrations),
            )
        }
        Post::Offer(offer) => {
            put("direction", "offer".to_owned());
            for row in &offer.skills {
                put("skill", row.skill.to_string());
                put("level", row.level.get().to_string());
                put("importance", "must".to_owned());
            }
            offer.available_from.iter().for_each(|d| put("from", d.to_string()));
            offer.available_until.iter().for_each(|d| put("until", d.to_string()));
            offer.least_days.iter().for_each(|n| put("least-days", n.to_string()));
            offer.wanted_days.iter().for_each(|n| put("wanted-days", n.to_string()));
            offer.record.years.iter().for_each(|n| put("years", n.to_string()));
            (
                offer.people,
                offer.hours_per_week,
                offer.rate,
                offer.overlap,
                &offer.languages,
                (&offer.certifications, &offer.registrations),
            )
        }
    };
    put("people", people.to_string());
    hours.iter().for_each(|h| put("hours", h.to_string()));
    overlap.least_minutes.iter().for_each(|m| put("overlap", (m / 60).to_string()));
    overlap.wanted_minutes.iter().for_each(|m| put("overlap-wanted", (m / 60).to_string()));
    held.0.iter().for_each(|id| put("certification", id.to_string()));
    held.1.iter().for_each(|id| put("registration", id.to_string()));
    for language in languages {
        let level = serde_json::to_value(language.level).unwrap_or_default();
        put(
            &format!("language-{}", language.language.as_str()),
            level.as_str().unwrap_or_default().to_owned(),
        );
    }
    if let Some(rate) = rate {
        put("rate", decimal(rate.money()));
        put("currency", rate.currency.to_string());
        let unit = UNITS.iter().find(|(_, unit)| *unit == rate.per).map_or("hour", |(word, _)| *word);
        put("unit", unit.to_owned());
    }
    terms(&common.terms, &mut put);
    Fields(out)
}

fn terms(terms: &Terms, put: &mut impl FnMut(&str, String)) {
    let serde_json::Value::Object(stated) = serde_json::to_value(terms).unwrap_or_default() else { return };
    for (name, value) in stated {
        let field = if name == "kind" { name } else { format!("t-{name}") };
        match value {
            serde_json::Value::String(text) => put(&field, text),
            serde_json::Value::Array(words) => {
                let words: Vec<&str> = words.iter().filter_map(|w| w.as_str()).collect();
                put(&field, words.join(", "));
            }
            serde_json::Value::Number(n) => put(&field, n.to_string()),
            money @ serde_json::Value::Object(_) => {
                if let Ok(money) = serde_json::from_value::<Money>(money) {
                    put(&field, decimal(money));
                    put("currency", money.currency.to_string());
                }
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) => {}
        }
    }
}

/// An amount as [`Money::parse`] reads it.
fn decimal(money: Money) -> String {
    let scale = money.currency.minor_per_major();
    let digits = money.currency.exponent() as usize;
    if digits == 0 {
        return money.minor.to_string();
    }
    format!("{}.{:0digits$}", money.minor / scale, (money.minor % scale).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Pack {
        pul_app::library::load(None).unwrap().pack
    }

    #[test]
    fn a_form_and_its_post_say_the_same() {
        let (pack, party) = (pack(), PartyId::new("p").unwrap());
        let text = "direction=ask&kind=mentorship&t-topics=sales%2C+export&t-hours_per_month=4&title=Growth\
            &skill=Rust&level=4&importance=should&skill=&level=3&importance=must&people=2&hours=20\
            &rate=1%2C234.5&currency=CAD&unit=month&from=2027-01-01&until=2027-06-30&language-en=b2";
        let (post, findings) = read(&Fields::parse(text.as_bytes()), &pack, &party);
        assert!(!findings.has_faults(), "{findings:?}");
        let post = post.unwrap();
        let (again, _) = read(&fields_of(&post, ""), &pack, &party);
        assert_eq!(again, Some(post));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let (pack, party) = (pack(), PartyId::new("p").unwrap());
        let text = "skill=zzqq&people=many&rate=x&currency=CAD&unit=hour&from=2027-02-01&until=2027-01-01";
        let (_, findings) = read(&Fields::parse(text.as_bytes()), &pack, &party);
        let fields: Vec<String> = findings.iter().filter_map(|f| f.place.field.clone()).collect();
        insta::assert_snapshot!(fields.join(" "), @"people rate skill until");
    }
}
