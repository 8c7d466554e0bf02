//! One ask and one offer of each kind but service.

use crate::world::{Drawing, Drawn};
use pul_domain::{
    Ask, Common, Currency, Exclusions, Money, Offer, OverlapWish, PartyKind, Terms, TrackRecord,
};

const STAGES: [&str; 4] = ["pre-seed", "seed", "series-a", "growth"];
const TOPICS: [&str; 6] = [
    "first sales abroad",
    "hiring",
    "security certification",
    "pricing",
    "fund raising",
    "data protection law",
];
const FIELDS: [&str; 5] = [
    "machine learning for health",
    "network security",
    "Urdu language models",
    "grid forecasting",
    "privacy",
];
const CHANNELS: [&str; 4] = ["distribution", "introductions", "certification", "public-procurement"];
const FORMATS: [&str; 4] = ["workshop", "visit", "document", "secondment"];

/// Draws an ask and an offer of each of the seven kinds, from sides that can meet.
pub(crate) fn draw(drawing: &mut Drawing<'_>) {
    for kind in 0..7 {
        let asker_home = drawing.chance.below(2) as usize;
        let (asker, offerer) = parties(kind);
        let ask = drawing.party(asker, asker_home);
        let terms = terms(drawing, kind);
        let common = common(drawing, ask, terms.clone());
        drawing.world.asks.push(Ask {
            common,
            skills: Vec::new(),
            budget: None,
            people: 1,
            hours_per_week: None,
            period: None,
            overlap: OverlapWish::default(),
            languages: Vec::new(),
            certifications: Vec::new(),
            registrations: Vec::new(),
            least_references: None,
        });
        let offer = drawing.party(offerer, 1 - asker_home);
        let common = self::common(drawing, offer, terms);
        drawing.world.offers.push(Offer {
            common,
            skills: Vec::new(),
            rate: None,
            people: 1,
            hours_per_week: None,
            available_from: None,
            available_until: None,
            least_days: None,
            wanted_days: None,
            wanted_sectors: Vec::new(),
            overlap: OverlapWish::default(),
            languages: Vec::new(),
            certifications: Vec::new(),
            registrations: Vec::new(),
            record: TrackRecord::default(),
        });
    }
}

fn parties(kind: usize) -> (PartyKind, PartyKind) {
    match kind {
        0 => (PartyKind::Startup, PartyKind::Investor),
        1 => (PartyKind::Startup, PartyKind::Mentor),
        2 => (PartyKind::Firm, PartyKind::Agency),
        3 => (PartyKind::Institution, PartyKind::Institution),
        4 => (PartyKind::Institution, PartyKind::Professional),
        5 => (PartyKind::Firm, PartyKind::Firm),
        _ => (PartyKind::Agency, PartyKind::Institution),
    }
}

fn terms(drawing: &mut Drawing<'_>, kind: usize) -> Terms {
    let chance = &mut drawing.chance;
    let one = |chance: &mut crate::Chance, list: &[&str]| vec![(*chance.pick(list)).to_owned()];
    match kind {
        0 => {
            let least = chance.between(1, 8) as i64 * 2_500_000;
            Terms::Capital {
                stages: one(chance, &STAGES),
                least: Some(Money::new(least, Currency::CAD)),
                most: Some(Money::new(least * 4, Currency::CAD)),
                instruments: vec!["equity".into()],
            }
        }
        1 => Terms::Mentorship {
            topics: one(chance, &TOPICS),
            hours_per_month: chance.between(2, 8) as u8,
            paid: false,
        },
        2 => Terms::MarketAccess { channels: one(chance, &CHANNELS) },
        3 => Terms::Research {
            fields: one(chance, &FIELDS),
            readiness: Some(chance.between(2, 6) as u8),
            contribution: None,
        },
        4 => Terms::Placement {
            places: chance.between(1, 4) as u16,
            months: chance.between(3, 12) as u8,
            stipend: None,
        },
        5 => Terms::Venture {
            brings: vec!["market".into()],
            seeks: vec!["team".into()],
            share_percent: Some(50),
        },
        _ => Terms::Practice { topics: one(chance, &TOPICS), formats: one(chance, &FORMATS) },
    }
}

fn common(drawing: &mut Drawing<'_>, drawn: Drawn, terms: Terms) -> Common {
    let mut sectors = crate::service_offers::sectors(drawing);
    sectors.truncate(1);
    Common {
        id: drawn.post,
        party: drawn.party,
        sides: drawn.sides,
        title: String::new(),
        role: None,
        sectors,
        city: Some(drawn.city),
        hours: None,
        exclude: Exclusions::default(),
        terms,
    }
}
