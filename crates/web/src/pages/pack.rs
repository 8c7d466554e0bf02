//! The pack as pages: skills, roles, parameters by date with their sources, rules, sources, and
//! how strengths were set.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use askama::Template;
use axum::extract::Path;
use pul_app::facts::{self, Fact};
use pul_app::live::Refusal;
use pul_locale::Length;
use pul_quote_paper::Told;
use std::collections::BTreeMap;

/// Rows of a list on one page.
const ROWS: usize = 60;

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

/// A line of a list: its page, its name, what else there is to say.
struct Line {
    id: String,
    label: String,
    also: String,
}

#[derive(Template)]
#[template(path = "pack_list.html")]
struct List {
    f: Frame,
    kind: &'static str,
    sought: String,
    groups: Vec<(String, bool)>,
    lines: Vec<Line>,
    found: usize,
    next: Option<String>,
}

/// The skills, all of a domain, or those a search finds.
pub(crate) async fn skills(ask: Ask) -> Answer {
    let labels = Labels::of(&ask);
    let all = ask.node().pack().skills().iter().map(|s| {
        let names = s.labels.all().chain(s.aliases.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        (
            s.domain.clone(),
            names,
            Line { id: s.id.to_string(), label: labels.skill(s.id.as_str()), also: s.aliases.join(", ") },
        )
    });
    list(&ask, "skills", all.collect())
}

/// The roles.
pub(crate) async fn roles(ask: Ask) -> Answer {
    let labels = Labels::of(&ask);
    let all = ask.node().pack().roles().iter().map(|r| {
        let names = r.labels.all().chain(r.titles.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let codes = r.noc2021.iter().map(|c| format!("NOC {c}")).collect::<Vec<_>>().join(", ");
        (
            r.group.clone(),
            names,
            Line { id: r.id.to_string(), label: labels.role(r.id.as_str()), also: codes },
        )
    });
    list(&ask, "roles", all.collect())
}

/// The sources.
pub(crate) async fn sources(ask: Ask) -> Answer {
    let all = ask.node().pack().sources().values().map(|s| {
        let names = format!("{} {}", s.producer, s.title);
        (
            s.producer.clone(),
            names,
            Line { id: s.id.to_string(), label: s.title.clone(), also: s.producer.clone() },
        )
    });
    list(&ask, "sources", all.collect())
}

fn list(ask: &Ask, kind: &'static str, all: Vec<(String, String, Line)>) -> Answer {
    let sought = ask.fields.text("q").to_owned();
    let group = ask.fields.text("group").to_owned();
    let needle = pul_pack::spelling::fold(&sought);
    let mut groups: Vec<String> =
        if kind == "sources" { Vec::new() } else { all.iter().map(|(g, _, _)| g.clone()).collect() };
    groups.sort();
    groups.dedup();
    let mut lines: Vec<Line> = all
        .into_iter()
        .filter(|(of, names, _)| {
            (group.is_empty() || *of == group)
                && (needle.is_empty() || pul_pack::spelling::fold(names).contains(&needle))
        })
        .map(|(_, _, line)| line)
        .collect();
    lines.sort_by_key(|line| pul_pack::spelling::fold(&line.label));
    let found = lines.len();
    let from: usize = ask.fields.number("from").unwrap_or(0);
    let lines: Vec<Line> = lines.into_iter().skip(from).take(ROWS).collect();
    let next = (from.saturating_add(ROWS) < found).then(|| {
        let mut query = form_urlencoded::Serializer::new(ask.fields.query_without(&["from"]));
        query.append_pair("from", &(from + ROWS).to_string());
        query.finish()
    });
    let groups = groups.into_iter().map(|g| (g.clone(), g == group)).collect();
    let f = ask.open_frame(&format!("browse-{kind}"));
    html(&List { f, kind, sought, groups, lines, found, next })
}

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

struct Figure {
    label: String,
    at: String,
    value: String,
    holds: String,
    source: Option<(String, String)>,
    sure: String,
    marks: Vec<String>,
    note: String,
}

#[derive(Template)]
#[template(path = "pack_figures.html")]
struct Figures {
    f: Frame,
    topic: String,
    topics: Vec<String>,
    day: String,
    stale: bool,
    rows: Vec<Figure>,
    next: Option<String>,
    found: usize,
}

/// Parameters with each of their values: when it holds, who says so, how sure it is.
pub(crate) async fn figures(ask: Ask) -> Answer {
    let prices = ask.node().prices();
    let day = ask.fields.number("day").unwrap_or_else(|| ask.node().today());
    let topic = ask.fields.get("topic").map(str::to_owned);
    let stale = ask.fields.get("stale").is_some();
    let all = facts::list(prices, day, &facts::Wanted::default())?;
    let mut topics: Vec<String> = all.rows.iter().map(|f| f.topic.clone()).collect();
    topics.sort();
    topics.dedup();
    let on_day = |f: &&Fact| {
        ask.fields.get("day").is_none()
            || f.row.from.is_none_or(|from| from <= day) && f.row.until.is_none_or(|until| until >= day)
    };
    let wanted: Vec<&Fact> = all
        .rows
        .iter()
        .filter(|f| topic.as_ref().is_none_or(|t| f.topic == *t) && (!stale || f.row.stale))
        .filter(on_day)
        .collect();
    let told = Told { locale: ask.locale(), prices };
    let found = wanted.len();
    let from: usize = ask.fields.number("from").unwrap_or(0);
    const EACH: usize = 30;
    let rows = wanted.into_iter().skip(from).take(EACH).map(|fact| figure(&ask, &told, fact)).collect();
    let next = (from.saturating_add(EACH) < found).then(|| {
        let mut query = form_urlencoded::Serializer::new(ask.fields.query_without(&["from"]));
        query.append_pair("from", &(from + EACH).to_string());
        query.finish()
    });
    html(&Figures {
        f: ask.open_frame("browse-parameters"),
        topic: topic.unwrap_or_default(),
        topics,
        day: ask.fields.text("day").to_owned(),
        stale,
        rows,
        next,
        found,
    })
}

fn figure(ask: &Ask, told: &Told<'_>, fact: &Fact) -> Figure {
    let row = &fact.row;
    let date = |d: jiff::civil::Date| ask.locale().date(d, Length::Medium);
    let holds = match (row.from, row.until) {
        (Some(a), Some(b)) => {
            told.say("quote-holds-both", &[("from", date(a).into()), ("until", date(b).into())])
        }
        (Some(a), None) => told.say("quote-holds-from", &[("from", date(a).into())]),
        (None, Some(b)) => told.say("quote-holds-until", &[("until", date(b).into())]),
        (None, None) => told.say("quote-holds-always", &[]),
    };
    let source = row.source.as_ref().map(|id| {
        let known = told.prices.source(id);
        (id.clone(), known.map_or_else(|| id.clone(), |s| format!("{}, {}", s.producer, s.title)))
    });
    let mut marks = Vec::new();
    if row.stale {
        marks.push(told.say("quote-mark-stale", &[]));
    }
    if row.assumed {
        marks.push(told.say("browse-assumed", &[]));
    }
    Figure {
        label: told.label(&row.label),
        at: row.at.iter().map(|key| told.choice(key)).collect::<Vec<_>>().join(", "),
        value: told.value(&row.value, &row.unit),
        holds,
        source,
        sure: row.confidence.map_or_else(String::new, |c| told.confidence(c)),
        marks,
        note: row.note.clone(),
    }
}

/// A line of a quote: its name, its reason, the ways it belongs to.
type RuleTold = (String, String, String);

#[derive(Template)]
#[template(path = "pack_rules.html")]
struct Rules {
    f: Frame,
    groups: Vec<(String, Vec<RuleTold>)>,
    weights: Vec<(String, String)>,
}

/// The lines a quote is made of, each with its reason and the ways it belongs to; the weights of
/// matching.
pub(crate) async fn rules(ask: Ask) -> Answer {
    let prices = ask.node().prices();
    let told = Told { locale: ask.locale(), prices };
    let rules = &prices.tariff.rules;
    let lines = |group: &str| {
        let of = rules.lines.iter().filter(|l| l.group == group);
        of.map(|l| {
            let ways: Vec<String> = l.ways.iter().map(|w| told.way(w)).collect();
            (told.label(&l.label), told.label(&l.reason), ask.locale().list_and(ways))
        })
        .collect::<Vec<_>>()
    };
    let groups = rules.groups.iter().map(|g| (told.label(&g.label), lines(&g.id))).collect();
    let weights = ask.node().pack().scoring().named().into_iter();
    let weights = weights.map(|(name, n)| (name, ask.locale().integer(n))).collect();
    html(&Rules { f: ask.open_frame("browse-rules"), groups, weights })
}
