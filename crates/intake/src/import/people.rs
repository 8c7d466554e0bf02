//! Who: parties, sides, cities, roles, sectors, languages and what is held.

use super::build::RowReader;
use super::trouble::Trouble;
use crate::mapping::Pick;
use crate::table::short;
use pul_domain::{
    Cefr, CertificationId, CityId, Finding, LanguageCode, LanguageSkill, Party, PartyId, Place,
    RegistrationId, RoleId, SectorId, SideId,
};
use pul_pack::{Pack, RoleIx};

impl RowReader<'_> {
    pub(super) fn party(&mut self) -> Option<Party> {
        let columns = &self.mapping.party;
        let id = columns.id.id(self.row);
        let id = self.made_id("party", id, PartyId::new);
        let name = columns.name.text(self.row);
        if name.is_none() {
            let place = Place::cell(self.file, self.row.number, "party");
            let cause = "The columns the party's name is made of are empty.";
            self.findings.push(Finding::fault("missing-name", place, cause, "Fill them in."));
        }
        let sides = self.sides();
        let city = self.city(&sides);
        let stated = !sides.is_empty();
        Some(Party { id: id?, kind: columns.kind, name: name?.trim().to_owned(), sides, city, email: None })
            .filter(|_| stated)
    }

    fn sides(&mut self) -> Vec<SideId> {
        let pick = self.mapping.fields.sides.as_ref();
        let pack = self.pack;
        let before = self.findings.0.len();
        let mut sides = self.all("sides", pick, |text| side(text, pack));
        sides.sort();
        sides.dedup();
        if sides.is_empty() && self.findings.0.len() == before {
            self.findings.push(Finding::fault(
                "missing-side",
                Place::cell(self.file, self.row.number, "sides"),
                "The row does not say which side the party is on.",
                "Fill the column, or state a constant under [sides] in the mapping.",
            ));
        }
        sides
    }

    fn city(&mut self, sides: &[SideId]) -> Option<CityId> {
        let fields = &self.mapping.fields;
        let region =
            fields.region.as_ref().and_then(|pick| self.picked("region", pick, false).into_iter().next());
        let region = region.and_then(|picked| region_code(&picked.text, sides, self.pack));
        let pack = self.pack;
        self.one("city", fields.city.as_ref(), |text| city(text, sides, region.as_deref(), pack))
    }

    pub(super) fn role(&mut self) -> Option<RoleId> {
        let pick = self.mapping.fields.role.as_ref();
        let pack = self.pack;
        let role = self.one("role", pick, |text| role(text, pack))?;
        Some(pack.role(role).id.clone())
    }

    pub(super) fn sectors(&mut self, section: &'static str, pick: Option<&Pick>) -> Vec<SectorId> {
        let pack = self.pack;
        let mut sectors = self.all(section, pick, |text| match pack.sector(text) {
            Some(sector) => Ok(sector.id.clone()),
            None => {
                let known = pack.sectors().iter().map(|sector| sector.id.as_str());
                Err(Trouble::unknown("unknown-sector", "sector", text, known))
            }
        });
        sectors.sort();
        sectors.dedup();
        sectors
    }

    pub(super) fn certifications(&mut self) -> Vec<CertificationId> {
        let pick = self.mapping.fields.certifications.as_ref();
        let pack = self.pack;
        let mut held = self.all("certifications", pick, |text| match pack.certification(text) {
            Some(held) => Ok(held.id.clone()),
            None => {
                let known = pack.certifications().iter().map(|held| held.id.as_str());
                Err(Trouble::unknown("unknown-certification", "certification", text, known))
            }
        });
        held.sort();
        held.dedup();
        held
    }

    pub(super) fn registrations(&mut self) -> Vec<RegistrationId> {
        let pick = self.mapping.fields.registrations.as_ref();
        let pack = self.pack;
        let mut held = self.all("registrations", pick, |text| match pack.registration(text) {
            Some(held) => Ok(held.id.clone()),
            None => {
                let known = pack.registrations().iter().map(|held| held.id.as_str());
                Err(Trouble::unknown("unknown-registration", "registration", text, known))
            }
        });
        held.sort();
        held.dedup();
        held
    }
}

/// A side by its id, name or country code.
fn side(text: &str, pack: &Pack) -> Result<SideId, Trouble> {
    let lower = text.trim().to_lowercase();
    let found = pack.sides().iter().find(|side| {
        side.id.as_str() == lower
            || side.country.to_lowercase() == lower
            || side.labels.all().any(|label| label.to_lowercase() == lower)
    });
    found.map(|side| side.id.clone()).ok_or_else(|| {
        let known = pack.sides().iter().map(|side| side.id.as_str());
        Trouble::unknown("unknown-side", "side", text, known)
    })
}

/// A region's code by its code or name, on one of the sides.
fn region_code(text: &str, sides: &[SideId], pack: &Pack) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let regions = sides.iter().filter_map(|side| pack.side(side.as_str())).flat_map(|side| &side.regions);
    let mut found = regions.filter(|region| {
        region.id.to_lowercase() == lower || region.labels.all().any(|label| label.to_lowercase() == lower)
    });
    found.next().map(|region| region.id.clone())
}

/// A city by name, on one of the sides; the region decides between two of one name.
fn city(text: &str, sides: &[SideId], region: Option<&str>, pack: &Pack) -> Result<CityId, Trouble> {
    let named = |region| sides.iter().find_map(|side| pack.city_named(text, Some(side), region));
    let found = region.and_then(|region| named(Some(region))).or_else(|| named(None));
    let by_id = || pack.city(text.trim()).filter(|city| sides.contains(&city.side));
    found.or_else(by_id).map(|city| city.id.clone()).ok_or_else(|| {
        let cities = sides.iter().filter_map(|side| pack.side(side.as_str())).flat_map(|side| &side.cities);
        Trouble::unknown("unknown-city", "city", text, cities.map(|city| city.labels.en.as_str()))
    })
}

/// A role by id, title or NOC code (five digits: 2021, four: 2016). A code of several
/// roles is a fault: the mapping says which is meant.
fn role(text: &str, pack: &Pack) -> Result<RoleIx, Trouble> {
    let text = text.trim();
    let code = text.bytes().all(|b| b.is_ascii_digit());
    let of_code = match text.len() {
        5 if code => pack.roles_of_noc2021(text),
        4 if code => pack.roles_of_noc2016(text),
        _ => &[],
    };
    match of_code {
        [only] => return Ok(*only),
        [] => {}
        several => {
            let names: Vec<&str> = several.iter().map(|ix| pack.role(*ix).id.as_str()).collect();
            return Err(Trouble::new(
                "ambiguous-role",
                format!("The code {text} is one of {} roles: {}.", several.len(), names.join(", ")),
                "Choose one for this code under `values` of [role] in the mapping.",
            )
            .with("roles", names.join(", ")));
        }
    }
    pack.role_titled(text).ok_or_else(|| {
        let known = pack.roles().iter().map(|role| role.id.as_str());
        Trouble::unknown("unknown-role", "role", text, known)
    })
}

/// `en:B2`, `ur:native`.
pub(super) fn language(text: &str) -> Result<LanguageSkill, Trouble> {
    let bad = |what: &str| {
        Trouble::new(
            "bad-language",
            format!("{:?} {what}.", short(text)),
            "Write the code and the level, en:B2; levels are A1 to C2 and native.",
        )
    };
    let (code, level) = text.split_once(':').ok_or_else(|| bad("states no level"))?;
    let language = LanguageCode::new(code.trim()).ok_or_else(|| bad("has no language code"))?;
    let wanted = level.trim().to_lowercase();
    let level = Cefr::ALL.into_iter().find(|level| level.to_string().to_lowercase() == wanted);
    Ok(LanguageSkill { language, level: level.ok_or_else(|| bad("has no such level"))? })
}
