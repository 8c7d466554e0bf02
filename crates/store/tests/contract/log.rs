//! The log: it tells what happened, followers keep up, and nothing can be changed behind its back.

use crate::Bench;
use crate::records::{actor, at, setting};
use pul_store::tables::{Attempt, Setting};
use pul_store::{Actor, Head, LogVerdict, Payload, Store};

crate::contract! {
    tells_what_happened, followers_keep_up, some_things_are_not_logged, verifies_what_is_sound,
    finds_what_was_altered, finds_what_is_missing_or_moved, finds_a_log_written_anew,
    erases_content_and_still_verifies, erasure_is_honest,
}

/// Adds a setting, changes it `changes` times.
async fn fill(store: &Store, name: &str, changes: i64) {
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&setting(name, 0)).await.unwrap();
    write.commit().await.unwrap();
    for n in 1..=changes {
        let mut write = store.write(&Actor::system("counting"), at(n + 1)).await.unwrap();
        write.update(&setting(name, n), n).await.unwrap();
        write.commit().await.unwrap();
    }
}

fn told(verdict: &LogVerdict) -> String {
    let faults = verdict.faults.iter().map(|f| format!("{}: {:?}", f.position, f.kind));
    let head =
        format!("{} entries, {} erased, head {}", verdict.entries, verdict.erased, verdict.head.position);
    std::iter::once(head).chain(faults).collect::<Vec<_>>().join("\n")
}

async fn verdict(bench: &Bench) -> String {
    told(&bench.store.verify_log(|_| ()).await.unwrap())
}

async fn tells_what_happened(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&Actor::new("account:a", "settings-changed"), at(1)).await.unwrap();
    write.insert(&setting("x", "old")).await.unwrap();
    write.insert(&setting("y", 1)).await.unwrap();
    write.update(&setting("x", "new"), 1).await.unwrap();
    write.doing("clean-up");
    write.delete::<Setting>("y", 1).await.unwrap();
    write.commit().await.unwrap();
    let tell = |entries: Vec<pul_store::Entry>| {
        let line = |e: pul_store::Entry| {
            let side = |p: Payload| match p.read::<Setting>().unwrap() {
                Some(row) => row.value.to_string(),
                None => "–".to_owned(),
            };
            let act = e.act.as_str();
            let (before, after) = (side(e.before), side(e.after));
            format!(
                "{} {} {} {} {act} {} {} {before} → {after}",
                e.position, e.at, e.who, e.doing, e.table, e.id
            )
        };
        entries.into_iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let text = [
        tell(store.log_after(0, 100).await.unwrap()),
        tell(store.history("setting", "x").await.unwrap()),
        tell(store.log_before(i64::MAX, 1).await.unwrap()),
        tell(store.deeds("account:a", 2, 1).await.unwrap()),
        tell(store.deeds("account:\0", 0, 1).await.unwrap()),
    ];
    insta::allow_duplicates! {
        insta::assert_snapshot!(text.join("\n\n"), @r#"
        1 2027-01-15T08:00:01Z account:a settings-changed insert setting x – → "old"
        2 2027-01-15T08:00:01Z account:a settings-changed insert setting y – → 1
        3 2027-01-15T08:00:01Z account:a settings-changed update setting x "old" → "new"
        4 2027-01-15T08:00:01Z account:a clean-up delete setting y 1 → –

        1 2027-01-15T08:00:01Z account:a settings-changed insert setting x – → "old"
        3 2027-01-15T08:00:01Z account:a settings-changed update setting x "old" → "new"

        4 2027-01-15T08:00:01Z account:a clean-up delete setting y 1 → –

        3 2027-01-15T08:00:01Z account:a settings-changed update setting x "old" → "new"
        "#);
    }
}

async fn followers_keep_up(bench: Bench) {
    let follower = bench.other().await;
    let mut commits = bench.store.commits();
    assert!(!commits.has_changed().unwrap());
    let mut seen = 0;
    for round in 0..3 {
        fill(&bench.store, &format!("s{round}"), 3).await;
        assert!(commits.has_changed().unwrap());
        assert_eq!(*commits.borrow_and_update(), follower.position().await.unwrap());
        while let Some(last) = follower.log_after(seen, 3).await.unwrap().last() {
            seen = last.position;
        }
        assert_eq!(seen, 4 * (round + 1));
    }
}

async fn some_things_are_not_logged(bench: Bench) {
    let store = &bench.store;
    fill(store, "x", 0).await;
    let mut write = store.write(&actor(), at(5)).await.unwrap();
    for i in 0..5 {
        let row = Attempt { id: format!("a{i}"), about: "sign-in:1".into(), at: at(i) };
        write.insert(&row).await.unwrap();
    }
    assert_eq!(write.commit().await.unwrap(), 1, "the head is where it was");
    let mut write = store.write(&actor(), at(5)).await.unwrap();
    let old = pul_store::Query::new().below("at", at(3));
    assert_eq!(write.sweep::<Attempt>(&old).await.unwrap(), 3);
    write.commit().await.unwrap();
    assert_eq!(store.count::<Attempt>(&pul_store::Query::new()).await.unwrap(), 2);
    assert_eq!(store.position().await.unwrap(), 1);
}

async fn verifies_what_is_sound(bench: Bench) {
    assert_eq!(verdict(&bench).await, "0 entries, 0 erased, head 0");
    let mut write = bench.store.write(&actor(), at(1)).await.unwrap();
    for n in 0..2345 {
        write.insert(&setting(&format!("s{n}"), "پل")).await.unwrap();
    }
    write.commit().await.unwrap();
    let mut seen = Vec::new();
    let verdict = bench.store.verify_log(|n| seen.push(n)).await.unwrap();
    assert!(verdict.holds());
    assert_eq!(seen, [1000, 2000, 2345]);
    assert_eq!(verdict.head, bench.store.head().await.unwrap());
}

async fn finds_what_was_altered(bench: Bench) {
    fill(&bench.store, "x", 19).await;
    assert_eq!(verdict(&bench).await, "20 entries, 0 erased, head 20");
    for sql in [
        "UPDATE log SET who = 'account:other' WHERE position = 3",
        "UPDATE log SET at = at + 1 WHERE position = 5",
        "UPDATE log SET doing = 'x', act = 'delete' WHERE position = 7",
        "UPDATE log SET id = 'y' WHERE position = 9",
        "UPDATE log_payload SET after = replace(after, '10', '11') WHERE position = 11",
        "UPDATE log_payload SET before = '' WHERE position = 13",
        "UPDATE log_payload SET salt = '' WHERE position = 15",
        "UPDATE log SET hash = previous WHERE position = 17",
        "DELETE FROM log_payload WHERE position = 20",
    ] {
        bench.tamper(sql).await;
    }
    let verdict = verdict(&bench).await;
    insta::allow_duplicates! {
        insta::assert_snapshot!(verdict, @r"
        20 entries, 0 erased, head 20
        3: Altered
        5: Altered
        7: Altered
        9: Altered
        11: ContentAltered
        13: ContentAltered
        15: ContentAltered
        17: Altered
        18: Unlinked
        20: ContentMissing
        ");
    }
}

async fn finds_what_is_missing_or_moved(bench: Bench) {
    fill(&bench.store, "x", 29).await;
    let head = bench.store.head().await.unwrap();
    for sql in [
        "DELETE FROM log WHERE position = 1",
        "DELETE FROM log WHERE position IN (5, 6, 7)",
        "DELETE FROM log_payload WHERE position IN (5, 6, 7)",
        // Two entries change places.
        "UPDATE log SET position = 1000 WHERE position = 10",
        "UPDATE log SET position = 10 WHERE position = 20",
        "UPDATE log SET position = 20 WHERE position = 1000",
        // The tail is cut off.
        "DELETE FROM log_payload WHERE position > 27",
        "DELETE FROM log WHERE position > 27",
    ] {
        bench.tamper(sql).await;
    }
    let verdict = bench.store.verify_log_against(&head, |_| ()).await.unwrap();
    insta::allow_duplicates! {
        insta::assert_snapshot!(told(&verdict), @r"
        23 entries, 0 erased, head 27
        1: Missing { to: 1 }
        1: ContentAlone
        5: Missing { to: 7 }
        10: Moved { from: 20 }
        10: ContentAltered
        11: Unlinked
        20: Moved { from: 10 }
        20: ContentAltered
        21: Unlinked
        27: Truncated { remembered: 30 }
        ");
    }
}

async fn finds_a_log_written_anew(bench: Bench) {
    fill(&bench.store, "x", 3).await;
    let head = bench.store.head().await.unwrap();
    bench.tamper("DELETE FROM log; DELETE FROM log_payload; DELETE FROM setting").await;
    fill(&bench.store, "forged", 5).await;
    assert!(bench.store.verify_log(|_| ()).await.unwrap().holds(), "the chain alone cannot tell");
    let verdict = bench.store.verify_log_against(&head, |_| ()).await.unwrap();
    assert_eq!(told(&verdict), "6 entries, 0 erased, head 6\n4: Rewritten");
    assert!(bench.store.verify_log_against(&Head::default(), |_| ()).await.unwrap().holds());
}

async fn erases_content_and_still_verifies(bench: Bench) {
    let store = &bench.store;
    fill(store, "private", 2).await;
    fill(store, "other", 1).await;
    let positions: Vec<i64> =
        store.history("setting", "private").await.unwrap().iter().map(|e| e.position).collect();
    let mut write = store.write(&Actor::new("account:a", "erased-on-request"), at(60)).await.unwrap();
    write.delete::<Setting>("private", 3).await.unwrap();
    write.erase(&positions).await.unwrap();
    let position = write.commit().await.unwrap();
    assert_eq!(position, 7);
    assert_eq!(verdict(&bench).await, "7 entries, 3 erased, head 7");
    let history = store.history("setting", "private").await.unwrap();
    assert!(history[..3].iter().all(|e| e.after == Payload::Erased));
    // The removal itself told the content once more: it goes too.
    let mut write = store.write(&Actor::new("account:a", "erased-on-request"), at(61)).await.unwrap();
    write.erase(&[6, 1, 6]).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(verdict(&bench).await, "8 entries, 4 erased, head 8");
    let last = store.log_after(7, 1).await.unwrap();
    assert_eq!(last[0].after, Payload::Text("[1,6]".into()));
    let mut out = Vec::new();
    store.dump(&mut out).await.unwrap();
    let dump = String::from_utf8(out).unwrap();
    assert!(
        !dump.contains("{\\\"changed")
            || dump.matches("private").count() == dump.matches("\"private\"").count()
    );
}

async fn erasure_is_honest(bench: Bench) {
    let store = &bench.store;
    fill(store, "x", 4).await;
    let mut write = store.write(&Actor::system("erased"), at(60)).await.unwrap();
    write.erase(&[1, 2]).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write(&Actor::system("erased"), at(60)).await.unwrap();
    let mut refusals = Vec::new();
    for positions in [[6, 6], [99, 99], [0, -1]] {
        refusals.push(write.erase(&positions).await.unwrap_err().to_string());
    }
    drop(write);
    // Content taken away without a word, put back after an erasure, or put where nothing happened.
    bench.tamper("DELETE FROM log_payload WHERE position = 3").await;
    bench
        .tamper("INSERT INTO log_payload SELECT 2, salt, before, after FROM log_payload WHERE position = 4")
        .await;
    bench.tamper("INSERT INTO log_payload VALUES (50, '', '', '')").await;
    let told = format!("{}\n{}", refusals.join("\n"), verdict(&bench).await);
    insta::allow_duplicates! {
        insta::assert_snapshot!(told, @r"
        log 6 cannot be stored: it is not an entry that can be erased
        log 99 cannot be stored: it is not an entry that can be erased
        log -1 cannot be stored: it is not an entry that can be erased
        6 entries, 1 erased, head 6
        2: ContentNotErased
        3: ContentMissing
        50: ContentAlone
        ");
    }
}
