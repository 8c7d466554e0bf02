//! Sentences about a match: why a part earned what it earned, which rule fails, and what
//! would mend it.

use crate::{Length, Locale, Value};
use pul_domain::{Ask, Cause, Cefr, Change, Currency, Failure, Money, Offer, Part, PartName, Rule};

/// Names of things of the pack by their ids, in the language of the sentence.
pub trait Names {
    /// The name of a skill, sector, certification, registration or party; its id where
    /// the pack has no other.
    fn name(&self, id: &str) -> String;
}

/// A pair whose sentences are made; money is told in the posts' own currencies.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The ask.
    pub ask: &'a Ask,
    /// The offer.
    pub offer: &'a Offer,
    /// Names of what the two name.
    pub names: &'a dyn Names,
}

impl Locale {
    /// The name of a part of a view.
    pub fn part_name(&self, name: PartName) -> String {
        let key = match name {
            PartName::Skills => "part-skills",
            PartName::Level => "part-level",
            PartName::Price => "part-price",
            PartName::Overlap => "part-overlap",
            PartName::Language => "part-language",
            PartName::Record => "part-record",
            PartName::Capacity => "part-capacity",
            PartName::Sector => "part-sector",
            PartName::Role => "part-role",
            PartName::Workload => "part-workload",
            PartName::Length => "part-length",
        };
        self.say(key, &[])
    }

    /// The name of a hard rule.
    pub fn rule_name(&self, rule: Rule) -> String {
        self.say(rule_key(rule), &[])
    }

    /// Why a part earned what it earned.
    pub fn why(&self, part: &Part, pair: Pair<'_>) -> String {
        match &part.why {
            Cause::Skill { asked, level, via: None, .. } => self.say(
                "why-skill-none",
                &[("asked", self.named(asked.as_str(), pair)), ("level", level.get().into())],
            ),
            Cause::Skill { asked, level, via: Some(via), offered, strength, worth } => {
                let offered = offered.map_or(0, |l| l.get());
                let key = if via == asked { "why-skill-direct" } else { "why-skill-implied" };
                let strength = self.percent(*strength, 2);
                self.say(
                    key,
                    &[
                        ("asked", self.named(asked.as_str(), pair)),
                        ("level", level.get().into()),
                        ("via", self.named(via.as_str(), pair)),
                        ("offered", offered.into()),
                        ("strength", strength.into()),
                        ("worth", worth.to_string().into()),
                    ],
                )
            }
            Cause::Measure { have, want } => self.measure(part.name, *have, *want),
            Cause::Language { language, asked, offered } => {
                let language = self.named(language.as_str(), pair);
                let asked = cefr(*asked).into();
                match offered {
                    None => self.say("why-language-none", &[("language", language), ("asked", asked)]),
                    Some(offered) => {
                        let offered = cefr(*offered).into();
                        self.say(
                            "why-language",
                            &[("language", language), ("asked", asked), ("offered", offered)],
                        )
                    }
                }
            }
            Cause::SharedSector { sector } => {
                self.say("why-sector-shared", &[("sector", self.named(sector.as_str(), pair))])
            }
            Cause::NoSharedSector => self.say("why-sector-none", &[]),
            Cause::Unstated => self.say("why-unstated", &[]),
            Cause::NothingAsked => self.say("why-nothing-asked", &[]),
        }
    }

    fn measure(&self, name: PartName, have: i64, want: i64) -> String {
        let (key, have, want): (_, Value, Value) = match name {
            PartName::Price => ("why-price", self.an_hour(have).into(), self.an_hour(want).into()),
            PartName::Overlap => ("why-overlap", self.duration(have).into(), self.duration(want).into()),
            PartName::Record => ("why-record", have.into(), want.into()),
            PartName::Capacity => ("why-capacity", have.into(), want.into()),
            PartName::Role => ("why-role", self.percent(have, 2).into(), want.into()),
            PartName::Workload => ("why-workload", have.into(), want.into()),
            PartName::Length => ("why-length", have.into(), want.into()),
            PartName::Skills | PartName::Level | PartName::Language | PartName::Sector => {
                return self.part_name(name);
            }
        };
        self.say(key, &[("have", have), ("want", want)])
    }

    /// Which rule fails, and by how much.
    pub fn failure(&self, failure: &Failure, pair: Pair<'_>) -> String {
        let about = failure.about.as_deref().unwrap_or_default();
        let (have, want) = (failure.have, failure.want);
        let mut values: Vec<(&str, Value)> = vec![("about", self.named(about, pair))];
        let (have, want): (Value, Value) = match failure.rule {
            Rule::Skill => (self.thirds(have).into(), self.thirds(want).into()),
            Rule::Budget => (self.an_hour(have).into(), self.an_hour(want).into()),
            Rule::Overlap => (self.duration(have).into(), self.duration(want).into()),
            Rule::Language => (rank(have).into(), rank(want).into()),
            _ => (have.into(), want.into()),
        };
        values.extend([("have", have), ("want", want)]);
        let key = match failure.rule {
            Rule::Skill if failure.via.as_ref().is_some_and(|via| via.as_str() != about) => "fail-skill-via",
            Rule::Language if failure.have == 0 => "fail-language-none",
            rule => fail_key(rule),
        };
        if let Some(via) = &failure.via {
            values.push(("via", self.named(via.as_str(), pair)));
        }
        self.say(key, &values)
    }

    /// What the asker could change, then what the offerer could; nothing for a side that
    /// cannot mend it.
    pub fn changes(&self, failure: &Failure, pair: Pair<'_>) -> Vec<String> {
        let sides =
            [("change-asker", &failure.ask_change, true), ("change-offerer", &failure.offer_change, false)];
        let told = sides.into_iter().filter(|(_, change, _)| **change != Change::None);
        told.map(|(key, change, asker)| {
            let what = self.change(failure, change, asker, pair);
            self.say(key, &[("what", what.into())])
        })
        .collect()
    }

    fn change(&self, failure: &Failure, change: &Change, asker: bool, pair: Pair<'_>) -> String {
        match change {
            Change::AskLevel { skill, to: Some(to) } => self.say(
                "change-ask-level",
                &[("skill", self.named(skill.as_str(), pair)), ("to", to.get().into())],
            ),
            Change::AskLevel { skill, to: None } => {
                self.say("change-ask-drop-must", &[("skill", self.named(skill.as_str(), pair))])
            }
            Change::OfferLevel { skill, to } => self.say(
                "change-offer-level",
                &[("skill", self.named(skill.as_str(), pair)), ("to", to.get().into())],
            ),
            Change::AskTo { to } | Change::OfferTo { to } => self.to(failure, *to, asker, pair),
            Change::AskPeriod { from, until } => self.say(
                "change-period",
                &[
                    ("from", self.date(*from, Length::Medium).into()),
                    ("until", self.date(*until, Length::Medium).into()),
                ],
            ),
            Change::OfferAvailable { day } => {
                self.say("change-available", &[("day", self.date(*day, Length::Medium).into())])
            }
            Change::AskDrops { what } | Change::OfferGains { what } => {
                let key = match (failure.rule, asker) {
                    (Rule::Exclusion, _) => "change-unexclude",
                    (_, true) => "change-drop",
                    (_, false) => "change-gain",
                };
                self.say(key, &[("what", self.named(what, pair))])
            }
            Change::ShiftHours { minutes, .. } => {
                let key = if *minutes > 0 { "change-shift-later" } else { "change-shift-earlier" };
                self.say(key, &[("by", self.duration(i64::from(minutes.unsigned_abs())).into())])
            }
            Change::None => self.say("change-none", &[]),
        }
    }

    fn to(&self, failure: &Failure, to: i64, asker: bool, pair: Pair<'_>) -> String {
        let pick = |ask: &'static str, offer: &'static str| if asker { ask } else { offer };
        let (key, to): (_, Value) = match failure.rule {
            Rule::Budget => {
                let own = if asker { pair.ask.budget } else { pair.offer.rate };
                let amount = own.map_or_else(String::new, |rate| {
                    let money = self.money(Money::new(to, rate.currency));
                    self.say(
                        "price-per",
                        &[("price", money.into()), ("per", self.say(per_key(rate.per), &[]).into())],
                    )
                });
                (pick("change-budget", "change-rate"), amount.into())
            }
            Rule::Capacity => (pick("change-people-ask", "change-people-offer"), to.into()),
            Rule::Hours => (pick("change-hours-ask", "change-hours-offer"), to.into()),
            Rule::Length => (pick("change-days-ask", "change-days-offer"), to.into()),
            Rule::References => (pick("change-references-ask", "change-references-offer"), to.into()),
            Rule::Overlap => ("change-overlap-least", self.duration(to).into()),
            Rule::Language => {
                let what = self.named(failure.about.as_deref().unwrap_or_default(), pair);
                let key = pick("change-language-ask", "change-language-offer");
                return self.say(key, &[("what", what), ("to", rank(to).into())]);
            }
            _ => return self.say("change-none", &[]),
        };
        self.say(key, &[("to", to)])
    }

    fn named<'v>(&self, id: &str, pair: Pair<'_>) -> Value<'v> {
        self.name(&pair.names.name(id)).into()
    }

    /// Hundredths of a US cent an hour, as dollars and cents.
    fn an_hour(&self, hundredths: i64) -> String {
        self.money(Money::new((hundredths + 50).div_euclid(100), Currency::USD))
    }

    /// Thirds of a level.
    fn thirds(&self, thirds: i64) -> String {
        pul_domain::Thirds(u8::try_from(thirds).unwrap_or(0)).to_string()
    }
}

fn cefr(level: Cefr) -> String {
    level.to_string()
}

fn rank(rank: i64) -> String {
    let level = Cefr::ALL.iter().find(|l| i64::from(l.rank()) == rank);
    level.map_or_else(|| "–".to_owned(), ToString::to_string)
}

fn per_key(per: pul_domain::RateUnit) -> &'static str {
    match per {
        pul_domain::RateUnit::Hour => "per-hour",
        pul_domain::RateUnit::Day => "per-day",
        pul_domain::RateUnit::Month => "per-month",
        pul_domain::RateUnit::Year => "per-year",
        pul_domain::RateUnit::Fixed => "per-fixed",
    }
}

fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Kind => "rule-kind",
        Rule::Sides => "rule-sides",
        Rule::Exclusion => "rule-exclusion",
        Rule::Skill => "rule-skill",
        Rule::Budget => "rule-budget",
        Rule::Capacity => "rule-capacity",
        Rule::Hours => "rule-hours",
        Rule::Dates => "rule-dates",
        Rule::Length => "rule-length",
        Rule::Overlap => "rule-overlap",
        Rule::Language => "rule-language",
        Rule::Certification => "rule-certification",
        Rule::Registration => "rule-registration",
        Rule::References => "rule-references",
    }
}

fn fail_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Kind => "fail-kind",
        Rule::Sides => "fail-sides",
        Rule::Exclusion => "fail-exclusion",
        Rule::Skill => "fail-skill",
        Rule::Budget => "fail-budget",
        Rule::Capacity => "fail-capacity",
        Rule::Hours => "fail-hours",
        Rule::Dates => "fail-dates",
        Rule::Length => "fail-length",
        Rule::Overlap => "fail-overlap",
        Rule::Language => "fail-language",
        Rule::Certification => "fail-certification",
        Rule::Registration => "fail-registration",
        Rule::References => "fail-references",
    }
}
