//! Every kind of table of the pack's format and the keys it may have.

use crate::reader::Shape;

pub(crate) const ABOUT: Shape =
    Shape { what: "a pack", keys: &["id", "title", "version", "licence", "sides", "languages"] };
pub(crate) const SOURCE: Shape =
    Shape { what: "a source", keys: &["producer", "title", "address", "published", "read", "licence"] };
pub(crate) const SIDE: Shape = Shape {
    what: "a side",
    keys: &[
        "id",
        "label",
        "fr",
        "ur",
        "country",
        "currency",
        "languages",
        "weekend",
        "region",
        "city",
        "holiday",
    ],
};
pub(crate) const REGION: Shape = Shape { what: "a region", keys: &["id", "label", "fr", "ur"] };
pub(crate) const CITY: Shape =
    Shape { what: "a city", keys: &["id", "label", "fr", "ur", "region", "zone", "aliases"] };
pub(crate) const HOLIDAY: Shape =
    Shape { what: "a holiday", keys: &["date", "label", "fr", "ur", "regions", "status", "source"] };
pub(crate) const SKILL: Shape = Shape {
    what: "a skill",
    keys: &[
        "label",
        "fr",
        "ur",
        "kind",
        "broader",
        "aliases",
        "exact",
        "word",
        "context",
        "implies",
        "esco",
        "onet",
        "stackoverflow",
    ],
};
pub(crate) const ROLE: Shape =
    Shape { what: "a role", keys: &["label", "fr", "ur", "noc2021", "noc2016", "titles", "skills", "core"] };
pub(crate) const SECTOR: Shape = Shape { what: "a sector", keys: &["label", "fr", "ur", "aliases"] };
pub(crate) const CERTIFICATION: Shape =
    Shape { what: "a certification", keys: &["label", "fr", "ur", "kind", "issuer", "aliases"] };
pub(crate) const REGISTRATION: Shape =
    Shape { what: "a registration", keys: &["label", "fr", "ur", "side", "body", "aliases", "source"] };
pub(crate) const EXCHANGE: Shape = Shape { what: "an exchange file", keys: &["rate"] };
pub(crate) const RATE: Shape =
    Shape { what: "a rate", keys: &["currency", "per_usd", "from", "until", "source"] };
pub(crate) const SCORING: Shape = Shape {
    what: "a scoring file",
    keys: &["asker", "offerer", "mutual", "importance", "unstated", "price", "record"],
};
pub(crate) const ASKER: Shape = Shape {
    what: "an [asker] table",
    keys: &["skills", "level", "price", "overlap", "language", "record", "capacity", "sector"],
};
pub(crate) const OFFERER: Shape =
    Shape { what: "an [offerer] table", keys: &["role", "price", "workload", "length", "sector"] };
pub(crate) const MUTUAL: Shape = Shape { what: "a [mutual] table", keys: &["less", "more"] };
pub(crate) const IMPORTANCE: Shape =
    Shape { what: "an [importance] table", keys: &["must", "should", "nice"] };
pub(crate) const UNSTATED: Shape = Shape {
    what: "an [unstated] table",
    keys: &["unknown_percent", "default_days", "wanted_overlap_minutes", "full_time_hours"],
};
pub(crate) const PRICE: Shape = Shape {
    what: "a [price] table",
    keys: &["full_room_percent", "hours_per_day", "days_per_month", "months_per_year"],
};
pub(crate) const RECORD: Shape =
    Shape { what: "a [record] table", keys: &["per_year", "per_reference", "per_outcome"] };

/// All of them: a key that is unknown where it stands is said to be misplaced if one of
/// these knows it.
pub(crate) const SHAPES: &[&Shape] = &[
    &ABOUT,
    &SOURCE,
    &SIDE,
    &REGION,
    &CITY,
    &HOLIDAY,
    &SKILL,
    &ROLE,
    &SECTOR,
    &CERTIFICATION,
    &REGISTRATION,
    &EXCHANGE,
    &RATE,
    &SCORING,
    &ASKER,
    &OFFERER,
    &MUTUAL,
    &IMPORTANCE,
    &UNSTATED,
    &PRICE,
    &RECORD,
    &crate::parameters::PARAMETER,
    &crate::parameters::VALUE,
];
