//! Language: levels above those asked.

use super::part;
use crate::credit::credit;
use crate::features::AskLanguage;
use crate::pair::Pair;
use pul_domain::{Ask, Cause, Cefr, Part, PartName};

/// Points of one language for an offered rank, 0 if it is not spoken. One rank above is
/// full; from C2 on, meeting it is.
pub(crate) fn points(asked: &AskLanguage, offered: u8) -> u32 {
    let above = i64::from(offered) - i64::from(asked.rank) + 1;
    let wanted = if asked.rank >= Cefr::C2.rank() { 1 } else { 2 };
    credit(asked.share, above, wanted)
}

/// One part for each language, in the order of the ask.
pub(super) fn parts(pair: &Pair<'_>, ask: &Ask) -> Vec<Part> {
    if ask.languages.is_empty() {
        let whole = pair.basis.weights.asker.language;
        return vec![part(PartName::Language, whole, whole, Cause::NothingAsked)];
    }
    let languages = pair.ask.languages.iter().zip(&ask.languages);
    languages
        .map(|(wanted, asked)| {
            let rank = pair.offer.rank(wanted.language);
            let why = Cause::Language {
                language: asked.language,
                asked: asked.level,
                offered: Cefr::ALL.into_iter().find(|level| level.rank() == rank),
            };
            part(PartName::Language, points(wanted, rank), wanted.share, why)
        })
        .collect()
}
