//! What every request shares.

use crate::metrics::Metrics;
use crate::security::limit::Limits;
use crate::standing::Standing;
use pul_app::live::Node;
use pul_app::live::configuration::Provider;
use pul_app::live::oidc::Identities;
use pul_app::live::outward::{Outward, Reach};
use pul_domain::Private;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// What whoever runs the server decides about its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Addresses of proxies whose `X-Forwarded-For` is believed. Nobody else's is.
    pub proxies: Vec<IpAddr>,
    /// Requests one address may make in a second, on average.
    pub a_second: u32,
    /// Requests one address may make at once.
    pub at_once: u32,
    /// Largest form, in bytes.
    pub form_bytes: usize,
    /// Entries of the log the picture may be behind and still count as ready.
    pub ready_lag: i64,
    /// What a reader of the metrics shows as a bearer token; without one, only this machine reads them.
    pub metrics_token: Option<Private<String>>,
    /// Whether people may sign in by passkey, where the address allows it.
    pub passkeys: bool,
    /// A provider of identities people may sign in through.
    pub provider: Option<Provider>,
    /// How long an open connection may take to say what it wants.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            proxies: Vec::new(),
            a_second: 20,
            at_once: 120,
            form_bytes: 256 << 10,
            ready_lag: 1_000,
            metrics_token: None,
            passkeys: true,
            provider: None,
            patience: Duration::from_secs(30),
        }
    }
}

/// The pages of a node. A clone is the same.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    node: Node,
    options: Options,
    limits: Limits,
    metrics: Metrics,
    standing: Standing,
    identities: Option<Identities>,
}

impl Site {
    /// The pages of a node.
    pub fn new(node: Node, options: Options) -> Site {
        let limits = Limits::new(options.a_second, options.at_once);
        // What whoever runs the server names may be in their own network.
        let outward = options.provider.as_ref().and_then(|_| Outward::new(Reach::Any).ok());
        let identities =
            options.provider.clone().zip(outward).map(|(p, outward)| Identities::new(p, outward));
        Site(Arc::new(Inner {
            node,
            options,
            limits,
            metrics: Metrics::default(),
            standing: Standing::default(),
            identities,
        }))
    }

    /// The node.
    pub fn node(&self) -> &Node {
        &self.0.node
    }

    /// What was decided.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn standing(&self) -> &Standing {
        &self.0.standing
    }

    pub(crate) fn identities(&self) -> Option<&Identities> {
        self.0.identities.as_ref()
    }

    /// Browsers bind passkeys to a domain, and hand them to pages over TLS or of this machine alone.
    pub(crate) fn offers_passkeys(&self) -> bool {
        let settings = self.node().settings();
        let local = settings.address.strip_prefix("http://localhost");
        let local = local.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
        self.options().passkeys && (self.is_secure() || local)
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Whether people reach it by TLS, so that cookies and browsers can be held to it.
    pub fn is_secure(&self) -> bool {
        self.node().settings().address.starts_with("https://")
    }
}
