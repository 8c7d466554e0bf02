//! The tour of the example world that `pul demo` tells.

use crate::library::Loaded;
use crate::{Error, files};
use jiff::civil::Date;
use pul_domain::{Ask, Cause, Direction, Offer, Post, PostId, PostKind, Shortlist, WhyNot};
use pul_matching::{Basis, brute_force, why_not_with};
use pul_testkit::{Size, World};
use std::path::Path;

/// The seed of the demonstration's world.
pub const SEED: u64 = 2026;

/// What the tour shows.
pub struct Tour {
    /// The world.
    pub world: World,
    /// Every ask's list of five.
    pub shortlists: Vec<Shortlist>,
    /// Number of the ask that is shown.
    pub shown: usize,
    /// A pair that one change would admit.
    pub kept_apart: Option<WhyNot>,
}

/// Draws the world for a day.
pub fn draw(loaded: &Loaded, as_of: Date) -> World {
    World::generate(&loaded.pack, SEED, Size::DEMO, as_of)
}

/// Draws the world for a day, matches all of it and picks what is worth showing.
pub fn tour(loaded: &Loaded, as_of: Date) -> Tour {
    let world = draw(loaded, as_of);
    let basis = Basis::new(&loaded.pack, as_of);
    let shortlists = brute_force(&basis, &world.asks, &world.offers, Direction::OffersForAsks, 5);
    let shown =
        (0..world.asks.len()).max_by_key(|at| interest(&world.asks[*at], &shortlists[*at])).unwrap_or(0);
    let kept_apart = world.asks.get(shown).and_then(|ask| nearest_miss(&basis, ask, &world.offers));
    Tour { world, shortlists, shown, kept_apart }
}

/// Writes the world's posts as `asks.jsonl` and `offers.jsonl` into a folder, made if need be.
///
/// # Errors
/// [`Error::File`] when the folder or a file cannot be written.
pub fn write(world: &World, folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(|why| Error::write(folder, why))?;
    let asks = world.asks.iter().map(|ask| Post::Ask(Box::new(ask.clone())));
    let offers = world.offers.iter().map(|offer| Post::Offer(Box::new(offer.clone())));
    files::write(&folder.join("asks.jsonl"), &lines(asks))?;
    files::write(&folder.join("offers.jsonl"), &lines(offers))
}

fn lines(posts: impl Iterator<Item = Post>) -> Vec<u8> {
    posts
        .filter_map(|post| serde_json::to_string(&post).ok())
        .flat_map(|line| (line + "\n").into_bytes())
        .collect()
}

impl Tour {
    /// The ask shown.
    pub fn ask(&self) -> Option<&Ask> {
        self.world.asks.get(self.shown)
    }

    /// An offer by its id.
    pub fn offer(&self, id: &PostId) -> Option<&Offer> {
        self.world.offers.iter().find(|o| o.common.id == *id)
    }
}

/// A full list whose best match rests on several implied skills teaches most; later posts lose ties.
fn interest(ask: &Ask, list: &Shortlist) -> (bool, usize, u32, std::cmp::Reverse<PostId>) {
    let full = ask.common.kind() == PostKind::Service && list.matches.len() == 5;
    let best = list.matches.first();
    let implied = best.map_or(0, |m| {
        let parts = m.asker.parts.iter();
        parts.filter(|p| matches!(&p.why, Cause::Skill { asked, via: Some(via), .. } if asked != via)).count()
    });
    let score = best.map_or(0, |m| m.score);
    (full, implied.min(4), score, std::cmp::Reverse(ask.common.id.clone()))
}

/// The pair with the highest score among those that a single change would admit.
fn nearest_miss(basis: &Basis, ask: &Ask, offers: &[Offer]) -> Option<WhyNot> {
    let all = offers.iter().map(|offer| why_not_with(basis, ask, offer));
    all.filter(|w| w.single_change_admits)
        .max_by(|a, b| a.score_if_admitted.cmp(&b.score_if_admitted).then_with(|| b.offer.cmp(&a.offer)))
}
