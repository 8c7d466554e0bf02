//! Records: what is put in comes out, by id, by key, in order, by pages; changes name their version.

use crate::Bench;
use jiff::Timestamp;
use pul_store::tables::Setting;
use pul_store::{Actor, Error, Kind, Order, Query, Record, Table, Value};
use serde::{Deserialize, Serialize};

crate::contract! {
    comes_out_as_it_went_in, conflicts_are_told, unique_keys_have_one_name, queries_and_pages,
    hostile_texts, nothing_is_kept_of_what_is_dropped, broken_writes_stay_broken, columns_are_as_declared,
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).expect("an instant")
}

pub fn actor() -> Actor {
    Actor::new("account:tester", "test")
}

/// A record over the table of webhook deliveries' shape would carry the product's meaning; settings have
/// none, so they serve where only a body matters.
pub fn setting(name: &str, value: impl Into<serde_json::Value>) -> Setting {
    Setting { name: name.to_owned(), value: value.into(), changed: at(0) }
}

/// A record with keys of both kinds, kept in the table of saved shortlists: what is tested is the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    pub id: String,
    pub owner: String,
    pub share: String,
    pub rank: i64,
}

impl Record for Thing {
    const TABLE: Table = Table {
        name: "saved_shortlist",
        keys: &[("account", Kind::Text), ("share", Kind::Text), ("created", Kind::Int)],
    };
    fn id(&self) -> String {
        self.id.clone()
    }
    fn keys(&self) -> Vec<Value> {
        vec![(&self.owner).into(), (&self.share).into(), self.rank.into()]
    }
}

pub fn thing(id: &str, owner: &str, rank: i64) -> Thing {
    Thing { id: id.to_owned(), owner: owner.to_owned(), share: String::new(), rank }
}

async fn comes_out_as_it_went_in(bench: Bench) {
    let store = &bench.store;
    let value =
        serde_json::json!({"b": "پل — “x”\n\t\\u0000", "a": [i64::MAX, i64::MIN, 0, true, null], "": {}});
    let row = setting("language", value);
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&row).await.unwrap();
    assert_eq!(write.get::<Setting>("language").await.unwrap().map(|k| k.row), Some(row.clone()));
    assert_eq!(store.get::<Setting>("language").await.unwrap(), None, "not before the commit");
    assert_eq!(write.commit().await.unwrap(), 1);
    let kept = store.get::<Setting>("language").await.unwrap().unwrap();
    assert_eq!((&kept.row, kept.version), (&row, 1));

    let changed = setting("language", "ur");
    let mut write = store.write(&actor(), at(2)).await.unwrap();
    assert_eq!(write.update(&changed, 1).await.unwrap(), 2);
    assert_eq!(write.update(&changed, 2).await.unwrap(), 2, "the same again is no change");
    assert_eq!(write.commit().await.unwrap(), 2);
    let mut write = store.write(&actor(), at(3)).await.unwrap();
    write.delete::<Setting>("language", 2).await.unwrap();
    assert_eq!(write.commit().await.unwrap(), 3);
    assert_eq!(store.get::<Setting>("language").await.unwrap(), None);
}

async fn conflicts_are_told(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&setting("a", 1)).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.write(&actor(), at(2)).await.unwrap();
    write.update(&setting("a", 2), 1).await.unwrap();
    write.commit().await.unwrap();

    let mut write = store.write(&actor(), at(3)).await.unwrap();
    let told = [
        write.update(&setting("a", 3), 1).await.unwrap_err(),
        write.update(&setting("none", 3), 1).await.unwrap_err(),
        write.delete::<Setting>("a", 7).await.unwrap_err(),
        write.delete::<Setting>("none", 1).await.unwrap_err(),
    ];
    // A conflict leaves the write usable: what else it does is kept.
    write.insert(&setting("b", 1)).await.unwrap();
    write.commit().await.unwrap();
    insta::allow_duplicates! {
        insta::assert_snapshot!(told.map(|e| e.to_string()).join("\n"), @r"
        setting a was changed meanwhile: it is at version 2
        setting none is gone
        setting a was changed meanwhile: it is at version 2
        setting none is gone
        ");
    }
    assert_eq!(store.get::<Setting>("a").await.unwrap().unwrap().row.value, 2);
    assert_eq!(store.count::<Setting>(&Query::new()).await.unwrap(), 2);
}

async fn unique_keys_have_one_name(bench: Bench) {
    let store = &bench.store;
    let shared = Thing { share: "secret".into(), ..thing("a", "x", 1) };
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&shared).await.unwrap();
    write.insert(&thing("b", "x", 1)).await.unwrap();
    write.insert(&thing("c", "x", 1)).await.unwrap();
    assert!(!write.insert_if_absent(&thing("a", "y", 5)).await.unwrap());
    assert!(!write.insert_if_absent(&Thing { share: "secret".into(), ..thing("z", "y", 5) }).await.unwrap());
    assert!(write.insert_if_absent(&thing("d", "y", 5)).await.unwrap());
    assert_eq!(write.commit().await.unwrap(), 4);
    let mut told = Vec::new();
    for row in [thing("a", "x", 2), Thing { id: "e".into(), ..shared.clone() }] {
        let mut write = store.write(&actor(), at(2)).await.unwrap();
        told.push(write.insert(&row).await.unwrap_err());
    }
    let mut write = store.write(&actor(), at(2)).await.unwrap();
    told.push(write.update(&Thing { id: "b".into(), ..shared }, 1).await.unwrap_err());
    let text: Vec<String> = told.iter().map(Error::to_string).collect();
    insta::allow_duplicates! {
        insta::assert_snapshot!(text.join("\n"), @r"
        saved_shortlist a is there already (id)
        saved_shortlist e is there already (share)
        saved_shortlist b is there already (share)
        ");
    }
}

async fn queries_and_pages(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    for (i, owner) in ["ب", "a", "Z", "é", "a b", "a", "a"].iter().enumerate() {
        write.insert(&thing(&format!("t{i}"), owner, i64::try_from(i % 3).unwrap())).await.unwrap();
    }
    write.commit().await.unwrap();
    let ids = async |query: Query| {
        let found = store.find::<Thing>(&query).await.unwrap();
        found.into_iter().map(|k| k.row.id).collect::<Vec<_>>().join(" ")
    };
    let by_rank = Query::new().order("created", Order::Desc).limit(2);
    let mut pages = Vec::new();
    let mut query = by_rank.clone();
    loop {
        let page = store.find::<Thing>(&query).await.unwrap();
        let Some(last) = page.last() else { break };
        let cursor = query.cursor(&last.row);
        let cursor = pul_store::Cursor::parse(&cursor.to_string()).expect("a cursor reads back");
        pages.push(page.iter().map(|k| k.row.id.as_str()).collect::<Vec<_>>().join(" "));
        query = by_rank.clone().after(cursor);
    }
    let by = store.count_by::<Thing>(&Query::new().below("created", 2), "account").await.unwrap();
    let text = [
        ids(Query::new()).await,
        ids(Query::new().order("account", Order::Asc)).await,
        ids(Query::new().order("account", Order::Desc)).await,
        ids(Query::new().is("account", "a").at_least("created", 1)).await,
        ids(Query::new().is_not("account", "a").below("created", 2)).await,
        ids(Query::new().one_of("created", [0, 2]).order("created", Order::Asc).limit(3)).await,
        ids(Query::new().one_of::<i64>("created", [])).await,
        pages.join(" | "),
        store.count::<Thing>(&Query::new().is("account", "a").limit(1)).await.unwrap().to_string(),
        by.iter().map(|(v, n)| format!("{}={n}", v.text())).collect::<Vec<_>>().join(" "),
        store.find::<Thing>(&Query::new().is("title", "x")).await.unwrap_err().to_string(),
        store.find::<Thing>(&Query::new().is("created", "x")).await.unwrap_err().to_string(),
        store
            .find::<Thing>(&Query::new().order("1; DROP TABLE log", Order::Asc))
            .await
            .unwrap_err()
            .to_string(),
    ];
    insta::allow_duplicates! {
        insta::assert_snapshot!(text.join("\n"), @r"
        t0 t1 t2 t3 t4 t5 t6
        t2 t1 t5 t6 t4 t3 t0
        t0 t3 t4 t6 t5 t1 t2
        t1 t5
        t0 t3 t4
        t0 t3 t6

        t5 t2 | t4 t1 | t6 t3 | t0
        3
        a=2 a b=1 é=1 ب=1
        saved_shortlist has no key title of this kind
        saved_shortlist has no key created of this kind
        saved_shortlist has no key 1; DROP TABLE log of this kind
        ");
    }
}

async fn hostile_texts(bench: Bench) {
    let store = &bench.store;
    let sql = "'); DROP TABLE log; --";
    let mut write = store.write(&Actor::new(sql, sql), at(1)).await.unwrap();
    write.insert(&setting(sql, sql)).await.unwrap();
    write.insert(&setting("\u{202e}%_\\\u{feff}😀\u{1}", "\\u0000 $1 ? :a")).await.unwrap();
    let long = "x".repeat(513);
    let told = [
        write.insert(&setting("nul", "a\0b")).await.unwrap_err(),
        write.insert(&setting("a\0b", "")).await.unwrap_err(),
        write.insert(&setting("nul", serde_json::json!({"a": [{"\0": 1}]}))).await.unwrap_err(),
        write.insert(&thing("a", "x\0", 1)).await.unwrap_err(),
        write.insert(&thing("a", &long, 1)).await.unwrap_err(),
        write.insert(&setting("big", "x".repeat(pul_store::BODY_LIMIT))).await.unwrap_err(),
    ];
    assert_eq!(write.get::<Setting>("a\0b").await.unwrap(), None);
    write.commit().await.unwrap();
    assert_eq!(store.get::<Setting>(sql).await.unwrap().unwrap().row.value, sql);
    assert_eq!(store.find::<Thing>(&Query::new().is("account", sql)).await.unwrap(), []);
    let nul = store.find::<Thing>(&Query::new().is("account", "a\0")).await;
    assert_eq!(nul, Ok(Vec::new()), "nothing has such a key");
    let nul = store.write(&Actor::new("a\0", "b"), at(1)).await.unwrap();
    assert_eq!(nul.commit().await, Ok(2), "who did nothing is not told of");
    insta::allow_duplicates! {
        insta::assert_snapshot!(told.map(|e| e.to_string()).join("\n"), @r"
        setting nul cannot be stored: a text holds the character U+0000
        setting a�b cannot be stored: a text holds the character U+0000
        setting nul cannot be stored: a text holds the character U+0000
        saved_shortlist a cannot be stored: a text holds the character U+0000
        saved_shortlist a cannot be stored: its id or a key is too long
        setting big cannot be stored: it is too long
        ");
    }
}

async fn nothing_is_kept_of_what_is_dropped(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&setting("a", 1)).await.unwrap();
    drop(write);
    let mut write = store.write(&actor(), at(2)).await.unwrap();
    write.insert(&setting("b", 1)).await.unwrap();
    assert_eq!(write.commit().await.unwrap(), 1, "positions have no gaps");
    assert_eq!(store.get::<Setting>("a").await.unwrap(), None);
}

async fn broken_writes_stay_broken(bench: Bench) {
    let store = &bench.store;
    let mut write = store.write(&actor(), at(1)).await.unwrap();
    write.insert(&setting("a", 1)).await.unwrap();
    assert!(matches!(write.insert(&setting("a", 1)).await, Err(Error::Exists { .. })));
    assert_eq!(write.insert(&setting("b", 1)).await, Err(Error::Broken));
    assert_eq!(write.get::<Setting>("a").await, Err(Error::Broken));
    assert_eq!(write.commit().await, Err(Error::Broken));
    assert_eq!(store.count::<Setting>(&Query::new()).await.unwrap(), 0);
}

/// Keys as a record states them are the columns its table has: an empty table can be asked by each.
async fn columns_are_as_declared(bench: Bench) {
    let dump = {
        let mut out = Vec::new();
        bench.store.dump(&mut out).await.unwrap();
        String::from_utf8(out).unwrap()
    };
    for table in pul_store::tables::ALL {
        assert!(dump.contains(&format!("\"{}\"", table.name)), "{} is dumped", table.name);
    }
}
