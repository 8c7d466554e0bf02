//! My posts, and what fits each of them.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory::place;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::{PostTold, skills, title};
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::matches::{self, MatchShown};
use pul_app::live::posts;

/// Matches shown of a post.
const TOP: usize = 10;

#[derive(Template)]
#[template(path = "desk.html")]
struct Page {
    f: Frame,
    parties: Vec<(String, String)>,
    posts: Vec<PostTold>,
}

/// The posts of the parties whoever asks speaks for.
pub(crate) async fn show(ask: Ask) -> Answer {
    let posts = posts::own(ask.node(), &ask.who).await?;
    let view = ask.node().view();
    let party = |id: &pul_domain::PartyId| {
        (id.to_string(), view.party(id).map_or_else(|| id.to_string(), |card| card.name.clone()))
    };
    html(&Page {
        f: ask.own_frame("page-desk"),
        parties: ask.who.parties.iter().map(party).collect(),
        posts: posts.iter().map(|p| PostTold::of(&ask, p)).collect(),
    })
}

#[derive(Template)]
#[template(path = "post_page.html")]
struct PostPage {
    f: Frame,
    p: PostTold,
    own: bool,
    organiser: bool,
    /// Steps its state allows its people: name, whether it risks something.
    steps: Vec<(&'static str, bool)>,
}

/// A post.
pub(crate) async fn post(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = posts::show(ask.node(), &ask.who, &post_id(&id)?).await?;
    let own = ask.who.speaks_for(&shown.party);
    let told = PostTold::of(&ask, &shown);
    let steps = match told.state {
        "draft" | "refused" => vec![("submit", false), ("withdraw", true)],
        "in-review" => vec![("withdraw", true)],
        "published" => vec![("renew", false), ("withdraw", true)],
        "expired" => vec![("renew", false), ("withdraw", true)],
        "withdrawn" => vec![("submit", false)],
        _ => Vec::new(),
    };
    html(&PostPage {
        f: ask.frame(told.title.clone(), ask.who.is_signed_in()),
        organiser: ask.who.is_organiser(),
        own,
        steps,
        p: told,
    })
}

/// A step of a post: handed in, renewed, taken back.
pub(crate) async fn step(Path((_, id, step)): Path<(String, String, String)>, form: Form) -> Answer {
    let (ask, id) = (&form.ask, post_id(&id)?);
    let version = form.fields.number("version").unwrap_or(0);
    let (node, who) = (ask.node(), &ask.who);
    let said = match step.as_str() {
        "submit" => posts::submit(node, who, &id, version).await.map(|_| "post-submitted"),
        "renew" => posts::renew(node, who, &id, version).await.map(|_| "post-renewed"),
        "withdraw" => posts::withdraw(node, who, &id, version).await.map(|_| "post-withdrawn"),
        _ => return Err(Refusal::missing("page").into()),
    };
    ask.onwards(&format!("/posts/{id}"), said?)
}

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
pub(crate) async fn matches(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
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
pub(crate) async fn pair(ask: Ask, Path((_, a, o)): Path<(String, String, String)>) -> Answer {
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
