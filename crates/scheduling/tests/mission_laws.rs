//! Laws: nothing better than the best of all plans, no plan above its bound, honest clocks.
#![allow(missing_docs)]

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use pul_checker::check_mission;
use pul_domain::Mission;
use pul_scheduling::mission::{Proof, compile, plan, read_plain};
use pul_scheduling::value::{Effort, Placement, Problem, Search, least_breaks_of_any, score};

fn plain(
    participants: usize,
    slots: usize,
    tables: usize,
    wishes: &[(usize, usize, u32)],
    away: &[Vec<usize>],
) -> Mission {
    let wishes: Vec<String> =
        wishes.iter().map(|(a, b, v)| format!(r#"{{"a":{a},"b":{b},"value":{v}}}"#)).collect();
    let text = format!(
        r#"{{"participants":{participants},"slots":{slots},"tables":{tables},"wishes":[{}],"unavailable":{away:?}}}"#,
        wishes.join(",")
    );
    read_plain("drawn", text.as_bytes()).0.expect("a mission")
}

/// The best (missed, value, breaks) of all placements, by trying them all.
fn best(problem: &Problem, placement: &mut Placement, wish: usize, most: &mut (i64, i64, i64)) {
    if wish == placement.len() {
        let s = score(problem, placement);
        *most = (*most).min((s.missed, -s.value, s.breaks));
        return;
    }
    best(problem, placement, wish + 1, most);
    for variant in problem.variants_of(wish as u32) {
        for cell in &problem.variants[variant as usize].list {
            let of = |w: usize| placement[w].map(|(v, c)| (&problem.variants[v as usize].members, c));
            let members = &problem.variants[variant as usize].members;
            let clash = (0..wish).filter_map(of).any(|(m, c)| {
                problem.conflicts[*cell as usize].contains(&c) && m.iter().any(|p| members.contains(p))
            });
            let held = (0..wish).filter_map(of).filter(|(_, c)| c == cell).count();
            let quota = problem.wishes[wish].quotas.iter().any(|q| {
                let count = problem.wishes_in[*q as usize]
                    .iter()
                    .filter(|w| placement[**w as usize].is_some())
                    .count();
                count as u32 >= problem.quotas[*q as usize].most
            });
            if !clash && !quota && (held as u32) < problem.cells[*cell as usize].capacity {
                placement[wish] = Some((variant, *cell));
                best(problem, placement, wish + 1, most);
                placement[wish] = None;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn tiny_missions_are_planned_as_well_as_can_be(
        drawn in prop::collection::vec((0usize..6, 0usize..6, 1u32..50), 0..7),
        away in prop::collection::vec(prop::collection::vec(0usize..3, 0..2), 6),
        tables in 1usize..3,
        limits in prop::collection::vec((0u16..3, 1u16..3), 6),
    ) {
        let wishes: Vec<_> = drawn.into_iter().filter(|(a, b, _)| a != b).collect();
        let mut mission = plain(6, 3, tables, &wishes, &away);
        for (attendee, (least, most)) in mission.attendees.iter_mut().zip(&limits) {
            attendee.least = *least / 2;
            attendee.most = Some(*most);
        }
        let (made, _) = plan(&mission, Effort { seed: 3, work: 20_000 }, Proof::default());
        prop_assert_eq!(check_mission(&mission, &made), []);
        let (compiled, _) = compile(&mission);
        let mut most = (i64::MAX, 0, 0);
        best(&compiled.problem, &mut vec![None; mission.wishes.len()], 0, &mut most);
        prop_assert_eq!((made.score.missed as i64, -(made.score.value as i64)), (most.0, most.1));
        let problem = &compiled.problem;
        let worth = i128::from(problem.promise()) * i128::from(problem.promised() - most.0) - i128::from(most.1);
        let mut search = Search::new(problem, Effort { seed: 3, work: 0 });
        for rounds in [0, 200] {
            search.sharpen(rounds);
            prop_assert!(least_breaks_of_any(problem, search.prices(), worth) <= most.2);
        }
    }
}

const CITIES: &[&str] = &[
    "America/St_Johns",
    "America/Halifax",
    "America/Moncton",
    "America/Toronto",
    "America/Winnipeg",
    "America/Regina",
    "America/Edmonton",
    "America/Vancouver",
    "America/Whitehorse",
    "America/Iqaluit",
];

/// The days on which a zone changes its offset, 2020 to 2035.
fn changes(zone: &TimeZone) -> Vec<Date> {
    let mut days = Vec::new();
    let mut day = date(2020, 1, 1);
    while day < date(2036, 1, 1) {
        let next = day.tomorrow().expect("a day");
        let at = |d: Date| zone.to_zoned(d.at(0, 0, 0, 0)).expect("midnight").timestamp();
        if at(next).as_second() - at(day).as_second() != 86_400 {
            days.push(day);
        }
        day = next;
    }
    days
}

#[test]
fn every_clock_change_from_2020_to_2035_is_planned_honestly() {
    let mut seen = 0;
    for city in CITIES {
        let zone = TimeZone::get(city).expect("a zone");
        for day in changes(&zone) {
            seen += 1;
            around_the_clock(city, &zone, day);
        }
    }
    assert!(seen > 150, "{seen} changes");
}

/// Slots every half hour from midnight on the day of the change: those the clock skips or shows twice are
/// told; the others are planned at instants that read right on both clocks.
fn around_the_clock(city: &str, zone: &TimeZone, day: Date) {
    let text = format!(
        r#"{{"format":"pul-mission/1","id":"dst","title":"DST",
        "venues":[{{"id":"v","name":"V","zone":"{city}","tables":1,"grids":[{{"session":"s","date":"{day}","start":"00:00","slots":12,"minutes":30}}]}}],
        "attendees":[{{"party":"a","name":"A","role":"x","zone":"{city}","delegates":["a1"],"hours":{{"zone":"{city}","start":"00:00","end":"24:00","days":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]}}}},
        {{"party":"b","name":"B","role":"y","zone":"Asia/Karachi","delegates":["b1"],"hours":{{"zone":"Asia/Karachi","start":"06:00","end":"22:00","days":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]}}}}],
        "wishes":[{}]}}"#,
        (0..12)
            .map(|w| format!(r#"{{"id":"w{w}","parties":["a","b"],"value":1,"state":"accepted"}}"#))
            .collect::<Vec<_>>()
            .join(",")
    );
    let mission: Mission = serde_json::from_str(&text).expect("it reads");
    let (made, findings) = plan(&mission, Effort { seed: 1, work: 2_000 }, Proof::default());
    assert_eq!(check_mission(&mission, &made), [], "{city} {day}");
    let odd = findings.iter().filter(|f| f.code == "slot-in-gap" || f.code == "slot-in-fold").count();
    let expected = (0..12)
        .filter(|slot| {
            let wall = day.at(slot / 2, (slot % 2) * 30, 0, 0);
            !zone.to_ambiguous_timestamp(wall).offset().eq(&jiff::tz::AmbiguousOffset::Unambiguous {
                offset: zone.to_offset(zone.to_ambiguous_timestamp(wall).compatible().expect("an instant")),
            })
        })
        .count();
    assert_eq!(odd, expected, "{city} {day}");
    let karachi = TimeZone::get("Asia/Karachi").expect("Karachi");
    for meeting in &made.meetings {
        assert_eq!(meeting.end.as_second() - meeting.start.as_second(), 1_800);
        let local = meeting.start.to_zoned(zone.clone());
        assert_eq!((local.date(), local.minute() % 30), (day, 0), "{city} {day}");
        let theirs = meeting.start.to_zoned(karachi.clone()).hour();
        assert!((6..22).contains(&theirs), "{city} {day}: {theirs} in Karachi");
    }
    let unseen: Vec<_> = made.meetings.iter().map(|m| m.start).collect();
    assert!(unseen.windows(2).all(|w| w[0] < w[1]), "{city} {day}");
}
