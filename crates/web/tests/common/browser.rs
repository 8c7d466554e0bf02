//! A browser of sorts: keeps cookies, follows forms, asks the router without a socket.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use tower::ServiceExt;

/// One browser.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Got {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The token of the page's first form.
    pub fn token(&self) -> &str {
        let from = self.body.split_once("name=\"csrf\" value=\"").map_or("", |(_, rest)| rest);
        from.split_once('"').map_or("", |(token, _)| token)
    }
}

impl Browser {
    pub fn new(router: Router) -> Browser {
        Browser { router, cookies: BTreeMap::new() }
    }

    pub async fn send(&mut self, request: Request<Body>) -> Got {
        let (mut parts, body) = request.into_parts();
        if !self.cookies.is_empty() {
            let line: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            parts.headers.insert(header::COOKIE, line.join("; ").parse().expect("a cookie"));
        }
        let response =
            self.router.clone().oneshot(Request::from_parts(parts, body)).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("text");
            let (pair, rest) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').expect("a pair");
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.expect("a body").to_bytes();
        Got {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Got {
        self.send(
            Request::get(path).header(header::HOST, "pul.example").body(Body::empty()).expect("a request"),
        )
        .await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Got {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::HOST, "pul.example")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    /// Sends a form with the token of the page it stands on.
    pub async fn submit(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Got {
        let shown = self.get(page).await;
        let token = shown.token().to_owned();
        assert!(!token.is_empty(), "{page} has no form: {}", shown.status);
        self.post(path, &[fields, &[("csrf", token.as_str())]].concat()).await
    }

    /// Signs in as a role of the demonstration.
    pub async fn sign_in(&mut self, role: &str) {
        let got = self.submit("/en/sign-in", "/en/sign-in", &[("role", role)]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{role}: {}", got.body);
    }
}
