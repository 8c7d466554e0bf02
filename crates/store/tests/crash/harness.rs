//! A writer that is killed at random moments, and the proof that nothing it was told is kept got lost.
//!
//! Each of the writer's tasks, in one transaction, raises its own counter to n and adds a record named by
//! n; once the commit returns it prints both. After the kill the database is opened anew: every printed
//! change must be there, no transaction by half, and the log must verify and hold the head last seen.

use crate::postgres::Server;
use jiff::Timestamp;
use pul_store::tables::Setting;
use pul_store::{Actor, Address, Error, Head, Options, Store};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// The environment variable that makes a program the writer: the address it writes to.
pub const WRITER: &str = "PUL_CRASH_WRITER";

/// Tasks of a writer.
const TASKS: u32 = 4;

/// How long a writer may take to come up before its first change.
const PATIENCE: Duration = Duration::from_secs(60);

fn setting(name: String, value: i64) -> Setting {
    Setting { name, value: value.into(), changed: Timestamp::UNIX_EPOCH }
}

/// Writes until killed, printing each change after its commit.
pub async fn write_until_killed(address: &str) {
    let address = Address::parse(address).expect("an address");
    let store = Store::open(&address, Options::default()).await.expect("it opens");
    store.migrate().await.expect("it migrates");
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..TASKS {
        tasks.spawn(count(store.clone(), task));
    }
    // A task ends when the server is killed under it: the rest of the process is killed soon.
    tasks.join_all().await;
}

async fn count(store: Store, task: u32) -> Result<(), Error> {
    let actor = Actor::new(&format!("task:{task}"), "counting");
    let counter = format!("counter-{task}");
    loop {
        let mut write = store.write(&actor, Timestamp::UNIX_EPOCH).await?;
        let n = match write.get::<Setting>(&counter).await? {
            Some(kept) => {
                let n = kept.row.value.as_i64().unwrap_or(0) + 1;
                write.update(&setting(counter.clone(), n), kept.version).await?;
                n
            }
            None => {
                write.insert(&setting(counter.clone(), 1)).await?;
                1
            }
        };
        write.insert(&setting(format!("row-{task}-{n}"), n)).await?;
        let position = write.commit().await?;
        // One write call, so that a kill cannot cut a line in two that reads as another.
        let line = format!("kept {task} {n} {position}\n");
        std::io::stdout().write_all(line.as_bytes()).expect("whoever started the writer reads");
    }
}

/// What is killed.
pub enum Bed<'a> {
    /// The process that writes to a file.
    Sqlite,
    /// The process that writes to a server, and every third time the server.
    Postgres(&'a Server),
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Report {
    /// Kills of the writing process alone.
    pub writers: u32,
    /// Kills of the server under it.
    pub servers: u32,
    /// Changes that were acknowledged.
    pub acknowledged: u64,
    /// Changes that were kept though the kill came before the word of it.
    pub unspoken: u64,
    /// Entries of the log at the end.
    pub entries: u64,
}

struct Writer {
    child: Child,
    lines: Receiver<String>,
}

impl Writer {
    fn start(mut command: Command, url: &str) -> Writer {
        command.env(WRITER, url).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the writer starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (send, lines) = channel();
        std::thread::spawn(move || {
            // An unfinished last line was not acknowledged.
            for line in out.split(b'\n').map_while(Result::ok) {
                if send.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    break;
                }
            }
        });
        Writer { child, lines }
    }

    /// Waits for the first change, and a random time more.
    fn run_a_while(&self) -> Vec<String> {
        let begun = Instant::now();
        let mut seen = Vec::new();
        while !seen.last().is_some_and(|line: &String| line.contains("kept ")) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            seen.push(self.lines.recv_timeout(left).expect("the writer keeps something in time"));
        }
        let mut byte = [0];
        getrandom::fill(&mut byte).expect("chance");
        std::thread::sleep(Duration::from_millis(u64::from(byte[0])));
        seen
    }

    fn kill(mut self, mut seen: Vec<String>) -> Vec<String> {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
        seen.extend(self.lines.iter());
        seen
    }
}

/// Kills `kills` times. `command` starts the program that calls [`write_until_killed`].
pub fn crash(bed: &Bed, url: &str, kills: u32, command: impl Fn() -> Command) -> Report {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let mut known: BTreeMap<i64, i64> = (0..i64::from(TASKS)).map(|task| (task, 0)).collect();
    let (mut report, mut head) = (Report::default(), Head::default());
    for round in 0..kills {
        let writer = Writer::start(command(), url);
        let mut seen = writer.run_a_while();
        match bed {
            Bed::Postgres(server) if round % 3 == 2 => {
                server.kill();
                report.servers += 1;
                seen = writer.kill(seen);
                server.up();
            }
            _ => {
                report.writers += 1;
                seen = writer.kill(seen);
                if let Bed::Postgres(server) = bed {
                    server.settle();
                }
            }
        }
        let acknowledged: Vec<[i64; 3]> = seen.iter().filter_map(|line| read(line)).collect();
        report.acknowledged += acknowledged.len() as u64;
        for [task, n, _] in &acknowledged {
            let last: &mut i64 = known.entry(*task).or_default();
            *last = (*last).max(*n);
        }
        let last = acknowledged.iter().map(|[_, _, position]| *position).max().unwrap_or(0);
        head = runtime.block_on(check(url, &mut known, last, &head, &mut report));
    }
    report
}

/// `kept TASK N POSITION`, perhaps after what a test runner printed on the same line.
fn read(line: &str) -> Option<[i64; 3]> {
    let (_, rest) = line.split_once("kept ")?;
    let numbers: Vec<i64> = rest.split(' ').filter_map(|n| n.parse().ok()).collect();
    numbers.try_into().ok()
}

/// Opens the database as it was left; every acknowledged change is there. The head of its log.
async fn check(
    url: &str,
    known: &mut BTreeMap<i64, i64>,
    last: i64,
    head: &Head,
    report: &mut Report,
) -> Head {
    let store =
        Store::open(&Address::parse(url).expect("an address"), Options::default()).await.expect("it opens");
    store.migrate().await.expect("its tables are whole");
    let mut counters = 0;
    for (task, acknowledged) in &mut *known {
        let counter = store.get::<Setting>(&format!("counter-{task}")).await.expect("it reads");
        counters += i64::from(counter.is_some());
        let kept = counter.and_then(|kept| kept.row.value.as_i64()).unwrap_or(0);
        assert!(kept >= *acknowledged, "task {task}: {acknowledged} was acknowledged, {kept} is kept");
        assert!(kept <= *acknowledged + 1, "one change at a time can be under way");
        report.unspoken += u64::try_from(kept - *acknowledged).unwrap_or(0);
        let row = async |n: i64| store.get::<Setting>(&format!("row-{task}-{n}")).await.expect("it reads");
        assert!(kept == 0 || row(kept).await.is_some(), "the counter and its row are kept together");
        assert!(row(kept + 1).await.is_none(), "the counter and its row are kept together");
        *acknowledged = kept;
    }
    let wanted: i64 = known.values().sum();
    let rows = store.count::<Setting>(&pul_store::Query::new()).await.expect("it counts");
    assert_eq!(rows, wanted + counters, "every row of every change is there");
    let verdict = store.verify_log_against(head, |_| ()).await.expect("the log is read");
    assert!(verdict.holds(), "{:?}", verdict.faults);
    assert!(verdict.head.position >= last, "the log holds what was acknowledged");
    assert_eq!(verdict.head.position, 2 * wanted, "two entries a change");
    report.entries = verdict.entries;
    store.close().await;
    verdict.head
}
