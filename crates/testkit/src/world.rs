//! The world as a whole.

use crate::chance::Chance;
use crate::vocabulary::Vocabulary;
use crate::{names, other_posts, service_asks, service_offers};
use jiff::civil::Date;
use pul_domain::{Ask, CityId, Offer, Party, PartyId, PartyKind, PostId, SideId};
use pul_pack::Pack;

/// How many posts of each sort a world has; a party makes one post.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Service offers.
    pub service_offers: u64,
    /// Service asks.
    pub service_asks: u64,
    /// Posts of each other kind, asks and offers each.
    pub of_each_other_kind: u64,
}

impl Size {
    /// The demonstration: 2,000 parties.
    pub const DEMO: Size = Size { service_offers: 1340, service_asks: 380, of_each_other_kind: 20 };
}

/// Parties, asks and offers, in the order they were drawn.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Who there is.
    pub parties: Vec<Party>,
    /// What they ask.
    pub asks: Vec<Ask>,
    /// What they offer.
    pub offers: Vec<Offer>,
}

impl World {
    /// Draws a world. `today` is the day the posts were made; the same pack, seed, size
    /// and day draw the same world on any machine.
    ///
    /// The pack needs two sides with cities, and roles with skills; one that lacks
    /// them gives an empty world.
    pub fn generate(pack: &Pack, seed: u64, size: Size, today: Date) -> World {
        let Some(words) = Vocabulary::of(pack) else { return World::default() };
        let mut drawing =
            Drawing { words: &words, chance: Chance::new(seed), today, world: World::default() };
        for _ in 0..size.service_offers {
            service_offers::draw(&mut drawing);
        }
        for _ in 0..size.service_asks {
            service_asks::draw(&mut drawing);
        }
        for _ in 0..size.of_each_other_kind {
            other_posts::draw(&mut drawing);
        }
        drawing.world
    }
}

/// A world while it is drawn.
pub(crate) struct Drawing<'a> {
    pub words: &'a Vocabulary,
    pub chance: Chance,
    pub today: Date,
    pub world: World,
}

/// A party just drawn, and where it is.
pub(crate) struct Drawn {
    pub party: PartyId,
    pub post: PostId,
    pub sides: Vec<SideId>,
    pub city: CityId,
    pub zone: String,
}

impl Drawing<'_> {
    /// Draws a party of this kind at home on one side (`home` is its number in the pack);
    /// a few belong to both sides.
    pub fn party(&mut self, kind: PartyKind, home: usize) -> Drawn {
        let number = self.world.parties.len() + 1;
        let person = matches!(kind, PartyKind::Professional | PartyKind::Mentor);
        let eastern = home == self.words.eastern;
        let name = if person {
            names::person(eastern, &mut self.chance)
        } else {
            names::company(eastern, &mut self.chance)
        };
        let side = &self.words.sides[home];
        let city = self.chance.weighted(&side.city_weights);
        let mut sides = vec![side.id.clone()];
        if self.chance.percent(4) {
            sides.push(self.words.sides[1 - home].id.clone());
        }
        let id = id(&format!("party-{number:04}"));
        let party = Party {
            id: id.clone(),
            kind,
            name,
            sides: sides.clone(),
            city: Some(side.cities[city].0.clone()),
            email: None,
        };
        self.world.parties.push(party);
        Drawn {
            party: id,
            post: self::id(&format!("post-{number:04}")),
            sides,
            city: side.cities[city].0.clone(),
            zone: side.cities[city].1.clone(),
        }
    }
}

/// An id made of letters, digits and dashes only.
pub(crate) fn id<K>(text: &str) -> pul_domain::Id<K> {
    pul_domain::Id::new(text).expect("ids of the example world are plain")
}
