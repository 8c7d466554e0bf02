//! `pul export`, and the way back that `pul import` takes for a dump.

use crate::commands::config::ConfigArguments;
use crate::commands::database::{self, told};
use crate::output;
use pul_app::Error;
use pul_store::{Address, Options, Store};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read};
use std::path::{Path, PathBuf};

/// What every dump begins with.
const HEAD: &[u8] = b"{\"format\":\"pul-dump/";

/// One moment's content, the same bytes from either engine. It holds everything, private fields too.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: pul export all.jsonl && pul import all.jsonl --database postgres://pul@db/pul"
)]
pub struct Export {
    /// Where to write it, as JSON Lines; must not be there yet
    file: PathBuf,
    #[command(flatten)]
    from: ConfigArguments,
}

impl Export {
    /// Does it. The file has its name only once it is whole.
    pub fn run(self) -> Result<(), Error> {
        if self.file.exists() {
            return Err(Error::Refused {
                what: format!("{} is there already", self.file.display()),
                cure: "Give another name".into(),
            });
        }
        let mut partial = self.file.clone().into_os_string();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let written = database::wait(async {
            let store = database::open_current(&self.from).await?;
            let file = private_file(&partial)?;
            let mut file = BufWriter::new(file);
            let rows = store.dump(&mut file).await.map_err(told)?;
            store.close().await;
            let file = file.into_inner().map_err(|e| Error::write(&partial, e.into_error()))?;
            file.sync_all().map_err(|why| Error::write(&partial, why))?;
            Ok(rows)
        });
        let kept = written.and_then(|rows| match std::fs::rename(&partial, &self.file) {
            Ok(()) => Ok(rows),
            Err(why) => Err(Error::write(&self.file, why)),
        });
        match kept {
            Ok(rows) => output::text(&format!("{}: {rows} rows, whole.", self.file.display())),
            Err(error) => {
                // What is half-written is of no use; that it cannot be removed is no further news.
                let _ = std::fs::remove_file(&partial);
                Err(error)
            }
        }
    }
}

/// A file that nobody else may read: it holds private fields.
fn private_file(path: &Path) -> Result<File, Error> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|why| Error::write(path, why))
}

/// Whether a file is a dump of the whole content.
pub fn is_dump(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut start));
    read.is_ok() && start == HEAD
}

/// Takes in a whole dump: into the empty database of the configuration, or, for a dry run, into one that
/// is thrown away.
pub fn load(path: &Path, from: &ConfigArguments, dry_run: bool) -> Result<(), Error> {
    let trial = tempfile::tempdir().map_err(|why| Error::write("a temporary folder", why))?;
    database::wait(async {
        let store = match dry_run {
            true => {
                let address = Address::Sqlite(trial.path().join("trial.db"));
                Store::open(&address, Options::default()).await.map_err(told)?
            }
            false => database::open(from).await?,
        };
        store.migrate().await.map_err(told)?;
        let file = File::open(path).map_err(|why| Error::read(path, why))?;
        let rows = store.load(&mut BufReader::new(file)).await.map_err(told)?;
        let verdict = store.verify_log(|_| {}).await.map_err(told)?;
        store.close().await;
        let done = if dry_run { "would be taken in" } else { "taken in" };
        let log = match verdict.faults.len() {
            0 => format!("The log holds: {} entries.", verdict.entries),
            faults => format!("The log came with {faults} faults; `pul log verify` tells them."),
        };
        output::text(&format!("{rows} rows {done}. {log}"))
    })
}
