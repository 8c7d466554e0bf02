//! What can be wrong with a plan of a mission.

use std::fmt;

/// What kind of thing is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissionFault {
    /// Another format, or the plan of another mission.
    Format,
    /// A meeting for a wish the mission does not have.
    UnknownWish,
    /// A wish is held twice.
    HeldTwice,
    /// The wish is not accepted.
    NotAccepted,
    /// The wish names parties that do not take part, or one twice.
    Parties,
    /// A party meets one it will not meet.
    NoThanks,
    /// The roles may not meet.
    Roles,
    /// They met before and may not again.
    MetBefore,
    /// No such venue.
    UnknownVenue,
    /// The venue has no open slot that starts then.
    UnknownSlot,
    /// The meeting does not end with its slot.
    End,
    /// A table the venue does not have.
    NoSuchTable,
    /// Two meetings at one table at once.
    TableTaken,
    /// Not one delegate of each party, in order.
    Delegates,
    /// Another delegate than the wish names.
    OtherDelegate,
    /// The attendee cannot be at the venue.
    AttendeeVenue,
    /// The attendee is away.
    Away,
    /// A block such as prayer or lunch.
    Block,
    /// Outside the attendee's hours and stretch.
    Hours,
    /// The venue belongs to a party that is not in the meeting.
    Host,
    /// The wish is for other venues.
    WishVenue,
    /// A delegate in two meetings at once.
    TwoPlaces,
    /// Too little time to travel between two meetings.
    Travel,
    /// More meetings than a party or role limit allows.
    TooMany,
    /// Out of order with another meeting.
    Order,
    /// A fixed wish that is elsewhere or left out.
    Fixed,
    /// The list of what is left out is not what is left out, or a reason is missing.
    LeftOut,
    /// A wish is left out though it could be added as things stand.
    Addable,
    /// Meetings are not sorted by start, venue and table.
    Sorted,
    /// A line of the score is wrong.
    Score,
    /// The prices do not prove the bound, or the bound contradicts the score.
    Bound,
}

/// One thing wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionObjection {
    /// What kind.
    pub fault: MissionFault,
    /// What exactly.
    pub says: String,
}

impl fmt::Display for MissionObjection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.fault, self.says)
    }
}
