//! A node that runs: its picture follows the log, its workers work, its pages are served.

use crate::commands::database::{refusal, told};
use pul_app::Error;
use pul_app::live::chance::SystemChance;
use pul_app::live::clock::SystemClock;
use pul_app::live::configuration::{Configuration, MailRoute, Migrate};
use pul_app::live::outbox::Mailer;
use pul_app::live::outward::{Outward, Reach};
use pul_app::live::webhooks::{Caller, CallsNobody};
use pul_app::live::{Node, Worker, mailer};
use pul_app::quote::Prices;
use pul_store::{Options, Store};
use pul_web::{Site, letter};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long requests and jobs under way may take once the node is told to stop.
const PATIENCE: Duration = Duration::from_secs(25);

/// A node with what works for it.
pub struct Running {
    node: Node,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

/// Listens at an address.
///
/// # Errors
/// [`Error::Missing`] when something else does already, or the address is not this machine's.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|why| {
        let cure = match why.kind() {
            std::io::ErrorKind::AddrInUse => {
                "Something listens there already: stop it, or choose another with --listen 127.0.0.1:8081"
            }
            std::io::ErrorKind::PermissionDenied => {
                "Choose a port above 1023, or allow this program to use it"
            }
            _ => "Choose an address of this machine with --listen",
        };
        Error::Missing { what: format!("cannot listen at {address}: {why}"), cure: cure.into() }
    })
}

/// Waits for Ctrl-C or SIGTERM.
pub async fn told_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

impl Running {
    /// Opens the database of a configuration and starts a node on it.
    ///
    /// # Errors
    /// When the database cannot be used, or the pack has faults.
    pub async fn start(configuration: &Configuration) -> Result<Running, Error> {
        let prices = Arc::new(Prices::load(configuration.pack.as_deref())?);
        let options = Options { connections: configuration.connections, ..Options::default() };
        let store = Store::open(&configuration.database, options).await.map_err(told)?;
        let migrates = match configuration.migrate {
            Migrate::Auto => !store.many_nodes(),
            Migrate::Always => true,
            Migrate::Never => false,
        };
        if migrates {
            store.migrate().await.map_err(told)?;
        }
        store.check_schema().await.map_err(told)?;
        Running::on(store, prices, configuration).await
    }

    /// Starts a node on a store whose tables are up to date.
    ///
    /// # Errors
    /// When the store cannot be read, or mail cannot be set up.
    pub async fn on(
        store: Store,
        prices: Arc<Prices>,
        configuration: &Configuration,
    ) -> Result<Running, Error> {
        let settings = configuration.settings.clone();
        let (clock, chance) = (Arc::new(SystemClock), Arc::new(SystemChance));
        let node = Node::open(store, prices, settings, clock, chance).await.map_err(refusal)?;
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(node.clone().follow(stopped.clone()));
        let (mailer, caller) = outward(configuration)?;
        for _ in 0..configuration.workers {
            let worker = Worker::new(node.clone(), mailer.clone(), caller.clone());
            tasks.spawn(worker.run(stopped.clone()));
        }
        tracing::info!(
            view = node.view().position(),
            workers = configuration.workers,
            mail = configuration.mail != MailRoute::Nowhere,
            "ready"
        );
        Ok(Running { node, stop, tasks })
    }

    /// Serves pages until the process is told to stop, then ends in order.
    ///
    /// # Errors
    /// What the listener says.
    pub async fn serve(self, configuration: &Configuration, listener: TcpListener) -> Result<(), Error> {
        let options = pul_web::Options {
            proxies: configuration.trusted_proxies.clone(),
            ready_lag: configuration.ready_lag,
            a_second: configuration.requests_a_second,
            at_once: configuration.requests_at_once,
            metrics_token: configuration.metrics_token.clone(),
            passkeys: configuration.passkeys,
            provider: configuration.provider.clone(),
            ..pul_web::Options::default()
        };
        let site = Site::new(self.node.clone(), options);
        let (stop, stopped) = watch::channel(false);
        let until = |mut stopped: watch::Receiver<bool>| async move {
            // An error means that nobody is left who could say stop: then it is time as well.
            let _ = stopped.wait_for(|stop| *stop).await;
        };
        let signal = tokio::spawn(async move {
            told_to_stop().await;
            tracing::info!("stopping");
            let _ = stop.send(true);
        });
        let wrong = |why| Error::read("the listener", why);
        tracing::info!(address = %configuration.listen, tls = configuration.tls.is_some(), "listening");
        let serving = async {
            match &configuration.tls {
                Some((certificate, key)) => {
                    let config = pul_web::tls::config(certificate, key)
                        .map_err(|why| Error::read(certificate, why))?;
                    pul_web::tls::serve(site, listener, config, until(stopped.clone())).await.map_err(wrong)
                }
                None => {
                    pul_web::serve(site, listener, until(stopped.clone())).await;
                    Ok(())
                }
            }
        };
        let too_long = async {
            until(stopped.clone()).await;
            tokio::time::sleep(PATIENCE).await;
        };
        let served = tokio::select! {
            served = serving => served,
            () = too_long => {
                tracing::warn!("some requests were cut off");
                Ok(())
            }
        };
        signal.abort();
        self.stop().await;
        served
    }

    /// Lets jobs under way finish, and closes the database.
    pub async fn stop(mut self) {
        // Nobody listens any more when every task has ended.
        let _ = self.stop.send(true);
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!("some background work was cut off; another worker takes it over");
            self.tasks.abort_all();
        }
        self.node.store().close().await;
        tracing::info!("stopped");
    }
}

/// What sends letters, and what calls webhooks.
type Ways = (Arc<dyn Mailer>, Arc<dyn Caller>);

/// The ways out; in the demonstration nothing leaves the machine.
fn outward(configuration: &Configuration) -> Result<Ways, Error> {
    let wrong = |what: String| Error::Refused { what, cure: "Mend it; `pul config` tells every key".into() };
    let words = letter::words(&configuration.settings.address, configuration.mail.from());
    let mailer = mailer::mailer(&configuration.mail, words).map_err(wrong)?;
    if configuration.settings.demo {
        return Ok((mailer, Arc::new(CallsNobody)));
    }
    Ok((mailer, Arc::new(Outward::new(Reach::Public).map_err(wrong)?)))
}
