//! Lists of the pack: skills, roles, sources, by pages and by words.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use askama::Template;

/// Rows of a list on one page.
const ROWS: usize = 60;

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
