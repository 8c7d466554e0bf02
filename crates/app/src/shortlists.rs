//! Shortlists: asks and offers in, explained lists out, checked before they are shown.

use crate::library::Loaded;
use crate::posts::{Posts, Progress, Source};
use crate::{Error, posts};
use jiff::civil::Date;
use pul_checker::{Statement, Thoroughness, check};
use pul_domain::{Ask, Direction, Finding, Findings, Inputs, Offer, Place, PostId, Shortlist, ShortlistFile};
use pul_matching::Index;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// The form of result files this version writes.
pub const FORMAT: &str = "pul-shortlists/1";

/// Pairs the checker may recompute to look for omissions, so that checking stays
/// a small part of the work.
const PAIRS_CHECKED: u64 = 200_000;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// Where the asks are.
    pub asks: Source,
    /// Where the offers are.
    pub offers: Source,
    /// The day the match is made for.
    pub as_of: Date,
    /// Who is given lists.
    pub direction: Direction,
    /// Longest list.
    pub top: u32,
    /// One post only.
    pub only: Option<PostId>,
}

/// Both inputs of a match.
#[derive(Debug)]
pub struct Both {
    /// The asks' file.
    pub asks: Posts,
    /// The offers' file.
    pub offers: Posts,
}

impl Both {
    /// Reads both files and refuses an empty side and an id that stands in both.
    ///
    /// # Errors
    /// As [`posts::read`], and [`Error::Faults`] for an empty side or a repeated id.
    pub fn read(
        loaded: &Loaded,
        asks: &Source,
        offers: &Source,
        progress: Progress<'_>,
    ) -> Result<Both, Error> {
        let asks = posts::read(&loaded.pack, asks, progress)?;
        let offers = posts::read(&loaded.pack, offers, progress)?;
        asks.empty("asks", asks.asks.len())?;
        offers.empty("offers", offers.offers.len())?;
        let both = Both { asks, offers };
        both.refuse_repeated_ids()?;
        Ok(both)
    }

    fn refuse_repeated_ids(&self) -> Result<(), Error> {
        if self.asks.input.sha256 == self.offers.input.sha256 {
            return Ok(()); // One file with both asks and offers was given for each.
        }
        let (asks, offers) = (self.asks.ids(), self.offers.ids());
        let mut findings = Findings::new();
        for id in asks.intersection(&offers) {
            findings.push(Finding::fault(
                "duplicate-id",
                Place::file(self.offers.input.path.as_str()).field("id"),
                format!("the id {id} stands in both files."),
                "Give one of the two posts another id.",
            ));
        }
        if findings.is_empty() { Ok(()) } else { Err(Error::Faults(findings)) }
    }

    /// The ask with this id.
    ///
    /// # Errors
    /// [`Error::Missing`] when the file has none.
    pub fn ask(&self, id: &PostId) -> Result<&Ask, Error> {
        let found = self.asks.asks.iter().find(|a| a.common.id == *id);
        found.ok_or_else(|| missing("ask", id, self.asks.asks.iter().map(|a| &a.common.id)))
    }

    /// The offer with this id.
    ///
    /// # Errors
    /// [`Error::Missing`] when the file has none.
    pub fn offer(&self, id: &PostId) -> Result<&Offer, Error> {
        let found = self.offers.offers.iter().find(|o| o.common.id == *id);
        found.ok_or_else(|| missing("offer", id, self.offers.offers.iter().map(|o| &o.common.id)))
    }
}

fn missing<'a>(what: &str, id: &PostId, mut known: impl Iterator<Item = &'a PostId>) -> Error {
    let example = known.next().map_or_else(String::new, |e| format!(", for instance {e}"));
    Error::Missing {
        what: format!("there is no {what} {id}"),
        cure: format!("Give the id of an {what} that was read{example}; `pul match --format csv` lists them"),
    }
}

/// Computes the lists and has the checker verify them.
///
/// # Errors
/// As [`Both::read`]; [`Error::Missing`] for an unknown `only`; [`Error::Differs`] when the
/// checker disagrees, which would be a fault of ours.
pub fn run(
    loaded: &Loaded,
    both: &Both,
    request: &Request,
    progress: Progress<'_>,
) -> Result<ShortlistFile, Error> {
    let shortlists = search(loaded, both, request, progress)?;
    let file = ShortlistFile {
        format: FORMAT.into(),
        inputs: Inputs {
            pack: loaded.pack.about().id.clone(),
            pack_version: loaded.pack.about().version.clone(),
            pack_hash: loaded.hash.clone(),
            asks: both.asks.input.clone(),
            offers: both.offers.input.clone(),
            as_of: request.as_of,
            direction: request.direction,
            top: request.top,
            only: request.only.clone(),
        },
        weights: loaded.pack.scoring().named(),
        shortlists,
    };
    verify(loaded, both, &file)?;
    Ok(file)
}

/// Lists for all posts of the direction, or for the one asked for.
fn search(
    loaded: &Loaded,
    both: &Both,
    request: &Request,
    progress: Progress<'_>,
) -> Result<Vec<Shortlist>, Error> {
    let (mut asks, mut offers) = (both.asks.asks.as_slice(), both.offers.offers.as_slice());
    if let Some(id) = &request.only {
        match request.direction {
            Direction::OffersForAsks => asks = std::slice::from_ref(both.ask(id)?),
            Direction::AsksForOffers => offers = std::slice::from_ref(both.offer(id)?),
        }
    }
    let top = request.top as usize;
    match request.direction {
        Direction::OffersForAsks => {
            let index = Index::build(&loaded.pack, offers, request.as_of);
            let all = asks.len() as u64;
            Ok(index.top_many(asks, top, threads(), |done| progress(done as u64, all)))
        }
        Direction::AsksForOffers => {
            let index = Index::build(&loaded.pack, offers, request.as_of);
            let lists = Mutex::new(BTreeMap::new());
            let keep = |list: Shortlist| {
                let mut lists = lists.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                lists.insert(list.of.clone(), list);
            };
            let all = offers.len() as u64;
            index.asks_for_offers(asks, top, threads(), keep, |done| progress(done as u64, all));
            let mut lists = lists.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            Ok(offers.iter().filter_map(|offer| lists.remove(&offer.common.id)).collect())
        }
    }
}

/// Threads to search with: what the machine has. The lists do not depend on it.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The checker's word on a result, from the statement of the problem alone.
///
/// # Errors
/// [`Error::Differs`] with what the checker objects to.
pub fn verify(loaded: &Loaded, both: &Both, file: &ShortlistFile) -> Result<(), Error> {
    let statement = Statement::new(&loaded.pack, file.inputs.as_of);
    let across = match file.inputs.direction {
        Direction::OffersForAsks => both.offers.offers.len(),
        Direction::AsksForOffers => both.asks.asks.len(),
    };
    let all_pairs = file.shortlists.len() as u64 * across as u64;
    let thoroughness = match all_pairs.div_ceil(PAIRS_CHECKED) {
        0 | 1 => Thoroughness::All,
        every => Thoroughness::OneListIn(u32::try_from(every).unwrap_or(u32::MAX)),
    };
    let objections = check(&statement, &both.asks.asks, &both.offers.offers, file, thoroughness);
    if objections.is_empty() {
        return Ok(());
    }
    Err(Error::Differs(objections.iter().map(ToString::to_string).collect()))
}

/// A result file's bytes: one list a line, so that two results can be compared line by line.
pub fn bytes(file: &ShortlistFile) -> Vec<u8> {
    let mut out = format!(
        "{{\"format\":{},\n\"inputs\":{},\n\"weights\":{},\n\"shortlists\":[",
        json(&file.format),
        json(&file.inputs),
        json(&file.weights)
    );
    for (number, list) in file.shortlists.iter().enumerate() {
        out.push_str(if number == 0 { "\n" } else { ",\n" });
        out.push_str(&json(list));
    }
    out.push_str("\n]}\n");
    out.into_bytes()
}

/// Values made of texts and whole numbers always have a JSON form.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("texts and whole numbers"))
}
