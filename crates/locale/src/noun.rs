//! Words for the domain's enums.

use crate::Locale;
use pul_domain::{Cefr, Importance, PartyKind, PostKind, RateUnit, Severity};

/// Something of the domain that has a word in every language. The matches below are complete,
/// so that a new value cannot be forgotten here, and a test holds that each has its words.
pub trait Noun {
    /// The key of its message.
    fn key(&self) -> &'static str;
}

impl Noun for Severity {
    fn key(&self) -> &'static str {
        match self {
            Severity::Note => "severity-note",
            Severity::Warning => "severity-warning",
            Severity::Fault => "severity-fault",
        }
    }
}

impl Noun for Importance {
    fn key(&self) -> &'static str {
        match self {
            Importance::Must => "importance-must",
            Importance::Should => "importance-should",
            Importance::Nice => "importance-nice",
        }
    }
}

impl Noun for Cefr {
    fn key(&self) -> &'static str {
        match self {
            Cefr::A1 => "cefr-a1",
            Cefr::A2 => "cefr-a2",
            Cefr::B1 => "cefr-b1",
            Cefr::B2 => "cefr-b2",
            Cefr::C1 => "cefr-c1",
            Cefr::C2 => "cefr-c2",
            Cefr::Native => "cefr-native",
        }
    }
}

impl Noun for RateUnit {
    fn key(&self) -> &'static str {
        match self {
            RateUnit::Hour => "per-hour",
            RateUnit::Day => "per-day",
            RateUnit::Month => "per-month",
            RateUnit::Year => "per-year",
            RateUnit::Fixed => "per-fixed",
        }
    }
}

impl Noun for PostKind {
    fn key(&self) -> &'static str {
        match self {
            PostKind::Service => "kind-service",
            PostKind::Capital => "kind-capital",
            PostKind::Mentorship => "kind-mentorship",
            PostKind::MarketAccess => "kind-market-access",
            PostKind::Research => "kind-research",
            PostKind::Placement => "kind-placement",
            PostKind::Venture => "kind-venture",
            PostKind::Practice => "kind-practice",
        }
    }
}

impl Noun for PartyKind {
    fn key(&self) -> &'static str {
        match self {
            PartyKind::Firm => "party-firm",
            PartyKind::Professional => "party-professional",
            PartyKind::Startup => "party-startup",
            PartyKind::Investor => "party-investor",
            PartyKind::Mentor => "party-mentor",
            PartyKind::Institution => "party-institution",
            PartyKind::Agency => "party-agency",
        }
    }
}

impl Locale {
    /// The word for a value of the domain: `Must have`, `per hour`, `Startup`.
    pub fn word(&self, noun: impl Noun) -> String {
        self.say(noun.key(), &[])
    }

    /// A price and what it is for: `$50.00 per hour`.
    pub fn rate(&self, amount: pul_domain::Money, unit: RateUnit) -> String {
        let price = self.money(amount);
        self.say("price-per", &[("price", price.into()), ("per", self.word(unit).into())])
    }
}

#[cfg(test)]
mod tests {
    /// The keys are read from this file itself, so that no list has to be kept beside the matches.
    #[test]
    fn every_noun_has_its_words() {
        let mut keys = 0;
        for line in include_str!("noun.rs").lines() {
            let Some((_, rest)) = line.split_once("=> \"") else { continue };
            let Some((key, _)) = rest.split_once('"') else { continue };
            for language in crate::Language::ALL {
                assert!(crate::Locale::new(language).try_say(key, &[]).is_some(), "{language} {key}");
            }
            keys += 1;
        }
        assert!(keys >= 33, "only {keys} keys were found");
    }
}
