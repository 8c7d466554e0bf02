//! The directory: parties by words and facets.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use askama::Template;
use pul_app::live::directory::{self, Entry, Facet, Wanted};
use pul_domain::Post;
use std::collections::BTreeMap;

/// Parties on a page.
const EACH: usize = 20;
/// Values shown of a facet; chosen ones always are.
const VALUES: usize = 8;

struct Group {
    name: &'static str,
    values: Vec<Choice>,
}

struct Choice {
    value: String,
    label: String,
    count: String,
    chosen: bool,
}

/// A party of the list.
pub(crate) struct Card {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub place: String,
    pub asks: usize,
    pub offers: usize,
    pub skills: Vec<String>,
}

#[derive(Template)]
#[template(path = "directory.html")]
struct Page {
    f: Frame,
    text: String,
    groups: Vec<Group>,
    cards: Vec<Card>,
    total: u64,
    next: Option<String>,
    any: bool,
}

/// The directory as the query wants it.
pub(crate) async fn show(ask: Ask) -> Answer {
    let text: String = ask.fields.text("q").chars().take(200).collect();
    let mut facets = BTreeMap::new();
    for facet in Facet::ALL {
        let values: Vec<String> = ask.fields.all(facet.name()).take(50).map(str::to_owned).collect();
        if !values.is_empty() {
            facets.insert(facet, values);
        }
    }
    let any = !facets.is_empty();
    let after = ask.fields.get("after").map(str::to_owned);
    let wanted = Wanted { text: text.clone(), facets, after, limit: EACH };
    let found = directory::search(ask.node(), &ask.who, &wanted).await?;
    let labels = Labels::of(&ask);
    let groups = found.facets.iter().map(|(facet, counts)| Group {
        name: facet.name(),
        values: counts
            .iter()
            .enumerate()
            .filter(|(at, c)| *at < VALUES || c.chosen)
            .map(|(_, c)| Choice {
                label: label(&labels, *facet, &c.value),
                count: ask.locale().integer(c.count),
                chosen: c.chosen,
                value: c.value.clone(),
            })
            .collect(),
    });
    let next = found.next.map(|after| {
        let mut query = form_urlencoded::Serializer::new(ask.fields.query_without(&["after", "said"]));
        query.append_pair("after", &after);
        query.finish()
    });
    html(&Page {
        f: ask.open_frame("directory-title"),
        text,
        groups: groups.filter(|g| !g.values.is_empty()).collect(),
        cards: found.entries.iter().map(|entry| card(&ask, &labels, entry)).collect(),
        total: found.total,
        next,
        any,
    })
}

/// What a value of a facet is called.
pub(crate) fn label(labels: &Labels<'_>, facet: Facet, value: &str) -> String {
    let word = |topic: &str| {
        labels.locale.try_say(&format!("{topic}-{value}"), &[]).unwrap_or_else(|| value.to_owned())
    };
    match facet {
        Facet::Side => labels.side(value),
        Facet::Kind => word("party"),
        Facet::Post => word("post"),
        Facet::Sort => word("kind"),
        Facet::Sector => labels.sector(value),
        Facet::Skill => labels.skill(value),
        Facet::City => labels.city(value),
    }
}

fn card(ask: &Ask, labels: &Labels<'_>, entry: &Entry) -> Card {
    let asks = entry.posts.iter().filter(|p| matches!(p, Post::Ask(_))).count();
    let mut skills: Vec<String> = Vec::new();
    for id in entry.posts.iter().flat_map(skills_of) {
        let name = labels.skill(&id);
        if !skills.contains(&name) && skills.len() < 6 {
            skills.push(name);
        }
    }
    Card {
        id: entry.card.id.to_string(),
        name: entry.card.name.clone(),
        kind: ask.locale().word(entry.card.kind),
        place: place(labels, entry.card.city.as_ref().map(|c| c.as_str()), &entry.card.sides),
        asks,
        offers: entry.posts.len() - asks,
        skills,
    }
}

/// City and sides in one line.
pub(crate) fn place(labels: &Labels<'_>, city: Option<&str>, sides: &[pul_domain::SideId]) -> String {
    let city = city.map(|c| labels.city(c));
    let sides = sides.iter().map(|s| labels.side(s.as_str()));
    city.into_iter().chain(sides).collect::<Vec<_>>().join(" · ")
}

/// Ids of the skills of a post.
pub(crate) fn skills_of(post: &Post) -> Vec<String> {
    match post {
        Post::Ask(ask) => ask.skills.iter().map(|s| s.skill.to_string()).collect(),
        Post::Offer(offer) => offer.skills.iter().map(|s| s.skill.to_string()).collect(),
    }
}
