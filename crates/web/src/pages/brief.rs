//! Skills from words: paste a brief or a CV, see which skills it names and why.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::labels::Labels;
use askama::Template;
use pul_app::live::{Refusal, RefusalKind};
use pul_app::skills::Reading;

/// Longest text read, in characters.
pub(crate) const LONGEST: usize = 20_000;

#[derive(Template)]
#[template(path = "brief.html")]
struct Page {
    f: Frame,
    text: String,
    read: Option<Read>,
}

struct Read {
    marked: Vec<(String, bool)>,
    skills: Vec<Skill>,
    role: Option<(String, String)>,
    /// The skills as fields of a new post.
    onwards: String,
}

/// A skill with the words it came from.
pub(crate) struct Skill {
    pub id: String,
    pub label: String,
    pub words: String,
    pub reason: String,
    pub level: Option<u8>,
    pub importance: Option<&'static str>,
}

/// The empty page.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&Page { f: ask.open_frame("brief-title"), text: String::new(), read: None })
}

/// The page with what was found.
pub(crate) async fn read(form: Form) -> Answer {
    let ask = &form.ask;
    let text: String = form.fields.text("text").to_owned();
    if text.chars().count() > LONGEST {
        return Err(Refusal::new(RefusalKind::TooLarge, "too-large").value("most", LONGEST / 1000).into());
    }
    let reading = ask.node().read_brief(&text);
    let skills = skills(ask, &reading);
    let role = reading.role.as_ref().map(|(id, words)| (Labels::of(ask).role(id.as_str()), words.clone()));
    let mut onwards = form_urlencoded::Serializer::new(String::new());
    for skill in &skills {
        onwards.append_pair("skill", &skill.id);
    }
    let read = Read { marked: marked(&text, &reading), skills, role, onwards: onwards.finish() };
    html(&Page { f: ask.open_frame("brief-title"), text, read: Some(read) })
}

/// The skills of a reading, each once, in the order of the text.
pub(crate) fn skills(ask: &Ask, reading: &Reading) -> Vec<Skill> {
    let labels = Labels::of(ask);
    let mut out: Vec<Skill> = Vec::new();
    for found in &reading.skills {
        if out.iter().any(|s| s.id == found.skill.as_str()) {
            continue;
        }
        out.push(Skill {
            id: found.skill.to_string(),
            label: labels.skill(found.skill.as_str()),
            words: found.text.clone(),
            reason: found.reason.clone(),
            level: found.level,
            importance: found.importance.map(importance),
        });
    }
    out
}

/// The key's end of an importance.
pub(crate) fn importance(importance: pul_domain::Importance) -> &'static str {
    match importance {
        pul_domain::Importance::Must => "must",
        pul_domain::Importance::Should => "should",
        pul_domain::Importance::Nice => "nice",
    }
}

/// The text in pieces, those that name a skill marked.
fn marked(text: &str, reading: &Reading) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let mut at = 0;
    for found in &reading.skills {
        let (Some(before), Some(words)) = (text.get(at..found.from), text.get(found.from..found.until))
        else {
            continue;
        };
        out.push((before.to_owned(), false));
        out.push((words.to_owned(), true));
        at = found.until;
    }
    out.push((text.get(at..).unwrap_or_default().to_owned(), false));
    out.retain(|(piece, _)| !piece.is_empty());
    out
}
