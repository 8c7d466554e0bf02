//! Whom a party does not want to meet. Nobody else ever knows.

use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::PartyId;
use pul_store::Query;
use pul_store::tables::{Exclusion, PartyRow};

/// Whom a party does not want to be matched with; for its members alone.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn exclusions(node: &Node, who: &Who, party: &PartyId) -> Result<Vec<Exclusion>, Refusal> {
    who.signed_in()?;
    if !who.speaks_for(party) {
        return Err(Refusal::forbidden());
    }
    let found = node.store().find::<Exclusion>(&Query::new().is("party", party)).await?;
    Ok(found.into_iter().map(|kept| kept.row).collect())
}

/// Keeps another party off a party's lists and its requests away, or lets it back. Nobody else ever knows.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn exclude(
    node: &Node,
    who: &Who,
    party: &PartyId,
    other: &PartyId,
    excluded: bool,
) -> Result<(), Refusal> {
    who.writer_for(party)?;
    let mut write = node.write(who, if excluded { "party-excluded" } else { "party-included" }).await?;
    if excluded {
        write.get::<PartyRow>(other.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
        let veto = Exclusion { party: party.clone(), other: other.clone(), since: node.now() };
        write.insert_if_absent(&veto).await?;
    } else {
        let id = format!("{party}/{other}");
        if let Some(kept) = write.get::<Exclusion>(&id).await? {
            write.delete::<Exclusion>(&id, kept.version).await?;
        }
    }
    node.commit(write).await?;
    Ok(())
}
