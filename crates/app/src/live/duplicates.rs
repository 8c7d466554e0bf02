//! Parties that may be one: candidates with what speaks for it.

use super::node::Node;
use super::refusal::Refusal;
use super::view::PartyCard;
use super::view::search::terms;
use super::who::Who;
use crate::boxed;
use pul_domain::PartyId;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// A word that more parties have tells nothing: `software`, `solutions`.
const COMMON: usize = 40;
/// How alike two names must be, in per cent of their letters.
const ALIKE: usize = 88;
/// Longest list.
const MOST: usize = 200;

/// Why two parties may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Their names are the same in every letter that counts.
    SameName,
    /// Their names differ in few letters.
    AlikeName,
    /// They name the same page.
    SamePage,
    /// They are in the same city.
    SameCity,
}

impl Sign {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Sign::SameName => "same-name",
            Sign::AlikeName => "alike-name",
            Sign::SamePage => "same-page",
            Sign::SameCity => "same-city",
        }
    }
}

/// Two parties that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// One.
    pub one: Arc<PartyCard>,
    /// The other, of the greater id.
    pub other: Arc<PartyCard>,
    /// What speaks for it.
    pub signs: BTreeSet<Sign>,
    /// How alike their names are, in per cent of their letters.
    pub likeness: usize,
}

/// Words that say what sort of company it is, not which.
const FORMS: [&str; 14] = [
    "inc",
    "ltd",
    "llc",
    "pvt",
    "private",
    "limited",
    "corp",
    "corporation",
    "co",
    "company",
    "ltee",
    "smc",
    "llp",
    "the",
];

fn key(name: &str) -> String {
    let mut words = terms(name);
    words.retain(|word| !FORMS.contains(&word.as_str()));
    words.join(" ")
}

/// Host of a page, without `www.`.
fn host(website: &str) -> Option<String> {
    let rest = website.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The candidates found last, with the position of the picture they were found in: every visit to
/// the desk asks how many there are.
#[derive(Debug, Default)]
pub(crate) struct Known(Mutex<Option<(i64, Vec<Candidate>)>>);

impl Known {
    fn at(&self, position: i64) -> Option<Vec<Candidate>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(of, _)| *of == position).map(|(_, found)| found.clone())
    }

    fn put(&self, position: i64, found: &[Candidate]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((position, found.to_vec()));
    }
}

/// Parties that may be one, what is surest first. Names are compared where they share a page,
/// or a word that few have.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn find(node: &Node, who: &Who) -> Result<Vec<Candidate>, Refusal> {
    who.organiser()?;
    let view = node.view();
    let position = view.position();
    if let Some(found) = node.duplicates().at(position) {
        return Ok(found);
    }
    let found = tokio::task::spawn_blocking(move || {
        let cards: Vec<Arc<PartyCard>> = view.parties().cloned().collect();
        among(&cards)
    });
    let found = found.await.map_err(Refusal::internal)?;
    node.duplicates().put(position, &found);
    Ok(found)
}

/// The candidates among some parties.
pub(crate) fn among(cards: &[Arc<PartyCard>]) -> Vec<Candidate> {
    let keys: Vec<String> = cards.iter().map(|card| key(&card.name)).collect();
    let hosts: Vec<Option<String>> = cards.iter().map(|c| c.website.as_deref().and_then(host)).collect();
    let mut blocks: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        let words: BTreeSet<&str> = key.split(' ').filter(|w| w.chars().count() > 2).collect();
        words.into_iter().for_each(|word| blocks.entry(word).or_default().push(at));
        hosts[at].iter().for_each(|host| blocks.entry(host).or_default().push(at));
        blocks.entry(key).or_default().push(at);
    }
    let mut seen: BTreeMap<(PartyId, PartyId), Candidate> = BTreeMap::new();
    for block in blocks.values().filter(|block| block.len() > 1 && block.len() <= COMMON) {
        for (nth, a) in block.iter().enumerate() {
            for b in &block[nth + 1..] {
                if a != b {
                    seen.extend(judge(cards, &keys, &hosts, *a, *b));
                }
            }
        }
    }
    let mut found: Vec<Candidate> = seen.into_values().collect();
    found.sort_by(|a, b| {
        let sure = |c: &Candidate| (c.signs.contains(&Sign::SameName), c.signs.len(), c.likeness);
        sure(b).cmp(&sure(a)).then_with(|| a.one.id.cmp(&b.one.id)).then_with(|| a.other.id.cmp(&b.other.id))
    });
    found.truncate(MOST);
    found
}

fn judge(
    cards: &[Arc<PartyCard>],
    keys: &[String],
    hosts: &[Option<String>],
    a: usize,
    b: usize,
) -> Option<((PartyId, PartyId), Candidate)> {
    let (a, b) = if cards[a].id < cards[b].id { (a, b) } else { (b, a) };
    let (one, other) = (&cards[a], &cards[b]);
    if !one.sides.iter().any(|side| other.sides.contains(side)) {
        return None;
    }
    let longest = keys[a].chars().count().max(keys[b].chars().count()).max(1);
    let distance = strsim::osa_distance(&keys[a], &keys[b]);
    let likeness = 100 - (100 * distance / longest).min(100);
    let mut signs = BTreeSet::new();
    if keys[a] == keys[b] {
        signs.insert(Sign::SameName);
    } else if likeness >= ALIKE {
        signs.insert(Sign::AlikeName);
    }
    if hosts[a].is_some() && hosts[a] == hosts[b] {
        signs.insert(Sign::SamePage);
    }
    if signs.is_empty() {
        return None;
    }
    if one.city.is_some() && one.city == other.city {
        signs.insert(Sign::SameCity);
    }
    let key = (one.id.clone(), other.id.clone());
    Some((key, Candidate { one: one.clone(), other: other.clone(), signs, likeness }))
}
