//! Reads a mapping file.

use super::columns::Columns;
use super::pick::named_columns;
use super::shapes;
use super::{
    Band, Duplicates, Fields, FromRole, FromText, Habits, LevelRule, Mapping, Near, Only, PartyColumns, Pick,
    Plausible, SkillColumns, TakeAs, Template, Test,
};
use crate::table::Reading;
use pul_domain::{Currency, Findings, Importance, Level, PartyKind, SourceId};
use pul_pack::reader::{Document, Sink, Table};

const IMPORTANCE: [(&str, Importance); 3] =
    [("must", Importance::Must), ("should", Importance::Should), ("nice", Importance::Nice)];

const PARTY_KINDS: [(&str, PartyKind); 7] = [
    ("firm", PartyKind::Firm),
    ("professional", PartyKind::Professional),
    ("startup", PartyKind::Startup),
    ("investor", PartyKind::Investor),
    ("mentor", PartyKind::Mentor),
    ("institution", PartyKind::Institution),
    ("agency", PartyKind::Agency),
];

pub(super) fn mapping(name: &str, bytes: &[u8]) -> (Option<Mapping>, Findings) {
    let sink = Sink::new(shapes::ALL.as_slice());
    let mapping = Document::parse(name, bytes, &sink).and_then(|document| {
        let root = document.root(&sink, &shapes::MAPPING);
        let mapping = File { columns: Columns::default(), assumptions: Vec::new() }.read(&root);
        root.finish();
        mapping
    });
    let findings = sink.into_findings();
    (mapping.filter(|_| !findings.has_faults()), findings)
}

/// What is gathered while sections are read.
struct File {
    columns: Columns,
    assumptions: Vec<String>,
}

impl File {
    fn read(mut self, root: &Table<'_>) -> Option<Mapping> {
        let take_as = root.choice("take_as", &[("ask", TakeAs::Ask), ("offer", TakeAs::Offer)]);
        let (reading, habits, separator) = habits(root);
        let fields = self.fields(root, separator.as_deref());
        let only = root.tables("only", &shapes::ONLY);
        let only = only.into_iter().filter_map(|table| self.only(table)).collect();
        let skills = root.tables("skills", &shapes::SKILLS);
        let skills: Vec<SkillColumns> =
            skills.into_iter().filter_map(|table| self.skills(table, separator.as_deref())).collect();
        let plausible = root.tables("plausible", &shapes::PLAUSIBLE);
        let mapping = Mapping {
            about: root.text("about").unwrap_or_default().to_owned(),
            source: root.opt_text("source").and_then(|id| SourceId::new(id).ok()),
            take_as: take_as.unwrap_or(TakeAs::Ask),
            reading,
            habits,
            only,
            id: self.template(root, "id"),
            title: root.has("title").then(|| self.template(root, "title")),
            party: self.party(root)?,
            fields,
            level: self.level(root),
            skills,
            from_role: self.role_skills(root),
            from_text: self.text_skills(root),
            least_skills: root.opt_integer("least_skills", 0..=100).unwrap_or(1) as usize,
            scale: root.opt_integer("scale", 1..=1_000_000).unwrap_or(1) as u32,
            plausible: plausible.into_iter().filter_map(plausible_bounds).collect(),
            duplicates: self.duplicates(root),
            assumptions: self.assumptions,
            columns: self.columns.0,
        };
        check(root, &mapping);
        take_as.map(|_| mapping)
    }

    fn fields(&mut self, root: &Table<'_>, separator: Option<&str>) -> Fields {
        Fields::read(|section| {
            let table = root.table(section, &shapes::PICK)?;
            let pick = Pick::read(&table, section, separator, &mut self.columns, &mut self.assumptions);
            table.finish();
            pick
        })
    }

    fn template(&mut self, table: &Table<'_>, key: &'static str) -> Template {
        let text = table.text(key).unwrap_or("-");
        Template::read(text, &mut self.columns).unwrap_or_else(|why| {
            let cause = format!("{}: in `{key}`, {why}.", table.name());
            table.fault(key, "bad-template", cause, "Write columns as {Column} and the row number as {#}.");
            Template::default()
        })
    }

    fn party(&mut self, root: &Table<'_>) -> Option<PartyColumns> {
        let Some(table) = root.table("party", &shapes::PARTY) else {
            if !root.has("party") {
                root.fault(
                    "party",
                    "missing-key",
                    "The mapping does not say whose the posts are.",
                    "Add [party] with `id`, `name` and `kind`.",
                );
            }
            return None;
        };
        let party = PartyColumns {
            id: self.template(&table, "id"),
            name: self.template(&table, "name"),
            kind: table.choice("kind", &PARTY_KINDS).unwrap_or(PartyKind::Firm),
        };
        table.finish();
        Some(party)
    }

    fn only(&mut self, table: Table<'_>) -> Option<Only> {
        let texts = |key| table.texts(key).iter().map(|at| at.value.trim().to_lowercase()).collect();
        let bounds = (table.opt_integer("least", 0..=i64::MAX), table.opt_integer("most", 0..=i64::MAX));
        let mut tests: Vec<Test> = Vec::new();
        if table.has("is") {
            tests.push(Test::Is(texts("is")));
        }
        if table.has("is_not") {
            tests.push(Test::IsNot(texts("is_not")));
        }
        if table.has("stated") {
            tests.push(Test::Stated(table.flag("stated")));
        }
        if let (least, most) = bounds
            && (least.is_some() || most.is_some())
        {
            tests.push(Test::Within(least.unwrap_or(0), most.unwrap_or(i64::MAX)));
        }
        if tests.len() != 1 {
            table.fault(
                "column",
                "bad-condition",
                "A condition asks for exactly one thing.",
                "State one of `is`, `is_not`, `stated`, or `least` and `most`; write a further [[only]] for more.",
            );
        }
        let name = table.text("column").unwrap_or_default().trim().to_owned();
        table.finish();
        let test = tests.pop()?;
        Some(Only { column: self.columns.number(&name), name, test })
    }

    fn skills(&mut self, table: Table<'_>, separator: Option<&str>) -> Option<SkillColumns> {
        let pick = Pick::read(&table, "skills", separator, &mut self.columns, &mut self.assumptions);
        let skills = pick.map(|pick| SkillColumns {
            pick,
            importance: table.opt_choice("importance", &IMPORTANCE).unwrap_or(Importance::Should),
            weight: table.opt_integer("weight", 1..=100).map(|weight| weight as u8),
            level: level_at(&table, "level"),
            level_mark: table.opt_text("level_mark").map(str::to_owned),
        });
        table.finish();
        skills
    }

    fn level(&mut self, root: &Table<'_>) -> LevelRule {
        let unstated = |level| LevelRule { pick: None, bands: Vec::new(), unstated: level };
        let Some(table) = root.table("level", &shapes::LEVEL) else {
            return unstated(Level::WORKING);
        };
        let bands: Vec<Band> = table.tables("bands", &shapes::BAND).into_iter().filter_map(band).collect();
        if !bands.windows(2).all(|pair| pair[0].from < pair[1].from) {
            table.fault(
                "bands",
                "bad-bands",
                "The bands of years do not rise.",
                "Write them from the fewest years to the most.",
            );
        }
        let rule = LevelRule {
            pick: table.has("column").then(|| Pick::column(&table, &mut self.columns)).flatten(),
            bands,
            unstated: level_at(&table, "unstated").unwrap_or(Level::WORKING),
        };
        if let Some(why) = table.opt_text("assumed") {
            self.assumptions.push(format!("level: {why}"));
        }
        table.finish();
        rule
    }

    fn role_skills(&mut self, root: &Table<'_>) -> Option<FromRole> {
        let table = root.table("skills_from_role", &shapes::FROM_ROLE)?;
        let importance = |key| table.opt_choice(key, &IMPORTANCE).unwrap_or(Importance::Should);
        let rule = FromRole {
            core: importance("core"),
            others: importance("others"),
            least_weight: table.opt_integer("least_weight", 1..=100).unwrap_or(1) as u8,
            level: level_at(&table, "level"),
            only_core: table.flag("only_core"),
        };
        if let Some(why) = table.opt_text("assumed") {
            self.assumptions.push(format!("skills_from_role: {why}"));
        }
        table.finish();
        Some(rule)
    }

    fn text_skills(&mut self, root: &Table<'_>) -> Option<FromText> {
        let table = root.table("skills_from_text", &shapes::FROM_TEXT)?;
        let rule = FromText {
            columns: named_columns(&table, &mut self.columns),
            importance: table.opt_choice("importance", &IMPORTANCE).unwrap_or(Importance::Should),
        };
        table.finish();
        Some(rule)
    }

    fn duplicates(&mut self, root: &Table<'_>) -> Duplicates {
        let Some(table) = root.table("duplicates", &shapes::DUPLICATES) else {
            return Duplicates { near: Near::Warn, apart: Vec::new() };
        };
        let near = [("warn", Near::Warn), ("refuse", Near::Refuse), ("ignore", Near::Ignore)];
        let duplicates = Duplicates {
            near: table.opt_choice("near", &near).unwrap_or(Near::Warn),
            apart: table.texts("apart").iter().map(|at| self.columns.number(at.value)).collect(),
        };
        table.finish();
        duplicates
    }
}

fn habits(root: &Table<'_>) -> (Reading, Habits, Option<String>) {
    let mut reading = Reading::default();
    let mut habits = Habits { decimal: '.', thousands: ',', dates: Vec::new(), empty: Vec::new() };
    let Some(table) = root.table("read", &shapes::READ) else {
        return (reading, habits, None);
    };
    let delimiters = [("comma", b','), ("semicolon", b';'), ("tab", b'\t'), ("bar", b'|')];
    reading.delimiter = table.opt_choice("delimiter", &delimiters);
    reading.sheet = table.opt_text("sheet").map(str::to_owned);
    let marks = [("point", '.'), ("comma", ',')];
    habits.decimal = table.opt_choice("decimal", &marks).unwrap_or('.');
    let groups = [("comma", ','), ("point", '.'), ("space", ' '), ("apostrophe", '\'')];
    let usual = if habits.decimal == ',' { '.' } else { ',' };
    habits.thousands = table.opt_choice("thousands", &groups).unwrap_or(usual);
    if habits.decimal == habits.thousands {
        table.fault(
            "thousands",
            "bad-marks",
            "The decimal mark and the mark between thousands are the same.",
            "State two different ones.",
        );
    }
    habits.dates = table.texts("dates").iter().map(|at| at.value.to_owned()).collect();
    habits.empty = table.texts("empty").iter().map(|at| at.value.trim().to_lowercase()).collect();
    let separator = table.opt_text("separator").map(str::to_owned);
    table.finish();
    (reading, habits, separator)
}

fn level_at(table: &Table<'_>, key: &'static str) -> Option<Level> {
    table.opt_integer(key, 1..=5).and_then(|level| Level::new(level as u8).ok())
}

fn band(table: Table<'_>) -> Option<Band> {
    let from = table.integer("from", 0..=100);
    let level = table.integer("level", 1..=5);
    table.finish();
    Some(Band { from: from? as u32, level: Level::new(level? as u8).ok()? })
}

fn plausible_bounds(table: Table<'_>) -> Option<Plausible> {
    let code = table.text("currency").unwrap_or_default();
    let currency = Currency::new(code);
    if currency.is_none() && !code.is_empty() {
        table.fault(
            "currency",
            "unknown-currency",
            format!("{:?} is no currency code.", crate::table::short(code)),
            "Write three letters, \"PKR\".",
        );
    }
    let least = table.integer("least", 0..=i64::MAX);
    let most = table.integer("most", 0..=i64::MAX);
    table.finish();
    Some(Plausible { currency: currency?, least: least? as u64, most: most? as u64 })
}

/// What must hold between sections.
fn check(root: &Table<'_>, mapping: &Mapping) {
    let fault = |key: &str, cause: &str, cure: &str| root.fault(key, "incomplete-mapping", cause, cure);
    let fields = &mapping.fields;
    if fields.sides.is_none() {
        fault("sides", "The mapping does not say which side the parties are on.", "Add [sides].");
    }
    if fields.amount.is_some() && (fields.currency.is_none() || fields.per.is_none()) {
        fault("amount", "An amount needs a currency and what it is for.", "Add [currency] and [per].");
    }
    if fields.hours_start.is_some() != fields.hours_end.is_some() {
        fault("hours_start", "Working hours need a start and an end.", "Add [hours_start] and [hours_end].");
    }
    if mapping.from_role.is_some() && fields.role.is_none() {
        fault("skills_from_role", "Skills are to come from a role, but none is read.", "Add [role].");
    }
    let offers_only = [("years", fields.years.is_some()), ("references", fields.references.is_some())];
    let asks_only = [("least_references", fields.least_references.is_some())];
    let wrong = match mapping.take_as {
        TakeAs::Ask => offers_only.as_slice(),
        TakeAs::Offer => asks_only.as_slice(),
    };
    for (key, stated) in wrong {
        if *stated {
            fault(key, "This section does not fit what the rows become.", "Take it away, or mend `take_as`.");
        }
    }
}
