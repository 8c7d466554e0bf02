//! Missions drawn from a seed: one as large as they come, and a family where time bites.

use pul_domain::Mission;
use pul_scheduling::mission::read_plain;
use pul_testkit::Chance;

/// Suppliers × buyers after the manner of the data: popular suppliers, two zones, private blocks.
pub fn drawn(participants: usize, slots: u64, tables: u64, wishes: usize) -> Option<Mission> {
    let mut chance = Chance::new(2000);
    let half = participants / 2;
    let weights: Vec<u64> = (0..half as u64).map(|rank| 1_000_000 / (rank + 10)).collect();
    let mut pairs = std::collections::BTreeSet::new();
    while pairs.len() < wishes {
        pairs.insert((chance.weighted(&weights), half + chance.below(half as u64) as usize));
    }
    let wishes: Vec<String> = pairs
        .iter()
        .map(|(a, b)| format!(r#"{{"a":{a},"b":{b},"value":{}}}"#, chance.between(1, 100)))
        .collect();
    let away: Vec<Vec<u64>> = (0..participants)
        .map(|_| {
            let mut away: Vec<u64> = match chance.below(3) {
                0 => (0..slots / 4).collect(),
                1 => (slots - slots / 4..slots).collect(),
                _ => Vec::new(),
            };
            if chance.percent(40) {
                let at = chance.below(slots - 2);
                away.extend(at..at + 2);
            }
            away
        })
        .collect();
    let text = format!(
        r#"{{"participants":{participants},"slots":{slots},"tables":{tables},"wishes":[{}],"unavailable":{away:?}}}"#,
        wishes.join(",")
    );
    read_plain("drawn", text.as_bytes()).0
}

/// Where time bites: three cities, travel between them, few tables, narrow windows, promises.
pub fn hard(seed: u64) -> Option<Mission> {
    let mut chance = Chance::new(seed);
    let cities = [("toronto", 4), ("ottawa", 3), ("montreal", 3)];
    let venues: Vec<String> = cities
        .iter()
        .map(|(city, tables)| {
            let grids: Vec<String> = (20..23)
                .map(|day| format!(r#"{{"session":"day{day}","date":"2026-04-{day}","start":"09:00","slots":12,"minutes":30}}"#))
                .collect();
            format!(r#"{{"id":"{city}","name":"{city}","zone":"America/Toronto","area":"{city}","tables":{tables},"grids":[{}]}}"#, grids.join(","))
        })
        .collect();
    let attendee = |n: usize, chance: &mut Chance| {
        let away: Vec<String> = (20..23)
            .filter_map(|day| {
                let (from, until) = match chance.below(4) {
                    0 => ("00:00", "12:00"),
                    1 => ("12:00", "23:59"),
                    2 => ("10:30", "13:30"),
                    _ => return None,
                };
                Some(format!(r#"{{"from":"2026-04-{day}T{from}:00","until":"2026-04-{day}T{until}:00","zone":"America/Toronto"}}"#))
            })
            .collect();
        let role = if n < 60 { "supplier" } else { "buyer" };
        format!(
            r#"{{"party":"p{n}","name":"p{n}","role":"{role}","zone":"America/Toronto","delegates":["d{n}"],"least":{},"most":{},"away":[{}]}}"#,
            chance.between(1, 4),
            chance.between(6, 10),
            away.join(",")
        )
    };
    let attendees: Vec<String> = (0..120).map(|n| attendee(n, &mut chance)).collect();
    let mut pairs = std::collections::BTreeSet::new();
    let weights: Vec<u64> = (0..60).map(|rank| 1_000 / (rank + 5)).collect();
    while pairs.len() < 900 {
        pairs.insert((chance.weighted(&weights), 60 + chance.below(60)));
    }
    let wishes: Vec<String> = pairs
        .iter()
        .enumerate()
        .map(|(n, (a, b))| {
            format!(
                r#"{{"id":"w{n}","parties":["p{a}","p{b}"],"value":{},"state":"accepted"}}"#,
                chance.between(1, 100)
            )
        })
        .collect();
    let text = format!(
        r#"{{"format":"pul-mission/1","id":"hard","title":"Hard","venues":[{}],
        "travel":[{{"from":"toronto","to":"ottawa","minutes":240}},{{"from":"toronto","to":"montreal","minutes":300}},{{"from":"ottawa","to":"montreal","minutes":120}}],
        "attendees":[{}],"wishes":[{}]}}"#,
        venues.join(","),
        attendees.join(","),
        wishes.join(",")
    );
    serde_json::from_str(&text).ok()
}
