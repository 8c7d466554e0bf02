//! Hashes, and the end of the log where entries are put.

use super::{Draft, Head};
use crate::boxed;
use crate::canonical::hex;
use crate::engine::{Dialect, Tx};
use crate::{Error, Kind, Refusal, Value};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// The lock that orders commits on PostgreSQL: "pul log" as a number.
const LOCK: i64 = 0x0070_756c_206c_6f67;

/// Entries put by one statement: far below the places either engine allows in one.
const BATCH: usize = 200;

/// Columns of `log` with their kinds.
pub(crate) const LOG: [(&str, Kind); 11] = [
    ("position", Kind::Int),
    ("at", Kind::Int),
    ("who", Kind::Text),
    ("doing", Kind::Text),
    ("act", Kind::Text),
    ("tbl", Kind::Text),
    ("id", Kind::Text),
    ("before_hash", Kind::Text),
    ("after_hash", Kind::Text),
    ("previous", Kind::Text),
    ("hash", Kind::Text),
];

/// Columns of `log_payload` with their kinds; an empty text stands for a record that was not there.
pub(crate) const PAYLOAD: [(&str, Kind); 4] =
    [("position", Kind::Int), ("salt", Kind::Text), ("before", Kind::Text), ("after", Kind::Text)];

/// The hash of a content with its salt; of nothing: the empty text.
pub(crate) fn payload_hash(salt: &str, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    let mut sum = Sha256::new();
    sum.update(salt.as_bytes());
    sum.update(b"\n");
    sum.update(body.as_bytes());
    hex(&sum.finalize())
}

/// The hash of an entry from its ten other columns: each with its length before it, so that no two
/// different entries are the same bytes.
pub(crate) fn entry_hash(columns: &[Value]) -> String {
    let mut sum = Sha256::new();
    sum.update(b"pul-log/1\n");
    for column in columns {
        match column {
            Value::Int(number) => sum.update(format!("i{number}\n").as_bytes()),
            Value::Text(text) => {
                sum.update(format!("t{}:", text.len()).as_bytes());
                sum.update(text.as_bytes());
                sum.update(b"\n");
            }
        }
    }
    hex(&sum.finalize())
}

fn salt() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|e| Error::Engine { why: e.to_string() })?;
    Ok(hex(&bytes))
}

#[boxed]
pub(crate) async fn head(tx: &mut Tx) -> Result<Head, Error> {
    let sql = "SELECT position, hash FROM log ORDER BY position DESC LIMIT 1";
    let rows = tx.ask(sql, &[], &[Kind::Int, Kind::Text]).await?;
    Ok(rows
        .first()
        .map_or_else(Head::default, |row| Head { position: row[0].int(), hash: row[1].text().to_owned() }))
}

/// Puts changes at the end of the log; the position of the last entry.
#[boxed]
pub(crate) async fn append(tx: &mut Tx, now: Timestamp, drafts: Vec<Draft>) -> Result<i64, Error> {
    if let Some(draft) = drafts.iter().find(|d| d.who.contains('\0') || d.doing.contains('\0')) {
        return Err(Error::Refused { table: "log", id: draft.id.clone(), why: Refusal::Nul });
    }
    if !drafts.is_empty() && tx.dialect() == Dialect::Postgres {
        tx.run(&format!("SELECT pg_advisory_xact_lock({LOCK})"), &[]).await?;
    }
    let mut head = head(tx).await?;
    let mut drafts = drafts.into_iter().peekable();
    while drafts.peek().is_some() {
        let (mut entries, mut payloads) = (Vec::new(), Vec::new());
        for draft in drafts.by_ref().take(BATCH) {
            let salt = salt()?;
            let before = draft.before.unwrap_or_default();
            let after = draft.after.unwrap_or_default();
            let mut row = vec![
                Value::Int(head.position + 1),
                Value::from(now),
                Value::Text(draft.who),
                Value::Text(draft.doing),
                Value::from(draft.act.as_str()),
                Value::Text(draft.table),
                Value::Text(draft.id),
                Value::Text(payload_hash(&salt, &before)),
                Value::Text(payload_hash(&salt, &after)),
                Value::Text(head.hash),
            ];
            head = Head { position: head.position + 1, hash: entry_hash(&row) };
            row.push(Value::from(&head.hash));
            entries.extend(row);
            payloads.extend([Value::Int(head.position), salt.into(), before.into(), after.into()]);
        }
        put(tx, "log", &LOG, &entries).await?;
        put(tx, "log_payload", &PAYLOAD, &payloads).await?;
    }
    Ok(head.position)
}

/// Inserts rows, given as one list of their values, by one statement.
#[boxed]
pub(crate) async fn put(
    tx: &mut Tx,
    table: &str,
    columns: &[(&str, Kind)],
    values: &[Value],
) -> Result<(), sqlx::Error> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let row = |r: usize| {
        let places: Vec<String> = (1..=names.len()).map(|i| format!("${}", r * names.len() + i)).collect();
        format!("({})", places.join(","))
    };
    let rows: Vec<String> = (0..values.len() / names.len()).map(row).collect();
    if !rows.is_empty() {
        let sql = format!("INSERT INTO {table} ({}) VALUES {}", names.join(", "), rows.join(","));
        tx.run(&sql, values).await?;
    }
    Ok(())
}
