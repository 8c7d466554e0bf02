//! One text for one value: what is hashed, compared and dumped must not depend on who wrote it.

use crate::{BODY_LIMIT, Error, KEY_LIMIT, Record, Refusal};
use serde_json::Value as Json;

/// The record as canonical JSON: members by name, no spaces.
pub(crate) fn body<R: Record>(row: &R) -> Result<String, Error> {
    let id = row.id();
    let refuse = |why| Error::Refused { table: R::TABLE.name, id: printable(&id), why };
    let json = serde_json::to_value(row).map_err(|_| refuse(Refusal::Form))?;
    let mut out = String::new();
    if !write(&json, &mut out) {
        return Err(refuse(Refusal::Nul));
    }
    if out.len() > BODY_LIMIT {
        return Err(refuse(Refusal::BodyTooLong));
    }
    let keys = row.keys();
    let kinds = R::TABLE.keys.iter().map(|(_, kind)| *kind);
    if keys.len() != R::TABLE.keys.len() || !kinds.eq(keys.iter().map(crate::Value::kind)) {
        return Err(refuse(Refusal::Keys));
    }
    for text in keys.iter().map(crate::Value::text).chain([id.as_str()]) {
        if text.len() > KEY_LIMIT {
            return Err(refuse(Refusal::KeyTooLong));
        }
        if text.contains('\0') {
            return Err(refuse(Refusal::Nul));
        }
    }
    Ok(out)
}

/// An id fit for a message: short, and without what would not print.
pub(crate) fn printable(id: &str) -> String {
    id.chars().take(60).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// Writes a value; false when a text in it holds U+0000, which PostgreSQL cannot store.
pub(crate) fn write(json: &Json, out: &mut String) -> bool {
    match json {
        Json::Array(items) => {
            out.push('[');
            let mut clean = true;
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                clean &= write(item, out);
            }
            out.push(']');
            clean
        }
        Json::Object(members) => {
            // serde_json keeps members sorted or as they came, by a feature that any crate of the build may
            // switch on.
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_unstable_by_key(|(name, _)| *name);
            out.push('{');
            let mut clean = true;
            for (i, (name, value)) in sorted.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                clean &= text(name, out);
                out.push(':');
                clean &= write(value, out);
            }
            out.push('}');
            clean
        }
        Json::String(string) => text(string, out),
        plain => {
            out.push_str(&plain.to_string());
            true
        }
    }
}

fn text(text: &str, out: &mut String) -> bool {
    out.push_str(&Json::String(text.to_owned()).to_string());
    !text.contains('\0')
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(*b)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_by_name() {
        let mut out = String::new();
        let value = serde_json::json!({"b": [1, null, "x\"\n"], "a": {"ی": true, "z": -5}});
        assert!(write(&value, &mut out));
        insta::assert_snapshot!(out, @r#"{"a":{"z":-5,"ی":true},"b":[1,null,"x\"\n"]}"#);
        assert!(!write(&serde_json::json!(["a\u{0}b"]), &mut out));
        assert_eq!(hex(&[0, 255, 0x1a]), "00ff1a");
    }
}
