//! The numbers of everything offers name.

use crate::basis::Basis;
use crate::names::{Names, UNKNOWN};
use pul_domain::{
    CertificationId, LanguageCode, PartyId, RegistrationId, RoleId, SectorId, SideId, SkillId, WorkingHours,
};
use std::collections::HashMap;

/// Numbers given out while offers are read. Skills and roles of the pack keep the
/// numbers they have there; those the pack does not know follow.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    more_skills: Names<SkillId>,
    more_roles: Names<RoleId>,
    pub(crate) sectors: Names<SectorId>,
    pub(crate) certifications: Names<CertificationId>,
    pub(crate) registrations: Names<RegistrationId>,
    pub(crate) parties: Names<PartyId>,
    pub(crate) sides: Names<SideId>,
    languages: HashMap<LanguageCode, u32>,
    pub(crate) hours: Vec<WorkingHours>,
    hours_numbers: HashMap<WorkingHours, u32>,
}

impl Vocabulary {
    pub(crate) fn add_skill(&mut self, basis: &Basis, skill: &SkillId) -> u32 {
        match basis.skills.get(skill) {
            UNKNOWN => basis.skills.len() as u32 + self.more_skills.add(skill),
            number => number,
        }
    }

    pub(crate) fn skill(&self, basis: &Basis, skill: &SkillId) -> u32 {
        match (basis.skills.get(skill), self.more_skills.get(skill)) {
            (UNKNOWN, UNKNOWN) => UNKNOWN,
            (UNKNOWN, more) => basis.skills.len() as u32 + more,
            (number, _) => number,
        }
    }

    pub(crate) fn skill_id<'a>(&'a self, basis: &'a Basis, skill: u32) -> &'a SkillId {
        match (skill as usize).checked_sub(basis.skills.len()) {
            Some(more) => self.more_skills.id(more as u32),
            None => basis.skills.id(skill),
        }
    }

    /// How many skills have a number.
    pub(crate) fn skills(&self, basis: &Basis) -> usize {
        basis.skills.len() + self.more_skills.len()
    }

    pub(crate) fn add_role(&mut self, basis: &Basis, role: &RoleId) -> u32 {
        match basis.roles.get(role) {
            UNKNOWN => basis.roles.len() as u32 + self.more_roles.add(role),
            number => number,
        }
    }

    pub(crate) fn role(&self, basis: &Basis, role: &RoleId) -> u32 {
        match (basis.roles.get(role), self.more_roles.get(role)) {
            (UNKNOWN, UNKNOWN) => UNKNOWN,
            (UNKNOWN, more) => basis.roles.len() as u32 + more,
            (number, _) => number,
        }
    }

    /// How many roles have a number.
    pub(crate) fn roles(&self, basis: &Basis) -> usize {
        basis.roles.len() + self.more_roles.len()
    }

    pub(crate) fn add_language(&mut self, language: LanguageCode) -> u32 {
        let next = self.languages.len() as u32;
        *self.languages.entry(language).or_insert(next)
    }

    pub(crate) fn language(&self, language: LanguageCode) -> u32 {
        self.languages.get(&language).copied().unwrap_or(UNKNOWN)
    }

    pub(crate) fn languages(&self) -> usize {
        self.languages.len()
    }

    pub(crate) fn add_hours(&mut self, hours: WorkingHours) -> u32 {
        if let Some(number) = self.hours_numbers.get(&hours) {
            return *number;
        }
        let number = self.hours.len() as u32;
        self.hours.push(hours.clone());
        self.hours_numbers.insert(hours, number);
        number
    }
}

/// The sides of a party, as far as the rule of sides tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sides(pub(crate) u32);

impl Sides {
    /// On no side.
    pub(crate) const NONE: Sides = Sides(u32::MAX);
    /// On two or more.
    pub(crate) const MANY: Sides = Sides(u32::MAX - 1);
    /// On one that no offerer is on.
    const STRANGE: Sides = Sides(u32::MAX - 2);

    /// Of a list, with the number of a side.
    pub(crate) fn of(sides: &[SideId], mut number: impl FnMut(&SideId) -> u32) -> Sides {
        let Some(first) = sides.first() else {
            return Sides::NONE;
        };
        if sides.iter().any(|s| s != first) {
            return Sides::MANY;
        }
        match number(first) {
            UNKNOWN => Sides::STRANGE,
            known => Sides(known),
        }
    }

    /// Whether some side of one differs from some side of the other.
    pub(crate) fn differ(self, other: Sides) -> bool {
        self != Sides::NONE && other != Sides::NONE && (self != other || self == Sides::MANY)
    }
}
