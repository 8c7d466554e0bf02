//! Sides: countries, their regions, cities, weekends and holidays.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::{Labels, Origin};
use crate::reader::{At, Sink, Table};
use crate::shapes::{CITY, HOLIDAY, REGION, SIDE};
use crate::zone::{Zone, read_zone};
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

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Ids of sides; reports a city whose id another has, on any side.
pub(crate) fn declare(documents: &Documents<'_>, sink: &Sink) -> Declared {
    let (mut sides, mut cities) = (Declared::new("side"), Declared::new("city"));
    for document in documents.under("sides/") {
        let table = document.root(sink, &SIDE);
        let id = table.text("id").unwrap_or_default();
        sides.add(id, Origin::of(&table), sink);
        for city in table.tables("city", &CITY) {
            cities.add(city.text("id").unwrap_or_default(), Origin::of(&city), sink);
        }
    }
    sides
}

pub(crate) fn read(documents: &Documents<'_>, sources: &Declared, sink: &Sink) -> Vec<Side> {
    let read = |document| read_side(document, sources);
    let tables = documents.under("sides/").map(|document| document.root(sink, &SIDE));
    tables.filter_map(read).collect()
}

fn read_side(table: Table<'_>, sources: &Declared) -> Option<Side> {
    let id = SideId::new(table.opt_text("id")?).ok();
    let stem = table.path().trim_start_matches("sides/").trim_end_matches(".toml");
    if id.as_ref().is_some_and(|id| id.as_str() != stem) {
        table.fault(
            "id",
            "wrong-file",
            format!("The file `{}` declares a side of another id.", table.path()),
            format!("Write id = \"{stem}\", or rename the file."),
        );
    }
    let labels = Labels::read(&table);
    let country = table.text("country");
    let currency = currency(&table, "currency");
    let languages = table.texts("languages");
    let weekend = table.texts("weekend");
    let weekend = weekend.iter().filter_map(|day| table.choose("weekend", day.value, &WEEKDAYS)).collect();
    let regions = read_regions(&table);
    let side = id.clone();
    let cities = table.tables("city", &CITY);
    if cities.is_empty() {
        table.fault(
            "city",
            "missing-key",
            format!("{}: it has no city.", table.name()),
            "Add a [[city]]; the first stands for the side where a party names none.",
        );
    }
    let cities = cities.into_iter().filter_map(|city| read_city(city, side.clone()?, &regions));
    let cities = cities.collect();
    let holidays = table.tables("holiday", &HOLIDAY);
    let mut holidays: Vec<Holiday> =
        holidays.into_iter().filter_map(|holiday| read_holiday(holiday, &regions, sources)).collect();
    holidays.sort_by_key(|holiday| holiday.date);
    let origin = Origin::of(&table);
    table.finish();
    Some(Side {
        id: id?,
        labels,
        country: country?.to_owned(),
        currency: currency?,
        languages: languages.iter().map(|code| code.value.to_owned()).collect(),
        weekend,
        regions,
        cities,
        holidays,
        origin,
    })
}

/// A currency code under a key.
pub(crate) fn currency(table: &Table<'_>, key: &'static str) -> Option<Currency> {
    let code = table.text(key)?;
    let currency = Currency::new(code);
    if currency.is_none() {
        table.fault(
            key,
            "bad-currency",
            format!("{}: {code:?} is no currency code.", table.name()),
            "Write the three letters of ISO 4217, \"CAD\".",
        );
    }
    currency
}

fn read_regions(side: &Table<'_>) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for table in side.tables("region", &REGION) {
        let id = table.text("id").unwrap_or_default().to_owned();
        if regions.iter().any(|region| region.id == id) {
            table.fault(
                "id",
                "duplicate-id",
                format!("The region `{id}` is declared a second time."),
                "Take one of the two away.",
            );
        }
        let labels = Labels::read(&table);
        table.finish();
        regions.push(Region { id, labels });
    }
    regions
}

fn region_known(table: &Table<'_>, region: At<&str>, regions: &[Region]) -> bool {
    let known = regions.iter().any(|known| known.id == region.value);
    if !known {
        let names: Vec<&str> = regions.iter().map(|region| region.id.as_str()).collect();
        table.fault_at(
            region.line,
            "unknown-reference",
            format!("{}: the region `{}` is not declared.", table.name(), region.value),
            format!("Declare it as a [[region]], or write one of: {}.", names.join(", ")),
        );
    }
    known
}

fn read_city(table: Table<'_>, side: SideId, regions: &[Region]) -> Option<City> {
    let id = table.opt_text("id").and_then(|id| CityId::new(id).ok());
    let labels = Labels::read(&table);
    let region = table.text("region");
    if let Some(value) = region {
        let line = table.line_of("region");
        region_known(&table, At { value, line }, regions);
    }
    let zone = read_zone(&table);
    let aliases = table.texts("aliases");
    let origin = Origin::of(&table);
    table.finish();
    Some(City {
        id: id?,
        side,
        labels,
        region: region?.to_owned(),
        zone: zone?,
        aliases: aliases.iter().map(|alias| alias.value.to_owned()).collect(),
        origin,
    })
}

fn read_holiday(table: Table<'_>, regions: &[Region], sources: &Declared) -> Option<Holiday> {
    let date = table.date("date");
    let labels = Labels::read(&table);
    let kept_in = table.texts("regions");
    for region in &kept_in {
        region_known(&table, *region, regions);
    }
    let words = [("settled", HolidayStatus::Settled), ("expected", HolidayStatus::Expected)];
    let status = table.choice("status", &words);
    let source = sources.refer_one(&table, "source");
    table.finish();
    Some(Holiday {
        date: date?,
        labels,
        regions: kept_in.iter().map(|region| region.value.to_owned()).collect(),
        status: status?,
        source: source?,
    })
}
