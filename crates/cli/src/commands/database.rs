//! The database as every command of the live system opens it, and its errors in words.

use crate::commands::config::ConfigArguments;
use pul_app::Error;
use pul_app::live::Refusal;
use pul_store::{Error as StoreError, Options, Store};

/// Runs work that waits for the database or the network.
///
/// # Errors
/// What the work says; [`Error::File`] when the system gives no threads.
pub fn wait<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|why| Error::read("threads of the system", why))?.block_on(work)
}

/// Opens the database of a configuration.
///
/// # Errors
/// When it cannot be reached.
pub async fn open(from: &ConfigArguments) -> Result<Store, Error> {
    let configuration = from.read(&[])?;
    let options = Options { connections: configuration.connections, ..Options::default() };
    Store::open(&configuration.database, options).await.map_err(told)
}

/// Opens the database of a configuration, which must have the tables of this program.
///
/// # Errors
/// As [`open`]; when the tables are of another version.
pub async fn open_current(from: &ConfigArguments) -> Result<Store, Error> {
    let store = open(from).await?;
    store.check_schema().await.map_err(told)?;
    Ok(store)
}

/// An error of the store with what to do about it.
pub fn told(error: StoreError) -> Error {
    let what = error.to_string();
    let (kind, cure): (fn(String, String) -> Error, &str) = match &error {
        StoreError::Address { .. } => (refused, "Write sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME"),
        StoreError::Schema { found, known, differs: false } if found < known => {
            (refused, "Run `pul migrate`")
        }
        StoreError::Schema { .. } => (refused, "Use the program of the version that last migrated it"),
        StoreError::Unavailable { .. } => {
            (missing, "Start the database, or mend its address; `pul config` tells it")
        }
        StoreError::Contended => (missing, "Try again"),
        StoreError::Full { .. } => (missing, "Make room on the disk"),
        StoreError::Damaged { .. } => (refused, "Restore a backup: `pul restore`; keep the damaged file"),
        StoreError::Load { .. } => {
            (refused, "Nothing was taken in. Load a whole dump into an empty database")
        }
        StoreError::File { .. } => (refused, "Give another name, or mend the rights of the folder"),
        _ => (refused, "This is a fault of the program; please report it"),
    };
    kind(what, cure.to_owned())
}

/// A refusal of a use case, for whoever runs the system.
pub fn refusal(refusal: Refusal) -> Error {
    let values: Vec<String> = refusal.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    match refusal.findings.is_empty() {
        true => refused(
            format!("the system refused it ({}) {}", refusal.code, values.join(", ")),
            "`pul doctor` may tell more".to_owned(),
        ),
        false => Error::Faults(refusal.findings),
    }
}

fn refused(what: String, cure: String) -> Error {
    Error::Refused { what, cure }
}

fn missing(what: String, cure: String) -> Error {
    Error::Missing { what, cure }
}
