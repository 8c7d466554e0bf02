//! Reading values from a file and from the environment, each with where it came from.

use super::keys::{KEYS, Key, Kind, find};
use pul_domain::{Finding, Findings, Place};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nothing was said.
    Default,
    /// A line of the file.
    File(Place),
    /// A variable of the environment.
    Environment(String),
    /// The command line.
    Command(&'static str),
}

impl Origin {
    /// The place a finding about the value names.
    pub fn place(&self, key: &Key) -> Place {
        match self {
            Origin::Default => Place::file("configuration").field(key.name),
            Origin::File(place) => place.clone().field(key.name),
            Origin::Environment(name) => Place::file("environment").field(name),
            Origin::Command(name) => Place::file("command line").field(*name),
        }
    }
}

/// A value as text, as it would stand in the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// The text.
    pub text: String,
    /// Where it came from.
    pub origin: Origin,
}

/// The world a configuration is read from; tests give their own.
pub struct Sources<'a> {
    /// Name and text of the file, if there is one.
    pub file: Option<(&'a str, &'a str)>,
    /// The environment.
    pub environment: &'a BTreeMap<String, String>,
    /// What the command line says, by key.
    pub command: &'a [(&'static str, String)],
    /// Reads a file that holds a secret.
    pub secret: &'a dyn Fn(&Path) -> std::io::Result<String>,
}

/// Variables that begin alike but are not of the configuration.
const OTHER_VARIABLES: [&str; 3] = ["PUL_CONFIG", "PUL_DATA", "PUL_POSTGRES"];

/// Every value: of the command line before the environment, before the file, before the default.
pub fn gather(sources: &Sources<'_>, findings: &mut Findings) -> BTreeMap<&'static str, Raw> {
    let mut said = BTreeMap::new();
    if let Some((name, text)) = sources.file {
        of_file(name, text, &mut said, findings);
    }
    of_environment(sources.environment, &mut said, findings);
    for (name, text) in sources.command {
        let raw = Raw { text: text.clone(), origin: Origin::Command(name) };
        said.insert((*name).to_owned(), raw);
        said.remove(&format!("{name}_file"));
    }
    let mut values = BTreeMap::new();
    for key in KEYS {
        let own = said.remove(key.name);
        let named = said.remove(&format!("{}_file", key.name));
        let value = match (own, named) {
            (own, Some(named)) => of_secret_file(key, own, &named, sources.secret, findings),
            (own, None) => own,
        };
        let default = || Raw { text: key.default.to_owned(), origin: Origin::Default };
        values.insert(key.name, value.unwrap_or_else(default));
    }
    values
}

/// The name of a key, or of the file of a secret.
fn known(name: &str) -> bool {
    let of_file = |name: &str| find(name).is_some_and(Key::is_secret);
    find(name).is_some() || name.strip_suffix("_file").is_some_and(of_file)
}

fn unknown(name: &str, place: Place) -> Finding {
    let near = KEYS.iter().map(|key| (strsim::jaro_winkler(key.name, name), key.name));
    let near = near.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(like, _)| *like > 0.85);
    let cure = match near {
        Some((_, near)) => format!("Write {near}, or take it out."),
        None => "Take it out; `pul config` prints every key.".to_owned(),
    };
    Finding::fault("unknown-key", place, format!("There is no key {name}."), cure)
}

fn of_file(file: &str, text: &str, said: &mut BTreeMap<String, Raw>, findings: &mut Findings) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let line = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
    };
    for error in errors {
        let place = Place::line(file, line(error.span().map_or(0, |span| span.start)));
        let cause = format!("It is not TOML: {}.", error.message());
        findings.push(Finding::fault("toml", place, cause, "Write KEY = VALUE, texts in quotes."));
    }
    let mut entries = Vec::new();
    for (name, value) in root.get_ref() {
        let at = name.span().start;
        match value.get_ref() {
            DeValue::Table(table) => {
                let inner = table.iter().map(|(inner, value)| {
                    (format!("{}.{}", name.get_ref(), inner.get_ref()), inner.span().start, value.get_ref())
                });
                entries.extend(inner);
            }
            value => entries.push((name.get_ref().to_string(), at, value)),
        }
    }
    for (name, at, value) in entries {
        let place = Place::line(file, line(at));
        if !known(&name) {
            findings.push(unknown(&name, place));
            continue;
        }
        match plain(value) {
            Some(text) => drop(said.insert(name, Raw { text, origin: Origin::File(place) })),
            None => {
                let cause = "It holds neither a text, a number, true or false, nor a list of texts.";
                let cure = "See `pul config` for what it may hold.";
                findings.push(Finding::fault("value", place.field(name), cause, cure));
            }
        }
    }
}

/// A value as it would stand in the environment.
fn plain(value: &DeValue<'_>) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string().replace('_', ""),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
            texts?.join(",")
        }
        _ => return None,
    })
}

fn of_environment(
    environment: &BTreeMap<String, String>,
    said: &mut BTreeMap<String, Raw>,
    findings: &mut Findings,
) {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for key in KEYS {
        names.insert(key.variable(), key.name.to_owned());
        if key.is_secret() {
            names.insert(format!("{}_FILE", key.variable()), format!("{}_file", key.name));
        }
    }
    for (variable, text) in environment.iter().filter(|(name, _)| name.starts_with("PUL_")) {
        let Some(name) = names.get(variable) else {
            if !OTHER_VARIABLES.contains(&variable.as_str()) {
                let cause = "No key has this name in the environment, so it changes nothing.";
                let place = Place::file("environment").field(variable);
                findings.push(Finding::warning(
                    "unknown-variable",
                    place,
                    cause,
                    "`pul config` prints every name.",
                ));
            }
            continue;
        };
        // What the environment says of a secret, either way, stands instead of what the file says.
        let other = name.strip_suffix("_file").map_or_else(|| format!("{name}_file"), str::to_owned);
        if said.get(&other).is_some_and(|raw| matches!(raw.origin, Origin::File(_))) {
            said.remove(&other);
        }
        said.insert(name.clone(), Raw { text: text.clone(), origin: Origin::Environment(variable.clone()) });
    }
}

/// The first line of the file that holds a secret.
fn of_secret_file(
    key: &Key,
    own: Option<Raw>,
    named: &Raw,
    read: &dyn Fn(&Path) -> std::io::Result<String>,
    findings: &mut Findings,
) -> Option<Raw> {
    let place = named.origin.place(key);
    if own.is_some() {
        let cause = format!("{0} and {0}_file are both set.", key.name);
        findings.push(Finding::fault("twice", place, cause, "Keep one of them."));
        return own;
    }
    let path = PathBuf::from(&named.text);
    match read(&path) {
        Ok(text) => {
            let text = text.lines().next().unwrap_or_default().trim().to_owned();
            Some(Raw { text, origin: named.origin.clone() })
        }
        Err(why) => {
            let cause = format!("{} cannot be read: {why}.", path.display());
            findings.push(Finding::fault("file", place, cause, "Name a file this program may read."));
            None
        }
    }
}

/// What a key may hold, in words.
pub fn holds(kind: Kind) -> String {
    match kind {
        Kind::Text => "a text".to_owned(),
        Kind::Choice(words) => format!("one of {}", words.join(", ")),
        Kind::Flag => "true or false".to_owned(),
        Kind::Count(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Span => "a whole number and s, min, h or d: 15 min".to_owned(),
        Kind::List => "a list of texts; with commas in the environment".to_owned(),
        Kind::Secret => "a text, never shown; or the same name with _file: a file that holds it".to_owned(),
    }
}
