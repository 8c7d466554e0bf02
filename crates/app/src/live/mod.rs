//! The live system: people, posts, matches, introductions, kept in the store.
//!
//! A [`Node`] is one process of it. Every use case is a function that takes the node and
//! [`Who`] asks, and returns a value or a [`Refusal`]: a code and values, never a sentence.
//! Whatever changes something is one transaction, written with its entry of the log.

pub mod accounts;
pub mod adjust;
mod as_read;
mod attempts;
pub mod brief;
mod ceremonies;
pub mod chance;
pub mod clock;
pub mod configuration;
pub mod desk;
pub mod directory;
pub mod duplicates;
pub mod history;
pub mod idempotency;
pub mod imports;
pub mod introduction_state;
pub mod introductions;
pub mod jobs;
pub mod log;
pub mod mailer;
pub mod matches;
pub mod merges;
pub mod missions;
pub mod my_data;
pub mod node;
pub mod oidc;
pub mod outbox;
pub mod outward;
pub mod paging;
pub mod parties;
pub mod passkey;
pub mod post_state;
pub mod posts;
pub mod privacy;
mod public_key;
pub mod quotes;
pub mod refusal;
pub mod review;
pub mod sessions;
pub mod settings;
pub mod shortlists;
pub mod sign_in;
pub mod signature;
pub mod tokens;
pub mod view;
pub mod vitals;
pub mod webhooks;
mod who;
pub mod worker;
pub mod world;

pub use node::{Lag, Node};
pub use paging::{Page, Paging};
pub use pul_store::tables as records;
pub use pul_store::tables::{Audience, PrivateField};
pub use refusal::{Refusal, RefusalKind};
pub use settings::Settings;
pub use who::Who;
pub use worker::Worker;
