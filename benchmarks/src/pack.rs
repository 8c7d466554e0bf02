//! The parts of the synthetic pack that are the same in every world.

/// The weights the corridor publishes.
pub const PUBLISHED: &str = include_str!("../../packs/canada-pakistan/scoring.toml");

/// Weights by which the score rises with a dot product of skills and with nothing else.
pub const SKILLS_ALONE: &str = r#"
[asker]
skills = 9000
level = 0
price = 1000
overlap = 0
language = 0
record = 0
capacity = 0
sector = 0
[offerer]
role = 10000
price = 0
workload = 0
length = 0
sector = 0
[mutual]
less = 3
more = 1
[importance]
must = 100
should = 50
nice = 20
[unstated]
unknown_percent = 50
default_days = 180
wanted_overlap_minutes = 240
full_time_hours = 40
[price]
full_room_percent = 40
hours_per_day = 8
days_per_month = 21
months_per_year = 12
[record]
per_year = 5
per_reference = 10
per_outcome = 10
"#;

/// Path and text of each file.
pub const FILES: [(&str, &str); 7] = [
    (
        "pack.toml",
        r#"id = "synthetic"
title = "Synthetic"
version = "2026.11.1"
licence = "CC-BY-4.0"
sides = ["canada", "pakistan"]
languages = ["en", "fr", "ur"]
"#,
    ),
    (
        "sources.toml",
        r#"[invented]
producer = "This benchmark"
title = "Invented exchange rates"
address = "https://example.org"
published = "2026"
read = "2026-11-23"
licence = "unknown"
"#,
    ),
    (
        "sides/canada.toml",
        r#"id = "canada"
label = "Canada"
country = "CA"
currency = "CAD"
languages = ["en", "fr"]
weekend = ["saturday", "sunday"]
[[region]]
id = "ON"
label = "Ontario"
[[city]]
id = "toronto"
label = "Toronto"
region = "ON"
zone = "America/Toronto"
"#,
    ),
    (
        "sides/pakistan.toml",
        r#"id = "pakistan"
label = "Pakistan"
country = "PK"
currency = "PKR"
languages = ["ur", "en"]
weekend = ["sunday"]
[[region]]
id = "SD"
label = "Sindh"
[[city]]
id = "karachi"
label = "Karachi"
region = "SD"
zone = "Asia/Karachi"
"#,
    ),
    (
        "certifications.toml",
        "[iso-27001]\nlabel = \"ISO 27001\"\nkind = \"organisation\"\nissuer = \"ISO\"\n",
    ),
    ("registrations.toml", "[pseb]\nlabel = \"PSEB\"\nside = \"pakistan\"\nbody = \"PSEB\"\n"),
    (
        "exchange.toml",
        r#"[[rate]]
currency = "CAD"
per_usd = "1.3981"
from = "2026-01-01"
source = "invented"
[[rate]]
currency = "PKR"
per_usd = "281.2"
from = "2026-01-01"
source = "invented"
"#,
    ),
];
