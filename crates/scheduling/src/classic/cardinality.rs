//! Counting literals: a totalizer cut off at the most that matters (Bailleux & Boufkhad 2003).

use super::clauses::{Clauses, FALSE, Lit, TRUE};

/// Literals of which the one at `n` holds when more than `n` of `inputs` hold (not the other
/// way round), as many as `most`.
pub(super) fn count(clauses: &mut Clauses, inputs: &[Lit], most: usize) -> Vec<Lit> {
    let certain = inputs.iter().filter(|l| **l == TRUE).count();
    let open: Vec<Lit> = inputs.iter().copied().filter(|l| *l != TRUE && *l != FALSE).collect();
    let mut outputs = vec![TRUE; certain.min(most)];
    outputs.extend(tree(clauses, &open, most - outputs.len()));
    outputs
}

/// At most `most` of `inputs` hold.
pub(super) fn at_most(clauses: &mut Clauses, inputs: &[Lit], most: usize) {
    if let Some(over) = count(clauses, inputs, most + 1).get(most) {
        clauses.add(&[-over]);
    }
}

fn tree(clauses: &mut Clauses, inputs: &[Lit], most: usize) -> Vec<Lit> {
    if most == 0 {
        return Vec::new();
    }
    if inputs.len() <= 1 {
        return inputs.to_vec();
    }
    let (left, right) = inputs.split_at(inputs.len() / 2);
    let left = tree(clauses, left, most);
    let right = tree(clauses, right, most);
    let outputs: Vec<Lit> = (0..(left.len() + right.len()).min(most)).map(|_| clauses.fresh()).collect();
    for l in 0..=left.len() {
        for r in 0..=right.len() {
            let Some(at) = (l + r).min(outputs.len()).checked_sub(1) else { continue };
            let given: Vec<Lit> = [l.checked_sub(1).map(|l| left[l]), r.checked_sub(1).map(|r| right[r])]
                .into_iter()
                .flatten()
                .collect();
            clauses.imply(&given, &[outputs[at]]);
        }
    }
    outputs
}
