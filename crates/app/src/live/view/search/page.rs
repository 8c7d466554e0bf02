//! A page of what was found, in order, and where the next one begins.

use super::Part;
use super::facets::Facets;
use super::words::Scored;
use pul_domain::PartyId;
use std::cmp::Reverse;

/// A party found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub party: PartyId,
    /// How well it fits the words, in no unit; 0 where no words were given.
    pub score: u64,
    /// Where to go on after it.
    pub cursor: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Hits: the best first where there are words, else by name.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// Counts of every facet.
    pub facets: Facets,
    /// Whether there are more after the last.
    pub more: bool,
}

/// The last hit seen: its score, name and id, which is what hits are ordered by.
pub(super) struct Cursor<'a> {
    score: u64,
    order: &'a str,
    id: PartyId,
}

impl Cursor<'_> {
    pub(super) fn read(text: &str) -> Option<Cursor<'_>> {
        let mut parts = text.splitn(3, '~');
        let (score, id, order) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Cursor { score: score.parse().ok()?, order, id: PartyId::new(id).ok()? })
    }
}

impl Part<'_> {
    /// The first parties by name after a cursor.
    pub(super) fn first(&self, cursor: Option<&Cursor<'_>>, most: usize) -> Scored {
        // A hit with a score stands before every party without one.
        let seen = cursor.filter(|cursor| cursor.score == 0);
        let from = seen.map_or(0, |cursor| self.segment.after(cursor.order, &cursor.id));
        self.alive_from(from).take(most).map(|number| (number, 0)).collect()
    }

    /// The best after a cursor, in order. In a part the order of numbers is that of names.
    fn best(&self, mut found: Scored, cursor: Option<&Cursor<'_>>, most: usize) -> Scored {
        if let Some(cursor) = cursor {
            let from = self.segment.after(cursor.order, &cursor.id);
            let is_after = |(number, score): &(u32, u64)| {
                *score < cursor.score || *score == cursor.score && *number >= from
            };
            found.retain(is_after);
        }
        let key = |(number, score): &(u32, u64)| (Reverse(*score), *number);
        if found.len() > most {
            found.select_nth_unstable_by_key(most, key);
            found.truncate(most);
        }
        found.sort_unstable_by_key(key);
        found
    }
}

/// The page after the cursor, and whether there is more after it.
pub(super) fn page(
    parts: &[Part<'_>; 2],
    found: [Scored; 2],
    cursor: Option<&Cursor<'_>>,
    limit: usize,
) -> (Vec<Hit>, bool) {
    let mut all = Vec::new();
    for (part, found) in parts.iter().zip(found) {
        let best = part.best(found, cursor, limit + 1);
        all.extend(best.into_iter().map(|(number, score)| (score, &part.segment.places[number as usize])));
    }
    all.sort_by(|(a, one), (b, other)| {
        b.cmp(a).then_with(|| (&one.order, &one.id).cmp(&(&other.order, &other.id)))
    });
    let more = all.len() > limit;
    let hits = all.into_iter().take(limit).map(|(score, place)| Hit {
        party: place.id.clone(),
        score,
        cursor: format!("{score}~{}~{}", place.id, place.order),
    });
    (hits.collect(), more)
}
