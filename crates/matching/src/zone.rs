//! Time zones as sorted lists of changes, so that laying a day on the time line is
//! integer arithmetic.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// Changes are listed from 1970 to 2200. Dates outside use the first or last offset.
const FIRST: i64 = 0;
const LAST: i64 = 230 * 365 * DAY;

/// The offsets of one zone.
#[derive(Debug)]
pub(crate) struct ZoneTable {
    /// Offset before the first change, in seconds east of Greenwich.
    first: i64,
    /// Wall-clock second from which an offset holds, with that offset.
    ///
    /// At a change at instant *t* from offset *a* to *b* that second is *t* + max(*a*, *b*):
    /// in a gap the earlier offset moves the wall clock forward by the gap, in a fold
    /// it names the earlier instant. That is the rule of the statement in one comparison.
    changes: Vec<(i64, i64)>,
    /// Day (since 1970-01-01, in Greenwich) of each change.
    pub(crate) days: Vec<i32>,
}

impl ZoneTable {
    fn new(zone: &TimeZone) -> ZoneTable {
        let at = |second: i64| Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
        let first = i64::from(zone.to_offset(at(FIRST)).seconds());
        let (mut before, mut changes, mut days) = (first, Vec::new(), Vec::new());
        for change in zone.following(at(FIRST)) {
            let instant = change.timestamp().as_second();
            if instant > LAST {
                break;
            }
            let after = i64::from(change.offset().seconds());
            if after != before {
                changes.push((instant + before.max(after), after));
                days.push(instant.div_euclid(DAY) as i32);
            }
            before = after;
        }
        ZoneTable { first, changes, days }
    }

    /// The instant of a wall-clock second, both counted from 1970-01-01.
    pub(crate) fn instant(&self, wall: i64) -> i64 {
        let next = self.changes.partition_point(|(from, _)| *from <= wall);
        let offset = match next {
            0 => self.first,
            n => self.changes[n - 1].1,
        };
        wall - offset
    }
}

/// Zones by name, each listed once. A memo: what it answers depends on the name alone.
#[derive(Debug, Default)]
pub(crate) struct Zones(RwLock<HashMap<String, Option<Arc<ZoneTable>>>>);

impl Zones {
    /// The zone of this IANA name in the bundled database; none if there is no such zone.
    pub(crate) fn get(&self, name: &str) -> Option<Arc<ZoneTable>> {
        if let Ok(known) = self.0.read()
            && let Some(zone) = known.get(name)
        {
            return zone.clone();
        }
        let zone =
            jiff::tz::TimeZoneDatabase::bundled().get(name).ok().map(|zone| Arc::new(ZoneTable::new(&zone)));
        if let Ok(mut known) = self.0.write() {
            known.insert(name.to_owned(), zone.clone());
        }
        zone
    }
}
