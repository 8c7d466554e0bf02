//! Tokens: secrets that let a program act for an account, within scopes.

use super::node::Node;
use super::refusal::Refusal;
use super::sessions::who_is;
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use jiff::Timestamp;
use pul_domain::{Finding, Findings, Place};
use pul_store::Query;
use pul_store::tables::{Account, AccountState, Scope, Token};
use std::collections::BTreeSet;

/// Tokens an account may have that are not revoked.
const MOST: usize = 50;
/// What every token's secret begins with, so that scanners of leaked secrets know it.
const PREFIX: &str = "pul_";

/// What a new token is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenForm {
    /// What its owner calls it.
    pub name: String,
    /// What it may do; at least one.
    pub scopes: BTreeSet<Scope>,
    /// When it ends, if it does.
    pub expires: Option<Timestamp>,
}

/// Makes a token. Its secret is told this once.
///
/// # Errors
/// `sign-in`, `forbidden` for a token that would make another; `invalid`; `too-many-tokens`.
#[boxed]
pub async fn create(node: &Node, who: &Who, form: &TokenForm) -> Result<(Token, String), Refusal> {
    let account = who.signed_in()?.clone();
    if who.token.is_some() {
        return Err(Refusal::forbidden());
    }
    let mut findings = Findings::new();
    super::accounts::name(&form.name, "name", &mut findings);
    let mut fault = |holds: bool, field: &str, code: &str, cause: &str, cure: &str| {
        if !holds {
            findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
        }
    };
    fault(!form.scopes.is_empty(), "scopes", "token-scopes", "It may do nothing.", "Choose at least one.");
    let organises = !form.scopes.contains(&Scope::Organise) || who.is_organiser();
    fault(organises, "scopes", "token-organise", "You are no organiser.", "Leave `organise` out.");
    let ahead = form.expires.is_none_or(|end| end > node.now());
    fault(ahead, "expires", "token-expires", "It would have ended already.", "Choose a later day.");
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    if list(node, who).await?.iter().filter(|t| t.revoked.is_none()).count() >= MOST {
        return Err(Refusal::state("too-many-tokens", &MOST.to_string()));
    }
    let secret = format!("{PREFIX}{}", node.new_secret());
    let token = Token {
        id: node.new_id(),
        hash: hash(secret.as_bytes()),
        account,
        name: form.name.trim().to_owned(),
        scopes: form.scopes.clone(),
        created: node.now(),
        expires: form.expires,
        revoked: None,
    };
    let mut write = node.write(who, "token-made").await?;
    write.insert(&token).await?;
    node.commit(write).await?;
    Ok((token, secret))
}

/// The tokens of whoever asks, revoked ones too.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<Token>, Refusal> {
    let found = node.store().find::<Token>(&Query::new().is("account", who.signed_in()?)).await?;
    Ok(found.into_iter().map(|kept| kept.row).collect())
}

/// Takes a token back, at once and for good.
///
/// # Errors
/// `missing` for one that is not theirs.
#[boxed]
pub async fn revoke(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    let account = who.writer()?;
    let mut write = node.write(who, "token-revoked").await?;
    let kept = write.get::<Token>(id).await?.filter(|kept| kept.row.account == *account);
    let kept = kept.ok_or_else(|| Refusal::missing("token"))?;
    if kept.row.revoked.is_none() {
        let token = Token { revoked: Some(node.now()), ..kept.row };
        write.update(&token, kept.version).await?;
        node.commit(write).await?;
    }
    Ok(())
}

/// Who a token's secret speaks for.
///
/// # Errors
/// `token` for one that is unknown, revoked or has ended; `forbidden` where it may not even read.
#[boxed]
pub async fn known(node: &Node, secret: &str) -> Result<Who, Refusal> {
    let bad = || Refusal::new(super::refusal::RefusalKind::SignIn, "token");
    let query = Query::new().is("hash", hash(secret.as_bytes())).limit(1);
    let token = node.store().find::<Token>(&query).await?.into_iter().next().ok_or_else(bad)?.row;
    if token.revoked.is_some() || token.expires.is_some_and(|end| end <= node.now()) {
        return Err(bad());
    }
    let account = node.store().get::<Account>(token.account.as_str()).await?.map(|kept| kept.row);
    let account = account.filter(|a| a.state == AccountState::Active).ok_or_else(bad)?;
    let who = who_is(node, &account).await?;
    Ok(Who { token: Some(token.id.to_string()), scopes: Some(token.scopes), ..who })
}
