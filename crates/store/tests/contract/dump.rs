//! Moving the whole content: byte for byte the same from either engine, whole or not at all.

use crate::Bench;
use crate::records::{actor, at, setting, thing};
use pul_store::tables::Setting;
use pul_store::{Address, Error, Job, Options, Store};
use std::path::Path;

crate::contract! {
    travels_between_engines_unchanged, refuses_what_is_not_whole, loads_only_into_nothing, backs_up_and_restores,
}

/// Content of every kind: changes, an erasure, jobs in several states, texts of three scripts.
async fn fill(store: &Store) {
    for n in 0..30 {
        let mut write = store.write(&actor(), at(n)).await.unwrap();
        let value =
            serde_json::json!({"n": n, "text": "پل — pont “bridge” \u{202e}\n\u{1}😀", "min": i64::MIN});
        write.insert(&setting(&format!("s{n}"), value)).await.unwrap();
        write.insert(&thing(&format!("é{n}"), "ز", -n)).await.unwrap();
        let job = Job { id: format!("j{n}"), kind: "mail".into(), body: n.into(), due: at(n % 5), most: 3 };
        write.enqueue(&job).await.unwrap();
        write.commit().await.unwrap();
    }
    let mut write = store.write(&actor(), at(50)).await.unwrap();
    write.update(&setting("s1", "other"), 1).await.unwrap();
    write.delete::<Setting>("s2", 1).await.unwrap();
    write.erase(&[3, 4, 5]).await.unwrap();
    write.commit().await.unwrap();
    let lease = jiff::SignedDuration::from_secs(9);
    let one = store.claim(&["mail"], "w", lease, at(60)).await.unwrap().unwrap();
    store.done(&one, at(60)).await.unwrap();
    let two = store.claim(&["mail"], "w", lease, at(60)).await.unwrap().unwrap();
    store.fail(&two, "why", at(61)).await.unwrap();
    store.claim(&["mail"], "w", lease, at(60)).await.unwrap().unwrap();
}

async fn dump(store: &Store) -> String {
    let mut out = Vec::new();
    store.dump(&mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

async fn open(address: Address) -> Store {
    let store = Store::open(&address, Options::default()).await.unwrap();
    store.migrate().await.unwrap();
    store
}

fn file(folder: &Path, name: &str) -> Address {
    Address::Sqlite(folder.join(name))
}

async fn travels_between_engines_unchanged(bench: Bench) {
    fill(&bench.store).await;
    let first = dump(&bench.store).await;
    let mut stores = vec![open(file(bench.folder.path(), "other.db")).await];
    if let Some(url) = crate::postgres_url().await {
        stores.push(open(Address::parse(&url).unwrap()).await);
    }
    for store in stores {
        let rows = store.load(&mut first.as_bytes()).await.unwrap();
        assert_eq!(rows, first.lines().filter(|l| l.starts_with('[')).count() as u64);
        assert!(dump(&store).await == first, "the dump of {store:?} is the same bytes");
        assert!(store.verify_log(|_| ()).await.unwrap().holds());
        // Life goes on where it stood.
        let mut write = store.write(&actor(), at(70)).await.unwrap();
        write.update(&setting("s3", "after"), 1).await.unwrap();
        let position = write.commit().await.unwrap();
        assert_eq!(position, bench.store.position().await.unwrap() + 1);
        assert!(store.verify_log(|_| ()).await.unwrap().holds());
        store.close().await;
    }
}

async fn refuses_what_is_not_whole(bench: Bench) {
    fill(&bench.store).await;
    let whole = dump(&bench.store).await;
    let lines: Vec<&str> = whole.lines().collect();
    let at = lines.iter().position(|l| l.contains("\"setting\"")).unwrap();
    let with = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
        change(&mut lines);
        lines.join("\n") + "\n"
    };
    let wrong: [(&str, String); 11] = [
        ("empty", String::new()),
        ("not a dump", "hello\n".into()),
        ("other version", with(&|l| l[0] = l[0].replace("\"schema\":4", "\"schema\":99"))),
        ("cut short", whole[..whole.len() / 2].to_owned()),
        ("no end", with(&|l| drop(l.pop()))),
        ("a row less", with(&|l| drop(l.remove(3)))),
        ("a row twice", with(&|l| l.insert(3, l[2].clone()))),
        ("a row altered", with(&|l| l[3] = l[3].replacen("tester", "taster", 1))),
        ("a column less", with(&|l| l[3] = "[1]".into())),
        ("tables swapped", with(&|l| l.swap(1, at))),
        ("more after the end", with(&|l| l.push("[]".into()))),
    ];
    let empty = open(file(bench.folder.path(), "empty.db")).await;
    let before = dump(&empty).await;
    let mut told = Vec::new();
    for (what, text) in wrong {
        let error = empty.load(&mut text.as_bytes()).await.unwrap_err();
        told.push(format!("{what}: {error}"));
        assert_eq!(dump(&empty).await, before, "nothing is kept of {what}");
    }
    assert!(empty.load(&mut &b"\xff\xfe\n"[..]).await.is_err());
    let mut checked = told.join("\n");
    // Which line is cut depends on salts, whose bytes are drawn.
    if let Some((start, rest)) = checked.split_once("cut short: line ") {
        let (_, rest) = rest.split_once(" of").unwrap();
        checked = format!("{start}cut short: line … of{rest}");
    }
    insta::allow_duplicates! {
        insta::assert_snapshot!(checked, @r"
        empty: line 1 of the dump: the dump is not whole: lines are missing, added or altered
        not a dump: line 1 of the dump: not what a dump has there
        other version: line 1 of the dump: of another version of the tables
        cut short: line … of the dump: not what a dump has there
        no end: line 249 of the dump: the dump is not whole: lines are missing, added or altered
        a row less: line 248 of the dump: the dump is not whole: lines are missing, added or altered
        a row twice: line 67 of the dump: a row up to here is there twice
        a row altered: line 249 of the dump: the dump is not whole: lines are missing, added or altered
        a column less: line 4 of the dump: not what a dump has there
        tables swapped: line 2 of the dump: not what a dump has there
        more after the end: line 249 of the dump: the dump is not whole: lines are missing, added or altered
        ");
    }
}

async fn loads_only_into_nothing(bench: Bench) {
    fill(&bench.store).await;
    let whole = dump(&bench.store).await;
    let error = bench.store.load(&mut whole.as_bytes()).await.unwrap_err();
    assert_eq!(error.to_string(), "line 0 of the dump: the database holds data already");
    assert_eq!(dump(&bench.store).await, whole);
}

async fn backs_up_and_restores(bench: Bench) {
    fill(&bench.store).await;
    let whole = dump(&bench.store).await;
    let folder = bench.folder.path();
    let backup = folder.join("backup");
    bench.store.backup(&backup).await.unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&backup).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600, "a backup is nobody else's to read");
    assert!(matches!(bench.store.backup(&backup).await, Err(Error::File { .. })), "never over another");
    let nowhere = bench.store.backup(&folder.join("none/backup")).await;
    assert!(nowhere.is_err());
    let restored = Store::restore(&file(folder, "restored.db"), Options::default(), &backup).await.unwrap();
    assert!(dump(&restored).await == whole);
    restored.close().await;
    let over = Store::restore(&file(folder, "restored.db"), Options::default(), &backup).await;
    assert!(matches!(over, Err(Error::File { .. })));
    if let Some(url) = crate::postgres_url().await {
        let address = Address::parse(&url).unwrap();
        let restored = Store::restore(&address, Options::default(), &backup).await.unwrap();
        assert!(dump(&restored).await == whole);
        restored.close().await;
        let over = Store::restore(&address, Options::default(), &backup).await;
        assert!(matches!(over, Err(Error::Load { line: 0, .. })));
    }
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|n| !n.starts_with("pul.db"));
    names.sort();
    assert_eq!(names, ["backup", "restored.db"], "nothing is left lying about");
}
