//! Meetings of one participant against slots: a matching that gives each its own.

use super::slots::Slots;

/// A slot for each of `domains`, all different; or the indices of a set of them that has
/// fewer slots than members.
pub(super) fn all_different(domains: &[Slots]) -> Result<Vec<u32>, Vec<usize>> {
    let mut owner: Vec<Option<usize>> = vec![None; super::slots::MOST_SLOTS as usize];
    for item in 0..domains.len() {
        let mut seen = Slots::default();
        if !augment(domains, item, &mut owner, &mut seen) {
            // All slots that were reached are owned, by members that reach no others.
            let mut short: Vec<usize> = seen.iter().filter_map(|slot| owner[slot as usize]).collect();
            short.push(item);
            short.sort_unstable();
            return Err(short);
        }
    }
    let mut slot_of = vec![0; domains.len()];
    for (slot, item) in owner.iter().enumerate() {
        if let Some(item) = item {
            slot_of[*item] = slot as u32;
        }
    }
    Ok(slot_of)
}

fn augment(domains: &[Slots], item: usize, owner: &mut [Option<usize>], seen: &mut Slots) -> bool {
    for slot in domains[item].without(*seen).iter() {
        if seen.has(slot) {
            continue;
        }
        *seen = seen.or(Slots::one(slot));
        let free = match owner[slot as usize] {
            None => true,
            Some(other) => augment(domains, other, owner, seen),
        };
        if free {
            owner[slot as usize] = Some(item);
            return true;
        }
    }
    false
}

/// For each domain the slots it has in some choice of all-different slots.
pub(super) fn supported(domains: &[Slots]) -> Result<Vec<Slots>, Vec<usize>> {
    let mut slot_of = all_different(domains)?;
    let mut supported: Vec<Slots> = slot_of.iter().map(|slot| Slots::one(*slot)).collect();
    for item in 0..domains.len() {
        for slot in domains[item].iter() {
            if supported[item].has(slot) {
                continue;
            }
            if let Some(other) = forced(domains, &slot_of, item, slot) {
                slot_of = other;
                for (item, slot) in slot_of.iter().enumerate() {
                    supported[item] = supported[item].or(Slots::one(*slot));
                }
            }
        }
    }
    Ok(supported)
}

/// The choice `slot_of`, changed so that `item` has `slot`.
fn forced(domains: &[Slots], slot_of: &[u32], item: usize, slot: u32) -> Option<Vec<u32>> {
    let mut owner: Vec<Option<usize>> = vec![None; super::slots::MOST_SLOTS as usize];
    for (other, slot) in slot_of.iter().enumerate() {
        owner[*slot as usize] = Some(other);
    }
    owner[slot_of[item] as usize] = None;
    let displaced = owner[slot as usize].replace(item);
    let mut seen = Slots::one(slot);
    if let Some(displaced) = displaced
        && !augment(domains, displaced, &mut owner, &mut seen)
    {
        return None;
    }
    let mut changed = slot_of.to_vec();
    for (slot, item) in owner.iter().enumerate() {
        if let Some(item) = item {
            changed[*item] = slot as u32;
        }
    }
    Some(changed)
}
