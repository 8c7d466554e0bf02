//! A segment without the parties that have changed or gone since it was built.

use super::catalogue::Catalogue;
use super::segment::Segment;

/// A part of the index.
pub(super) struct Part<'a> {
    pub segment: &'a Segment,
    /// Numbers of the parties that are there no more, sorted.
    pub gone: &'a [u32],
}

impl<'a> Part<'a> {
    /// How many parties there are.
    pub(super) fn len(&self) -> usize {
        self.segment.len() - self.gone.len()
    }

    /// How many words they have.
    pub(super) fn length(&self) -> u64 {
        let lengths = &self.segment.lengths;
        self.segment.length - self.gone.iter().map(|n| u64::from(lengths[*n as usize])).sum::<u64>()
    }

    /// The numbers of the parties that are there.
    pub(super) fn alive(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.alive_from(0)
    }

    /// The numbers of the parties that are there, from one on.
    pub(super) fn alive_from(&self, from: u32) -> impl Iterator<Item = u32> + use<'a> {
        let mut gone = &self.gone[self.gone.partition_point(|number| *number < from)..];
        (from..self.segment.len() as u32).filter(move |number| match gone.split_first() {
            Some((first, rest)) if first == number => {
                gone = rest;
                false
            }
            _ => true,
        })
    }

    /// How often each party has a word; those gone have none.
    pub(super) fn times(&self, catalogue: &Catalogue, word: &str, as_prefix: bool) -> Vec<u32> {
        let mut times = self.segment.times(catalogue, word, as_prefix);
        self.gone.iter().for_each(|number| times[*number as usize] = 0);
        times
    }
}
