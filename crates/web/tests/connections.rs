//! Connections of those who do not say what they want, and of those who are being answered when a site stops.

mod common;

use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, serve};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const SMALL: Size = Size { service_offers: 3, service_asks: 2, of_each_other_kind: 0 };

/// A site at an address, what stops it, and what ends when it has stopped.
async fn served(patience: Duration) -> (common::Example, String, oneshot::Sender<()>, JoinHandle<()>) {
    let example = common::example(Settings::default(), SMALL).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let site = Site::new(example.node.clone(), Options { patience, ..Options::default() });
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(serve(site, listener, async { drop(stopped.await) }));
    (example, address, stop, serving)
}

async fn said(connection: &mut TcpStream) -> String {
    let mut all = Vec::new();
    connection.read_to_end(&mut all).await.unwrap();
    String::from_utf8(all).unwrap()
}

#[tokio::test]
async fn whoever_does_not_say_what_they_want_is_not_waited_for() {
    let (_example, address, _stop, _serving) = served(Duration::from_millis(300)).await;
    let mut silent = TcpStream::connect(&address).await.unwrap();
    let mut slow = TcpStream::connect(&address).await.unwrap();
    slow.write_all(b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ").await.unwrap();
    let mut idle = TcpStream::connect(&address).await.unwrap();
    idle.write_all(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    // Each of these ends only because the server hangs up.
    said(&mut silent).await;
    said(&mut slow).await;
    assert!(said(&mut idle).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_site_that_stops_lets_go_of_connections_that_are_kept() {
    let (_example, address, stop, serving) = served(Duration::from_secs(3_600)).await;
    let mut kept = TcpStream::connect(&address).await.unwrap();
    kept.write_all(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    let mut first = [0; 12];
    kept.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    drop(stop);
    serving.await.unwrap();
    said(&mut kept).await;
    assert!(TcpStream::connect(&address).await.is_err());
}
