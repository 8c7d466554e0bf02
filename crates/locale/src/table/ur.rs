//! Urdu as written in Pakistan: CLDR's `ur`, which has no separate `ur-PK`.

use super::{EASTERN, ListPattern, Symbols, Table};

/// The names of the months, long and short alike.
const MONTHS: [&str; 12] =
    ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"];

/// The names of the days, long and short alike.
const DAYS: [&str; 7] = ["اتوار", "پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ"];

pub(super) const TABLE: Table = Table {
    latin: Symbols { decimal: ".", group: ",", minus: "\u{200e}-" },
    eastern: EASTERN,
    percent: "#,##0%",
    money: "¤#,##0.00",
    money_alpha: "¤\u{a0}#,##0.00",
    range: "{0}–{1}",
    signs: &[
        ("AUD", "A$"),
        ("CAD", "CA$"),
        ("CNY", "CN¥"),
        ("EUR", "€"),
        ("GBP", "£"),
        ("INR", "₹"),
        ("JPY", "JP¥"),
        ("PKR", "Rs"),
        ("USD", "$"),
    ],
    months: MONTHS,
    months_short: MONTHS,
    days: DAYS,
    days_short: DAYS,
    am: "AM",
    pm: "PM",
    date_full: "EEEE، d MMMM، y",
    date_long: "d MMMM، y",
    date_medium: "d MMM، y",
    date_short: "d/M/yy",
    month_of_year: "MMMM y",
    time: "h:mm a",
    at: "{1} کو {0}",
    zones: &[],
    and: ListPattern {
        two: "{0} اور {1}", start: "{0}، {1}", middle: "{0}، {1}", end: "{0}، اور {1}"
    },
    or: ListPattern { two: "{0} یا {1}", start: "{0}، {1}", middle: "{0}، {1}", end: "{0}، یا {1}" },
    // CLDR's start and middle have a Latin comma here, an oversight against its own other
    // lists; the Urdu comma is used throughout.
    unit: ListPattern { two: "{0}، {1}", start: "{0}، {1}", middle: "{0}، {1}", end: "{0}، اور {1}" },
};
