//! The outbox: letters are written in the transaction that calls for them and sent by a worker.
//!
//! A letter holds a code and values; its words, in its language, are put to it by whoever
//! sends or shows it.

use super::node::Node;
use super::paging::{Page, Paging, page};
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use pul_domain::{LanguageCode, Private};
use pul_store::tables::{Account, AccountState, Mail, MailId, MailState, Membership};
use pul_store::{Actor, Claimed, Job, Order, Query, Write};
use std::collections::BTreeMap;
use std::pin::Pin;

/// Kind of the jobs that send letters.
pub const JOB: &str = "mail";
/// Attempts before a letter is given up: about four hours.
const ATTEMPTS: u16 = 12;

/// Sends letters.
pub trait Mailer: Send + Sync {
    /// Sends one, or says what the server said; nothing private may be in it.
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>>;
}

/// Leaves letters where they are: in the demonstration the outbox page is where they are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeepsMail;

impl Mailer for KeepsMail {
    fn send<'a>(&'a self, _: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>> {
        Box::pin(async { Ok(()) })
    }
}

/// A letter to be written.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    code: &'static str,
    values: BTreeMap<String, Private<String>>,
}

impl Letter {
    /// A letter by its code.
    pub(crate) fn new(code: &'static str) -> Letter {
        Letter { code, values: BTreeMap::new() }
    }

    /// Adds a value for its words.
    pub(crate) fn value(mut self, name: &str, value: impl ToString) -> Letter {
        self.values.insert(name.to_owned(), Private::new(value.to_string()));
        self
    }
}

/// Puts a letter and the job that sends it into a write.
pub(crate) async fn post(
    node: &Node,
    write: &mut Write,
    to: &str,
    language: LanguageCode,
    letter: Letter,
) -> Result<MailId, Refusal> {
    let id: MailId = node.new_id();
    let mail = Mail {
        id: id.clone(),
        to: Private::new(to.to_owned()),
        language,
        code: letter.code.to_owned(),
        values: letter.values,
        state: MailState::Waiting,
        problem: None,
        created: node.now(),
        sent: None,
    };
    write.insert(&mail).await?;
    let body = serde_json::json!({ "mail": id });
    let job = Job { id: format!("mail:{id}"), kind: JOB.to_owned(), body, due: node.now(), most: ATTEMPTS };
    write.enqueue(&job).await?;
    Ok(id)
}

/// Writes to everybody who acts for a party and wants such letters.
pub(crate) async fn post_to_party(
    node: &Node,
    write: &mut Write,
    party: &pul_domain::PartyId,
    letter: Letter,
) -> Result<(), Refusal> {
    for membership in write.find::<Membership>(&Query::new().is("party", party)).await? {
        let account = write.get::<Account>(membership.row.account.as_str()).await?;
        let wanted = |a: &Account| a.state == AccountState::Active && a.preferences.wants(letter.code);
        if let Some(account) = account.map(|a| a.row).filter(wanted) {
            post(node, write, account.email.open_with_consent(), account.language, letter.clone()).await?;
        }
    }
    Ok(())
}

/// Sends the letter of a job. Twice only where a node dies between the server's yes and its own note of it.
pub(crate) async fn deliver(node: &Node, mailer: &dyn Mailer, job: &Claimed) -> Result<(), Refusal> {
    let id = job.body["mail"].as_str().unwrap_or_default();
    let Some(kept) = node.store().get::<Mail>(id).await? else { return done(node, job).await };
    if kept.row.state == MailState::Sent {
        return done(node, job).await;
    }
    let told = mailer.send(&kept.row).await;
    let mut write = node.write_as(&Actor::system("mail")).await?;
    let mut mail = kept.row;
    match &told {
        Ok(()) => (mail.state, mail.sent, mail.problem) = (MailState::Sent, Some(node.now()), None),
        Err(why) => mail.problem = Some(why.chars().take(500).collect()),
    }
    if told.is_err() && job.attempt >= i64::from(ATTEMPTS) {
        mail.state = MailState::Failed;
    }
    // A letter that is on its way, or never will be, has said what it had to.
    if mail.state != MailState::Waiting && !node.settings().demo {
        mail.values.clear();
    }
    write.update(&mail, kept.version).await?;
    if told.is_ok() {
        write.job_done(job).await?;
    }
    write.commit().await?;
    told.map_err(|why| Refusal::new(super::refusal::RefusalKind::Unavailable, "mail").value("why", why))
}

async fn done(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    Ok(node.store().done(job, node.now()).await?)
}

/// The outbox as a page, the newest letter first: for anybody in the demonstration, for
/// organisers where letters fail. Outside the demonstration the values are kept back.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn list(node: &Node, who: &Who, paging: &Paging) -> Result<Page<Mail>, Refusal> {
    if !node.settings().demo {
        who.organiser()?;
    }
    let found = page::<Mail>(node, Query::new().order("created", Order::Desc), paging).await?;
    let demo = node.settings().demo;
    Ok(found.map(|kept| {
        let mut mail = kept.row;
        if !demo {
            mail.values.clear();
        }
        mail
    }))
}

/// One letter, in the demonstration only: so that a visitor can follow the link it holds.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, id: &str) -> Result<Mail, Refusal> {
    let demo = node.settings().demo;
    let kept = if demo { node.store().get::<Mail>(id).await? } else { None };
    kept.map(|kept| kept.row).ok_or_else(|| Refusal::missing("mail"))
}
