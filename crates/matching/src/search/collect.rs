//! The best so far.

use std::cmp::Reverse;

/// A pair that passes every rule, by what lists are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) score: u32,
    /// The view of the post the list is for.
    pub(crate) view: u32,
    /// Place of the other post's id among all.
    pub(crate) rank: u32,
    /// Where the other post is found again.
    pub(crate) position: u32,
}

impl Candidate {
    /// Greater is better.
    fn key(&self) -> (u32, u32, Reverse<u32>) {
        (self.score, self.view, Reverse(self.rank))
    }
}

/// At most `most` candidates, best first.
#[derive(Debug, Clone)]
pub(crate) struct Best {
    most: usize,
    list: Vec<Candidate>,
}

impl Best {
    pub(crate) fn new(most: usize) -> Best {
        Best { most, list: Vec::new() }
    }

    /// The least score that can still enter; an equal one may win its tie.
    #[inline]
    pub(crate) fn threshold(&self) -> u32 {
        match self.list.last() {
            Some(last) if self.list.len() == self.most => last.score,
            _ => 0,
        }
    }

    pub(crate) fn offer(&mut self, candidate: Candidate) {
        if self.list.len() == self.most {
            match self.list.last() {
                Some(last) if candidate.key() > last.key() => {
                    self.list.pop();
                }
                _ => return,
            }
        }
        let at = self.list.partition_point(|kept| kept.key() > candidate.key());
        self.list.insert(at, candidate);
    }

    pub(crate) fn into_list(self) -> Vec<Candidate> {
        self.list
    }
}
