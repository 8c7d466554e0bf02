//! What of missions belongs to the history of a party.

use super::held::wish_seen_by;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use pul_domain::PartyId;
use pul_store::tables::{MissionAttendee, MissionCheckIn, MissionMeeting, MissionWish};
use pul_store::{Entry, Kept, Payload, Query, Record};
use serde_json::Value;

/// Entries of the log about a party at missions.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    /// About the party alone: that it comes, how, and who checked in.
    pub own: Vec<Entry>,
    /// About it and others: wishes, and what was said of meetings.
    pub shared: Vec<Entry>,
}

/// The trail of a party. A request that is kept from it is not there, and no entry tells a private no.
pub(crate) async fn trail(node: &Node, party: &PartyId) -> Result<Trail, Refusal> {
    let store = node.store();
    let mut trail = Trail::default();
    for Kept { row, .. } in store.find::<MissionAttendee>(&Query::new().is("party", party)).await? {
        trail.own.extend(store.history(MissionAttendee::TABLE.name, &row.id()).await?);
        let of_mission = Query::new().is("mission", &row.mission);
        for Kept { row, .. } in store.find::<MissionCheckIn>(&of_mission).await? {
            if row.party == *party {
                trail.own.extend(store.history(MissionCheckIn::TABLE.name, &row.id()).await?);
            }
        }
        for Kept { row, .. } in store.find::<MissionWish>(&of_mission).await? {
            if wish_seen_by(&row, std::slice::from_ref(party)).is_some() {
                let entries = store.history(MissionWish::TABLE.name, &row.id()).await?;
                trail.shared.extend(entries.into_iter().filter_map(veiled));
            }
        }
        for Kept { row, .. } in store.find::<MissionMeeting>(&of_mission).await? {
            if row.attendance.parties.contains(party) {
                trail.shared.extend(store.history(MissionMeeting::TABLE.name, &row.id()).await?);
            }
        }
    }
    Ok(trail)
}

/// An entry of a wish without what would tell a private no: where the no changed nothing else there is no entry, and
/// what it withdrew reads like any other withdrawal.
fn veiled(mut entry: Entry) -> Option<Entry> {
    for side in [&mut entry.before, &mut entry.after] {
        let Payload::Text(text) = side else { continue };
        let mut row: Value = serde_json::from_str(text).unwrap_or_default();
        if let Some(fields) = row.as_object_mut() {
            fields.remove("unheard");
            fields.remove("changed");
        }
        *text = row.to_string();
    }
    if entry.doing == "wish-no-thanks" {
        if entry.before == entry.after {
            return None;
        }
        entry.doing = "wish-cancelled".to_owned();
    }
    Some(entry)
}
