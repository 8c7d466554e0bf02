//! The configuration as a file that explains itself: every key, its value, where that came from.

use super::keys::{KEYS, Key, Kind};
use super::read::{Raw, holds};
use std::collections::BTreeMap;

/// What stands in place of a secret.
const HIDDEN: &str = "▇▇▇";

/// A value as it would stand in the file. A database in a file holds no password, so it is told.
fn shown(key: &Key, text: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    match key.kind {
        Kind::Secret if !text.is_empty() && !text.starts_with("sqlite:") => quoted(HIDDEN),
        Kind::Flag | Kind::Count(..) if text.chars().all(char::is_alphanumeric) && !text.is_empty() => {
            text.to_owned()
        }
        Kind::List => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
        }
        _ => quoted(text),
    }
}

/// The reference with the values that hold now. It reads back as a configuration, but for its
/// secrets.
pub fn reference(values: &BTreeMap<&'static str, Raw>) -> String {
    let mut out = String::from(
        "# Configuration of Pul, as it holds now. What stands here can stand in a file:\n\
         # pul serve --config FILE, or PUL_CONFIG=FILE. The environment comes before the file,\n\
         # the command line before both.\n",
    );
    let mut table = "";
    for key in KEYS {
        let (own, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if own != table {
            table = own;
            out.push_str(&format!("\n[{table}]\n"));
        }
        let (text, origin) = match values.get(key.name) {
            Some(raw) => (raw.text.as_str(), raw.origin.told()),
            None => (key.default, "default".to_owned()),
        };
        out.push_str(&format!(
            "\n# {}.\n# Holds {}. In the environment: {}.\n",
            key.about,
            holds(key.kind),
            key.variable()
        ));
        let hint = match (&*origin, key.default) {
            ("default", _) => "default".to_owned(),
            (_, "") => format!("from {origin}"),
            (_, default) => format!("from {origin}; default {}", shown(key, default)),
        };
        out.push_str(&format!("{name} = {}  # {hint}\n", shown(key, text)));
    }
    out
}
