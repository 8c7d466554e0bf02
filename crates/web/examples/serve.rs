//! Serves the example world for looking at the pages: `cargo run -p pul-web --example serve -- 8181`.

#[path = "../tests/common/mod.rs"]
mod common;

use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, serve};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port: u16 = std::env::args().nth(1).and_then(|p| p.parse().ok()).unwrap_or(8181);
    let address = format!("http://127.0.0.1:{port}");
    let settings = Settings { address: address.clone(), demo: true, ..Settings::default() };
    let world = common::example(settings, Size::DEMO).await;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    tokio::spawn(world.node.clone().follow(stopped));
    println!("{address}/ (data in {})", world.folder.path().display());
    let site = Site::new(world.node, Options { a_second: 1_000, at_once: 10_000, ..Options::default() });
    serve(site, listener, async { drop(tokio::signal::ctrl_c().await) }).await;
    Ok(())
}
