//! The nouns of Pul and what always holds for each.
//!
//! Nothing here reads a file, a clock or a random number, and nothing depends on
//! another crate of the workspace. Engines take these values and return them.
//!
//! Units, once for all: money is an integer count of minor units with a currency;
//! a skill [`Level`] is 1 to 5; what a skill is *worth* is counted in thirds of a
//! level ([`Thirds`]); overlap is in whole minutes a day; shares are in per cent.

mod finding;
mod hours;
mod id;
mod language;
mod level;
mod meetings;
mod mission;
mod mission_attendance;
mod mission_changes;
mod mission_days;
mod mission_editions;
mod mission_grid;
mod mission_offer;
mod mission_plan;
mod mission_wishes;
mod money;
mod party;
mod period;
mod post;
mod rate;
mod shortlist;
mod terms;
mod why_not;

pub use finding::{Finding, Findings, Place, Severity};
pub use hours::{DaySet, TimeOfDay, Weekday, WorkingHours};
pub use id::{
    CertificationId, CityId, DelegateId, Id, InvalidId, MissionId, PartyId, PostId, RegistrationId, RoleId,
    SectorId, SideId, SkillId, SourceId, VenueId, WishId,
};
pub use language::{Cefr, LanguageCode, LanguageSkill};
pub use level::{Importance, InvalidLevel, Level, Thirds};
pub use meetings::{ClassicMeeting, ClassicPlacement, ClassicPlan, ClassicProblem, Session};
pub use mission::{Attendee, DelegateAway, Mission, RoleLimit, Sitting, Wish, WishState};
pub use mission_attendance::{Attendance, Verdict, Witness, no_shows};
pub use mission_changes::{PersonChange, changes};
pub use mission_days::{Appointment, on_wall};
pub use mission_editions::{EditionEvent, EditionStep, Editions, Stage};
pub use mission_grid::{Block, Grid, Span, Travel, Venue};
pub use mission_offer::{SittingOffer, SittingOfferState};
pub use mission_plan::{
    Admits, LeftOut, Limit, MissionPlan, PlanBound, PlanScore, PlannedMeeting, PriceProof, QuotaOf,
};
pub use mission_wishes::{WishStep, met};
pub use money::{Currency, Money, MoneyError};
pub use party::{Party, PartyKind, Private};
pub use period::{InvalidPeriod, Period};
pub use post::{
    Ask, Common, Exclusions, Offer, OfferedSkill, OverlapWish, Post, PostKind, Reference, Requirement,
    TrackRecord,
};
pub use rate::{Rate, RateUnit};
pub use shortlist::{
    Cause, Direction, InputFile, Inputs, Match, Part, PartName, Shortlist, ShortlistFile, View,
};
pub use terms::Terms;
pub use why_not::{Change, Failure, Rule, WhyNot};
