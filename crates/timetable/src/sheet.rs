//! The printable sheet of a person: whom it meets, where, when on every clock.

use crate::Told;
use pul_domain::{Appointment, DelegateId, MissionPlan, PartyId, on_wall};
use pul_locale::Length;
use pul_paper::{Block, Column, Document, Row, Table, Text};
use std::collections::BTreeMap;

/// What people are called; those without a name here are told by the ids plans name them by.
pub type Names = BTreeMap<DelegateId, String>;

/// The sheet of one delegate. `version` is how often people were told something new, if a plan is published.
pub fn person_sheet(
    told: &Told<'_>,
    plan: &MissionPlan,
    delegate: &DelegateId,
    version: Option<u32>,
) -> Document {
    let party = told.mission.sends(delegate).map_or(delegate.as_str(), |a| a.name.as_str());
    let mut sheet = headed(told, party, version);
    days(told, plan, (delegate, &Names::new()), &mut sheet);
    sheet
}

/// The sheets of all delegates of a party, each on a page of its own.
pub fn party_sheet(told: &Told<'_>, plan: &MissionPlan, party: &PartyId, version: Option<u32>) -> Document {
    named_sheet(told, plan, party, version, &Names::new())
}

/// The same with people by their names.
pub fn named_sheet(
    told: &Told<'_>,
    plan: &MissionPlan,
    party: &PartyId,
    version: Option<u32>,
    names: &Names,
) -> Document {
    let attendee = told.mission.attendee(party);
    let mut sheet = headed(told, attendee.map_or(party.as_str(), |a| a.name.as_str()), version);
    for (number, delegate) in attendee.iter().flat_map(|a| &a.delegates).enumerate() {
        if number > 0 {
            sheet.push(Block::PageBreak);
        }
        days(told, plan, (delegate, names), &mut sheet);
    }
    sheet
}

fn headed(told: &Told<'_>, name: &str, version: Option<u32>) -> Document {
    let locale = told.locale;
    let title = locale.say("mission-sheet-title", &[("name", locale.name(name).into())]);
    let mut sheet = Document::new(locale.language(), title);
    let mission = locale.name(&told.mission.title);
    sheet.lead = Some(locale.say("mission-sheet-lead", &[("mission", mission.into())]).into());
    sheet.foot = version.map_or_else(String::new, |n| locale.say("mission-version", &[("n", n.into())]));
    sheet
}

/// A table for each day on the delegate's own wall clock.
fn days(told: &Told<'_>, plan: &MissionPlan, (delegate, names): (&DelegateId, &Names), sheet: &mut Document) {
    let locale = told.locale;
    let name = |delegate: &DelegateId| names.get(delegate).map_or_else(|| delegate.to_string(), Clone::clone);
    sheet.heading(format!("{}: {}", told.say("mission-person"), locale.name(&name(delegate))));
    let all = plan.day(told.mission, delegate);
    if all.is_empty() {
        return sheet.paragraph(told.say("mission-no-meetings"));
    }
    let zone = told.mission.sends(delegate).map_or("UTC", |a| a.zone.as_str());
    let day = |of: &Appointment<'_>| on_wall(of.meeting.start, zone).date();
    for meetings in all.chunk_by(|a, b| day(a) == day(b)) {
        let heading = |key: &str| Column::text(told.say(key));
        let mut table = Table::new([
            heading("mission-when").weight(3),
            heading("mission-elsewhere").weight(2),
            heading("mission-with").weight(3),
            heading("mission-place").weight(2),
        ])
        .caption(locale.date(day(&meetings[0]), Length::Full));
        for of in meetings {
            let times = told.times(of, Some(delegate));
            let until = locale.time_zoned(&on_wall(of.meeting.end, zone));
            let from = locale.time(on_wall(of.meeting.start, zone).time());
            let elsewhere = times.get(1..).unwrap_or_default().join(" · ");
            let with = told.parties(of, Some(delegate));
            let who: Vec<String> = of.others(delegate).map(|(_, d)| name(d)).collect();
            table.push(Row::line([
                Text::from(locale.range(&from, &until)),
                Text::from(elsewhere),
                Text::empty().strong(with).plain(" ").name(format!("({})", who.join(", "))),
                Text::from(told.place(of)),
            ]));
        }
        sheet.push(table);
    }
}
