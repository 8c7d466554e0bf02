//! The pack that ships with Pul.

use pul_pack::{Files, Pack, check};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let (pack, findings) = check(files());
    pack.unwrap_or_else(|| panic!("{}", crate::mini::lines(&findings)))
});

/// Its files.
pub fn files() -> &'static Files {
    static FILES: LazyLock<Files> = LazyLock::new(|| gather(&root().join("packs/canada-pakistan")));
    &FILES
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn gather(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                open.push((entry.path(), format!("{path}/")));
            } else {
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

#[test]
fn it_is_as_large_as_promised() {
    assert!(PACK.skills().len() >= 900, "{} skills", PACK.skills().len());
    assert!(PACK.roles().len() >= 45, "{} roles", PACK.roles().len());
    let domains: BTreeSet<&str> = PACK.skills().iter().map(|s| s.domain.as_str()).collect();
    assert!(domains.len() >= 13, "{domains:?}");
}

#[test]
fn names_that_people_write_find_their_skill() {
    for (written, id) in [
        ("ReactJS", "react"),
        ("Node", "nodejs"),
        ("node.js", "nodejs"),
        ("NodeJS", "nodejs"),
        ("Golang", "go"),
        ("C++", "cpp"),
        ("C#", "c-sharp"),
        ("Postgres", "postgresql"),
        ("k8s", "kubernetes"),
    ] {
        let found = PACK.resolve_skill(written).map(|(ix, _)| PACK.skill(ix).id.as_str());
        assert_eq!(found, Some(id), "{written}");
    }
}

#[test]
fn everything_it_holds_can_be_shown() {
    let shown = |kind: &str, id: &str| {
        let card = PACK.show(kind, id).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(card.id, id);
        assert!(card.to_string().ends_with(&format!("{}\n", card.origin)));
    };
    PACK.skills().iter().for_each(|skill| shown("skill", skill.id.as_str()));
    PACK.roles().iter().for_each(|role| shown("role", role.id.as_str()));
    PACK.sides().iter().flat_map(|side| &side.cities).for_each(|city| shown("city", city.id.as_str()));
    PACK.sectors().iter().for_each(|sector| shown("sector", sector.id.as_str()));
    PACK.certifications().iter().for_each(|held| shown("certification", held.id.as_str()));
    PACK.registrations().iter().for_each(|held| shown("registration", held.id.as_str()));
    PACK.sources().values().for_each(|source| shown("source", source.id.as_str()));
    PACK.parameters().iter().for_each(|parameter| shown("parameter", &parameter.id));
}

#[test]
fn money_of_both_sides_has_a_rate_on_every_day_since_2015() {
    let mut day = jiff::civil::date(2015, 1, 1);
    while day < jiff::civil::date(2027, 12, 31) {
        for side in PACK.sides() {
            assert!(PACK.per_usd(side.currency, day).is_some(), "{} on {day}", side.currency);
        }
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn strengths_keep_their_bounds() {
    for ix in (0..).map(pul_pack::SkillIx).take(PACK.skills().len()) {
        let row = PACK.closure().implied_by(ix);
        assert!(row.is_sorted_by_key(|(to, _)| *to));
        assert!(row.iter().all(|(to, s)| *to != ix && (30..=100).contains(s)));
        assert!(row.iter().all(|(to, s)| PACK.closure().implying(*to).contains(&(ix, *s))));
    }
}

/// Every occupation of the LMIA list has a role, by its code of 2021 or of 2016.
#[test]
fn every_occupation_of_the_employers_list_has_a_role() {
    let folder = std::env::var_os("PUL_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let Ok(text) = std::fs::read_to_string(folder.join("lmia_ict_2017_2024.csv")) else {
        eprintln!("skipped: no employers' list under {}", folder.display());
        return;
    };
    // The code is the last column but one and never quoted.
    let codes: BTreeSet<&str> = text.lines().skip(1).filter_map(|line| line.rsplit(',').nth(1)).collect();
    let known =
        |code: &&&str| PACK.roles_of_noc2021(code).is_empty() && PACK.roles_of_noc2016(code).is_empty();
    let unknown: Vec<&&str> = codes.iter().filter(known).collect();
    assert!(codes.len() > 5 && unknown.is_empty(), "{} codes, without a role: {unknown:?}", codes.len());
}
