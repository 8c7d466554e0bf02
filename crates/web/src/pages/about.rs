//! What this is, how it can be reached by everybody, what becomes of data.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;

#[derive(Template)]
#[template(path = "about.html")]
struct Page {
    f: Frame,
    lead: String,
    /// Headings and paragraphs by number, as many as the messages have.
    sections: Vec<(String, String)>,
}

/// What this is.
pub(crate) async fn about(ask: Ask) -> Answer {
    show(&ask, "about")
}

/// How everybody can use it.
pub(crate) async fn accessibility(ask: Ask) -> Answer {
    show(&ask, "accessibility")
}

/// What becomes of data.
pub(crate) async fn privacy(ask: Ask) -> Answer {
    show(&ask, "privacy")
}

fn show(ask: &Ask, topic: &'static str) -> Answer {
    let locale = ask.locale();
    let section = |n: u32| {
        let say = |part: &str| locale.try_say(&format!("{topic}-{part}-{n}"), &[]);
        Some((say("head")?, say("words")?))
    };
    let sections = (1..).map_while(section).collect();
    let lead = locale.say(&format!("{topic}-lead"), &[]);
    html(&Page { f: ask.open_frame(&format!("{topic}-title")), lead, sections })
}
