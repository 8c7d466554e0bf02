//! Changes are made to the version that was read, or not at all (RFC 9110, section 13.1.1).

use super::caller::{Caller, refused};
use axum::http::header;
use pul_app::live::{Refusal, RefusalKind};

/// The version `If-Match` names.
///
/// # Errors
/// `if-match-needed` without one; `if-match` for what is no version of ours.
pub(crate) fn of(caller: &Caller) -> Result<i64, Refusal> {
    let Some(text) = caller.header(header::IF_MATCH) else {
        return Err(Refusal::new(RefusalKind::Bad, "if-match-needed"));
    };
    let number = text.trim().trim_start_matches("W/").trim_matches('"').parse();
    number.ok().filter(|n| *n > 0).ok_or_else(|| refused("If-Match", "if-match"))
}
