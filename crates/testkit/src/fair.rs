//! The mission the demonstration is in the middle of: two days in a hall and in video rooms.

use crate::chance::Chance;
use crate::mission::time;
use crate::names;
use crate::world::{World, id};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use pul_domain::{
    Attendee, Block, DaySet, DelegateId, Grid, Mission, PartyId, PartyKind, TimeOfDay, Venue, Weekday, Wish,
    WishState,
};
use std::collections::{BTreeMap, BTreeSet};

const TORONTO: &str = "America/Toronto";
const KARACHI: &str = "Asia/Karachi";
/// Parties of each side.
const OF_EACH_SIDE: usize = 9;
/// Wishes, if there are pairs enough.
const WISHES: usize = 58;

/// A mission with the names of the people who come.
#[derive(Debug, Clone)]
pub struct Fair {
    /// The mission, its wishes in every state.
    pub mission: Mission,
    /// What its delegates are called.
    pub people: BTreeMap<DelegateId, String>,
}

impl World {
    /// Draws a mission of two days, the first of which is `first`. The two `guests` come before all others: the first
    /// as a buyer, the second as a supplier. Requests that wait are to be answered by `answer_by`.
    ///
    /// None for a world with nobody on one of the sides.
    pub fn fair(
        &self,
        seed: u64,
        first: Date,
        guests: [Option<&PartyId>; 2],
        answer_by: Timestamp,
    ) -> Option<Fair> {
        let mut chance = Chance::new(seed);
        let asks: Vec<_> = self.asks.iter().map(|a| &a.common).collect();
        let offers: Vec<_> = self.offers.iter().map(|o| &o.common).collect();
        let mut taken: BTreeSet<PartyId> = guests.into_iter().flatten().cloned().collect();
        let mut attendees = Vec::new();
        let mut people = BTreeMap::new();
        for (role, posts, guest) in [("buyer", asks, guests[0]), ("supplier", offers, guests[1])] {
            let own = posts.iter().copied().filter(|post| Some(&post.party) == guest);
            let mut kinds = vec![PartyKind::Firm, PartyKind::Startup];
            let guest = self.parties.iter().find(|party| Some(&party.id) == guest);
            kinds.extend(guest.map(|party| party.kind));
            let mut side = self.pick(own, &kinds, 1, &mut BTreeSet::new());
            kinds.truncate(2);
            side.extend(self.pick(posts.iter().copied(), &kinds, OF_EACH_SIDE - side.len(), &mut taken));
            if side.is_empty() {
                return None;
            }
            for (party, name, zone) in side {
                let coming = attendee((party, name, zone), role, attendees.len());
                for delegate in &coming.delegates {
                    people.insert(delegate.clone(), names::person(coming.zone == KARACHI, &mut chance));
                }
                attendees.push(coming);
            }
        }
        let wishes = wishes(&mut attendees, answer_by, &mut chance);
        for attendee in &mut attendees {
            attendee.least = attendee.least.min(agreed(&wishes, &attendee.party) / 2);
        }
        let mission = Mission {
            format: "pul-mission/1".into(),
            id: id(&format!("toronto-{first}")),
            title: "Canada–Pakistan Digital Mission, Toronto".into(),
            venues: venues(first),
            travel: Vec::new(),
            blocks: blocks(first),
            may_meet: vec![("buyer".into(), "supplier".into())],
            met_before: Vec::new(),
            repeat_percent: 50,
            least_break_minutes: None,
            attendees,
            wishes,
        };
        Some(Fair { mission, people })
    }
}

fn venues(first: Date) -> Vec<Venue> {
    let days = || first.series(1.day()).take(2);
    let grid = |part: &str, date: Date, start: TimeOfDay, slots| Grid {
        session: format!("{date}-{part}"),
        date,
        start,
        slots,
        minutes: 25,
        pause: 5,
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
    let hall =
        days().flat_map(|d| [grid("morning", d, time(10, 30), 4), grid("afternoon", d, time(14, 0), 5)]);
    // Early there is evening in Pakistan.
    let video = days().map(|d| grid("early", d, time(8, 0), 4));
    vec![
        venue("hall", "Toronto hall", Some("toronto"), 3, hall.collect()),
        venue("video", "Video rooms", None, 2, video.collect()),
    ]
}

fn blocks(first: Date) -> Vec<Block> {
    let block = |name: &str, title: &str, days, start, end| Block {
        id: name.into(),
        title: title.into(),
        zone: Some(TORONTO.into()),
        days,
        start,
        end,
        first: None,
        last: None,
        everybody: false,
    };
    let every = DaySet::from(Weekday::ALL.to_vec());
    let opening = block("opening", "Opening", every, time(10, 0), time(10, 30));
    vec![
        Block { everybody: true, first: Some(first), last: Some(first), ..opening },
        block("zuhr", "Zuhr prayer", every, time(12, 30), time(13, 0)),
        block("asr", "Asr prayer", every, time(15, 30), time(15, 50)),
        block("friday", "Friday prayer", DaySet::from(vec![Weekday::Friday]), time(13, 0), time(14, 0)),
    ]
}

fn attendee((party, name, zone): (PartyId, String, String), role: &str, number: usize) -> Attendee {
    let eastern = zone == KARACHI;
    // One eastern party in three stays at home.
    let remote = eastern && number % OF_EACH_SIDE % 3 == 2;
    let people = if number.is_multiple_of(4) { 2 } else { 1 };
    Attendee {
        delegates: (1..=people).map(|n| id(&format!("{party}-{n}"))).collect(),
        party,
        name,
        role: role.into(),
        zone,
        least: if remote { 1 } else { 2 },
        most: Some(6),
        with_role: Vec::new(),
        hours: None,
        stretch_minutes: if remote { 60 } else { 0 },
        away: Vec::new(),
        delegate_away: Vec::new(),
        keeps: if eastern && !remote {
            ["zuhr", "asr", "friday"].map(str::to_owned).to_vec()
        } else {
            Vec::new()
        },
        venues: if remote { vec![id("video")] } else { Vec::new() },
        no_thanks: Vec::new(),
        most_requests: Some(20),
    }
}

/// Wishes across the hall, the first of each side sought the most; the first of both must meet.
fn wishes(attendees: &mut [Attendee], answer_by: Timestamp, chance: &mut Chance) -> Vec<Wish> {
    let split = attendees.iter().position(|a| a.role == "supplier").unwrap_or(attendees.len());
    let (buyers, suppliers) = (split, attendees.len() - split);
    let weights = |n: usize| (0..n as u64).map(|rank| 1_000 / (rank + 3)).collect::<Vec<u64>>();
    let (left, right) = (weights(buyers), weights(suppliers));
    let mut pairs = BTreeSet::new();
    let mut wishes: Vec<Wish> = Vec::new();
    let sought = (0..1_000).map(|_| (chance.weighted(&left), split + chance.weighted(&right)));
    let sought: Vec<(usize, usize)> = sought.collect();
    // The first of each side have somebody to answer.
    let first = [(0, split), (0, split + suppliers - 1), (buyers - 1, split)];
    for (buyer, supplier) in first.into_iter().chain(sought) {
        if wishes.len() == WISHES {
            break;
        }
        if !pairs.insert((buyer, supplier)) {
            continue;
        }
        let state = match wishes.len() {
            0 => WishState::Must,
            1 | 2 => WishState::Requested,
            n if n % 6 == 5 => WishState::Requested,
            n if n % 19 == 18 => WishState::Declined,
            n if n % 23 == 22 => WishState::Expired,
            _ => WishState::Accepted,
        };
        let parties = [buyer, supplier].map(|n| attendees[n].party.clone());
        let asker = match (buyer, supplier) {
            (_, first) if first == split => 0,
            (0, _) => 1,
            _ => usize::from(chance.percent(50)),
        };
        wishes.push(wish(wishes.len(), (parties, asker), (state, answer_by), chance));
        if state == WishState::Declined {
            let unwanted = attendees[buyer].party.clone();
            attendees[supplier].no_thanks.push(unwanted);
        }
    }
    wishes
}

/// How many agreed wishes a party has; half as much is promised to it at most.
fn agreed(wishes: &[Wish], party: &PartyId) -> u16 {
    let theirs = wishes.iter().filter(|wish| wish.parties.contains(party));
    let agreed = theirs.filter(|wish| matches!(wish.state, WishState::Accepted | WishState::Must)).count();
    u16::try_from(agreed).unwrap_or(u16::MAX)
}

fn wish(
    number: usize,
    (parties, asker): ([PartyId; 2], usize),
    (state, answer_by): (WishState, Timestamp),
    chance: &mut Chance,
) -> Wish {
    Wish {
        id: id(&format!("w{:03}", number + 1)),
        value: chance.between(20, 100) as u32,
        state,
        delegates: Vec::new(),
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: (state != WishState::Must).then(|| parties[asker].clone()),
        accepted_by: Vec::new(),
        answer_by: (state == WishState::Requested).then_some(answer_by),
        parties: parties.to_vec(),
    }
}
