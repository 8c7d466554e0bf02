//! Exclusion: neither excludes the other's party, a sector the other names, or a skill:
//! the asker one the offer names, the offerer one the ask requires as a must.

use super::{Posts, failure};
use crate::features::Excluded;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Importance, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    let (ask, offer) = (pair.ask, pair.offer);
    let features = offer.features;
    let asker_excludes = ask.excluded_parties.contains(&features.party)
        || any(&ask.excluded_sectors, |s| offer.sectors().contains(s) || offer.wanted_sectors().contains(s))
        || any(&ask.excluded_skills, |s| offer.skills().any(|(offered, _)| offered == *s));
    let offerer_excludes = features.flags.excludes
        && any(offer.excluded(), |excluded| match excluded {
            Excluded::Party(party) => ask.party == *party,
            Excluded::Sector(sector) => ask.sectors.contains(sector),
            Excluded::Skill(skill) => any(&ask.needs, |n| n.must && n.skill == *skill),
        });
    !asker_excludes && !offerer_excludes
}

fn any<T>(items: &[T], test: impl FnMut(&T) -> bool) -> bool {
    items.iter().any(test)
}

/// One failure for each thing excluded. Who excludes may stop; the other may drop what is
/// excluded, if it is something a post can drop.
pub(super) fn failures(posts: Posts<'_>, out: &mut Vec<Failure>) {
    let (ask, offer) = (posts.ask, posts.offer);
    let (mine, theirs) = (&ask.common.exclude, &offer.common.exclude);
    let drops = |what: &str| Change::AskDrops { what: what.into() };
    let yields = |what: &str| Change::OfferGains { what: what.into() };
    let mut fail = |what: &str, ask_change: Change, offer_change: Change| {
        let mut found = failure(Rule::Exclusion, 1, 0, ask_change, offer_change);
        found.about = Some(what.to_owned());
        out.push(found);
    };
    if mine.parties.contains(&offer.common.party) {
        let party = offer.common.party.as_str();
        fail(party, drops(party), Change::None);
    }
    for sector in distinct(&mine.sectors) {
        if offer.common.sectors.contains(sector) || offer.wanted_sectors.contains(sector) {
            fail(sector.as_str(), drops(sector.as_str()), Change::None);
        }
    }
    for skill in distinct(&mine.skills) {
        if offer.skills.iter().any(|s| s.skill == *skill) {
            fail(skill.as_str(), drops(skill.as_str()), Change::None);
        }
    }
    if theirs.parties.contains(&ask.common.party) {
        let party = ask.common.party.as_str();
        fail(party, Change::None, yields(party));
    }
    for sector in distinct(&theirs.sectors) {
        if ask.common.sectors.contains(sector) {
            fail(sector.as_str(), drops(sector.as_str()), yields(sector.as_str()));
        }
    }
    for skill in distinct(&theirs.skills) {
        let required = ask.skills.iter().any(|r| r.skill == *skill && r.importance == Importance::Must);
        if required {
            fail(skill.as_str(), drops(skill.as_str()), yields(skill.as_str()));
        }
    }
}

/// Each id once, where it first stands.
fn distinct<T: PartialEq>(items: &[T]) -> impl Iterator<Item = &T> {
    let first = |(at, item): &(usize, &T)| !items[..*at].contains(item);
    items.iter().enumerate().filter(first).map(|(_, item)| item)
}
