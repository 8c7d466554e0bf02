//! The configuration of a node: a TOML file, the environment over it, the command line over
//! both. Every fault is told at once; secrets never print.

mod keys;
mod read;
mod reference;
mod typed;

pub use keys::{KEYS, Key, Kind};
pub use read::{Origin, Raw, Sources};
pub use reference::reference;
pub use typed::{MailRoute, MailServer, SmtpSecurity};

use super::settings::Settings;
use pul_domain::{Finding, Findings, Private};
use pul_store::Address;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use typed::Values;

/// When the tables are brought up to date by a server that starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrate {
    /// Where the data is one file; with many nodes it is a step of its own.
    Auto,
    /// Always.
    Always,
    /// Never: `pul migrate` does it.
    Never,
}

/// A provider of identities (OpenID Connect).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its address, as it names itself.
    pub issuer: String,
    /// Our id there.
    pub client: String,
    /// Our secret there, if we have one.
    pub secret: Option<Private<String>>,
    /// What it is called on the sign-in page.
    pub label: String,
}

/// A configuration without faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// Where the data is.
    pub database: Address,
    /// Connections to it.
    pub connections: u32,
    /// When tables are brought up to date.
    pub migrate: Migrate,
    /// Folder of another pack.
    pub pack: Option<PathBuf>,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Background workers.
    pub workers: usize,
    /// Whether the log is written as JSON.
    pub log_json: bool,
    /// The least grave message written.
    pub log_level: String,
    /// Certificate chain and key, as PEM files.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// What a reader of the metrics shows.
    pub metrics_token: Option<Private<String>>,
    /// Entries of the log a node may be behind and still be ready.
    pub ready_lag: i64,
    /// Requests one network address may make in a second, on average.
    pub requests_a_second: u32,
    /// Requests one network address may make at once.
    pub requests_at_once: u32,
    /// How letters leave.
    pub mail: MailRoute,
    /// Whether people may sign in by passkey.
    pub passkeys: bool,
    /// A provider of identities.
    pub provider: Option<Provider>,
    /// What the use cases are told.
    pub settings: Settings,
}

/// What was read: every value with its origin, the configuration if it has no fault, and what
/// was noticed.
#[derive(Debug)]
pub struct Read {
    /// Every value, by key.
    pub values: BTreeMap<&'static str, Raw>,
    /// The configuration; none when a finding is a fault.
    pub configuration: Option<Configuration>,
    /// Faults and warnings, all of them.
    pub findings: Findings,
}

/// Reads a configuration.
pub fn read(sources: &Sources<'_>) -> Read {
    let mut findings = Findings::new();
    let values = read::gather(sources, &mut findings);
    let built = build(&Values { raw: &values }, &mut findings);
    let configuration = built.filter(|_| !findings.has_faults());
    Read { values, configuration, findings }
}

fn build(values: &Values<'_>, findings: &mut Findings) -> Option<Configuration> {
    let listen = values.listen(findings);
    let mail = values.mail(findings);
    let database = values.database(findings);
    let address = values.address(listen, findings);
    let migrate = match values.choice("migrate", findings) {
        "always" => Migrate::Always,
        "never" => Migrate::Never,
        _ => Migrate::Auto,
    };
    let tls = tls(values, findings);
    let provider = provider(values, findings);
    let settings = settings(values, address, findings);
    let log_level = values.choice("log.level", findings).to_owned();
    let log_json = values.choice("log.format", findings) == "json";
    let connections = values.size("database_connections", findings);
    let trusted_proxies = values.addresses("trusted_proxies", findings);
    let workers = values.size("workers", findings);
    let ready_lag = values.count("ready.lag", findings);
    let mut rate = |name| u32::try_from(values.count(name, findings)).unwrap_or(u32::MAX);
    let (requests_a_second, requests_at_once) = (rate("requests.a_second"), rate("requests.at_once"));
    let passkeys = values.flag("passkey.enabled", findings);
    // Only now that every key was looked at: all faults are told at once.
    Some(Configuration {
        database: database?,
        connections,
        migrate,
        pack: values.path("pack"),
        listen: listen?,
        trusted_proxies,
        workers,
        log_json,
        log_level,
        tls,
        metrics_token: values.secret("metrics.token"),
        ready_lag,
        requests_a_second,
        requests_at_once,
        mail: mail?,
        passkeys,
        provider,
        settings,
    })
}

fn tls(values: &Values<'_>, findings: &mut Findings) -> Option<(PathBuf, PathBuf)> {
    match (values.path("tls.certificate"), values.path("tls.key")) {
        (Some(certificate), Some(key)) => Some((certificate, key)),
        (None, None) => None,
        (certificate, _) => {
            let (set, missing) = if certificate.is_some() {
                ("tls.certificate", "tls.key")
            } else {
                ("tls.key", "tls.certificate")
            };
            let cause = format!("{set} is set and {missing} is not.");
            findings.push(Finding::fault(
                "half",
                values.place(set),
                cause,
                format!("Set {missing} too, or neither."),
            ));
            None
        }
    }
}

fn provider(values: &Values<'_>, findings: &mut Findings) -> Option<Provider> {
    let issuer = values.text("oidc.issuer");
    let client = values.text("oidc.client");
    if issuer.is_empty() && client.is_empty() && values.secret("oidc.secret").is_none() {
        return None;
    }
    if issuer.is_empty() || client.is_empty() {
        let cause = "A provider of identities needs its issuer and our client id.".to_owned();
        let cure = "Set oidc.issuer and oidc.client, or nothing of oidc.";
        findings.push(Finding::fault("half", values.place("oidc.issuer"), cause, cure));
        return None;
    }
    let host = values.web_address("oidc.issuer", issuer, findings)?;
    let label = values.text("oidc.label");
    Some(Provider {
        issuer: issuer.to_owned(),
        client: client.to_owned(),
        secret: values.secret("oidc.secret"),
        label: if label.is_empty() { host } else { label.to_owned() },
    })
}

fn settings(values: &Values<'_>, address: String, findings: &mut Findings) -> Settings {
    Settings {
        address,
        demo: false,
        organisers: values.emails("sign_in.organisers", findings),
        open_sign_up: values.flag("sign_in.open", findings),
        post_days: values.count("posts.days", findings),
        remind_days: values.count("posts.remind_days", findings),
        introduction_days: values.count("introductions.days", findings),
        link: values.span("sign_in.link", findings),
        session_idle: values.span("sign_in.session_idle", findings),
        session_most: values.span("sign_in.session_most", findings),
        session_rotate: values.span("sign_in.session_rotate", findings),
        links_per_address: values.size("sign_in.links_per_address", findings),
        attempts_per_network: values.size("sign_in.attempts_per_network", findings),
        import_bytes: values.size("imports.bytes", findings),
        waiting_introductions: values.size("introductions.waiting", findings),
    }
}

#[cfg(test)]
mod tests;
