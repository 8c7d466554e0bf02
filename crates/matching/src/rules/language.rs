//! Language: every language asked is spoken at that level or above.

use super::{Posts, failure};
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.ask.languages.iter().zip(pair.ranks).all(|(asked, rank)| *rank >= asked.rank)
}

/// One failure for each language; levels are ranks, 1 for A1 to 7 for native.
pub(super) fn failures(pair: &Pair<'_>, posts: Posts<'_>, out: &mut Vec<Failure>) {
    for (wanted, asked) in pair.ask.languages.iter().zip(&posts.ask.languages) {
        let (have, want) = (pair.offer.rank(wanted.language), wanted.rank);
        if have >= want {
            continue;
        }
        let code = asked.language.as_str();
        let ask_change = match have {
            0 => Change::AskDrops { what: code.to_owned() },
            spoken => Change::AskTo { to: i64::from(spoken) },
        };
        let offer_change = Change::OfferTo { to: i64::from(want) };
        let mut found = failure(Rule::Language, have.into(), want.into(), ask_change, offer_change);
        found.about = Some(code.to_owned());
        out.push(found);
    }
}
