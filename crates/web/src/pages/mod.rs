//! The pages: one file each, with its template of the same name.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod brief;
pub(crate) mod desk;
pub(crate) mod directory;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod imports;
pub(crate) mod introductions;
pub(crate) mod mission_desk;
pub(crate) mod missions;
pub(crate) mod organise;
pub(crate) mod outbox;
pub(crate) mod pack;
pub(crate) mod party;
pub(crate) mod post_edit;
pub(crate) mod post_form;
pub(crate) mod post_told;
pub(crate) mod quote;
pub(crate) mod quote_form;
pub(crate) mod saved;
pub(crate) mod sign_in;
