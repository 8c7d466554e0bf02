//! Missions in the live system: prepared, wished for, planned, published.
//!
//! A mission's document, each attendee, each wish and each plan is a row of its own, so that a wish is one small change
//! and one small entry of the log; `held` puts them together for the planner.

pub use crate::mission::{Disruption, Lock, Who as Whom};

mod attendance;
mod attendees;
mod begin;
mod carried;
mod check_in;
mod course;
mod create;
mod edit;
mod feeds;
mod held;
mod history;
mod letters;
mod mend;
mod my_data;
mod no_thanks;
mod offers;
mod planning;
mod plans;
mod proposals;
mod reminders;
mod repairs;
mod show;
mod suggestions;
mod wishes;

pub use attendance::{MeetingTold, decide, meetings, note, tell};
pub use attendees::{Coming, Person, answer, decline, invite, remove};
pub use carried::Carried;
pub use check_in::{check_in, check_ins, day_of};
pub use course::{close, open};
pub use create::{MissionForm, create, create_from, create_plain};
pub use edit::{edit, edit_from};
pub use feeds::{close_feed, feed, feeds, open_feed};
pub(crate) use history::trail;
pub(crate) use letters::{TELL, tell as tell_people};
pub(crate) use mend::{MEND, mend};
pub(crate) use my_data::{erase as erase_party, export as export_mine};
pub use no_thanks::{no_thanks, welcome};
pub(crate) use offers::lapse;
pub use offers::{answer_offer, offers};
pub(crate) use planning::{JOB, work};
pub use planning::{PlanningAsked, plannings, start, stop};
pub use plans::{Timetable, pending_changes, plan, plans, take_step, timetable};
pub use proposals::{add, propose};
pub(crate) use reminders::{REMIND, remind};
pub use repairs::{RepairShown, disturb, lock_meetings, look, unlock_all};
pub use show::{EditionShown, MissionCard, MissionShown, findings, list, show};
pub use suggestions::{Suggestion, suggestions};
pub(crate) use wishes::expire;
pub use wishes::{must, request, step, wishes};
