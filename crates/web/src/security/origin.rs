//! Whether a form was sent from a page of ours, by what the browser says of it.

use axum::http::{HeaderMap, header};

/// Browsers state where a form comes from; what they state must be us. A program that states
/// nothing has no cookies of anybody's either, and the form's token holds it off.
pub(crate) fn is_ours(headers: &HeaderMap, address: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) => {
            let host = text(header::HOST.as_str()).unwrap_or_default();
            let bare = origin.split_once("://").map(|(_, rest)| rest);
            origin == address || (!host.is_empty() && bare == Some(host))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_sites_are_told_apart() {
        let said = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            headers.extend(pairs.iter().map(|(k, v)| {
                (axum::http::HeaderName::from_static(k), axum::http::HeaderValue::from_static(v))
            }));
            is_ours(&headers, "https://pul.example")
        };
        assert!(said(&[]));
        assert!(said(&[("origin", "https://pul.example")]));
        assert!(said(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(!said(&[("origin", "https://evil.example"), ("host", "pul.example")]));
        assert!(!said(&[("origin", "null"), ("host", "pul.example")]));
        assert!(!said(&[("sec-fetch-site", "cross-site"), ("origin", "https://pul.example")]));
        assert!(!said(&[("sec-fetch-site", "same-site")]));
    }
}
