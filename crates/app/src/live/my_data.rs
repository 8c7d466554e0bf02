//! My data: everything kept about somebody, as one document; and its erasure.

use super::node::Node;
use super::refusal::Refusal;
use super::who::Who;
use super::{introductions, missions, sessions, tokens, webhooks};
use crate::boxed;
use pul_domain::{PartyId, Private};
use pul_store::tables::{
    Account, AccountId, AccountState, Introduction, Mail, Membership, Merge, PartyRow, PartyState, Passkey,
    PostRow, SavedQuote, SavedShortlist, Session, SignInLink, Token, Webhook,
};
use pul_store::{Act, Claimed, Job, Kept, Order, Query, Record, Write};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Kind of the jobs that erase from the log.
pub const ERASE: &str = "erase";
/// Longest page of what was done.
const DEEDS: u32 = 10_000;

/// The records whose content leaves the log with somebody, by their table.
pub(crate) type Gone = BTreeMap<&'static str, Vec<String>>;

/// Everything kept about whoever asks and the parties they alone speak for, as one document.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn export(node: &Node, who: &Who) -> Result<Value, Refusal> {
    let id = who.signed_in()?.clone();
    let account = super::accounts::own(node, who).await?.row;
    let mine = Query::new().is("account", &id);
    let of_parties = Query::new().one_of("party", &who.parties);
    let store = node.store();
    let rows = |values: Vec<Value>| Value::Array(values);
    let memberships = all::<Membership>(node, &mine).await?;
    let posts = all::<PostRow>(node, &of_parties).await?;
    let quotes = all::<SavedQuote>(node, &mine).await?;
    let shortlists = all::<SavedShortlist>(node, &mine).await?;
    let mut parties = Vec::new();
    for party in &who.parties {
        parties.extend(
            store.get::<PartyRow>(party.as_str()).await?.and_then(|k| serde_json::to_value(k.row).ok()),
        );
    }
    let introductions = introductions::list(node, who).await?.into_iter().map(|i| {
        json!({
            "id": i.id, "from": i.from, "to": i.to, "ask": i.ask, "offer": i.offer, "state": i.state,
            "message": i.message, "answer": i.answer, "requested": i.requested, "answered": i.answered,
        })
    });
    let deeds = store.deeds(&format!("account:{id}"), 0, DEEDS).await?.into_iter().map(|entry| {
        json!({ "position": entry.position, "at": entry.at, "doing": entry.doing, "record": entry.table, "id": entry.id })
    });
    let sessions = sessions::list(node, who).await?.into_iter();
    let sessions = sessions.map(|s| json!({ "agent": s.agent, "created": s.created, "seen": s.seen }));
    let tokens = tokens::list(node, who).await?.into_iter();
    let tokens = tokens
        .map(|t| json!({ "name": t.name, "scopes": t.scopes, "created": t.created, "revoked": t.revoked }));
    let webhooks = webhooks::list(node, who).await?.into_iter();
    let webhooks = webhooks.map(|w| json!({ "url": w.url, "events": w.events, "created": w.created }));
    Ok(json!({
        "format": "pul-my-data/1",
        "made": node.now(),
        "account": serde_json::to_value(account).unwrap_or_default(),
        "memberships": rows(memberships),
        "parties": rows(parties),
        "posts": rows(posts),
        "introductions": rows(introductions.collect()),
        "missions": rows(missions::export_mine(node, who).await?),
        "shortlists": rows(shortlists),
        "quotes": rows(quotes),
        "sessions": rows(sessions.collect()),
        "tokens": rows(tokens.collect()),
        "webhooks": rows(webhooks.collect()),
        "done": rows(deeds.collect()),
    }))
}

async fn all<R: Record>(node: &Node, query: &Query) -> Result<Vec<Value>, Refusal> {
    let found = node.store().find::<R>(query).await?;
    Ok(found.into_iter().filter_map(|kept| serde_json::to_value(kept.row).ok()).collect())
}

/// Erases whoever asks: the account is emptied, its sessions, tokens, passkeys, webhooks and
/// what it saved are removed; so are the parties nobody else speaks for, with their posts.
/// What the log holds of all these records is erased too, and an entry says so. It cannot be undone.
///
/// # Errors
/// `sign-in`; `confirm` where the confirmation is not the account's own e-mail address.
#[boxed]
pub async fn erase(node: &Node, who: &Who, confirmation: &str) -> Result<(), Refusal> {
    let id = who.signed_in()?.clone();
    if who.token.is_some() {
        return Err(Refusal::forbidden());
    }
    let mut write = node.write(who, "account-erased").await?;
    let kept = write.get::<Account>(id.as_str()).await?.ok_or_else(Refusal::sign_in)?;
    let email = kept.row.email.open_with_consent().clone();
    if Account::email_key(confirmation) != Account::email_key(&email) {
        return Err(Refusal::field("confirmation", "confirm"));
    }
    let mut gone = Gone::new();
    gone.entry(Account::TABLE.name).or_default().push(id.to_string());
    let mine = Query::new().is("account", &id);
    for membership in write.find::<Membership>(&mine).await? {
        let party = membership.row.party.clone();
        remove::<Membership>(&mut write, &mut gone, membership).await?;
        if write.count::<Membership>(&Query::new().is("party", &party)).await? == 0 {
            erase_party(node, &mut write, &mut gone, &party).await?;
        }
    }
    remove_all::<Token>(&mut write, &mut gone, &mine, |_| true).await?;
    remove_all::<Passkey>(&mut write, &mut gone, &mine, |_| true).await?;
    remove_all::<Webhook>(&mut write, &mut gone, &mine, |_| true).await?;
    remove_all::<SavedQuote>(&mut write, &mut gone, &mine, |_| true).await?;
    remove_all::<SavedShortlist>(&mut write, &mut gone, &mine, |_| true).await?;
    write.sweep::<Session>(&mine).await?;
    write.sweep::<SignInLink>(&Query::new().is("email", Account::email_key(&email))).await?;
    forget_mail(&mut write, &email).await?;
    let emptied = Account {
        email: Private::new(String::new()),
        name: String::new(),
        roles: Default::default(),
        state: AccountState::Erased,
        preferences: Default::default(),
        ..kept.row
    };
    write.update(&emptied, kept.version).await?;
    // Positions in the log are known only after the commit: what stands there is erased by a
    // job that is kept together with everything else.
    let body = json!({ "records": gone });
    let job = Job { id: format!("{ERASE}:{id}"), kind: ERASE.to_owned(), body, due: node.now(), most: 100 };
    write.enqueue(&job).await?;
    node.commit(write).await?;
    Ok(())
}

async fn remove<R: Record>(write: &mut Write, gone: &mut Gone, kept: Kept<R>) -> Result<(), Refusal> {
    let id = kept.row.id();
    write.delete::<R>(&id, kept.version).await?;
    gone.entry(R::TABLE.name).or_default().push(id);
    Ok(())
}

/// Removes the records of a query that are to go.
pub(crate) async fn remove_all<R: Record>(
    write: &mut Write,
    gone: &mut Gone,
    query: &Query,
    goes: impl Fn(&R) -> bool,
) -> Result<(), Refusal> {
    for kept in write.find::<R>(query).await? {
        if goes(&kept.row) {
            remove(write, gone, kept).await?;
        }
    }
    Ok(())
}

/// Empties a party nobody speaks for any more. Introductions stay, as the other side's record
/// of what happened, without what this side wrote.
async fn erase_party(node: &Node, write: &mut Write, gone: &mut Gone, id: &PartyId) -> Result<(), Refusal> {
    remove_all::<PostRow>(write, gone, &Query::new().is("party", id), |_| true).await?;
    missions::erase_party(node, write, gone, id).await?;
    for (key, from) in [("from_party", true), ("to_party", false)] {
        for Kept { mut row, version } in write.find::<Introduction>(&Query::new().is(key, id)).await? {
            if from {
                row.message = String::new();
            } else {
                row.answer = None;
            }
            gone.entry(Introduction::TABLE.name).or_default().push(row.id.to_string());
            write.update(&row, version).await?;
        }
    }
    for key in ["kept", "merged"] {
        for Kept { mut row, version } in write.find::<Merge>(&Query::new().is(key, id)).await? {
            // What it takes to undo the merge is what the parties were: it cannot be undone any more.
            row.moved.clear();
            row.undone = row.undone.or(Some(node.now()));
            gone.entry(Merge::TABLE.name).or_default().push(row.id.to_string());
            write.update(&row, version).await?;
        }
    }
    let Some(Kept { mut row, version }) = write.get::<PartyRow>(id.as_str()).await? else { return Ok(()) };
    row.party.name = String::new();
    (row.party.email, row.party.city, row.phone, row.website) = (None, None, None, None);
    (row.about, row.state, row.changed) = (String::new(), PartyState::Erased, node.now());
    row.consents.clear();
    write.update(&row, version).await?;
    gone.entry(PartyRow::TABLE.name).or_default().push(id.to_string());
    Ok(())
}

/// Removes the letters to an address. There is no key by which to find them: all are looked at.
pub(crate) async fn forget_mail(write: &mut Write, email: &str) -> Result<(), Refusal> {
    let all = Query::new().order("created", Order::Asc).limit(1_000);
    let mut query = all.clone();
    loop {
        let some = write.find::<Mail>(&query).await?;
        let Some(last) = some.last().map(|kept| all.cursor(&kept.row)) else { return Ok(()) };
        let theirs = some.iter().filter(|k| k.row.to.open_with_consent() == email);
        let ids: Vec<String> = theirs.map(|kept| kept.row.id.to_string()).collect();
        if !ids.is_empty() {
            write.sweep::<Mail>(&Query::new().one_of("id", ids)).await?;
        }
        query = all.clone().after(last);
    }
}

/// Erases from the log what it holds of the records of a job.
pub(crate) async fn erase_from_log(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let records: BTreeMap<String, Vec<String>> =
        serde_json::from_value(job.body["records"].clone()).map_err(Refusal::internal)?;
    let mut positions = Vec::new();
    for (table, ids) in &records {
        for id in ids {
            let entries = node.store().history(table, id).await?;
            positions.extend(entries.iter().filter(|e| e.act != Act::Erase).map(|e| e.position));
        }
    }
    let mut write = node.write_as(&pul_store::Actor::system("log-erased")).await?;
    write.erase(&positions).await?;
    write.job_done(job).await?;
    node.commit(write).await?;
    Ok(())
}

/// Whether an account was erased: its id is all that is left.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn is_erased(node: &Node, id: &AccountId) -> Result<bool, Refusal> {
    let kept = node.store().get::<Account>(id.as_str()).await?;
    Ok(kept.is_none_or(|kept| kept.row.state == AccountState::Erased))
}
