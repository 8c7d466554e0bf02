//! Where every cent went: the balance of everybody who pays or receives.

use crate::figures::Figures;
use crate::tariff::{Side, Tariff, minor};
use pul_domain::{Finding, Findings, Money, Place};
use pul_pack::parameters::Number;
use pul_pack::rules::Role;
use serde::{Deserialize, Serialize};

/// What one party ends up with, in both currencies; negative is what it parts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Id of the party.
    pub party: String,
    /// Whose purse it is.
    pub role: Role,
    /// In the buyer's currency.
    pub buyer_currency: Money,
    /// In the supplier's currency.
    pub supplier_currency: Money,
}

/// The balance of each party that had a part, in the order of the rules.
pub fn balances(tariff: &Tariff, figures: &Figures) -> Vec<Balance> {
    let sums = sums(tariff, figures);
    let money = |side: Side, amount: Number| {
        Money::new(minor(amount, tariff.places(side)), crate::quote::currency(tariff, side))
    };
    let parties = tariff.rules.parties.iter().zip(&sums).filter(|(_, s)| s.2);
    parties
        .map(|(party, s)| Balance {
            party: party.id.clone(),
            role: party.role,
            buyer_currency: money(Side::Buyer, s.0),
            supplier_currency: money(Side::Supplier, s.1),
        })
        .collect()
}

fn sums(tariff: &Tariff, figures: &Figures) -> Vec<(Number, Number, bool)> {
    let mut out = vec![(Number::ZERO, Number::ZERO, false); tariff.rules.parties.len()];
    let mut add = |party: usize, side: Side, amount: Number| {
        let balance = &mut out[party];
        match side {
            Side::Buyer => balance.0 = balance.0.plus(amount),
            Side::Supplier => balance.1 = balance.1.plus(amount),
        }
        balance.2 = true;
    };
    for figure in figures.lines.iter().filter(|f| f.applies) {
        let line = &tariff.lines[figure.line];
        let (Some((from, _)), Some((to, _))) = (line.from, line.to) else { continue };
        add(from, line.currency, Number::ZERO.minus(figure.amount));
        if from == to {
            add(to, line.into, figure.becomes);
        } else {
            add(to, line.currency, figure.amount);
        }
    }
    out
}

/// Money that goes through a party must come out of it: to the last minor unit, in
/// both currencies. A fault names the party and what is left in it.
pub fn conserved(tariff: &Tariff, figures: &Figures) -> Findings {
    let mut findings = Findings::new();
    for balance in balances(tariff, figures) {
        if balance.role == Role::Through
            && (balance.buyer_currency.minor != 0 || balance.supplier_currency.minor != 0)
        {
            let way = &tariff.rules.ways[figures.way].id;
            findings.push(Finding::fault(
                "not-conserved",
                Place::default().field(format!("{way}.{}", balance.party)),
                format!(
                    "{} and {} stay with `{}`, where nothing may stay.",
                    balance.buyer_currency, balance.supplier_currency, balance.party
                ),
                "Give the rules a line for what is missing.",
            ));
        }
    }
    findings
}
