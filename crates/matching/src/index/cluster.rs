//! The order offers stand in: alike ones together, so that the extremes of a cell say much
//! about all of it. The order decides how fast a search is, never what it finds.

use crate::basis::Basis;
use crate::features::OfferStore;
use crate::index::attributes::{GENERAL, General};
use crate::index::buckets::CODES;
use crate::index::gain::gained;
use crate::index::rows::GROUP;
use crate::index::widen::Widener;

/// Offers looked at to choose how to split a group.
const SAMPLE: usize = 96;

/// Codes of one offer in the general rows.
pub(crate) type Codes = [u8; GENERAL];

/// How a group is split: those whose code is above the threshold from the others.
#[derive(Debug, Clone, Copy)]
enum Split {
    General(General, u8),
    Skill(u32, u8),
}

/// Finds the order.
pub(crate) struct Clustering<'a> {
    basis: &'a Basis,
    store: &'a OfferStore,
    codes: &'a [Codes],
    widener: Widener<'a>,
    /// How much of a score hangs on a row, roughly.
    general_stakes: [u64; GENERAL],
    skill_stakes: Vec<u64>,
    /// How many of a sample have each worth of a skill.
    tally: Vec<[u16; CODES]>,
    scratch: Vec<u32>,
}

impl<'a> Clustering<'a> {
    pub(crate) fn new(basis: &'a Basis, store: &'a OfferStore, codes: &'a [Codes]) -> Clustering<'a> {
        let skills = store.vocabulary.skills(basis);
        Clustering {
            basis,
            store,
            codes,
            widener: Widener::new(basis, skills),
            general_stakes: General::ALL.map(|g| stake(basis, g)),
            skill_stakes: skill_stakes(basis, store, skills),
            tally: vec![[0; CODES]; skills],
            scratch: Vec::new(),
        }
    }

    /// Offers in the order they should stand, found on some threads.
    pub(crate) fn order(mut self, threads: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.codes.len() as u32).collect();
        self.arrange(&mut order, threads);
        order
    }

    /// The same with memory of its own.
    fn another(&self) -> Clustering<'a> {
        Clustering {
            widener: Widener::new(self.basis, self.tally.len()),
            general_stakes: self.general_stakes,
            skill_stakes: self.skill_stakes.clone(),
            tally: vec![[0; CODES]; self.tally.len()],
            scratch: Vec::new(),
            ..*self
        }
    }

    fn arrange(&mut self, group: &mut [u32], threads: usize) {
        if group.len() <= GROUP {
            return;
        }
        let Some(split) = self.best_split(group) else {
            return;
        };
        let above = self.partition(group, split);
        // Groups of the index are whole: a few offers may stand on the other side of the split.
        let cut = (above + GROUP / 2) / GROUP * GROUP;
        let cut = cut.clamp(GROUP, (group.len() - 1) / GROUP * GROUP);
        let group_len = group.len();
        let (left, right) = group.split_at_mut(cut);
        if threads < 2 {
            self.arrange(left, 1);
            self.arrange(right, 1);
            return;
        }
        let mut other = self.another();
        // The longer half is given the more threads.
        let half = (threads * left.len() / group_len).clamp(1, threads - 1);
        std::thread::scope(|scope| {
            scope.spawn(|| other.arrange(left, half));
            self.arrange(right, threads - half);
        });
    }

    /// Puts those above the threshold first; how many they are.
    fn partition(&mut self, group: &mut [u32], split: Split) -> usize {
        self.scratch.clear();
        let mut above = 0;
        for at in 0..group.len() {
            let offer = group[at];
            if self.is_above(offer as usize, split) {
                group[above] = offer;
                above += 1;
            } else {
                self.scratch.push(offer);
            }
        }
        group[above..].copy_from_slice(&self.scratch);
        above
    }

    fn is_above(&self, offer: usize, split: Split) -> bool {
        match split {
            Split::General(general, threshold) => self.codes[offer][general as usize] > threshold,
            Split::Skill(skill, threshold) => {
                let mut skills = self.store.view(offer).skills();
                skills.any(|(offered, level)| {
                    let strength = u32::from(self.basis.strength(offered, skill));
                    u32::from(level) * 3 * strength / 100 > u32::from(threshold)
                })
            }
        }
    }

    /// The split that parts a sample of the group best.
    fn best_split(&mut self, group: &[u32]) -> Option<Split> {
        let step = group.len().div_ceil(SAMPLE);
        let sample: Vec<u32> = group.iter().step_by(step).copied().collect();
        let mut best: (u64, Option<Split>) = (0, None);
        for general in General::ALL {
            let mut tally = [0; CODES];
            for offer in &sample {
                tally[usize::from(self.codes[*offer as usize][general as usize])] += 1;
            }
            let stake = self.general_stakes[general as usize];
            let (gained, threshold) = gained(&tally, true, best.0 / stake.max(1));
            let gain = gained * stake;
            if gain > best.0 {
                best = (gain, Some(Split::General(general, threshold)));
            }
        }
        let mut worths = Vec::new();
        for offer in &sample {
            self.widener.widen(self.store.view(*offer as usize), &mut worths);
        }
        let mut touched: Vec<u32> = worths.iter().map(|(skill, _)| *skill).collect();
        touched.sort_unstable();
        touched.dedup();
        for (skill, worth) in worths {
            self.tally[skill as usize][usize::from(worth)] += 1;
        }
        for skill in touched {
            let mut tally = std::mem::take(&mut self.tally[skill as usize]);
            tally[0] = sample.len() as u16 - tally.iter().sum::<u16>();
            let stake = self.skill_stakes[skill as usize];
            let (gained, threshold) = gained(&tally, false, best.0 / stake.max(1));
            let gain = gained * stake;
            if gain > best.0 {
                best = (gain, Some(Split::Skill(skill, threshold)));
            }
        }
        best.1
    }
}

/// Points of a mutual score, of some 20,000, that a general row may decide; a hard rule
/// that often fails counts for more.
fn stake(basis: &Basis, general: General) -> u64 {
    let (a, o) = (&basis.weights.asker, &basis.weights.offerer);
    u64::from(match general {
        General::Price => 2 * (a.price + o.price),
        General::Role => 2 * o.role,
        General::Record => 2 * a.record,
        General::People => 2 * a.capacity + 500,
        General::Hours => 2 * o.workload,
        General::References => 300,
        General::From | General::Until => 1500,
        General::LeastDays => 1000,
        General::WantedDays => 2 * o.length,
        General::Window => 2 * a.overlap + 1500,
        General::Standing => 40_000,
    })
}

/// The stake of all skills together, shared by how often each is offered: what is offered
/// much is asked much.
fn skill_stakes(basis: &Basis, store: &OfferStore, skills: usize) -> Vec<u64> {
    let mut offered = vec![0_u64; skills];
    for at in 0..store.len() {
        for (skill, _) in store.view(at).skills() {
            offered[skill as usize] += 1;
        }
    }
    let all: u64 = offered.iter().sum::<u64>().max(1);
    let stake = 4 * u64::from(basis.weights.asker.skills + basis.weights.asker.level);
    offered.into_iter().map(|n| stake * n / all).collect()
}
