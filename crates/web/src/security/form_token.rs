//! The token of a form: proves that the form was shown by us to this browser and this session.
//! Nothing is kept for it, so any node can check it.

use pul_app::live::signature::{hmac_sha256, same};

/// The token of a browser's cookie and, once signed in, its session's secret.
pub(crate) fn token(visit: &str, session: Option<&str>) -> String {
    hmac_sha256(visit.as_bytes(), format!("form:{}", session.unwrap_or_default()).as_bytes())
}

/// Whether a form came from us.
pub(crate) fn holds(given: Option<&str>, visit: Option<&str>, session: Option<&str>) -> bool {
    match (given, visit) {
        (Some(given), Some(visit)) => same(given, &token(visit, session)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_of_one_browser_and_one_session() {
        let mine = token("a", Some("s"));
        assert!(holds(Some(&mine), Some("a"), Some("s")));
        assert!(!holds(Some(&mine), Some("b"), Some("s")));
        assert!(!holds(Some(&mine), Some("a"), Some("t")));
        assert!(!holds(Some(&mine), Some("a"), None));
        assert!(!holds(None, Some("a"), Some("s")) && !holds(Some(""), None, None));
    }
}
