//! What the world is made of, taken from the pack.

use crate::chance::Chance;
use pul_domain::{CertificationId, CityId, RegistrationId, RoleId, SectorId, SideId, SkillId};
use pul_pack::{Holder, Pack, Side};

/// Ids of the pack in the forms that drawing needs.
pub(crate) struct Vocabulary {
    pub sides: Vec<SideWords>,
    /// Number of the side whose parties mostly offer services: the one that pays
    /// less, here told by which side's registrations exporters hold.
    pub eastern: usize,
    pub roles: Vec<RoleWords>,
    /// How common each role is: most of such a corridor's trade is software.
    role_weights: Vec<u64>,
    pub sectors: Vec<SectorId>,
    pub certifications: Vec<CertificationId>,
    pub exporter_registration: Option<RegistrationId>,
    french_cities: Vec<CityId>,
}

/// A side with its cities and their zones, first cities likelier than later ones.
pub(crate) struct SideWords {
    pub id: SideId,
    pub cities: Vec<(CityId, String)>,
    pub city_weights: Vec<u64>,
}

/// A role with its skills, most central first.
#[derive(Clone)]
pub(crate) struct RoleWords {
    pub id: RoleId,
    pub label: String,
    pub skills: Vec<(SkillId, u8)>,
}

impl Vocabulary {
    /// `None` where the pack lacks two sides with cities, or roles with skills.
    pub fn of(pack: &Pack) -> Option<Vocabulary> {
        let sides: Vec<SideWords> = pack.sides().iter().map(side).collect();
        let told = || pack.roles().iter().filter(|r| r.skills.len() > 4);
        let roles: Vec<RoleWords> = told().map(|r| role(pack, r)).collect();
        let role_weights = told().map(|r| commonness(&r.group)).collect();
        if sides.len() != 2 || sides.iter().any(|s| s.cities.is_empty()) || roles.is_empty() {
            return None;
        }
        let registration = pack.registrations().iter().find(|r| r.id.as_str().contains("pseb"));
        let eastern = registration.and_then(|r| sides.iter().position(|s| s.id == r.side)).unwrap_or(1);
        let french = pack.sides().iter().flat_map(|s| &s.cities).filter(|c| c.region == "QC");
        Some(Vocabulary {
            eastern,
            sectors: pack.sectors().iter().map(|s| s.id.clone()).collect(),
            certifications: certifications(pack),
            exporter_registration: registration.map(|r| r.id.clone()),
            french_cities: french.map(|c| c.id.clone()).collect(),
            sides,
            roles,
            role_weights,
        })
    }

    /// The number of the other side, whose parties mostly ask.
    pub fn western(&self) -> usize {
        1 - self.eastern
    }

    /// A role, the common ones more often.
    pub fn role(&self, chance: &mut Chance) -> RoleWords {
        self.roles[chance.weighted(&self.role_weights)].clone()
    }

    /// Whether asks of this city are often for French.
    pub fn french_city(&self, city: &CityId) -> bool {
        self.french_cities.contains(city)
    }
}

fn commonness(group: &str) -> u64 {
    match group {
        "software" => 24,
        "data-ai" => 10,
        "infrastructure-security" | "quality-support" => 6,
        "design-product" | "marketing-commerce" => 4,
        _ => 2,
    }
}

fn side(side: &Side) -> SideWords {
    let cities: Vec<_> = side.cities.iter().map(|c| (c.id.clone(), c.zone.name().to_owned())).collect();
    let city_weights = (0..cities.len() as u64).map(|place| 120 / (place + 1)).map(|w| w.max(1)).collect();
    SideWords { id: side.id.clone(), cities, city_weights }
}

fn role(pack: &Pack, role: &pul_pack::Role) -> RoleWords {
    let mut skills: Vec<(SkillId, u8)> =
        role.skills.iter().map(|(ix, weight)| (pack.skill(*ix).id.clone(), *weight)).collect();
    skills.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    RoleWords { id: role.id.clone(), label: role.labels.en.clone(), skills }
}

fn certifications(pack: &Pack) -> Vec<CertificationId> {
    let held = pack.certifications().iter().filter(|c| c.kind == Holder::Person);
    held.map(|c| c.id.clone()).collect()
}
