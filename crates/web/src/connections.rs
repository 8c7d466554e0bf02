//! Connections: each is served until its other side hangs up. Nobody is waited for who opens one
//! and does not say what they want: a few programs that do so would keep everybody else out.

use crate::site::Site;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

/// Serves a site until `stop` ends; requests under way are finished first.
pub(crate) async fn serve<L: Listener<Addr = SocketAddr>>(
    site: Site,
    mut listener: L,
    stop: impl Future<Output = ()>,
) {
    let patience = site.options().patience;
    let router = crate::router(site);
    let (stopping, stopped) = watch::channel(());
    let mut open = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            (stream, peer) = listener.accept() => {
                open.spawn(connection(stream, peer, router.clone(), patience, stopped.clone()));
            }
            Some(_) = open.join_next() => {}
            () = &mut stop => break,
        }
    }
    drop((listener, stopping));
    while open.join_next().await.is_some() {}
}

async fn connection<I>(
    stream: I,
    peer: SocketAddr,
    router: Router,
    patience: Duration,
    mut stopped: watch::Receiver<()>,
) where
    I: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(patience);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // Those who hang up, or say nothing, are no news.
        _ = connection.as_mut() => return,
        // The sender is dropped when the site stops; nothing is ever sent.
        _ = stopped.changed() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
