//! Certification and registration: every one asked is held.

use super::{Posts, failure};
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    let (ask, offer) = (pair.ask, pair.offer);
    // Most ask for nothing; then the offer's lists, which lie far off in memory, are not read.
    let certified = ask.certifications.is_empty() || holds(&ask.certifications, offer.certifications());
    certified && (ask.registrations.is_empty() || holds(&ask.registrations, offer.registrations()))
}

fn holds(asked: &[u32], held: &[u32]) -> bool {
    asked.iter().all(|what| held.contains(what))
}

/// One failure for each certification, then for each registration.
pub(super) fn failures(pair: &Pair<'_>, posts: Posts<'_>, out: &mut Vec<Failure>) {
    let (ask, offer) = (pair.ask, pair.offer);
    let certifications = posts.ask.certifications.iter().map(|c| c.as_str());
    let registrations = posts.ask.registrations.iter().map(|r| r.as_str());
    let missing = |asked: &[u32], held: &[u32], at: usize| !held.contains(&asked[at]);
    for (at, what) in certifications.enumerate() {
        if missing(&ask.certifications, offer.certifications(), at) {
            out.push(lacks(Rule::Certification, what));
        }
    }
    for (at, what) in registrations.enumerate() {
        if missing(&ask.registrations, offer.registrations(), at) {
            out.push(lacks(Rule::Registration, what));
        }
    }
}

fn lacks(rule: Rule, what: &str) -> Failure {
    let drops = Change::AskDrops { what: what.to_owned() };
    let gains = Change::OfferGains { what: what.to_owned() };
    let mut found = failure(rule, 0, 1, drops, gains);
    found.about = Some(what.to_owned());
    found
}
