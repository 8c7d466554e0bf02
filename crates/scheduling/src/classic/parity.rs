//! Parity: those who meet in a slot are even in number.
//!
//! It follows from the rest, but clause learning cannot find it out in reasonable time.

use super::clauses::{Clauses, FALSE, Lit, TRUE};

/// An even number of `literals` holds.
pub(super) fn even(clauses: &mut Clauses, literals: &[Lit]) {
    let mut odd = FALSE;
    for literal in literals {
        odd = differ(clauses, odd, *literal);
    }
    clauses.add(&[-odd]);
}

/// A literal that holds when just one of the two does.
fn differ(clauses: &mut Clauses, one: Lit, other: Lit) -> Lit {
    match (one, other) {
        (FALSE, l) | (l, FALSE) => l,
        (TRUE, l) | (l, TRUE) => -l,
        _ => {
            let differ = clauses.fresh();
            clauses.add(&[-differ, one, other]);
            clauses.add(&[-differ, -one, -other]);
            clauses.add(&[differ, -one, other]);
            clauses.add(&[differ, one, -other]);
            differ
        }
    }
}
