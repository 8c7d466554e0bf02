//! The keys each section of a mapping file may have.

use super::Fields;
use pul_pack::reader::Shape;
use std::sync::LazyLock;

/// The file as a whole: its own keys and one section for each field.
pub(super) static MAPPING: LazyLock<Shape> = LazyLock::new(|| {
    let own = [
        "about",
        "source",
        "take_as",
        "id",
        "title",
        "party",
        "read",
        "only",
        "skills",
        "skills_from_role",
        "skills_from_text",
        "level",
        "least_skills",
        "scale",
        "plausible",
        "duplicates",
    ];
    let keys: Vec<&'static str> = own.iter().chain(Fields::NAMES).copied().collect();
    Shape { what: "a mapping", keys: keys.leak() }
});

pub(super) const PARTY: Shape = Shape { what: "a party section", keys: &["id", "name", "kind"] };

pub(super) const READ: Shape = Shape {
    what: "a read section",
    keys: &["separator", "delimiter", "sheet", "decimal", "thousands", "dates", "empty"],
};

pub(super) const ONLY: Shape =
    Shape { what: "an only section", keys: &["column", "is", "is_not", "stated", "least", "most"] };

pub(super) const PICK: Shape = Shape {
    what: "a field section",
    keys: &[
        "column",
        "columns",
        "constant",
        "separator",
        "cut_at",
        "first_word",
        "values",
        "unknown",
        "assumed",
    ],
};

pub(super) const LEVEL: Shape =
    Shape { what: "a level section", keys: &["column", "values", "bands", "unstated", "assumed"] };

pub(super) const BAND: Shape = Shape { what: "a band", keys: &["from", "level"] };

pub(super) const SKILLS: Shape = Shape {
    what: "a skills section",
    keys: &[
        "column",
        "columns",
        "constant",
        "separator",
        "cut_at",
        "first_word",
        "values",
        "unknown",
        "assumed",
        "importance",
        "weight",
        "level",
        "level_mark",
    ],
};

pub(super) const FROM_ROLE: Shape = Shape {
    what: "a skills_from_role section",
    keys: &["core", "others", "only_core", "least_weight", "level", "assumed"],
};

pub(super) const FROM_TEXT: Shape =
    Shape { what: "a skills_from_text section", keys: &["column", "columns", "importance"] };

pub(super) const PLAUSIBLE: Shape =
    Shape { what: "a plausible section", keys: &["currency", "least", "most"] };

pub(super) const DUPLICATES: Shape = Shape { what: "a duplicates section", keys: &["near", "apart"] };

/// All of them, so that a misplaced key is told where it belongs.
pub(super) static ALL: LazyLock<Vec<&'static Shape>> = LazyLock::new(|| {
    let mut all: Vec<&'static Shape> = vec![&PARTY, &READ, &ONLY, &PICK, &LEVEL, &BAND, &SKILLS];
    all.extend([&FROM_ROLE, &FROM_TEXT, &PLAUSIBLE, &DUPLICATES]);
    all.insert(0, &MAPPING);
    all
});
