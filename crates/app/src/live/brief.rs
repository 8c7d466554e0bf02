//! A pasted brief becomes suggestions for a post: skills with the words they came from.

use super::node::Node;
use crate::skills::{Reading, read_with};

impl Node {
    /// Skills and a role named in a text in any language, with the bytes they stand at; never
    /// fails. What people take of it is theirs to choose: nothing is filled in unseen.
    pub fn read_brief(&self, text: &str) -> Reading {
        read_with(self.pack(), self.words(), text)
    }
}
