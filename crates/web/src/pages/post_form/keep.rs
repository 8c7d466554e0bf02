//! What a post states and its form does not ask: a change by the form leaves it as it is.

use pul_domain::{OverlapWish, Post};

/// Puts into a post that was read from a form what the form does not ask, from the post as it stands.
pub(crate) fn keep_unasked(post: &mut Post, stands: &Post) {
    match (post, stands) {
        (Post::Ask(post), Post::Ask(stands)) => {
            post.common.hours = stands.common.hours.clone();
            post.common.exclude = stands.common.exclude.clone();
            keep_minutes(&mut post.overlap, stands.overlap);
            for row in &mut post.skills {
                let same = stands.skills.iter().find(|known| known.skill == row.skill);
                row.weight = same.and_then(|known| known.weight);
            }
        }
        (Post::Offer(post), Post::Offer(stands)) => {
            post.common.hours = stands.common.hours.clone();
            post.common.exclude = stands.common.exclude.clone();
            keep_minutes(&mut post.overlap, stands.overlap);
            post.wanted_sectors = stands.wanted_sectors.clone();
            let years = post.record.years;
            post.record = stands.record.clone();
            post.record.years = years;
        }
        // A form cannot turn an ask into an offer.
        (Post::Ask(_), Post::Offer(_)) | (Post::Offer(_), Post::Ask(_)) => {}
    }
}

/// The form asks for whole hours; a part of an hour stays where the hours do.
fn keep_minutes(wish: &mut OverlapWish, stands: OverlapWish) {
    let keep = |asked: &mut Option<u16>, stood: Option<u16>| {
        if asked.map(|m| m / 60) == stood.map(|m| m / 60) {
            *asked = stood;
        }
    };
    keep(&mut wish.least_minutes, stands.least_minutes);
    keep(&mut wish.wanted_minutes, stands.wanted_minutes);
}
