//! Merging two parties into one, and taking it back.

use super::node::Node;
use super::paging::{Page, Paging, page};
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use pul_domain::{PartyId, Post, SideId};
use pul_store::tables::{Exclusion, Introduction, Membership, Merge, Moved, PartyRow, PartyState, PostRow};
use pul_store::{Kept, Order, Query, Record, Write};

/// A merge under way.
struct Merging<'w> {
    write: &'w mut Write,
    kept: PartyId,
    merged: PartyId,
    moved: Vec<Moved>,
}

fn note<R: Record>(moved: &mut Vec<Moved>, row: &R) {
    let before = serde_json::to_value(row).unwrap_or_default();
    moved.push(Moved { table: R::TABLE.name.to_owned(), id: row.id(), before });
}

fn set_owner(post: &mut Post, party: &PartyId, sides: &[SideId]) {
    let common = match post {
        Post::Ask(ask) => &mut ask.common,
        Post::Offer(offer) => &mut offer.common,
    };
    (common.party, common.sides) = (party.clone(), sides.to_vec());
}

/// Lets one party stand for another that turned out to be the same: its posts, members,
/// introductions and exclusions move. What was moved is written down, so that it can be undone.
///
/// # Errors
/// `forbidden`; `missing`; `same-party`.
#[boxed]
pub async fn merge(node: &Node, who: &Who, kept: &PartyId, merged: &PartyId) -> Result<Merge, Refusal> {
    let organiser = who.organiser()?.clone();
    who.writer()?;
    if kept == merged {
        return Err(Refusal::state("same-party", "same"));
    }
    let mut write = node.write(who, "parties-merged").await?;
    let stays = active(&mut write, kept).await?;
    let goes = active(&mut write, merged).await?;
    let (kept, merged) = (kept.clone(), merged.clone());
    let mut merging =
        Merging { write: &mut write, kept: kept.clone(), merged: merged.clone(), moved: Vec::new() };
    merging.posts(&stays.row.party.sides).await?;
    merging.members().await?;
    merging.introductions().await?;
    merging.exclusions().await?;
    let mut moved = merging.moved;
    note(&mut moved, &goes.row);
    let row = PartyRow {
        state: PartyState::Merged,
        merged_into: Some(kept.clone()),
        changed: node.now(),
        ..goes.row
    };
    write.update(&row, goes.version).await?;
    let merge = Merge { id: node.new_id(), kept, merged, moved, by: organiser, at: node.now(), undone: None };
    write.insert(&merge).await?;
    node.commit(write).await?;
    Ok(merge)
}

async fn active(write: &mut Write, id: &PartyId) -> Result<Kept<PartyRow>, Refusal> {
    let kept = write.get::<PartyRow>(id.as_str()).await?;
    let open = |k: &Kept<PartyRow>| matches!(k.row.state, PartyState::Active | PartyState::Hidden);
    kept.filter(open).ok_or_else(|| Refusal::missing("party"))
}

impl Merging<'_> {
    async fn posts(&mut self, sides: &[SideId]) -> Result<(), Refusal> {
        for Kept { mut row, version } in
            self.write.find::<PostRow>(&Query::new().is("party", &self.merged)).await?
        {
            note(&mut self.moved, &row);
            set_owner(&mut row.post, &self.kept, sides);
            self.write.update(&row, version).await?;
        }
        Ok(())
    }

    async fn members(&mut self) -> Result<(), Refusal> {
        let theirs = Query::new().is("party", &self.merged);
        for Kept { row, version } in self.write.find::<Membership>(&theirs).await? {
            note(&mut self.moved, &row);
            self.write.delete::<Membership>(&row.id(), version).await?;
            let moved = Membership { party: self.kept.clone(), ..row };
            self.write.insert_if_absent(&moved).await?;
        }
        Ok(())
    }

    /// Introductions between the two have nobody left to introduce: they stay with the
    /// merged party, as history.
    async fn introductions(&mut self) -> Result<(), Refusal> {
        for key in ["from_party", "to_party"] {
            let theirs = Query::new().is(key, &self.merged);
            for Kept { mut row, version } in self.write.find::<Introduction>(&theirs).await? {
                let other = if key == "from_party" { &row.to } else { &row.from };
                if *other == self.kept {
                    continue;
                }
                note(&mut self.moved, &row);
                let place = if key == "from_party" { &mut row.from } else { &mut row.to };
                *place = self.kept.clone();
                self.write.update(&row, version).await?;
            }
        }
        Ok(())
    }

    async fn exclusions(&mut self) -> Result<(), Refusal> {
        for key in ["party", "other"] {
            let theirs = Query::new().is(key, &self.merged);
            for Kept { row, version } in self.write.find::<Exclusion>(&theirs).await? {
                note(&mut self.moved, &row);
                self.write.delete::<Exclusion>(&row.id(), version).await?;
                let mut moved = row;
                let place = if key == "party" { &mut moved.party } else { &mut moved.other };
                *place = self.kept.clone();
                if moved.party != moved.other {
                    self.write.insert_if_absent(&moved).await?;
                }
            }
        }
        Ok(())
    }
}

/// Merges, the newest first.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn list(node: &Node, who: &Who, paging: &Paging) -> Result<Page<Merge>, Refusal> {
    who.organiser()?;
    let found = page::<Merge>(node, Query::new().order("at", Order::Desc), paging).await?;
    Ok(found.map(|kept| kept.row))
}

/// Takes a merge back: each record is given back to whom it belonged. What was changed of it
/// since is kept; what is gone since stays gone.
///
/// # Errors
/// `forbidden`; `missing`; `undone` where it was taken back already.
#[boxed]
pub async fn undo(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    let mut write = node.write(who, "merge-undone").await?;
    let kept = write.get::<Merge>(id).await?.ok_or_else(|| Refusal::missing("merge"))?;
    if kept.row.undone.is_some() {
        return Err(Refusal::state("undone", "undone"));
    }
    for moved in kept.row.moved.iter().rev() {
        give_back(node, &mut write, &kept.row, moved).await?;
    }
    write.update(&Merge { undone: Some(node.now()), ..kept.row }, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

async fn give_back(node: &Node, write: &mut Write, merge: &Merge, moved: &Moved) -> Result<(), Refusal> {
    let before = moved.before.clone();
    match moved.table.as_str() {
        "post" => {
            let was: PostRow = serde_json::from_value(before).map_err(Refusal::internal)?;
            if let Some(mut now) =
                write.get::<PostRow>(&moved.id).await?.filter(|k| *k.row.party() == merge.kept)
            {
                set_owner(&mut now.row.post, was.party(), &was.post.common().sides);
                write.update(&now.row, now.version).await?;
            }
        }
        "membership" => {
            let was: Membership = serde_json::from_value(before).map_err(Refusal::internal)?;
            let id = Membership { party: merge.kept.clone(), ..was.clone() }.id();
            // Somebody who spoke for both before speaks for both again.
            let own = write.get::<Membership>(&id).await?.filter(|k| k.row.since == was.since);
            if let Some(own) = own {
                write.delete::<Membership>(&id, own.version).await?;
            }
            write.insert_if_absent(&was).await?;
        }
        "introduction" => {
            let was: Introduction = serde_json::from_value(before).map_err(Refusal::internal)?;
            if let Some(mut now) = write.get::<Introduction>(&moved.id).await? {
                (now.row.from, now.row.to) = (was.from, was.to);
                write.update(&now.row, now.version).await?;
            }
        }
        "exclusion" => {
            let was: Exclusion = serde_json::from_value(before).map_err(Refusal::internal)?;
            let moved_to = |id: &PartyId| if *id == merge.merged { merge.kept.clone() } else { id.clone() };
            let id = format!("{}/{}", moved_to(&was.party), moved_to(&was.other));
            let own = write.get::<Exclusion>(&id).await?.filter(|k| k.row.since == was.since);
            if let Some(own) = own {
                write.delete::<Exclusion>(&id, own.version).await?;
            }
            write.insert_if_absent(&was).await?;
        }
        _ => {
            let was: PartyRow = serde_json::from_value(before).map_err(Refusal::internal)?;
            if let Some(now) =
                write.get::<PartyRow>(&moved.id).await?.filter(|k| k.row.state == PartyState::Merged)
            {
                let row = PartyRow { state: was.state, merged_into: None, changed: node.now(), ..now.row };
                write.update(&row, now.version).await?;
            }
        }
    }
    Ok(())
}
