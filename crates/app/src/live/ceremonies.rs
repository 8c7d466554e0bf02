//! Sign-ins that take two steps: what was asked is kept until it is answered, once, by the
//! browser it was asked of.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use crate::files::hash;
use jiff::SignedDuration;
use pul_store::tables::{AccountId, Ceremony};
use pul_store::{Actor, Query};
use std::collections::BTreeMap;

/// How long an answer may take.
const HOLDS: SignedDuration = SignedDuration::from_mins(10);

/// Keeps what is asked. The challenge is returned; only its hash is kept.
pub(crate) async fn begin(
    node: &Node,
    kind: &str,
    browser: &str,
    account: Option<&AccountId>,
    state: BTreeMap<String, String>,
) -> Result<String, Refusal> {
    let challenge = node.new_secret();
    let ceremony = Ceremony {
        hash: hash(challenge.as_bytes()),
        kind: kind.to_owned(),
        browser: hash(browser.as_bytes()),
        account: account.cloned(),
        state,
        expires: node.now() + HOLDS,
    };
    let mut write = node.write_as(&Actor::new("public", kind)).await?;
    // Whoever begins one clears away what nobody answered.
    write.sweep::<Ceremony>(&Query::new().below("expires", node.now())).await?;
    write.insert(&ceremony).await?;
    write.commit().await?;
    Ok(challenge)
}

/// Takes what was asked: nobody can answer it a second time.
///
/// # Errors
/// `ceremony` when it is unknown, too old, answered already, or another browser's.
pub(crate) async fn take(
    node: &Node,
    kind: &str,
    browser: &str,
    challenge: &str,
) -> Result<Ceremony, Refusal> {
    let spent = || Refusal::new(RefusalKind::SignIn, "ceremony");
    let id = hash(challenge.as_bytes());
    let mut write = node.write_as(&Actor::new("public", kind)).await?;
    let kept = write.get::<Ceremony>(&id).await?.ok_or_else(spent)?.row;
    let gone = write.sweep::<Ceremony>(&Query::new().is("id", id)).await?;
    write.commit().await?;
    let holds = gone == 1
        && kept.kind == kind
        && kept.browser == hash(browser.as_bytes())
        && kept.expires > node.now();
    if holds { Ok(kept) } else { Err(spent()) }
}
