//! What whoever runs the system decides: addresses, terms, limits. Read once at the start.

use jiff::SignedDuration;

/// The settings of a node. Every node of a deployment has the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where people reach it, without a slash at the end: links in e-mails begin with it.
    pub address: String,
    /// Whether this is a demonstration: anybody may sign in as each role, and mails are shown.
    pub demo: bool,
    /// E-mail addresses, in lower case, whose accounts become organisers when they first sign in.
    pub organisers: Vec<String>,
    /// Whether anybody may make an account by a sign-in link. If not, only those invited.
    pub open_sign_up: bool,
    /// Days a post stays published before it expires or is renewed.
    pub post_days: i64,
    /// Days before its expiry when its party is reminded.
    pub remind_days: i64,
    /// Days an introduction waits for its answer.
    pub introduction_days: i64,
    /// How long a sign-in link holds.
    pub link: SignedDuration,
    /// How long a session lasts without being used.
    pub session_idle: SignedDuration,
    /// How long a session lasts at most.
    pub session_most: SignedDuration,
    /// Age at which the secret of a session is changed.
    pub session_rotate: SignedDuration,
    /// Sign-in links one e-mail address is sent in an hour.
    pub links_per_address: u32,
    /// Sign-in attempts, links asked for and tried, from one network address in an hour.
    pub attempts_per_network: u32,
    /// Largest file of an import, in bytes.
    pub import_bytes: usize,
    /// Waiting introductions a party may have sent; more are told to wait for answers.
    pub waiting_introductions: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            address: "http://127.0.0.1:8080".to_owned(),
            demo: false,
            organisers: Vec::new(),
            open_sign_up: true,
            post_days: 90,
            remind_days: 7,
            introduction_days: 14,
            link: SignedDuration::from_mins(15),
            session_idle: SignedDuration::from_hours(24 * 14),
            session_most: SignedDuration::from_hours(24 * 90),
            session_rotate: SignedDuration::from_hours(24),
            links_per_address: 5,
            attempts_per_network: 60,
            import_bytes: 32 << 20,
            waiting_introductions: 50,
        }
    }
}
