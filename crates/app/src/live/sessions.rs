//! Sessions: who a cookie speaks for, for how long, and how they end.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use jiff::{SignedDuration, Timestamp};
use pul_domain::PartyId;
use pul_store::tables::{Account, AccountId, AccountState, Membership, Session};
use pul_store::{Actor, Query, Write};

/// How old the note of a session's last use may get before it is written anew: reading pages
/// then writes nothing.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(10);
/// Longest name of a browser kept.
const LONGEST_AGENT: usize = 120;

/// A session just opened. Neither part may be written down anywhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret for the cookie.
    pub secret: String,
    /// Whose.
    pub account: AccountId,
    /// The path to go on to.
    pub then: String,
    /// When it ends at the latest.
    pub expires: Timestamp,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({}, {})", self.account, self.then)
    }
}

/// Whoever a cookie speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub who: Who,
    /// A new secret for the cookie, when the old one has served its time.
    pub rotated: Option<String>,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionShown {
    /// What to name it by; of no use as a secret.
    pub id: String,
    /// The browser.
    pub agent: String,
    /// When it was opened.
    pub created: Timestamp,
    /// When it was last used, to some minutes.
    pub seen: Timestamp,
}

/// Opens a session for an account.
pub(crate) async fn open(
    node: &Node,
    write: &mut Write,
    account: &Account,
    agent: &str,
    then: &str,
) -> Result<SignedIn, Refusal> {
    if account.state != AccountState::Active {
        return Err(Refusal::new(RefusalKind::Forbidden, "account-closed"));
    }
    let secret = node.new_secret();
    let session = Session {
        hash: hash(secret.as_bytes()),
        account: account.id.clone(),
        created: node.now(),
        seen: node.now(),
        expires: node.now() + node.settings().session_idle,
        agent: agent.chars().filter(|c| !c.is_control()).take(LONGEST_AGENT).collect(),
    };
    write.insert(&session).await?;
    let expires = node.now() + node.settings().session_most;
    Ok(SignedIn { secret, account: account.id.clone(), then: then.to_owned(), expires })
}

/// Opens a session for an account that proved itself in another way: a passkey.
///
/// # Errors
/// `account-closed`; `missing`.
#[boxed]
pub async fn open_for(
    node: &Node,
    account: &AccountId,
    agent: &str,
    then: &str,
) -> Result<SignedIn, Refusal> {
    let mut write = node.write_as(&Actor::account(account, "signed-in")).await?;
    let kept = write.get::<Account>(account.as_str()).await?.ok_or_else(|| Refusal::missing("account"))?;
    let opened = open(node, &mut write, &kept.row, agent, super::sign_in::within(then)).await?;
    write.commit().await?;
    Ok(opened)
}

/// Who an account is, with the parties it speaks for.
pub(crate) async fn who_is(node: &Node, account: &Account) -> Result<Who, Refusal> {
    let parties = node.store().find::<Membership>(&Query::new().is("account", &account.id)).await?;
    let parties: Vec<PartyId> = parties.into_iter().map(|kept| kept.row.party).collect();
    Ok(Who {
        account: Some(account.id.clone()),
        name: account.name.clone(),
        language: account.language,
        preferences: account.preferences.clone(),
        roles: account.roles.clone(),
        parties,
        ..Who::public()
    })
}

/// Who a cookie's secret speaks for; none when it speaks for nobody any more. Two pages asked
/// for at once while the secret is changed: the old one holds for the whole of that moment.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn known(node: &Node, secret: &str) -> Result<Option<Known>, Refusal> {
    let Some(kept) = node.store().get::<Session>(&hash(secret.as_bytes())).await? else { return Ok(None) };
    let (session, now) = (kept.row, node.now());
    if session.expires <= now || session.created + node.settings().session_most <= now {
        return Ok(None);
    }
    let account = node.store().get::<Account>(session.account.as_str()).await?.map(|k| k.row);
    let Some(account) = account.filter(|a| a.state == AccountState::Active) else { return Ok(None) };
    let who = who_is(node, &account).await?;
    let idle = node.settings().session_idle;
    let rotation = node.settings().session_rotate;
    let rotate = session.seen + rotation <= now;
    if rotate {
        let rotated = rotate_secret(node, &session, kept.version).await?;
        return Ok(Some(Known { who, rotated }));
    }
    // One whose secret was changed ends within its minute and is not put off.
    let ending = session.expires < session.seen + idle;
    if !ending && session.expires < now + idle - SEEN_EVERY {
        note_use(node, session, kept.version).await;
    }
    Ok(Some(Known { who, rotated: None }))
}

/// A new secret for a session; the old one holds for another minute, for pages under way.
async fn rotate_secret(node: &Node, session: &Session, version: i64) -> Result<Option<String>, Refusal> {
    let (secret, now) = (node.new_secret(), node.now());
    let mut write = node.write_as(&Actor::account(&session.account, "session-renewed")).await?;
    let minute = SignedDuration::from_mins(1);
    let old = Session { expires: (now + minute).min(session.expires), seen: now, ..session.clone() };
    if write.update(&old, version).await.is_err() {
        return Ok(None); // Another request was first.
    }
    let expires = now + node.settings().session_idle;
    let new = Session { hash: hash(secret.as_bytes()), seen: now, expires, ..session.clone() };
    write.insert(&new).await?;
    write.commit().await?;
    Ok(Some(secret))
}

/// Puts off the end of a session that is used. If it cannot be written now, the next use will.
async fn note_use(node: &Node, session: Session, version: i64) {
    let later = Session { expires: node.now() + node.settings().session_idle, ..session };
    if let Ok(mut write) = node.write_as(&Actor::account(&later.account, "session-used")).await
        && write.update(&later, version).await.is_ok()
    {
        let _ = write.commit().await;
    }
}

/// Ends a session. Ending one that is not there is no fault.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn sign_out(node: &Node, secret: &str) -> Result<(), Refusal> {
    let mut write = node.write_as(&Actor::new("public", "signed-out")).await?;
    write.sweep::<Session>(&Query::new().is("id", hash(secret.as_bytes()))).await?;
    write.commit().await?;
    Ok(())
}

/// Ends one session of whoever asks by the name [`list`] gave it, or all of them.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn end(node: &Node, who: &Who, only: Option<&str>) -> Result<(), Refusal> {
    let account = who.signed_in()?;
    let mut write = node.write(who, "signed-out").await?;
    let mine = Query::new().is("account", account);
    match only {
        None => drop(write.sweep::<Session>(&mine).await?),
        Some(name) => {
            let all = write.find::<Session>(&mine).await?;
            for kept in all.iter().filter(|kept| shown_id(&kept.row) == name) {
                write.sweep::<Session>(&Query::new().is("id", &kept.row.hash)).await?;
            }
        }
    }
    write.commit().await?;
    Ok(())
}

fn shown_id(session: &Session) -> String {
    hash(session.hash.as_bytes())[..16].to_owned()
}

/// The sessions of whoever asks.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<SessionShown>, Refusal> {
    let mine = Query::new().is("account", who.signed_in()?).at_least("expires", node.now());
    let found = node.store().find::<Session>(&mine).await?;
    let shown = found.into_iter().map(|kept| SessionShown {
        id: shown_id(&kept.row),
        agent: kept.row.agent,
        created: kept.row.created,
        seen: kept.row.seen,
    });
    Ok(shown.collect())
}

/// Forgets sessions that have ended; how many.
pub(crate) async fn forget(node: &Node) -> Result<u64, Refusal> {
    let mut write = node.write_as(&Actor::system("sweep")).await?;
    let gone = write.sweep::<Session>(&Query::new().below("expires", node.now())).await?;
    write.commit().await?;
    Ok(gone)
}
