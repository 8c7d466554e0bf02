//! What a timetable costs while it is being changed.

use super::slots::Slots;

/// The price of a break; that of an idle slot inside it makes short breaks better than long ones,
/// so that there is a way down to none.
const BREAK: i64 = 64;
const IDLE: i64 = 8;
/// The price of whatever must not be in the end.
pub(super) const FAULT: i64 = 96;

/// What a timetable costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cost {
    /// For what must not be.
    pub(super) faults: i64,
    /// For breaks and idle slots.
    pub(super) day: i64,
    /// How many breaks.
    pub(super) breaks: i64,
}

/// What the day of one participant costs.
pub(super) fn day(busy: Slots, (fewest, most): (u32, u32)) -> Cost {
    let breaks = busy.breaks();
    let wrong = breaks.saturating_sub(most) + fewest.saturating_sub(breaks);
    Cost {
        faults: FAULT * i64::from(wrong),
        day: BREAK * i64::from(breaks) + IDLE * i64::from(busy.idle()),
        breaks: i64::from(breaks),
    }
}

impl Cost {
    pub(super) fn plus(self, other: Cost) -> Cost {
        Cost {
            faults: self.faults + other.faults,
            day: self.day + other.day,
            breaks: self.breaks + other.breaks,
        }
    }

    pub(super) fn minus(self, other: Cost) -> Cost {
        self.plus(Cost { faults: -other.faults, day: -other.day, breaks: -other.breaks })
    }
}
