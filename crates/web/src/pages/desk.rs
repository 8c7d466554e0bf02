//! My posts, and what may be done with each.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::PostTold;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::posts;

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
