//! Where the data lives, and how many connections it may take.

use crate::Error;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// Which engine keeps the data, and where.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// One file of SQLite.
    Sqlite(PathBuf),
    /// A database of a PostgreSQL server, by its URL. It may hold a password, so it never prints.
    Postgres(String),
}

impl Address {
    /// Reads `sqlite:pul.db`, `sqlite:///var/lib/pul/pul.db` or `postgres://user@host/name`.
    ///
    /// # Errors
    /// [`Error::Address`] when it is neither.
    pub fn parse(text: &str) -> Result<Address, Error> {
        let wrong = || Error::Address { scheme: text.split(':').next().unwrap_or_default().to_owned() };
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            let named = !path.is_empty() && path != ":memory:" && !path.contains('\0');
            return if named { Ok(Address::Sqlite(PathBuf::from(path))) } else { Err(wrong()) };
        }
        let postgres = text.starts_with("postgres://") || text.starts_with("postgresql://");
        let readable = sqlx::postgres::PgConnectOptions::from_str(text).is_ok();
        if postgres && readable { Ok(Address::Postgres(text.to_owned())) } else { Err(wrong()) }
    }
}

impl FromStr for Address {
    type Err = Error;
    fn from_str(text: &str) -> Result<Address, Error> {
        Address::parse(text)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Address::Postgres(_) => f.write_str("postgres://▇▇▇"),
        }
    }
}

/// Limits of a [`crate::Store`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Connections that read (SQLite), or connections in all (PostgreSQL).
    pub connections: u32,
    /// How long a caller waits for a connection, or for another writer's transaction, before it is
    /// told [`Error::Unavailable`].
    pub patience: Duration,
    /// The most pages (of 4,096 bytes) a SQLite file may grow to; no limit where none is stated.
    pub most_pages: Option<u32>,
}

impl Default for Options {
    fn default() -> Options {
        Options { connections: 8, patience: Duration::from_secs(10), most_pages: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_keep_their_passwords() {
        let told = |text: &str| match Address::parse(text) {
            Ok(address) => format!("{address:?}"),
            Err(error) => error.to_string(),
        };
        let all = [
            "sqlite:pul.db",
            "sqlite:///var/lib/pul.db",
            "sqlite:",
            "sqlite::memory:",
            "postgres://pul:secret@db.example/pul?sslmode=require",
            "postgres://[",
            "mysql://x",
            "",
        ];
        insta::assert_snapshot!(all.map(told).join("\n"), @r#"
        sqlite:pul.db
        sqlite:/var/lib/pul.db
        no database is meant by an address that begins with "sqlite": sqlite:FILE or postgres://USER@HOST/NAME
        no database is meant by an address that begins with "sqlite": sqlite:FILE or postgres://USER@HOST/NAME
        postgres://▇▇▇
        no database is meant by an address that begins with "postgres": sqlite:FILE or postgres://USER@HOST/NAME
        no database is meant by an address that begins with "mysql": sqlite:FILE or postgres://USER@HOST/NAME
        no database is meant by an address that begins with "": sqlite:FILE or postgres://USER@HOST/NAME
        "#);
    }
}
