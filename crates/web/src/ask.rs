//! What a page is asked: the visit, the fields of its query, the fields of its form.

use crate::fault::Fault;
use crate::frame::Frame;
use crate::security::form_token;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pul_app::live::Node;
use pul_app::live::{Refusal, RefusalKind};
use std::ops::Deref;
use std::sync::Arc;

/// What a handler answers.
pub(crate) type Answer = Result<Response, Fault>;

/// A request for a page.
#[derive(Clone)]
pub(crate) struct Ask {
    visit: Arc<Visit>,
    /// The fields of the query.
    pub fields: Fields,
}

impl Deref for Ask {
    type Target = Visit;

    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let visit = parts.extensions.get::<Arc<Visit>>().cloned();
        let visit = visit.ok_or_else(|| Refusal::internal("a page outside the gate"))?;
        let fields = Fields::parse(visit.query.as_bytes());
        Ok(Ask { visit, fields })
    }
}

impl Ask {
    /// The node.
    pub fn node(&self) -> &Node {
        self.site.node()
    }

    /// The frame of a page everybody may see, titled by a key.
    pub fn open_frame(&self, key: &str) -> Frame {
        self.frame(self.locale().say(key, &[]), false)
    }

    /// The frame of a page of whoever asks.
    pub fn own_frame(&self, key: &str) -> Frame {
        self.frame(self.locale().say(key, &[]), true)
    }

    /// The secret that ties forms to this browser.
    pub fn secret(&self) -> &str {
        &self.visit.visit
    }

    /// The onwards of somebody who must sign in first.
    pub fn to_sign_in(&self) -> Answer {
        redirect(&self.sign_in_address())
    }

    /// Onwards to a page after a form, with what was done (`said-…`).
    pub fn onwards(&self, path: &str, said: &str) -> Answer {
        let mark = if path.contains('?') { '&' } else { '?' };
        let path =
            if said.is_empty() { self.to(path) } else { format!("{}{mark}said={said}", self.to(path)) };
        redirect(&path)
    }
}

/// An answer that sends the browser to a path of this site, to read it.
pub(crate) fn redirect(path: &str) -> Answer {
    let to = HeaderValue::from_str(path).map_err(|_| Refusal::new(RefusalKind::Bad, "page"))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response())
}

/// A page of a template.
pub(crate) fn html(page: &impl Template) -> Answer {
    Ok(Html(page.render()?).into_response())
}

/// A page whose form has faults.
pub(crate) fn html_with_faults(page: &impl Template) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// Names and values of a query or a form, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`. Never fails: bytes that are no text become replacement characters.
    pub fn parse(bytes: &[u8]) -> Fields {
        Fields(form_urlencoded::parse(bytes).map(|(k, v)| (k.into_owned(), v.into_owned())).collect())
    }

    /// The first value of a name that is not blank, without spaces around it.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter().filter(|(k, _)| k == name).map(|(_, v)| v.trim());
        all.find(|v| !v.is_empty())
    }

    /// The same, or nothing as text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Every value of a name that is not blank.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.0.iter().filter(move |(k, _)| k == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
    }

    /// A number.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// The fields again as a query, some names left out.
    pub fn query_without(&self, names: &[&str]) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.0.iter().filter(|(k, v)| !v.is_empty() && !names.contains(&k.as_str())) {
            out.append_pair(name, value);
        }
        out.finish()
    }
}

/// A form that was sent from a page of ours.
pub(crate) struct Form {
    /// The request.
    pub ask: Ask,
    /// Its fields.
    pub fields: Fields,
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let ask = Ask::from_request_parts(&mut parts, state).await?;
        if !is_form(&parts.headers) {
            return Err(Refusal::new(RefusalKind::Bad, "form").into());
        }
        let most = ask.site.options().form_bytes;
        let bytes = axum::body::to_bytes(body, most)
            .await
            .map_err(|_| Refusal::new(RefusalKind::TooLarge, "too-large").value("most", most / 1024))?;
        let fields = Fields::parse(&bytes);
        let cookie = ask.visit_known.then_some(ask.secret());
        if !form_token::holds(fields.get("csrf"), cookie, ask.session.as_deref()) {
            return Err(Refusal::new(RefusalKind::Forbidden, "stale-form").into());
        }
        Ok(Form { ask, fields })
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|k| k.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}
