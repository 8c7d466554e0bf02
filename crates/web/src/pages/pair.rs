//! Two posts beside each other: why they fit, or what keeps them apart.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::title;
use askama::Template;
use axum::extract::Path;
use pul_app::live::{Refusal, matches};

/// A view of a pair: its parts with what each earned, and why.
struct View {
    heading: String,
    points: String,
    parts: Vec<(String, String, String, String, u32)>,
}

#[derive(Template)]
#[template(path = "pair.html")]
struct Pair {
    f: Frame,
    ask_id: String,
    offer_id: String,
    ask_title: String,
    offer_title: String,
    party: String,
    party_name: String,
    views: Vec<View>,
    mutual: String,
    failures: Vec<(String, String, Vec<String>)>,
    verdict: String,
    rate_closed: bool,
    introduction: Option<(String, &'static str)>,
    own: bool,
}

/// Two posts beside each other: every point of the match, or every rule that keeps them apart.
pub(crate) async fn show(ask: Ask, Path((_, a, o)): Path<(String, String, String)>) -> Answer {
    let shown = matches::pair(ask.node(), &ask.who, &post_id(&a)?, &post_id(&o)?).await?;
    let (pul_domain::Post::Ask(asked), pul_domain::Post::Offer(offered)) = (&shown.ask, &shown.offer) else {
        return Err(Refusal::missing("post").into());
    };
    let (labels, locale) = (Labels::of(&ask), ask.locale());
    let pair = pul_locale::Pair { ask: asked, offer: offered, names: &labels };
    let found = &shown.shown.found;
    let view = |key: &str, view: &pul_domain::View| View {
        heading: locale.say(key, &[]),
        points: locale.integer(view.points),
        parts: view
            .parts
            .iter()
            .map(|part| {
                let bar = u32::from(part.points) * 100 / u32::from(part.of.max(1));
                let why = locale.why(part, pair);
                (locale.part_name(part.name), locale.integer(part.points), locale.integer(part.of), why, bar)
            })
            .collect(),
    };
    let failures = shown
        .why_not
        .failures
        .iter()
        .map(|f| (locale.rule_name(f.rule), locale.failure(f, pair), locale.changes(f, pair)));
    let failures: Vec<_> = failures.collect();
    let verdict = match failures.len() {
        0 => String::new(),
        _ if shown.why_not.single_change_admits => locale.say("whynot-one", &[]),
        n => locale.say("whynot-many", &[("n", n.into())]),
    };
    let views = if failures.is_empty() {
        vec![view("match-view-asker", &found.asker), view("match-view-offerer", &found.offerer)]
    } else {
        Vec::new()
    };
    html(&Pair {
        f: ask.own_frame("pair-title"),
        ask_id: found.ask.to_string(),
        offer_id: found.offer.to_string(),
        ask_title: title(&ask, &shown.ask),
        offer_title: title(&ask, &shown.offer),
        party: shown.shown.party.to_string(),
        party_name: shown.shown.party_name.clone(),
        mutual: mutual(&ask, found),
        views,
        failures,
        verdict,
        rate_closed: shown.shown.rate_closed,
        introduction: shown.shown.introduction.as_ref().map(|i| (i.id.to_string(), i.state.as_str())),
        own: ask.who.speaks_for(&asked.common.party) || ask.who.speaks_for(&offered.common.party),
    })
}

/// How the two views make the score.
fn mutual(ask: &Ask, found: &pul_domain::Match) -> String {
    let weights = &ask.node().pack().scoring().mutual;
    let (a, b) = (found.asker.points, found.offerer.points);
    let values = [
        ("less", u32::from(weights.less).into()),
        ("low", a.min(b).into()),
        ("more", u32::from(weights.more).into()),
        ("high", a.max(b).into()),
        ("score", found.score.into()),
    ];
    ask.locale().say("match-mutual", &values)
}
