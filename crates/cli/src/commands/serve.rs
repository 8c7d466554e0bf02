//! `pul serve`: pages, the API and background work, until it is told to stop.

pub mod running;
mod told;

use crate::arguments::General;
use crate::commands::config::ConfigArguments;
use crate::commands::database;
use pul_app::Error;
use running::Running;
use std::path::Path;
use told::log_to_standard_error;

/// Any number of these may share one PostgreSQL, behind any load balancer: a node keeps nothing but caches.
/// Ctrl-C or SIGTERM ends it once the requests under way are answered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul serve --database sqlite:/var/lib/pul/pul.db --listen 127.0.0.1:8080")]
pub struct Serve {
    /// Address and port to listen at
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Workers for mail, imports and other background work
    #[arg(long, value_name = "COUNT")]
    workers: Option<u32>,
    /// Do no background work; a `pul worker` elsewhere does
    #[arg(long, conflicts_with = "workers")]
    no_worker: bool,
    /// Bring the tables up to date first, on PostgreSQL too
    #[arg(long)]
    migrate: bool,
    #[command(flatten)]
    from: ConfigArguments,
}

/// What the command line of a command says of the configuration.
fn said(general: &General, listen: Option<String>, workers: Option<u32>) -> Vec<(&'static str, String)> {
    let pack = general.pack.as_deref().map(Path::to_string_lossy).map(|path| path.into_owned());
    let all = [("listen", listen), ("workers", workers.map(|n| n.to_string())), ("pack", pack)];
    all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

impl Serve {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let workers = if self.no_worker { Some(0) } else { self.workers };
        let mut said = said(general, self.listen, workers);
        said.extend(self.migrate.then(|| ("migrate", "always".to_owned())));
        let configuration = self.from.read(&said)?;
        log_to_standard_error(&configuration);
        database::wait(async {
            let listener = running::listen(configuration.listen).await?;
            let running = Running::start(&configuration).await?;
            running.serve(&configuration, listener).await
        })
    }
}

/// Does background work without serving pages: letters, imports, webhooks, what has run out.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul worker --config /etc/pul/pul.toml --workers 4")]
pub struct Worker {
    /// How many at once
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    workers: Option<u32>,
    #[command(flatten)]
    from: ConfigArguments,
}

impl Worker {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let mut configuration = self.from.read(&said(general, None, self.workers))?;
        configuration.workers = configuration.workers.max(1);
        log_to_standard_error(&configuration);
        database::wait(async {
            let running = Running::start(&configuration).await?;
            running::told_to_stop().await;
            running.stop().await;
            Ok(())
        })
    }
}
