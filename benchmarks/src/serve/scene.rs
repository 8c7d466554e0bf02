//! The example world at any size, every party with two posts, in a file of its own.

use super::told;
use pul_app::live::chance::SystemChance;
use pul_app::live::world;
use pul_app::quote::Prices;
use pul_domain::{Common, Party, PartyId, SideId};
use pul_store::{Address, Options, Store};
use pul_testkit::{Size, World};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

/// The name of the file.
pub const FILE: &str = "pul.db";
/// Days posts stay published.
const POST_DAYS: i64 = 90;

/// The address of the file in a folder.
pub fn address(folder: &Path) -> Result<Address, Box<dyn Error>> {
    Address::parse(&format!("sqlite:{}", folder.join(FILE).display())).map_err(told)
}

/// Writes a world of so many parties into a folder.
pub async fn fill(parties: u64, folder: &Path) -> Result<(), Box<dyn Error>> {
    let store = Store::open(&address(folder)?, Options::default()).await?;
    store.migrate().await?;
    let prices = Prices::load(None).map_err(told)?;
    let now = jiff::Timestamp::now();
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let pack = &prices.loaded.pack;
    let world = shared(World::generate(pack, 7, size(2 * parties), today));
    world::load(&store, pack, &world, now, &SystemChance, POST_DAYS).await.map_err(told)
}

/// So many posts, in the shares of the demonstration.
fn size(posts: u64) -> Size {
    let demo = Size::DEMO;
    let all = demo.service_offers + demo.service_asks + 14 * demo.of_each_other_kind;
    let of_each_other_kind = demo.of_each_other_kind * posts / all;
    let service_asks = demo.service_asks * posts / all;
    let service_offers = posts - service_asks - 14 * of_each_other_kind;
    Size { service_offers, service_asks, of_each_other_kind }
}

/// A world draws a party for each post: half of them go, and their posts are those of a party of
/// the same sides that stays.
fn shared(mut world: World) -> World {
    let half = world.parties.len().div_ceil(2);
    // Askers and offerers are drawn one after the other: every second party stays.
    let (mut stay, mut go) = (Vec::with_capacity(half), Vec::new());
    for (nth, party) in world.parties.into_iter().enumerate() {
        if nth % 2 == 0 { stay.push(party) } else { go.push(party) }
    }
    let mut by_sides: BTreeMap<&[SideId], Vec<&PartyId>> = BTreeMap::new();
    for party in &stay {
        by_sides.entry(&party.sides).or_default().push(&party.id);
    }
    let heir = |(nth, party): (usize, &Party)| {
        let heirs = by_sides.get(party.sides.as_slice())?;
        Some((party.id.clone(), (*heirs.get(nth % heirs.len())?).clone()))
    };
    let heirs: BTreeMap<PartyId, PartyId> = go.iter().enumerate().filter_map(heir).collect();
    let kept: BTreeSet<PartyId> = stay.iter().map(|p| p.id.clone()).collect();
    let move_to = |common: &mut Common| {
        if let Some(heir) = heirs.get(&common.party) {
            common.party = heir.clone();
        }
        kept.contains(&common.party)
    };
    world.asks.retain_mut(|ask| move_to(&mut ask.common));
    world.offers.retain_mut(|offer| move_to(&mut offer.common));
    world.parties = stay;
    world
}
