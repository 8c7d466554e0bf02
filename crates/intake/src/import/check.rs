//! What must hold of a post that its types do not say.

use super::schedule::unknown_zone;
use super::trouble::Trouble;
use crate::table::short;
use jiff::tz::TimeZone;
use pul_domain::{
    Ask, Common, Currency, Findings, LanguageSkill, Money, Offer, Place, Post, Rate, SkillId, Terms,
};
use pul_pack::Pack;
use std::collections::BTreeSet;

/// Longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// Holds a post against the pack: every reference leads somewhere, every number is
/// within reason. Each fault names its field.
pub fn check_post(post: &Post, pack: &Pack, place: &Place, findings: &mut Findings) {
    let mut check = Check { pack, place, findings };
    check.common(post.common());
    match post {
        Post::Ask(ask) => check.ask(ask),
        Post::Offer(offer) => check.offer(offer),
    }
}

struct Check<'c> {
    pack: &'c Pack,
    place: &'c Place,
    findings: &'c mut Findings,
}

impl Check<'_> {
    fn fault(&mut self, field: &str, trouble: Trouble) {
        let place = self.place.clone().field(field);
        self.findings.push(trouble.fault(place));
    }

    fn must(&mut self, holds: bool, field: &str, code: &'static str, cause: &str, cure: &str) {
        if !holds {
            self.fault(field, Trouble::new(code, cause, cure));
        }
    }

    fn common(&mut self, common: &Common) {
        let pack = self.pack;
        self.must(
            !common.sides.is_empty(),
            "sides",
            "missing-side",
            "No side is stated.",
            "Name the party's side, or both.",
        );
        for side in common.sides.iter().filter(|side| pack.side(side.as_str()).is_none()) {
            let known = pack.sides().iter().map(|side| side.id.as_str());
            self.fault("sides", Trouble::unknown("unknown-side", "side", side.as_str(), known));
        }
        let brief = common.title.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE;
        self.must(brief, "title", "out-of-range", "The title is longer than 200 characters.", "Shorten it.");
        if let Some(role) = common.role.as_ref().filter(|role| pack.role_ix(role.as_str()).is_none()) {
            let known = pack.roles().iter().map(|role| role.id.as_str());
            self.fault("role", Trouble::unknown("unknown-role", "role", role.as_str(), known));
        }
        self.city(common);
        self.sectors("sectors", &common.sectors);
        self.sectors("exclude", &common.exclude.sectors);
        self.skills("exclude", common.exclude.skills.iter());
        if let Some(hours) = &common.hours {
            if TimeZone::get(&hours.zone).is_err() {
                self.fault("hours", unknown_zone(&hours.zone));
            }
            self.must(
                !hours.days.is_empty(),
                "hours",
                "no-days",
                "The working hours have no day.",
                "Name the days, or leave `days` out for Monday to Friday.",
            );
        }
        self.terms(&common.terms);
    }

    fn city(&mut self, common: &Common) {
        let Some(city) = &common.city else { return };
        match self.pack.city(city.as_str()) {
            Some(known) => {
                let on_side = common.sides.contains(&known.side);
                if !on_side {
                    let cause = format!("{city} is not on a side of the party.");
                    let trouble = Trouble::new("city-off-side", cause, "Mend the city or the sides.");
                    self.fault("city", trouble.with("text", city));
                }
            }
            None => {
                let cities = self.pack.sides().iter().flat_map(|side| &side.cities);
                let known = cities.map(|city| city.id.as_str());
                self.fault("city", Trouble::unknown("unknown-city", "city", city.as_str(), known));
            }
        }
    }

    fn ask(&mut self, ask: &Ask) {
        self.skills("skills", ask.skills.iter().map(|one| &one.skill));
        self.once("skills", ask.skills.iter().map(|one| one.skill.as_str()));
        let weights =
            ask.skills.iter().all(|one| one.weight.is_none_or(|weight| (1..=100).contains(&weight)));
        self.must(
            weights,
            "skills",
            "out-of-range",
            "A weight is not 1 to 100.",
            "Write weights from 1 to 100.",
        );
        self.rate("budget", ask.budget.as_ref());
        self.amounts(ask.people, ask.hours_per_week);
        self.languages(&ask.languages);
        self.overlap([ask.overlap.least_minutes, ask.overlap.wanted_minutes]);
        self.held(&ask.certifications, &ask.registrations);
    }

    fn offer(&mut self, offer: &Offer) {
        self.skills("skills", offer.skills.iter().map(|one| &one.skill));
        self.once("skills", offer.skills.iter().map(|one| one.skill.as_str()));
        self.rate("rate", offer.rate.as_ref());
        self.amounts(offer.people, offer.hours_per_week);
        self.languages(&offer.languages);
        self.overlap([offer.overlap.least_minutes, offer.overlap.wanted_minutes]);
        self.held(&offer.certifications, &offer.registrations);
        self.sectors("wanted_sectors", &offer.wanted_sectors);
        let ordered = match (offer.available_from, offer.available_until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        self.must(
            ordered,
            "available_until",
            "end-before-start",
            "The last day available is before the first.",
            "Swap the two days, or mend one.",
        );
    }

    fn skills<'s>(&mut self, field: &str, skills: impl Iterator<Item = &'s SkillId>) {
        for skill in skills.filter(|skill| self.pack.skill_ix(skill.as_str()).is_none()).collect::<Vec<_>>() {
            let trouble = match self.pack.resolve_skill(skill.as_str()) {
                Some((ix, _)) => Trouble::new(
                    "unknown-skill",
                    format!("{:?} is no id of a skill.", short(skill.as_str())),
                    format!("The pack's id is `{}`.", self.pack.skill(ix).id),
                )
                .with("text", short(skill.as_str()))
                .with("near", &self.pack.skill(ix).id),
                None => {
                    let known = self.pack.skills().iter().map(|skill| skill.id.as_str());
                    Trouble::unknown("unknown-skill", "skill", skill.as_str(), known)
                }
            };
            self.fault(field, trouble);
        }
    }

    fn once<'s>(&mut self, field: &str, ids: impl Iterator<Item = &'s str>) {
        let mut seen = BTreeSet::new();
        for id in ids.filter(|id| !seen.insert(*id)).collect::<Vec<_>>() {
            let cause = format!("{:?} stands there twice.", short(id));
            self.fault(
                field,
                Trouble::new("duplicate-value", cause, "Leave one of the two.").with("text", short(id)),
            );
        }
    }

    fn sectors(&mut self, field: &str, sectors: &[pul_domain::SectorId]) {
        for sector in sectors {
            if !self.pack.sectors().iter().any(|known| known.id == *sector) {
                let known = self.pack.sectors().iter().map(|sector| sector.id.as_str());
                self.fault(field, Trouble::unknown("unknown-sector", "sector", sector.as_str(), known));
            }
        }
    }

    fn held(
        &mut self,
        certifications: &[pul_domain::CertificationId],
        registrations: &[pul_domain::RegistrationId],
    ) {
        for held in certifications {
            if !self.pack.certifications().iter().any(|known| known.id == *held) {
                let known = self.pack.certifications().iter().map(|held| held.id.as_str());
                self.fault(
                    "certifications",
                    Trouble::unknown("unknown-certification", "certification", held.as_str(), known),
                );
            }
        }
        for held in registrations {
            if !self.pack.registrations().iter().any(|known| known.id == *held) {
                let known = self.pack.registrations().iter().map(|held| held.id.as_str());
                self.fault(
                    "registrations",
                    Trouble::unknown("unknown-registration", "registration", held.as_str(), known),
                );
            }
        }
    }

    fn rate(&mut self, field: &str, rate: Option<&Rate>) {
        let Some(rate) = rate else { return };
        self.currency(field, rate.currency);
        let counted = i64::try_from(rate.minor).is_ok();
        self.must(
            counted,
            field,
            "amount-too-large",
            "The amount is more than can be counted.",
            "Check the amount.",
        );
    }

    fn currency(&mut self, field: &str, currency: Currency) {
        if let Err(trouble) = super::money::currency(currency.as_str(), self.pack) {
            self.fault(field, trouble);
        }
    }

    fn amounts(&mut self, people: u16, hours: Option<u8>) {
        self.must(
            (1..=10_000).contains(&people),
            "people",
            "out-of-range",
            "People are not 1 to 10,000.",
            "Write how many people.",
        );
        let fits = hours.is_none_or(|hours| (1..=168).contains(&hours));
        self.must(
            fits,
            "hours_per_week",
            "out-of-range",
            "Hours a week are not 1 to 168.",
            "Write hours a week per person.",
        );
    }

    fn languages(&mut self, languages: &[LanguageSkill]) {
        let codes: Vec<&str> = languages.iter().map(|skill| skill.language.as_str()).collect();
        self.once("languages", codes.into_iter());
    }

    fn overlap(&mut self, minutes: [Option<u16>; 2]) {
        let fits = minutes.into_iter().flatten().all(|minutes| minutes <= 1440);
        self.must(
            fits,
            "overlap",
            "out-of-range",
            "A day has 1,440 minutes.",
            "Write minutes a day, 0 to 1440.",
        );
    }

    fn terms(&mut self, terms: &Terms) {
        match terms {
            Terms::Capital { least, most, .. } => {
                self.money(*least);
                self.money(*most);
                if let (Some(least), Some(most)) = (least, most) {
                    let ordered = least.currency == most.currency && least.minor <= most.minor;
                    self.must(
                        ordered,
                        "terms",
                        "out-of-range",
                        "The smallest cheque is not below the largest in the same currency.",
                        "Mend the two.",
                    );
                }
            }
            Terms::Research { readiness, contribution, .. } => {
                self.money(*contribution);
                let fits = readiness.is_none_or(|level| (1..=9).contains(&level));
                self.must(fits, "terms", "out-of-range", "A readiness level is not 1 to 9.", "Write 1 to 9.");
            }
            Terms::Placement { places, months, stipend } => {
                self.money(*stipend);
                self.must(
                    *places > 0 && *months > 0,
                    "terms",
                    "out-of-range",
                    "A placement has no place or no month.",
                    "Write at least one of each.",
                );
            }
            Terms::Venture { share_percent, .. } => {
                let fits = share_percent.is_none_or(|share| share <= 100);
                self.must(
                    fits,
                    "terms",
                    "out-of-range",
                    "A share is more than 100 per cent.",
                    "Write 0 to 100.",
                );
            }
            Terms::Service {}
            | Terms::Mentorship { .. }
            | Terms::MarketAccess { .. }
            | Terms::Practice { .. } => {}
        }
    }

    fn money(&mut self, money: Option<Money>) {
        let Some(money) = money else { return };
        self.currency("terms", money.currency);
        self.must(
            money.minor >= 0,
            "terms",
            "negative-rate",
            "An amount is less than nothing.",
            "Write it as a positive amount.",
        );
    }
}
