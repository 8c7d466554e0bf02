//! Every ask meets every offer, once, for the lists of the offers or of both.
//!
//! Block after block of offers, small enough to stay in a processor's cache, meets one ask after
//! another. A pair is met where the ask's list or the offer's can still use it, which the kernel
//! tells for sixty-four at a time; who is met waits in the queue of the list and is judged there.

use super::collect::Candidate;
use super::queue::{Queue, Scale};
use super::ready::{Ready, Share};
use super::worker::Worker;
use crate::index::Index;
use crate::kernel::Kernel;
use crate::kernel::meet::{Mix, VIEW};
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};

/// Which lists a pass makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Asks for every offer.
    Asks,
    /// And offers for every ask.
    Both,
}

/// What all threads of a pass share.
pub(super) struct Pass<'a> {
    pub(super) index: &'a Index,
    pub(super) shares: &'a [Share],
    /// Place of each ask's id among all, where offers are given asks.
    pub(super) ranks: &'a [u32],
    pub(super) wanted: Wanted,
    pub(super) top: usize,
    pub(super) kernel: Kernel,
    pub(super) scale: Scale,
    pub(super) next: AtomicUsize,
    /// The most an offer may lose by each ask to enter its list, as far as any thread knows.
    pub(super) limits: Vec<AtomicU16>,
}

impl<'a> Pass<'a> {
    pub(super) fn new(
        index: &'a Index,
        (shares, ranks): (&'a [Share], &'a [u32]),
        wanted: Wanted,
        top: usize,
        kernel: Kernel,
    ) -> Pass<'a> {
        let w = &index.basis.weights;
        let full = (w.less + w.more) * u32::from(VIEW);
        let scale = Scale { full, mix: Mix::new(w.less, w.more) };
        let asks = shares.iter().map(|share| share.asks.len()).sum();
        let limits = (0..asks).map(|_| AtomicU16::new(scale.limit(0))).collect();
        let next = AtomicUsize::new(0);
        Pass { index, shares, ranks, wanted, top, kernel, scale, next, limits }
    }

    /// Works on some threads until all is met. Each thread makes itself an `each`, which is given
    /// the list of every offer at its position; what comes back is the list of every ask.
    pub(super) fn run<E: FnMut(usize, Vec<Candidate>)>(
        &self,
        threads: usize,
        each: impl Fn() -> E + Sync,
    ) -> Vec<Vec<Candidate>> {
        let work = || {
            let (mut worker, mut each) = (Worker::new(self), each());
            while let Some(block) = self.take() {
                worker.block(block, &mut each);
            }
            worker.finish()
        };
        if threads <= 1 {
            return work().into_iter().map(Queue::into_list).collect();
        }
        let mut lists: Vec<Queue> = Vec::new();
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            for worker in workers {
                let theirs = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                match lists.is_empty() {
                    true => lists = theirs,
                    false => lists.iter_mut().zip(theirs).for_each(|(list, other)| list.join(other)),
                }
            }
        });
        lists.into_iter().map(Queue::into_list).collect()
    }

    /// The next block: far from the one before, so that asks soon meet offers of every kind and know
    /// what is worth waiting for.
    fn take(&self) -> Option<usize> {
        let blocks = self.index.rows.blocks();
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        (turn < blocks).then(|| turn * stride(blocks) % blocks)
    }
}

/// A step that visits every one of some blocks, about five eighths of them long.
fn stride(blocks: usize) -> usize {
    let coprime = |step: &usize| {
        let (mut a, mut b) = (*step, blocks);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a == 1
    };
    (blocks * 5 / 8..).skip(1).find(coprime).unwrap_or(1)
}

impl<'a> Pass<'a> {
    /// An ask by its number among all.
    pub(super) fn ask(&self, number: usize) -> &'a Ready {
        let mut left = number;
        for share in self.shares {
            match share.asks.get(left) {
                Some(ready) => return ready,
                None => left -= share.asks.len(),
            }
        }
        unreachable!("numbers are given out to asks alone")
    }
}
