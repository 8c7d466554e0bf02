//! An explanation says what the score is made of, and nothing is left over.

mod small_world;

use pul_domain::*;
use pul_matching::{Basis, brute_force, explain};
use small_world::{AS_OF, Chance, SCORING, ask, offer, pack};
use std::fmt::Write;

/// A line for each part.
fn told(view: &View) -> String {
    view.parts.iter().fold(String::new(), |mut text, part| {
        let why = match &part.why {
            Cause::Skill { asked, level, via, offered, strength, worth } => match (via, offered) {
                (Some(via), Some(offered)) => format!(
                    "asks {asked} {}; offers {via} {}, at {strength} per cent worth {worth}",
                    level.get(),
                    offered.get()
                ),
                _ => format!("asks {asked} {}; offers nothing towards it", level.get()),
            },
            other => format!("{other:?}"),
        };
        let _ = writeln!(text, "{:?} {} of {}: {why}", part.name, part.points, part.of);
        text
    })
}

fn some_pair() -> (Ask, Offer) {
    let mut c = Chance(1);
    let (mut ask, mut offer) = (ask(&mut c, 1), offer(&mut c, 1));
    let skill = |id: &str| SkillId::new(id).unwrap();
    let level = |n| Level::new(n).unwrap();
    let needed =
        |id, n, importance| Requirement { skill: skill(id), level: level(n), importance, weight: None };
    ask.skills = vec![
        needed("react", 3, Importance::Must),
        needed("sql", 2, Importance::Should),
        needed("programming", 4, Importance::Nice),
    ];
    offer.skills = vec![
        OfferedSkill { skill: skill("next-js"), level: level(4) },
        OfferedSkill { skill: skill("python"), level: level(5) },
    ];
    let usd = |minor| Some(Rate { minor, currency: Currency::USD, per: RateUnit::Hour });
    (ask.budget, offer.rate) = (usd(5000), usd(4000));
    (ask, offer)
}

#[test]
fn each_part_names_its_cause() {
    let (ask, offer) = some_pair();
    let told = told(&explain(&pack(SCORING), &ask, &offer, AS_OF).asker);
    let skills: Vec<&str> = told.lines().take(7).collect();
    insta::assert_snapshot!(skills.join("\n"), @r"
    Skills 2941 of 2941: asks react 3; offers next-js 4, at 90 per cent worth 3⅓
    Skills 0 of 1471: asks sql 2; offers nothing towards it
    Skills 588 of 588: asks programming 4; offers python 5, at 100 per cent worth 5
    Level 157 of 471: asks react 3; offers next-js 4, at 90 per cent worth 3⅓
    Level 0 of 235: asks sql 2; offers nothing towards it
    Level 94 of 94: asks programming 4; offers python 5, at 100 per cent worth 5
    Price 700 of 1400: Measure { have: 100000, want: 200000 }
    ");
}

#[test]
fn parts_recombine_to_the_score() {
    let pack = pack(SCORING);
    let basis = Basis::new(&pack, AS_OF);
    for seed in 0..200 {
        let mut c = Chance(seed);
        let (ask, offer) = (ask(&mut c, 0), offer(&mut c, 0));
        let told = explain(&pack, &ask, &offer, AS_OF);
        for view in [&told.asker, &told.offerer] {
            assert_eq!(view.parts.iter().map(|p| p.points).sum::<u16>(), view.points);
            assert_eq!(view.parts.iter().map(|p| p.of).sum::<u16>(), 10_000);
            assert!(view.parts.iter().all(|p| p.points <= p.of));
        }
        let (a, b) = (u32::from(told.asker.points), u32::from(told.offerer.points));
        assert_eq!(told.score, 3 * a.min(b) + a.max(b));
        let lists = brute_force(&basis, &[ask], &[offer], Direction::OffersForAsks, 1);
        if let Some(listed) = lists[0].matches.first() {
            assert_eq!(*listed, told);
        }
    }
}
