//! The formula language of the pack's rules: small, total and exact.
//!
//! Text → [`lexer`] → [`parser`] → [`resolve`] (names, units, divisors) → [`Node`],
//! which [`emit`] turns into a flat program for [`machine`]; [`walk`] evaluates the
//! same node slowly and remembers what it used, for the trace.

pub mod ast;
pub mod emit;
pub mod lexer;
pub mod machine;
pub mod node;
pub mod parser;
pub mod program;
pub mod resolve;
mod table;
pub mod walk;

pub use node::{Key, Lookup, Node, Point, Source};
pub use resolve::{Names, Scope, Symbol, Type};

use pul_domain::{Finding, Place};

/// A fault in a formula and the byte it was found at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Byte of the formula.
    pub at: usize,
    /// Stable name of the kind of fault.
    pub code: &'static str,
    /// What is wrong.
    pub cause: String,
    /// What to do.
    pub cure: String,
}

impl Flaw {
    /// A fault at a byte of the formula.
    pub fn new(at: usize, code: &'static str, cause: impl Into<String>, cure: impl Into<String>) -> Flaw {
        Flaw { at, code, cause: cause.into(), cure: cure.into() }
    }

    /// The fault as a finding in the file the formula stands in.
    pub fn finding(self, place: &Place, formula: &str) -> Finding {
        let near: String = formula.get(self.at..).unwrap_or("").chars().take(24).collect();
        let cause = if near.is_empty() { self.cause } else { format!("{} (near `{near}`)", self.cause) };
        Finding::fault(self.code, place.clone(), cause, self.cure)
    }
}
