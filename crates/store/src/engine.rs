//! The two engines behind one small set of verbs: ask, run, begin, commit.
//!
//! As only text and whole numbers exist as columns, a row is a list of [`Value`]s on both, and every
//! statement is one text with places `$1`, `$2` … The few words that differ stand in [`Dialect`].

use crate::boxed;
use crate::{Address, Error, Kind, Options, Value};
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, PgPool, Postgres, Row, Sqlite, SqlitePool, Transaction,
};
use std::path::Path;
use std::str::FromStr;

/// A statement with its values in their places; for either engine, whose statements are of different types.
macro_rules! bound {
    ($sql:expr, $values:expr) => {
        $values.iter().fold(sqlx::query(AssertSqlSafe($sql)), |query, value| match value {
            Value::Text(text) => query.bind(text.as_str()),
            Value::Int(number) => query.bind(*number),
        })
    };
}

/// A row: its columns in the order they were asked for.
pub(crate) type Values = Vec<Value>;

/// What only one of the engines understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// Holds the row that is read until the transaction ends; SQLite has one writer anyway.
    pub(crate) fn for_update(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " FOR UPDATE",
        }
    }

    /// Takes a row that no other worker is taking.
    pub(crate) fn skip_locked(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// The statement that makes a table: text is ordered bytewise on both.
    pub(crate) fn definition(self, sql: &str) -> String {
        match self {
            Dialect::Sqlite => sql.to_owned(),
            Dialect::Postgres => sql.replace(" TEXT ", " TEXT COLLATE \"C\" "),
        }
    }
}

/// Connections to one of the engines.
#[derive(Clone)]
pub(crate) enum Engine {
    /// Readers, and the one connection that writes.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// PostgreSQL.
    Postgres(PgPool),
}

impl Engine {
    #[boxed]
    pub(crate) async fn open(address: &Address, options: &Options) -> Result<Engine, Error> {
        match address {
            Address::Sqlite(path) => {
                private_file(path);
                let mut connect = SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(options.patience)
                    .foreign_keys(false);
                if let Some(pages) = options.most_pages {
                    connect = connect.pragma("max_page_count", pages.to_string());
                }
                let pool =
                    |most| SqlitePoolOptions::new().max_connections(most).acquire_timeout(options.patience);
                // The writer opens first: it makes the file and turns the journal on.
                let write = pool(1).before_acquire(|connection, _| {
                    // On a full disk SQLite ends the transaction by itself and the driver loses count: such
                    // a connection is closed and another takes its place.
                    let lost = connection.is_in_transaction();
                    Box::pin(async move { Ok(!lost) })
                });
                let write = write.connect_with(connect.clone()).await?;
                let readers = options.connections.max(1);
                // A file does not go away like a server: asking a connection whether it still stands before
                // every use of it costs as much as the use.
                let read = pool(readers)
                    .test_before_acquire(false)
                    .connect_lazy_with(connect.pragma("query_only", "ON"));
                Ok(Engine::Sqlite { read, write })
            }
            Address::Postgres(url) => {
                // Whoever waits for a row or for the log's turn is told, and a client that hangs inside a
                // transaction does not hold everyone else for ever.
                let patience = options.patience.as_millis().to_string();
                let settings =
                    [("lock_timeout", patience.as_str()), ("idle_in_transaction_session_timeout", "60000")];
                let connect = PgConnectOptions::from_str(url)?.application_name("pul").options(settings);
                let pool = PgPoolOptions::new()
                    .max_connections(options.connections.max(2))
                    .acquire_timeout(options.patience)
                    .connect_with(connect)
                    .await?;
                Ok(Engine::Postgres(pool))
            }
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Engine::Sqlite { .. } => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    /// A transaction that writes. On SQLite it takes the write lock at once: one that began by reading
    /// and wrote later would be refused whenever another wrote meanwhile.
    #[boxed]
    pub(crate) async fn begin(&self) -> Result<Tx, Error> {
        Ok(match self {
            Engine::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Engine::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that reads the database as it was at one moment.
    #[boxed]
    pub(crate) async fn snapshot(&self) -> Result<Tx, Error> {
        Ok(match self {
            Engine::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Engine::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }

    /// Asks outside of any transaction.
    #[boxed]
    pub(crate) async fn ask(
        &self,
        sql: &str,
        values: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Values>, Error> {
        match self {
            Engine::Sqlite { read, .. } => ask_sqlite(&mut *read.acquire().await?, sql, values, kinds).await,
            Engine::Postgres(pool) => ask_postgres(&mut *pool.acquire().await?, sql, values, kinds).await,
        }
    }

    /// Runs a statement of SQLite on a connection of its own: one that copies the file writes another,
    /// which readers may not.
    #[boxed]
    pub(crate) async fn copy_sqlite(from: &Path, to: &str) -> Result<(), Error> {
        let connect = SqliteConnectOptions::new().filename(from).create_if_missing(false);
        let mut connection = connect.connect().await?;
        sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
        Ok(connection.close().await?)
    }

    #[boxed]
    pub(crate) async fn close(&self) {
        match self {
            Engine::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

/// Makes an empty file that its owner alone may read, unless one is there: the content is private. SQLite
/// gives the files beside it the same rights. That it cannot be made, whoever opens it will tell better.
pub(crate) fn private_file(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// A transaction; dropped without [`Tx::commit`], nothing of it is kept.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Tx::Sqlite(_) => Dialect::Sqlite,
            Tx::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Asks for rows of columns of these kinds.
    #[boxed]
    pub(crate) async fn ask(
        &mut self,
        sql: &str,
        values: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Values>, Error> {
        match self {
            Tx::Sqlite(tx) => ask_sqlite(tx, sql, values, kinds).await,
            Tx::Postgres(tx) => ask_postgres(tx, sql, values, kinds).await,
        }
    }

    /// Runs a statement; how many rows it touched.
    #[boxed]
    pub(crate) async fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, sqlx::Error> {
        match self {
            Tx::Sqlite(tx) => Ok(bound!(sql, values).execute(&mut **tx).await?.rows_affected()),
            Tx::Postgres(tx) => Ok(bound!(sql, values).execute(&mut **tx).await?.rows_affected()),
        }
    }

    #[boxed]
    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

macro_rules! ask {
    ($name:ident, $connection:ty) => {
        async fn $name(
            connection: &mut $connection,
            sql: &str,
            values: &[Value],
            kinds: &[Kind],
        ) -> Result<Vec<Values>, Error> {
            let rows = bound!(sql, values).fetch_all(connection).await?;
            let read = |row| -> Result<Values, sqlx::Error> {
                let row: &<<$connection as Connection>::Database as sqlx::Database>::Row = row;
                let one = |(i, kind): (usize, &Kind)| match kind {
                    Kind::Text => row.try_get(i).map(Value::Text),
                    Kind::Int => row.try_get(i).map(Value::Int),
                };
                kinds.iter().enumerate().map(one).collect()
            };
            Ok(rows.iter().map(read).collect::<Result<Vec<Values>, sqlx::Error>>()?)
        }
    };
}

ask!(ask_sqlite, SqliteConnection);
ask!(ask_postgres, PgConnection);
