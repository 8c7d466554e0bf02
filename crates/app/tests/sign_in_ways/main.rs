//! Signing in without a link: by a passkey of a device made of software, and through a provider
//! of identities that lives in this test. What does not hold is refused, each for its own reason.

mod device;
mod passkeys;
mod provider;
mod providers;

use jiff::Timestamp;
use pul_app::live::chance::SeededChance;
use pul_app::live::clock::SetClock;
use pul_app::live::{Node, Refusal, Settings, Who, sessions, sign_in};
use pul_app::quote::Prices;
use pul_domain::LanguageCode;
use pul_store::{Address, Options, Store};
use std::sync::{Arc, OnceLock};

/// A node on a store of its own, at an address with TLS; the clock stands.
pub(crate) struct Place {
    pub(crate) node: Node,
    pub(crate) clock: Arc<SetClock>,
    _folder: tempfile::TempDir,
}

impl Place {
    pub(crate) async fn new() -> Place {
        static PRICES: OnceLock<Arc<Prices>> = OnceLock::new();
        let prices = PRICES.get_or_init(|| Arc::new(Prices::load(None).expect("the pack is sound"))).clone();
        let folder = tempfile::tempdir().expect("a folder");
        let address = Address::Sqlite(folder.path().join("pul.db"));
        let store = Store::open(&address, Options::default()).await.expect("a store");
        store.migrate().await.expect("tables");
        let start: Timestamp = "2026-11-23T12:00:00Z".parse().expect("an instant");
        let clock = Arc::new(SetClock::at(start));
        let settings = Settings { address: "https://pul.example".into(), ..Settings::default() };
        let chance = Arc::new(SeededChance::new(1));
        let node = Node::open(store, prices, settings, clock.clone(), chance).await.expect("a node");
        Place { node, clock, _folder: folder }
    }

    /// Somebody signed in by a proved address.
    pub(crate) async fn somebody(&self, email: &str) -> Who {
        let opened =
            sign_in::proved(&self.node, email, LanguageCode::ENGLISH, "test", "/").await.expect("a session");
        self.whose(&opened.secret).await
    }

    pub(crate) async fn whose(&self, secret: &str) -> Who {
        sessions::known(&self.node, secret).await.expect("the store answers").expect("a session").who
    }
}

/// The code of a refusal and its reason; or that there was none.
pub(crate) fn told<T>(result: Result<T, Refusal>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(refusal) => {
            let why = refusal.values.get("why").map(|why| format!(": {why}")).unwrap_or_default();
            format!("{}{why}", refusal.code)
        }
    }
}
