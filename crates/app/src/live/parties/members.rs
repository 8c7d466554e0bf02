//! Who acts for a party: by claiming it, or named by those who do.

use crate::boxed;
use crate::live::accounts;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::{Refusal, RefusalKind};
use crate::live::sign_in;
use crate::live::who::Who;
use jiff::Timestamp;
use pul_domain::{PartyId, Private};
use pul_store::tables::{Account, AccountId, AccountState, MemberLevel, Membership, PartyRow, PartyState};
use pul_store::{Query, Write};
use std::collections::BTreeSet;

/// Takes charge of a party that was brought by an import: whoever reads the mail of its
/// address, which their own account has proved, acts for it from now on.
///
/// # Errors
/// `claim-ask` where the addresses differ: an organiser can make them a member; `missing`.
#[boxed]
pub async fn claim(node: &Node, who: &Who, id: &PartyId) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let own = accounts::own(node, who).await?.row;
    let mut write = node.write(who, "party-claimed").await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.filter(|k| k.row.state == PartyState::Active);
    let kept = kept.ok_or_else(|| Refusal::missing("party"))?;
    let key = |email: &Private<String>| Account::email_key(email.open_with_consent());
    let same = kept.row.party.email.as_ref().is_some_and(|email| key(email) == key(&own.email));
    if !same {
        return Err(Refusal::new(RefusalKind::Forbidden, "claim-ask"));
    }
    let level = if kept.row.claimed { MemberLevel::Member } else { MemberLevel::Owner };
    write.insert_if_absent(&Membership { account, party: id.clone(), level, since: node.now() }).await?;
    let row = PartyRow { claimed: true, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Somebody who acts for a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberShown {
    /// Their account.
    pub account: AccountId,
    /// What they are called; empty for one who has not signed in yet.
    pub name: String,
    /// Where they are written to; for those who may name members.
    pub email: Option<String>,
    /// What they may do for it.
    pub level: MemberLevel,
    /// Since when.
    pub since: Timestamp,
}

/// Who acts for a party, for its members and organisers, the longest first; and whether whoever asks
/// may name others.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn members(node: &Node, who: &Who, party: &PartyId) -> Result<(Vec<MemberShown>, bool), Refusal> {
    if !(who.speaks_for(party) || who.is_organiser()) {
        return Err(Refusal::forbidden());
    }
    let names = may_name_members(node, who, party).await.is_ok();
    let mut found = Vec::new();
    for kept in node.store().find::<Membership>(&Query::new().is("party", party)).await? {
        let account = node.store().get::<Account>(kept.row.account.as_str()).await?.map(|kept| kept.row);
        let email = account.as_ref().map(|a| a.email.open_with_consent().clone());
        found.push(MemberShown {
            name: account.map_or_else(String::new, |a| a.name),
            email: email.filter(|_| names),
            account: kept.row.account,
            level: kept.row.level,
            since: kept.row.since,
        });
    }
    found.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.account.cmp(&b.account)));
    Ok((found, names))
}

/// Lets another act for a party: its owners may, and organisers. Where there is no account of the
/// address yet one is made; a letter tells of it, and they sign in by link as anybody does. One who
/// acts for it already gets the level that is named.
///
/// # Errors
/// `forbidden`; `email`; `last-owner` where the only owner would become less.
#[boxed]
pub async fn add_member(
    node: &Node,
    who: &Who,
    id: &PartyId,
    email: &str,
    level: MemberLevel,
) -> Result<(), Refusal> {
    may_name_members(node, who, id).await?;
    let address = sign_in::email(email)?;
    let mut write = node.write(who, "member-added").await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    let account = accounts::of_email(node, &mut write, &address, who.language).await?;
    if account.state != AccountState::Active {
        return Err(Refusal::field("email", "account-closed"));
    }
    write.doing("member-added");
    let member = Membership { account: account.id.clone(), party: id.clone(), level, since: node.now() };
    if write.insert_if_absent(&member).await? {
        let letter = Letter::new("member-added").value("to", &kept.row.party.name).value("party", id);
        outbox::post(node, &mut write, &address, account.language, letter).await?;
    } else {
        set_level(&mut write, id, account.id.as_str(), level).await?;
    }
    if !kept.row.claimed {
        let row = PartyRow { claimed: true, changed: node.now(), ..kept.row };
        write.update(&row, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Says what a member may do for a party: its owners may, and organisers. One owner stays.
///
/// # Errors
/// `forbidden`; `missing`; `last-owner`.
#[boxed]
pub async fn change_member(
    node: &Node,
    who: &Who,
    id: &PartyId,
    account: &str,
    level: MemberLevel,
) -> Result<(), Refusal> {
    may_name_members(node, who, id).await?;
    let mut write = node.write(who, "member-changed").await?;
    set_level(&mut write, id, account, level).await?;
    node.commit(write).await?;
    Ok(())
}

async fn set_level(
    write: &mut Write,
    id: &PartyId,
    account: &str,
    level: MemberLevel,
) -> Result<(), Refusal> {
    let all = write.find::<Membership>(&Query::new().is("party", id)).await?;
    let kept = all.iter().find(|k| k.row.account.as_str() == account);
    let kept = kept.ok_or_else(|| Refusal::missing("member"))?;
    let owner_left =
        all.iter().any(|k| k.row.level == MemberLevel::Owner && k.row.account.as_str() != account);
    if level != MemberLevel::Owner && !owner_left && kept.row.level == MemberLevel::Owner {
        return Err(Refusal::state("last-owner", "owner"));
    }
    write.update(&Membership { level, ..kept.row.clone() }, kept.version).await?;
    Ok(())
}

/// Ends a membership: that of another for owners and organisers, one's own for anybody. The
/// last owner stays.
///
/// # Errors
/// `forbidden`; `missing`; `last-owner`.
#[boxed]
pub async fn remove_member(node: &Node, who: &Who, id: &PartyId, account: &str) -> Result<(), Refusal> {
    let own = who.writer()?.as_str() == account;
    if !own {
        may_name_members(node, who, id).await?;
    }
    let mut write = node.write(who, "member-removed").await?;
    let all = write.find::<Membership>(&Query::new().is("party", id)).await?;
    let owners: BTreeSet<&str> =
        all.iter().filter(|k| k.row.level == MemberLevel::Owner).map(|k| k.row.account.as_str()).collect();
    if owners.len() == 1 && owners.contains(account) {
        return Err(Refusal::state("last-owner", "owner"));
    }
    let kept = all.iter().find(|k| k.row.account.as_str() == account);
    let kept = kept.ok_or_else(|| Refusal::missing("member"))?;
    write.delete::<Membership>(&format!("{account}/{id}"), kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

async fn may_name_members(node: &Node, who: &Who, id: &PartyId) -> Result<(), Refusal> {
    let account = who.writer()?;
    if who.is_organiser() {
        return Ok(());
    }
    let own = node.store().get::<Membership>(&format!("{account}/{id}")).await?;
    let owner = own.is_some_and(|kept| kept.row.level == MemberLevel::Owner);
    if owner { Ok(()) } else { Err(Refusal::forbidden()) }
}
