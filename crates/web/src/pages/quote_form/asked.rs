//! The deal that the fields of a query state.

use super::MEMBERS;
use crate::ask::Fields;
use pul_app::quote::{Asked, Prices};
use pul_pack::rules::InputScope;
use std::collections::BTreeMap;

/// The deal that the fields of a query state.
pub(crate) fn asked(fields: &Fields, prices: &Prices) -> Asked {
    let mut asked = Asked::default();
    asked.title = fields.get("title").map(str::to_owned);
    asked.date = fields.number("date");
    let stated = |name: &str, prefix: &str, scope: InputScope| {
        let id = name.strip_prefix(prefix)?;
        prices.tariff.rules.inputs.iter().find(|i| i.id == id && i.scope == scope).map(|i| i.id.clone())
    };
    for (name, value) in fields.0.iter().map(|(k, v)| (k.as_str(), v.trim())).filter(|(_, v)| !v.is_empty()) {
        if let Some(id) =
            stated(name, "", InputScope::Deal).filter(|id| !matches!(id.as_str(), "date" | "way"))
        {
            asked.statement.inputs.insert(id, value.to_owned());
        } else if let Some(assumption) = name.strip_prefix("a.") {
            asked.assume.insert(assumption.to_owned(), value.to_owned());
        }
    }
    for n in 1..=MEMBERS {
        let prefix = format!("m{n}-");
        let member = |(name, value): &(String, String)| {
            let id = stated(name, &prefix, InputScope::Member)?;
            (!value.trim().is_empty()).then(|| (id, value.trim().to_owned()))
        };
        let member: BTreeMap<String, String> = fields.0.iter().filter_map(member).collect();
        if member.contains_key("occupation") {
            asked.statement.team.push(member);
        }
    }
    asked
}
