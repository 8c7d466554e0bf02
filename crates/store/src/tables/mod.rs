//! The tables: one file each, with the record, its keys and the statements that make it.
//!
//! A record's keys and its `CREATE` statement name the same columns in the same order; a test on both
//! engines holds that. What may be absent is the empty text or 0 in a key column.

mod account;
mod attempt;
mod ceremony;
mod delivery;
mod exclusion;
mod idempotency_key;
mod import;
mod import_file;
mod introduction;
mod ledger;
mod mail;
mod membership;
mod merge;
mod mission;
mod mission_attendee;
mod mission_check_in;
mod mission_edition;
mod mission_feed;
mod mission_meeting;
mod mission_offer;
mod mission_plan;
mod mission_planning;
mod mission_wish;
mod party;
mod passkey;
mod post;
mod preferences;
mod saved_quote;
mod saved_shortlist;
mod session;
mod setting;
mod sign_in_link;
mod token;
mod webhook;

pub use account::{Account, AccountState, Role};
pub use attempt::Attempt;
pub use ceremony::Ceremony;
pub use delivery::{Delivery, DeliveryState};
pub use exclusion::Exclusion;
pub use idempotency_key::IdempotencyKey;
pub use import::{Import, ImportState};
pub use import_file::ImportFile;
pub use introduction::{Introduction, IntroductionState};
pub use mail::{Mail, MailState};
pub use membership::{MemberLevel, Membership};
pub use merge::{Merge, Moved};
pub use mission::{MissionRow, MissionRules, MissionState};
pub use mission_attendee::{DelegateCard, Invitation, MissionAttendee};
pub use mission_check_in::MissionCheckIn;
pub use mission_edition::MissionEdition;
pub use mission_feed::MissionFeed;
pub use mission_meeting::{MeetingNote, MissionMeeting};
pub use mission_offer::MissionOffer;
pub use mission_plan::{MissionPlanRow, PlanMade};
pub use mission_planning::{MissionPlanning, PlanningProgress, PlanningState};
pub use mission_wish::MissionWish;
pub use party::{Audience, Consent, PartyRow, PartyState, PrivateField};
pub use passkey::Passkey;
pub use post::{PostRow, PostState};
pub use preferences::{LetterTopic, Numerals, Preferences};
pub use saved_quote::SavedQuote;
pub use saved_shortlist::SavedShortlist;
pub use session::Session;
pub use setting::Setting;
pub use sign_in_link::SignInLink;
pub use token::{Scope, Token};
pub use webhook::{Webhook, WebhookState};

use crate::{Record, Table, Value};
use pul_domain::Id;
use serde::Serialize;

/// The statements of the first migration.
pub(crate) const FIRST: &[&[&str]] = &[
    ledger::CREATE,
    account::CREATE,
    membership::CREATE,
    session::CREATE,
    sign_in_link::CREATE,
    attempt::CREATE,
    ceremony::CREATE,
    token::CREATE,
    passkey::CREATE,
    party::CREATE,
    post::CREATE,
    introduction::CREATE,
    exclusion::CREATE,
    saved_shortlist::CREATE,
    saved_quote::CREATE,
    import::CREATE,
    import_file::CREATE,
    merge::CREATE,
    mail::CREATE,
    webhook::CREATE,
    delivery::CREATE,
    setting::CREATE,
    idempotency_key::CREATE,
    mission::CREATE,
    mission_plan::CREATE,
];

/// The statements of the second: missions in the live system.
pub(crate) const MISSIONS: &[&[&str]] = &[
    mission_attendee::CREATE,
    mission_wish::CREATE,
    mission_edition::CREATE,
    mission_feed::CREATE,
    mission_planning::CREATE,
];

/// The statements of the third: what happens on the days of a mission.
pub(crate) const MISSION_DAYS: &[&[&str]] = &[mission_meeting::CREATE, mission_check_in::CREATE];

/// The statements of the fourth: sittings offered to the waiting list.
pub(crate) const MISSION_OFFERS: &[&[&str]] = &[mission_offer::CREATE];

/// Every table of records, in the order of a dump.
pub const ALL: &[Table] = &[
    Account::TABLE,
    Membership::TABLE,
    Session::TABLE,
    SignInLink::TABLE,
    Attempt::TABLE,
    Ceremony::TABLE,
    Token::TABLE,
    Passkey::TABLE,
    PartyRow::TABLE,
    PostRow::TABLE,
    Introduction::TABLE,
    Exclusion::TABLE,
    SavedShortlist::TABLE,
    SavedQuote::TABLE,
    Import::TABLE,
    ImportFile::TABLE,
    Merge::TABLE,
    Mail::TABLE,
    Webhook::TABLE,
    Delivery::TABLE,
    Setting::TABLE,
    IdempotencyKey::TABLE,
    MissionRow::TABLE,
    MissionPlanRow::TABLE,
    MissionAttendee::TABLE,
    MissionWish::TABLE,
    MissionEdition::TABLE,
    MissionFeed::TABLE,
    MissionPlanning::TABLE,
    MissionMeeting::TABLE,
    MissionCheckIn::TABLE,
    MissionOffer::TABLE,
];

macro_rules! ids {
    ($($marker:ident $alias:ident $doc:literal;)*) => {
        /// Markers of the kinds of id that only the live system has.
        pub mod kind { $(#[doc = $doc] pub enum $marker {})* }
        $(#[doc = $doc] pub type $alias = Id<kind::$marker>;)*
    };
}

ids! {
    Account AccountId "Id of an account.";
    Token TokenId "Id of a token of the API.";
    Introduction IntroductionId "Id of an introduction.";
    Shortlist ShortlistId "Id of a saved shortlist.";
    Quote QuoteId "Id of a saved quote.";
    Import ImportId "Id of an import.";
    Merge MergeId "Id of a merge of duplicates.";
    Mail MailId "Id of a letter.";
    Webhook WebhookId "Id of a webhook.";
    MissionPlanning MissionPlanningId "Id of a planning of a mission.";
    MissionOffer MissionOfferId "Id of an offer of a free sitting.";
}

/// An enum whose variants are words: as text in JSON, in key columns and in the keys of messages.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every one of them, in order.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The word that stands for it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The one a word stands for.
            pub fn parse(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|it| it.as_str() == word)
            }
        }

        impl From<$name> for Value {
            fn from(it: $name) -> Value {
                Value::from(it.as_str())
            }
        }
    };
}
use words;

/// The word a value of the domain serialises as.
fn word<T: Serialize>(value: &T) -> Value {
    let json = serde_json::to_value(value).unwrap_or_default();
    Value::from(json.as_str().unwrap_or_default())
}

/// The beginning of a text, as long as a key may be; cut between characters.
fn cut(text: &str) -> String {
    let mut end = text.len().min(crate::KEY_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}
