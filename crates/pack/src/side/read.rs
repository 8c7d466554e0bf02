//! Reading `sides/*.toml`.

use super::{City, Holiday, HolidayStatus, Region, Side};
use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::{Labels, Origin};
use crate::reader::{At, Sink, Table};
use crate::shapes::{CITY, HOLIDAY, REGION, SIDE};
use crate::zone::read_zone;
use pul_domain::{CityId, Currency, LanguageCode, SideId, Weekday};

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
    let country = country(&table);
    let currency = currency(&table, "currency");
    let languages = languages(&table);
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
        languages,
        weekend,
        regions,
        cities,
        holidays,
        origin,
    })
}

fn country<'r>(table: &Table<'r>) -> Option<&'r str> {
    let code = table.text("country")?;
    if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
        table.fault(
            "country",
            "bad-code",
            format!("{}: {code:?} is no country code.", table.name()),
            "Write the two capital letters of ISO 3166-1, \"CA\".",
        );
    }
    Some(code)
}

fn languages(table: &Table<'_>) -> Vec<String> {
    let codes = table.texts("languages");
    for code in codes.iter().filter(|code| LanguageCode::new(code.value).is_none()) {
        table.fault_at(
            code.line,
            "bad-code",
            format!("{}: {:?} is no language code.", table.name(), code.value),
            "Write two or three letters of ISO 639, \"en\".",
        );
    }
    codes.iter().map(|code| code.value.to_owned()).collect()
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
