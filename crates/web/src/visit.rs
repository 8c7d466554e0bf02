//! One request as pages see it: its language, who asks, and what its forms are held to.

use crate::frame::Frame;
use crate::security::form_token;
use crate::site::Site;
use axum::http::Uri;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use pul_app::live::Who;
use pul_app::live::records::Numerals;
use pul_locale::{Digits, Language, Locale};
use pul_pack::Zone;

/// One request.
#[derive(Clone)]
pub(crate) struct Visit {
    pub site: Site,
    pub language: Language,
    /// Whether the address says so; else it is what the browser asks for.
    pub addressed: bool,
    /// Path without the language.
    pub path: String,
    /// Query without the question mark.
    pub query: String,
    pub who: Who,
    /// The secret of the session's cookie, while it holds.
    pub session: Option<String>,
    /// The secret that ties forms to this browser.
    pub visit: String,
    /// Whether the browser has that secret already.
    pub visit_known: bool,
    /// Names the request in answers and logs.
    pub request: String,
    /// The page the request came from, if it is one of ours.
    pub back: Option<String>,
    /// Network address of whoever asks, for limits; never logged.
    pub network: String,
    /// The browser as it names itself.
    pub agent: String,
}

impl Visit {
    /// How this page writes: in the digits whoever asks reads.
    pub fn locale(&self) -> Locale {
        let digits = match self.who.preferences.digits {
            Some(Numerals::Eastern) => Digits::Eastern,
            Some(Numerals::Latin) | None => Digits::Latin,
        };
        Locale::new(self.language).with_isolates().with_digits(digits)
    }

    /// The time zone whoever asks reads times in; Coordinated Universal Time where they chose none.
    pub fn zone(&self) -> TimeZone {
        let chosen = self.who.preferences.zone.as_deref().and_then(Zone::named);
        chosen.map_or(TimeZone::UTC, |zone| zone.rules().clone())
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.site.node().now()
    }

    /// What stands around a page.
    pub fn frame(&self, title: String, private: bool) -> Frame {
        let node = self.site.node();
        let about = node.pack().about();
        Frame {
            locale: self.locale(),
            path: self.path.clone(),
            query: self.query.clone(),
            title,
            who: self.who.clone(),
            csrf: form_token::token(&self.visit, self.session.as_deref()),
            private,
            demo: node.settings().demo,
            pack: [about.id.clone(), about.version.clone(), node.pack().hash().to_owned()],
        }
    }

    /// A page in the visitor's language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.language.code())
    }

    /// Where to sign in and come back from.
    pub fn sign_in_address(&self) -> String {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let here = format!("{}{query}", self.to(&self.path));
        let then: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
        format!("{}?then={then}", self.to("/sign-in"))
    }
}

/// The language of a path and the rest of it: `/fr/quote` is French and `/quote`.
pub(crate) fn split(uri: &Uri) -> Option<(Language, String)> {
    let path = uri.path().strip_prefix('/')?;
    let (code, rest) = path.split_once('/').unwrap_or((path, ""));
    let language = Language::ALL.into_iter().find(|l| l.code() == code)?;
    Some((language, format!("/{rest}")))
}
