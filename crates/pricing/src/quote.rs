//! A quote: one way of one deal priced for both sides, as a value that can be shown,
//! saved and replayed.

use crate::dated::Dated;
use crate::deal::Deal;
use crate::figures::Figures;
use crate::ledger::{self, Balance};
use crate::tariff::{Side, Tariff, minor};
use crate::trace::{Standings, Trace, standings, trace};
use jiff::civil::Date;
use pul_domain::{Currency, Findings, Money};
use pul_pack::parameters::{Number, Rounding, Words};
use pul_pack::rules::Flow;
use serde::{Deserialize, Serialize};

/// A quote of one way. Every amount is in whole minor units; each line was rounded
/// once, as its rounding says, and totals are sums of rounded lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Id of the way.
    pub way: String,
    /// The day whose law and figures it uses.
    pub day: Date,
    /// Its lines, by heading and then in the order of the rules.
    pub lines: Vec<QuoteLine>,
    /// The totals.
    pub totals: Totals,
    /// Who ends up with what.
    pub balances: Vec<Balance>,
    /// Papers, clauses and questions of this deal.
    pub papers: Vec<QuotePaper>,
    /// Parameters that are assumed, stale, expired or not yet in force.
    pub standings: Standings,
    /// Faults found while pricing: money that went missing, figures too large.
    pub findings: Findings,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteLine {
    /// Its id in the rules.
    pub id: String,
    /// Id of its heading.
    pub group: String,
    /// What it is called, in every language of the pack.
    pub label: Words,
    /// Why it is there.
    pub reason: Words,
    /// What it comes to.
    pub amount: Money,
    /// What an exchange becomes.
    pub becomes: Option<Money>,
    /// Id of who pays; of who exchanges. None for a line that only tells.
    pub from: Option<String>,
    /// Id of who receives.
    pub to: Option<String>,
    /// Whether it is a research credit.
    pub credit: bool,
    /// How the amount came about.
    pub trace: Trace,
}

/// Totals of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// All the buyer parts with, less all it gets back.
    pub buyer_cost: Money,
    /// The same without research credits.
    pub buyer_cost_before_credits: Money,
    /// The cost in the supplier's currency, at the rate of the deal.
    pub buyer_cost_abroad: Money,
    /// What the supplier (firm, freelancer or employees) keeps.
    pub supplier_net: Money,
    /// The same in the buyer's currency, at the rate of the deal.
    pub supplier_net_abroad: Money,
    /// People.
    pub people: Number,
    /// Months.
    pub months: Number,
    /// Hours worked in all.
    pub hours: Number,
    /// The buyer's cost for a month, for a person's month and for an hour.
    pub cost_per: Per,
    /// The supplier's net for the same.
    pub net_per: Per,
}

/// An amount for a unit of work, rounded once from the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Per {
    /// For a month of the whole team.
    pub month: Money,
    /// For one person.
    pub person: Money,
    /// For an hour of one person.
    pub hour: Money,
}

/// A paper that this deal needs, with who asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotePaper {
    /// Its id in the rules.
    pub id: String,
    /// `form`, `certificate`, `code`, `clause`, `question`, `filing` or `warning`.
    pub kind: String,
    /// `buyer`, `supplier` or `both`.
    pub who: String,
    /// What it is called.
    pub label: Words,
    /// What to do.
    pub text: Words,
    /// Who asks for it.
    pub sources: Vec<crate::trace::Authority>,
}

/// A currency of the corridor.
pub(crate) fn currency(tariff: &Tariff, side: Side) -> Currency {
    Currency::new(tariff.currency(side)).unwrap_or(Currency::CAD)
}

pub(crate) fn money(tariff: &Tariff, side: Side, amount: Number) -> Money {
    Money::new(minor(amount, tariff.places(side)), currency(tariff, side))
}

impl Tariff {
    /// Quotes one way with its whole trace.
    pub fn quote(&self, deal: &Deal, dated: &Dated, way: usize) -> Quote {
        self.quote_from(deal, dated, &self.price(deal, dated, way))
    }

    /// Puts figures into words.
    pub fn quote_from(&self, deal: &Deal, dated: &Dated, figures: &Figures) -> Quote {
        let mut lines: Vec<(usize, usize, QuoteLine)> = Vec::new();
        for figure in figures.lines.iter().filter(|f| f.applies) {
            let group = self.rules.groups.iter().position(|g| g.id == self.rules.lines[figure.line].group);
            let trace = trace(self, deal, dated, figures, figure.line);
            lines.push((group.unwrap_or(usize::MAX), figure.line, self.line(figure, trace)));
        }
        lines.sort_by_key(|(group, line, _)| (*group, *line));
        let lines: Vec<QuoteLine> = lines.into_iter().map(|(.., line)| line).collect();
        let mut findings = ledger::conserved(self, figures);
        findings.extend(too_large(figures));
        Quote {
            way: self.rules.ways[figures.way].id.clone(),
            day: dated.day(),
            standings: standings(&lines, end(dated.day(), figures.months)),
            totals: self.totals(figures),
            balances: ledger::balances(self, figures),
            papers: figures.papers.iter().map(|p| self.paper(*p, dated.day())).collect(),
            lines,
            findings,
        }
    }

    fn line(&self, figure: &crate::figures::Figure, trace: Trace) -> QuoteLine {
        let (rule, line) = (&self.rules.lines[figure.line], &self.lines[figure.line]);
        let (from, to) = match &rule.flow {
            Flow::Pay { from, to } => (Some(from.clone()), Some(to.clone())),
            Flow::Exchange { at, .. } => (Some(at.clone()), None),
            Flow::Memo => (None, None),
        };
        QuoteLine {
            id: rule.id.clone(),
            group: rule.group.clone(),
            label: rule.label.clone(),
            reason: rule.reason.clone(),
            amount: money(self, line.currency, figure.amount),
            becomes: line.becomes.as_ref().map(|_| money(self, line.into, figure.becomes)),
            from,
            to,
            credit: line.credit,
            trace,
        }
    }

    fn totals(&self, figures: &Figures) -> Totals {
        let exchange = figures.exchange;
        let per = |side: Side, total: Number| {
            let each = |by: Number| {
                let share = total.per(by).unwrap_or_default().rounded(self.places(side), Rounding::HalfUp);
                money(self, side, share)
            };
            Per { month: each(figures.months), person: each(figures.people), hour: each(figures.hours) }
        };
        let abroad =
            figures.buyer_cost.times(exchange).rounded(self.places(Side::Supplier), Rounding::HalfUp);
        let home = figures
            .supplier_net
            .per(exchange)
            .unwrap_or_default()
            .rounded(self.places(Side::Buyer), Rounding::HalfUp);
        Totals {
            buyer_cost: money(self, Side::Buyer, figures.buyer_cost),
            buyer_cost_before_credits: money(self, Side::Buyer, figures.before_credits),
            buyer_cost_abroad: money(self, Side::Supplier, abroad),
            supplier_net: money(self, Side::Supplier, figures.supplier_net),
            supplier_net_abroad: money(self, Side::Buyer, home),
            people: figures.people,
            months: figures.months,
            hours: figures.hours,
            cost_per: per(Side::Buyer, figures.buyer_cost),
            net_per: per(Side::Supplier, figures.supplier_net),
        }
    }

    fn paper(&self, position: usize, day: Date) -> QuotePaper {
        let paper = &self.rules.papers[position];
        let mut sources: Vec<_> = paper
            .parameters
            .iter()
            .filter_map(|p| self.parameter(p))
            .filter_map(|p| crate::trace::authority(self, p, day))
            .collect();
        if let Some(source) = &paper.source {
            sources.push(crate::trace::Authority {
                source: source.clone(),
                locator: paper.locator.clone(),
                confidence: None,
            });
        }
        QuotePaper {
            id: paper.id.clone(),
            kind: paper.kind.clone(),
            who: paper.who.clone(),
            label: paper.label.clone(),
            text: paper.text.clone(),
            sources,
        }
    }
}

/// The last day of an engagement of so many months.
fn end(day: Date, months: Number) -> Date {
    let months = i64::try_from(months.to_minor(0)).unwrap_or(0);
    let span = jiff::Span::new().try_months(months).unwrap_or_default();
    day.saturating_add(span).yesterday().unwrap_or(day)
}

/// Figures beyond what money can hold are refused, not printed.
fn too_large(figures: &Figures) -> Findings {
    use pul_domain::{Finding, Place};
    let mut findings = Findings::new();
    let fits = |n: Number| {
        n.is_sane() && n.raw().unsigned_abs() / 10_u128.pow(10) < u128::from(i64::MAX.unsigned_abs())
    };
    if !figures.lines.iter().all(|f| fits(f.amount) && fits(f.becomes)) {
        findings.push(Finding::fault(
            "amount-too-large",
            Place::default(),
            "An amount is too large to be counted in minor units.",
            "Check people, months, rates and fees.",
        ));
    }
    findings
}
