//! Which offers the hard rules let through, as far as codes tell.

use super::scan::present;
use super::tables::Table;
use crate::index::{BLOCK, BLOCK_CELLS, CODES, GROUP, Index};
use crate::kernel::{CELL, Kernel, Words, roomy};
use std::collections::HashMap;

/// Masks remembered. Asks are alike in what they rule out: a budget falls into one of sixteen
/// buckets, a must-have into one of five levels.
const MOST: usize = 160;

/// A row and the codes in it that pass, a bit for each.
type Rule = (u32, u16);

/// What a rule lets through.
#[derive(Debug)]
struct Mask {
    rule: Rule,
    /// The turn it was last used in.
    used: u64,
}

/// Masks of the rules asked for before, and what all of the last ask let through.
#[derive(Debug, Default)]
pub(super) struct Masks {
    known: HashMap<Rule, usize>,
    all: Vec<Mask>,
    /// Which offers each lets through, block by block, mask after mask.
    words: Vec<Words>,
    turns: u64,
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
        self.turns += 1;
        let numbers: Vec<usize> = rules.iter().map(|rule| self.number(index, kernel, *rule)).collect();
        let blocks = index.rows.blocks();
        let masks: Vec<&[Words]> =
            numbers.iter().map(|number| &self.words[number * blocks..][..blocks]).collect();
        self.offers.resize(blocks, [0; BLOCK_CELLS]);
        self.groups.resize(blocks, 0);
        kernel.in_all(&masks, &mut self.offers, &mut self.groups);
        self.end(index.len());
        self.rules = Some(rules);
    }

    /// The number of a rule's mask, made if it is not known.
    fn number(&mut self, index: &Index, kernel: Kernel, rule: Rule) -> usize {
        if let Some(number) = self.known.get(&rule) {
            self.all[*number].used = self.turns;
            return *number;
        }
        let number = self.place(index.rows.blocks());
        let mask = &mut self.all[number];
        (mask.rule, mask.used) = (rule, self.turns);
        let words = &mut self.words[number * index.rows.blocks()..][..index.rows.blocks()];
        kernel.having(index.rows.row(rule.0 as usize), rule.1, words);
        self.known.insert(rule, number);
        number
    }

    /// A place for a mask: a new one, or that of the mask that was not used for longest.
    fn place(&mut self, blocks: usize) -> usize {
        let oldest = self.all.iter().enumerate().min_by_key(|(_, mask)| mask.used);
        match oldest {
            // What this ask itself uses stays, however much that is.
            Some((number, mask)) if self.all.len() >= MOST && mask.used < self.turns => {
                self.known.remove(&mask.rule);
                number
            }
            _ => {
                self.all.push(Mask { rule: (0, 0), used: 0 });
                if self.words.capacity() == 0 {
                    self.words = roomy(MOST * blocks);
                }
                self.words.resize(self.all.len() * blocks, [0; BLOCK_CELLS]);
                self.all.len() - 1
            }
        }
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
