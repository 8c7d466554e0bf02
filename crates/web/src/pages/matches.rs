//! What fits a post, the best first.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory::place;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::{skills, title};
use askama::Template;
use axum::extract::Path;
use pul_app::live::matches::{self, MatchShown};

/// Matches shown of a post.
const TOP: usize = 10;

/// A match of a list.
pub(crate) struct Hit {
    pub ask: String,
    pub offer: String,
    pub title: String,
    pub party: String,
    pub party_name: String,
    pub place: String,
    pub score: String,
    /// Out of a hundred, for the bar.
    pub hundredth: u32,
    pub skills: Vec<(String, String, String)>,
    pub introduction: Option<(String, &'static str)>,
}

#[derive(Template)]
#[template(path = "matches.html")]
struct Matches {
    f: Frame,
    of: String,
    of_title: String,
    hits: Vec<Hit>,
    of_points: String,
    day: String,
}

/// What fits a post, the best first.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let id = post_id(&id)?;
    let top = ask.fields.number("top").unwrap_or(TOP);
    let list = matches::of_post(ask.node(), &ask.who, &id, top).await?;
    let mutual = &ask.node().pack().scoring().mutual;
    let whole = 10_000 * (u32::from(mutual.less) + u32::from(mutual.more));
    html(&Matches {
        f: ask.own_frame("matches-title"),
        of: list.of.to_string(),
        of_title: list.title.clone(),
        hits: list.matches.iter().map(|m| hit(&ask, m, whole)).collect(),
        of_points: ask.locale().integer(whole),
        day: ask.locale().date(list.day, pul_locale::Length::Long),
    })
}

pub(crate) fn hit(ask: &Ask, m: &MatchShown, whole: u32) -> Hit {
    let labels = Labels::of(ask);
    Hit {
        ask: m.found.ask.to_string(),
        offer: m.found.offer.to_string(),
        title: title(ask, &m.post),
        party: m.party.to_string(),
        party_name: m.party_name.clone(),
        place: place(&labels, m.city.as_ref().map(|c| c.as_str()), &m.sides),
        score: ask.locale().integer(m.found.score),
        hundredth: m.found.score.saturating_mul(100) / whole.max(1),
        skills: skills(ask, &m.post).into_iter().take(6).collect(),
        introduction: m.introduction.as_ref().map(|i| (i.id.to_string(), i.state.as_str())),
    }
}
