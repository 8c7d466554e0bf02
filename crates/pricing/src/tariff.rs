//! Parameters and rules compiled together: names looked up, units checked, formulas
//! turned into one program for each way.

use crate::cells::Cells;
use crate::compile;
use crate::language::machine::Program;
use crate::language::{Node, Scope};
use pul_domain::Findings;
use pul_pack::parameters::{Number, Parameter, Rounding};
use pul_pack::rules::{Role, Rules, Settings};

/// A pack's prices, ready to quote from.
#[derive(Debug, Clone, PartialEq)]
pub struct Tariff {
    /// The rules as read, with the built-in inputs filled in.
    pub rules: Rules,
    /// The parameters, by id.
    pub parameters: Vec<Parameter>,
    pub(crate) settings: Settings,
    pub(crate) cells: Cells,
    pub(crate) defines: Vec<(Node, Scope)>,
    pub(crate) lines: Vec<CompiledLine>,
    pub(crate) papers: Vec<Option<Node>>,
    /// People, months, hours and the exchange rate.
    pub(crate) totals: [Node; 4],
    /// One for each way, and the one they share last.
    pub(crate) programs: Vec<Program>,
    pub(crate) way_input: usize,
}

/// A line whose formulas are resolved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CompiledLine {
    pub when: Option<Node>,
    pub amount: Node,
    pub becomes: Option<Node>,
    /// Currency of the amount, and of what it becomes.
    pub currency: Side,
    pub into: Side,
    pub rounding: Rounding,
    /// Positions and purses of payer and receiver; both the same for an exchange,
    /// none for a memo.
    pub from: Option<(usize, Role)>,
    pub to: Option<(usize, Role)>,
    pub credit: bool,
}

/// Which of the two currencies a line is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The buyer's.
    Buyer,
    /// The supplier's.
    Supplier,
}

impl Tariff {
    /// Compiles parameters and rules. With a fault there is no tariff, and every
    /// fault is given.
    pub fn compile(parameters: Vec<Parameter>, rules: Rules) -> (Option<Tariff>, Findings) {
        compile::compile(parameters, rules)
    }

    /// Compiles the parameters and rules of a checked pack.
    pub fn of(pack: &pul_pack::Pack) -> (Option<Tariff>, Findings) {
        Tariff::compile(pack.parameters().to_vec(), pack.rules().clone())
    }

    /// Position of a parameter.
    pub fn parameter(&self, id: &str) -> Option<usize> {
        self.parameters.binary_search_by(|p| p.id.as_str().cmp(id)).ok()
    }

    /// Position of an input.
    pub fn input(&self, id: &str) -> Option<usize> {
        self.rules.inputs.iter().position(|i| i.id == id)
    }

    /// Position of a way.
    pub fn way(&self, id: &str) -> Option<usize> {
        self.rules.ways.iter().position(|w| w.id == id)
    }

    /// The ISO code of a currency of the corridor.
    pub fn currency(&self, side: Side) -> &str {
        match side {
            Side::Buyer => &self.settings.buyer_currency,
            Side::Supplier => &self.settings.supplier_currency,
        }
    }

    /// Decimals of a currency's minor unit.
    pub fn places(&self, side: Side) -> u32 {
        places(self.currency(side))
    }
}

/// Decimals of a currency's minor unit.
pub(crate) fn places(currency: &str) -> u32 {
    pul_domain::Currency::new(currency).map_or(2, |c| c.exponent())
}

/// An amount in minor units.
pub(crate) fn minor(amount: Number, places: u32) -> i64 {
    i64::try_from(amount.to_minor(places)).unwrap_or(if amount < Number::ZERO { i64::MIN } else { i64::MAX })
}
