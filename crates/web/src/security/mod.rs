//! What keeps strangers out: headers, cookies, tokens of forms, limits.

pub(crate) mod cookie;
pub(crate) mod form_token;
pub(crate) mod headers;
pub(crate) mod limit;
pub(crate) mod origin;
