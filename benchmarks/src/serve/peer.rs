//! The limit: a bare axum page that reads one row of the same file.

use axum::Router;
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::error::Error;
use std::path::Path;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Serves it; the port, and the task to end.
pub async fn serve(
    file: &Path,
    post: &str,
) -> Result<(u16, JoinHandle<std::io::Result<()>>), Box<dyn Error>> {
    let connect = SqliteConnectOptions::new().filename(file).read_only(true);
    let pool = SqlitePoolOptions::new().max_connections(4).connect_with(connect).await?;
    let post = post.to_owned();
    let page = move || {
        let (pool, post) = (pool.clone(), post.clone());
        async move {
            let row = sqlx::query_scalar::<_, String>("SELECT body FROM post WHERE id = $1");
            let body = row.bind(post).fetch_one(&pool).await;
            body.map(Html).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let port = listener.local_addr()?.port();
    Ok((port, tokio::spawn(async { axum::serve(listener, Router::new().route("/", get(page))).await })))
}
