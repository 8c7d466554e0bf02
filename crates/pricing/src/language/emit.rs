//! Resolved formulas to a flat program.

use super::ast::Operator;
use super::machine::{NOWHERE, Op, Program, Reg, Table};
use super::resolve::Scope;
use super::table::build_table;
use super::{Key, Lookup, Node, Source};
use crate::cells::{self, Cells};
use pul_pack::parameters::{Number, Parameter};
use pul_pack::rules::{Input, InputScope};
use std::cell::RefCell;
use std::collections::HashMap;

/// What the emitter knows of the tariff.
#[derive(Debug, Clone, Copy)]
pub struct Given<'t> {
    /// Parameters by position.
    pub parameters: &'t [Parameter],
    /// Their cells.
    pub cells: &'t Cells,
    /// Inputs by position.
    pub inputs: &'t [Input],
    /// Defines by position.
    pub defines: &'t [(Node, Scope)],
    /// Tables built so far, by what they look up: every way needs the same ones.
    pub built: &'t RefCell<HashMap<Wanted, Table>>,
}

/// What a table looks up: parameter, keys, day, strictness, and whether by points.
pub type Wanted = (usize, Vec<Key>, Option<usize>, bool, bool);

/// Builds the program of one way.
#[derive(Debug)]
pub struct Emitter<'t> {
    given: Given<'t>,
    /// The program so far.
    pub program: Program,
    next: Reg,
    constants: HashMap<Number, Reg>,
    scalars: HashMap<usize, Reg>,
    values: HashMap<Source, Reg>,
    tables: HashMap<Wanted, u16>,
    in_member: bool,
    /// Registers ran out; the tariff is refused.
    pub full: bool,
}

impl<'t> Emitter<'t> {
    /// An empty program.
    pub fn new(given: Given<'t>) -> Self {
        let mut out = Emitter {
            given,
            program: Program::default(),
            next: 0,
            constants: HashMap::new(),
            scalars: HashMap::new(),
            values: HashMap::new(),
            tables: HashMap::new(),
            in_member: false,
            full: false,
        };
        for (position, input) in given.inputs.iter().enumerate() {
            let reg = out.fresh();
            out.values.insert(Source::Input(position), reg);
            match input.scope {
                InputScope::Deal => out.program.deal_inputs.push((position, reg)),
                InputScope::Member => out.program.member_inputs.push((position, reg)),
            }
        }
        out
    }

    /// A new register.
    pub fn fresh(&mut self) -> Reg {
        let reg = self.next;
        match self.next.checked_add(1) {
            Some(next) => self.next = next,
            None => self.full = true,
        }
        reg
    }

    /// The finished program.
    pub fn finish(mut self) -> Program {
        self.program.constants.resize(usize::from(self.next) + 1, Number::ZERO);
        for (number, reg) in &self.constants {
            self.program.constants[usize::from(*reg)] = *number;
        }
        self.program.scalars =
            self.scalars.iter().map(|(cell, reg)| (*reg, u32::try_from(*cell).unwrap_or(NOWHERE))).collect();
        self.program.scalars.sort_unstable();
        self.program
    }

    /// A constant's register.
    pub fn constant(&mut self, number: Number) -> Reg {
        if let Some(reg) = self.constants.get(&number) {
            return *reg;
        }
        let reg = self.fresh();
        self.constants.insert(number, reg);
        reg
    }

    /// Makes a value known under its name.
    pub fn name(&mut self, source: Source, reg: Reg) {
        self.values.insert(source, reg);
    }

    /// A register that takes its value from one of the shared program.
    pub fn share(&mut self, there: Reg) -> Reg {
        let here = self.fresh();
        self.program.shared.push((there, here));
        here
    }

    /// Adds a step.
    pub fn push(&mut self, op: Op) {
        self.program.ops.push(op);
        self.full |= self.program.ops.len() >= usize::from(u16::MAX);
    }

    fn here(&self) -> u16 {
        u16::try_from(self.program.ops.len()).unwrap_or(u16::MAX)
    }

    /// A jump whose target is filled in by [`Emitter::land`].
    pub fn leap(&mut self, op: Op) -> usize {
        self.push(op);
        self.program.ops.len() - 1
    }

    /// Makes a leap land here.
    pub fn land(&mut self, leap: usize) {
        let here = self.here();
        match &mut self.program.ops[leap] {
            Op::Jump { to } | Op::Unless { to, .. } | Op::Lookup { to, .. } | Op::Each { end: to, .. } => {
                *to = here
            }
            _ => {}
        }
    }

    /// Emits a node; gives the register that holds its value.
    pub fn node(&mut self, node: &Node) -> Reg {
        if self.full {
            return 0;
        }
        match node {
            Node::Constant(number) => self.constant(*number),
            Node::Value(source) => self.value(*source),
            Node::Parameter(lookup) => self.parameter(lookup),
            Node::Spread(lookup, point) => {
                let table = self.table(lookup, true);
                let d = self.fresh();
                self.push(Op::Spread { d, table, point: *point });
                d
            }
            Node::Bands(lookup, x) => {
                let x = self.node(x);
                let table = self.table(lookup, false);
                let d = self.fresh();
                self.push(Op::Bands { d, table, x });
                d
            }
            Node::Binary(operator, a, b) => self.binary(*operator, a, b),
            Node::Min(a, b) => self.two(a, b, |d, a, b| Op::Min { d, a, b }),
            Node::Max(a, b) => self.two(a, b, |d, a, b| Op::Max { d, a, b }),
            Node::Minus(a) => self.one(a, |d, a| Op::Negate { d, a }),
            Node::Not(a) => self.one(a, |d, a| Op::Not { d, a }),
            Node::Round(a, how, places) => {
                let (how, places) = (*how, u8::try_from(*places).unwrap_or(12));
                self.one(a, |d, a| Op::Round { d, a, places, how })
            }
            Node::Per(parts) => self.per(parts),
            Node::If(parts) => {
                let condition = self.node(&parts[0]);
                self.either(condition, &parts[1], &parts[2])
            }
            Node::Sum(body) => self.sum(body),
        }
    }

    /// Emits a node that may be jumped over: what it computes first is forgotten.
    pub fn branch(&mut self, node: &Node) -> Reg {
        let known = self.values.clone();
        let reg = self.node(node);
        self.values = known;
        reg
    }

    fn one(&mut self, a: &Node, op: impl Fn(Reg, Reg) -> Op) -> Reg {
        let a = self.node(a);
        let d = self.fresh();
        self.push(op(d, a));
        d
    }

    fn two(&mut self, a: &Node, b: &Node, op: impl Fn(Reg, Reg, Reg) -> Op) -> Reg {
        let (a, b) = (self.node(a), self.node(b));
        let d = self.fresh();
        self.push(op(d, a, b));
        d
    }

    fn binary(&mut self, operator: Operator, a: &Node, b: &Node) -> Reg {
        match operator {
            Operator::Plus => self.two(a, b, |d, a, b| Op::Add { d, a, b }),
            Operator::Minus => self.two(a, b, |d, a, b| Op::Subtract { d, a, b }),
            Operator::Times => self.two(a, b, |d, a, b| Op::Multiply { d, a, b }),
            Operator::Over => self.two(a, b, |d, a, b| Op::Divide { d, a, b }),
            Operator::And => self.two(a, b, |d, a, b| Op::Min { d, a, b }),
            Operator::Or => self.two(a, b, |d, a, b| Op::Max { d, a, b }),
            Operator::Equal => self.two(a, b, |d, a, b| Op::Equal { d, a, b }),
            Operator::Unequal => {
                let equal = self.two(a, b, |d, a, b| Op::Equal { d, a, b });
                let d = self.fresh();
                self.push(Op::Not { d, a: equal });
                d
            }
            Operator::Less => self.two(a, b, |d, a, b| Op::Less { d, a, b }),
            Operator::AtMost => self.two(a, b, |d, a, b| Op::AtMost { d, a, b }),
            Operator::More => self.two(b, a, |d, a, b| Op::Less { d, a, b }),
            Operator::AtLeast => self.two(b, a, |d, a, b| Op::AtMost { d, a, b }),
        }
    }

    fn per(&mut self, parts: &[Node; 3]) -> Reg {
        let divisor = self.node(&parts[1]);
        let quotient = Node::Binary(Operator::Over, Box::new(parts[0].clone()), Box::new(parts[1].clone()));
        self.either(divisor, &quotient, &parts[2])
    }

    /// `yes` when the register is not nought, else `no`. What is first computed in a
    /// branch is forgotten after it, for the other branch may have been taken.
    fn either(&mut self, condition: Reg, yes: &Node, no: &Node) -> Reg {
        let d = self.fresh();
        let known = self.values.clone();
        let over = self.leap(Op::Unless { a: condition, to: 0 });
        let a = self.node(yes);
        self.push(Op::Copy { d, a });
        let out = self.leap(Op::Jump { to: 0 });
        self.land(over);
        self.values.clone_from(&known);
        let a = self.node(no);
        self.push(Op::Copy { d, a });
        self.land(out);
        self.values = known;
        d
    }

    fn sum(&mut self, body: &Node) -> Reg {
        let d = self.fresh();
        let known = self.values.clone();
        self.in_member = true;
        let each = self.leap(Op::Each { d, a: 0, end: 0 });
        let result = self.node(body);
        if let Op::Each { a, .. } = &mut self.program.ops[each] {
            *a = result;
        }
        self.land(each);
        self.in_member = false;
        self.values = known;
        d
    }

    /// An input, a line or a define has its register; a member's define is emitted
    /// where it is first used.
    fn value(&mut self, source: Source) -> Reg {
        if let Some(reg) = self.values.get(&source) {
            return *reg;
        }
        let given = self.given;
        match source {
            Source::Define(i) if self.in_member => {
                let reg = self.node(&given.defines[i].0);
                self.values.insert(source, reg);
                reg
            }
            // A line of another way: it is nought here.
            _ => self.constant(Number::ZERO),
        }
    }

    fn parameter(&mut self, lookup: &Lookup) -> Reg {
        let fixed = lookup.keys.iter().all(|k| matches!(k, Key::Fixed(_)));
        if fixed && lookup.day.is_none() && lookup.otherwise.is_none() {
            let none = |_| String::new();
            let cell =
                cells::lead(self.given.cells, self.given.parameters, self.given.inputs, lookup, None, &none);
            if let Some(cell) = cell {
                if let Some(reg) = self.scalars.get(&cell) {
                    return *reg;
                }
                let reg = self.fresh();
                self.scalars.insert(cell, reg);
                return reg;
            }
        }
        let table = self.table(lookup, false);
        let d = self.fresh();
        let found = self.leap(Op::Lookup { d, table, to: 0 });
        let known = self.values.clone();
        let instead = match &lookup.otherwise {
            Some(otherwise) => self.node(otherwise),
            None => self.constant(Number::ZERO),
        };
        self.values = known;
        self.push(Op::Copy { d, a: instead });
        self.land(found);
        d
    }

    fn table(&mut self, lookup: &Lookup, spread: bool) -> u16 {
        let given = self.given;
        let wanted: Wanted =
            (lookup.parameter, lookup.keys.clone(), lookup.day, lookup.otherwise.is_some(), spread);
        if let Some(position) = self.tables.get(&wanted) {
            return *position;
        }
        // Inputs have the same registers in every way, so their tables are the same.
        let reg = |input| self.values.get(&Source::Input(input)).copied().unwrap_or_default();
        let table = given
            .built
            .borrow_mut()
            .entry(wanted.clone())
            .or_insert_with(|| build_table(&given, lookup, spread, reg))
            .clone();
        let position = u16::try_from(self.program.tables.len()).unwrap_or(u16::MAX);
        self.program.tables.push(table);
        self.tables.insert(wanted, position);
        position
    }
}
