//! The wishes of a mission as the organiser sees them: which stand, which are added, which must be held.

use super::top::{Top, choices, mission, mission_id, party, told};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions;
use pul_domain::{Wish, WishId, WishState};

/// Wishes on one page.
const AT_ONCE: usize = 100;
/// What an added wish is worth where nothing is said.
const USUAL_VALUE: u32 = 50;
/// The states in the order they are shown, as words of the address.
const STATES: [(&str, WishState); 7] = [
    ("accepted", WishState::Accepted),
    ("must", WishState::Must),
    ("requested", WishState::Requested),
    ("waiting", WishState::Waiting),
    ("declined", WishState::Declined),
    ("cancelled", WishState::Cancelled),
    ("expired", WishState::Expired),
];

/// A wish on the list.
struct Line {
    id: String,
    parties: String,
    value: String,
    state: String,
    asked_by: String,
    locked: bool,
    /// Whether it must be held, where that can be said of it.
    must: Option<bool>,
}

#[derive(Template)]
#[template(path = "mission_desk_wishes.html")]
struct Page {
    f: Frame,
    top: Top,
    /// Word of the address, words, how many, whether it is shown.
    states: Vec<(&'static str, String, String, bool)>,
    lines: Vec<Line>,
    next: Option<usize>,
    shown: String,
    parties: Vec<(String, String)>,
    open: bool,
}

/// The wishes, of one state or of all.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let telling = told(&ask, &shown.mission);
    let wanted = ask.fields.text("state").to_owned();
    let only = STATES.iter().find(|(word, _)| *word == wanted).map(|(_, state)| *state);
    let all = &shown.mission.wishes;
    let state = |(word, state): (&'static str, WishState)| {
        let n = all.iter().filter(|wish| wish.state == state).count();
        (word, telling.state(state), ask.locale().integer(n as i128), only == Some(state))
    };
    let line = |wish: &Wish| Line {
        id: wish.id.to_string(),
        parties: ask.locale().list_and(wish.parties.iter().map(|p| telling.party(p))),
        value: ask.locale().integer(wish.value),
        state: telling.state(wish.state),
        asked_by: wish.asked_by.as_ref().map(|p| telling.party(p)).unwrap_or_default(),
        locked: wish.fixed.is_some(),
        must: match wish.state {
            WishState::Must => Some(true),
            WishState::Accepted | WishState::Waiting => Some(false),
            _ => None,
        },
    };
    let from: usize = ask.fields.number("from").unwrap_or(0);
    let mut matching = all.iter().filter(|wish| only.is_none_or(|state| wish.state == state)).skip(from);
    let lines = matching.by_ref().take(AT_ONCE).map(line).collect();
    let next = matching.next().map(|_| from + AT_ONCE);
    let (f, top) = Top::of(&ask, &shown, "/wishes");
    html(&Page {
        f,
        states: STATES.map(state).into(),
        lines,
        next,
        shown: wanted,
        parties: choices(&ask, &shown.mission),
        open: top.state != "closed",
        top,
    })
}

/// Adds a wish that was agreed elsewhere, or that its parties are to answer.
pub(crate) async fn add(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let state = match fields.text("state") {
        "must" => WishState::Must,
        "requested" => WishState::Requested,
        _ => WishState::Accepted,
    };
    let wish = Wish {
        id: ask.node().new_id(),
        parties: vec![party(fields.text("one"))?, party(fields.text("other"))?],
        value: fields.number("value").unwrap_or(USUAL_VALUE),
        state,
        delegates: Vec::new(),
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: None,
        accepted_by: Vec::new(),
        answer_by: None,
    };
    missions::add(ask.node(), &ask.who, &mission_id(&id)?, &wish).await?;
    ask.onwards(&format!("/organise/missions/{id}/wishes"), "mission-wish-added")
}

/// Takes in suggestions: pairs that fit and have no wish yet are asked.
pub(crate) async fn propose(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    missions::propose(form.ask.node(), &form.ask.who, &mission_id(&id)?).await?;
    form.ask.onwards(&format!("/organise/missions/{id}/wishes?state=requested"), "mission-proposed")
}

/// Says that an agreed wish must be held, or need not.
pub(crate) async fn mark(Path((_, id, wish)): Path<(String, String, String)>, form: Form) -> Answer {
    let wish = WishId::new(&wish).map_err(|_| Refusal::missing("wish"))?;
    let must = form.fields.text("must") == "yes";
    missions::must(form.ask.node(), &form.ask.who, &mission_id(&id)?, &wish, must).await?;
    form.ask.onwards(&format!("/organise/missions/{id}/wishes"), "saved")
}
