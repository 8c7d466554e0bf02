//! The figures of a way: every line and the totals, fast and without words.

use crate::dated::Dated;
use crate::deal::Deal;
use crate::language::machine::{World, run};
use crate::tariff::{Side, Tariff};
use pul_pack::parameters::{Number, Rounding};
use pul_pack::rules::Role;

/// One line's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Position of the line in the rules.
    pub line: usize,
    /// Whether it applies to this deal.
    pub applies: bool,
    /// Its amount, rounded; nought when it does not apply.
    pub amount: Number,
    /// What an exchange becomes, rounded.
    pub becomes: Number,
}

/// All figures of one way. Amounts are rounded to minor units; nothing else is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Position of the way.
    pub way: usize,
    /// Its lines, in the order they were computed.
    pub lines: Vec<Figure>,
    /// Positions of the papers needed.
    pub papers: Vec<usize>,
    /// What the buyer parts with, all in all, in its currency.
    pub buyer_cost: Number,
    /// The same without research credits.
    pub before_credits: Number,
    /// What the supplier keeps, in its currency.
    pub supplier_net: Number,
    /// Supplier's currency for one unit of the buyer's.
    pub exchange: Number,
    /// People.
    pub people: Number,
    /// Months.
    pub months: Number,
    /// Hours in all.
    pub hours: Number,
    registers: Vec<Number>,
    shared: Vec<Number>,
}

impl Figures {
    /// The line's figure, when the way has it.
    pub fn line(&self, position: usize) -> Option<&Figure> {
        self.lines.iter().find(|f| f.line == position)
    }
}

impl Tariff {
    /// Prices one way into `out`, whose memory is used again.
    pub fn price_into(&self, deal: &Deal, dated: &Dated, way: usize, out: &mut Figures) {
        let mut shared = std::mem::take(&mut out.shared);
        self.share(deal, dated, &mut shared);
        self.price_way(deal, dated, way, &shared, out);
        out.shared = shared;
    }

    /// Runs what every way needs alike.
    fn share(&self, deal: &Deal, dated: &Dated, registers: &mut Vec<Number>) {
        let last = self.programs.len() - 1;
        self.run(deal, dated, last, &[], registers);
    }

    fn run(
        &self,
        deal: &Deal,
        dated: &Dated,
        program: usize,
        shared: &[Number],
        registers: &mut Vec<Number>,
    ) {
        registers.clone_from(&dated.images[program]);
        let way = Number::whole(i64::try_from(program).unwrap_or(0));
        let program = &self.programs[program];
        for (input, reg) in &program.deal_inputs {
            registers[usize::from(*reg)] = if *input == self.way_input { way } else { deal.inputs[*input] };
        }
        for (there, here) in &program.shared {
            registers[usize::from(*here)] = shared[usize::from(*there)];
        }
        let world = World {
            parameters: &self.parameters,
            cells: &self.cells,
            held: &dated.held,
            members: &deal.members,
            shift: dated.shift,
        };
        run(program, &world, registers, 0, program.ops.len());
    }

    fn price_way(&self, deal: &Deal, dated: &Dated, way: usize, shared: &[Number], out: &mut Figures) {
        let program = &self.programs[way];
        out.way = way;
        self.run(deal, dated, way, shared, &mut out.registers);
        let at = |reg: u16| out.registers[usize::from(reg)];
        out.lines.clear();
        out.lines.extend(program.lines.iter().map(|l| Figure {
            line: l.line,
            applies: at(l.applies) != Number::ZERO,
            amount: at(l.amount),
            becomes: l.becomes.map_or(Number::ZERO, at),
        }));
        out.papers.clear();
        out.papers.extend(program.papers.iter().filter(|(_, reg)| at(*reg) != Number::ZERO).map(|(p, _)| *p));
        [out.people, out.months, out.hours, out.exchange] = program.settings.map(at);
        self.total(out);
    }

    /// Prices one way.
    pub fn price(&self, deal: &Deal, dated: &Dated, way: usize) -> Figures {
        let mut out = Figures::default();
        self.price_into(deal, dated, way, &mut out);
        out
    }

    /// Prices every way, in the order of the rules, into `out`.
    pub fn price_all(&self, deal: &Deal, dated: &Dated, out: &mut Vec<Figures>) {
        out.resize_with(self.rules.ways.len(), Figures::default);
        let Some(first) = out.first_mut() else { return };
        let mut shared = std::mem::take(&mut first.shared);
        self.share(deal, dated, &mut shared);
        for (way, figures) in out.iter_mut().enumerate() {
            self.price_way(deal, dated, way, &shared, figures);
        }
        out[0].shared = shared;
    }

    /// The totals from the flows: what purses of a role part with or gain.
    fn total(&self, out: &mut Figures) {
        let (mut cost, mut credits, mut gain) = ([Number::ZERO; 2], Number::ZERO, [Number::ZERO; 2]);
        for figure in &out.lines {
            let line = &self.lines[figure.line];
            let (Some((payer, from)), Some((receiver, to))) = (line.from, line.to) else { continue };
            let side = line.currency as usize;
            if payer == receiver {
                // An exchange moves a purse's own money from one currency to the other.
                continue;
            }
            if from == Role::Buyer {
                cost[side] = cost[side].plus(figure.amount);
            }
            if to == Role::Buyer {
                cost[side] = cost[side].minus(figure.amount);
                if line.credit {
                    credits = credits.plus(figure.amount);
                }
            }
            if to == Role::Supplier {
                gain[side] = gain[side].plus(figure.amount);
            }
            if from == Role::Supplier {
                gain[side] = gain[side].minus(figure.amount);
            }
        }
        let (buyer, supplier) = (self.places(Side::Buyer), self.places(Side::Supplier));
        let abroad = cost[1].per(out.exchange).unwrap_or_default().rounded(buyer, Rounding::HalfUp);
        out.buyer_cost = cost[0].plus(abroad);
        out.before_credits = out.buyer_cost.plus(credits);
        out.supplier_net = gain[1].plus(gain[0].times(out.exchange).rounded(supplier, Rounding::HalfUp));
    }
}
