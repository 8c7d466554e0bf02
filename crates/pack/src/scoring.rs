//! The published weights of matching.

use crate::documents::Documents;
use crate::reader::{Shape, Sink, Table};
use crate::shapes::{ASKER, IMPORTANCE, MUTUAL, OFFERER, PRICE, RECORD, SCORING, UNSTATED};
use pul_domain::Importance;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What the weights of a view sum to.
pub const WHOLE: i64 = 10_000;

macro_rules! weights {
    ($($(#[$doc:meta])* $name:ident: $table:literal { $($(#[$key_doc:meta])* $key:ident: $type:ty, $range:expr;)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
            pub struct $name { $($(#[$key_doc])* pub $key: $type,)* }

            impl $name {
                fn read(table: &Table<'_>) -> $name {
                    $name { $($key: number(table, stringify!($key), $range),)* }
                }

                fn name(&self, into: &mut BTreeMap<String, u32>) {
                    $(into.insert(concat!($table, ".", stringify!($key)).to_owned(), u32::from(self.$key));)*
                }
            }
        )*
    };
}

weights! {
    /// Weights of the asker's view; they sum to 10,000.
    AskerWeights: "asker" {
        /// Skills up to the level asked.
        skills: u16, 0..=WHOLE;
        /// Mastery above the level asked.
        level: u16, 0..=WHOLE;
        /// Room between budget and rate.
        price: u16, 0..=WHOLE;
        /// Shared working time.
        overlap: u16, 0..=WHOLE;
        /// Languages above the level asked.
        language: u16, 0..=WHOLE;
        /// Years, references, outcomes.
        record: u16, 0..=WHOLE;
        /// People beyond those asked.
        capacity: u16, 0..=WHOLE;
        /// Shared sector.
        sector: u16, 0..=WHOLE;
    }
    /// Weights of the offerer's view; they sum to 10,000.
    OffererWeights: "offerer" {
        /// Nearness of the roles.
        role: u16, 0..=WHOLE;
        /// Room between budget and rate.
        price: u16, 0..=WHOLE;
        /// Hours a week beside those offered.
        workload: u16, 0..=WHOLE;
        /// Length beside the one wanted.
        length: u16, 0..=WHOLE;
        /// A sector the offerer would like.
        sector: u16, 0..=WHOLE;
    }
    /// How the two views make the mutual score.
    Mutual: "mutual" {
        /// How often the lower view counts.
        less: u8, 1..=100;
        /// How often the higher view counts.
        more: u8, 0..=100;
    }
    /// Weight of a requirement that states none.
    ImportanceWeights: "importance" {
        /// Of a must-have.
        must: u8, 1..=100;
        /// Of a should-have.
        should: u8, 1..=100;
        /// Of a nice-to-have.
        nice: u8, 1..=100;
    }
    /// What stands in for what a post does not state.
    Unstated: "unstated" {
        /// Share of a weight that the unknown earns, in per cent.
        unknown_percent: u8, 0..=100;
        /// Days of an unstated period.
        default_days: u16, 1..=3650;
        /// Overlap that would be enough, in minutes a day.
        wanted_overlap_minutes: u16, 0..=1440;
        /// Hours a week of full-time work.
        full_time_hours: u8, 1..=168;
    }
    /// How rates compare.
    PriceRules: "price" {
        /// Room below the budget that earns everything, in per cent of the budget.
        full_room_percent: u8, 0..=100;
        /// Hours of a day of work.
        hours_per_day: u8, 1..=24;
        /// Days of work in a month.
        days_per_month: u8, 1..=31;
        /// Months of work in a year.
        months_per_year: u8, 1..=12;
    }
    /// Points of a track record, of 100.
    RecordPoints: "record" {
        /// For a year of work.
        per_year: u8, 0..=100;
        /// For a reference.
        per_reference: u8, 0..=100;
        /// For a confirmed outcome.
        per_outcome: u8, 0..=100;
    }
}

impl ImportanceWeights {
    /// The weight of a requirement of this importance that states none.
    pub fn of(&self, importance: Importance) -> u8 {
        match importance {
            Importance::Must => self.must,
            Importance::Should => self.should,
            Importance::Nice => self.nice,
        }
    }
}

/// The published weights of matching: `scoring.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Scoring {
    /// The asker's view.
    pub asker: AskerWeights,
    /// The offerer's view.
    pub offerer: OffererWeights,
    /// How the two make one.
    pub mutual: Mutual,
    /// Requirements that state no weight.
    pub importance: ImportanceWeights,
    /// What is not stated.
    pub unstated: Unstated,
    /// How rates compare.
    pub price: PriceRules,
    /// Track records.
    pub record: RecordPoints,
}

impl Scoring {
    /// Every weight by name, `asker.skills`, for a result file.
    pub fn named(&self) -> BTreeMap<String, u32> {
        let mut named = BTreeMap::new();
        self.asker.name(&mut named);
        self.offerer.name(&mut named);
        self.mutual.name(&mut named);
        self.importance.name(&mut named);
        self.unstated.name(&mut named);
        self.price.name(&mut named);
        self.record.name(&mut named);
        named
    }
}

/// A number that must be there; the type's zero where it is faulty (then no pack is made).
fn number<T: Default + TryFrom<i64>>(table: &Table<'_>, key: &'static str, range: RangeInclusive<i64>) -> T {
    let read = table.integer(key, range);
    read.and_then(|number| T::try_from(number).ok()).unwrap_or_default()
}

pub(crate) fn read(documents: &Documents<'_>, sink: &Sink) -> Scoring {
    let Some(document) = documents.required("scoring.toml", sink) else {
        return Scoring::default();
    };
    let root = document.root(sink, &SCORING);
    let scoring = Scoring {
        asker: section(&root, "asker", &ASKER, |table| {
            whole(table, ASKER.keys);
            AskerWeights::read(table)
        }),
        offerer: section(&root, "offerer", &OFFERER, |table| {
            whole(table, OFFERER.keys);
            OffererWeights::read(table)
        }),
        mutual: section(&root, "mutual", &MUTUAL, Mutual::read),
        importance: section(&root, "importance", &IMPORTANCE, ImportanceWeights::read),
        unstated: section(&root, "unstated", &UNSTATED, Unstated::read),
        price: section(&root, "price", &PRICE, PriceRules::read),
        record: section(&root, "record", &RECORD, RecordPoints::read),
    };
    root.finish();
    scoring
}

fn section<T: Default>(
    root: &Table<'_>,
    key: &'static str,
    shape: &'static Shape,
    read: impl Fn(&Table<'_>) -> T,
) -> T {
    match root.table(key, shape) {
        Some(table) => {
            let weights = read(&table);
            table.finish();
            weights
        }
        None => {
            if !root.has(key) {
                root.fault(
                    key,
                    "missing-key",
                    format!("The table [{key}] is missing."),
                    format!("Add [{key}] with {}.", shape.keys.join(", ")),
                );
            }
            T::default()
        }
    }
}

/// Reports weights of a view that do not sum to the whole.
fn whole(table: &Table<'_>, keys: &'static [&'static str]) {
    let present: Vec<i64> = keys.iter().filter_map(|key| table.peek_integer(key)).collect();
    let sum: i64 = present.iter().fold(0, |sum, weight| sum.saturating_add(*weight));
    if present.len() == keys.len() && sum != WHOLE {
        table.fault(
            "",
            "weights-sum",
            format!("{}: the weights sum to {sum}, not {WHOLE}.", table.name()),
            "Raise or lower some until they do.",
        );
    }
}
