//! The flat program of one way, and what runs it.

use super::Point;
use crate::cells::{Cells, Held, Standing};
use pul_pack::parameters::{Number, Parameter, Rounding, Value, at_bands};

/// A register.
pub type Reg = u16;
/// A cell that does not exist.
pub const NOWHERE: u32 = u32::MAX;

/// One step. `d` is where the result goes.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub enum Op {
    Add {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Subtract {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Multiply {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// A divisor set to nought by the caller gives nought.
    Divide {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Negate {
        d: Reg,
        a: Reg,
    },
    Not {
        d: Reg,
        a: Reg,
    },
    /// Also `and` of two flags.
    Min {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// Also `or` of two flags.
    Max {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Equal {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Less {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    AtMost {
        d: Reg,
        a: Reg,
        b: Reg,
    },
    Copy {
        d: Reg,
        a: Reg,
    },
    Jump {
        to: u16,
    },
    /// Jumps when the register is nought.
    Unless {
        a: Reg,
        to: u16,
    },
    Round {
        d: Reg,
        a: Reg,
        places: u8,
        how: Rounding,
    },
    /// Jumps to `to` when there is a value; goes on to the `otherwise` when not.
    Lookup {
        d: Reg,
        table: u16,
        to: u16,
    },
    Spread {
        d: Reg,
        table: u16,
        point: Point,
    },
    Bands {
        d: Reg,
        table: u16,
        x: Reg,
    },
    /// Runs the steps up to `end` for each member and adds up register `a`.
    Each {
        d: Reg,
        a: Reg,
        end: u16,
    },
}

/// Where a lookup leads for every combination of choices.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Registers of the choices and the width of a step of each.
    pub keys: Vec<(Reg, u32)>,
    /// Cells, five for each combination when it is a spread.
    pub cells: Vec<u32>,
    /// Register that holds the day, when it is not the quote's.
    pub day: Option<Reg>,
    /// Whether it must hold that day to count.
    pub strict: bool,
}

/// The program of one way.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Program {
    /// Steps.
    pub ops: Vec<Op>,
    /// Lookups.
    pub tables: Vec<Table>,
    /// Constants, at their registers; the rest nought.
    pub constants: Vec<Number>,
    /// Registers that hold a cell's number throughout.
    pub scalars: Vec<(Reg, u32)>,
    /// Registers of the deal's inputs, by input.
    pub deal_inputs: Vec<(usize, Reg)>,
    /// Registers of the members' inputs, by input.
    pub member_inputs: Vec<(usize, Reg)>,
    /// For each line of the way: its position, amount, whether it applies, and what it becomes.
    pub lines: Vec<LineRegs>,
    /// For each paper of the way: its position and whether it is needed.
    pub papers: Vec<(usize, Reg)>,
    /// People, months, hours and the exchange rate.
    pub settings: [Reg; 4],
}

/// Where a line's figures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineRegs {
    /// Position of the line in the rules.
    pub line: usize,
    /// Its rounded amount.
    pub amount: Reg,
    /// Whether it applies.
    pub applies: Reg,
    /// What an exchange becomes.
    pub becomes: Option<Reg>,
}

impl Program {
    /// The registers before a deal is put in.
    pub fn image(&self, held: &[Held]) -> Vec<Number> {
        let mut image = self.constants.clone();
        for (reg, cell) in &self.scalars {
            image[usize::from(*reg)] = held[*cell as usize].value;
        }
        image
    }

    /// Puts a changed parameter into an image.
    pub fn set(&self, image: &mut [Number], cell: usize, value: Number) {
        for (reg, _) in self.scalars.iter().filter(|(_, c)| *c as usize == cell) {
            image[usize::from(*reg)] = value;
        }
    }
}

/// What a program reads while it runs.
#[derive(Debug, Clone, Copy)]
pub struct World<'t> {
    /// Parameters of the pack.
    pub parameters: &'t [Parameter],
    /// Their cells.
    pub cells: &'t Cells,
    /// What the cells hold.
    pub held: &'t [Held],
    /// Members' inputs.
    pub members: &'t [Vec<Number>],
    /// Points every spread is moved by.
    pub shift: i8,
}

/// Runs steps `from..end` on the registers.
pub fn run(program: &Program, world: &World<'_>, regs: &mut [Number], from: usize, end: usize) {
    let mut pc = from;
    while pc < end {
        let op = program.ops[pc];
        pc += 1;
        match op {
            Op::Add { d, a, b } => regs[d as usize] = regs[a as usize].plus(regs[b as usize]),
            Op::Subtract { d, a, b } => regs[d as usize] = regs[a as usize].minus(regs[b as usize]),
            Op::Multiply { d, a, b } => regs[d as usize] = regs[a as usize].times(regs[b as usize]),
            Op::Divide { d, a, b } => {
                regs[d as usize] = regs[a as usize].per(regs[b as usize]).unwrap_or_default()
            }
            Op::Negate { d, a } => regs[d as usize] = Number::ZERO.minus(regs[a as usize]),
            Op::Not { d, a } => regs[d as usize] = flag(regs[a as usize] == Number::ZERO),
            Op::Min { d, a, b } => regs[d as usize] = regs[a as usize].min(regs[b as usize]),
            Op::Max { d, a, b } => regs[d as usize] = regs[a as usize].max(regs[b as usize]),
            Op::Equal { d, a, b } => regs[d as usize] = flag(regs[a as usize] == regs[b as usize]),
            Op::Less { d, a, b } => regs[d as usize] = flag(regs[a as usize] < regs[b as usize]),
            Op::AtMost { d, a, b } => regs[d as usize] = flag(regs[a as usize] <= regs[b as usize]),
            Op::Copy { d, a } => regs[d as usize] = regs[a as usize],
            Op::Jump { to } => pc = to as usize,
            Op::Unless { a, to } => {
                if regs[a as usize] == Number::ZERO {
                    pc = to as usize;
                }
            }
            Op::Round { d, a, places, how } => {
                regs[d as usize] = regs[a as usize].rounded(u32::from(places), how)
            }
            Op::Lookup { d, table, to } => {
                let table = &program.tables[table as usize];
                if let Some(held) = look(table, world, regs, None) {
                    regs[d as usize] = held.value;
                    pc = to as usize;
                }
            }
            Op::Spread { d, table, point } => {
                let point = point.shifted(world.shift);
                let held = look(&program.tables[table as usize], world, regs, Some(point));
                regs[d as usize] = held
                    .map_or(Number::ZERO, |h| spread_value(world.parameters, h.parameter, &h.held, point));
            }
            Op::Bands { d, table, x } => {
                let held = look(&program.tables[table as usize], world, regs, None);
                regs[d as usize] = held.map_or(Number::ZERO, |h| {
                    bands_value(world.parameters, h.parameter, &h.held, regs[x as usize])
                });
            }
            Op::Each { d, a, end } => {
                each(program, world, regs, pc, end as usize, (d, a));
                pc = end as usize;
            }
        }
    }
}

fn each(
    program: &Program,
    world: &World<'_>,
    regs: &mut [Number],
    from: usize,
    end: usize,
    (d, a): (Reg, Reg),
) {
    let mut total = Number::ZERO;
    for member in world.members {
        for (input, reg) in &program.member_inputs {
            regs[*reg as usize] = member[*input];
        }
        run(program, world, regs, from, end);
        total = total.plus(regs[a as usize]);
    }
    regs[d as usize] = total;
}

struct Found {
    parameter: usize,
    held: Held,
    value: Number,
}

fn look(table: &Table, world: &World<'_>, regs: &[Number], point: Option<Point>) -> Option<Found> {
    let mut at = 0;
    for (reg, width) in &table.keys {
        at += regs[*reg as usize].to_minor(0).unsigned_abs() as usize * *width as usize;
    }
    let at = point.map_or(at, |p| at * 5 + p as usize);
    let cell = *table.cells.get(at)?;
    if cell == NOWHERE {
        return None;
    }
    let cell = cell as usize;
    let mut held = world.held[cell];
    if let Some(day) = table.day
        && held.standing != Standing::Set
    {
        held = world.cells.held(world.parameters, cell, crate::deal::number_day(regs[day as usize]));
    }
    if table.strict && matches!(held.standing, Standing::Expired | Standing::NotYet) {
        return None;
    }
    Some(Found { parameter: world.cells.cells[cell].parameter, held, value: held.value })
}

/// A point of the spread a row holds.
pub fn spread_value(parameters: &[Parameter], parameter: usize, held: &Held, point: Point) -> Number {
    match &parameters[parameter].rows[held.row].value {
        Value::Spread(points) => points[point as usize].unwrap_or_default(),
        _ => Number::ZERO,
    }
}

/// What the bands a row holds give for a figure.
pub fn bands_value(parameters: &[Parameter], parameter: usize, held: &Held, x: Number) -> Number {
    match &parameters[parameter].rows[held.row].value {
        Value::Bands(bands) => at_bands(bands, x),
        _ => Number::ZERO,
    }
}

#[inline]
fn flag(condition: bool) -> Number {
    if condition { Number::ONE } else { Number::ZERO }
}
