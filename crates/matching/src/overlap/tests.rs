//! A calendar says what looking day by day says.

use super::*;
use crate::zone::Zones;
use proptest::prelude::*;
use pul_domain::TimeOfDay;

const ZONES: [&str; 5] =
    ["America/Toronto", "America/St_Johns", "Asia/Karachi", "Europe/London", "Pacific/Auckland"];
/// 2025-11-23 and ten years on.
const FIRST: i32 = 20_415;
const LAST: i32 = FIRST + 3650;

fn window() -> impl Strategy<Value = Window> {
    let some = prop::collection::vec(prop::sample::select(Weekday::ALL.to_vec()), 0..4);
    let days = prop_oneof![Just(DaySet::WORKING_WEEK), some.prop_map(DaySet::from)];
    (0..ZONES.len(), 0_u16..1440, 0_u16..1440, days).prop_map(|(zone, start, end, days)| {
        let time = |minutes| TimeOfDay::from_minutes(minutes).unwrap();
        let hours = WorkingHours { zone: ZONES[zone].to_owned(), start: time(start), end: time(end), days };
        Window::new(&hours, Zones::default().get(ZONES[zone]))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_calendar_agrees_with_the_days(
        asker in window(),
        offerer in window(),
        periods in prop::collection::vec((FIRST..LAST, 0_i32..500), 1..20),
    ) {
        let pair = Pair { asker: &asker, offerer: &offerer };
        let calendar = Calendar::new(pair, FIRST, LAST);
        for (from, length) in periods {
            let until = (from + length).min(LAST);
            prop_assert_eq!(calendar.least(from, until), pair.least(from, until), "{} to {}", from, until);
        }
    }
}
