//! Sides: countries, their regions, cities, weekends and holidays.

mod read;

pub(crate) use read::{currency, declare, read};

use crate::labels::{Labels, Origin};
use crate::zone::Zone;
use jiff::civil::Date;
use pul_domain::{CityId, Currency, SideId, SourceId, Weekday};
use serde::Serialize;

/// One country of the corridor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// Its id.
    pub id: SideId,
    /// Its name.
    pub labels: Labels,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Its currency.
    pub currency: Currency,
    /// Languages of business, by code.
    pub languages: Vec<String>,
    /// Days on which offices rest.
    pub weekend: Vec<Weekday>,
    /// Provinces and territories.
    pub regions: Vec<Region>,
    /// Cities, in the order of the file: the first stands for the side where a party
    /// names none.
    pub cities: Vec<City>,
    /// Holidays, by date.
    pub holidays: Vec<Holiday>,
    /// Where the pack declares it.
    pub origin: Origin,
}

/// A province or territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Region {
    /// ISO 3166-2 code without the country: `ON`.
    pub id: String,
    /// Its name.
    pub labels: Labels,
}

/// A city with its zone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct City {
    /// Its id.
    pub id: CityId,
    /// Its side.
    pub side: SideId,
    /// Its name.
    pub labels: Labels,
    /// Its region.
    pub region: String,
    /// Its time zone.
    pub zone: Zone,
    /// Other names and spellings: boroughs, older names.
    pub aliases: Vec<String>,
    /// Where the pack declares it.
    pub origin: Origin,
}

/// Whether the day of a holiday is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayStatus {
    /// Fixed by law or announced.
    Settled,
    /// Rests on a moon not yet sighted; a day either way.
    Expected,
}

/// A day on which offices are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub labels: Labels,
    /// Regions that keep it; empty for all.
    pub regions: Vec<String>,
    /// Whether the day is certain.
    pub status: HolidayStatus,
    /// Who says so.
    pub source: SourceId,
}

impl Side {
    /// The holidays of a day in a region (of the whole side where none is given).
    pub fn holidays_on<'s>(&'s self, date: Date, region: Option<&str>) -> impl Iterator<Item = &'s Holiday> {
        let from = self.holidays.partition_point(|holiday| holiday.date < date);
        let region = region.map(str::to_owned);
        self.holidays[from..].iter().take_while(move |holiday| holiday.date == date).filter(move |holiday| {
            holiday.regions.is_empty()
                || region.as_ref().is_some_and(|region| holiday.regions.contains(region))
        })
    }
}
