//! Lists as tables that a spreadsheet opens without harm.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use pul_app::live::Refusal;
use serde_json::Value;

/// A table with these columns, each a path into an item (`opened.email`).
pub(crate) fn table(items: &[Value], columns: &[&str]) -> Result<Response, Refusal> {
    let mut out = ::csv::Writer::from_writer(Vec::new());
    out.write_record(columns).map_err(Refusal::internal)?;
    for item in items {
        let row = columns.iter().map(|path| cell(path.split('.').fold(item, |at, name| &at[name])));
        out.write_record(row).map_err(Refusal::internal)?;
    }
    let bytes = out.into_inner().map_err(|e| Refusal::internal(e.error()))?;
    let mut response = bytes.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    Ok(response)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        Value::Array(all) => harmless(&all.iter().map(plain).collect::<Vec<_>>().join("; ")),
        Value::Object(_) => harmless(&value.to_string()),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A text that begins like a formula is held to be text by the mark spreadsheets know for it.
fn harmless(text: &str) -> String {
    match text.trim_start_matches([' ', '\u{feff}']).chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '|') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        let told = ["=1+1", "-3", " @SUM(A1)", "plain", "پل"].map(|t| cell(&json!(t)));
        insta::assert_snapshot!(told.join("\n"), @"
        '=1+1
        '-3
        ' @SUM(A1)
        plain
        پل
        ");
        assert_eq!(cell(&json!(-3)), "-3");
        assert_eq!(cell(&json!(["a", "b"])), "a; b");
    }
}
