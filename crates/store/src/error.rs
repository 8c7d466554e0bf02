//! What can go wrong with the data, told apart so that a caller can act on it.

use std::fmt;

/// Why the store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The address of the database is not one.
    Address {
        /// What stood before the first colon; the rest may hold a password.
        scheme: String,
    },
    /// Someone changed the record since it was read. Nothing of the caller's is kept.
    Conflict {
        /// Its table.
        table: &'static str,
        /// Its id.
        id: String,
        /// The version it has now; none when it is gone.
        now_is: Option<i64>,
    },
    /// A record with this id, or with the same value of a unique key, is there already.
    Exists {
        /// The table.
        table: &'static str,
        /// The id of the record that was refused.
        id: String,
        /// The constraint as the engine names it.
        unique: String,
    },
    /// A record that neither engine may hold. The same on both, told before anything is written.
    Refused {
        /// The table.
        table: &'static str,
        /// The id of the record, cut to a length fit to print.
        id: String,
        /// What is wrong.
        why: Refusal,
    },
    /// Two writers waited for each other, or one waited too long; trying again is safe.
    Contended,
    /// The database cannot be reached now. What was being written is kept whole or not at all.
    Unavailable {
        /// What the engine says.
        why: String,
    },
    /// No room is left on the disk; nothing of the transaction is kept.
    Full {
        /// What the engine says.
        why: String,
    },
    /// A query names a key its table has not, or gives it a value of another kind. A fault of the program.
    Query {
        /// The table.
        table: &'static str,
        /// The key.
        key: String,
    },
    /// An earlier step of this write failed; it can only be dropped.
    Broken,
    /// What is stored cannot be read back as what it should be.
    Damaged {
        /// The table.
        table: String,
        /// The id or the position.
        id: String,
        /// What is wrong, without the content.
        why: String,
    },
    /// The database was made by another version of the program, or not made yet.
    Schema {
        /// Migrations it has had.
        found: i64,
        /// Migrations this program knows.
        known: i64,
        /// Whether one it has had reads otherwise than it does here.
        differs: bool,
    },
    /// What is loaded is not a whole dump.
    Load {
        /// The line, from 1; 0 where the whole is meant.
        line: u64,
        /// What is wrong.
        why: LoadFault,
    },
    /// A file could not be read or written.
    File {
        /// What the system says.
        why: String,
    },
    /// Any other fault of the engine.
    Engine {
        /// What the engine says.
        why: String,
    },
}

/// What makes a record one that cannot be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A text holds the character U+0000.
    Nul,
    /// The id or a key is longer than [`crate::KEY_LIMIT`] bytes.
    KeyTooLong,
    /// The record is longer than [`crate::BODY_LIMIT`] bytes.
    BodyTooLong,
    /// The keys are not those its table states, in kind or number.
    Keys,
    /// It does not serialise.
    Form,
    /// An entry of the log that is not there, or that tells of an erasure.
    NotErasable,
}

/// Why a dump does not load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadFault {
    /// The line is not what a dump has there.
    Line,
    /// One of the rows up to this line is there twice.
    Twice,
    /// The dump is of another version of the tables.
    Schema,
    /// The dump ends early, or lines were taken out, added or altered.
    Sum,
    /// The database that should take it holds data already.
    NotEmpty,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Address { scheme } => write!(
                f,
                "no database is meant by an address that begins with {scheme:?}: sqlite:FILE or postgres://USER@HOST/NAME"
            ),
            Error::Conflict { table, id, now_is: Some(version) } => {
                write!(f, "{table} {id} was changed meanwhile: it is at version {version}")
            }
            Error::Conflict { table, id, now_is: None } => write!(f, "{table} {id} is gone"),
            Error::Exists { table, id, unique } => write!(f, "{table} {id} is there already ({unique})"),
            Error::Refused { table, id, why } => write!(f, "{table} {id} cannot be stored: {why}"),
            Error::Contended => f.write_str("another writer was faster; try again"),
            Error::Unavailable { why } => write!(f, "the database cannot be reached: {why}"),
            Error::Full { why } => write!(f, "no room is left for the database: {why}"),
            Error::Query { table, key } => write!(f, "{table} has no key {key} of this kind"),
            Error::Broken => f.write_str("an earlier step of this write failed"),
            Error::Damaged { table, id, why } => write!(f, "{table} {id} is damaged: {why}"),
            Error::Schema { found, known, differs: true } => write!(
                f,
                "the database had {found} migrations, one of which differs from the {known} known here"
            ),
            Error::Schema { found, known, differs: false } => {
                write!(f, "the database had {found} migrations, this program knows {known}")
            }
            Error::Load { line, why } => write!(f, "line {line} of the dump: {why}"),
            Error::File { why } | Error::Engine { why } => f.write_str(why),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Nul => "a text holds the character U+0000",
            Refusal::KeyTooLong => "its id or a key is too long",
            Refusal::BodyTooLong => "it is too long",
            Refusal::Keys => "its keys are not those of its table",
            Refusal::Form => "it does not serialise",
            Refusal::NotErasable => "it is not an entry that can be erased",
        })
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LoadFault::Line => "not what a dump has there",
            LoadFault::Twice => "a row up to here is there twice",
            LoadFault::Schema => "of another version of the tables",
            LoadFault::Sum => "the dump is not whole: lines are missing, added or altered",
            LoadFault::NotEmpty => "the database holds data already",
        })
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Error::Full { why: error.to_string() },
            _ => Error::File { why: error.to_string() },
        }
    }
}
