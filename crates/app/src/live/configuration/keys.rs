//! Every key of the configuration: its name, what it may hold, its default, what it is for.

/// What a key may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number within these bounds, both included.
    Count(i64, i64),
    /// A time: a whole number and `s`, `min`, `h` or `d`.
    Span,
    /// Texts: a list in the file, separated by commas in the environment.
    List,
    /// A text that is never shown. `…_file` names a file that holds it instead.
    Secret,
}

/// A key of the configuration.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name; what stands before a dot is its table in the file.
    pub name: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// What holds where nothing is said, as it would stand in the environment.
    pub default: &'static str,
    /// What it is for.
    pub about: &'static str,
}

impl Key {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        format!("PUL_{}", self.name.replace('.', "_").to_uppercase())
    }

    /// Whether it is never shown.
    pub fn is_secret(&self) -> bool {
        self.kind == Kind::Secret
    }
}

const fn key(name: &'static str, kind: Kind, default: &'static str, about: &'static str) -> Key {
    Key { name, kind, default, about }
}

/// The longest a number of days may be: ten years.
const MOST_DAYS: i64 = 3_650;

/// Every key, in the order they are printed: those without a table first, then table by table.
pub const KEYS: &[Key] = &[
    key(
        "database",
        Kind::Secret,
        "sqlite:pul.db",
        "Where the data is: sqlite:FILE, or postgres://USER:PASSWORD@HOST/NAME for many nodes. May hold a password, so it is not shown",
    ),
    key(
        "database_connections",
        Kind::Count(2, 500),
        "8",
        "Connections to the database this node may hold at once",
    ),
    key(
        "migrate",
        Kind::Choice(&["auto", "always", "never"]),
        "auto",
        "Whether `pul serve` brings the tables up to date when it starts; auto: on SQLite alone",
    ),
    key("pack", Kind::Text, "", "Folder of another pack than the one inside the program"),
    key("listen", Kind::Text, "127.0.0.1:8080", "Address and port the server listens at"),
    key(
        "address",
        Kind::Text,
        "",
        "Where people reach it, https://pul.example.org: links in letters begin with it, passkeys are bound to it. Empty: http:// and `listen`",
    ),
    key("trusted_proxies", Kind::List, "", "Network addresses of proxies whose X-Forwarded-For is believed"),
    key(
        "workers",
        Kind::Count(0, 64),
        "2",
        "Workers a `pul serve` or `pul worker` runs for mail, imports and other background work",
    ),
    key(
        "log.format",
        Kind::Choice(&["text", "json"]),
        "text",
        "How the program's own log is written, to standard error",
    ),
    key(
        "log.level",
        Kind::Choice(&["error", "warn", "info", "debug"]),
        "info",
        "The least grave message written",
    ),
    key(
        "tls.certificate",
        Kind::Text,
        "",
        "PEM file of the certificate chain. Empty: plain HTTP, for a proxy to encrypt",
    ),
    key("tls.key", Kind::Text, "", "PEM file of the private key of the certificate"),
    key(
        "metrics.token",
        Kind::Secret,
        "",
        "What a reader of /metrics must show as a bearer token. Empty: only this machine may read it",
    ),
    key(
        "ready.lag",
        Kind::Count(1, 1_000_000),
        "1000",
        "Entries of the log a node may be behind before /ready tells that it is not",
    ),
    key(
        "requests.a_second",
        Kind::Count(1, 1_000_000),
        "20",
        "Requests one network address may make in a second, on average",
    ),
    key(
        "requests.at_once",
        Kind::Count(1, 1_000_000),
        "120",
        "Requests one network address may make at once",
    ),
    key(
        "mail.send",
        Kind::Choice(&["nowhere", "smtp", "folder"]),
        "nowhere",
        "How letters leave: by a server, as files into a folder, or not at all",
    ),
    key(
        "mail.server",
        Kind::Text,
        "",
        "smtps://HOST (port 465), smtp://HOST (port 587, encrypted once greeted) or smtp-plain://HOST:PORT for a server on this machine",
    ),
    key("mail.user", Kind::Text, "", "Who signs in to the mail server; empty: nobody"),
    key("mail.password", Kind::Secret, "", "Password of that user"),
    key("mail.from", Kind::Text, "", "Who letters are from: Pul <pul@example.org>"),
    key("mail.folder", Kind::Text, "", "Where letters go as files, for mail.send = \"folder\""),
    key(
        "sign_in.organisers",
        Kind::List,
        "",
        "E-mail addresses whose accounts become organisers when first made",
    ),
    key(
        "sign_in.open",
        Kind::Flag,
        "true",
        "Whether anybody may make an account; if not, only those invited",
    ),
    key("sign_in.link", Kind::Span, "15 min", "How long a sign-in link holds"),
    key("sign_in.session_idle", Kind::Span, "14 d", "How long a session lasts without being used"),
    key("sign_in.session_most", Kind::Span, "90 d", "How long a session lasts at most"),
    key("sign_in.session_rotate", Kind::Span, "24 h", "Age at which the secret of a session is changed"),
    key(
        "sign_in.links_per_address",
        Kind::Count(1, 1_000),
        "5",
        "Sign-in links one e-mail address is sent in an hour",
    ),
    key(
        "sign_in.attempts_per_network",
        Kind::Count(1, 1_000_000),
        "60",
        "Sign-in attempts from one network address in an hour",
    ),
    key(
        "passkey.enabled",
        Kind::Flag,
        "true",
        "Whether people may sign in by passkey; needs https, or http://localhost",
    ),
    key("oidc.issuer", Kind::Text, "", "Address of a provider of identities (OpenID Connect); empty: none"),
    key("oidc.client", Kind::Text, "", "Id of this system at the provider"),
    key("oidc.secret", Kind::Secret, "", "Secret of this system at the provider; empty for a public client"),
    key(
        "oidc.label",
        Kind::Text,
        "",
        "What the provider is called on the sign-in page; empty: the name of its host",
    ),
    key(
        "posts.days",
        Kind::Count(1, MOST_DAYS),
        "90",
        "Days a post stays published before it expires or is renewed",
    ),
    key(
        "posts.remind_days",
        Kind::Count(0, MOST_DAYS),
        "7",
        "Days before its expiry when its party is reminded",
    ),
    key("introductions.days", Kind::Count(1, MOST_DAYS), "14", "Days an introduction waits for its answer"),
    key(
        "introductions.waiting",
        Kind::Count(1, 100_000),
        "50",
        "Introductions without an answer a party may have sent",
    ),
    key("imports.bytes", Kind::Count(1_024, 1 << 30), "33554432", "Largest file of an import, in bytes"),
];

/// The key of a name.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}
