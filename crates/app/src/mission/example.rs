//! The mission of the example world.

use crate::library::Loaded;
use crate::tour;
use jiff::civil::{Date, date};
use pul_domain::Mission;

/// The day the example's world is drawn for, so that the example is the same on every day.
const DAY: Date = date(2027, 1, 4);

/// The example mission: parties of the example world, drawn from a seed.
pub fn example(loaded: &Loaded, seed: u64) -> Mission {
    tour::draw(loaded, DAY).mission(seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use crate::mission::mission_bytes;

    /// `pul mission example` made the file that the manual shows.
    #[test]
    fn the_example_of_the_manual_is_the_example() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/mission.json");
        let shown = std::fs::read(path).unwrap();
        let drawn = mission_bytes(&example(&library::load(None).unwrap(), 6));
        assert!(shown == drawn, "run `pul mission example > docs/examples/mission.json`");
    }

    /// Planned, stopped, gone on with, repaired: the checker has passed every plan on the way.
    #[test]
    fn the_example_is_planned_and_repaired() {
        use crate::mission::{Request, lock, locks, plan, repair};
        let stated = example(&library::load(None).unwrap(), 6);
        let request = Request { seed: 1, work: 300_000, calm: 0, former: None };
        let whole = plan(&stated, request, &mut |_| true).unwrap();
        assert!(whole.whole && !whole.findings.has_faults(), "{:?}", whole.findings);
        assert_eq!(whole.plan, plan(&stated, request, &mut |_| true).unwrap().plan);
        assert_eq!(whole.plan.score.missed, 0);
        let stopped = plan(&stated, request, &mut |standing| standing.work < 30_000).unwrap();
        assert!(!stopped.whole && stopped.plan.work < 300_000);
        let on = plan(&stated, Request { former: Some(&stopped.plan), ..request }, &mut |_| true).unwrap();
        assert!(on.plan.score.value >= stopped.plan.score.value);
        let gone = crate::mission::happened(&stated, &["party-0006".into()], &[], &[], &[]).unwrap();
        let (now, _) = crate::mission::disrupt(&stated, &gone);
        let repaired = repair(&now, &whole.plan).unwrap();
        assert_eq!((repaired.moved, repaired.moved_at_least), (0, 0));
        assert!(repaired.lost.len() >= 5, "{:?}", repaired.lost);
        let (locked, _) = lock(&now, &repaired.plan, &locks(&now, &["all".into()]).unwrap());
        let again = plan(&locked, Request { seed: 5, ..request }, &mut |_| true).unwrap();
        assert_eq!(again.plan.meetings.len(), repaired.plan.meetings.len());
    }

    /// What may be given up for quieter days stands in the plan and in its file, and counts as gap.
    #[test]
    fn the_example_is_planned_with_quieter_days() {
        use crate::mission::{Request, plan, plan_bytes, verify};
        let stated = example(&library::load(None).unwrap(), 6);
        let request = Request { seed: 1, work: 300_000, calm: 20, former: None };
        let mut standing = None;
        let made = plan(&stated, request, &mut |now| {
            standing = Some(now);
            true
        })
        .unwrap()
        .plan;
        let standing = standing.unwrap();
        assert_eq!(u64::try_from(standing.score.value).unwrap(), made.score.value, "told in true values");
        let (read, findings) = pul_scheduling::mission::read_plan("plan.json", &plan_bytes(&made));
        assert!(!findings.has_faults(), "{findings:?}");
        let read = read.unwrap();
        assert_eq!((read.calm, &read), (20, &made));
        verify(&stated, &read).unwrap();
        let none = plan(&stated, Request { calm: 0, ..request }, &mut |_| true).unwrap().plan;
        assert_eq!(made.bound.value_at_most, none.bound.value_at_most, "the bound is the mission's");
        assert!(made.score.value < none.score.value && made.score.breaks <= none.score.breaks);
    }
}
