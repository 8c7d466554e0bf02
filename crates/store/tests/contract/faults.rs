//! When the world fails: the database goes away and comes back, the disk is full, the file is no database.

use crate::postgres::Server;
use crate::records::{actor, at, setting};
use pul_store::tables::Setting;
use pul_store::{Address, Error, Options, Query, Store};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

fn on_runtime<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

/// Text that no engine makes shorter: a congruential generator's letters.
fn noise(size: usize) -> String {
    let mut state: u32 = 1;
    let letter = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'!' + u8::try_from((state >> 24) % 90).unwrap_or(0))
    };
    (0..size).map(letter).collect()
}

async fn put(store: &Store, name: &str, size: usize) -> Result<i64, Error> {
    let mut write = store.write(&actor(), at(1)).await?;
    write.insert(&setting(name, noise(size))).await?;
    write.commit().await
}

#[test]
fn postgres_goes_away_and_comes_back() {
    let Some(server) = Server::start() else {
        return eprintln!("SKIPPED: no PostgreSQL is installed");
    };
    let address = Address::parse(&server.database()).expect("an address");
    let options = Options { patience: Duration::from_secs(2), ..Options::default() };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let store = runtime.block_on(async {
        let store = Store::open(&address, options.clone()).await.unwrap();
        store.migrate().await.unwrap();
        put(&store, "a", 10).await.unwrap();
        store
    });
    type End = fn(&Server);
    let ends: [End; 2] = [Server::down, Server::kill];
    for (round, end) in ends.into_iter().enumerate() {
        let open = runtime.block_on(async {
            let mut write = store.write(&actor(), at(2)).await.unwrap();
            write.insert(&setting("lost", 1)).await.unwrap();
            write
        });
        end(&server);
        runtime.block_on(async {
            let lost = open.commit().await.unwrap_err();
            let read = store.get::<Setting>("a").await.unwrap_err();
            let write = store.write(&actor(), at(2)).await.map(|_| ()).unwrap_err();
            let again = Store::open(&address, options.clone()).await.map(|_| ()).unwrap_err();
            for error in [lost, read, write, again, store.ping().await.unwrap_err()] {
                assert!(matches!(error, Error::Unavailable { .. }), "{error:?}");
            }
        });
        server.up();
        runtime.block_on(async {
            store.ping().await.expect("it recovers by itself");
            assert_eq!(store.get::<Setting>("lost").await.unwrap(), None);
            put(&store, &format!("after-{round}"), 10).await.unwrap();
            assert!(store.verify_log(|_| ()).await.unwrap().holds());
        });
    }
    runtime.block_on(async {
        assert_eq!(store.count::<Setting>(&Query::new()).await.unwrap(), 3);
        assert_eq!(store.position().await.unwrap(), 3);
        store.close().await;
    });
}

/// Fills a store until it is told that nothing more fits; then nothing of the last write is there, all of
/// the earlier ones is, and what was is still read.
async fn fill_up(store: &Store, size: usize) -> usize {
    let mut kept = 0;
    let error = loop {
        match put(store, &format!("s{kept:05}"), size).await {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 5000, "the disk never gets full");
    };
    assert!(matches!(error, Error::Full { .. }), "{error:?}");
    assert_eq!(store.count::<Setting>(&Query::new()).await.unwrap(), i64::try_from(kept).unwrap());
    let verdict = store.verify_log(|_| ()).await.unwrap();
    assert!(verdict.holds(), "{verdict:?}");
    assert_eq!(verdict.entries, kept as u64);
    kept
}

#[test]
fn sqlite_at_its_limit_tells_and_goes_on_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::Sqlite(folder.path().join("pul.db"));
    on_runtime(async {
        let store =
            Store::open(&address, Options { most_pages: Some(300), ..Options::default() }).await.unwrap();
        store.migrate().await.unwrap();
        let kept = fill_up(&store, 3000).await;
        assert!(kept > 10);
        store.close().await;
        let store = Store::open(&address, Options::default()).await.unwrap();
        assert_eq!(put(&store, "more", 3000).await, Ok(i64::try_from(kept).unwrap() + 1));
        store.close().await;
    });
}

/// A small disk of its own; needs the right to mount.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, size: &str) -> Option<SmallDisk> {
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o"]).arg(format!("size={size},mode=777")).arg("tmpfs").arg(at);
        let mounted = command.output().is_ok_and(|o| o.status.success());
        if !mounted {
            eprintln!("SKIPPED: no small disk can be mounted here");
        }
        mounted.then(|| SmallDisk(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn sqlite_on_a_full_disk_tells_and_goes_on_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(folder.path(), "3m") else { return };
    let ballast = folder.path().join("ballast");
    std::fs::write(&ballast, vec![1; 1 << 20]).unwrap();
    on_runtime(async {
        let store =
            Store::open(&Address::Sqlite(folder.path().join("pul.db")), Options::default()).await.unwrap();
        store.migrate().await.unwrap();
        let kept = fill_up(&store, 3000).await;
        let backup = store.backup(&folder.path().join("backup")).await.unwrap_err();
        assert!(matches!(backup, Error::Full { .. }), "{backup:?}");
        assert!(!folder.path().join("backup").exists());
        std::fs::remove_file(&ballast).unwrap();
        assert_eq!(put(&store, "more", 3000).await, Ok(i64::try_from(kept).unwrap() + 1));
        store.close().await;
    });
    drop(disk);
}

#[test]
fn postgres_on_a_full_disk_tells_and_goes_on_once_there_is_room() {
    let Some(server) = Server::start() else {
        return eprintln!("SKIPPED: no PostgreSQL is installed");
    };
    let at = server.folder().join("small");
    std::fs::create_dir(&at).unwrap();
    let Some(disk) = SmallDisk::mount(&at, "24m") else { return };
    let space = at.join("space");
    let made =
        Command::new("install").args(["-d", "-o", "postgres", "-m", "700"]).arg(&space).status().unwrap();
    assert!(made.success());
    server.run(&[&format!("CREATE TABLESPACE small LOCATION '{}'", space.display())]);
    let address = Address::parse(&server.database_with("TABLESPACE small")).unwrap();
    let ballast = at.join("ballast");
    on_runtime(async {
        let store = Store::open(&address, Options::default()).await.unwrap();
        store.migrate().await.unwrap();
        std::fs::write(&ballast, vec![1; 4 << 20]).unwrap();
        let kept = fill_up(&store, 30_000).await;
        std::fs::remove_file(&ballast).unwrap();
        put(&store, "more", 30_000).await.unwrap();
        assert_eq!(store.position().await.unwrap(), i64::try_from(kept).unwrap() + 1);
        store.close().await;
    });
    server.down();
    drop(disk);
}

#[test]
fn what_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let garbage = folder.path().join("garbage.db");
    std::fs::write(&garbage, "this is not a database at all, but a text of some length".repeat(200)).unwrap();
    on_runtime(async {
        let open = |path: PathBuf| async move {
            let store = Store::open(&Address::Sqlite(path), Options::default()).await?;
            store.migrate().await.map(|_| ())
        };
        let damaged = open(garbage).await.unwrap_err();
        assert!(matches!(damaged, Error::Damaged { .. }), "{damaged:?}");
        let nowhere = open(folder.path().join("no/such/folder.db")).await.unwrap_err();
        assert!(matches!(nowhere, Error::Unavailable { .. }), "{nowhere:?}");
        let empty =
            Store::open(&Address::Sqlite(folder.path().join("new.db")), Options::default()).await.unwrap();
        let unmade = empty.check_schema().await.unwrap_err();
        assert!(matches!(unmade, Error::Schema { found: 0, .. }), "{unmade:?}");
        assert!(empty.dump(&mut Vec::new()).await.is_err());
    });
}
