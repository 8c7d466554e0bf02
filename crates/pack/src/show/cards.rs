//! One card for each kind of thing.

use super::Card;
use crate::{Labels, Pack, RoleIx, SkillIx};
use pul_domain::{Currency, SourceId};

impl Pack {
    fn skill_name(&self, ix: SkillIx) -> String {
        self.skill(ix).id.to_string()
    }

    fn weighted(&self, cells: &[(SkillIx, u8)]) -> Vec<String> {
        let mut cells = cells.to_vec();
        cells.sort_by_key(|(ix, strength)| (std::cmp::Reverse(*strength), *ix));
        let word = |(ix, strength): &(SkillIx, u8)| format!("{} {strength}", self.skill_name(*ix));
        cells.iter().map(word).collect()
    }

    /// The chain of broader skills, nearest first. A checked pack has no cycle.
    fn broader_chain(&self, ix: SkillIx) -> Vec<String> {
        let above = |ix: &SkillIx| self.skill(*ix).broader;
        std::iter::successors(self.skill(ix).broader, above).map(|ix| self.skill_name(ix)).collect()
    }

    pub(super) fn skill_card(&self, asked: &str) -> Option<Card> {
        let (ix, _) = self.resolve_skill(asked)?;
        let skill = self.skill(ix);
        let mut card = Card {
            kind: "skill",
            id: skill.id.to_string(),
            labels: skill.labels.clone(),
            origin: skill.origin.to_string(),
            ..Card::default()
        };
        card.say("kind", [skill.kind.word().to_owned()]);
        card.say("domain", [skill.domain.clone()]);
        card.say("broader", self.broader_chain(ix));
        let narrower = self.skills().iter().filter(|other| other.broader == Some(ix));
        card.say("narrower", narrower.map(|other| other.id.to_string()));
        card.say("aliases", skill.aliases.iter().cloned());
        card.say("exact", skill.exact.iter().cloned());
        card.say("context", skill.context.iter().cloned());
        card.say("declares", self.weighted(&skill.implies));
        card.say("implies", self.weighted(self.closure().implied_by(ix)));
        card.say("implied by", self.weighted(self.closure().implying(ix)));
        let weight = |role: &crate::Role| {
            let found = role.skills.iter().find(|(of, _)| *of == ix)?;
            Some((std::cmp::Reverse(found.1), role.id.to_string()))
        };
        let mut roles: Vec<_> = self.roles().iter().filter_map(weight).collect();
        roles.sort();
        card.say("roles", roles.into_iter().map(|(weight, id)| format!("{id} {}", weight.0)));
        card.say("ESCO", skill.esco.clone());
        card.say("O*NET", skill.onet.clone());
        card.say("Stack Overflow", skill.stackoverflow.clone());
        Some(card)
    }

    pub(super) fn role_card(&self, asked: &str) -> Option<Card> {
        let ix = self.role_titled(asked)?;
        let role = self.role(ix);
        let mut card = Card {
            kind: "role",
            id: role.id.to_string(),
            labels: role.labels.clone(),
            origin: role.origin.to_string(),
            ..Card::default()
        };
        card.say("group", [role.group.clone()]);
        card.say("NOC 2021", role.noc2021.iter().cloned());
        card.say("NOC 2016", role.noc2016.iter().cloned());
        card.say("titles", role.titles.iter().cloned());
        card.say("core", role.core.iter().map(|ix| self.skill_name(*ix)));
        card.say("skills", self.weighted(&role.skills));
        card.say("nearest roles", self.nearest_roles(ix));
        Some(card)
    }

    /// The eight roles of highest affinity, with it.
    fn nearest_roles(&self, ix: RoleIx) -> Vec<String> {
        let others = (0..).map(RoleIx).take(self.roles().len()).filter(|other| *other != ix);
        let mut near: Vec<_> = others
            .map(|other| (std::cmp::Reverse(self.affinity(ix, other)), other))
            .filter(|(affinity, _)| affinity.0 > 0)
            .collect();
        near.sort();
        near.truncate(8);
        let word =
            |(affinity, ix): (std::cmp::Reverse<u8>, RoleIx)| format!("{} {}", self.role(ix).id, affinity.0);
        near.into_iter().map(word).collect()
    }

    pub(super) fn city_card(&self, asked: &str) -> Option<Card> {
        let named = self.city(asked.trim()).or_else(|| self.city_named(asked, None, None));
        let city = named?;
        let mut card = Card {
            kind: "city",
            id: city.id.to_string(),
            labels: city.labels.clone(),
            origin: city.origin.to_string(),
            ..Card::default()
        };
        card.say("side", [city.side.to_string()]);
        card.say("region", [city.region.clone()]);
        card.say("zone", [city.zone.name().to_owned()]);
        card.say("aliases", city.aliases.iter().cloned());
        Some(card)
    }

    pub(super) fn side_card(&self, asked: &str) -> Option<Card> {
        let by_name = |asked: &str| {
            let key = crate::spelling::fold(asked);
            let fits = |name: &str| crate::spelling::fold(name) == key;
            self.sides().iter().find(|side| side.labels.all().any(fits))
        };
        let side = self.side(asked.trim()).or_else(|| by_name(asked))?;
        let mut card = Card {
            kind: "side",
            id: side.id.to_string(),
            labels: side.labels.clone(),
            origin: side.origin.to_string(),
            ..Card::default()
        };
        card.say("country", [side.country.clone()]);
        card.say("currency", [side.currency.to_string()]);
        card.say("languages", side.languages.iter().cloned());
        card.say("weekend", side.weekend.iter().map(|day| format!("{day:?}").to_lowercase()));
        card.say("regions", side.regions.iter().map(|region| region.id.clone()));
        card.say("cities", side.cities.iter().map(|city| city.id.to_string()));
        let holiday = |holiday: &crate::Holiday| format!("{} {}", holiday.date, holiday.labels.en);
        card.say("holidays", side.holidays.iter().map(holiday));
        Some(card)
    }

    pub(super) fn sector_card(&self, asked: &str) -> Option<Card> {
        let sector = self.sector(asked)?;
        let mut card = Card {
            kind: "sector",
            id: sector.id.to_string(),
            labels: sector.labels.clone(),
            origin: sector.origin.to_string(),
            ..Card::default()
        };
        card.say("aliases", sector.aliases.iter().cloned());
        Some(card)
    }

    pub(super) fn certification_card(&self, asked: &str) -> Option<Card> {
        let held = self.certification(asked)?;
        let mut card = Card {
            kind: "certification",
            id: held.id.to_string(),
            labels: held.labels.clone(),
            origin: held.origin.to_string(),
            ..Card::default()
        };
        card.say("held by", [format!("{:?}", held.kind).to_lowercase()]);
        card.say("issuer", [held.issuer.clone()]);
        card.say("aliases", held.aliases.iter().cloned());
        Some(card)
    }

    pub(super) fn registration_card(&self, asked: &str) -> Option<Card> {
        let held = self.registration(asked)?;
        let mut card = Card {
            kind: "registration",
            id: held.id.to_string(),
            labels: held.labels.clone(),
            origin: held.origin.to_string(),
            ..Card::default()
        };
        card.say("side", [held.side.to_string()]);
        card.say("body", [held.body.clone()]);
        card.say("aliases", held.aliases.iter().cloned());
        card.say("source", held.source.as_ref().map(SourceId::to_string));
        Some(card)
    }

    pub(super) fn source_card(&self, asked: &str) -> Option<Card> {
        let source = self.source(asked.trim())?;
        let mut card = Card {
            kind: "source",
            id: source.id.to_string(),
            labels: Labels { en: source.title.clone(), ..Labels::default() },
            origin: source.origin.to_string(),
            ..Card::default()
        };
        card.say("producer", [source.producer.clone()]);
        card.say("address", [source.address.clone()]);
        card.say("published", source.published.clone());
        card.say("read", [source.read.to_string()]);
        card.say("licence", [source.licence.clone()]);
        Some(card)
    }

    pub(super) fn currency_card(&self, asked: &str) -> Option<Card> {
        let currency = Currency::new(asked.trim())?;
        let rates = self.exchange_rates(currency);
        let first = rates.first()?;
        let mut card = Card {
            kind: "currency",
            id: currency.to_string(),
            labels: Labels { en: format!("{currency} for one USD, by date"), ..Labels::default() },
            origin: format!("exchange.toml:{}", first.line),
            ..Card::default()
        };
        let rate = |rate: &crate::ExchangeRate| format!("{} {}", rate.from, rate.per_usd);
        card.say("rates from", rates.iter().map(rate));
        let mut sources: Vec<String> = rates.iter().map(|rate| rate.source.to_string()).collect();
        sources.dedup();
        card.say("sources", sources);
        let sides = self.sides().iter().filter(|side| side.currency == currency);
        card.say("sides", sides.map(|side| side.id.to_string()));
        Some(card)
    }
}
