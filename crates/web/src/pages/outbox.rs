//! The outbox of the demonstration: what would have been sent, with the links that work.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::letter;
use crate::pages::post_told::day;
use askama::Template;
use pul_app::live::{Paging, Refusal, outbox};

struct Letter {
    to: String,
    subject: String,
    text: String,
    link: Option<String>,
    day: String,
    language: String,
}

#[derive(Template)]
#[template(path = "outbox.html")]
struct Page {
    f: Frame,
    letters: Vec<Letter>,
    next: Option<String>,
}

/// The letters, the newest first.
pub(crate) async fn show(ask: Ask) -> Answer {
    let settings = ask.node().settings();
    if !settings.demo {
        return Err(Refusal::missing("page").into());
    }
    let paging = Paging { limit: 20, after: ask.fields.get("after").map(str::to_owned) };
    let found = outbox::list(ask.node(), &ask.who, &paging).await?;
    let letters = found.items.iter().map(|mail| {
        let worded = letter::compose(&settings.address, None, mail);
        let link = worded.text.lines().find_map(|line| line.strip_prefix(settings.address.as_str()));
        Letter {
            to: mail.to.open_with_consent().clone(),
            link: link.filter(|path| path.starts_with('/')).map(str::to_owned),
            subject: worded.subject,
            text: worded.text,
            day: day(&ask, mail.created),
            language: mail.language.as_str().to_owned(),
        }
    });
    let letters = letters.collect();
    let next = found.next.map(|n| form_urlencoded::byte_serialize(n.as_bytes()).collect());
    html(&Page { f: ask.own_frame("page-outbox"), letters, next })
}
