//! Skills as the pack declares them.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::{Labels, Origin};
use crate::reader::{At, Sink, Table};
use crate::shapes::SKILL;
use pul_domain::SkillId;
use serde::Serialize;

/// A skill of one pack by its rank: ids in bytewise order, so that the lower rank is the
/// lower id. Means nothing in another pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SkillIx(pub u16);

impl SkillIx {
    /// The rank as an index of an array.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What kind of thing a skill is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkillKind {
    /// A language of programming, mark-up or query.
    Language,
    /// A framework.
    Framework,
    /// A library.
    Library,
    /// A tool.
    Tool,
    /// A platform: operating system, cloud, engine.
    Platform,
    /// A database.
    Database,
    /// A protocol.
    Protocol,
    /// A standard.
    Standard,
    /// A method of work.
    Method,
    /// A practice.
    Practice,
    /// A field of knowledge.
    Knowledge,
    /// A service one buys.
    Service,
    /// What a certification examines.
    CertificationTopic,
}

impl SkillKind {
    const WORDS: [(&'static str, SkillKind); 13] = [
        ("language", SkillKind::Language),
        ("framework", SkillKind::Framework),
        ("library", SkillKind::Library),
        ("tool", SkillKind::Tool),
        ("platform", SkillKind::Platform),
        ("database", SkillKind::Database),
        ("protocol", SkillKind::Protocol),
        ("standard", SkillKind::Standard),
        ("method", SkillKind::Method),
        ("practice", SkillKind::Practice),
        ("knowledge", SkillKind::Knowledge),
        ("service", SkillKind::Service),
        ("certification-topic", SkillKind::CertificationTopic),
    ];

    /// The word of the pack's format.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, kind)| *kind == self);
        found.map_or("skill", |(word, _)| word)
    }
}

/// A skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its name.
    pub labels: Labels,
    /// Its domain: the name of the file that declares it.
    pub domain: String,
    /// What kind of thing it is about.
    pub kind: SkillKind,
    /// The skill that takes it in, if any.
    pub broader: Option<SkillIx>,
    /// Other spellings; any case counts.
    pub aliases: Vec<String>,
    /// Spellings that count in exactly this case.
    pub exact: Vec<String>,
    /// Whether its spellings are ordinary words too, and need context in running text.
    pub word: bool,
    /// Words near by that confirm the sense of a `word`.
    pub context: Vec<String>,
    /// What it implies, with the strength in per cent, as declared or as measured
    /// (`relations.csv`); by rank.
    pub implies: Vec<(SkillIx, u8)>,
    /// UUID of the ESCO skill.
    pub esco: Option<String>,
    /// Technology example of O*NET.
    pub onet: Option<String>,
    /// Stack Overflow tag.
    pub stackoverflow: Option<String>,
    /// Where the pack declares it.
    pub origin: Origin,
}

pub(crate) fn declare(documents: &Documents<'_>, sink: &Sink) -> Declared {
    let mut declared = Declared::new("skill");
    for document in documents.under("skills/") {
        for (id, table) in document.tables(sink, &SKILL) {
            declared.add(id, Origin::of(&table), sink);
        }
    }
    declared
}

/// Every skill, by rank. A skill whose table is too faulty to read leaves a gap, and then
/// there is a fault and no pack.
pub(crate) fn read(documents: &Documents<'_>, declared: &Declared, sink: &Sink) -> Vec<Skill> {
    let mut skills: Vec<Skill> = Vec::with_capacity(declared.len());
    for document in documents.under("skills/") {
        let path = document.path();
        let domain = path.trim_start_matches("skills/").trim_end_matches(".toml");
        for (id, table) in document.tables(sink, &SKILL) {
            let skill = read_one(id, domain, &table, declared);
            if declared.is_first(id, &table) {
                skills.extend(skill);
            }
            table.finish();
        }
    }
    skills.sort_by(|a, b| a.id.cmp(&b.id));
    skills
}

fn read_one(id: &str, domain: &str, table: &Table<'_>, declared: &Declared) -> Option<Skill> {
    let labels = Labels::read(table);
    let kind = table.choice("kind", &SkillKind::WORDS);
    let broader = table.opt_text("broader").and_then(|value| {
        let line = table.line_of("broader");
        declared.refer(table, "broader", At { value, line })
    });
    let word = table.flag("word");
    let context = own(&table.texts("context"));
    if word && context.is_empty() {
        table.fault(
            "word",
            "missing-key",
            format!("{}: `word` without `context`.", table.name()),
            "Add `context`: the words near by that confirm the sense.",
        );
    }
    if !word && !context.is_empty() {
        table.fault(
            "context",
            "context-without-word",
            format!("{}: `context` counts only with `word = true`.", table.name()),
            "Add word = true, or take `context` away.",
        );
    }
    let implies = read_implies(id, table, declared);
    Some(Skill {
        id: SkillId::new(id).ok()?,
        labels,
        domain: domain.to_owned(),
        kind: kind.unwrap_or(SkillKind::Knowledge),
        broader: broader.map(SkillIx),
        aliases: own(&table.texts("aliases")),
        exact: own(&table.texts("exact")),
        word,
        context,
        implies,
        esco: esco(table),
        onet: table.opt_text("onet").map(str::to_owned),
        stackoverflow: table.opt_text("stackoverflow").map(str::to_owned),
        origin: Origin::of(table),
    })
}

fn read_implies(id: &str, table: &Table<'_>, declared: &Declared) -> Vec<(SkillIx, u8)> {
    let mut implies = Vec::new();
    for (to, strength) in table.numbers("implies", 1..=99) {
        if to.value == id {
            table.fault_at(
                to.line,
                "implies-itself",
                format!("{} implies itself.", table.name()),
                "Take it out of `implies`; a skill is worth itself without saying so.",
            );
            continue;
        }
        let Some(rank) = declared.refer(table, "implies", to) else {
            continue;
        };
        // In range: `numbers` has held it against 1..=99.
        implies.extend(u8::try_from(strength).ok().map(|s| (SkillIx(rank), s)));
    }
    implies.sort_unstable();
    implies
}

/// A UUID: 8-4-4-4-12 hexadecimal digits.
fn esco(table: &Table<'_>) -> Option<String> {
    let text = table.opt_text("esco")?;
    let fits = text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
    if !fits {
        table.fault(
            "esco",
            "bad-uuid",
            format!("{}: {text:?} is no UUID.", table.name()),
            "Write the last part of the ESCO address, 8-4-4-4-12 hexadecimal digits.",
        );
    }
    Some(text.to_owned())
}

fn own(texts: &[At<&str>]) -> Vec<String> {
    texts.iter().map(|text| text.value.to_owned()).collect()
}
