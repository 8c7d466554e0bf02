//! A handful of kills on each engine; `cargo run --release -p pul-store --example crash` does hundreds.

mod harness;
#[path = "../postgres/mod.rs"]
mod postgres;

use harness::{Bed, WRITER, crash, write_until_killed};
use std::process::Command;

const KILLS: u32 = 6;

/// The writer is this program, asked to run the test below alone.
fn writer() -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "when_asked_it_writes_until_killed", "--nocapture"]);
    command
}

#[test]
fn when_asked_it_writes_until_killed() {
    let Ok(url) = std::env::var(WRITER) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(write_until_killed(&url));
}

#[test]
fn sqlite_keeps_what_it_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("pul.db").display());
    let report = crash(&Bed::Sqlite, &url, KILLS, writer);
    eprintln!("SQLite: {report:?}");
    assert_eq!(report.writers, KILLS);
}

#[test]
fn postgres_keeps_what_it_acknowledged() {
    let Some(server) = postgres::Server::start() else {
        return eprintln!("SKIPPED: no PostgreSQL is installed");
    };
    let report = crash(&Bed::Postgres(&server), &server.database(), KILLS, writer);
    eprintln!("PostgreSQL: {report:?}");
    assert_eq!((report.writers, report.servers), (KILLS - KILLS / 3, KILLS / 3));
}
