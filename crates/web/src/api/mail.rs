//! Letters as they stand: in the demonstration all of them, else for organisers and without their words.

use super::answer::list;
use super::caller::Caller;
use super::operation::{Access, Operation, get};
use crate::ask::Answer;
use crate::letter;
use pul_app::live::outbox;
use pul_app::live::records::Mail;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/outbox", all)
            .named(
                "outbox.list",
                "Letters, the newest first. Their words are told in the demonstration alone; outside it the list is for organisers.",
            )
            .paged()
            .csv()
            .access(Access::Read)
            .gives(200, Some("MailList")),
    ]
}

async fn all(call: Caller) -> Answer {
    call.who.signed_in()?;
    let settings = call.node().settings();
    let found = outbox::list(call.node(), &call.who, &call.paging()?).await?;
    let told = |mail: &Mail| -> Value {
        let worded = settings.demo.then(|| letter::compose(&settings.address, None, mail));
        json!({ "id": mail.id, "to": mail.to.open_with_consent(), "language": mail.language, "about": mail.code,
            "state": mail.state.as_str(), "problem": mail.problem, "created": mail.created.to_string(),
            "sent": mail.sent.map(|at| at.to_string()), "subject": worded.as_ref().map(|w| &w.subject),
            "text": worded.as_ref().map(|w| &w.text) })
    };
    let items = found.items.iter().map(told).collect();
    let columns = ["id", "to", "language", "about", "state", "problem", "created", "sent", "subject"];
    list(&call, items, found.next, &columns)
}
