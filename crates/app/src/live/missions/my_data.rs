//! What missions keep about a party: given to whoever speaks for it, and erased with it.

use super::attendance::meetings;
use super::held::{self, wish_seen_by};
use super::mend::mend_later;
use super::plans::of_party;
use crate::live::my_data::{Gone, forget_mail, remove_all};
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{Attendee, PartyId};
use pul_scheduling::mission::{Disruption, Who as Whom, disrupt};
use pul_store::tables::{
    DelegateCard, Invitation, MissionAttendee, MissionCheckIn, MissionFeed, MissionMeeting, MissionOffer,
    MissionState, MissionWish,
};
use pul_store::{Kept, Query, Record, Write};
use serde_json::{Value, json};

/// All that missions keep about the parties of whoever asks, one value for each party at each mission. Requests that
/// were kept from a party stay so, and one that reached nobody reads like one without an answer.
pub(crate) async fn export(node: &Node, who: &Who) -> Result<Vec<Value>, Refusal> {
    let mut told = Vec::new();
    let attending = Query::new().one_of("party", &who.parties);
    for Kept { row, .. } in node.store().find::<MissionAttendee>(&attending).await? {
        let held = held::read(node.store(), &row.mission).await?;
        if held.row.state == MissionState::Draft {
            continue;
        }
        let (id, party) = (&row.mission, row.attendee.party.clone());
        let alone = Who { parties: vec![party.clone()], roles: Default::default(), ..who.clone() };
        let of_mission = Query::new().is("mission", id);
        let wishes = held.wishes.iter().filter_map(|kept| {
            let wish = wish_seen_by(&kept.row, std::slice::from_ref(&party))?;
            Some(json!({ "wish": wish, "message": kept.row.message, "made": kept.row.made }))
        });
        let check_ins = node.store().find::<MissionCheckIn>(&of_mission).await?.into_iter();
        let check_ins = check_ins.map(|kept| kept.row).filter(|row| row.party == party);
        let offers = node.store().find::<MissionOffer>(&of_mission).await?.into_iter();
        let offers = offers.map(|kept| kept.row.offer).filter(|offer| offer.parties.contains(&party));
        let feeds = node.store().find::<MissionFeed>(&of_mission).await?.into_iter();
        let feeds = feeds.map(|kept| kept.row).filter(|row| row.party == party);
        let feeds = feeds.map(|row| json!({ "delegate": row.delegate, "created": row.created }));
        let after = meetings(node, &alone, id).await?.into_iter().map(
            |told| json!({ "wish": told.meeting.wish, "attendance": told.attendance, "notes": told.notes }),
        );
        let timetable = of_party(node, &alone, &held, &party).await?;
        told.push(json!({
            "mission": id,
            "title": held.row.mission.title,
            "attendee": row,
            "wishes": wishes.collect::<Vec<_>>(),
            "meetings": timetable.plan.map(|plan| plan.meetings),
            "after-meetings": after.collect::<Vec<_>>(),
            "check-ins": check_ins.collect::<Vec<_>>(),
            "offers": offers.collect::<Vec<_>>(),
            "calendars": feeds.collect::<Vec<_>>(),
        }));
    }
    Ok(told)
}

/// Takes a party out of every mission: it drops out where the mission is not over, and its name, its people, what it
/// wrote, where they checked in and their calendars are gone. That others were to meet it stays, as their record.
pub(crate) async fn erase(
    node: &Node,
    write: &mut Write,
    gone: &mut Gone,
    party: &PartyId,
) -> Result<(), Refusal> {
    for Kept { row, version } in write.find::<MissionAttendee>(&Query::new().is("party", party)).await? {
        for email in row.people.iter().filter_map(|card| card.email.as_ref()) {
            forget_mail(write, email.open_with_consent()).await?;
        }
        drop_out(node, write, gone, Kept { row: row.clone(), version }).await?;
        let of_mission = Query::new().is("mission", &row.mission);
        let theirs = |mission_party: &PartyId| mission_party == party;
        remove_all::<MissionCheckIn>(write, gone, &of_mission, |row| theirs(&row.party)).await?;
        remove_all::<MissionFeed>(write, gone, &of_mission, |row| theirs(&row.party)).await?;
        for Kept { mut row, version } in write.find::<MissionMeeting>(&of_mission).await? {
            if row.notes.remove(party).is_some() {
                row.changed = node.now();
                write.update(&row, version).await?;
                gone.entry(MissionMeeting::TABLE.name).or_default().push(row.id());
            }
        }
    }
    Ok(())
}

/// Withdraws what a party wished and empties what it said of itself.
async fn drop_out(
    node: &Node,
    write: &mut Write,
    gone: &mut Gone,
    Kept { row, version }: Kept<MissionAttendee>,
) -> Result<(), Refusal> {
    let (party, now) = (row.attendee.party.clone(), node.now());
    let held = held::hold(write, &row.mission).await?;
    let over = held.row.state == MissionState::Closed;
    let what = [Disruption::DropOut(Whom::Party(party.clone()))];
    let after = if over { held.mission.clone() } else { disrupt(&held.mission, &what).0 };
    for kept in held.wishes.iter().filter(|kept| kept.row.wish.parties.contains(&party)) {
        let wish = after.wish(&kept.row.wish.id).unwrap_or(&kept.row.wish).clone();
        let own = wish.asked_by.as_ref() == Some(&party);
        let message = if own { String::new() } else { kept.row.message.clone() };
        let row = MissionWish { wish, message, changed: now, ..kept.row.clone() };
        write.update(&row, kept.version).await?;
        if own {
            gone.entry(MissionWish::TABLE.name).or_default().push(row.id());
        }
    }
    for Kept { mut row, version } in
        write.find::<MissionOffer>(&Query::new().is("mission", &row.mission).is("state", "open")).await?
    {
        if row.offer.parties.contains(&party) {
            row.offer.answer(&party, false, now);
            row.changed = now;
            write.update(&row, version).await?;
        }
    }
    let was = after.attendee(&party).unwrap_or(&row.attendee);
    let attendee = Attendee { name: String::new(), no_thanks: Vec::new(), ..was.clone() };
    let people = row.people.iter();
    let people = people.map(|card| DelegateCard { name: String::new(), email: None, ..card.clone() });
    let invitation = match held.row.state {
        MissionState::Closed => row.invitation,
        MissionState::Planned => Invitation::DroppedOut,
        MissionState::Draft | MissionState::Open => Invitation::Declined,
    };
    let row = MissionAttendee { attendee, people: people.collect(), invitation, changed: now, ..row.clone() };
    write.update(&row, version).await?;
    gone.entry(MissionAttendee::TABLE.name).or_default().push(row.id());
    mend_later(node, write, &held).await
}
