//! Language: levels above those asked.

use super::{Reason, Why, part};
use crate::credit::credit;
use crate::features::AskLanguage;
use crate::pair::Pair;
use pul_domain::{Cefr, PartName};

/// Points of one language for an offered rank, 0 if it is not spoken. One rank above is
/// full; from C2 on, meeting it is.
pub(crate) fn points(asked: &AskLanguage, offered: u8) -> u32 {
    let above = i64::from(offered) - i64::from(asked.rank) + 1;
    let wanted = if asked.rank >= Cefr::C2.rank() { 1 } else { 2 };
    credit(asked.share, above, wanted)
}

/// One reason for each language, in the order of the ask.
pub(super) fn reasons(pair: &Pair<'_>, out: &mut Vec<Reason>) {
    if pair.ask.languages.is_empty() {
        let whole = pair.basis.weights.asker.language;
        out.push(part(PartName::Language, whole, whole, Why::NothingAsked));
    }
    for (at, (asked, rank)) in pair.ask.languages.iter().zip(pair.ranks).enumerate() {
        let why = Why::Language { language: at as u16, rank: *rank };
        out.push(part(PartName::Language, points(asked, *rank), asked.share, why));
    }
}
