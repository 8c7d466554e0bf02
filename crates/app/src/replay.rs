//! Replaying a result: the same bytes, or what differs.

use crate::library::Loaded;
use crate::posts::{Progress, Source};
use crate::shortlists::{self, Both, Request};
use crate::{Error, files};
use pul_domain::{InputFile, ShortlistFile};
use std::path::Path;

/// Reads a result file.
///
/// # Errors
/// A file that cannot be read, or that is no result file.
pub fn read(path: &Path) -> Result<(ShortlistFile, Vec<u8>), Error> {
    let bytes = files::read(path)?;
    let file = serde_json::from_slice(&bytes).map_err(|e| Error::Missing {
        what: format!("{} is no result file: {e}", path.display()),
        cure: "Give a file that `pul match --out` wrote".into(),
    })?;
    Ok((file, bytes))
}

/// What a result says was asked.
pub fn request(file: &ShortlistFile) -> Request {
    let source = |input: &InputFile| Source {
        path: (&input.path).into(),
        mapping: input.mapping.as_ref().map(|(name, _)| name.clone()),
    };
    Request {
        asks: source(&file.inputs.asks),
        offers: source(&file.inputs.offers),
        as_of: file.inputs.as_of,
        direction: file.inputs.direction,
        top: file.inputs.top,
        only: file.inputs.only.clone(),
    }
}

/// Computes a result again from the files it names and compares every byte.
///
/// # Errors
/// [`Error::Differs`] saying what differs: the pack, an input, a weight, or a list though
/// all that went in is the same.
pub fn replay(loaded: &Loaded, path: &Path, progress: Progress<'_>) -> Result<ShortlistFile, Error> {
    let (told, bytes) = read(path)?;
    let request = request(&told);
    let both = Both::read(loaded, &request.asks, &request.offers, progress)?;
    let mut differs = changed_inputs(loaded, &both, &told);
    if differs.is_empty() {
        let again = shortlists::run(loaded, &both, &request, progress)?;
        if shortlists::bytes(&again) == bytes {
            return Ok(again);
        }
        differs = changed_lists(&told, &again);
    }
    Err(Error::Differs(differs))
}

fn changed_inputs(loaded: &Loaded, both: &Both, told: &ShortlistFile) -> Vec<String> {
    let (about, inputs) = (loaded.pack.about(), &told.inputs);
    let mut differs = Vec::new();
    if (&inputs.pack, &inputs.pack_version) != (&about.id, &about.version) {
        differs.push(format!(
            "the pack is {} {}, the result was made with {} {}",
            about.id, about.version, inputs.pack, inputs.pack_version
        ));
    } else if inputs.pack_hash != loaded.hash {
        differs.push(format!(
            "the pack's files have changed since the result was made ({} {})",
            about.id, about.version
        ));
    }
    if told.weights != loaded.pack.scoring().named() {
        differs.push("the weights are not those of the pack".into());
    }
    for (what, now, then) in
        [("asks", &both.asks.input, &inputs.asks), ("offers", &both.offers.input, &inputs.offers)]
    {
        if now.sha256 != then.sha256 {
            differs.push(format!("the file of {what}, {}, has changed since", then.path));
        }
        if now.mapping != then.mapping {
            differs.push(format!("the mapping of the {what} has changed since"));
        }
    }
    differs
}

fn changed_lists(told: &ShortlistFile, again: &ShortlistFile) -> Vec<String> {
    let mut differs: Vec<String> = told
        .shortlists
        .iter()
        .zip(&again.shortlists)
        .filter(|(a, b)| a != b)
        .map(|(a, _)| format!("the list of {} comes out otherwise", a.of))
        .collect();
    if told.shortlists.len() != again.shortlists.len() {
        differs.push(format!(
            "{} lists were told, {} come out",
            told.shortlists.len(),
            again.shortlists.len()
        ));
    }
    if differs.is_empty() {
        differs.push("the lists are the same, the file is written otherwise".into());
    }
    differs.truncate(20);
    differs
}
