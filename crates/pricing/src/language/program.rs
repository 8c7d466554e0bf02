//! The flat program of one way: its steps, its lookups, and where its figures stand.

use super::Point;
use crate::cells::Held;
use pul_pack::parameters::{Number, Rounding};

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
    /// What every way needs alike: its register in the shared program, and here.
    pub shared: Vec<(Reg, Reg)>,
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
