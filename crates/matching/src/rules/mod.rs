//! The hard rules, a file for each, in the order of the statement.
//!
//! A rule has `passes`, which the search asks for very many pairs, and `failures`, which
//! says by how much a pair fails and the smallest change on either side that mends it.

mod budget;
mod capacity;
mod dates;
mod exclusion;
mod held;
mod hours;
mod kind;
mod language;
mod length;
mod overlap;
mod references;
mod sides;
mod skill;

use crate::pair::Pair;
use pul_domain::{Ask, Change, Failure, Offer, Rule};

/// The two posts as they were written, from which changes are named.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posts<'a> {
    pub(crate) ask: &'a Ask,
    pub(crate) offer: &'a Offer,
}

/// Whether every rule passes. Cheap rules and those that fail often come first; the order does
/// not matter to the answer.
pub(crate) fn admits(pair: &Pair<'_>) -> bool {
    skill::passes(pair)
        && budget::passes(pair)
        && kind::passes(pair)
        && sides::passes(pair)
        && capacity::passes(pair)
        && hours::passes(pair)
        && dates::passes(pair)
        && length::passes(pair)
        && overlap::passes(pair)
        && references::passes(pair)
        && language::passes(pair)
        && held::passes(pair)
        && exclusion::passes(pair)
}

/// Everything that fails, in the order of the statement.
pub(crate) fn failures(pair: &Pair<'_>, posts: Posts<'_>) -> Vec<Failure> {
    let mut out = Vec::new();
    kind::failures(pair, &mut out);
    sides::failures(pair, &mut out);
    exclusion::failures(posts, &mut out);
    skill::failures(pair, posts, &mut out);
    budget::failures(pair, posts, &mut out);
    capacity::failures(pair, &mut out);
    hours::failures(pair, &mut out);
    dates::failures(pair, &mut out);
    length::failures(pair, &mut out);
    overlap::failures(pair, &mut out);
    language::failures(pair, posts, &mut out);
    held::failures(pair, posts, &mut out);
    references::failures(pair, &mut out);
    out
}

fn failure(rule: Rule, have: i64, want: i64, ask_change: Change, offer_change: Change) -> Failure {
    Failure { rule, about: None, have, want, ask_change, offer_change, via: None }
}
