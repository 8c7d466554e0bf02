//! The history of a record: who did what when, and which fields changed.

use super::introduction_state::Step;
use super::missions;
use super::node::Node;
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use jiff::Timestamp;
use pul_domain::{PartyId, PostId};
use pul_store::tables::{Account, Introduction, PostRow};
use pul_store::{Act, Entry, Payload};
use serde_json::Value;
use std::collections::BTreeMap;

/// Fields nobody reads in a history but the members of the party they are of.
const PRIVATE: [&str; 5] = ["party.email", "phone", "email", "secret", "hash"];
/// Tables whose records organisers may read in the log. Of all others they see that something happened
/// and not what: whom a party does not want to meet, what a letter said, how somebody signs in.
const READABLE: [&str; 8] =
    ["party", "post", "introduction", "import", "merge", "setting", "account", "membership"];
/// Longest value shown, in characters.
const LONGEST: usize = 400;

/// What a history may be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A party.
    Party(PartyId),
    /// A post.
    Post(PostId),
    /// An introduction.
    Introduction(String),
    /// An import; for organisers.
    Import(String),
    /// A merge; for organisers.
    Merge(String),
    /// A setting; for organisers.
    Setting(String),
    /// One's own account; anybody's for organisers.
    Account(String),
}

impl Subject {
    /// The subject of a word and an id, as they stand in addresses.
    pub fn parse(what: &str, id: &str) -> Option<Subject> {
        Some(match what {
            "party" => Subject::Party(id.parse().ok()?),
            "post" => Subject::Post(id.parse().ok()?),
            "introduction" => Subject::Introduction(id.to_owned()),
            "import" => Subject::Import(id.to_owned()),
            "merge" => Subject::Merge(id.to_owned()),
            "setting" => Subject::Setting(id.to_owned()),
            "account" => Subject::Account(id.to_owned()),
            _ => return None,
        })
    }

    fn place(&self) -> (&'static str, &str) {
        match self {
            Subject::Party(id) => ("party", id.as_str()),
            Subject::Post(id) => ("post", id.as_str()),
            Subject::Introduction(id) => ("introduction", id),
            Subject::Import(id) => ("import", id),
            Subject::Merge(id) => ("merge", id),
            Subject::Setting(id) => ("setting", id),
            Subject::Account(id) => ("account", id),
        }
    }
}

/// Who did something, as far as whoever looks may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// Whoever looks.
    Self_,
    /// Somebody, by name.
    Named(String),
    /// Somebody whose name is not theirs to know.
    Somebody,
    /// The system.
    System,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Where it stands, with dots.
    pub field: String,
    /// What it was; none if it was not there.
    pub before: Option<String>,
    /// What it is; none if it is gone.
    pub after: Option<String>,
    /// Whether the values are private, and therefore absent.
    pub private: bool,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its position in the log.
    pub position: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: By,
    /// What they did: a word of the log.
    pub doing: String,
    /// What became of the record.
    pub act: Act,
    /// The fields that changed; empty where the content was erased.
    pub fields: Vec<FieldChange>,
    /// Whether the content was erased.
    pub erased: bool,
    /// The hash of the entry, which the next one is chained to.
    pub hash: String,
}

/// How much of a record's history somebody may read.
struct Sight {
    /// Members and, where it is of a party's own, nobody else: private fields too.
    own: bool,
    /// Whether they must not learn of a veto.
    veiled: bool,
}

async fn sight(node: &Node, who: &Who, subject: &Subject) -> Result<Sight, Refusal> {
    who.signed_in()?;
    let organiser = who.is_organiser();
    let plain = |own: bool| Sight { own, veiled: false };
    let missing = || Refusal::missing("history");
    match subject {
        Subject::Party(id) if who.speaks_for(id) => Ok(plain(true)),
        Subject::Account(id) if who.account.as_ref().is_some_and(|own| own.as_str() == id) => Ok(plain(true)),
        Subject::Post(id) => {
            let row = node.store().get::<PostRow>(id.as_str()).await?.map(|kept| kept.row);
            let own = row.is_some_and(|row| who.speaks_for(row.party()));
            if own || organiser { Ok(plain(own)) } else { Err(missing()) }
        }
        Subject::Introduction(id) => {
            let row = node.store().get::<Introduction>(id).await?.ok_or_else(missing)?.row;
            super::introductions::show(node, who, id).await.map_err(|_| missing())?;
            let veiled = who.speaks_for(&row.from) && !who.speaks_for(&row.to);
            Ok(Sight { own: false, veiled })
        }
        _ if organiser => Ok(plain(false)),
        _ => Err(missing()),
    }
}

/// What happened to a record, first things first, as far as whoever asks may know: members
/// theirs with private fields, organisers everything without.
///
/// # Errors
/// `sign-in`; `missing`.
#[boxed]
pub async fn of(node: &Node, who: &Who, subject: &Subject) -> Result<Vec<Happened>, Refusal> {
    let sight = sight(node, who, subject).await?;
    let (table, id) = subject.place();
    let entries = node.store().history(table, id).await?;
    let names_of = names(node, &entries).await?;
    let shown = entries.into_iter().filter_map(|entry| happened(who, &sight, &names_of, entry));
    let mut shown: Vec<Happened> = shown.collect();
    if let Subject::Party(party) = subject {
        shown.extend(at_missions(node, who, &sight, party).await?);
        shown.sort_by_key(|happened| happened.position);
    }
    Ok(shown)
}

/// What happened to a party at missions: all of it for its members; for others that it came or went, and not how.
async fn at_missions(
    node: &Node,
    who: &Who,
    sight: &Sight,
    party: &PartyId,
) -> Result<Vec<Happened>, Refusal> {
    let trail = missions::trail(node, party).await?;
    let names = names(node, &trail.own).await?;
    let own = trail.own.into_iter().filter_map(|entry| happened(who, sight, &names, entry));
    if !sight.own {
        return Ok(own.map(closed).collect());
    }
    // Whoever acts for the other side is not named.
    let others = Sight { own: false, veiled: false };
    let shared = trail.shared.into_iter().filter_map(|entry| happened(who, &others, &BTreeMap::new(), entry));
    Ok(own.chain(shared).collect())
}

/// The same with the values of its fields left out.
fn closed(mut told: Happened) -> Happened {
    for field in &mut told.fields {
        (field.before, field.after, field.private) = (None, None, true);
    }
    told
}

/// Entries of any records as organisers read them, without private fields.
///
/// # Errors
/// `forbidden`.
pub(crate) async fn of_entries(
    node: &Node,
    who: &Who,
    entries: Vec<Entry>,
) -> Result<Vec<Happened>, Refusal> {
    who.organiser()?;
    let names = names(node, &entries).await?;
    let sight = Sight { own: false, veiled: false };
    let told = entries.into_iter().filter_map(|entry| {
        let readable = READABLE.contains(&entry.table.as_str());
        let told = happened(who, &sight, &names, entry)?;
        Some(if readable { told } else { closed(told) })
    });
    Ok(told.collect())
}

/// What the accounts behind entries are called.
async fn names(node: &Node, entries: &[Entry]) -> Result<BTreeMap<String, String>, Refusal> {
    let mut names = BTreeMap::new();
    for who_did in entries.iter().filter_map(|e| e.who.strip_prefix("account:")) {
        if !names.contains_key(who_did) {
            let account = node.store().get::<Account>(who_did).await?;
            names.insert(who_did.to_owned(), account.map_or_else(String::new, |a| a.row.name));
        }
    }
    Ok(names)
}

fn happened(who: &Who, sight: &Sight, names: &BTreeMap<String, String>, entry: Entry) -> Option<Happened> {
    if sight.veiled && entry.doing == Step::Veto.word() {
        return None;
    }
    let by = match entry.who.strip_prefix("account:") {
        Some(id) if who.account.as_ref().is_some_and(|own| own.as_str() == id) => By::Self_,
        Some(id) if who.is_organiser() || sight.own => {
            names.get(id).filter(|name| !name.is_empty()).map_or(By::Somebody, |name| By::Named(name.clone()))
        }
        None if entry.who == "system" => By::System,
        _ => By::Somebody,
    };
    let erased = matches!(entry.before, Payload::Erased) || matches!(entry.after, Payload::Erased);
    let mut fields = changes(&entry);
    if sight.veiled {
        // States and answers go through what the requester may know: what is shown elsewhere.
        fields.retain(|f| !["state", "answered", "answered_by", "answer"].contains(&f.field.as_str()));
    }
    for field in &mut fields {
        let path = field.field.as_str();
        let private = PRIVATE.iter().any(|p| path == *p || path.starts_with(&format!("{p}.")));
        if private && (!sight.own || matches!(path, "secret" | "hash")) {
            (field.before, field.after, field.private) = (None, None, true);
        }
    }
    Some(Happened {
        position: entry.position,
        at: entry.at,
        by,
        doing: entry.doing,
        act: entry.act,
        fields,
        erased,
        hash: entry.hash,
    })
}

fn value(payload: &Payload) -> Value {
    match payload {
        Payload::Text(text) => serde_json::from_str(text).unwrap_or(Value::Null),
        Payload::Nothing | Payload::Erased => Value::Null,
    }
}

/// The fields in which a record differs before and after, by their path.
fn changes(entry: &Entry) -> Vec<FieldChange> {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    flatten("", &value(&entry.before), &mut before);
    flatten("", &value(&entry.after), &mut after);
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    let changed = paths.into_iter().filter(|path| before.get(*path) != after.get(*path));
    let change = |path: &String| FieldChange {
        field: path.clone(),
        before: before.get(path).cloned(),
        after: after.get(path).cloned(),
        private: false,
    };
    changed.map(change).collect()
}

/// Leaves of a document by their path; lists stand as one value.
fn flatten(path: &str, value: &Value, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(&path, field, into);
            }
        }
        Value::Null => {}
        Value::String(text) => drop(into.insert(path.to_owned(), text.chars().take(LONGEST).collect())),
        other => drop(into.insert(path.to_owned(), other.to_string().chars().take(LONGEST).collect())),
    }
}
