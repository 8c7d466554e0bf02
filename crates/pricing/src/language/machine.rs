//! What runs a program.

use super::Point;
pub use super::program::{LineRegs, NOWHERE, Op, Program, Reg, Table};
use crate::cells::{Cells, Held, Standing};
use pul_pack::parameters::{Number, Parameter, Value, at_bands};

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
