//! Why a problem has no plan.

use std::fmt;

/// A reason why no plan exists; meetings, participants and slots are counted from 0 in the
/// values and from 1 in the words, as in the data files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// Each of these meetings must come after the one before it, and the first after the last.
    Circle {
        /// The meetings.
        meetings: Vec<u32>,
    },
    /// Session, forbidden slots, fixed slot and precedences leave this meeting no slot.
    NoSlot {
        /// The meeting.
        meeting: u32,
        /// The meetings that must come before or after it and take part in this.
        with: Vec<u32>,
    },
    /// These meetings of one participant have fewer slots than there are meetings.
    Crowded {
        /// The participant.
        participant: u32,
        /// Its meetings.
        meetings: Vec<u32>,
        /// All slots they could be in.
        slots: Vec<u32>,
    },
    /// The meetings that can only be in these slots are more than the tables of these slots.
    Tables {
        /// The meetings.
        meetings: Vec<u32>,
        /// The slots.
        slots: Vec<u32>,
    },
    /// No choice of slots keeps this participant's breaks within what fairness allows.
    Unfair {
        /// The participant.
        participant: u32,
        /// Its least number of breaks.
        breaks: u32,
        /// The most that fairness allows anybody.
        most: u32,
    },
    /// The search went through all plans; no single rule is to blame.
    Exhausted,
}

fn listed(of: &[u32]) -> String {
    let words: Vec<String> = of.iter().map(|n| (n + 1).to_string()).collect();
    words.join(", ")
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Conflict::Circle { meetings } => {
                write!(f, "Meetings {} must come before one another in a circle.", listed(meetings))
            }
            Conflict::NoSlot { meeting, with } if with.is_empty() => {
                write!(f, "Meeting {} has no slot left.", meeting + 1)
            }
            Conflict::NoSlot { meeting, with } => write!(
                f,
                "Meeting {} has no slot left that keeps the order with meetings {}.",
                meeting + 1,
                listed(with)
            ),
            Conflict::Crowded { participant, meetings, slots } => write!(
                f,
                "Participant {} has {} meetings ({}) for {} slots ({}).",
                participant + 1,
                meetings.len(),
                listed(meetings),
                slots.len(),
                listed(slots)
            ),
            Conflict::Tables { meetings, slots } => write!(
                f,
                "{} meetings can only be in slots {}, which have fewer tables.",
                meetings.len(),
                listed(slots)
            ),
            Conflict::Unfair { participant, breaks, most } => write!(
                f,
                "Participant {} has at least {breaks} breaks; fairness allows {most}.",
                participant + 1
            ),
            Conflict::Exhausted => f.write_str("Every plan was ruled out; no single rule is to blame."),
        }
    }
}
