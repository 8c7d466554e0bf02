//! Texts become values, each fault a finding with its place, cause and cure.

use super::keys::{Kind, find};
use super::read::{Origin, Raw, holds};
use jiff::SignedDuration;
use pul_domain::{Finding, Findings, Place, Private};
use pul_store::Address;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// How the way to a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// From the first byte (RFC 8314).
    Implicit,
    /// After the greeting (STARTTLS), and refused if the server cannot.
    StartTls,
    /// Not at all: for a server on the same machine.
    Plain,
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is encrypted.
    pub security: SmtpSecurity,
    /// Who signs in to it, with what.
    pub credentials: Option<(String, Private<String>)>,
}

/// How letters leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// They do not.
    Nowhere,
    /// By a server.
    Smtp {
        /// Which.
        server: MailServer,
        /// Who they are from.
        from: String,
    },
    /// As files.
    Folder {
        /// Into this folder.
        folder: PathBuf,
        /// Who they are from.
        from: String,
    },
}

impl MailRoute {
    /// Who letters are from, where they go anywhere.
    pub fn from(&self) -> Option<&str> {
        match self {
            MailRoute::Nowhere => None,
            MailRoute::Smtp { from, .. } | MailRoute::Folder { from, .. } => Some(from),
        }
    }
}

/// The gathered texts, read as what each key holds.
pub struct Values<'a> {
    pub raw: &'a BTreeMap<&'static str, Raw>,
}

impl Values<'_> {
    /// The text of a key, without spaces around it.
    pub fn text(&self, name: &str) -> &str {
        self.raw.get(name).map_or("", |raw| raw.text.trim())
    }

    /// Where a value was said.
    pub fn place(&self, name: &'static str) -> Place {
        match (find(name), self.raw.get(name)) {
            (Some(key), Some(raw)) => raw.origin.place(key),
            _ => Place::file("configuration").field(name),
        }
    }

    /// A fault about a value; what a secret holds is never told.
    fn fault(&self, name: &'static str, findings: &mut Findings) {
        let Some(key) = find(name) else { return };
        let text: String = self.text(name).chars().take(60).collect();
        let cause = match key.is_secret() {
            true => format!("What {name} holds cannot be read."),
            false => format!("{name} is {text:?}."),
        };
        findings.push(Finding::fault(
            "value",
            self.place(name),
            cause,
            format!("It holds {}.", holds(key.kind)),
        ));
    }

    /// A fault about what a text says.
    fn wrong(&self, name: &'static str, cause: String, cure: &str, findings: &mut Findings) {
        findings.push(Finding::fault("value", self.place(name), cause, cure));
    }

    pub fn path(&self, name: &str) -> Option<PathBuf> {
        Some(self.text(name)).filter(|text| !text.is_empty()).map(PathBuf::from)
    }

    pub fn secret(&self, name: &str) -> Option<Private<String>> {
        Some(self.text(name)).filter(|text| !text.is_empty()).map(|text| Private::new(text.to_owned()))
    }

    pub fn choice(&self, name: &'static str, findings: &mut Findings) -> &str {
        let text = self.text(name);
        if !matches!(find(name).map(|key| key.kind), Some(Kind::Choice(words)) if words.contains(&text)) {
            self.fault(name, findings);
        }
        text
    }

    pub fn flag(&self, name: &'static str, findings: &mut Findings) -> bool {
        match self.text(name) {
            "true" => true,
            "false" => false,
            _ => {
                self.fault(name, findings);
                false
            }
        }
    }

    pub fn count(&self, name: &'static str, findings: &mut Findings) -> i64 {
        let bounds = match find(name).map(|key| key.kind) {
            Some(Kind::Count(least, most)) => least..=most,
            _ => 0..=0,
        };
        match self.text(name).parse::<i64>() {
            Ok(count) if bounds.contains(&count) => count,
            _ => {
                self.fault(name, findings);
                *bounds.start()
            }
        }
    }

    /// A count as a type that its bounds fit in.
    pub fn size<T: TryFrom<i64> + Default>(&self, name: &'static str, findings: &mut Findings) -> T {
        T::try_from(self.count(name, findings)).unwrap_or_default()
    }

    pub fn span(&self, name: &'static str, findings: &mut Findings) -> SignedDuration {
        let text = self.text(name);
        let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let number = text[..split].parse::<i64>().ok().filter(|n| (1..=1_000_000).contains(n));
        let seconds = match text[split..].trim() {
            "s" => Some(1),
            "min" => Some(60),
            "h" => Some(3_600),
            "d" => Some(86_400),
            _ => None,
        };
        if let (Some(number), Some(seconds)) = (number, seconds) {
            return SignedDuration::from_secs(number * seconds);
        }
        self.fault(name, findings);
        SignedDuration::ZERO
    }

    fn list(&self, name: &str) -> Vec<&str> {
        self.text(name).split(',').map(str::trim).filter(|item| !item.is_empty()).collect()
    }

    pub fn addresses(&self, name: &'static str, findings: &mut Findings) -> Vec<IpAddr> {
        let mut addresses = Vec::new();
        for item in self.list(name) {
            match item.parse::<IpAddr>() {
                Ok(address) => addresses.push(address.to_canonical()),
                Err(_) => {
                    let cause = format!("{item:?} is not a network address.");
                    self.wrong(name, cause, "Write 10.0.0.5 or fd00::5.", findings);
                }
            }
        }
        addresses
    }

    pub fn emails(&self, name: &'static str, findings: &mut Findings) -> Vec<String> {
        let mut emails = Vec::new();
        for item in self.list(name) {
            match crate::live::sign_in::email(item) {
                Ok(email) => emails.push(email.to_lowercase()),
                Err(_) => {
                    let cause = format!("{item:?} is not an e-mail address.");
                    self.wrong(name, cause, "Write somebody@example.org.", findings);
                }
            }
        }
        emails
    }

    pub fn listen(&self, findings: &mut Findings) -> Option<SocketAddr> {
        let text = self.text("listen");
        let listen = text.parse().ok();
        if listen.is_none() {
            let cause = format!("{text:?} is not a network address with a port.");
            self.wrong("listen", cause, "Write 127.0.0.1:8080, 0.0.0.0:8080 or [::]:8080.", findings);
        }
        listen
    }

    pub fn database(&self, findings: &mut Findings) -> Option<Address> {
        let address = Address::parse(self.text("database")).ok();
        if address.is_none() {
            let cause = "It is not the address of a database (not shown: it may hold a password).".to_owned();
            let cure = "Write sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME.";
            self.wrong("database", cause, cure, findings);
        }
        address
    }

    /// Where people reach the system, without a slash at the end.
    pub fn address(&self, listen: Option<SocketAddr>, findings: &mut Findings) -> String {
        let text = self.text("address").trim_end_matches('/');
        if text.is_empty() {
            let scheme = if self.text("tls.certificate").is_empty() { "http" } else { "https" };
            return listen.map_or_else(String::new, |listen| format!("{scheme}://{listen}"));
        }
        self.web_address("address", text, findings);
        text.to_owned()
    }

    /// The host of an address that must be one of the web, without user, question or fragment.
    pub fn web_address(&self, name: &'static str, text: &str, findings: &mut Findings) -> Option<String> {
        let host = host_of(text);
        if host.is_none() {
            self.wrong(
                name,
                format!("{text:?} is not an address."),
                "Write https://pul.example.org.",
                findings,
            );
        }
        host
    }

    pub fn mail(&self, findings: &mut Findings) -> Option<MailRoute> {
        let route = self.choice("mail.send", findings);
        if route == "nowhere" {
            return Some(MailRoute::Nowhere);
        }
        let from = self.text("mail.from").to_owned();
        if !from.contains('@') {
            let cause = format!("{from:?} is not who letters can be from.");
            self.wrong("mail.from", cause, "Write Pul <pul@example.org>.", findings);
        }
        if route == "folder" {
            let folder = self.path("mail.folder");
            if folder.is_none() {
                let cure = "Name a folder, or choose another mail.send.";
                self.wrong("mail.folder", "It is empty.".to_owned(), cure, findings);
            }
            return folder.map(|folder| MailRoute::Folder { folder, from });
        }
        let server = self.mail_server();
        if server.is_none() {
            let cause = format!("{:?} is not a mail server.", self.text("mail.server"));
            let cure =
                "Write smtps://mail.example.org, smtp://mail.example.org or smtp-plain://127.0.0.1:25.";
            self.wrong("mail.server", cause, cure, findings);
        }
        server.map(|server| MailRoute::Smtp { server, from })
    }

    fn mail_server(&self) -> Option<MailServer> {
        let (scheme, rest) = self.text("mail.server").split_once("://")?;
        let (security, port) = match scheme {
            "smtps" => (SmtpSecurity::Implicit, 465),
            "smtp" => (SmtpSecurity::StartTls, 587),
            "smtp-plain" => (SmtpSecurity::Plain, 25),
            _ => return None,
        };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok()?),
            None => (rest, port),
        };
        let plain = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
        let user = Some(self.text("mail.user").to_owned()).filter(|user| !user.is_empty());
        let password = self.secret("mail.password").unwrap_or_else(|| Private::new(String::new()));
        plain.then(|| MailServer {
            host: host.to_owned(),
            port,
            security,
            credentials: user.map(|user| (user, password)),
        })
    }
}

fn host_of(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]_".contains(c);
    let fits = !host.is_empty() && host.chars().all(plain) && !rest.contains(['?', '#', '@', ' ']);
    fits.then(|| host.to_owned())
}

impl Origin {
    /// The origin as the printed reference tells it.
    pub(super) fn told(&self) -> String {
        match self {
            Origin::Default => "default".to_owned(),
            Origin::File(place) => place.to_string(),
            Origin::Environment(name) => name.clone(),
            Origin::Command(_) => "command line".to_owned(),
        }
    }
}
