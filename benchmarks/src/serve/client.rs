//! Clients that keep their connections: as fast as answers come, or at a pace.

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Connections open at once.
const CONNECTIONS: u32 = 16;

/// Whoever asks for one page of this machine, again and again.
#[derive(Clone)]
pub struct Visitor {
    /// The port of the server.
    pub port: u16,
    /// What is asked for.
    pub path: String,
    /// The line of cookies.
    pub cookie: String,
}

/// What came of it.
#[derive(Default)]
pub struct Load {
    /// Requests answered.
    pub asked: u32,
    /// Bytes of one answer.
    pub bytes: usize,
    /// How long each took.
    pub took: Vec<Duration>,
    /// How long all took.
    pub span: Duration,
}

type Fault = Box<dyn Error + Send + Sync>;

/// As many requests as are answered in a span of time.
pub async fn closed(visitor: &Visitor, span: Duration) -> Result<Load, Fault> {
    let until = Instant::now() + span;
    all(visitor, move |_, _| (Instant::now() < until).then(Instant::now)).await
}

/// So many requests a second. What a request took counts from the moment it was due, so that one
/// which had to wait for a slow one before it is not flattered.
pub async fn paced(visitor: &Visitor, rate: u32, span: Duration) -> Result<Load, Fault> {
    let start = Instant::now();
    all(visitor, move |connection, nth| {
        let due = Duration::from_secs(1) * (nth * CONNECTIONS + connection) / rate;
        (due < span && start.elapsed() < span * 2).then(|| start + due)
    })
    .await
}

/// Asks on every connection for as long as `due` tells when the next request is.
async fn all(
    visitor: &Visitor,
    due: impl Fn(u32, u32) -> Option<Instant> + Send + Sync + 'static,
) -> Result<Load, Fault> {
    let (due, start, mut tasks) = (Arc::new(due), Instant::now(), JoinSet::new());
    for connection in 0..CONNECTIONS {
        let (visitor, due) = (visitor.clone(), due.clone());
        tasks.spawn(async move { one(&visitor, |nth| due(connection, nth)).await });
    }
    let mut whole = Load::default();
    while let Some(part) = tasks.join_next().await {
        let part = part??;
        whole.asked += part.asked;
        whole.bytes = whole.bytes.max(part.bytes);
        whole.took.extend(part.took);
    }
    whole.span = start.elapsed();
    Ok(whole)
}

async fn one(visitor: &Visitor, due: impl Fn(u32) -> Option<Instant>) -> Result<Load, Fault> {
    let stream = TcpStream::connect(("127.0.0.1", visitor.port)).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
    let driven = tokio::spawn(connection);
    let mut load = Load::default();
    while let Some(at) = due(load.asked) {
        tokio::time::sleep_until(at.into()).await;
        load.bytes = ask(&mut sender, visitor).await?;
        load.took.push(at.elapsed());
        load.asked += 1;
    }
    driven.abort();
    Ok(load)
}

/// The bytes of one answer.
async fn ask(sender: &mut SendRequest<Empty<Bytes>>, visitor: &Visitor) -> Result<usize, Fault> {
    let request = Request::get(&visitor.path)
        .header("host", format!("127.0.0.1:{}", visitor.port))
        .header("cookie", &visitor.cookie)
        .body(Empty::new())?;
    sender.ready().await?;
    let answer = sender.send_request(request).await?;
    let status = answer.status();
    let bytes = answer.into_body().collect().await?.to_bytes();
    if status == StatusCode::OK { Ok(bytes.len()) } else { Err(format!("{}: {status}", visitor.path).into()) }
}
