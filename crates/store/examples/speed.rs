//! How fast the store is, on a file of its own or at an address:
//!
//! ```text
//! cargo run --release -p pul-store --example speed
//! cargo run --release -p pul-store --example speed -- postgres://user@host/empty
//! ```

use jiff::Timestamp;
use pul_store::tables::Setting;
use pul_store::{Actor, Address, Error, Options, Query, Store};
use std::time::Instant;

/// Records in all, and changes of one record each.
const RECORDS: usize = 20_000;
const CHANGES: usize = 500;

fn record(n: usize) -> Setting {
    let value = serde_json::json!({"n": n, "text": "پل – a bridge – un pont. ".repeat(60)});
    Setting { name: format!("s{n:06}"), value, changed: Timestamp::UNIX_EPOCH }
}

fn tell(what: &str, count: usize, begun: Instant) {
    let spent = begun.elapsed().as_micros().max(1);
    let a_second = count as u128 * 1_000_000 / spent;
    println!("{what:44} {:>8} ms {a_second:>9} a second", spent / 1000);
}

async fn measure(store: &Store) -> Result<(), Error> {
    store.migrate().await?;
    let actor = Actor::system("measuring");
    let now = Timestamp::UNIX_EPOCH;
    let begun = Instant::now();
    for batch in 0..RECORDS / 500 {
        let mut write = store.write(&actor, now).await?;
        for n in batch * 500..(batch + 1) * 500 {
            write.insert(&record(n)).await?;
        }
        write.commit().await?;
    }
    tell("records put, 500 at a time, logged", RECORDS, begun);
    let begun = Instant::now();
    for n in 0..CHANGES {
        let mut write = store.write(&actor, now).await?;
        write.update(&Setting { name: record(n).name, ..record(n + 1_000_000) }, 1).await?;
        write.commit().await?;
    }
    tell("changes, each kept before the next", CHANGES, begun);
    let begun = Instant::now();
    for n in 0..RECORDS / 4 {
        store.get::<Setting>(&format!("s{:06}", n * 4)).await?;
    }
    tell("records read, one at a time", RECORDS / 4, begun);
    let begun = Instant::now();
    let all = store.find::<Setting>(&Query::new()).await?.len();
    tell("records read, all at once", all, begun);
    let begun = Instant::now();
    let entries = store.log_after(0, u32::MAX).await?.len();
    tell("entries of the log read", entries, begun);
    let begun = Instant::now();
    let verdict = store.verify_log(|_| ()).await?;
    tell("entries of the log verified", usize::try_from(verdict.entries).unwrap_or(0), begun);
    let begun = Instant::now();
    let rows = store.dump(&mut std::io::sink()).await?;
    tell("rows dumped", usize::try_from(rows).unwrap_or(0), begun);
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("pul.db").display());
    let address = Address::parse(&std::env::args().nth(1).unwrap_or(file))?;
    let store = Store::open(&address, Options::default()).await?;
    println!(
        "{address:?}, records of some {} bytes",
        serde_json::to_string(&record(0)).map_or(0, |t| t.len())
    );
    measure(&store).await?;
    store.close().await;
    Ok(())
}
