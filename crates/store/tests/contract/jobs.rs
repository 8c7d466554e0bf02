//! The queue: no job is done twice at once, none is lost, failing ones wait longer and are given up.

use crate::Bench;
use crate::records::{actor, at, setting};
use jiff::SignedDuration;
use pul_store::tables::Setting;
use pul_store::{Error, Job, JobState, Store};

crate::contract! {
    a_job_comes_with_its_change, leases_run_out, failing_jobs_wait_and_are_given_up,
    effects_happen_once, many_workers_share_the_queue, wrong_jobs_are_refused,
}

const LEASE: SignedDuration = SignedDuration::from_secs(30);

fn job(id: &str, due: i64) -> Job {
    Job { id: id.into(), kind: "mail".into(), body: serde_json::json!({"to": id}), due: at(due), most: 3 }
}

async fn enqueue(store: &Store, jobs: &[Job]) -> usize {
    let mut write = store.write(&actor(), at(0)).await.unwrap();
    let mut put = 0;
    for job in jobs {
        put += usize::from(write.enqueue(job).await.unwrap());
    }
    write.commit().await.unwrap();
    put
}

async fn a_job_comes_with_its_change(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&actor(), at(0)).await.unwrap();
    write.insert(&setting("a", 1)).await.unwrap();
    write.enqueue(&job("dropped", 0)).await.unwrap();
    drop(write);
    assert_eq!(store.claim(&["mail"], "w", LEASE, at(1)).await.unwrap(), None);
    assert_eq!(enqueue(store, &[job("late", 9), job("soon", 5), job("soon", 1)]).await, 2);
    assert_eq!(store.claim(&["mail"], "w", LEASE, at(4)).await.unwrap(), None, "not before its time");
    assert_eq!(store.claim(&["import"], "w", LEASE, at(9)).await.unwrap(), None, "not of another kind");
    assert_eq!(store.claim(&[], "w", LEASE, at(9)).await.unwrap(), None);
    let first = store.claim(&["import", "mail"], "w", LEASE, at(9)).await.unwrap().unwrap();
    assert_eq!((first.id.as_str(), first.attempt, &first.body["to"]), ("soon", 1, &"soon".into()));
    let second = store.claim(&["mail"], "w2", LEASE, at(9)).await.unwrap().unwrap();
    assert_eq!(second.id, "late");
    store.done(&first, at(10)).await.unwrap();
    assert_eq!(enqueue(store, &[job("soon", 1)]).await, 0, "done once is done");
    let counts = store.job_counts().await.unwrap();
    assert_eq!(counts, [("mail".into(), JobState::Done, 1), ("mail".into(), JobState::Running, 1)]);
    assert_eq!(store.forget_jobs(at(10), at(11)).await.unwrap(), 0);
    assert_eq!(store.forget_jobs(at(11), at(11)).await.unwrap(), 1);
    assert_eq!(enqueue(store, &[job("soon", 1)]).await, 1);
    assert_eq!(store.position().await.unwrap(), 0, "the queue is not in the log");
}

async fn leases_run_out(bench: Bench) {
    let store = &bench.store;
    enqueue(store, &[job("a", 0)]).await;
    let lost = store.claim(&["mail"], "dies", LEASE, at(0)).await.unwrap().unwrap();
    assert_eq!(store.claim(&["mail"], "w", LEASE, at(29)).await.unwrap(), None);
    store.extend(&lost, LEASE, at(20)).await.unwrap();
    assert_eq!(store.claim(&["mail"], "w", LEASE, at(49)).await.unwrap(), None);
    let again = store.claim(&["mail"], "w", LEASE, at(50)).await.unwrap().unwrap();
    assert_eq!(again.attempt, 2);
    let late = [
        store.done(&lost, at(51)).await.unwrap_err(),
        store.fail(&lost, "slow", at(51)).await.unwrap_err(),
        store.extend(&lost, LEASE, at(51)).await.unwrap_err(),
    ];
    assert!(late.iter().all(|e| matches!(e, Error::Conflict { table: "job", .. })));
    // Two more workers vanish: the attempts are used up and somebody must look.
    store.claim(&["mail"], "dies", LEASE, at(100)).await.unwrap().unwrap();
    assert_eq!(store.claim(&["mail"], "w", LEASE, at(200)).await.unwrap(), None);
    let dead = store.jobs(JobState::Dead, 10).await.unwrap();
    assert_eq!((dead[0].id.as_str(), dead[0].attempts, dead[0].problem.as_str()), ("a", 3, "abandoned"));
}

async fn failing_jobs_wait_and_are_given_up(bench: Bench) {
    let store = &bench.store;
    enqueue(store, &[Job { most: 14, ..job("a", 0) }]).await;
    let (mut now, mut waits) = (0, Vec::new());
    loop {
        let claimed = store.claim(&["mail"], "w", LEASE, at(now)).await.unwrap().unwrap();
        if store.fail(&claimed, "no server", at(now)).await.unwrap() == JobState::Dead {
            break;
        }
        let due = store.jobs(JobState::Waiting, 1).await.unwrap()[0].due.as_second();
        waits.push(due - at(now).as_second());
        now = due - at(0).as_second();
    }
    assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    assert_eq!(store.jobs(JobState::Dead, 9).await.unwrap()[0].problem, "no server");
    assert!(!store.revive("b", at(now)).await.unwrap());
    assert!(store.revive("a", at(now)).await.unwrap());
    let again = store.claim(&["mail"], "w", LEASE, at(now)).await.unwrap().unwrap();
    assert_eq!(again.attempt, 1);
}

async fn effects_happen_once(bench: Bench) {
    let store = &bench.store;
    enqueue(store, &[job("a", 0)]).await;
    let slow = store.claim(&["mail"], "slow", LEASE, at(0)).await.unwrap().unwrap();
    let quick = store.claim(&["mail"], "quick", LEASE, at(40)).await.unwrap().unwrap();
    let mut kept = Vec::new();
    for claimed in [&quick, &slow, &quick] {
        let mut write = store.write(&actor(), at(41)).await.unwrap();
        write.insert(&setting(&format!("effect-{}", kept.len()), 1)).await.unwrap();
        let held = write.job_done(claimed).await.is_ok();
        if held {
            write.commit().await.unwrap();
        }
        kept.push(held);
    }
    assert_eq!(kept, [true, false, false]);
    assert_eq!(store.count::<Setting>(&pul_store::Query::new()).await.unwrap(), 1);
}

async fn many_workers_share_the_queue(bench: Bench) {
    let jobs: Vec<Job> = (0..60).map(|n| job(&format!("j{n:02}"), n % 7)).collect();
    enqueue(&bench.store, &jobs).await;
    let other = bench.other().await;
    let mut workers = tokio::task::JoinSet::new();
    for w in 0..6 {
        let store = if w % 2 == 0 { bench.store.clone() } else { other.clone() };
        workers.spawn(async move {
            let mut taken = Vec::new();
            while let Some(claimed) = store.claim(&["mail"], &format!("w{w}"), LEASE, at(10)).await.unwrap() {
                store.done(&claimed, at(10)).await.unwrap();
                taken.push(claimed.id);
            }
            taken
        });
    }
    let mut all = workers.join_all().await.concat();
    all.sort();
    assert_eq!(all, jobs.iter().map(|j| j.id.clone()).collect::<Vec<_>>());
}

async fn wrong_jobs_are_refused(bench: Bench) {
    let mut write = bench.store.write(&actor(), at(0)).await.unwrap();
    let wrong = [
        Job { body: serde_json::json!(["\0"]), ..job("a", 0) },
        Job { kind: "\0".into(), ..job("a", 0) },
        job(&"x".repeat(600), 0),
    ];
    for job in wrong {
        assert!(matches!(write.enqueue(&job).await, Err(Error::Refused { table: "job", .. })));
    }
    write.enqueue(&job("a", 0)).await.unwrap();
    write.commit().await.unwrap();
    let claimed = bench.store.claim(&["mail"], "w", LEASE, at(0)).await.unwrap().unwrap();
    bench.store.fail(&claimed, "a\0b", at(0)).await.unwrap();
    assert_eq!(bench.store.jobs(JobState::Waiting, 9).await.unwrap()[0].problem, "ab");
}
