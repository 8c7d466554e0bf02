//! Why a use case did not do what was asked: a code and values, never a sentence.

use crate::Error;
use pul_domain::{Finding, Findings};
use pul_store::Error as StoreError;
use std::collections::BTreeMap;

/// What sort of refusal it is; a page or an answer of the API takes its status from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefusalKind {
    /// The request makes no sense as it stands.
    Bad,
    /// Nobody is signed in, or what was shown for it does not hold.
    SignIn,
    /// Whoever asks may not.
    Forbidden,
    /// There is nothing of that name, or none that may be seen.
    Missing,
    /// It has changed since it was read, or its state does not allow it.
    Conflict,
    /// The values handed in have faults; see the findings.
    Invalid,
    /// It is more than is taken.
    TooLarge,
    /// Too often; `values["seconds"]` says when to come back.
    TooMany,
    /// The database is away, or full; nothing was done.
    Unavailable,
    /// A fault of ours.
    Internal,
}

/// A refusal: the words stand in the messages as `refusal-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What sort.
    pub kind: RefusalKind,
    /// Which, in lower case with dashes.
    pub code: &'static str,
    /// Which field it is about, if one.
    pub place: Option<String>,
    /// Values its words need.
    pub values: BTreeMap<String, String>,
    /// Every fault of what was handed in.
    pub findings: Findings,
}

impl Refusal {
    /// A refusal without values.
    pub fn new(kind: RefusalKind, code: &'static str) -> Refusal {
        Refusal { kind, code, place: None, values: BTreeMap::new(), findings: Findings::new() }
    }

    /// Nobody is signed in.
    pub fn sign_in() -> Refusal {
        Refusal::new(RefusalKind::SignIn, "sign-in")
    }

    /// Whoever asks may not.
    pub fn forbidden() -> Refusal {
        Refusal::new(RefusalKind::Forbidden, "forbidden")
    }

    /// There is none, or none that may be seen: the two are told alike on purpose.
    pub fn missing(what: &'static str) -> Refusal {
        Refusal::new(RefusalKind::Missing, "missing").value("what", what)
    }

    /// The state a thing is in does not allow it.
    pub fn state(code: &'static str, now: &str) -> Refusal {
        Refusal::new(RefusalKind::Conflict, code).value("state", now)
    }

    /// One field is wrong.
    pub fn field(place: &str, code: &'static str) -> Refusal {
        Refusal { place: Some(place.to_owned()), ..Refusal::new(RefusalKind::Invalid, code) }
    }

    /// Values with faults, each told by a finding.
    pub fn invalid(findings: Findings) -> Refusal {
        Refusal { findings, ..Refusal::new(RefusalKind::Invalid, "invalid") }
    }

    /// Adds a value for the words.
    #[must_use]
    pub fn value(mut self, name: &str, value: impl ToString) -> Refusal {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// A fault of ours, with what happened for the log.
    pub fn internal(why: impl ToString) -> Refusal {
        Refusal::new(RefusalKind::Internal, "internal").value("why", why)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        match error {
            Error::Faults(findings) => Refusal::invalid(findings),
            Error::Refused { what, cure } | Error::Missing { what, cure } => {
                let mut findings = Findings::new();
                let text = format!("{what}. {cure}");
                let told = Finding::fault("refused", pul_domain::Place::default(), what, cure);
                findings.push(told.with("text", text));
                Refusal::invalid(findings)
            }
            other => Refusal::internal(other),
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Refusal {
        use RefusalKind::{Conflict, Invalid, Unavailable};
        match error {
            StoreError::Conflict { table, id, now_is } => {
                let told = Refusal::new(Conflict, "changed").value("what", table).value("id", id);
                told.value("version", now_is.map_or_else(String::new, |v| v.to_string()))
            }
            StoreError::Exists { table, id, unique } => {
                let told = Refusal::new(Conflict, "exists").value("what", table);
                told.value("id", id).value("field", unique)
            }
            StoreError::Refused { table, id, why } => {
                let told = Refusal::new(Invalid, "unstorable").value("what", table);
                told.value("id", id).value("why", why)
            }
            StoreError::Contended => Refusal::new(Unavailable, "busy"),
            StoreError::Unavailable { .. } => Refusal::new(Unavailable, "away"),
            StoreError::Full { .. } => Refusal::new(Unavailable, "full"),
            other => Refusal::internal(other),
        }
    }
}
