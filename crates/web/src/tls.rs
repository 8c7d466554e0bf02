//! TLS in the server itself, for those who run no proxy.

use crate::site::Site;
use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, crypto};
use tokio_rustls::server::TlsStream;

/// How long a browser may take to agree on keys.
const PATIENCE: Duration = Duration::from_secs(10);
/// Agreements under way at once; more wait to be accepted.
const AT_ONCE: usize = 256;

/// Reads a certificate chain and its private key, PEM files.
///
/// # Errors
/// When a file cannot be read, holds no certificate or key, or the two do not fit.
pub fn config(certificate: &Path, key: &Path) -> io::Result<Arc<ServerConfig>> {
    let wrong = |path: &Path, why: String| io::Error::other(format!("{}: {why}", path.display()));
    let chain: Result<Vec<_>, _> =
        CertificateDer::pem_file_iter(certificate).map_err(|e| wrong(certificate, e.to_string()))?.collect();
    let chain = chain.map_err(|e| wrong(certificate, e.to_string()))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|e| wrong(key, e.to_string()))?;
    let provider = Arc::new(crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|e| wrong(certificate, e.to_string()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Connections whose keys are agreed on. A browser that dawdles holds up nobody else.
struct Secured {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Secured {
    fn new(listener: TcpListener, config: Arc<ServerConfig>) -> io::Result<Secured> {
        let (send, ready) = mpsc::channel(AT_ONCE);
        let address = listener.local_addr()?;
        tokio::spawn(accept(listener, TlsAcceptor::from(config), send));
        Ok(Secured { ready, address })
    }
}

async fn accept(
    mut listener: TcpListener,
    acceptor: TlsAcceptor,
    send: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let free = Arc::new(Semaphore::new(AT_ONCE));
    while !send.is_closed() {
        let Ok(permit) = free.clone().acquire_owned().await else { return };
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = send.closed() => return,
        };
        let (acceptor, send) = (acceptor.clone(), send.clone());
        tokio::spawn(async move {
            // Those who speak no TLS, or give up, are no news.
            if let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await {
                let _ = send.send((stream, peer)).await;
            }
            drop(permit);
        });
    }
}

impl Listener for Secured {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            // Only when the listener ended, which it does not while it is used.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// Serves a site over TLS until `stop` ends; requests under way are finished first.
///
/// # Errors
/// What the listener says.
pub async fn serve(
    site: Site,
    listener: TcpListener,
    config: Arc<ServerConfig>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    crate::connections::serve(site, Secured::new(listener, config)?, stop).await;
    Ok(())
}
