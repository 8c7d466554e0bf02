//! What follows from having a skill: declared implications, closed.
//!
//! A step goes from a skill to one it declares to imply, at the declared strength, or to
//! its broader skill, at 100. The strength of a path is the product of its steps in per
//! cent, rounded down after each; the strength of a skill towards another is that of the
//! best path of at most three steps. A single step counts as declared; a path of several
//! counts from 50 only, because a guess built on a guess explains nothing to a recruiter
//! (jQuery implies JavaScript, and JavaScript hints at React, but jQuery does not).

use crate::skill::{Skill, SkillIx};

/// Steps of the longest path.
pub const MOST_STEPS: usize = 3;
/// Least strength of a single step, in per cent.
pub const LEAST_STRENGTH: u8 = 30;
/// Least strength of a path of more than one step, in per cent.
pub const LEAST_ALONG: u8 = 50;

/// The closed strengths, both ways, as compact arrays by rank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closure {
    forward: Rows,
    backward: Rows,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Rows {
    starts: Vec<u32>,
    cells: Vec<(SkillIx, u8)>,
}

impl Rows {
    fn row(&self, ix: SkillIx) -> &[(SkillIx, u8)] {
        let bounds = (self.starts.get(ix.index()), self.starts.get(ix.index() + 1));
        match bounds {
            (Some(from), Some(until)) => &self.cells[*from as usize..*until as usize],
            _ => &[],
        }
    }

    fn push(&mut self, cells: impl IntoIterator<Item = (SkillIx, u8)>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.cells.extend(cells);
        self.starts.push(self.cells.len() as u32);
    }
}

impl Closure {
    pub(crate) fn of(skills: &[Skill]) -> Closure {
        let steps: Vec<Vec<(SkillIx, u8)>> = skills.iter().map(steps).collect();
        let mut closure = Closure::default();
        let mut back: Vec<Vec<(SkillIx, u8)>> = vec![Vec::new(); skills.len()];
        let mut best = vec![0_u8; skills.len()];
        for from in 0..skills.len() {
            let reached = reach(from, &steps, &mut best);
            for (to, strength) in &reached {
                back[to.index()].push((rank(from), *strength));
            }
            closure.forward.push(reached);
        }
        for row in back {
            closure.backward.push(row);
        }
        closure
    }

    /// What a skill implies besides itself, by rank, with the strength in per cent.
    pub fn implied_by(&self, from: SkillIx) -> &[(SkillIx, u8)] {
        self.forward.row(from)
    }

    /// Which other skills imply a skill, by rank, with the strength in per cent.
    pub fn implying(&self, to: SkillIx) -> &[(SkillIx, u8)] {
        self.backward.row(to)
    }

    /// The strength of `from` towards `to`, per cent: 100 for the skill itself, 0 where
    /// nothing follows.
    pub fn strength(&self, from: SkillIx, to: SkillIx) -> u8 {
        if from == to {
            return 100;
        }
        let row = self.implied_by(from);
        match row.binary_search_by_key(&to, |(ix, _)| *ix) {
            Ok(at) => row[at].1,
            Err(_) => 0,
        }
    }
}

fn rank(index: usize) -> SkillIx {
    SkillIx(u16::try_from(index).unwrap_or(u16::MAX))
}

fn steps(skill: &Skill) -> Vec<(SkillIx, u8)> {
    let broader = skill.broader.map(|ix| (ix, 100));
    skill.implies.iter().copied().chain(broader).collect()
}

/// Best strengths from one skill. The product of the best prefix is the best product,
/// because rounding down keeps order; so each round extends only the best of the last.
/// `best` is scratch, all zero on entry and on return.
fn reach(from: usize, steps: &[Vec<(SkillIx, u8)>], best: &mut [u8]) -> Vec<(SkillIx, u8)> {
    let mut touched: Vec<SkillIx> = Vec::new();
    let mut front = vec![(rank(from), 100_u8)];
    for round in 0..MOST_STEPS {
        let least = if round == 0 { LEAST_STRENGTH } else { LEAST_ALONG };
        let mut next: Vec<(SkillIx, u8)> = Vec::new();
        for (at, so_far) in &front {
            for (to, strength) in steps.get(at.index()).into_iter().flatten() {
                let product = (u16::from(*so_far) * u16::from(*strength) / 100) as u8;
                let Some(known) = best.get_mut(to.index()) else {
                    continue;
                };
                if to.index() == from || product < least || product <= *known {
                    continue;
                }
                if *known == 0 {
                    touched.push(*to);
                }
                *known = product;
                next.push((*to, product));
            }
        }
        front = next;
    }
    touched.sort_unstable();
    let reached = touched.iter().map(|ix| (*ix, best[ix.index()])).collect();
    for ix in touched {
        best[ix.index()] = 0;
    }
    reached
}
