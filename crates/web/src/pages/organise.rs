//! The organiser's desk: what waits, what is stale; the review queue; duplicates and merges.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory::place;
use crate::pages::party::party_id;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::{PostTold, day};
use askama::Template;
use axum::extract::Path;
use pul_app::live::view::PartyCard;
use pul_app::live::{Paging, Refusal, desk, duplicates, merges, review};

#[derive(Template)]
#[template(path = "organise.html")]
struct Page {
    f: Frame,
    /// Number, message, page.
    waits: Vec<(String, String, Option<&'static str>)>,
    counts: Vec<(String, String)>,
}

/// The desk.
pub(crate) async fn show(ask: Ask) -> Answer {
    let told = desk::desk(ask.node(), &ask.who).await?;
    let locale = ask.locale();
    let wait = |n: i64, key: &str, page| (locale.integer(n), locale.say(key, &[("n", n.into())]), page);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let waits = vec![
        wait(told.in_review, "organise-in-review", Some("/organise/review")),
        wait(told.imports_checked, "organise-imports-checked", Some("/organise/imports")),
        wait(told.imports_working, "organise-imports-working", Some("/organise/imports")),
        wait(count(told.duplicates), "organise-duplicates", Some("/organise/duplicates")),
        wait(told.unanswered, "organise-unanswered", None),
        wait(told.expiring, "organise-expiring", None),
        wait(count(told.stale_parameters), "organise-stale", Some("/pack/figures?stale=1")),
        wait(told.mail_failed, "organise-mail", Some("/organise/jobs")),
        wait(told.jobs_dead, "organise-jobs", Some("/organise/jobs")),
    ];
    let figures = &told.figures;
    let groups = [
        ("party-state", &figures.parties),
        ("post-state", &figures.posts),
        ("introduction-state", &figures.introductions),
    ];
    let mut counts = Vec::new();
    for (topic, by_state) in groups {
        for (state, n) in by_state {
            let word = locale.try_say(&format!("{topic}-{state}"), &[]).unwrap_or_else(|| state.clone());
            let head = locale.say(&format!("organise-{topic}"), &[]);
            counts.push((format!("{head}: {word}"), locale.integer(*n)));
        }
    }
    counts.push((locale.say("organise-accounts", &[]), locale.integer(figures.accounts)));
    html(&Page { f: ask.own_frame("page-organise"), waits, counts })
}

#[derive(Template)]
#[template(path = "review.html")]
struct Queue {
    f: Frame,
    posts: Vec<PostTold>,
    next: Option<String>,
}

/// Posts that wait for review, the oldest first.
pub(crate) async fn queue(ask: Ask) -> Answer {
    let paging = Paging { limit: 20, after: ask.fields.get("after").map(str::to_owned) };
    let found = review::queue(ask.node(), &ask.who, &paging).await?;
    let posts = found.items.iter().map(|p| PostTold::of(&ask, p)).collect();
    html(&Queue { f: ask.own_frame("review-queue"), posts, next: encoded(found.next) })
}

/// A cursor as it stands in an address.
pub(crate) fn encoded(cursor: Option<String>) -> Option<String> {
    cursor.map(|c| form_urlencoded::byte_serialize(c.as_bytes()).collect())
}

/// Publishes a post, or sends it back with a reason.
pub(crate) async fn decide(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (node, who, fields) = (form.ask.node(), &form.ask.who, &form.fields);
    let (id, version) = (post_id(&id)?, fields.number("version").unwrap_or(0));
    let said = match fields.text("decision") {
        "approve" => review::approve(node, who, &id, version).await.map(|_| "post-approved"),
        "refuse" => {
            review::refuse(node, who, &id, version, fields.text("reason")).await.map(|_| "post-refused")
        }
        _ => return Err(Refusal::missing("page").into()),
    };
    form.ask.onwards("/organise/review", said?)
}

/// A party as one of a pair that may be the same.
struct Twin {
    id: String,
    name: String,
    place: String,
    posts: usize,
}

#[derive(Template)]
#[template(path = "duplicates.html")]
struct Duplicates {
    f: Frame,
    pairs: Vec<(Twin, Twin, Vec<String>)>,
    /// Id, the party that stands, the one that stood, when, whether undone.
    merges: Vec<(String, String, String, String, bool)>,
}

/// Pairs of parties that may be one, with what speaks for it; merges made, which can be undone.
pub(crate) async fn twins(ask: Ask) -> Answer {
    let (node, who) = (ask.node(), &ask.who);
    let labels = Labels::of(&ask);
    let twin = |card: &PartyCard| Twin {
        id: card.id.to_string(),
        name: card.name.clone(),
        place: place(&labels, card.city.as_ref().map(|c| c.as_str()), &card.sides),
        posts: card.posts.len(),
    };
    let found = duplicates::find(node, who).await?;
    let pairs = found.iter().take(30).map(|c| {
        let signs = c.signs.iter().map(|s| ask.locale().say(&format!("duplicate-{}", s.name()), &[]));
        (twin(&c.one), twin(&c.other), signs.collect())
    });
    let pairs = pairs.collect();
    let made = merges::list(node, who, &Paging { limit: 20, after: None }).await?;
    let view = node.view();
    let name =
        |id: &pul_domain::PartyId| view.party(id).map_or_else(|| id.to_string(), |card| card.name.clone());
    let merges = made
        .items
        .iter()
        .map(|m| (m.id.to_string(), name(&m.kept), name(&m.merged), day(&ask, m.at), m.undone.is_some()));
    let merges = merges.collect();
    html(&Duplicates { f: ask.own_frame("duplicate-title"), pairs, merges })
}

/// Lets one party stand for another.
pub(crate) async fn merge(form: Form) -> Answer {
    let (kept, merged) = (party_id(form.fields.text("kept"))?, party_id(form.fields.text("merged"))?);
    merges::merge(form.ask.node(), &form.ask.who, &kept, &merged).await?;
    form.ask.onwards("/organise/duplicates", "merged")
}

/// Undoes a merge.
pub(crate) async fn undo(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    merges::undo(form.ask.node(), &form.ask.who, &id).await?;
    form.ask.onwards("/organise/duplicates", "unmerged")
}
