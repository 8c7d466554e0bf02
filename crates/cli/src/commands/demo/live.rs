//! The example world as a live system, in a folder that goes away with it.

use crate::commands::database::{self, refusal, told};
use crate::commands::serve::running::{self, Running};
use crate::output;
use pul_app::Error;
use pul_app::library::Loaded;
use pul_app::live::chance::SystemChance;
use pul_app::live::configuration::{self, Sources};
use pul_app::live::world;
use pul_app::quote::Prices;
use pul_app::tour::Tour;
use pul_store::{Address, Options, Store};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

/// Serves the world until the process is told to stop.
pub fn serve(loaded: Loaded, tour: &Tour, listen: SocketAddr) -> Result<(), Error> {
    let folder = tempfile::Builder::new().prefix("pul-demo-").tempdir();
    let folder = folder.map_err(|why| Error::write("a temporary folder", why))?;
    let address = Address::Sqlite(folder.path().join("demo.db"));
    database::wait(async {
        let listener = running::listen(listen).await?;
        // A port of 0 asks for any that is free.
        let listen = listener.local_addr().map_err(|why| Error::read("the listener", why))?;
        let store = Store::open(&address, Options::default()).await.map_err(told)?;
        store.migrate().await.map_err(told)?;
        let prices = Arc::new(Prices::of(loaded)?);
        // Nothing of a real configuration reaches a demonstration.
        let read = configuration::read(&Sources {
            file: None,
            environment: &BTreeMap::new(),
            command: &[
                ("listen", listen.to_string()),
                ("database", format!("sqlite:{}", folder.path().join("demo.db").display())),
            ],
            secret: &|_| Err(std::io::ErrorKind::NotFound.into()),
        });
        let mut configuration = read.configuration.ok_or(Error::Faults(read.findings))?;
        configuration.settings.demo = true;
        // It is reached from this machine alone, by people and by checks that walk fast.
        (configuration.requests_a_second, configuration.requests_at_once) = (5_000, 5_000);
        let days = configuration.settings.post_days;
        let pack = &prices.loaded.pack;
        let now = jiff::Timestamp::now();
        world::load(&store, pack, &tour.world, now, &SystemChance, days).await.map_err(refusal)?;
        let running = Running::on(store, prices, &configuration).await?;
        output::text(&format!(
            "THE SAME WORLD, LIVE\n  http://{listen}/          sign in as any role with one click; letters wait under Outbox\n  \
             Ctrl-C ends it, and everything in it is gone"
        ))?;
        running.serve(&configuration, listener).await
    })
}
