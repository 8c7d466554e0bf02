//! Who calls, and how: the token, the query, the headers that matter.

use crate::ask::Fields;
use crate::fault::Fault;
use crate::visit::Visit;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use pul_app::live::{Node, Paging, Refusal, RefusalKind, Who, tokens};
use pul_domain::Finding;
use serde_json::Value;
use std::sync::Arc;

/// A call.
pub(crate) struct Caller {
    visit: Arc<Visit>,
    /// Whose token it is; the public without one.
    pub who: Who,
    /// The fields of the query.
    pub fields: Fields,
    headers: HeaderMap,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let visit = parts.extensions.get::<Arc<Visit>>().cloned();
        let visit = visit.ok_or_else(|| Refusal::internal("a call outside the gate"))?;
        let who = who(visit.site.node(), &parts.headers).await?;
        let fields = Fields::parse(visit.query.as_bytes());
        Ok(Caller { visit, who, fields, headers: parts.headers.clone() })
    }
}

/// Whose token a request carries.
pub(super) async fn who(node: &Node, headers: &HeaderMap) -> Result<Who, Refusal> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(Who::public()) };
    let bearer = value.to_str().ok().and_then(|v| v.split_once(' '));
    match bearer {
        Some((scheme, secret)) if scheme.eq_ignore_ascii_case("bearer") => {
            tokens::known(node, secret.trim()).await
        }
        _ => Err(Refusal::new(RefusalKind::SignIn, "token")),
    }
}

impl Caller {
    /// The node.
    pub fn node(&self) -> &Node {
        self.visit.site.node()
    }

    /// A finding in the caller's language.
    pub fn finding(&self, found: &Finding) -> Value {
        super::problem::finding(&self.visit, found)
    }

    /// The header of this name, if it is text.
    pub fn header(&self, name: impl header::AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    /// The path and the query without these names, to link to another page of a list.
    pub fn address_without(&self, names: &[&str]) -> String {
        let query = self.fields.query_without(names);
        format!("{}?{query}{}", self.visit.path, if query.is_empty() { "" } else { "&" })
    }

    /// A number of the query within its bounds.
    pub fn number(&self, name: &str, least: u32, most: u32) -> Result<Option<u32>, Refusal> {
        let Some(text) = self.fields.get(name) else { return Ok(None) };
        match text.parse() {
            Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => {
                let told = Refusal::new(RefusalKind::Bad, "number").value("least", least).value("most", most);
                Err(Refusal { place: Some(name.to_owned()), ..told })
            }
        }
    }

    /// `true` or `false` of the query.
    pub fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.fields.get(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(refused(name, "flag")),
        }
    }

    /// A field the query must have.
    pub fn needed(&self, name: &'static str) -> Result<&str, Refusal> {
        self.fields.get(name).ok_or_else(|| refused(name, "needed"))
    }

    /// The page of a list that is wanted.
    pub fn paging(&self) -> Result<Paging, Refusal> {
        let limit = self.number("limit", 1, 200)?.unwrap_or(0);
        Ok(Paging { after: self.fields.get("after").map(str::to_owned), limit })
    }

    /// Whether a list is wanted as a table.
    pub fn wants_csv(&self) -> Result<bool, Refusal> {
        match self.fields.get("format") {
            Some("csv") => Ok(true),
            Some("json") => Ok(false),
            Some(_) => Err(refused("format", "format")),
            None => Ok(self.header(header::ACCEPT).is_some_and(|a| a.trim_start().starts_with("text/csv"))),
        }
    }
}

/// A field of the query that makes no sense.
pub(super) fn refused(place: &str, code: &'static str) -> Refusal {
    Refusal { place: Some(place.to_owned()), ..Refusal::new(RefusalKind::Bad, code) }
}
