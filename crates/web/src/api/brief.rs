//! Skills from words.

use super::answer::{thing, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Operation, post};
use crate::ask::Answer;
use crate::pages::brief::LONGEST;
use pul_app::live::{Refusal, RefusalKind};
use serde::Deserialize;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        post("/skills-from-words", read)
            .named(
                "brief.read",
                "Skills and a role named in a brief or a CV, each with the bytes it stands at.",
            )
            .body("Brief")
            .gives(200, Some("Reading")),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Brief {
    text: String,
}

async fn read(call: Caller, Body(brief): Body<Brief>) -> Answer {
    if brief.text.chars().count() > LONGEST {
        return Err(Refusal::new(RefusalKind::TooLarge, "too-large").value("most", LONGEST / 1000).into());
    }
    thing(value(&call.node().read_brief(&brief.text))?)
}
