//! The lines of both sides, and where every cent goes.

use crate::{Shown, Told};
use pul_app::quote::{Compared, Quote, QuoteLine, Side, Tariff};
use pul_domain::{Currency, Money};
use pul_pack::rules::Role;
use pul_paper::{Column, Document, Row, Table, Text};

/// Which way money of a line goes for a side, and whether it counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Comes,
    Goes,
    Told,
}

/// Both sides' lines: ways beside each other, or one way with the reasons of its lines.
pub fn lines(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    paper.heading(told.say("quote-lines", &[]));
    match shown.way {
        Some(way) => one(told, &way.quote, paper),
        None => {
            paper.paragraph(told.say("quote-sign", &[]));
            side(told, shown, true, paper);
            side(told, shown, false, paper);
        }
    }
}

fn role(tariff: &Tariff, party: Option<&String>) -> Option<Role> {
    let party = party?;
    tariff.rules.parties.iter().find(|p| p.id == *party).map(|p| p.role)
}

/// What a line is to the buyer; none when it is not its money.
fn to_buyer(tariff: &Tariff, line: &QuoteLine) -> Option<Flow> {
    let (from, to) = (role(tariff, line.from.as_ref()), role(tariff, line.to.as_ref()));
    match (from, to) {
        (None, None) if line.amount.currency.as_str() == tariff.currency(Side::Buyer) => Some(Flow::Told),
        (Some(Role::Buyer), Some(Role::Buyer)) => Some(Flow::Told),
        (Some(Role::Buyer), Some(_)) => Some(Flow::Goes),
        (Some(_), Some(Role::Buyer)) => Some(Flow::Comes),
        _ => None,
    }
}

/// What a line is to those in the supplier's country; none when it does not reach them.
fn to_supplier(tariff: &Tariff, line: &QuoteLine) -> Option<Flow> {
    let (from, to) = (role(tariff, line.from.as_ref()), role(tariff, line.to.as_ref()));
    match (from, to) {
        (None, None) if line.amount.currency.as_str() == tariff.currency(Side::Supplier) => Some(Flow::Told),
        (Some(Role::Buyer), _) | (None, _) => None,
        (Some(_), None) => Some(Flow::Comes), // an exchange: what is received
        (Some(_), Some(Role::Supplier | Role::Buyer))
            if line.amount.currency.as_str() == tariff.currency(Side::Supplier) =>
        {
            Some(Flow::Comes)
        }
        (Some(_), Some(Role::Buyer)) => None,
        (Some(_), Some(_)) => Some(Flow::Goes),
    }
}

/// A table of one side: a row for each line any way has, a column for each way.
fn side(told: &Told<'_>, shown: &Shown<'_>, buyers: bool, paper: &mut Document) {
    let tariff = &told.prices.tariff;
    let flow = |line: &QuoteLine| if buyers { to_buyer(tariff, line) } else { to_supplier(tariff, line) };
    let own = if buyers { Side::Buyer } else { Side::Supplier };
    let currency = tariff.currency(own);
    let ways: Vec<&Compared> = shown
        .ways()
        .into_iter()
        .filter(|w| w.quote.lines.iter().any(|l| flow(l).is_some_and(|f| f != Flow::Told)))
        .collect();
    let key = if buyers { "quote-buyer" } else { "quote-supplier" };
    let caption = told.say("quote-in", &[("what", told.say(key, &[]).into()), ("currency", currency.into())]);
    let columns = ways.iter().map(|w| Column::figure(told.way_number(&w.way)));
    let mut table =
        Table::new([Column::text(told.say("quote-line", &[])).weight(2)].into_iter().chain(columns))
            .caption(caption);
    for group in &tariff.rules.groups {
        let mut rows = Vec::new();
        for rule in tariff.rules.lines.iter().filter(|l| l.group == group.id) {
            let of = |w: &Compared| {
                w.quote.lines.iter().find(|l| l.id == rule.id).filter(|l| flow(l).is_some()).cloned()
            };
            let found: Vec<Option<QuoteLine>> = ways.iter().map(|w| of(w)).collect();
            let Some(first) = found.iter().flatten().next() else { continue };
            let label = told.label(&rule.label);
            let label = match flow(first) {
                Some(Flow::Told) => told.say("quote-told", &[("label", label.into())]),
                _ => label,
            };
            let cells = found.iter().map(|line| {
                let amount = line.as_ref().and_then(|l| Some((l, flow(l)?)));
                amount.map_or_else(String::new, |(l, flow)| cell(told, l, flow, buyers, currency))
            });
            rows.push(Row::line([label].into_iter().chain(cells)));
        }
        if !rows.is_empty() {
            table.push(Row::group(told.label(&group.label)));
            rows.into_iter().for_each(|row| table.push(row));
        }
    }
    totals(told, &ways, buyers, &mut table);
    paper.push(table);
}

fn cell(told: &Told<'_>, line: &QuoteLine, flow: Flow, buyers: bool, currency: &str) -> String {
    let amount = if buyers { line.amount } else { line.becomes.unwrap_or(line.amount) };
    // The buyer reads costs, the supplier income: each in its own sign.
    let negative = if buyers { flow == Flow::Comes } else { flow == Flow::Goes };
    let amount = if negative { Money::new(-amount.minor, amount.currency) } else { amount };
    if amount.currency.as_str() == currency { told.figure(amount) } else { told.money(amount) }
}

fn totals(told: &Told<'_>, ways: &[&Compared], buyers: bool, table: &mut Table) {
    let row = |key: &str, amount: &dyn Fn(&Quote) -> Money| {
        let cells = ways.iter().map(|w| told.figure(amount(&w.quote)));
        [told.say(key, &[])].into_iter().chain(cells).collect::<Vec<_>>()
    };
    if buyers {
        table.push(Row::subtotal(row("quote-total-before", &|q| q.totals.buyer_cost_before_credits)));
        table.push(Row::total(row("quote-total-cost", &|q| q.totals.buyer_cost)));
    } else {
        table.push(Row::total(row("quote-total-net", &|q| q.totals.supplier_net)));
    }
}

/// The lines of one way, each with its reason, by heading.
fn one(told: &Told<'_>, quote: &Quote, paper: &mut Document) {
    let totals = &quote.totals;
    let (ours, theirs) = (totals.buyer_cost.currency, totals.supplier_net.currency);
    let mut table = Table::new([
        Column::text(told.say("quote-line", &[])).weight(2),
        Column::text(told.say("head-reason", &[])).weight(4),
        Column::figure(ours.to_string()),
        Column::figure(theirs.to_string()),
    ]);
    let mut group = "";
    for line in &quote.lines {
        if line.group != group {
            group = &line.group;
            table.push(Row::group(told.group(group)));
        }
        let label = told.label(&line.label);
        let label =
            if line.from.is_none() { told.say("quote-told", &[("label", label.into())]) } else { label };
        let amounts = [Some(line.amount), line.becomes];
        let cells = [ours, theirs].map(|currency: Currency| {
            let amount = amounts.iter().flatten().find(|a| a.currency == currency);
            amount.map_or_else(String::new, |a| told.figure(*a))
        });
        table.push(Row::line([vec![label, told.label(&line.reason)], cells.to_vec()].concat()));
    }
    let empty = String::new;
    let cost = |key: &str, amount| vec![told.say(key, &[]), empty(), told.figure(amount), empty()];
    table.push(Row::subtotal(cost("quote-total-before", totals.buyer_cost_before_credits)));
    table.push(Row::total(cost("quote-total-cost", totals.buyer_cost)));
    let net = told.figure(totals.supplier_net);
    table.push(Row::total(vec![told.say("quote-total-net", &[]), empty(), empty(), net]));
    paper.push(table);
}

/// Who ends up with what, of the way shown in full; of the cheapest when all are compared.
pub fn balances(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let comparison = &shown.priced.comparison;
    let Some(way) = shown.way.or_else(|| comparison.ways.iter().find(|w| w.way == comparison.best)) else {
        return;
    };
    let quote = &way.quote;
    let (ours, theirs) = (quote.totals.buyer_cost.currency, quote.totals.supplier_net.currency);
    paper.heading(told.say("quote-balances", &[]));
    let mut table = Table::new([
        Column::text(told.say("quote-party", &[])).weight(3),
        Column::figure(ours.to_string()),
        Column::figure(theirs.to_string()),
    ])
    .caption(told.label(&way.label));
    let mut sums = (0_i64, 0_i64);
    let row = |name: String, ours: Money, theirs: Money| [name, told.figure(ours), told.figure(theirs)];
    for balance in &quote.balances {
        let (a, b) = (balance.buyer_currency, balance.supplier_currency);
        sums = (sums.0.saturating_add(a.minor), sums.1.saturating_add(b.minor));
        if balance.role != Role::Through {
            table.push(Row::line(row(told.party(&balance.party), a, b)));
        }
    }
    let exchanged = quote.lines.iter().filter_map(|l| Some((l.amount, l.becomes?)));
    for (amount, becomes) in exchanged {
        let given = Money::new(-becomes.minor, becomes.currency);
        sums = (sums.0.saturating_add(amount.minor), sums.1.saturating_sub(becomes.minor));
        table.push(Row::line(row(told.say("quote-exchanged", &[]), amount, given)));
    }
    let total = row(told.say("head-total", &[]), Money::new(sums.0, ours), Money::new(sums.1, theirs));
    table.push(Row::total(total));
    paper.push(table);
    if sums == (0, 0) {
        paper.paragraph(Text::from(told.say("quote-conserved", &[])));
    }
}
