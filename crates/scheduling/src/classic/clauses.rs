//! Clauses as they are made.

/// A literal: a variable from 1, negative when negated.
pub(super) type Lit = i32;

/// The literal that always holds.
pub(super) const TRUE: Lit = 1;
/// The literal that never holds.
pub(super) const FALSE: Lit = -1;

/// Clauses over variables counted from 1; the first variable is true.
#[derive(Debug, Clone)]
pub(super) struct Clauses {
    variables: Lit,
    flat: Vec<Lit>,
}

impl Clauses {
    pub(super) fn new() -> Self {
        Clauses { variables: 1, flat: vec![TRUE, 0] }
    }

    /// A new variable.
    pub(super) fn fresh(&mut self) -> Lit {
        self.variables += 1;
        self.variables
    }

    /// Adds a clause: one of `literals` holds.
    pub(super) fn add(&mut self, literals: &[Lit]) {
        if literals.contains(&TRUE) {
            return;
        }
        let start = self.flat.len();
        self.flat.extend(literals.iter().filter(|l| **l != FALSE));
        if self.flat.len() == start {
            // Nothing is left that could hold: a contradiction, kept as one.
            self.flat.push(FALSE);
        }
        self.flat.push(0);
    }

    /// If all of `given` hold, one of `then` does.
    pub(super) fn imply(&mut self, given: &[Lit], then: &[Lit]) {
        let clause: Vec<Lit> = given.iter().map(|l| -l).chain(then.iter().copied()).collect();
        self.add(&clause);
    }

    /// A literal that holds just when one of `literals` does.
    pub(super) fn any(&mut self, literals: &[Lit]) -> Lit {
        let rest: Vec<Lit> = literals.iter().copied().filter(|l| *l != FALSE).collect();
        match rest.as_slice() {
            _ if rest.contains(&TRUE) => TRUE,
            [] => FALSE,
            [only] => *only,
            _ => {
                let any = self.fresh();
                self.imply(&[any], &rest);
                for literal in rest {
                    self.imply(&[literal], &[any]);
                }
                any
            }
        }
    }

    /// At most one of `literals` holds. Short lists are written out in pairs; long ones are cut,
    /// with a literal for each cut. Both limits were found by trying: with cuts in short lists,
    /// or without them in long ones, searches are far slower.
    pub(super) fn at_most_one(&mut self, literals: &[Lit]) {
        const LONG: usize = 12;
        const CUT: usize = 6;
        let mut rest: Vec<Lit> = literals.iter().copied().filter(|l| *l != FALSE).collect();
        while rest.len() > LONG {
            let tail = rest.split_off(CUT);
            let one_of_these = self.fresh();
            for literal in &rest {
                self.imply(&[*literal], &[one_of_these]);
            }
            self.pairs(&rest);
            rest = std::iter::once(one_of_these).chain(tail).collect();
        }
        self.pairs(&rest);
    }

    fn pairs(&mut self, literals: &[Lit]) {
        for (at, one) in literals.iter().enumerate() {
            for other in &literals[at + 1..] {
                self.add(&[-one, -other]);
            }
        }
    }

    /// The clauses made since this was last called, each ended by 0.
    pub(super) fn take(&mut self) -> Vec<Lit> {
        std::mem::take(&mut self.flat)
    }
}
