//! The live system under load: how soon it is ready, what it holds, how fast its pages are.
//!
//! Server and clients are one process on the same processors, so every figure includes the
//! clients' work. Beside it in the same run: a bare axum page that reads one row of the same file.

mod client;
mod peer;
mod scene;

use crate::clock::{Work, memory_now, peak_memory};
use client::{Load, Visitor};
use pul_app::live::Node;
use pul_app::live::accounts::{self, DemoRole};
use pul_app::live::chance::SystemChance;
use pul_app::live::clock::SystemClock;
use pul_app::live::{Settings, matches, sessions};
use pul_app::quote::Prices;
use pul_store::{Address, Options, Store};
use pul_web::Site;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// How long each page is asked for.
const SPAN: Duration = Duration::from_secs(8);
/// Requests a second a page must bear, where no other number is told.
const RATE: u64 = 500;

/// Runs it: `serve [parties] [folder] [requests a second]`; each party has two posts. A folder keeps the
/// example world for another run, and `serve fill parties folder` does no more than write it.
pub fn main(words: &[String]) {
    let done = match words {
        [fill, parties, folder] if fill == "fill" => running(scene::fill(number(parties), Path::new(folder))),
        _ => {
            let told = |at: usize, otherwise| words.get(at).map_or(otherwise, |word| number(word));
            let rate = u32::try_from(told(2, RATE)).unwrap_or(u32::MAX);
            running(measure(told(0, 10_000), words.get(1).map(Path::new), rate))
        }
    };
    if let Err(fault) = done {
        eprintln!("Nothing was measured: {fault}");
        std::process::exit(1);
    }
}

fn number(word: &str) -> u64 {
    word.parse().unwrap_or(10_000)
}

fn running(work: impl Future<Output = Result<(), Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(work)
}

async fn measure(parties: u64, kept: Option<&Path>, rate: u32) -> Result<(), Box<dyn Error>> {
    let passing = tempfile::tempdir()?;
    let folder = kept.unwrap_or(passing.path());
    println!("{parties} parties, {} posts, SQLite; two threads for the server and its clients", 2 * parties);
    if !folder.join(scene::FILE).exists() {
        filled(parties, folder)?;
    }
    let (started, work) = (Instant::now(), Work::start());
    let address = scene::address(folder)?;
    let node = open(&address).await?;
    println!(
        "ready      {:>8.2} s from opening the file to the first page; {:.2} s of a processor",
        started.elapsed().as_secs_f64(),
        work.stop().as_secs_f64()
    );
    say_memory("once ready");
    let signed_in = accounts::demo(&node, DemoRole::Asker, "benchmark").await.map_err(told)?;
    let cookie = format!("pul-session={}", signed_in.secret);
    let known = sessions::known(&node, &signed_in.secret).await.map_err(told)?.ok_or("no session")?;
    let lists = matches::mine(&node, &known.who, 1).await.map_err(told)?;
    let post = lists.first().map(|list| list.of.to_string()).ok_or("the member has no post")?;
    let options = pul_web::Options { a_second: 1_000_000, at_once: 1_000_000, ..Default::default() };
    let site = Site::new(node, options);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let port = listener.local_addr()?.port();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(pul_web::serve(site, listener, async {
        let _ = stopped.await;
    }));
    let (bare, bare_server) = peer::serve(&folder.join(scene::FILE), &post).await?;
    println!("page                    at once   {rate:>3} a second: met     p50      p99   body");
    let member = |path: String| Visitor { port, path, cookie: cookie.clone() };
    page("bare axum, one row", Visitor { port: bare, path: "/".into(), cookie: String::new() }, rate).await?;
    page("matches of a member", member(format!("/en/posts/{post}/matches")), rate).await?;
    page("search, one word", member("/en/directory?q=react".into()), rate).await?;
    page("search, two words", member("/en/directory?q=data+lahore".into()), rate).await?;
    page("directory", member("/en/directory".into()), rate).await?;
    page("desk of a member", member("/en/desk".into()), rate).await?;
    say_memory("after all, clients included");
    let _ = stop.send(());
    bare_server.abort();
    server.abort();
    Ok(())
}

/// Has another process fill the file, so that the memory of this one is the server's alone.
fn filled(parties: u64, folder: &Path) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let words = ["serve", "fill", &parties.to_string()];
    let filled = Command::new(std::env::current_exe()?).args(words).arg(folder).status()?;
    if !filled.success() {
        return Err("the example world could not be written".into());
    }
    println!("filled     {:>8.1} s, in another process", started.elapsed().as_secs_f64());
    Ok(())
}

/// What `pul serve` opens before it listens.
async fn open(address: &Address) -> Result<Node, Box<dyn Error>> {
    let store = Store::open(address, Options::default()).await?;
    let prices = Arc::new(Prices::load(None).map_err(told)?);
    let settings = Settings { demo: true, ..Settings::default() };
    Node::open(store, prices, settings, Arc::new(SystemClock), Arc::new(SystemChance)).await.map_err(told)
}

async fn page(name: &str, visitor: Visitor, rate: u32) -> Result<(), Box<dyn Error>> {
    let most = client::closed(&visitor, SPAN / 2).await.map_err(|fault| fault as Box<dyn Error>)?;
    let Load { asked, bytes, mut took, span } =
        client::paced(&visitor, rate, SPAN).await.map_err(|fault| fault as Box<dyn Error>)?;
    took.sort_unstable();
    let at = |percent: usize| took.get(took.len() * percent / 100).copied().unwrap_or_default();
    println!(
        "{name:<22} {:>6.0} /s   {:>12.0} /s {:>8.2} ms {:>7.2} ms {:>4} KB",
        f64::from(most.asked) / most.span.as_secs_f64(),
        f64::from(asked) / span.as_secs_f64(),
        at(50).as_secs_f64() * 1e3,
        at(99).as_secs_f64() * 1e3,
        bytes >> 10
    );
    Ok(())
}

fn say_memory(when: &str) {
    if let (Some(now), Some(peak)) = (memory_now(), peak_memory()) {
        println!("resident   {:>8} MB {when}; {} MB at most", now >> 20, peak >> 20);
    }
}

/// A refusal as a fault of the run.
fn told(fault: impl std::fmt::Debug) -> Box<dyn Error> {
    format!("{fault:?}").into()
}
