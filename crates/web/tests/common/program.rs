//! A program that calls the API: tokens, JSON, no socket.

use crate::common::{Example, example};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use pul_app::live::accounts::{DemoRole, demo};
use pul_app::live::records::Scope;
use pul_app::live::tokens::{self, TokenForm};
use pul_app::live::{Settings, sessions};
use pul_testkit::Size;
use pul_web::{Options, Site, router};
use serde_json::Value;
use tower::ServiceExt;

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };

/// A program beside a node of the example world.
pub struct Program {
    pub router: Router,
    pub example: Example,
}

/// What it was answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {} {}", self.status, self.text))
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }
}

impl Program {
    pub async fn new() -> Program {
        let settings = Settings { demo: true, ..Settings::default() };
        let example = example(settings, SMALL).await;
        let options = Options { a_second: 10_000, at_once: 10_000, ..Options::default() };
        Program { router: router(Site::new(example.node.clone(), options)), example }
    }

    /// A token of somebody of the demonstration with every scope.
    pub async fn token(&self, role: DemoRole) -> String {
        let node = &self.example.node;
        let opened = demo(node, role, "a program").await.expect("signed in");
        let who = sessions::known(node, &opened.secret).await.unwrap().expect("a session").who;
        let organises = role == DemoRole::Organiser;
        let scopes = Scope::ALL.iter().copied().filter(|s| organises || *s != Scope::Organise).collect();
        tokens::create(node, &who, &TokenForm { name: "test".into(), scopes, expires: None }).await.unwrap().1
    }

    /// Calls an operation: `GET /me`.
    pub async fn call(
        &self,
        line: &str,
        token: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.map_or_else(Body::empty, |b| Body::from(b.to_string()));
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}
