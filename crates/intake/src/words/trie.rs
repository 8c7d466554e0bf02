//! Names as paths of words.

use super::tokens::{Gap, Tokens};
use std::collections::HashMap;

/// An edge: from a node, over a kind of gap, by a word.
type Edge = (u32, u32, u32);

/// Names, each a path of words, with something of type `T` at the end of each. Longer
/// names are found by walking on, so a lookup costs the words of the name alone.
#[derive(Debug)]
pub(super) struct Trie<T> {
    words: HashMap<String, u32>,
    gaps: HashMap<String, u32>,
    edges: HashMap<Edge, u32>,
    ends: Vec<Vec<T>>,
}

/// The gap that one name may run across.
const SOFT: u32 = 0;

impl<T: PartialEq> Trie<T> {
    pub fn new() -> Trie<T> {
        Trie { words: HashMap::new(), gaps: HashMap::new(), edges: HashMap::new(), ends: vec![Vec::new()] }
    }

    /// Adds a name as its writing is cut into words.
    pub fn add(&mut self, name: &str, end: T) {
        let tokens = Tokens::new(name);
        let path: Vec<(u32, String)> = (0..tokens.list.len())
            .map(|at| (self.gap_number(at, &tokens), tokens.fold(at).to_owned()))
            .collect();
        self.add_path(&path, end);
    }

    fn gap_number(&mut self, at: usize, tokens: &Tokens<'_>) -> u32 {
        match tokens.gap(at) {
            Gap::Hard(text) if at > 0 => {
                let next = self.gaps.len() as u32 + 1;
                *self.gaps.entry(text.to_owned()).or_insert(next)
            }
            _ => SOFT,
        }
    }

    /// Adds a name of words with soft gaps between.
    pub fn add_words(&mut self, words: &[&str], end: T) {
        let path: Vec<(u32, String)> = words.iter().map(|word| (SOFT, (*word).to_owned())).collect();
        self.add_path(&path, end);
    }

    fn add_path(&mut self, path: &[(u32, String)], end: T) {
        if path.is_empty() {
            return;
        }
        let mut node = 0;
        for (gap, word) in path {
            let next_word = self.words.len() as u32;
            let word = *self.words.entry(word.clone()).or_insert(next_word);
            let next = self.ends.len() as u32;
            let to = *self.edges.entry((node, *gap, word)).or_insert(next);
            if to == next {
                self.ends.push(Vec::new());
            }
            node = to;
        }
        let ends = &mut self.ends[node as usize];
        if !ends.contains(&end) {
            ends.push(end);
        }
    }

    /// What a name already leads to.
    pub fn has_words(&self, words: &[&str]) -> bool {
        let mut node = 0;
        for word in words {
            let Some(word) = self.words.get(*word) else { return false };
            let Some(next) = self.edges.get(&(node, SOFT, *word)) else { return false };
            node = *next;
        }
        self.ends.get(node as usize).is_some_and(|ends| !ends.is_empty())
    }

    /// Names that begin at a word: the number of the last word and what is at the end,
    /// the longest first.
    pub fn at(&self, tokens: &Tokens<'_>, first: usize) -> Vec<(usize, &[T])> {
        let mut found = Vec::new();
        let mut node = 0;
        for at in first..tokens.list.len() {
            let gap = match tokens.gap(at) {
                _ if at == first => SOFT,
                Gap::Soft(_) => SOFT,
                Gap::Hard(text) => match self.gaps.get(text) {
                    Some(gap) => *gap,
                    None => break,
                },
            };
            let Some(word) = self.words.get(tokens.fold(at)) else { break };
            let Some(next) = self.edges.get(&(node, gap, *word)) else { break };
            node = *next;
            let ends = &self.ends[node as usize];
            if !ends.is_empty() {
                found.push((at, ends.as_slice()));
            }
        }
        found.reverse();
        found
    }
}
