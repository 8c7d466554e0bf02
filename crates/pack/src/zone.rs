//! Time zones, from the database bundled with the program, never the machine's.

use crate::reader::{Table, nearest};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Serialize, Serializer};
use std::sync::OnceLock;

/// A time zone of the bundled database, by its IANA name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// The zone of an IANA name such as `America/Toronto`; `None` if the bundled
    /// database has none such.
    pub fn named(name: &str) -> Option<Zone> {
        let rules = database().get(name).ok()?;
        Some(Zone { name: rules.iana_name().unwrap_or(name).to_owned(), rules })
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its rules.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// The name of the bundled database nearest to `name`, if one is near.
    pub fn nearest(name: &str) -> Option<String> {
        let names: Vec<String> = database().available().map(|zone| zone.to_string()).collect();
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

fn database() -> &'static TimeZoneDatabase {
    static BUNDLED: OnceLock<TimeZoneDatabase> = OnceLock::new();
    BUNDLED.get_or_init(TimeZoneDatabase::bundled)
}

pub(crate) fn read_zone(table: &Table<'_>) -> Option<Zone> {
    let name = table.text("zone")?;
    let zone = Zone::named(name);
    if zone.is_none() {
        table.fault(
            "zone",
            "unknown-zone",
            format!("{}: {name:?} is no time zone of the bundled database.", table.name()),
            match Zone::nearest(name) {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => "Write an IANA name, \"America/Toronto\".".to_owned(),
            },
        );
    }
    zone
}
