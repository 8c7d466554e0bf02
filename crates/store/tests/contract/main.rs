//! What the store promises, held on both engines by one suite.

#[path = "../postgres/mod.rs"]
mod postgres;

mod concurrency;
mod dump;
mod faults;
mod jobs;
mod log;
mod records;

use pul_store::{Address, Options, Store};
use sqlx::{ConnectOptions, Connection};
use std::future::Future;

/// A migrated, empty store for one test.
pub struct Bench {
    /// The store.
    pub store: Store,
    /// Where it is.
    pub address: Address,
    /// Goes away with the test.
    pub folder: tempfile::TempDir,
}

impl Bench {
    /// A second store at the same address, as another node has it.
    pub async fn other(&self) -> Store {
        Store::open(&self.address, Options::default()).await.expect("it opens")
    }

    /// Does to the database what no program of ours would.
    pub async fn tamper(&self, sql: &str) {
        let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql));
        let done = match &self.address {
            Address::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut connection = options.connect().await.expect("it opens");
                sql.execute(&mut connection).await.map(|_| ())
            }
            Address::Postgres(url) => {
                let mut connection = sqlx::PgConnection::connect(url).await.expect("it opens");
                sql.execute(&mut connection).await.map(|_| ())
            }
        };
        done.expect("the statement runs");
    }
}

/// Runs a test on an address.
fn run<T: Future<Output = ()>>(address: Address, folder: tempfile::TempDir, test: impl FnOnce(Bench) -> T) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let store = Store::open(&address, Options::default()).await.expect("it opens");
        store.migrate().await.expect("it migrates");
        test(Bench { store: store.clone(), address, folder }).await;
        store.close().await;
    });
}

/// Runs a test on a SQLite file of its own.
pub fn on_sqlite<T: Future<Output = ()>>(test: impl FnOnce(Bench) -> T) {
    let folder = tempfile::tempdir().expect("a folder");
    run(Address::Sqlite(folder.path().join("pul.db")), folder, test);
}

/// Runs a test on a PostgreSQL database of its own; skips aloud when there is no server.
pub fn on_postgres<T: Future<Output = ()>>(test: impl FnOnce(Bench) -> T) {
    let Some(server) = postgres::Server::shared() else {
        return eprintln!("SKIPPED: no PostgreSQL is installed and PUL_POSTGRES names none");
    };
    let address = Address::parse(&server.database()).expect("an address");
    run(address, tempfile::tempdir().expect("a folder"), test);
}

/// URL of one more empty database, if there is a server.
pub async fn postgres_url() -> Option<String> {
    let made = tokio::task::spawn_blocking(|| postgres::Server::shared().map(postgres::Server::database));
    made.await.expect("the server makes a database")
}

/// Makes a test of each function on each engine.
#[macro_export]
macro_rules! contract {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[test] fn $name() { $crate::on_sqlite(super::$name) })*
        }
        mod postgres {
            $(#[test] fn $name() { $crate::on_postgres(super::$name) })*
        }
    };
}
