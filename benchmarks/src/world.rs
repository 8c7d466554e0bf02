//! The synthetic corridor: 600,000 offers of 12 skills out of 1,000, asks of 6.
//!
//! Skills are drawn by Zipf's law, the *n*-th with weight 1/*n*. In the *bare* world posts have
//! skills and nothing else, and a score is a dot product, so that peers can be held to the
//! same lists. In the *ruled* world they have everything that a hard rule reads, and the score is by
//! skills alone. In the *full* world they have all that posts have, and the score is the one published.

use jiff::civil::{Date, date};
use pul_domain::*;
use pul_pack::{Files, Pack};
use pul_testkit::Chance;
use std::fmt::Write;

/// The day of the match.
pub const AS_OF: Date = date(2026, 11, 23);
/// Skills there are.
pub const SKILLS: usize = 1000;
/// Skills of an offer.
const OFFERED: usize = 12;
/// Skills of an ask.
const ASKED: usize = 6;
/// Weights of an ask's skills sum to this, so that a share of 9,000 points is a whole multiple of
/// fifteen and no credit is rounded.
const WEIGHTS: u64 = 60;

/// What posts of a world have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posts {
    /// Skills and nothing else.
    Bare,
    /// Everything that hard rules read, and nothing that only a score does.
    Ruled,
    /// Everything.
    Full,
}

/// What kind of world.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// What posts have, and by what they are scored: by the published weights where they have
    /// everything, else by skills alone.
    pub posts: Posts,
    /// Skills imply others, so that six asked widen to about 53.
    pub widened: bool,
}

/// Draws posts.
pub struct World {
    kind: Kind,
    skills: Vec<SkillId>,
    /// Sums of the weights of the skills up to each, in billionths of the whole.
    zipf: Vec<u64>,
    roles: Vec<RoleId>,
    sectors: Vec<SectorId>,
}

impl World {
    /// A world of a kind.
    pub fn new(kind: Kind) -> World {
        let weights: Vec<u64> = (1..=SKILLS as u64).map(|n| 1_000_000_000 / n).collect();
        let zipf = weights.iter().scan(0, |sum, w| {
            *sum += w;
            Some(*sum)
        });
        World {
            kind,
            skills: (0..SKILLS).map(|n| id(&format!("s{n:04}"))).collect(),
            zipf: zipf.collect(),
            roles: (0..ROLES).map(|n| id(&format!("r{n:02}"))).collect(),
            sectors: (0..SECTORS).map(|n| id(&format!("sector-{n:02}"))).collect(),
        }
    }

    fn skill(&self, chance: &mut Chance) -> usize {
        let whole = self.zipf[SKILLS - 1];
        let at = chance.below(whole);
        self.zipf.partition_point(|sum| *sum <= at)
    }

    fn distinct_skills(&self, chance: &mut Chance, many: usize) -> Vec<usize> {
        let mut out = Vec::with_capacity(many);
        while out.len() < many {
            let skill = self.skill(chance);
            if !out.contains(&skill) {
                out.push(skill);
            }
        }
        out
    }

    /// The offer of a number.
    pub fn offer(&self, number: u64) -> Offer {
        let mut c = Chance::new(number.wrapping_mul(2) + 1);
        let skills = self
            .distinct_skills(&mut c, OFFERED)
            .into_iter()
            .map(|skill| OfferedSkill { skill: self.skills[skill].clone(), level: level(c.between(1, 5)) });
        let skills = skills.collect();
        let mut offer = Offer {
            common: common(format!("o{number:06}"), format!("p{number:06}"), "pakistan"),
            skills,
            rate: None,
            people: 1,
            hours_per_week: None,
            available_from: None,
            available_until: None,
            least_days: None,
            wanted_days: None,
            wanted_sectors: vec![],
            overlap: OverlapWish::default(),
            languages: vec![],
            certifications: vec![],
            registrations: vec![],
            record: TrackRecord::default(),
        };
        if self.kind.posts != Posts::Bare {
            self.fill_offer(&mut offer, &mut c);
        }
        if self.kind.posts == Posts::Ruled {
            offer.common.role = None;
            (offer.wanted_days, offer.wanted_sectors) = (None, vec![]);
        }
        offer
    }

    fn fill_offer(&self, offer: &mut Offer, c: &mut Chance) {
        offer.common.role = c.percent(90).then(|| c.pick(&self.roles).clone());
        offer.common.sectors = (0..c.below(3)).map(|_| c.pick(&self.sectors).clone()).collect();
        offer.common.hours =
            Some(hours("Asia/Karachi", *c.pick(&[9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])));
        // Most rates lie between 8 and 40 dollars an hour, some up to 90.
        let dollars = 8 + c.below(24) + c.below(10) + if c.percent(15) { c.below(50) } else { 0 };
        offer.rate = c.percent(85).then(|| match c.below(3) {
            0 => rate(dollars * 100, Currency::USD, RateUnit::Hour),
            1 => rate(dollars * 100 * 168, Currency::USD, RateUnit::Month),
            _ => rate(dollars * 100 * 281 * 168, Currency::PKR, RateUnit::Month),
        });
        offer.people = (1 + c.below(4) * c.below(5)) as u16;
        offer.hours_per_week = c.percent(80).then(|| *c.pick(&[20, 30, 40, 40, 40, 50]));
        offer.available_from = c.percent(40).then(|| later(c.below(150)));
        offer.available_until = c.percent(10).then(|| later(200 + c.below(700)));
        offer.least_days = c.percent(30).then(|| *c.pick(&[14, 30, 60, 90]));
        offer.wanted_days = c.percent(60).then(|| *c.pick(&[60, 90, 180, 365]));
        offer.wanted_sectors = if c.percent(40) { vec![c.pick(&self.sectors).clone()] } else { vec![] };
        offer.overlap.least_minutes = c.percent(10).then_some(60);
        offer.languages = vec![language("ur", Cefr::Native), language("en", *c.pick(&Cefr::ALL[1..6]))];
        offer.record.years = c.percent(80).then(|| c.below(18) as u8);
        offer.record.confirmed_outcomes = c.below(3) as u16;
        let reference = Reference { client: "A client".into(), year: None };
        offer.record.references = vec![reference; c.below(4) as usize];
        if c.percent(30) {
            offer.registrations.push(id("pseb"));
        }
        if c.percent(10) {
            offer.certifications.push(id("iso-27001"));
        }
    }

    /// The ask of a number.
    pub fn ask(&self, number: u64) -> Ask {
        let mut c = Chance::new(number.wrapping_mul(2));
        let mut weights = [1_u64; ASKED];
        for _ in ASKED as u64..WEIGHTS {
            weights[c.below(ASKED as u64) as usize] += 1;
        }
        let skills =
            self.distinct_skills(&mut c, ASKED).into_iter().zip(weights).map(|(skill, weight)| Requirement {
                skill: self.skills[skill].clone(),
                level: level(5),
                importance: Importance::Should,
                weight: Some(weight as u8),
            });
        let mut ask = Ask {
            common: common(format!("a{number:05}"), format!("b{number:05}"), "canada"),
            skills: skills.collect(),
            budget: None,
            people: 1,
            hours_per_week: None,
            period: None,
            overlap: OverlapWish::default(),
            languages: vec![],
            certifications: vec![],
            registrations: vec![],
            least_references: None,
        };
        if self.kind.posts != Posts::Bare {
            self.fill_ask(&mut ask, &mut c);
        }
        if self.kind.posts == Posts::Ruled {
            (ask.common.role, ask.common.sectors) = (None, vec![]);
        }
        ask
    }

    fn fill_ask(&self, ask: &mut Ask, c: &mut Chance) {
        for (at, requirement) in ask.skills.iter_mut().enumerate() {
            requirement.level = level(c.between(2, 4));
            requirement.importance = match at {
                0 => Importance::Must,
                1 | 2 => Importance::Should,
                _ => Importance::Nice,
            };
            requirement.weight = None;
        }
        ask.common.role = c.percent(90).then(|| c.pick(&self.roles).clone());
        ask.common.sectors = if c.percent(70) { vec![c.pick(&self.sectors).clone()] } else { vec![] };
        let zone = *c.pick(&["America/Toronto", "America/Vancouver", "America/Edmonton", "America/Halifax"]);
        ask.common.hours = Some(hours(zone, *c.pick(&[8, 9])));
        let dollars = 25 + c.below(80);
        ask.budget = c.percent(80).then(|| rate(dollars * 100, Currency::CAD, RateUnit::Hour));
        ask.people = *c.pick(&[1, 1, 1, 2, 3]);
        ask.hours_per_week = c.percent(80).then(|| *c.pick(&[20, 40, 40]));
        let start = c.below(120);
        ask.period = Period::new(later(start), later(start + 29 + c.below(330))).ok();
        ask.overlap.least_minutes = c.percent(30).then(|| *c.pick(&[60, 120, 180]));
        ask.languages = if c.percent(90) { vec![language("en", *c.pick(&Cefr::ALL[2..5]))] } else { vec![] };
        ask.registrations = if c.percent(5) { vec![id("pseb")] } else { vec![] };
        ask.certifications = if c.percent(3) { vec![id("iso-27001")] } else { vec![] };
        ask.least_references = c.percent(20).then_some(1);
    }

    /// The pack of the world.
    pub fn pack(&self) -> Pack {
        let mut files: Files = crate::pack::FILES
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let scoring = match self.kind.posts {
            Posts::Full => crate::pack::PUBLISHED.to_owned(),
            Posts::Bare => crate::pack::SKILLS_ALONE.to_owned(),
            // Rates are stated here; sectors are what nobody asks for, so that all earn them whole.
            Posts::Ruled => crate::pack::SKILLS_ALONE.replacen("price = 1000", "price = 0", 1).replacen(
                "sector = 0",
                "sector = 1000",
                1,
            ),
        };
        let mut put = |path: &str, text: String| files.insert(path.to_owned(), text.into_bytes());
        put("scoring.toml", scoring);
        put("skills/all.toml", self.skills_file());
        let mut c = Chance::new(7);
        let roles = self.roles.iter().fold(String::new(), |mut text, role| {
            let skills: Vec<String> = self
                .distinct_skills(&mut c, 8)
                .into_iter()
                .map(|s| format!("{} = 50", self.skills[s]))
                .collect();
            let _ = writeln!(text, "[{role}]\nlabel = \"{role}\"\nskills = {{ {} }}", skills.join(", "));
            text
        });
        put("roles/all.toml", roles);
        let sectors = self.sectors.iter().fold(String::new(), |mut text, sector| {
            let _ = writeln!(text, "[{sector}]\nlabel = \"{sector}\"");
            text
        });
        put("sectors.toml", sectors);
        let (pack, findings) = pul_pack::check(&files);
        pack.unwrap_or_else(|| panic!("the synthetic pack is at fault: {findings:#?}"))
    }

    /// Skills; in the widened world each is implied by some eight others.
    fn skills_file(&self) -> String {
        let mut c = Chance::new(3);
        self.skills.iter().enumerate().fold(String::new(), |mut text, (at, skill)| {
            let _ = writeln!(text, "[{skill}]\nlabel = \"Skill {skill}\"\nkind = \"tool\"");
            if self.kind.widened {
                // A step of 54 per cent is worth 29 in two steps: below what is kept.
                let mut others: Vec<usize> = Vec::new();
                while others.len() < 8 {
                    let other = c.below(SKILLS as u64) as usize;
                    if other != at && !others.contains(&other) {
                        others.push(other);
                    }
                }
                let implied: Vec<String> =
                    others.iter().map(|o| format!("{} = {}", self.skills[*o], c.between(35, 54))).collect();
                let _ = writeln!(text, "implies = {{ {} }}", implied.join(", "));
            }
            text
        })
    }
}

const ROLES: usize = 45;
const SECTORS: usize = 20;

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn level(level: u64) -> Level {
    Level::new(level as u8).unwrap_or(Level::WORKING)
}

fn rate(minor: u64, currency: Currency, per: RateUnit) -> Rate {
    Rate { minor, currency, per }
}

fn later(days: u64) -> Date {
    AS_OF.saturating_add(jiff::Span::new().days(days as i64))
}

fn language(code: &str, level: Cefr) -> LanguageSkill {
    LanguageSkill { language: LanguageCode::new(code).unwrap_or(LanguageCode::ENGLISH), level }
}

fn hours(zone: &str, start: u16) -> WorkingHours {
    let time = |hour: u16| TimeOfDay::from_minutes(hour % 24 * 60);
    let (Some(start), Some(end)) = (time(start), time(start + 8)) else { unreachable!("both are in a day") };
    WorkingHours { zone: zone.to_owned(), start, end, days: DaySet::WORKING_WEEK }
}

fn common(post: String, party: String, side: &str) -> Common {
    Common {
        id: id(&post),
        party: id(&party),
        sides: vec![id(side)],
        title: String::new(),
        role: None,
        sectors: vec![],
        city: None,
        hours: None,
        exclude: Exclusions::default(),
        terms: Terms::Service {},
    }
}
