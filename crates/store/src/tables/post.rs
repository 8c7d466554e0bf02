//! Posts: asks and offers on their way from a draft to the public.

use super::{AccountId, ImportId, word, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{PartyId, Post, PostId};
use serde::{Deserialize, Serialize};

words! {
    /// Where a post stands.
    PostState {
        /// Its party writes it.
        Draft = "draft",
        /// An organiser looks at it.
        InReview = "in-review",
        /// An organiser sent it back, with a reason.
        Refused = "refused",
        /// It is matched.
        Published = "published",
        /// Its time ran out; its party may renew it.
        Expired = "expired",
        /// Its party took it back.
        Withdrawn = "withdrawn",
    }
}

/// A post as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostRow {
    /// The ask or offer.
    pub post: Post,
    /// Where it stands.
    pub state: PostState,
    /// The text it was written from, if any.
    pub brief: String,
    /// Why it was refused, in the words of the organiser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// Who approved or refused it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<AccountId>,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// When it was begun.
    pub created: Timestamp,
    /// When it was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Timestamp>,
    /// When it was published last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// When it expires unless renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// When it last changed.
    pub changed: Timestamp,
}

impl PostRow {
    /// Its id.
    pub fn post_id(&self) -> &PostId {
        &self.post.common().id
    }

    /// Whose it is.
    pub fn party(&self) -> &PartyId {
        &self.post.common().party
    }
}

impl Record for PostRow {
    const TABLE: Table = Table {
        name: "post",
        keys: &[
            ("party", Kind::Text),
            ("state", Kind::Text),
            ("direction", Kind::Text),
            ("kind", Kind::Text),
            ("import", Kind::Text),
            ("expires", Kind::Int),
            ("changed", Kind::Int),
        ],
    };

    fn id(&self) -> String {
        self.post_id().to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![
            self.party().into(),
            self.state.into(),
            Value::from(if matches!(self.post, Post::Ask(_)) { "ask" } else { "offer" }),
            word(&self.post.common().terms.kind()),
            self.import.as_ref().into(),
            self.expires.into(),
            self.changed.into(),
        ]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE post (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     party TEXT NOT NULL, state TEXT NOT NULL, direction TEXT NOT NULL, kind TEXT NOT NULL, import TEXT NOT NULL, expires BIGINT NOT NULL, changed BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX post_party_state ON post (party, state)",
    "CREATE INDEX post_state_changed ON post (state, changed)",
    "CREATE INDEX post_state_expires ON post (state, expires)",
    "CREATE INDEX post_import ON post (import) WHERE import <> ''",
];
