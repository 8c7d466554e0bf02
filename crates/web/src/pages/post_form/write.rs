//! A post as the fields of its form.

use super::UNITS;
use super::terms::terms;
use crate::ask::Fields;
use pul_domain::{Money, Post};

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
                put("importance", crate::pages::brief::importance(row.importance).to_owned());
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

/// An amount as [`Money::parse`] reads it.
pub(super) fn decimal(money: Money) -> String {
    let scale = money.currency.minor_per_major();
    let digits = money.currency.exponent() as usize;
    if digits == 0 {
        return money.minor.to_string();
    }
    format!("{}.{:0digits$}", money.minor / scale, (money.minor % scale).abs())
}
