//! A small pack, and posts drawn from a number, with many ties and every hard rule in play.

use jiff::civil::{Date, date};
use pul_domain::*;
use pul_pack::{Files, Pack};

pub const AS_OF: Date = date(2026, 11, 23);

const FILES: [(&str, &str); 10] = [
    (
        "pack.toml",
        r#"id = "small"
title = "Small"
version = "2026.11.1"
licence = "CC-BY-4.0"
sides = ["canada", "pakistan"]
languages = ["en", "fr", "ur"]
"#,
    ),
    (
        "sources.toml",
        r#"[bank]
producer = "A bank"
title = "Rates"
address = "https://example.org"
published = "2026"
read = "2026-11-23"
licence = "unknown"
"#,
    ),
    (
        "sides/canada.toml",
        r#"id = "canada"
label = "Canada"
fr = "Canada"
ur = "کینیڈا"
country = "CA"
currency = "CAD"
languages = ["en", "fr"]
weekend = ["saturday", "sunday"]
[[region]]
id = "ON"
label = "Ontario"
[[city]]
id = "toronto"
label = "Toronto"
region = "ON"
zone = "America/Toronto"
"#,
    ),
    (
        "sides/pakistan.toml",
        r#"id = "pakistan"
label = "Pakistan"
fr = "Pakistan"
ur = "پاکستان"
country = "PK"
currency = "PKR"
languages = ["ur", "en"]
weekend = ["sunday"]
[[region]]
id = "SD"
label = "Sindh"
[[city]]
id = "karachi"
label = "Karachi"
region = "SD"
zone = "Asia/Karachi"
"#,
    ),
    (
        "skills/software.toml",
        r#"[programming]
label = "Programming"
kind = "knowledge"
[javascript]
label = "JavaScript"
kind = "language"
broader = "programming"
[react]
label = "React"
kind = "framework"
implies = { javascript = 90 }
[next-js]
label = "Next.js"
kind = "framework"
implies = { react = 90 }
[vue]
label = "Vue"
kind = "framework"
implies = { javascript = 85, react = 40 }
[python]
label = "Python"
kind = "language"
broader = "programming"
[django]
label = "Django"
kind = "framework"
implies = { python = 95 }
[sql]
label = "SQL"
kind = "language"
"#,
    ),
    (
        "roles/software.toml",
        r#"[front-end-developer]
label = "Front-end developer"
skills = { javascript = 80, react = 60 }
[back-end-developer]
label = "Back-end developer"
skills = { python = 80, sql = 60, javascript = 30 }
[data-analyst]
label = "Data analyst"
skills = { sql = 90, python = 40 }
"#,
    ),
    (
        "sectors.toml",
        "[health]\nlabel = \"Health\"\n[finance]\nlabel = \"Finance\"\n[energy]\nlabel = \"Energy\"\n",
    ),
    (
        "certifications.toml",
        "[iso-27001]\nlabel = \"ISO 27001\"\nkind = \"organisation\"\nissuer = \"ISO\"\n",
    ),
    ("registrations.toml", "[pseb]\nlabel = \"PSEB\"\nside = \"pakistan\"\nbody = \"PSEB\"\n"),
    (
        "exchange.toml",
        r#"[[rate]]
currency = "CAD"
per_usd = "1.3981"
from = "2026-01-01"
source = "bank"
[[rate]]
currency = "PKR"
per_usd = "281.2"
from = "2026-01-01"
source = "bank"
"#,
    ),
];

/// The published weights, or others of the same form.
pub const SCORING: &str = include_str!("../../../../packs/canada-pakistan/scoring.toml");

/// The small pack with some weights.
pub fn pack(scoring: &str) -> Pack {
    let mut files: Files =
        FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("scoring.toml".to_owned(), scoring.as_bytes().to_vec());
    let (pack, findings) = pul_pack::check(&files);
    pack.unwrap_or_else(|| panic!("{findings:#?}"))
}

/// Numbers drawn one after another from a seed (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    pub fn one_in(&mut self, bound: u64) -> bool {
        self.below(bound) == 0
    }

    pub fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len() as u64) as usize]
    }

    fn maybe<T>(&mut self, in_ten: u64, make: impl FnOnce(&mut Chance) -> T) -> Option<T> {
        (self.below(10) < in_ten).then(|| make(self))
    }

    fn some<T: Clone + PartialEq>(&mut self, things: &[T], most: u64) -> Vec<T> {
        let many = self.below(most + 1);
        (0..many).map(|_| self.of(things).clone()).collect()
    }
}

fn ids<K>(texts: &[&str]) -> Vec<Id<K>> {
    texts.iter().map(|t| Id::new(t).unwrap()).collect()
}

const SKILLS: [&str; 9] =
    ["javascript", "react", "next-js", "vue", "python", "django", "sql", "programming", "not-in-the-pack"];

fn level(c: &mut Chance) -> Level {
    Level::new(1 + c.below(5) as u8).unwrap()
}

fn language(c: &mut Chance) -> LanguageSkill {
    let code = *c.of(&["en", "fr", "ur"]);
    LanguageSkill { language: LanguageCode::new(code).unwrap(), level: *c.of(&Cefr::ALL) }
}

fn hours(c: &mut Chance) -> WorkingHours {
    let zone = *c.of(&["America/Toronto", "America/Vancouver", "Asia/Karachi", "Europe/London", "No/Where"]);
    let zone = if zone == "No/Where" && !c.one_in(4) { "Asia/Karachi" } else { zone };
    let time = |minutes: u64| TimeOfDay::from_minutes(minutes as u16).unwrap();
    let (start, end) = (time(c.below(24) * 60), time(c.below(48) * 30));
    let days = if c.one_in(3) { DaySet::from(c.some(&Weekday::ALL, 6)) } else { DaySet::WORKING_WEEK };
    WorkingHours { zone: zone.into(), start, end, days }
}

fn rate(c: &mut Chance, most: u64) -> Rate {
    let per = *c.of(&[
        RateUnit::Hour,
        RateUnit::Hour,
        RateUnit::Hour,
        RateUnit::Day,
        RateUnit::Month,
        RateUnit::Year,
        RateUnit::Fixed,
    ]);
    let hours = match per {
        RateUnit::Hour => 1,
        RateUnit::Day => 8,
        RateUnit::Month => 168,
        RateUnit::Year => 2016,
        RateUnit::Fixed => 1000,
    };
    let (code, factor) = *c.of(&[("USD", 100), ("CAD", 140), ("PKR", 28_000), ("XYZ", 100)]);
    Rate { minor: c.below(most) * 5 * factor * hours, currency: Currency::new(code).unwrap(), per }
}

fn common(c: &mut Chance, id: String, home: &str) -> Common {
    let away = if home == "canada" { "pakistan" } else { "canada" };
    let sides = match c.below(12) {
        0 => ids(&[away]),
        1 => ids(&[home, away]),
        2 if c.one_in(4) => Vec::new(),
        _ => ids(&[home]),
    };
    let mut exclude = Exclusions::default();
    if c.one_in(6) {
        exclude.parties = vec![PartyId::new(&format!("party-{}", c.below(8))).unwrap()];
        exclude.sectors = c.some(&ids(&["health", "finance"]), 1);
        exclude.skills = c.some(&ids(&SKILLS), 1);
    }
    let city = *c.of(&["toronto", "karachi", "atlantis"]);
    let kind =
        if c.one_in(15) { Terms::Practice { topics: vec![], formats: vec![] } } else { Terms::Service {} };
    Common {
        id: PostId::new(&id).unwrap(),
        party: PartyId::new(&format!("party-{}", c.below(40))).unwrap(),
        sides,
        title: String::new(),
        role: c.maybe(7, |c| {
            let role =
                c.of(&["front-end-developer", "back-end-developer", "data-analyst", "not-in-the-pack"]);
            RoleId::new(role).unwrap()
        }),
        sectors: c.some(&ids(&["health", "finance", "energy", "not-in-the-pack"]), 2),
        city: c.maybe(5, |_| CityId::new(city).unwrap()),
        hours: c.maybe(8, hours),
        exclude,
        terms: kind,
    }
}

fn overlap(c: &mut Chance) -> OverlapWish {
    OverlapWish {
        least_minutes: c.maybe(2, |c| c.below(5) as u16 * 60),
        wanted_minutes: c.maybe(3, |c| c.below(6) as u16 * 60),
    }
}

fn days_later(days: u64) -> Date {
    AS_OF.saturating_add(jiff::Span::new().days(days as i64))
}

pub fn ask(c: &mut Chance, number: u64) -> Ask {
    let importances =
        [Importance::Must, Importance::Should, Importance::Should, Importance::Nice, Importance::Nice];
    let requirement = |c: &mut Chance| Requirement {
        skill: SkillId::new(c.of::<&str>(&SKILLS)).unwrap(),
        level: if c.one_in(3) { level(c) } else { Level::new(1 + c.below(3) as u8).unwrap() },
        importance: *c.of(&importances),
        weight: c.maybe(3, |c| c.below(101) as u8),
    };
    let many = c.below(7);
    let length = c.below(400);
    let start = c.below(300);
    Ask {
        common: common(c, format!("ask-{number}"), "canada"),
        skills: (0..many).map(|_| requirement(c)).collect(),
        budget: c.maybe(7, |c| rate(c, 20)),
        people: c.below(3) as u16,
        hours_per_week: c.maybe(5, |c| c.below(5) as u8 * 10),
        period: c.maybe(7, |_| Period::new(days_later(start), days_later(start + length)).unwrap()),
        overlap: overlap(c),
        languages: (0..c.below(2)).map(|_| language(c)).collect(),
        certifications: if c.one_in(10) { ids(&["iso-27001"]) } else { vec![] },
        registrations: if c.one_in(10) { ids(&["pseb"]) } else { vec![] },
        least_references: c.maybe(2, |c| c.below(3) as u8),
    }
}

pub fn offer(c: &mut Chance, number: u64) -> Offer {
    let many = c.below(6);
    let reference = Reference { client: "Somebody".into(), year: None };
    Offer {
        common: common(c, format!("offer-{number}"), "pakistan"),
        skills: (0..many)
            .map(|_| OfferedSkill { skill: SkillId::new(c.of::<&str>(&SKILLS)).unwrap(), level: level(c) })
            .collect(),
        rate: c.maybe(7, |c| rate(c, 14)),
        people: c.below(6) as u16,
        hours_per_week: c.maybe(6, |c| c.below(6) as u8 * 10),
        available_from: c.maybe(3, |c| days_later(c.below(300))),
        available_until: c.maybe(2, |c| days_later(200 + c.below(600))),
        least_days: c.maybe(2, |c| c.below(300) as u16),
        wanted_days: c.maybe(3, |c| c.below(600) as u16),
        wanted_sectors: c.some(&ids(&["health", "finance", "energy"]), 1),
        overlap: overlap(c),
        languages: (0..c.below(4)).map(|_| language(c)).collect(),
        certifications: if c.one_in(3) { ids(&["iso-27001"]) } else { vec![] },
        registrations: if c.one_in(3) { ids(&["pseb"]) } else { vec![] },
        record: TrackRecord {
            years: c.maybe(5, |c| c.below(4) as u8 * 5),
            confirmed_outcomes: if c.one_in(4) { c.below(4) as u16 } else { 0 },
            references: vec![reference; c.below(4) as usize],
        },
    }
}
