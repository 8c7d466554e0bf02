//! A node of the example world in a folder of its own.

use pul_app::live::chance::SystemChance;
use pul_app::live::clock::SetClock;
use pul_app::live::{Node, Settings, world};
use pul_app::quote::Prices;
use pul_store::{Address, Options, Store};
use pul_testkit::{Size, World};
use std::sync::Arc;
use tempfile::TempDir;

/// A node and the folder its data lies in, which goes when this does.
pub struct Example {
    pub node: Node,
    #[allow(dead_code)] // held so that the folder stays
    pub folder: TempDir,
}

/// When it is: a Wednesday that is no holiday. Whoever would meet the day before or after, may.
const NOW: &str = "2026-11-25T16:00:00Z";

/// Opens one with so many parties.
pub async fn example(settings: Settings, size: Size) -> Example {
    let folder = tempfile::tempdir().expect("a folder");
    let address = format!("sqlite:{}", folder.path().join("pul.db").display());
    let store = Store::open(&Address::parse(&address).expect("an address"), Options::default())
        .await
        .expect("a store");
    store.migrate().await.expect("a schema");
    let prices = Arc::new(Prices::load(None).expect("the shipped pack"));
    let now: jiff::Timestamp = NOW.parse().expect("an instant");
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let made = World::generate(&prices.loaded.pack, 7, size, today);
    world::load(&store, &prices.loaded.pack, &made, now, &SystemChance, 90).await.expect("a world");
    let node = Node::open(store, prices, settings, Arc::new(SetClock::at(now)), Arc::new(SystemChance)).await;
    Example { node: node.expect("a node"), folder }
}
