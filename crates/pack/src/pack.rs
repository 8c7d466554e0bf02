//! A checked pack and the questions it answers.

use crate::about::About;
use crate::aliases::{Alias, Aliases, Match};
use crate::cities::CityNames;
use crate::closure::Closure;
use crate::exchange::{self, ExchangeRate, Rates, Ratio};
use crate::listing::{Certification, Named, Registration, Sector};
use crate::parameters::Parameter;
use crate::role::{Role, RoleIx, RoleNames};
use crate::rules::Rules;
use crate::scoring::Scoring;
use crate::side::{City, Side};
use crate::skill::{Skill, SkillIx};
use crate::source::Source;
use crate::spelling::fold;
use jiff::civil::Date;
use pul_domain::{Currency, SideId, SourceId};
use std::collections::BTreeMap;

/// What a pack is made of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parts {
    pub about: About,
    pub hash: String,
    pub sources: BTreeMap<SourceId, Source>,
    pub sides: Vec<Side>,
    pub city_names: CityNames,
    pub skills: Vec<Skill>,
    pub closure: Closure,
    pub aliases: Aliases,
    pub roles: Vec<Role>,
    pub role_names: RoleNames,
    pub affinities: Vec<u8>,
    pub sectors: Vec<Sector>,
    pub certifications: Vec<Certification>,
    pub registrations: Vec<Registration>,
    pub rates: Rates,
    pub scoring: Scoring,
    pub mappings: BTreeMap<String, String>,
    pub parameters: Vec<Parameter>,
    pub rules: Rules,
}

/// A checked pack. Made by [`crate::check`] alone, so that whoever holds one knows that
/// every reference in it leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack(Parts);

impl Pack {
    pub(crate) fn new(parts: Parts) -> Pack {
        Pack(parts)
    }

    /// What the pack says about itself.
    pub fn about(&self) -> &About {
        &self.0.about
    }

    /// SHA-256 of its files, in hexadecimal: see [`crate::hash`].
    pub fn hash(&self) -> &str {
        &self.0.hash
    }

    /// Its parameters, by id, each with its dated values and who says so.
    pub fn parameters(&self) -> &[Parameter] {
        &self.0.parameters
    }

    /// Its rules of pricing; `pul-pricing` compiles them.
    pub fn rules(&self) -> &Rules {
        &self.0.rules
    }

    /// Its sources, by id.
    pub fn sources(&self) -> &BTreeMap<SourceId, Source> {
        &self.0.sources
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.0.sources.get(id)
    }

    /// Its skills, by rank.
    pub fn skills(&self) -> &[Skill] {
        &self.0.skills
    }

    /// The skill of a rank this pack gave.
    ///
    /// # Panics
    /// If the rank is another pack's and beyond this one's skills.
    pub fn skill(&self, ix: SkillIx) -> &Skill {
        &self.0.skills[ix.index()]
    }

    /// The rank of a skill's id.
    pub fn skill_ix(&self, id: &str) -> Option<SkillIx> {
        let at = self.0.skills.binary_search_by(|skill| skill.id.as_str().cmp(id)).ok()?;
        u16::try_from(at).ok().map(SkillIx)
    }

    /// What follows from having a skill.
    pub fn closure(&self) -> &Closure {
        &self.0.closure
    }

    /// The strength of `from` towards `to` in per cent; 100 for the skill itself.
    pub fn strength(&self, from: SkillIx, to: SkillIx) -> u8 {
        self.0.closure.strength(from, to)
    }

    /// Every spelling of every skill, by key.
    pub fn aliases(&self) -> &[Alias] {
        self.0.aliases.all()
    }

    /// The spellings with a key that [`crate::spelling::fold`] gave.
    pub fn aliases_of(&self, key: &str) -> &[Alias] {
        self.0.aliases.with_key(key)
    }

    /// The skill that a field holding nothing but a skill's name means: its id, or one of
    /// its spellings, with the looser keys of [`crate::spelling`] tried last.
    pub fn resolve_skill(&self, text: &str) -> Option<(SkillIx, Match)> {
        match self.skill_ix(text.trim()) {
            Some(ix) => Some((ix, Match::Same)),
            None => self.0.aliases.resolve(text),
        }
    }

    /// Its roles, by rank.
    pub fn roles(&self) -> &[Role] {
        &self.0.roles
    }

    /// The role of a rank this pack gave.
    ///
    /// # Panics
    /// If the rank is another pack's and beyond this one's roles.
    pub fn role(&self, ix: RoleIx) -> &Role {
        &self.0.roles[ix.index()]
    }

    /// The rank of a role's id.
    pub fn role_ix(&self, id: &str) -> Option<RoleIx> {
        let at = self.0.roles.binary_search_by(|role| role.id.as_str().cmp(id)).ok()?;
        u16::try_from(at).ok().map(RoleIx)
    }

    /// How near two roles are, in per cent: the mean of what each covers of the other's skills
    /// through implications, rounded down; 100 for the same role.
    pub fn affinity(&self, one: RoleIx, other: RoleIx) -> u8 {
        let at = one.index() * self.0.roles.len() + other.index();
        self.0.affinities.get(at).copied().unwrap_or(0)
    }

    /// Roles of a NOC 2021 code (five digits), by rank.
    pub fn roles_of_noc2021(&self, code: &str) -> &[RoleIx] {
        self.0.role_names.noc2021.get(code).map_or(&[], Vec::as_slice)
    }

    /// Roles of a NOC 2016 code (four digits), by rank.
    pub fn roles_of_noc2016(&self, code: &str) -> &[RoleIx] {
        self.0.role_names.noc2016.get(code).map_or(&[], Vec::as_slice)
    }

    /// The role a title means: a label in any language, or one of the titles, but for
    /// case, accents and marks at the ends.
    pub fn role_titled(&self, title: &str) -> Option<RoleIx> {
        let known = self.0.role_names.titles.get(&fold(title)).copied();
        known.or_else(|| self.role_ix(title.trim()))
    }

    /// Its sides, by id.
    pub fn sides(&self) -> &[Side] {
        &self.0.sides
    }

    /// The side of an id.
    pub fn side(&self, id: &str) -> Option<&Side> {
        self.0.sides.iter().find(|side| side.id.as_str() == id)
    }

    /// The city of an id.
    pub fn city(&self, id: &str) -> Option<&City> {
        let mut cities = self.0.sides.iter().flat_map(|side| &side.cities);
        cities.find(|city| city.id.as_str() == id)
    }

    /// The only city of a name (label in any language, or alias), on a side and in a
    /// region where these are given; `None` if no city or several have it.
    pub fn city_named(&self, name: &str, side: Option<&SideId>, region: Option<&str>) -> Option<&City> {
        self.0.city_names.find(&self.0.sides, name, side, region)
    }

    /// Its sectors, by id.
    pub fn sectors(&self) -> &[Sector] {
        &self.0.sectors
    }

    /// The sector of an id or name.
    pub fn sector(&self, text: &str) -> Option<&Sector> {
        named(&self.0.sectors, text)
    }

    /// Its certifications, by id.
    pub fn certifications(&self) -> &[Certification] {
        &self.0.certifications
    }

    /// The certification of an id or name.
    pub fn certification(&self, text: &str) -> Option<&Certification> {
        named(&self.0.certifications, text)
    }

    /// Its registrations, by id.
    pub fn registrations(&self) -> &[Registration] {
        &self.0.registrations
    }

    /// The registration of an id or name.
    pub fn registration(&self, text: &str) -> Option<&Registration> {
        named(&self.0.registrations, text)
    }

    /// Units of a currency for one US dollar on a day; `None` if the pack has no rate.
    pub fn per_usd(&self, currency: Currency, date: Date) -> Option<Ratio> {
        if currency == Currency::USD {
            return Some(Ratio::ONE);
        }
        exchange::on(&self.0.rates, currency, date).map(|rate| rate.per_usd)
    }

    /// The rate of a currency that holds on a day, with its source.
    pub fn exchange_rate(&self, currency: Currency, date: Date) -> Option<&ExchangeRate> {
        exchange::on(&self.0.rates, currency, date)
    }

    /// The rates of a currency by first day; empty for one the pack does not know.
    pub fn exchange_rates(&self, currency: Currency) -> &[ExchangeRate] {
        self.0.rates.get(&currency).map_or(&[], Vec::as_slice)
    }

    /// Currencies a rate or budget may be stated in: those with exchange rates, and USD.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> {
        let known = self.0.rates.keys().copied();
        known.chain([Currency::USD])
    }

    /// The published weights of matching.
    pub fn scoring(&self) -> &Scoring {
        &self.0.scoring
    }

    /// The text of an import mapping by name: `lmia` for `mappings/lmia.toml`.
    pub fn mapping(&self, name: &str) -> Option<&str> {
        self.0.mappings.get(name).map(String::as_str)
    }

    /// Names of the import mappings.
    pub fn mappings(&self) -> impl Iterator<Item = &str> {
        self.0.mappings.keys().map(String::as_str)
    }

    /// How many the pack has of each kind of thing.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let parts = &self.0;
        let steps = |skill: &Skill| skill.implies.len();
        vec![
            ("sources", parts.sources.len()),
            ("sides", parts.sides.len()),
            ("cities", parts.sides.iter().map(|side| side.cities.len()).sum()),
            ("holidays", parts.sides.iter().map(|side| side.holidays.len()).sum()),
            ("skills", parts.skills.len()),
            ("spellings", parts.aliases.all().len()),
            ("implications", parts.skills.iter().map(steps).sum()),
            ("roles", parts.roles.len()),
            ("titles", parts.role_names.titles.len()),
            ("sectors", parts.sectors.len()),
            ("certifications", parts.certifications.len()),
            ("registrations", parts.registrations.len()),
            ("exchange rates", parts.rates.values().map(Vec::len).sum()),
            ("parameters", self.parameters().len()),
            ("mappings", parts.mappings.len()),
        ]
    }
}

/// The thing of an id, else of a name but for case, accents and marks at the ends.
fn named<'p, T: Named>(things: &'p [T], text: &str) -> Option<&'p T> {
    let text = text.trim();
    let by_id = things.iter().find(|thing| thing.names().0 == text);
    let key = fold(text);
    by_id.or_else(|| {
        things.iter().find(|thing| {
            let (_, labels, aliases, _) = thing.names();
            let mut written = labels.all().chain(aliases.iter().map(String::as_str));
            written.any(|name| fold(name) == key)
        })
    })
}
