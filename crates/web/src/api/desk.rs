//! Figures: what waits for an organiser, and what everybody may know.

use super::answer::thing;
use super::caller::Caller;
use super::operation::{Access, Operation, get};
use crate::ask::Answer;
use pul_app::live::desk;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/figures", public)
            .named("figures.public", "How much there is on this bridge.")
            .gives(200, Some("PublicFigures")),
        get("/figures/all", figures)
            .named("figures.all", "Counts by state and kind, for analysts.")
            .access(Access::Read)
            .gives(200, Some("Figures")),
        get("/desk", waiting)
            .named("figures.desk", "What waits, what is stale, how far the node is behind.")
            .access(Access::Organise)
            .gives(200, Some("Desk")),
    ]
}

async fn public(call: Caller) -> Answer {
    let f = desk::public_figures(call.node()).await?;
    thing(
        json!({ "parties": f.parties, "asks": f.asks, "offers": f.offers, "introductions": f.introductions }),
    )
}

fn told(f: &desk::Figures) -> Value {
    json!({ "parties": f.parties, "posts": f.posts, "published": f.published, "kinds": f.kinds, "introductions": f.introductions, "accounts": f.accounts })
}

async fn figures(call: Caller) -> Answer {
    thing(told(&desk::figures(call.node(), &call.who).await?))
}

async fn waiting(call: Caller) -> Answer {
    let d = desk::desk(call.node(), &call.who).await?;
    thing(
        json!({ "in_review": d.in_review, "imports_checked": d.imports_checked, "imports_working": d.imports_working,
        "duplicates": d.duplicates, "mail_failed": d.mail_failed, "jobs_dead": d.jobs_dead, "expiring": d.expiring,
        "unanswered": d.unanswered, "stale_parameters": d.stale_parameters, "figures": told(&d.figures),
        "lag": { "view": d.lag.view, "log": d.lag.log } }),
    )
}
