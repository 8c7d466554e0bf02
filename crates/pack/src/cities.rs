//! Which city a name means.

use crate::reader::Sink;
use crate::side::{City, Side};
use crate::spelling::fold;
use pul_domain::{Finding, SideId};
use std::collections::BTreeMap;

/// Where a city stands: rank of its side, rank within the side.
pub(crate) type CityAt = (usize, usize);

/// Cities by folded name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CityNames(BTreeMap<String, Vec<CityAt>>);

impl CityNames {
    /// Gathers labels in every language and aliases; one name for two cities of one
    /// side and region is a fault.
    pub(crate) fn gather(sides: &[Side], sink: &Sink) -> CityNames {
        let mut names: BTreeMap<String, Vec<CityAt>> = BTreeMap::new();
        for (side_at, side) in sides.iter().enumerate() {
            for (city_at, city) in side.cities.iter().enumerate() {
                let written = city.labels.all().chain(city.aliases.iter().map(String::as_str));
                for name in written {
                    let known = names.entry(fold(name)).or_default();
                    if known.contains(&(side_at, city_at)) {
                        continue;
                    }
                    let rival = known
                        .iter()
                        .filter(|at| at.0 == side_at)
                        .map(|at| &side.cities[at.1])
                        .find(|rival| rival.region == city.region);
                    if let Some(rival) = rival {
                        sink.push(collision(name, city, rival));
                    }
                    known.push((side_at, city_at));
                }
            }
        }
        CityNames(names)
    }

    /// The only city of a name, on a side and in a region where these are given.
    pub(crate) fn find<'s>(
        &self,
        sides: &'s [Side],
        name: &str,
        side: Option<&SideId>,
        region: Option<&str>,
    ) -> Option<&'s City> {
        let fits = |city: &&City| {
            side.is_none_or(|side| city.side == *side) && region.is_none_or(|region| city.region == region)
        };
        let known = self.0.get(&fold(name))?;
        let mut cities =
            known.iter().filter_map(|(side, city)| sides.get(*side)?.cities.get(*city)).filter(fits);
        let only = cities.next()?;
        cities.next().is_none().then_some(only)
    }
}

fn collision(name: &str, city: &City, rival: &City) -> Finding {
    Finding::fault(
        "city-collision",
        city.origin.place(),
        format!("city `{}`: {name:?} is a name of city `{}` too ({}).", city.id, rival.id, rival.origin),
        "Leave the name to one of the two.",
    )
}
