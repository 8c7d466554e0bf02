//! The faults of the engines and drivers in our own words.

use crate::{Error, Record};

/// SQLite's primary result codes that a caller can act on.
/// <https://www.sqlite.org/rescode.html>
fn of_sqlite(code: i64, why: String) -> Error {
    match code & 0xff {
        5 | 6 => Error::Contended,
        13 => Error::Full { why },
        // I/O, read-only, cannot open: the file is there but cannot be used now.
        8 | 10 | 14 => Error::Unavailable { why },
        11 | 26 => Error::Damaged { table: "database".into(), id: "file".into(), why },
        _ => Error::Engine { why },
    }
}

/// PostgreSQL's SQLSTATE classes that a caller can act on.
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn of_postgres(state: &str, why: String) -> Error {
    match state {
        "40001" | "40P01" | "55P03" => Error::Contended,
        "53100" => Error::Full { why },
        "57P01" | "57P02" | "57P03" | "57P05" | "53300" | "58030" => Error::Unavailable { why },
        _ if state.starts_with("08") => Error::Unavailable { why },
        _ if state.starts_with("XX00") => Error::Damaged { table: "database".into(), id: state.into(), why },
        _ => Error::Engine { why },
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Error {
        use sqlx::Error as E;
        let why = error.to_string();
        match &error {
            E::Database(told) => {
                let code = told.code().unwrap_or_default();
                match told.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
                    Some(_) => of_postgres(&code, why),
                    None => of_sqlite(code.parse().unwrap_or(0), why),
                }
            }
            E::Io(_) | E::Tls(_) | E::PoolTimedOut | E::PoolClosed | E::WorkerCrashed | E::Protocol(_) => {
                Error::Unavailable { why }
            }
            _ => Error::Engine { why },
        }
    }
}

/// A unique key that is taken, by the same name on both engines: its columns, joined by `_`.
pub(crate) fn taken<R: Record>(id: &str, error: sqlx::Error) -> Error {
    let told = match error.as_database_error() {
        Some(told) if told.is_unique_violation() => told,
        _ => return error.into(),
    };
    let table = R::TABLE.name;
    // PostgreSQL tells the index, which is named table_columns; SQLite tells "table.column, table.column".
    let unique = match told.constraint() {
        Some(index) if index == format!("{table}_pkey") => "id".to_owned(),
        Some(index) => index.strip_prefix(&format!("{table}_")).unwrap_or(index).to_owned(),
        None => {
            let columns = told.message().rsplit(": ").next().unwrap_or_default();
            let names = columns.split(", ").filter_map(|c| c.rsplit('.').next());
            names.collect::<Vec<_>>().join("_")
        }
    };
    Error::Exists { table, id: id.to_owned(), unique }
}
