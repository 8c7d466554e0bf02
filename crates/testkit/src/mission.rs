//! A mission of the example world: four days between Toronto, Ottawa and video rooms, in Ramadan.

use crate::chance::Chance;
use crate::world::{World, id};
use jiff::civil::{Date, date};
use pul_domain::{
    Attendee, Block, Common, DaySet, Grid, Mission, PartyId, PartyKind, RoleLimit, Span, TimeOfDay, Travel,
    Venue, Weekday, Wish, WishState, WorkingHours,
};
use std::collections::BTreeSet;

const TORONTO: &str = "America/Toronto";
const KARACHI: &str = "Asia/Karachi";
/// The first of the four days, a Tuesday; Ramadan 1448 runs from about 8 February to 9 March 2027.
const FIRST: Date = date(2027, 2, 16);

impl World {
    /// Draws a mission of the world's firms, startups and investors from a seed: some forty delegates, two zones, three
    /// places and an overflow, prayers and iftar, promises, must-meets, vetoes, and a few requests still open.
    ///
    /// Days are fixed in February 2027. A world too small for it gives a smaller mission.
    pub fn mission(&self, seed: u64) -> Mission {
        let mut chance = Chance::new(seed);
        let asks = self.asks.iter().map(|a| &a.common);
        let offers: Vec<&Common> = self.offers.iter().map(|o| &o.common).collect();
        let mut taken = BTreeSet::new();
        let buyers = self.pick(asks, &[PartyKind::Firm], 14, &mut taken);
        let suppliers = self.pick(offers.iter().copied(), &[PartyKind::Firm], 16, &mut taken);
        let startups = self.pick(offers.iter().copied(), &[PartyKind::Startup], 3, &mut taken);
        let all = self.asks.iter().map(|a| &a.common).chain(offers.iter().copied());
        let investors = self.pick(all, &[PartyKind::Investor], 3, &mut taken);
        let mut attendees = Vec::new();
        for (role, people) in
            [("buyer", buyers), ("supplier", suppliers), ("startup", startups), ("investor", investors)]
        {
            for (party, name, zone) in people {
                attendees.push(attendee((party, name, zone), role, attendees.len(), &mut chance));
            }
        }
        let wishes = wishes(&mut attendees, &mut chance);
        let met_before = wishes.iter().step_by(29).map(|w| (w.parties[0].clone(), w.parties[1].clone()));
        Mission {
            format: "pul-mission/1".into(),
            id: id("toronto-2027"),
            title: "Canada–Pakistan Digital Mission 2027".into(),
            venues: venues(),
            travel: vec![Travel { from: "toronto".into(), to: "ottawa".into(), minutes: 300 }],
            blocks: blocks(),
            may_meet: [
                ("buyer", "supplier"),
                ("buyer", "startup"),
                ("investor", "startup"),
                ("investor", "supplier"),
            ]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .to_vec(),
            met_before: met_before.collect(),
            repeat_percent: 50,
            least_break_minutes: None,
            attendees,
            wishes,
        }
    }

    /// The first parties of these kinds, in the order of the posts, each with its name and zone.
    pub(crate) fn pick<'a>(
        &'a self,
        posts: impl Iterator<Item = &'a Common>,
        kinds: &[PartyKind],
        most: usize,
        taken: &mut BTreeSet<PartyId>,
    ) -> Vec<(PartyId, String, String)> {
        let mut picked = Vec::new();
        for post in posts {
            if picked.len() == most {
                break;
            }
            let Some(party) = self.parties.iter().find(|p| p.id == post.party) else { continue };
            if kinds.contains(&party.kind) && taken.insert(party.id.clone()) {
                let zone = post.hours.as_ref().map_or(TORONTO, |h| h.zone.as_str());
                picked.push((party.id.clone(), party.name.clone(), zone.to_owned()));
            }
        }
        picked
    }
}

pub(crate) fn time(hour: u16, minute: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(hour * 60 + minute).expect("a time of day")
}

fn day(number: i8) -> Date {
    date(FIRST.year(), FIRST.month(), FIRST.day() + number)
}

fn venues() -> Vec<Venue> {
    let grid = |session: &str, number, start, slots, minutes, pause| Grid {
        session: session.into(),
        date: day(number),
        start,
        slots,
        minutes,
        pause,
    };
    let venue = |name: &str, title: &str, area: Option<&str>, tables, grids| Venue {
        id: id(name),
        name: title.into(),
        zone: TORONTO.into(),
        area: area.map(str::to_owned),
        tables,
        host: None,
        overflow_minutes: 0,
        grids,
        closed: Vec::new(),
    };
    let toronto = || {
        vec![
            grid("tuesday-morning", 0, time(9, 0), 6, 25, 5),
            grid("tuesday-afternoon", 0, time(13, 30), 6, 25, 5),
            grid("wednesday-morning", 1, time(9, 0), 6, 25, 5),
        ]
    };
    let mut hall = venue("toronto-hall", "Toronto hall", Some("toronto"), 6, toronto());
    hall.closed.push(Span {
        from: day(0).at(16, 0, 0, 0),
        until: day(0).at(17, 0, 0, 0),
        zone: TORONTO.into(),
    });
    let lounge = venue("toronto-lounge", "Toronto lounge", Some("toronto"), 2, toronto());
    let ottawa = vec![grid("thursday", 2, time(10, 0), 8, 30, 0)];
    let video = vec![grid("friday", 3, time(7, 0), 8, 30, 0), grid("friday-late", 3, time(11, 30), 4, 30, 0)];
    vec![
        hall,
        Venue { overflow_minutes: 30, ..lounge },
        venue("ottawa-room", "Ottawa room", Some("ottawa"), 3, ottawa),
        venue("video", "Video rooms", None, 5, video),
    ]
}

fn blocks() -> Vec<Block> {
    let every = DaySet::from(Weekday::ALL.to_vec());
    let block = |name: &str, title: &str, zone: Option<&str>, days, start, end| Block {
        id: name.into(),
        title: title.into(),
        zone: zone.map(str::to_owned),
        days,
        start,
        end,
        first: None,
        last: None,
        everybody: false,
    };
    let friday = DaySet::from(vec![Weekday::Friday]);
    let tuesday = DaySet::from(vec![Weekday::Tuesday]);
    vec![
        block("zuhr", "Zuhr prayer", Some(TORONTO), every, time(12, 30), time(13, 0)),
        block("asr", "Asr prayer", Some(TORONTO), every, time(15, 30), time(15, 50)),
        block("iftar", "Iftar and Maghrib in Pakistan", Some(KARACHI), every, time(18, 15), time(19, 0)),
        block("friday", "Friday prayer", None, friday, time(13, 0), time(14, 0)),
        Block {
            everybody: true,
            ..block("opening", "Opening", Some(TORONTO), tuesday, time(8, 30), time(9, 25))
        },
    ]
}

fn attendee(
    (party, name, zone): (PartyId, String, String),
    role: &str,
    number: usize,
    chance: &mut Chance,
) -> Attendee {
    let eastern = zone == KARACHI;
    let people = if number.is_multiple_of(9) { 2 } else { 1 };
    // A third of the eastern parties do not travel.
    let remote = eastern && number.is_multiple_of(3);
    let late = WorkingHours {
        zone: KARACHI.into(),
        start: time(15, 0),
        end: time(23, 0),
        days: DaySet::WORKING_WEEK,
    };
    let (least, most) = if role == "investor" { (2, 8) } else { (3, chance.between(8, 11) as u16) };
    let with_role = match role {
        "startup" => vec![RoleLimit { role: "investor".into(), least: 1, most: None }],
        _ => Vec::new(),
    };
    let keeps = ["zuhr", "asr", "iftar", "friday"].map(str::to_owned).to_vec();
    Attendee {
        delegates: (1..=people).map(|n| id(&format!("{party}-{n}"))).collect(),
        party,
        name,
        role: role.into(),
        zone,
        least: if remote { 1 } else { least },
        most: Some(most),
        with_role,
        hours: remote.then_some(late),
        stretch_minutes: if remote { 60 } else { 0 },
        away: Vec::new(),
        delegate_away: Vec::new(),
        keeps: if eastern || number.is_multiple_of(7) { keeps } else { Vec::new() },
        venues: if remote { vec![id("video")] } else { Vec::new() },
        no_thanks: Vec::new(),
        most_requests: Some(20),
    }
}

/// Wishes between the two sides of the hall, the first of each role sought the most.
fn wishes(attendees: &mut [Attendee], chance: &mut Chance) -> Vec<Wish> {
    let of = |side: &[&str]| -> Vec<usize> {
        (0..attendees.len()).filter(|a| side.contains(&attendees[*a].role.as_str())).collect()
    };
    let (west, east) = (of(&["buyer", "investor"]), of(&["supplier", "startup"]));
    let weights = |n: usize| (0..n as u64).map(|rank| 1_000 / (rank + 4)).collect::<Vec<u64>>();
    let (west_weights, east_weights) = (weights(west.len()), weights(east.len()));
    let mut pairs = BTreeSet::new();
    let mut wishes = Vec::new();
    if west.is_empty() || east.is_empty() {
        return wishes;
    }
    for _ in 0..2_000 {
        if wishes.len() == 190 {
            break;
        }
        let (a, b) = (west[chance.weighted(&west_weights)], east[chance.weighted(&east_weights)]);
        if !pairs.insert((a, b)) {
            continue;
        }
        let number = wishes.len();
        let state = match chance.below(100) {
            0..3 => WishState::Must,
            3..80 => WishState::Accepted,
            80..92 => WishState::Requested,
            92..97 => WishState::Declined,
            _ => WishState::Expired,
        };
        wishes.push(wish(number, [&attendees[a].party, &attendees[b].party], state, chance));
        if number.is_multiple_of(47) && number > 0 {
            attendees[b].no_thanks.push(attendees[a].party.clone());
        }
    }
    wishes
}

fn wish(number: usize, parties: [&PartyId; 2], state: WishState, chance: &mut Chance) -> Wish {
    let asker = parties[usize::from(chance.percent(50))].clone();
    let open = state == WishState::Requested;
    Wish {
        id: id(&format!("w{:03}", number + 1)),
        parties: parties.map(Clone::clone).to_vec(),
        value: chance.between(10, 100) as u32,
        state,
        delegates: Vec::new(),
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: (state != WishState::Must).then_some(asker),
        accepted_by: Vec::new(),
        answer_by: open.then(|| "2027-02-12T22:00:00Z".parse().expect("an instant")),
    }
}
