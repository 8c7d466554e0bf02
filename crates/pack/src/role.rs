//! Roles: what people are hired as, and the skills that make it.

use crate::closure::Closure;
use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::{Labels, Origin};
use crate::reader::{At, Sink, Table};
use crate::shapes::ROLE;
use crate::skill::SkillIx;
use crate::spelling::fold;
use pul_domain::{Finding, RoleId};
use serde::Serialize;
use std::collections::BTreeMap;

/// A role of one pack by its rank: ids in bytewise order. Means nothing in another pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RoleIx(pub u16);

impl RoleIx {
    /// The rank as an index of an array.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub labels: Labels,
    /// The group it is in: the name of the file that declares it.
    pub group: String,
    /// Codes of the National Occupational Classification 2021.
    pub noc2021: Vec<String>,
    /// Codes of the National Occupational Classification 2016.
    pub noc2016: Vec<String>,
    /// Titles it goes by.
    pub titles: Vec<String>,
    /// Its skills with their weights, 1 to 100; by rank.
    pub skills: Vec<(SkillIx, u8)>,
    /// Skills that define it.
    pub core: Vec<SkillIx>,
    /// Where the pack declares it.
    pub origin: Origin,
}

pub(crate) fn declare(documents: &Documents<'_>, sink: &Sink) -> Declared {
    let mut declared = Declared::new("role");
    for document in documents.under("roles/") {
        for (id, table) in document.tables(sink, &ROLE) {
            declared.add(id, Origin::of(&table), sink);
        }
    }
    declared
}

/// Every role, by rank.
pub(crate) fn read(
    documents: &Documents<'_>,
    declared: &Declared,
    skills: &Declared,
    sink: &Sink,
) -> Vec<Role> {
    let mut roles = Vec::with_capacity(declared.len());
    for document in documents.under("roles/") {
        let path = document.path();
        let group = path.trim_start_matches("roles/").trim_end_matches(".toml");
        for (id, table) in document.tables(sink, &ROLE) {
            let role = read_one(id, group, &table, skills);
            if declared.is_first(id, &table) {
                roles.extend(role);
            }
            table.finish();
        }
    }
    roles.sort_by(|a: &Role, b| a.id.cmp(&b.id));
    roles
}

fn read_one(id: &str, group: &str, table: &Table<'_>, declared: &Declared) -> Option<Role> {
    let labels = Labels::read(table);
    if !table.has("skills") {
        table.fault(
            "skills",
            "missing-key",
            format!("{}: `skills` is missing.", table.name()),
            "Add `skills`: weights from 1 to 100 by skill, { sql = 80 }.",
        );
    }
    let mut skills: Vec<(SkillIx, u8)> = Vec::new();
    for (skill, weight) in table.numbers("skills", 1..=100) {
        if let Some(rank) = declared.refer(table, "skills", skill) {
            skills.extend(u8::try_from(weight).ok().map(|w| (SkillIx(rank), w)));
        }
    }
    skills.sort_unstable();
    let core = read_core(table, &skills, declared);
    Some(Role {
        id: RoleId::new(id).ok()?,
        labels,
        group: group.to_owned(),
        noc2021: codes(table, "noc2021", 5),
        noc2016: codes(table, "noc2016", 4),
        titles: table.texts("titles").iter().map(|t| t.value.to_owned()).collect(),
        skills,
        core,
        origin: Origin::of(table),
    })
}

fn read_core(table: &Table<'_>, skills: &[(SkillIx, u8)], declared: &Declared) -> Vec<SkillIx> {
    let named = table.texts("core");
    if named.len() > 4 {
        table.fault(
            "core",
            "out-of-range",
            format!("{}: {} skills under `core`.", table.name(), named.len()),
            "Keep the one to four that define the role.",
        );
    }
    let mut core = Vec::new();
    for skill in named {
        let Some(ix) = declared.refer(table, "core", skill).map(SkillIx) else {
            continue;
        };
        if skills.iter().all(|(known, _)| *known != ix) {
            table.fault_at(
                skill.line,
                "core-not-in-skills",
                format!("{}: `{}` is core, but not among `skills`.", table.name(), skill.value),
                "Give it a weight under `skills`.",
            );
        }
        core.push(ix);
    }
    core
}

fn codes(table: &Table<'_>, key: &'static str, digits: usize) -> Vec<String> {
    let mut out = Vec::new();
    for At { value, line } in table.texts(key) {
        if value.len() == digits && value.bytes().all(|b| b.is_ascii_digit()) {
            out.push(value.to_owned());
        } else {
            table.fault_at(
                line,
                "bad-code",
                format!("{}: {value:?} is no code of `{key}`.", table.name()),
                format!("Write {digits} digits in quotes."),
            );
        }
    }
    out
}

/// Roles by what they are called and coded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RoleNames {
    pub(crate) noc2021: BTreeMap<String, Vec<RoleIx>>,
    pub(crate) noc2016: BTreeMap<String, Vec<RoleIx>>,
    pub(crate) titles: BTreeMap<String, RoleIx>,
}

/// Gathers codes and titles; a title of two roles is a fault.
pub(crate) fn names(roles: &[Role], sink: &Sink) -> RoleNames {
    let mut names = RoleNames::default();
    for (role, ix) in roles.iter().zip((0..).map(RoleIx)) {
        for code in &role.noc2021 {
            names.noc2021.entry(code.clone()).or_default().push(ix);
        }
        for code in &role.noc2016 {
            names.noc2016.entry(code.clone()).or_default().push(ix);
        }
        let titles = role.labels.all().chain(role.titles.iter().map(String::as_str));
        for title in titles {
            let key = fold(title);
            let first = *names.titles.entry(key).or_insert(ix);
            if first != ix {
                let other = &roles[first.index()];
                sink.push(Finding::fault(
                    "title-collision",
                    role.origin.place(),
                    format!(
                        "role `{}`: {title:?} is a title of role `{}` too ({}).",
                        role.id, other.id, other.origin
                    ),
                    "Keep it where it fits best.",
                ));
            }
        }
    }
    names
}

/// Affinity of each two roles in per cent, row by row; 100 for a role with itself.
///
/// What a role covers of another is the weighted mean, over the other's skills, of the best
/// strength of any of its own towards each; the affinity of two roles is the mean of what
/// each covers of the other, rounded down once. Shared skills alone (a Jaccard index) would
/// put a full-stack developer far from a web developer, because the two are described by
/// neighbouring words.
pub(crate) fn affinities(roles: &[Role], closure: &Closure, skills: usize) -> Vec<u8> {
    let covered: Vec<Vec<u32>> = roles.iter().map(|one| covers(one, roles, closure, skills)).collect();
    let mut matrix = Vec::with_capacity(roles.len() * roles.len());
    for (at, of_others) in covered.iter().enumerate() {
        for (beside, (there, back)) in of_others.iter().zip(covered.iter().map(|row| row[at])).enumerate() {
            matrix.push(if at == beside { 100 } else { ((there + back) / 200) as u8 });
        }
    }
    matrix
}

/// What one role covers of each, in hundredths of a per cent.
fn covers(one: &Role, roles: &[Role], closure: &Closure, skills: usize) -> Vec<u32> {
    let mut best = vec![0_u8; skills];
    for (skill, _) in &one.skills {
        best[skill.index()] = 100;
        for (implied, strength) in closure.implied_by(*skill) {
            let known = &mut best[implied.index()];
            *known = (*known).max(*strength);
        }
    }
    let covered = |other: &Role| {
        let (mut got, mut of) = (0_u64, 0_u64);
        for (skill, weight) in &other.skills {
            got += u64::from(*weight) * u64::from(best[skill.index()]);
            of += u64::from(*weight);
        }
        (100 * got).checked_div(of).unwrap_or(0) as u32
    };
    roles.iter().map(covered).collect()
}
