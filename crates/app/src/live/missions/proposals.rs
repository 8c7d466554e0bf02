//! Wishes the organiser proposes, from how well the posts of those who come fit.

use super::begin::organising;
use super::held::{self, organiser};
use super::suggestions::between;
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::SignedDuration;
use pul_domain::MissionId;
use pul_scheduling::mission::suggestions;
use pul_store::tables::MissionWish;

/// Most wishes proposed for each party at a time.
const OF_EACH: usize = 3;
/// The most points of one side's view (docs/matching.md).
const VIEW: u32 = 10_000;

/// Takes in suggestions as wishes: pairs that fit best and have no wish yet, a few for each party. They are requests
/// nobody asked; nothing is planned until both parties accept. How many there are.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn propose(node: &Node, who: &Who, id: &MissionId) -> Result<usize, Refusal> {
    organiser(who)?;
    let read = held::read(node.store(), id).await?;
    let mut fits = Vec::new();
    for party in read.attendees.keys() {
        let found = between(node, &read, party, OF_EACH * 2).await?;
        fits.extend(found.into_iter().map(|other| (party.clone(), other.party, other.points)));
    }
    let (mut write, held) = organising(node, who, "wishes-proposed", id).await?;
    let (now, days) = (node.now(), held.row.rules.answer_days.max(1));
    let answer_by = now + SignedDuration::from_hours(24 * i64::from(days));
    let mutual = &node.pack().scoring().mutual;
    let whole = VIEW * (u32::from(mutual.less) + u32::from(mutual.more));
    let proposed = suggestions(&held.mission, &fits, whole, OF_EACH);
    for mut wish in proposed.iter().cloned() {
        (wish.id, wish.answer_by) = (node.new_id(), Some(answer_by));
        let (mission, message) = (id.clone(), String::new());
        let row =
            MissionWish { mission, wish, message, unheard: false, unlocked: None, made: now, changed: now };
        write.insert(&row).await?;
    }
    node.commit(write).await?;
    Ok(proposed.len())
}
