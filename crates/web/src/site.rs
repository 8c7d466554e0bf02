//! What every request shares.

use crate::security::limit::Limits;
use pul_app::live::Node;
use std::net::IpAddr;
use std::sync::Arc;

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
}

impl Default for Options {
    fn default() -> Self {
        Options { proxies: Vec::new(), a_second: 20, at_once: 120, form_bytes: 256 << 10 }
    }
}

/// The pages of a node. A clone is the same.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    node: Node,
    options: Options,
    limits: Limits,
}

impl Site {
    /// The pages of a node.
    pub fn new(node: Node, options: Options) -> Site {
        let limits = Limits::new(options.a_second, options.at_once);
        Site(Arc::new(Inner { node, options, limits }))
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

    /// Whether people reach it by TLS, so that cookies and browsers can be held to it.
    pub fn is_secure(&self) -> bool {
        self.node().settings().address.starts_with("https://")
    }
}
