//! Backups: a copy of the file on SQLite, a dump on PostgreSQL; either restores into either.

use crate::boxed;
use crate::engine::{Engine, private_file};
use crate::{Address, Error, Options, Store};
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read};
use std::path::{Path, PathBuf};

/// What every SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

fn refuse_existing(path: &Path) -> Result<(), Error> {
    if path.exists() {
        return Err(Error::File { why: format!("{} is there already", path.display()) });
    }
    Ok(())
}

/// Gives a finished file its name; after this it survives a loss of power.
fn settle(partial: &Path, path: &Path) -> Result<(), Error> {
    File::open(partial)?.sync_all()?;
    fs::rename(partial, path)?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}

impl Store {
    /// Writes a backup to a file that is not there yet, while others go on reading and writing. The file
    /// has its name only once it is whole.
    ///
    /// # Errors
    /// [`Error::File`] when the file is there already or cannot be written; [`Error::Full`].
    #[boxed]
    pub async fn backup(&self, path: &Path) -> Result<(), Error> {
        refuse_existing(path)?;
        let partial = beside(path, ".partial");
        if partial.exists() {
            fs::remove_file(&partial)?;
        }
        private_file(&partial);
        let made = self.backup_to(&partial).await;
        if made.is_err() {
            // What is half-written is of no use; that it cannot be removed is no further news.
            let _ = fs::remove_file(&partial);
        }
        made?;
        settle(&partial, path)
    }

    #[boxed]
    async fn backup_to(&self, partial: &Path) -> Result<(), Error> {
        match &self.address {
            Address::Sqlite(from) => {
                let name = partial.to_str().ok_or_else(|| Error::File {
                    why: format!("{} is not a name SQLite can take", partial.display()),
                })?;
                Engine::copy_sqlite(from, name).await
            }
            Address::Postgres(_) => {
                let mut file = BufWriter::new(File::options().write(true).open(partial)?);
                self.dump(&mut file).await.map(|_| ())
            }
        }
    }

    /// Puts a backup or a dump into an address that holds nothing yet, and opens it.
    ///
    /// # Errors
    /// [`Error::File`] when a SQLite file is there already or the backup cannot be read; [`Error::Load`]
    /// when a database holds data already or the dump is not whole; [`Error::Damaged`] when the backup's
    /// file is not sound.
    #[boxed]
    pub async fn restore(address: &Address, options: Options, path: &Path) -> Result<Store, Error> {
        let mut start = Vec::new();
        File::open(path)?.take(16).read_to_end(&mut start)?;
        let from_file = start == MAGIC;
        if let Address::Sqlite(to) = address {
            for name in [to.clone(), beside(to, "-wal"), beside(to, "-shm")] {
                refuse_existing(&name)?;
            }
            if from_file {
                return copy(to, address, options, path).await;
            }
        }
        let store = Store::open(address, options).await?;
        store.migrate().await?;
        if from_file {
            let other = Store::open(&Address::Sqlite(path.to_owned()), Options::default()).await?;
            let mut between = tempfile_beside(path)?;
            other.dump(&mut between.1).await?;
            other.close().await;
            let loaded = store.load(&mut BufReader::new(File::open(&between.0)?)).await;
            fs::remove_file(&between.0)?;
            loaded?;
        } else {
            store.load(&mut BufReader::new(File::open(path)?)).await?;
        }
        Ok(store)
    }
}

fn tempfile_beside(path: &Path) -> Result<(PathBuf, BufWriter<File>), Error> {
    let name = beside(path, ".dump");
    refuse_existing(&name)?;
    private_file(&name);
    let file = File::options().write(true).open(&name)?;
    Ok((name, BufWriter::new(file)))
}

/// Copies a SQLite file and looks through it before it gets its name.
#[boxed]
async fn copy(to: &Path, address: &Address, options: Options, path: &Path) -> Result<Store, Error> {
    let partial = beside(to, ".partial");
    private_file(&partial);
    // Not `fs::copy`, which would give it the rights of the backup.
    std::io::copy(&mut File::open(path)?, &mut File::options().write(true).truncate(true).open(&partial)?)?;
    let store = Store::open(&Address::Sqlite(partial.clone()), Options::default()).await?;
    let told = store.engine.ask("PRAGMA integrity_check", &[], &[crate::Kind::Text]).await;
    store.close().await;
    let sound = told?.first().is_some_and(|row| row[0].text() == "ok");
    for more in ["-wal", "-shm"] {
        let left = beside(&partial, more);
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    if !sound {
        fs::remove_file(&partial)?;
        let why = "the check of its pages fails".to_owned();
        return Err(Error::Damaged { table: "backup".into(), id: path.display().to_string(), why });
    }
    settle(&partial, to)?;
    let store = Store::open(address, options).await?;
    store.migrate().await?;
    Ok(store)
}
