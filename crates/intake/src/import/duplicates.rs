//! Things handed in twice.

use crate::table::Print;
use pul_domain::{Party, Post, PostId};
use pul_pack::spelling::fold;
use std::collections::HashMap;

/// What has been taken so far, as fingerprints: some fifty bytes a row and its id.
#[derive(Debug, Default)]
pub(super) struct Seen {
    ids: HashMap<PostId, u64>,
    rows: HashMap<u128, u64>,
    near: HashMap<u128, u64>,
}

/// How a row repeats an earlier one, with that one's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Every cell is the same.
    Row(u64),
    /// The id is the same, other things differ.
    Id(u64),
    /// Party, place and skills are the same, other things differ.
    Near(u64),
}

impl Seen {
    /// Forgets rows, which belong to one file; ids and posts stay.
    pub fn next_file(&mut self) {
        self.rows.clear();
        self.near.clear();
    }

    /// How a row repeats an earlier one that was taken.
    pub fn repeat(&self, print: u128, near: u128, id: &PostId) -> Option<Repeat> {
        let row = self.rows.get(&print).map(|row| Repeat::Row(*row));
        row.or_else(|| self.ids.get(id).map(|row| Repeat::Id(*row)))
            .or_else(|| self.near.get(&near).map(|row| Repeat::Near(*row)))
    }

    /// Remembers a row that was taken.
    pub fn add(&mut self, number: u64, print: u128, near: u128, id: &PostId) {
        self.rows.entry(print).or_insert(number);
        self.near.entry(near).or_insert(number);
        self.ids.entry(id.clone()).or_insert(number);
    }
}

/// The fingerprint that near duplicates share: the party's name (its id where there is
/// none) but for case, accents and marks; its city; the side of the deal; role and
/// skills; and the cells that keep rows apart.
pub(super) fn near_print(party: Option<&Party>, post: &Post, apart: &[String]) -> u128 {
    let common = post.common();
    let mut print = Print::new();
    let name = party.map_or(common.party.as_str(), |party| &party.name);
    let words = fold(name).replace(|c: char| !c.is_alphanumeric(), " ");
    words.split_whitespace().for_each(|word| print.part(word.as_bytes()));
    print.part(b"|");
    let mut text = |part: &str| print.part(part.as_bytes());
    text(common.city.as_ref().map_or("", |city| city.as_str()));
    text(common.role.as_ref().map_or("", |role| role.as_str()));
    let (kind, mut skills): (&str, Vec<&str>) = match post {
        Post::Ask(ask) => ("ask", ask.skills.iter().map(|one| one.skill.as_str()).collect()),
        Post::Offer(offer) => ("offer", offer.skills.iter().map(|one| one.skill.as_str()).collect()),
    };
    skills.sort_unstable();
    text(kind);
    skills.into_iter().for_each(&mut text);
    apart.iter().for_each(|cell| text(&cell.to_lowercase()));
    print.get()
}
