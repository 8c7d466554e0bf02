//! Every change that a why-not offers mends its rule, and one unit less does not.

mod small_world;

use pul_domain::*;
use pul_matching::{Basis, why_not_with};
use small_world::{AS_OF, Chance, SCORING, ask, offer, pack};
use std::collections::BTreeMap;

/// What a failure is about: a rule and, where it has one, an id.
fn key(failure: &Failure) -> (Rule, Option<String>) {
    (failure.rule, failure.about.clone())
}

fn fails(basis: &Basis, ask: &Ask, offer: &Offer, what: &(Rule, Option<String>)) -> bool {
    why_not_with(basis, ask, offer).failures.iter().any(|f| key(f) == *what)
}

fn shifted(hours: &WorkingHours, minutes: i32) -> WorkingHours {
    let length = i32::from(hours.minutes());
    let start = i32::from(hours.start.minutes()) + minutes;
    let end = start + length;
    let end = if end > 1440 { end - 1440 } else { end };
    let time = |minutes: i32| TimeOfDay::from_minutes(minutes as u16).unwrap();
    WorkingHours { start: time(start), end: time(end), ..hours.clone() }
}

fn hours_of(post: &Common) -> WorkingHours {
    let time = |hour: u16| TimeOfDay::from_minutes(hour * 60).unwrap();
    let zone = match post.city.as_ref().map(CityId::as_str) {
        Some("toronto") => "America/Toronto",
        Some("karachi") => "Asia/Karachi",
        _ if post.sides.first().is_some_and(|s| s.as_str() == "canada") => "America/Toronto",
        _ if post.sides.first().is_some_and(|s| s.as_str() == "pakistan") => "Asia/Karachi",
        _ => "",
    };
    let unstated =
        WorkingHours { zone: zone.into(), start: time(9), end: time(17), days: DaySet::WORKING_WEEK };
    post.hours.clone().unwrap_or(unstated)
}

fn drop_text<K>(list: &mut Vec<Id<K>>, what: &str) {
    list.retain(|id| id.as_str() != what);
}

/// The ask with a change of it made; a number `less` units short of it.
fn ask_with(ask: &Ask, failure: &Failure, less: i64) -> Option<Ask> {
    let mut ask = ask.clone();
    let about = failure.about.as_deref().unwrap_or_default();
    match &failure.ask_change {
        Change::AskLevel { skill, to } => {
            let to = to.map_or(0, Level::get) as i64 + less;
            for r in ask.skills.iter_mut().filter(|r| r.skill == *skill) {
                match Level::new(to as u8) {
                    Ok(level) => r.level = r.level.min(level),
                    Err(_) => r.importance = Importance::Should,
                }
            }
        }
        Change::AskTo { to } => match failure.rule {
            Rule::Budget => ask.budget.as_mut()?.minor = (to - less) as u64,
            Rule::Capacity => ask.people = (to + less) as u16,
            Rule::Hours => ask.hours_per_week = Some((to + less) as u8),
            Rule::References => ask.least_references = Some((to + less) as u8),
            Rule::Overlap => ask.overlap.least_minutes = Some((to + less) as u16),
            Rule::Length => {
                let from = ask.period.map_or(AS_OF, |p| p.from());
                let until = from.saturating_add(jiff::Span::new().days(to - less - 1));
                ask.period = Some(Period::new(from, until).ok()?);
            }
            Rule::Language => {
                let level = *Cefr::ALL.get((to + less - 1) as usize)?;
                let asked = ask.languages.iter_mut().filter(|l| l.language.as_str() == about);
                asked.for_each(|l| l.level = l.level.min(level));
            }
            other => panic!("{other:?} has no number on an ask"),
        },
        Change::AskPeriod { from, until } if less == 0 => {
            ask.period = Some(Period::new(*from, *until).unwrap())
        }
        Change::AskPeriod { .. } => return None,
        Change::AskDrops { .. } if less > 0 => return None,
        Change::AskDrops { what } => match failure.rule {
            Rule::Exclusion => {
                drop_text(&mut ask.common.exclude.parties, what);
                drop_text(&mut ask.common.exclude.sectors, what);
                drop_text(&mut ask.common.exclude.skills, what);
                drop_text(&mut ask.common.sectors, what);
                ask.skills.retain(|r| r.skill.as_str() != what);
            }
            Rule::Certification => drop_text(&mut ask.certifications, what),
            Rule::Registration => drop_text(&mut ask.registrations, what),
            Rule::Language => ask.languages.retain(|l| l.language.as_str() != what),
            other => panic!("{other:?} drops nothing"),
        },
        Change::ShiftHours { asker, minutes } => {
            assert!(asker);
            ask.common.hours =
                Some(shifted(&hours_of(&ask.common), minutes - minutes.signum() * less as i32));
        }
        Change::None => return None,
        other => panic!("{other:?} is no change of an ask"),
    }
    Some(ask)
}

/// The offer with a change of it made; a number `less` units short of it.
fn offer_with(offer: &Offer, failure: &Failure, less: i64) -> Option<Offer> {
    let mut offer = offer.clone();
    let about = failure.about.as_deref().unwrap_or_default();
    match &failure.offer_change {
        Change::OfferLevel { skill, to } => {
            offer.skills.retain(|s| s.skill != *skill);
            if let Ok(level) = Level::new((i64::from(to.get()) - less) as u8) {
                offer.skills.push(OfferedSkill { skill: skill.clone(), level });
            }
        }
        Change::OfferTo { to } => match failure.rule {
            Rule::Budget => offer.rate.as_mut()?.minor = (to + less) as u64,
            Rule::Capacity => offer.people = (to - less) as u16,
            Rule::Hours => offer.hours_per_week = Some((to - less) as u8),
            Rule::Length => offer.least_days = Some((to + less) as u16),
            Rule::Overlap => offer.overlap.least_minutes = Some((to + less) as u16),
            Rule::References => {
                let reference = Reference { client: "Somebody".into(), year: None };
                offer.record.references = vec![reference; (to - less) as usize];
            }
            Rule::Language => {
                offer.languages.retain(|l| l.language.as_str() != about);
                if let Some(level) = Cefr::ALL.into_iter().find(|l| i64::from(l.rank()) == to - less) {
                    offer
                        .languages
                        .push(LanguageSkill { language: LanguageCode::new(about).unwrap(), level });
                }
            }
            other => panic!("{other:?} has no number on an offer"),
        },
        Change::OfferAvailable { day } => {
            // A day less: free a day later than the first day, or a day earlier than the last.
            let period = failure.want;
            let early = offer.available_until.is_some_and(|until| until < *day);
            let step = jiff::Span::new().days(less);
            assert!(period > 0);
            match early {
                true => offer.available_until = Some(day.saturating_sub(step)),
                false => offer.available_from = Some(day.saturating_add(step)),
            }
        }
        Change::OfferGains { .. } if less > 0 => return None,
        Change::OfferGains { what } => match failure.rule {
            Rule::Exclusion => {
                drop_text(&mut offer.common.exclude.parties, what);
                drop_text(&mut offer.common.exclude.sectors, what);
                drop_text(&mut offer.common.exclude.skills, what);
            }
            Rule::Certification => offer.certifications.push(CertificationId::new(what).unwrap()),
            Rule::Registration => offer.registrations.push(RegistrationId::new(what).unwrap()),
            other => panic!("{other:?} gains nothing"),
        },
        Change::ShiftHours { asker, minutes } => {
            assert!(!asker);
            offer.common.hours =
                Some(shifted(&hours_of(&offer.common), minutes - minutes.signum() * less as i32));
        }
        Change::None => return None,
        other => panic!("{other:?} is no change of an offer"),
    }
    Some(offer)
}

#[test]
fn changes_mend_their_rule_and_are_the_smallest() {
    let pack = pack(SCORING);
    let basis = Basis::new(&pack, AS_OF);
    let mut seen: BTreeMap<Rule, usize> = BTreeMap::new();
    for seed in 0..1500 {
        let mut c = Chance(seed);
        let (ask, offer) = (ask(&mut c, 0), offer(&mut c, 0));
        let why = why_not_with(&basis, &ask, &offer);
        for failure in &why.failures {
            *seen.entry(failure.rule).or_default() += 1;
            let what = key(failure);
            let twice = why.failures.iter().filter(|f| key(f) == what).count() > 1;
            if twice {
                // The same thing asked twice, or excluded by both: one change mends one of them.
                continue;
            }
            if let Some(changed) = ask_with(&ask, failure, 0) {
                assert!(!fails(&basis, &changed, &offer, &what), "seed {seed}: {failure:#?}");
            }
            if let Some(short) = ask_with(&ask, failure, 1) {
                assert!(fails(&basis, &short, &offer, &what), "seed {seed}, ask a unit less: {failure:#?}");
            }
            if let Some(changed) = offer_with(&offer, failure, 0) {
                assert!(!fails(&basis, &ask, &changed, &what), "seed {seed}: {failure:#?}");
            }
            if let Some(short) = offer_with(&offer, failure, 1) {
                assert!(fails(&basis, &ask, &short, &what), "seed {seed}, offer a unit less: {failure:#?}");
            }
        }
    }
    let rules = format!("{:?}", seen.keys().collect::<Vec<_>>());
    insta::assert_snapshot!(rules, @"[Kind, Sides, Exclusion, Skill, Budget, Capacity, Hours, Dates, Length, Overlap, Language, Certification, Registration, References]");
}
