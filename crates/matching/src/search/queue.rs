//! The best so far, and those that wait to be judged.

use super::collect::{Best, Candidate};
use crate::kernel::meet::Mix;

/// The list of one post while its matches are looked for.
///
/// What the tables let through waits until there are enough, and is then judged the most promising
/// first: those set a threshold that most of the others do not reach, and need no judging.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    best: Best,
    /// The least each loses in units of the mix, above who it is.
    waiting: Vec<u64>,
    /// The most that may be lost to enter.
    limit: u16,
}

/// Judged before the others are looked at again.
const AT_ONCE: usize = 24;

/// What every score is lost from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    pub(crate) full: u32,
    pub(crate) mix: Mix,
}

impl Scale {
    /// The most that may be lost by a score that is at least a threshold.
    pub(crate) fn limit(&self, threshold: u32) -> u16 {
        let lost = self.full.saturating_sub(threshold) / self.mix.unit;
        u16::try_from(lost).unwrap_or(u16::MAX)
    }
}

impl Queue {
    pub(crate) fn new(top: usize, scale: &Scale) -> Queue {
        // Nothing can enter an empty list but what loses nothing, and that is turned away.
        let limit = if top == 0 { 0 } else { scale.limit(0) };
        Queue { best: Best::new(top), waiting: Vec::new(), limit }
    }

    /// The most that may be lost to enter the list.
    #[inline]
    pub(crate) fn limit(&self) -> u16 {
        self.limit
    }

    /// Lets one wait; whether it is time to judge.
    #[inline]
    pub(crate) fn push(&mut self, loss: u16, who: u32, most: usize) -> bool {
        self.waiting.push(u64::from(loss) << 32 | u64::from(who));
        self.waiting.len() >= most
    }

    /// Whether any wait.
    pub(crate) fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Judges those that wait. `look` reads a little of what judging one will read: done for a few before
    /// any of them is judged, their reads are under way at once, and not each after the judging before.
    pub(crate) fn judge(
        &mut self,
        scale: &Scale,
        look: impl Fn(u32) -> u64,
        mut judge: impl FnMut(u32) -> Option<Candidate>,
    ) {
        let mut waiting = std::mem::take(&mut self.waiting);
        let mut left = waiting.as_mut_slice();
        while !left.is_empty() {
            // A few at a time: most of the others will be worth no more by then.
            let few = left.len().min(AT_ONCE);
            if few < left.len() {
                left.select_nth_unstable(few);
            }
            let (some, rest) = left.split_at_mut(few);
            some.sort_unstable();
            std::hint::black_box(some.iter().map(|one| look(*one as u32)).fold(0, u64::wrapping_add));
            for one in some {
                // Those that follow lose no less.
                if (*one >> 32) as u16 > self.limit {
                    waiting.clear();
                    self.waiting = waiting;
                    return;
                }
                if let Some(candidate) = judge(*one as u32) {
                    self.best.offer(candidate);
                    self.limit = scale.limit(self.best.threshold());
                }
            }
            left = rest;
        }
        waiting.clear();
        self.waiting = waiting;
    }

    /// Adds what another queue of the same post holds.
    pub(crate) fn join(&mut self, other: Queue) {
        for candidate in other.best.into_list() {
            self.best.offer(candidate);
        }
    }

    pub(crate) fn into_list(self) -> Vec<Candidate> {
        self.best.into_list()
    }
}
