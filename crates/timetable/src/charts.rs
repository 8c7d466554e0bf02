//! How well places are used, and how fairly meetings are spread.

use crate::Told;
use crate::slots::slots;
use pul_domain::{Limit, MissionPlan};
use pul_paper::{Bar, BarChart};

/// Of each place, how many of its sittings are used.
pub fn utilisation(told: &Told<'_>, plan: &MissionPlan) -> BarChart {
    let bars = told.mission.venues.iter().map(|venue| {
        let all = slots(venue).len() * usize::from(venue.tables);
        let used = plan.meetings.iter().filter(|m| m.venue == venue.id).count();
        let figure = told.locale.say("mission-use-figure", &[("used", used.into()), ("all", all.into())]);
        let share = (used * 1000).checked_div(all).unwrap_or(0);
        Bar {
            label: venue.name.clone(),
            figure: format!("{figure} · {}", told.locale.percent(share as i64, 3)),
            size: share as i64,
            accent: share >= 900,
        }
    });
    chart(told, "use", bars.collect())
}

/// Of each party, how many meetings it has, the fewest first; and how many of its wishes were agreed and possible.
pub fn fairness(told: &Told<'_>, plan: &MissionPlan) -> BarChart {
    let impossible = |wish: &pul_domain::WishId| {
        let left = plan.left_out.iter().find(|l| l.wish == *wish);
        let never = |l: &Limit| {
            use Limit::{MetBefore, NoCommonTime, NotPossible, Parties, Roles, State};
            matches!(l, State { .. } | Parties | NotPossible | Roles | MetBefore | NoCommonTime)
        };
        left.is_some_and(|l| l.limits.iter().any(never))
    };
    let mut parties: Vec<(usize, usize, &str)> = told
        .mission
        .attendees
        .iter()
        .map(|a| {
            let theirs = told.mission.wishes.iter().filter(|w| w.parties.contains(&a.party));
            let possible = theirs.filter(|w| !impossible(&w.id));
            let held = |w: &&pul_domain::Wish| plan.meetings.iter().any(|m| m.wish == w.id);
            let (wished, held) = possible.fold((0, 0), |(n, h), w| (n + 1, h + usize::from(held(&w))));
            (held, wished, a.name.as_str())
        })
        .collect();
    parties.sort_unstable();
    let bars = parties.into_iter().map(|(held, wished, name)| Bar {
        label: name.to_owned(),
        figure: told.locale.say("mission-fair-figure", &[("held", held.into()), ("wished", wished.into())]),
        size: held as i64,
        accent: held * 2 < wished,
    });
    chart(told, "fair", bars.collect())
}

fn chart(told: &Told<'_>, kind: &str, bars: Vec<Bar>) -> BarChart {
    BarChart {
        title: told.say(&format!("mission-{kind}-title")),
        description: told.say(&format!("mission-{kind}-text")),
        bars,
    }
}
