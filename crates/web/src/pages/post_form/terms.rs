//! What only posts of one kind state, as fields of a form and back.

use super::read::Reader;
use super::write::decimal;
use pul_domain::{Currency, Money, Terms};

/// Kinds of post, each with the lists of words only it states and its numbers.
pub(crate) const KINDS: [(&str, &[&str], &[&str]); 8] = [
    ("service", &[], &[]),
    ("capital", &["stages", "instruments"], &["least", "most"]),
    ("mentorship", &["topics"], &["hours_per_month"]),
    ("market-access", &["channels"], &[]),
    ("research", &["fields"], &["readiness", "contribution"]),
    ("placement", &[], &["places", "months", "stipend"]),
    ("venture", &["brings", "seeks"], &["share_percent"]),
    ("practice", &["topics", "formats"], &[]),
];
/// Numbers of a kind that are amounts of money.
pub(crate) const MONEY: [&str; 4] = ["least", "most", "contribution", "stipend"];

impl Reader<'_> {
    /// What only posts of this kind state.
    pub(super) fn terms(&mut self) -> Option<Terms> {
        let kind = self.fields.get("kind").unwrap_or("service");
        let (_, lists, numbers) = KINDS.iter().find(|(word, _, _)| *word == kind)?;
        let mut value = serde_json::Map::new();
        value.insert("kind".to_owned(), kind.into());
        for name in *lists {
            let words = self.fields.text(&format!("t-{name}")).split([',', '،', '\n']).map(str::trim);
            let words: Vec<&str> = words.filter(|w| !w.is_empty()).take(30).collect();
            value.insert((*name).to_owned(), words.into());
        }
        for name in *numbers {
            let field = format!("t-{name}");
            let Some(text) = self.fields.get(&field) else { continue };
            let money = MONEY.contains(name);
            let read =
                if money { self.money(text) } else { text.parse::<u16>().ok().map(serde_json::Value::from) };
            match read {
                Some(read) => drop(value.insert((*name).to_owned(), read)),
                None => self.fault(&field, "form-value", "This cannot be read.", "Write a number."),
            }
        }
        let terms = serde_json::from_value(serde_json::Value::Object(value));
        if terms.is_err() {
            self.fault(
                "kind",
                "form-terms",
                "Something this kind of post needs is missing.",
                "Fill in the fields under the kind.",
            );
        }
        terms.ok()
    }

    fn money(&self, text: &str) -> Option<serde_json::Value> {
        let currency = Currency::new(self.fields.text("currency"))?;
        serde_json::to_value(Money::parse(&text.replace(',', ""), currency).ok()?).ok()
    }
}

/// The fields of what only posts of one kind state.
pub(super) fn terms(terms: &Terms, put: &mut impl FnMut(&str, String)) {
    let serde_json::Value::Object(stated) = serde_json::to_value(terms).unwrap_or_default() else { return };
    for (name, value) in stated {
        let field = if name == "kind" { name } else { format!("t-{name}") };
        match value {
            serde_json::Value::String(text) => put(&field, text),
            serde_json::Value::Array(words) => {
                let words: Vec<&str> = words.iter().filter_map(|w| w.as_str()).collect();
                put(&field, words.join(", "));
            }
            serde_json::Value::Number(n) => put(&field, n.to_string()),
            money @ serde_json::Value::Object(_) => {
                if let Ok(money) = serde_json::from_value::<Money>(money) {
                    put(&field, decimal(money));
                    put("currency", money.currency.to_string());
                }
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) => {}
        }
    }
}
