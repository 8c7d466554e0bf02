//! Many at once: no change is lost, a conflict is told, positions have no gaps.

use crate::Bench;
use crate::records::{actor, at, setting};
use pul_store::tables::Setting;
use pul_store::{Actor, Error, Store};

crate::contract! { no_update_is_lost, readers_see_whole_commits, deadlocks_are_told, migrating_at_once }

const TASKS: i64 = 8;
const EACH: i64 = 50;

/// Adds one to a counter, trying again when someone was faster; how often that was.
async fn count_up(store: &Store, actor: &Actor) -> i64 {
    let mut conflicts = 0;
    loop {
        let kept = store.get::<Setting>("counter").await.unwrap().unwrap();
        let next = kept.row.value.as_i64().unwrap() + 1;
        let mut write = store.write(actor, at(next)).await.unwrap();
        match write.update(&setting("counter", next), kept.version).await {
            Ok(_) => {
                write.commit().await.unwrap();
                return conflicts;
            }
            Err(Error::Conflict { now_is, .. }) => {
                assert!(now_is.unwrap() > kept.version);
                conflicts += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
}

async fn no_update_is_lost(bench: Bench) {
    let mut write = bench.store.write(&actor(), at(0)).await.unwrap();
    write.insert(&setting("counter", 0)).await.unwrap();
    write.commit().await.unwrap();
    let other = bench.other().await;
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..TASKS {
        let store = if task % 2 == 0 { bench.store.clone() } else { other.clone() };
        tasks.spawn(async move {
            let actor = Actor::new(&format!("task:{task}"), "counting");
            let mut conflicts = 0;
            for _ in 0..EACH {
                conflicts += count_up(&store, &actor).await;
            }
            conflicts
        });
    }
    let conflicts: i64 = tasks.join_all().await.iter().sum();
    let kept = bench.store.get::<Setting>("counter").await.unwrap().unwrap();
    assert_eq!(kept.row.value, TASKS * EACH);
    assert_eq!(kept.version, TASKS * EACH + 1);
    let verdict = bench.store.verify_log(|_| ()).await.unwrap();
    assert!(verdict.holds());
    assert_eq!(verdict.head.position, TASKS * EACH + 1);
    eprintln!("{:?}: {} changes, {conflicts} conflicts told", bench.address, TASKS * EACH);
}

async fn readers_see_whole_commits(bench: Bench) {
    let store = bench.store.clone();
    let writer = tokio::spawn(async move {
        for n in 0..40 {
            let mut write = store.write(&actor(), at(n)).await.unwrap();
            for part in 0..5 {
                write.insert(&setting(&format!("{n}-{part}"), n)).await.unwrap();
            }
            write.commit().await.unwrap();
        }
    });
    while !writer.is_finished() {
        let entries = bench.store.log_after(0, 1000).await.unwrap();
        assert!(entries.len().is_multiple_of(5), "{} entries are not whole commits", entries.len());
        assert!(entries.iter().zip(1..).all(|(e, n)| e.position == n), "no gap is ever seen");
    }
    writer.await.unwrap();
}

/// Two writers take the same two records in opposite order. One of them is told, none waits for ever.
async fn deadlocks_are_told(bench: Bench) {
    let mut write = bench.store.write(&actor(), at(0)).await.unwrap();
    write.insert(&setting("a", 0)).await.unwrap();
    write.insert(&setting("b", 0)).await.unwrap();
    write.commit().await.unwrap();
    let cross = async |store: Store, first: &str, second: &str| -> Result<i64, Error> {
        let mut write = store.write(&actor(), at(1)).await?;
        write.update(&setting(first, 1), 1).await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        write.update(&setting(second, 1), 1).await?;
        write.commit().await
    };
    let (one, two) = tokio::join!(cross(bench.store.clone(), "a", "b"), cross(bench.store.clone(), "b", "a"));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    let error = one.and(two).unwrap_err();
    assert!(matches!(error, Error::Contended | Error::Conflict { .. }), "{error:?}");
    assert_eq!(bench.store.position().await.unwrap(), 4);
}

async fn migrating_at_once(bench: Bench) {
    bench.tamper("DROP TABLE migration").await;
    assert!(matches!(bench.store.check_schema().await, Err(Error::Schema { found: 0, .. })));
    for table in pul_store::tables::ALL.iter().map(|t| t.name).chain(["log", "log_payload", "job"]) {
        bench.tamper(&format!("DROP TABLE {table}")).await;
    }
    let other = bench.other().await;
    let (one, two) = tokio::join!(bench.store.migrate(), other.migrate());
    let mut taken = [one.unwrap(), two.unwrap()];
    taken.sort();
    assert_eq!(taken, [vec![], vec!["first", "missions", "mission-days", "mission-offers"]]);
    bench.store.check_schema().await.unwrap();
    bench.tamper("UPDATE migration SET sum = 'x'").await;
    assert!(matches!(other.migrate().await, Err(Error::Schema { differs: true, .. })));
    bench.tamper("UPDATE migration SET number = 1000 WHERE number = 2").await;
    assert!(matches!(other.check_schema().await, Err(Error::Schema { found: 1000, differs: false, .. })));
}
