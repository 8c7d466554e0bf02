//! A node: one process of the live system. It keeps nothing but caches; everything that
//! lasts is in the store, so any number of nodes may share one.

use super::adjust;
use super::chance::{Chance, new_id, new_secret};
use super::clock::Clock;
use super::duplicates;
use super::idempotency;
use super::matches::Lists;
use super::refusal::Refusal;
use super::settings::Settings;
use super::view::{self, View};
use super::who::Who;
use crate::boxed;
use crate::quote::Prices;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::Id;
use pul_intake::Words;
use pul_pack::Pack;
use pul_store::tables::Setting;
use pul_store::{Actor, Record, Store, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, watch};

/// How often another node's changes are looked for.
const POLL: Duration = Duration::from_millis(150);
/// Entries of the log read at a time.
const AT_ONCE: u32 = 1_000;

/// One process of the live system. A clone is the same node.
#[derive(Clone)]
pub struct Node(Arc<Inner>);

struct Inner {
    store: Store,
    prices: Arc<Prices>,
    words: Words,
    /// What the configuration says.
    configured: Settings,
    /// The same with what organisers changed.
    settings: watch::Sender<Arc<Settings>>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    view: watch::Sender<Arc<View>>,
    /// Whoever brings the picture up to the log holds this.
    following: Mutex<()>,
    /// Whether the indexes are being built anew.
    renewing: AtomicBool,
    lists: Lists,
    duplicates: duplicates::Known,
}

/// How far a node's picture is behind the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lag {
    /// The position of the picture.
    pub view: i64,
    /// The position of the log's last entry.
    pub log: i64,
}

impl Node {
    /// A node on an open and migrated store. Reads everything public, so that it can answer
    /// from its first moment.
    ///
    /// # Errors
    /// What the store refuses.
    #[boxed]
    pub async fn open(
        store: Store,
        prices: Arc<Prices>,
        settings: Settings,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Node, Refusal> {
        let first = view::load(&store, &prices.loaded.pack, clock.today()).await?;
        let words = Words::new(&prices.loaded.pack);
        let adjusted = adjust::effective(&store, &settings).await?;
        Ok(Node(Arc::new(Inner {
            store,
            prices,
            words,
            configured: settings,
            settings: watch::Sender::new(Arc::new(adjusted)),
            clock,
            chance,
            view: watch::Sender::new(Arc::new(first)),
            following: Mutex::new(()),
            renewing: AtomicBool::new(false),
            lists: Lists::default(),
            duplicates: duplicates::Known::default(),
        })))
    }

    /// The data.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The pack, with its rules compiled.
    pub fn prices(&self) -> &Prices {
        &self.0.prices
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.0.prices.loaded.pack
    }

    /// The names of the pack, ready to be found in texts.
    pub fn words(&self) -> &Words {
        &self.0.words
    }

    /// What whoever runs the system decided, with what organisers changed since.
    pub fn settings(&self) -> Arc<Settings> {
        self.0.settings.borrow().clone()
    }

    /// What whoever runs the system decided at the start.
    pub fn configured(&self) -> &Settings {
        &self.0.configured
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Today, in Coordinated Universal Time.
    pub fn today(&self) -> Date {
        self.0.clock.today()
    }

    /// Chance.
    pub fn chance(&self) -> &dyn Chance {
        &*self.0.chance
    }

    pub(crate) fn lists(&self) -> &Lists {
        &self.0.lists
    }

    /// Duplicates found lately.
    pub(crate) fn duplicates(&self) -> &duplicates::Known {
        &self.0.duplicates
    }

    /// A new id, which sorts by when it was made.
    pub fn new_id<K>(&self) -> Id<K> {
        let text = new_id(self.chance(), self.now());
        Id::new(&text).unwrap_or_else(|_| unreachable!("a UUID is an id"))
    }

    /// A new secret.
    pub fn new_secret(&self) -> String {
        new_secret(self.chance())
    }

    /// What is public now, as far as this node knows.
    pub fn view(&self) -> Arc<View> {
        self.0.view.borrow().clone()
    }

    /// Told whenever the picture changes.
    pub fn views(&self) -> watch::Receiver<Arc<View>> {
        self.0.view.subscribe()
    }

    /// How far the picture is behind.
    ///
    /// # Errors
    /// What the store refuses.
    #[boxed]
    pub async fn lag(&self) -> Result<Lag, Refusal> {
        Ok(Lag { view: self.view().position(), log: self.store().position().await? })
    }

    /// Brings the picture up to the log as it is now, or at least to a position.
    ///
    /// # Errors
    /// What the store refuses; the picture stays as it is then.
    #[boxed]
    pub async fn catch_up(&self, least: i64) -> Result<(), Refusal> {
        if least > 0 && self.view().position() >= least {
            return Ok(());
        }
        let _one_at_a_time = self.0.following.lock().await;
        let mut now = self.view();
        while least <= 0 || now.position() < least {
            let Some(next) = self.step(&now).await? else { break };
            now = Arc::new(next);
            self.0.view.send_replace(now.clone());
        }
        self.renew(&now);
        Ok(())
    }

    /// A picture some entries of the log further; none at its end.
    async fn step(&self, from: &View) -> Result<Option<View>, Refusal> {
        let entries = self.store().log_after(from.position(), AT_ONCE).await?;
        let Some(last) = entries.last().map(|e| e.position) else { return Ok(None) };
        if entries.iter().any(|entry| entry.table == Setting::TABLE.name) {
            self.0.settings.send_replace(Arc::new(adjust::effective(self.store(), self.configured()).await?));
        }
        let changes = view::changes(self.store(), &entries).await?;
        Ok(Some(from.changed(self.pack(), last, changes)))
    }

    /// Builds the indexes anew when they are worn or a day has passed, beside everybody: who
    /// reads and who writes go on with the old ones until the new ones have caught up.
    fn renew(&self, now: &Arc<View>) {
        let today = self.today();
        if !now.is_worn(today) || self.0.renewing.swap(true, Ordering::AcqRel) {
            return;
        }
        let (node, old) = (self.clone(), now.clone());
        tokio::spawn(async move {
            let blocking = node.clone();
            let built = tokio::task::spawn_blocking(move || old.rebuilt(blocking.pack(), today)).await;
            if let Ok(built) = built {
                // Where the store is away the old picture stays, and is worn still.
                let _ = node.replace(built).await;
            }
            node.0.renewing.store(false, Ordering::Release);
        });
    }

    /// Puts a picture built beside the present one in its place, once it has caught up.
    async fn replace(&self, mut built: View) -> Result<(), Refusal> {
        let _one_at_a_time = self.0.following.lock().await;
        let now = self.view();
        while built.position() < now.position() {
            let Some(next) = self.step(&built).await? else { break };
            built = next;
        }
        self.0.view.send_replace(Arc::new(built.after_generation(&now)));
        Ok(())
    }

    /// Follows the log until told to stop: at once after this node's own changes, and every
    /// 150 ms for those of others. A store that is away is waited for.
    #[boxed]
    pub async fn follow(self, mut stop: watch::Receiver<bool>) {
        let mut own = self.store().commits();
        while !*stop.borrow() {
            if self.catch_up(0).await.is_err() {
                tokio::time::sleep(POLL).await;
            }
            tokio::select! {
                _ = tokio::time::sleep(POLL) => {}
                _ = own.changed() => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Begins to write for someone; `doing` is the word of the log.
    pub(crate) async fn write(&self, who: &Who, doing: &str) -> Result<Write, Refusal> {
        self.write_as(&who.actor(doing)).await
    }

    /// Begins to write.
    pub(crate) async fn write_as(&self, actor: &Actor) -> Result<Write, Refusal> {
        Ok(self.store().write(actor, self.now()).await?)
    }

    /// Keeps what was written and brings the picture up to it, so that whoever wrote sees it.
    pub(crate) async fn commit(&self, mut write: Write) -> Result<i64, Refusal> {
        idempotency::mark(&mut write).await?;
        let position = write.commit().await?;
        // It is kept; a picture that cannot be brought up now follows later.
        let _ = self.catch_up(position.max(1)).await;
        Ok(position)
    }
}
