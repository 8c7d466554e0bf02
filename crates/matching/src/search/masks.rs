//! Which offers the hard rules let through, as far as codes tell.

use super::scan::present;
use super::tables::Table;
use crate::index::{BLOCK, BLOCK_CELLS, CODES, GROUP, Index};
use crate::kernel::{CELL, Kernel, Words};
use std::collections::HashMap;

/// Masks remembered. Asks are alike in what they rule out: a budget falls into one of sixteen
/// buckets, a must-have into one of five levels.
const MOST: usize = 384;

/// A row and the codes in it that pass, a bit for each.
type Rule = (u32, u16);

/// Masks of the rules asked for before, and what all of the last ask let through.
#[derive(Debug, Default)]
pub(super) struct Masks {
    known: HashMap<Rule, usize>,
    words: Vec<Vec<Words>>,
    rules: Option<Vec<Rule>>,
    /// By block: which offers pass, and which groups have one.
    pub(super) offers: Vec<Words>,
    pub(super) groups: Vec<u64>,
}

impl Masks {
    /// Turns to the rules of an ask.
    pub(super) fn turn(&mut self, index: &Index, kernel: Kernel, tables: &[Table]) {
        let rules: Vec<Rule> = tables.iter().filter_map(|table| rule(index, table)).collect();
        if self.rules.as_ref() == Some(&rules) {
            return;
        }
        if self.known.len() + rules.len() > MOST {
            self.known.clear();
        }
        let numbers: Vec<usize> = rules.iter().map(|rule| self.number(index, kernel, *rule)).collect();
        let masks: Vec<&[Words]> = numbers.iter().map(|number| self.words[*number].as_slice()).collect();
        let blocks = index.rows.blocks();
        self.offers.resize(blocks, [0; BLOCK_CELLS]);
        self.groups.resize(blocks, 0);
        kernel.in_all(&masks, &mut self.offers, &mut self.groups);
        self.end(index.len());
        self.rules = Some(rules);
    }

    /// The number of a rule's mask, made if it is not known.
    fn number(&mut self, index: &Index, kernel: Kernel, rule: Rule) -> usize {
        let next = self.known.len();
        *self.known.entry(rule).or_insert_with(|| {
            if next == self.words.len() {
                self.words.push(vec![[0; BLOCK_CELLS]; index.rows.blocks()]);
            }
            kernel.having(index.rows.row(rule.0 as usize), rule.1, &mut self.words[next]);
            next
        })
    }

    /// Takes out what is behind the last offer.
    fn end(&mut self, offers: usize) {
        let Some((cells, groups)) = self.offers.last_mut().zip(self.groups.last_mut()) else {
            return;
        };
        let left = offers - (offers - 1) / BLOCK * BLOCK;
        for (cell, mask) in cells.iter_mut().enumerate() {
            *mask &= present(left.saturating_sub(cell * CELL), 1);
        }
        *groups &= present(left, GROUP);
    }
}

/// The rule of a table: none where every code that occurs passes.
fn rule(index: &Index, table: &Table) -> Option<Rule> {
    let counts = index.rows.counts(table.row);
    let passes = |code: &usize| counts[*code] == 0 || table.losses[*code].is_some();
    let codes = (0..CODES).filter(passes).fold(0, |codes, code| codes | 1_u16 << code);
    (codes != u16::MAX).then_some((table.row as u32, codes))
}
