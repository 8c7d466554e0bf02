//! A quote as rows for sheets: a row a line of each way, then its totals.

use crate::output::Rows;
use pul_app::quote::Compared;
use pul_domain::Money;
use pul_quote_paper::{Shown, Told};

const HEAD: [&str; 13] = [
    "way",
    "kind",
    "group",
    "line",
    "label",
    "from",
    "to",
    "amount",
    "currency",
    "becomes",
    "becomes currency",
    "formula",
    "worked",
];

/// Amounts are plain decimals, whatever the language.
pub fn rows(told: &Told<'_>, shown: &Shown<'_>) -> Rows {
    let mut rows = Rows::new(&HEAD, &[7, 9]);
    let one_line = shown.explain.filter(|l| !l.is_empty());
    for way in shown.ways() {
        for line in way.quote.lines.iter().filter(|l| one_line.is_none_or(|id| id == l.id)) {
            let kind = match (&line.from, &line.becomes) {
                (None, _) => "told",
                (Some(_), Some(_)) => "exchange",
                (Some(_), None) => "paid",
            };
            let becomes = line.becomes.map(amount).unwrap_or_default();
            let [amount, currency] = amount(line.amount);
            let [becomes, into] = becomes;
            let party = |id: &Option<String>| id.clone().unwrap_or_default();
            rows.rows.push(vec![
                way.way.clone(),
                kind.to_owned(),
                line.group.clone(),
                line.id.clone(),
                pul_locale::strip(&told.label(&line.label)),
                party(&line.from),
                party(&line.to),
                amount,
                currency,
                becomes,
                into,
                line.trace.formula.clone(),
                line.trace.worked.clone(),
            ]);
        }
        if one_line.is_none() {
            totals(way, &mut rows);
        }
    }
    rows
}

fn totals(way: &Compared, rows: &mut Rows) {
    let totals = &way.quote.totals;
    let all = [
        ("buyer-cost", totals.buyer_cost),
        ("buyer-cost-before-credits", totals.buyer_cost_before_credits),
        ("supplier-net", totals.supplier_net),
        ("saving", way.saving.amount),
        ("saving-before-credits", way.saving_before_credits.amount),
    ];
    for (name, money) in all {
        let [amount, currency] = amount(money);
        let mut row = vec![String::new(); HEAD.len()];
        (row[0], row[1], row[3]) = (way.way.clone(), "total".to_owned(), name.to_owned());
        (row[7], row[8]) = (amount, currency);
        rows.rows.push(row);
    }
}

/// `1234.50` and `CAD`.
fn amount(money: Money) -> [String; 2] {
    let written = money.to_string();
    let (currency, figure) = written.split_once(' ').unwrap_or(("", &written));
    [figure.to_owned(), currency.to_owned()]
}
