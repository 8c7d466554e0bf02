//! Ids that many posts name, held in memory once.

use pul_domain::{Common, Id, Post};
use pul_pack::Pack;

/// Puts the pack's own copy in the place of every id of a post that the pack knows: what was read is the
/// same, and a million posts hold each of its names once.
pub(super) fn share(pack: &Pack, post: &mut Post) {
    let own = |skill: &mut _| put(skill, |id| pack.skill_ix(id).map(|ix| &pack.skill(ix).id));
    match post {
        Post::Ask(ask) => ask.skills.iter_mut().for_each(|required| own(&mut required.skill)),
        Post::Offer(offer) => offer.skills.iter_mut().for_each(|offered| own(&mut offered.skill)),
    }
    let common = common(post);
    common.sides.iter_mut().for_each(|side| put(side, |id| pack.side(id).map(|side| &side.id)));
    common.city.iter_mut().for_each(|city| put(city, |id| pack.city(id).map(|city| &city.id)));
    common.role.iter_mut().for_each(|role| put(role, |id| pack.role_ix(id).map(|ix| &pack.role(ix).id)));
    let sector = |id: &str| pack.sectors().iter().map(|sector| &sector.id).find(|known| known.as_str() == id);
    common.sectors.iter_mut().for_each(|own| put(own, sector));
}

/// What every post has, to be changed.
pub(super) fn common(post: &mut Post) -> &mut Common {
    match post {
        Post::Ask(ask) => &mut ask.common,
        Post::Offer(offer) => &mut offer.common,
    }
}

fn put<'a, K: 'a>(id: &mut Id<K>, known: impl Fn(&str) -> Option<&'a Id<K>>) {
    if let Some(known) = known(id.as_str()) {
        *id = known.clone();
    }
}
