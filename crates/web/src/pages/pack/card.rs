//! One thing of the pack: a skill, a role, a source.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;

/// A thing the card names: its page and name, or just words.
struct Value {
    href: Option<String>,
    words: String,
    figure: String,
}

#[derive(Template)]
#[template(path = "pack_card.html")]
struct CardPage {
    f: Frame,
    kinds: String,
    id: String,
    names: Vec<(&'static str, String)>,
    facts: Vec<(&'static str, Vec<Value>)>,
    origin: String,
    strengths: bool,
    address: Option<String>,
}

/// A skill.
pub(crate) async fn skill(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    card(&ask, "skill", &id)
}

/// A role.
pub(crate) async fn role(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    card(&ask, "role", &id)
}

/// A source.
pub(crate) async fn source(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    card(&ask, "source", &id)
}

fn card(ask: &Ask, kind: &'static str, id: &str) -> Answer {
    let pack = ask.node().pack();
    let card = pack.show(kind, id).map_err(|_| Refusal::missing("page"))?;
    let labels = Labels::of(ask);
    let value = |name: &str, text: &String| {
        let (id, figure) =
            text.rsplit_once(' ').filter(|(_, n)| n.parse::<u8>().is_ok()).unwrap_or((text, ""));
        let figure = figure.to_owned();
        match name {
            "broader" | "narrower" | "declares" | "implies" | "implied by" | "core" | "skills" => {
                Value { href: Some(ask.to(&format!("/pack/skills/{id}"))), words: labels.skill(id), figure }
            }
            "roles" | "nearest roles" => {
                Value { href: Some(ask.to(&format!("/pack/roles/{id}"))), words: labels.role(id), figure }
            }
            "kind" => Value {
                href: None,
                words: ask
                    .locale()
                    .try_say(&format!("skill-kind-{id}"), &[])
                    .unwrap_or_else(|| id.to_owned()),
                figure,
            },
            _ => Value { href: None, words: text.clone(), figure: String::new() },
        }
    };
    let names =
        [("en", Some(&card.labels.en)), ("fr", card.labels.fr.as_ref()), ("ur", card.labels.ur.as_ref())];
    let facts = card
        .facts
        .iter()
        .map(|fact| (fact.name, fact.values.iter().map(|text| value(fact.name, text)).collect::<Vec<_>>()));
    let address = pack.source(&card.id).filter(|_| kind == "source").map(|s| s.address.clone());
    let title = card.labels.get(ask.language.code()).to_owned();
    html(&CardPage {
        f: ask.frame(if title.is_empty() { card.id.clone() } else { title }, false),
        kinds: format!("{kind}s"),
        strengths: kind == "skill",
        names: names
            .into_iter()
            .filter_map(|(tag, name)| Some((tag, name?.clone())))
            .filter(|(_, n)| !n.is_empty())
            .collect(),
        facts: facts.collect(),
        origin: card.origin,
        address: address.filter(|a| a.starts_with("https://") || a.starts_with("http://")),
        id: card.id,
    })
}
