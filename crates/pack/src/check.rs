//! Reads a pack and reports every fault at once.

use crate::aliases::Aliases;
use crate::cities::CityNames;
use crate::closure::Closure;
use crate::documents::Documents;
use crate::pack::Parts;
use crate::reader::{Files, Sink};
use crate::role::{Role, RoleNames};
use crate::shapes::SHAPES;
use crate::skill::Skill;
use crate::threads::both;
use crate::{
    Pack, about, cycles, exchange, hash, listing, prices, relations, role, scoring, side, skill, source,
};
use pul_domain::{Finding, Findings, Place, Severity};

/// Reads the files of a pack. The pack is there if nothing in them is at fault; the
/// findings are all there are, by file and line.
///
/// Files with syntax errors are read as far as they go, so that one slip does not make
/// everything that refers to them a fault as well.
pub fn check(files: &Files) -> (Option<Pack>, Findings) {
    let sink = Sink::new(SHAPES);
    let documents = Documents::parse(files, &sink);
    let parts = read(files, &documents, &sink);
    let mut findings = sink.into_findings();
    explain_broken(&documents, &mut findings);
    findings.0.sort_by(|a, b| {
        (&a.place.file, a.place.line, &a.code, &a.cause).cmp(&(
            &b.place.file,
            b.place.line,
            &b.code,
            &b.cause,
        ))
    });
    findings.0.dedup();
    let pack = (!findings.has_faults()).then(|| Pack::new(parts));
    (pack, findings)
}

fn read(files: &Files, documents: &Documents<'_>, sink: &Sink) -> Parts {
    let source_ids = source::declare(documents, sink);
    let side_ids = side::declare(documents, sink);
    let (people, ((parameters, rules), hash, sources)) = both(
        sink,
        |sink| Skilled::read(documents, sink),
        |sink| {
            let sources = source::read(documents, sink);
            (prices::read(documents, &source_ids, sink), hash::of(files), sources)
        },
    );
    let sides = side::read(documents, &source_ids, sink);
    Parts {
        about: about::read(documents, sink),
        hash,
        sources,
        aliases: people.aliases,
        role_names: people.role_names,
        affinities: people.affinities,
        closure: people.closure,
        city_names: CityNames::gather(&sides, sink),
        sectors: listing::sectors(documents, sink),
        certifications: listing::certifications(documents, sink),
        registrations: listing::registrations(documents, &side_ids, &source_ids, sink),
        rates: exchange::read(documents, &source_ids, sink),
        scoring: scoring::read(documents, sink),
        mappings: mappings(files),
        skills: people.skills,
        roles: people.roles,
        sides,
        parameters,
        rules,
    }
}

/// What a pack says of skills and roles, and what follows from it.
struct Skilled {
    skills: Vec<Skill>,
    closure: Closure,
    aliases: Aliases,
    roles: Vec<Role>,
    role_names: RoleNames,
    affinities: Vec<u8>,
}

impl Skilled {
    fn read(documents: &Documents<'_>, sink: &Sink) -> Skilled {
        let skill_ids = skill::declare(documents, sink);
        let role_ids = role::declare(documents, sink);
        let mut skills = skill::read(documents, &skill_ids, sink);
        // Ranks hold only if every declared skill could be read.
        let whole = skills.len() == skill_ids.len();
        if skill_ids.len() > usize::from(u16::MAX) {
            sink.push(Finding::fault(
                "too-many-skills",
                Place::file("skills/"),
                format!("{} skills are declared.", skill_ids.len()),
                format!("Keep at most {}.", u16::MAX),
            ));
        }
        if let (true, Some(text)) = (whole, documents.relations) {
            relations::apply(text, &mut skills, &skill_ids, sink);
        }
        let related: &[Skill] = if whole { &skills } else { &[] };
        if whole {
            cycles::report(related, sink);
        }
        let roles = role::read(documents, &role_ids, &skill_ids, sink);
        let closing = |_: &Sink| {
            let closure = Closure::of(related);
            let affinities = role::affinities(&roles, &closure, skills.len());
            (closure, affinities)
        };
        let (aliases, (closure, affinities)) = both(sink, |sink| Aliases::gather(related, sink), closing);
        let role_names = role::names(&roles, sink);
        Skilled { closure, aliases, role_names, affinities, skills, roles }
    }
}

/// The texts of the import mappings by name; the importer reads and checks them.
fn mappings(files: &Files) -> std::collections::BTreeMap<String, String> {
    let text = |(path, bytes): (&String, &Vec<u8>)| {
        let name = path.strip_prefix("mappings/")?.strip_suffix(".toml")?;
        Some((name.to_owned(), String::from_utf8(bytes.clone()).ok()?))
    };
    files.iter().filter_map(text).collect()
}

/// Says that unknown references may be owed to files that could not be read whole.
fn explain_broken(documents: &Documents<'_>, findings: &mut Findings) {
    let unknown = findings
        .iter()
        .any(|finding| finding.severity == Severity::Fault && finding.code == "unknown-reference");
    for path in documents.broken().filter(|_| unknown) {
        findings.push(Finding::note(
            "read-in-part",
            Place::file(path),
            "The file was read only in part, so things it declares may be reported as unknown elsewhere.",
            "Mend its syntax first, then check again.",
        ));
    }
}
