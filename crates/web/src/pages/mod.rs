//! The pages: one file each, with its template of the same name.

pub(crate) mod about;
pub(crate) mod brief;
pub(crate) mod home;
pub(crate) mod pack;
pub(crate) mod quote;
pub(crate) mod quote_form;
pub(crate) mod sign_in;
