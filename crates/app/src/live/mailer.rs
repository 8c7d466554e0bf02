//! Sending letters: by SMTP, or as files into a folder. What a letter says is put to it by
//! whoever knows the words.

use super::configuration::{MailRoute, MailServer, SmtpSecurity};
use super::outbox::{KeepsMail, Mailer};
use crate::boxed;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
pub use pul_store::tables::Mail;
use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// How long a mail server may take for one step.
const PATIENCE: Duration = Duration::from_secs(30);

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// Its subject, without invisible marks.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// The same as a page, with its language and direction.
    pub html: String,
    /// A message for the reader's calendar.
    pub calendar: Option<CalendarPart>,
}

/// A calendar message that a letter brings (RFC 6047).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPart {
    /// What it is for: `REQUEST` or `CANCEL`.
    pub method: &'static str,
    /// The calendar.
    pub text: String,
}

/// Puts a letter into words, in its language.
pub type Words = Arc<dyn Fn(&Mail) -> Worded + Send + Sync>;

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// Sends letters along a route.
pub struct Post {
    way: Way,
    from: Mailbox,
    words: Words,
}

/// Tells mail systems not to answer with notes of absence (RFC 3834, section 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn StdError + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// What sends letters along a route of the configuration.
///
/// # Errors
/// What is wrong with the sender's address or the server's name.
pub fn mailer(route: &MailRoute, words: Words) -> Result<Arc<dyn Mailer>, String> {
    let (way, from) = match route {
        MailRoute::Nowhere => return Ok(Arc::new(KeepsMail)),
        MailRoute::Smtp { server, from } => (Way::Smtp(smtp(server)?), from),
        MailRoute::Folder { folder, from } => {
            std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
            (Way::Folder(AsyncFileTransport::new(folder)), from)
        }
    };
    let from = from.parse().map_err(|_| "mail.from is not an address".to_owned())?;
    Ok(Arc::new(Post { way, from, words }))
}

fn smtp(server: &MailServer) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let tls = || TlsParameters::new(server.host.clone()).map_err(|e| e.to_string());
    let tls = match server.security {
        SmtpSecurity::Implicit => Tls::Wrapper(tls()?),
        SmtpSecurity::StartTls => Tls::Required(tls()?),
        SmtpSecurity::Plain => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(PATIENCE));
    if let Some((user, password)) = &server.credentials {
        builder = builder.credentials(Credentials::new(user.clone(), password.open_with_consent().clone()));
    }
    Ok(builder.build())
}

/// Whether a route takes letters now: greets the server and signs in, sends nothing.
///
/// # Errors
/// What the server said, without anything private.
#[boxed]
pub async fn probe(route: &MailRoute) -> Result<(), String> {
    match route {
        MailRoute::Nowhere => Ok(()),
        MailRoute::Smtp { server, .. } => match smtp(server)?.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the server does not answer a greeting".to_owned()),
            Err(error) => Err(told(&error)),
        },
        MailRoute::Folder { folder, .. } => {
            let meta = std::fs::metadata(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
            if meta.is_dir() { Ok(()) } else { Err(format!("{} is not a folder", folder.display())) }
        }
    }
}

/// What a mail server said, by its code: its words may quote addresses.
fn told(error: &lettre::transport::smtp::Error) -> String {
    let code = error.status().map(|code| format!(" {code}")).unwrap_or_default();
    let kind = match () {
        () if error.is_permanent() => "refused for good",
        () if error.is_transient() => "refused for now",
        () if error.is_timeout() => "no answer in time",
        () if error.is_tls() => "the encryption failed",
        () if error.is_client() => "the letter cannot be sent as it is",
        () => "no connection",
    };
    format!("{kind}{code}")
}

/// The parts of a letter. A calendar message stands among the ways to read the letter, where Outlook and Gmail look
/// for it, and once more as a file, for programs that do not.
fn parts(text: String, html: String, calendar: Option<CalendarPart>) -> Result<MultiPart, String> {
    let letter = MultiPart::alternative_plain_html(text, html);
    let Some(calendar) = calendar else { return Ok(letter) };
    let kind = |kind: String| ContentType::parse(&kind).map_err(|_| "its calendar cannot be sent".to_owned());
    let shown = kind(format!("text/calendar; charset=utf-8; method={}", calendar.method))?;
    let shown = SinglePart::builder().header(shown).body(calendar.text.clone());
    let file =
        Attachment::new("meeting.ics".to_owned()).body(calendar.text, kind("application/ics".to_owned())?);
    Ok(MultiPart::mixed().multipart(letter.singlepart(shown)).singlepart(file))
}

impl Post {
    fn message(&self, mail: &Mail) -> Result<Message, String> {
        let worded = (self.words)(mail);
        let to = mail.to.open_with_consent().parse().map_err(|_| "its address is not one".to_owned())?;
        let domain = self.from.email.domain();
        let parts = parts(worded.text, worded.html, worded.calendar)?;
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(worded.subject)
            // The same for every attempt, so that a letter that arrives twice is seen to be one.
            .message_id(Some(format!("<{}@{domain}>", mail.id)))
            .header(AutoSubmitted)
            .multipart(parts)
            .map_err(|_| "the letter cannot be written".to_owned())
    }

    async fn post(&self, mail: &Mail) -> Result<(), String> {
        let message = self.message(mail)?;
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message).await.map(|_| ()).map_err(|e| told(&e)),
            Way::Folder(folder) => {
                folder.send(message).await.map(|_| ()).map_err(|_| "its file cannot be written".to_owned())
            }
        }
    }
}

impl Mailer for Post {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>> {
        Box::pin(self.post(mail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use pul_domain::{Id, LanguageCode, Private};
    use pul_store::tables::MailState;
    use std::collections::BTreeMap;

    fn mail(to: &str) -> Mail {
        Mail {
            id: Id::new("m1").expect("an id"),
            to: Private::new(to.to_owned()),
            language: LanguageCode::ENGLISH,
            code: "sign-in".to_owned(),
            values: BTreeMap::new(),
            state: MailState::Waiting,
            problem: None,
            created: Timestamp::UNIX_EPOCH,
            sent: None,
        }
    }

    fn words() -> Words {
        Arc::new(|_| Worded {
            subject: "پل: Bridge".into(),
            text: "plain".into(),
            html: "<p dir=\"rtl\">پل</p>".into(),
            calendar: Some(CalendarPart { method: "REQUEST", text: "BEGIN:VCALENDAR\r\n".into() }),
        })
    }

    #[tokio::test]
    async fn a_letter_leaves_as_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let from = "Pul <pul@example.org>".to_owned();
        let route = MailRoute::Folder { folder: folder.path().join("out"), from };
        let mailer = mailer(&route, words()).expect("a mailer");
        mailer.send(&mail("amina@example.org")).await.expect("it is sent");
        assert_eq!(mailer.send(&mail("nobody")).await, Err("its address is not one".to_owned()));
        let file = std::fs::read_dir(folder.path().join("out")).expect("it is there").flatten().next();
        let text = std::fs::read_to_string(file.expect("a letter").path()).expect("it is text");
        for part in [
            "From: Pul <pul@example.org>",
            "To: amina@example.org",
            "Message-ID: <m1@example.org>",
            "Auto-Submitted: auto-generated",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "text/calendar; charset=utf-8; method=REQUEST",
            "filename=\"meeting.ics\"",
        ] {
            assert!(text.contains(part), "{part} in:\n{text}");
        }
    }

    #[tokio::test]
    async fn a_server_that_is_away_is_told_without_addresses() {
        // Nothing listens at the port of a listener that is gone.
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let server = MailServer {
            host: "127.0.0.1".into(),
            port,
            security: SmtpSecurity::Plain,
            credentials: Some(("pul".into(), Private::new("hush".into()))),
        };
        let route = MailRoute::Smtp { server, from: "pul@example.org".into() };
        let told = mailer(&route, words()).expect("a mailer").send(&mail("amina@example.org")).await;
        let told = told.expect_err("nobody is there");
        assert!(!told.contains("amina") && !told.contains("hush"), "{told}");
        assert!(probe(&route).await.is_err());
    }
}
