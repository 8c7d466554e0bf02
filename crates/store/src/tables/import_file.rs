//! The files of imports, apart from them so that a list of imports stays light.

use super::ImportId;
use crate::{Record, Table, Unlogged, Value};
use pul_domain::Private;
use serde::{Deserialize, Serialize};

/// The content of a file that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// The import.
    pub import: ImportId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its bytes, as base64.
    pub base64: Private<String>,
}

impl Record for ImportFile {
    const TABLE: Table = Table { name: "import_file", keys: &[] };

    fn id(&self) -> String {
        self.import.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for ImportFile {}

pub(super) const CREATE: &[&str] =
    &["CREATE TABLE import_file (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     body TEXT NOT NULL)"];
