//! Kills a writer at random moments, hundreds of times, and checks after each that everything it was told
//! is kept is there:
//!
//! ```text
//! cargo run --release -p pul-store --example crash -- 200            both engines
//! cargo run --release -p pul-store --example crash -- 200 sqlite     one of them
//! ```

#[path = "../tests/crash/harness.rs"]
mod harness;
#[path = "../tests/postgres/mod.rs"]
mod postgres;

use harness::{Bed, WRITER, crash, write_until_killed};
use std::process::Command;
use std::time::Instant;

fn writer() -> Command {
    Command::new(std::env::current_exe().expect("this program"))
}

fn main() {
    if let Ok(url) = std::env::var(WRITER) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        return runtime.expect("a runtime").block_on(write_until_killed(&url));
    }
    let mut arguments = std::env::args().skip(1);
    let kills = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(200);
    let only = arguments.next();
    let wanted = |engine: &str| only.as_deref().is_none_or(|it| it == engine);
    if wanted("sqlite") {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("pul.db").display());
        let begun = Instant::now();
        println!("SQLite: {:?} in {:?}", crash(&Bed::Sqlite, &url, kills, writer), begun.elapsed());
    }
    if wanted("postgres") {
        match postgres::Server::start() {
            None => println!("PostgreSQL: skipped, none is installed"),
            Some(server) => {
                let begun = Instant::now();
                let report = crash(&Bed::Postgres(&server), &server.database(), kills, writer);
                println!("PostgreSQL: {report:?} in {:?}", begun.elapsed());
            }
        }
    }
}
