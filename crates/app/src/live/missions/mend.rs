//! What parties do themselves once a plan is published: they withdraw, drop out, change their hours, take a sitting that
//! came free. The plan follows at once, and what comes free is offered to the next in line.

use super::held::{self, Held};
use super::offers::{offer_free, standing};
use super::plans::{lay_down, step_in};
use super::repairs::mended;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::mission::{Repaired, take, to_waiting_list};
use pul_domain::{EditionStep, Mission, MissionId, SittingOfferState, WishState};
use pul_store::tables::{MissionEdition, MissionOffer, MissionState, MissionWish, PlanMade};
use pul_store::{Actor, Claimed, Job, Query, Write};

/// Kind of the jobs that bring a plan up to what parties did.
pub(crate) const MEND: &str = "mission-mend";

/// Has the plan of a mission brought up to a change, once the change is written. Without a published plan there is
/// nothing to follow.
pub(super) async fn mend_later(node: &Node, write: &mut Write, held: &Held) -> Result<(), Refusal> {
    match held.row.state {
        MissionState::Planned => published(node, write, &held.row.mission.id).await,
        _ => Ok(()),
    }
}

/// Has offered what is free in a plan that is being published.
pub(super) async fn published(node: &Node, write: &mut Write, id: &MissionId) -> Result<(), Refusal> {
    let (job, due) = (format!("{MEND}:{}", node.new_id::<()>()), write.now());
    let body = serde_json::json!({ "mission": id });
    write.enqueue(&Job { id: job, kind: MEND.to_owned(), body, due, most: 8 }).await?;
    Ok(())
}

/// Does it: repairs the plan in work, then offers what is free.
pub(crate) async fn mend(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let id = MissionId::new(job.body["mission"].as_str().unwrap_or_default()).map_err(Refusal::internal)?;
    follow(node, &id).await?;
    offer_free(node, &id).await?;
    Ok(node.store().done(job, node.now()).await?)
}

/// Lays down the plan in work as what parties did changes it. Where that moves nobody and people see the plan in work,
/// it is published as well: those whose meeting it is are told, and nobody else notices. Otherwise it is a draft that
/// the organiser looks over.
async fn follow(node: &Node, id: &MissionId) -> Result<(), Refusal> {
    let read = held::read(node.store(), id).await?;
    let edition = held::edition(node.store(), id).await?;
    let Some(edition) = edition.filter(|_| read.row.state == MissionState::Planned) else { return Ok(()) };
    let Some(former) = held::plan(node.store(), id, edition.row.current).await? else { return Ok(()) };
    let made = node.store().find::<MissionOffer>(&Query::new().is("mission", id)).await?;
    let taken = made.iter().map(|kept| &kept.row.offer).filter(|offer| {
        let waits = read.mission.wish(&offer.wish).is_some_and(|wish| wish.state == WishState::Waiting);
        offer.state == SittingOfferState::Taken && waits
    });
    // Who was agreed since waits for a sitting like the others: nothing is sprung on people.
    let waiting = to_waiting_list(&read.mission, &former);
    let with_taken = taken.fold(waiting, |mission, offer| take(&mission, offer));
    let repaired = mended(with_taken.clone(), former.clone()).await?;
    if repaired.plan.meetings == former.meetings {
        return Ok(());
    }
    let mut write = node.write_as(&Actor::system("mission-mended")).await?;
    let held = held::hold(&mut write, id).await?;
    let current = write.get::<MissionEdition>(id.as_str()).await?.map(|kept| kept.version);
    if held.mission != read.mission || current != Some(edition.version) {
        return Err(Refusal::state("changed", "mission").value("what", "mission"));
    }
    let seen = standing(&held, &edition.row);
    accept_taken(&mut write, &held, &with_taken, &repaired).await?;
    let how = if repaired.gained.is_empty() { PlanMade::Repaired } else { PlanMade::Taken };
    let figures = (how, repaired.moved, repaired.moved_at_least);
    lay_down(&mut write, (id, held.version), repaired.plan.clone(), figures, None).await?;
    if seen && repaired.moved == 0 {
        let held = held::hold(&mut write, id).await?;
        step_in(node, &mut write, &held, EditionStep::Submit).await?;
        step_in(node, &mut write, &held, EditionStep::Publish).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Those who took a sitting and got it are agreed again; where it was offered does not bind a later plan.
async fn accept_taken(
    write: &mut Write,
    held: &Held,
    with_taken: &Mission,
    repaired: &Repaired,
) -> Result<(), Refusal> {
    for kept in held.wishes.iter().filter(|kept| repaired.gained.contains(&kept.row.wish.id)) {
        if with_taken.wish(&kept.row.wish.id).is_none_or(|wish| wish.state != WishState::Accepted) {
            continue;
        }
        let mut row = MissionWish { changed: write.now(), ..kept.row.clone() };
        row.wish.state = WishState::Accepted;
        write.update(&row, kept.version).await?;
    }
    Ok(())
}
