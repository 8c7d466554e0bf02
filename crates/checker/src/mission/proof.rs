//! Adds up the prices that prove a plan's bound, from the statement alone.

use super::options::{Options, may_come, refused, worth};
use super::{Checking, MissionFault};
use pul_domain::{Attendee, DelegateId, Mission, PriceProof, QuotaOf, Wish, WishState};
use std::collections::BTreeMap;

/// A quota: what it counts, promised, allowed.
pub(super) struct Quota {
    pub(super) name: QuotaOf,
    pub(super) least: i64,
    pub(super) most: Option<i64>,
}

/// Every promise and limit of a mission.
pub(super) fn quotas(mission: &Mission) -> Vec<Quota> {
    let mut quotas = Vec::new();
    for attendee in &mission.attendees {
        let party = attendee.party.clone();
        quotas.push(Quota {
            name: QuotaOf::Party { party: party.clone() },
            least: attendee.least.into(),
            most: attendee.most.map(i64::from),
        });
        quotas.extend(attendee.with_role.iter().map(|limit| Quota {
            name: QuotaOf::Role { party: party.clone(), role: limit.role.clone() },
            least: limit.least.into(),
            most: limit.most.map(i64::from),
        }));
    }
    let musts = mission.wishes.iter().filter(|w| w.state == WishState::Must);
    quotas.extend(musts.map(|w| Quota {
        name: QuotaOf::Must { wish: w.id.clone() },
        least: 1,
        most: Some(1),
    }));
    quotas
}

/// Whether a quota counts a wish.
pub(super) fn counts(mission: &Mission, name: &QuotaOf, wish: &Wish) -> bool {
    match name {
        QuotaOf::Party { party } => wish.parties.contains(party),
        QuotaOf::Role { party, role } => {
            let other = |p: &&pul_domain::PartyId| {
                *p != party && mission.attendee(p).is_some_and(|a| a.role == *role)
            };
            wish.parties.contains(party) && wish.parties.iter().any(|p| other(&p))
        }
        QuotaOf::Must { wish: id } => *id == wish.id,
    }
}

/// What the prices prove: no plan has more than this of weight × promises kept + value. Also the
/// weight and all that is promised. Nothing if the prices are no proof at all.
pub(super) fn bound(
    mission: &Mission,
    options: &Options<'_>,
    proof: &PriceProof,
) -> Option<(i128, i128, i128)> {
    let quotas = quotas(mission);
    let promised: i128 = quotas.iter().map(|q| i128::from(q.least)).sum();
    let all: i128 = mission.wishes.iter().map(|w| worth(mission, w)).sum();
    let weight = if promised == 0 { 0 } else { all + 1 };
    let scale = i128::from(proof.scale);
    if scale == 0 {
        return None;
    }
    let most: BTreeMap<&QuotaOf, i128> = proof.most.iter().map(|(q, p)| (q, i128::from(*p))).collect();
    let least: BTreeMap<&QuotaOf, i128> = proof.least.iter().map(|(q, p)| (q, i128::from(*p))).collect();
    let mut sum: i128 = proof.delegates.iter().map(|(_, _, p)| i128::from(*p)).sum();
    for (sitting, price) in &proof.sittings {
        let venue = mission.venues.iter().find(|v| v.id == sitting.venue)?;
        sum += i128::from(*price) * i128::from(venue.tables);
    }
    for quota in &quotas {
        let (a, m) =
            (most.get(&quota.name).copied().unwrap_or(0), least.get(&quota.name).copied().unwrap_or(0));
        if m > weight * scale {
            return None;
        }
        // However much is allowed, there can be no more meetings than wishes.
        let wishes = || {
            let open = mission.wishes.iter().filter(|w| refused(mission, w).is_empty());
            open.filter(|w| counts(mission, &quota.name, w)).count() as i64
        };
        let most = if a > 0 { wishes().min(quota.most.unwrap_or(i64::MAX)) } else { 0 };
        sum += a * i128::from(most) + i128::from(quota.least) * (weight * scale - m);
    }
    let priced: Vec<&Quota> =
        quotas.iter().filter(|q| most.contains_key(&q.name) || least.contains_key(&q.name)).collect();
    let prices = Prices::new(proof);
    for wish in mission.wishes.iter().filter(|w| refused(mission, w).is_empty()) {
        let of_quotas: i128 = priced
            .iter()
            .filter(|q| counts(mission, &q.name, wish))
            .map(|q| most.get(&q.name).unwrap_or(&0) - least.get(&q.name).unwrap_or(&0))
            .sum();
        let cheapest = prices.cheapest(mission, options, wish);
        if let Some(cheapest) = cheapest {
            sum += (worth(mission, wish) * scale - of_quotas - cheapest).max(0);
        }
    }
    Some((sum.div_euclid(scale), weight, promised))
}

impl Checking<'_> {
    pub(super) fn bound(&mut self) {
        let told = &self.plan.bound;
        let score = &self.plan.score;
        if told.missed_at_least > score.missed
            || told.breaks_at_least > score.breaks
            || (told.missed_at_least == score.missed && told.value_at_most < score.value)
        {
            self.object(MissionFault::Bound, "the plan is better than its bound");
        }
        let Some((combined, weight, promised)) = bound(self.mission, &self.options, &told.proof) else {
            return self.object(MissionFault::Bound, "the prices are no proof");
        };
        let kept = if weight == 0 { 0 } else { (combined / weight).min(promised) };
        let value = combined - weight * (promised - i128::from(score.missed));
        if i128::from(told.missed_at_least) > promised - kept || i128::from(told.value_at_most) < value.max(0)
        {
            let says = format!("the prices prove at least {} missed and at most {value}", promised - kept);
            self.object(MissionFault::Bound, says);
        }
    }
}

struct Prices<'p> {
    delegates: BTreeMap<&'p DelegateId, Vec<(jiff::Timestamp, i128)>>,
    sittings: BTreeMap<(&'p pul_domain::VenueId, jiff::Timestamp), i128>,
}

impl<'p> Prices<'p> {
    fn new(proof: &'p PriceProof) -> Prices<'p> {
        let mut delegates: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (delegate, at, price) in &proof.delegates {
            delegates.entry(delegate).or_default().push((*at, i128::from(*price)));
        }
        let sittings = proof.sittings.iter().map(|(s, p)| ((&s.venue, s.start), i128::from(*p))).collect();
        Prices { delegates, sittings }
    }

    /// The least any way of meeting the wish costs; nothing if there is no way. Each party's cheapest
    /// delegate is taken by itself, which is the cheapest way, as any delegates may come together.
    fn cheapest(&self, mission: &Mission, options: &Options<'_>, wish: &Wish) -> Option<i128> {
        let attendees: Vec<&Attendee> = wish.parties.iter().filter_map(|p| mission.attendee(p)).collect();
        let sitting = |(venue, slot): (usize, usize)| {
            let at = &options.slots[venue][slot];
            let table = self.sittings.get(&(&mission.venues[venue].id, at.start)).copied().unwrap_or(0);
            let person = |d: &&DelegateId| -> i128 {
                let prices = self.delegates.get(*d).map(Vec::as_slice).unwrap_or_default();
                prices.iter().filter(|(t, _)| at.start <= *t && *t < at.end).map(|(_, p)| p).sum()
            };
            let party = |a: &&Attendee| -> i128 {
                let open = may_come(wish, a).into_iter().filter(|d| options.open(&a.party, d, (venue, slot)));
                open.map(|d| person(&d)).min().unwrap_or(0)
            };
            table + attendees.iter().map(party).sum::<i128>()
        };
        options.of(mission, wish).map(sitting).min()
    }
}
