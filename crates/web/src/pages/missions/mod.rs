//! Missions as those see them who come: one page one file.

mod calendar;
mod clocks;
mod coming;
mod front;
mod here;
mod list;
mod meeting;
mod offers;
mod sheet;
mod timetable;
mod wishes;

pub(crate) use calendar::{file, make, revoke, subscribed};
pub(crate) use coming::{decline, form, save};
pub(crate) use front::show as front;
pub(crate) use list::show as list;
pub(crate) use meeting::{arrive, say, show as meeting};
pub(crate) use offers::answer as answer_offer;
#[cfg(feature = "pdf")]
pub(crate) use sheet::pdf as sheet_pdf;
pub(crate) use sheet::show as sheet;
pub(crate) use timetable::show as timetable;
pub(crate) use wishes::{request, show as wishes, turn};
