//! The pack as pages: skills, roles, parameters by date with their sources, rules, sources, and
//! how strengths were set.

mod card;
mod figures;
mod list;
mod rules;

pub(crate) use card::{role, skill, source};
pub(crate) use figures::figures;
pub(crate) use list::{roles, skills, sources};
pub(crate) use rules::rules;

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use pul_app::facts;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pack.html")]
struct Front {
    f: Frame,
    counts: Vec<(String, String, Option<&'static str>)>,
    topics: Vec<(String, String)>,
    stale: usize,
}

/// What the pack holds.
pub(crate) async fn front(ask: Ask) -> Answer {
    let locale = ask.locale();
    let facts = facts::list(ask.node().prices(), ask.node().today(), &facts::Wanted::default())?;
    let page_of = |kind: &str| match kind {
        "skills" => Some("/pack/skills"),
        "roles" => Some("/pack/roles"),
        "sources" => Some("/pack/sources"),
        "parameters" => Some("/pack/figures"),
        _ => None,
    };
    let counts = ask.node().pack().counts().into_iter().map(|(kind, n)| {
        let key = format!("browse-count-{}", kind.replace(' ', "-"));
        (locale.integer(n as i128), locale.say(&key, &[("n", n.into())]), page_of(kind))
    });
    let mut topics: BTreeMap<String, usize> = BTreeMap::new();
    for fact in &facts.rows {
        *topics.entry(fact.topic.clone()).or_default() += 1;
    }
    let topics = topics.into_iter().map(|(topic, n)| (topic, locale.integer(n as i128))).collect();
    let f = ask.open_frame("browse-title");
    html(&Front { f, counts: counts.collect(), topics, stale: facts.stale })
}
