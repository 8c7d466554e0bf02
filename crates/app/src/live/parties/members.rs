//! Who acts for a party: by claiming it, or named by those who do.

use crate::live::accounts;
use crate::live::node::Node;
use crate::live::refusal::{Refusal, RefusalKind};
use crate::live::who::Who;
use pul_domain::{PartyId, Private};
use pul_store::Query;
use pul_store::tables::{Account, MemberLevel, Membership, PartyRow, PartyState};
use std::collections::BTreeSet;

/// Takes charge of a party that was brought by an import: whoever reads the mail of its
/// address, which their own account has proved, acts for it from now on.
///
/// # Errors
/// `claim-ask` where the addresses differ: an organiser can make them a member; `missing`.
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

/// Lets another account act for a party: its owners may, and organisers.
///
/// # Errors
/// `forbidden`; `no-account` where nobody has signed in by that address yet.
pub async fn add_member(
    node: &Node,
    who: &Who,
    id: &PartyId,
    email: &str,
    level: MemberLevel,
) -> Result<(), Refusal> {
    may_name_members(node, who, id).await?;
    let mut write = node.write(who, "member-added").await?;
    let key = Account::email_key(email);
    let account = accounts::by_email(&mut write, &key).await?;
    let account = account.ok_or_else(|| Refusal::field("email", "no-account"))?.row.id;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    write.insert_if_absent(&Membership { account, party: id.clone(), level, since: node.now() }).await?;
    if !kept.row.claimed {
        let row = PartyRow { claimed: true, changed: node.now(), ..kept.row };
        write.update(&row, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Ends a membership: that of another for owners and organisers, one's own for anybody. The
/// last owner stays.
///
/// # Errors
/// `forbidden`; `missing`; `last-owner`.
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
