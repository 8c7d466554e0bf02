//! Overlaps of an ask with every working window on offer, remembered from ask to ask.

use crate::features::AskFeatures;
use crate::index::Index;
use crate::overlap::{Calendar, Pair, Window};
use pul_domain::DaySet;
use std::collections::HashMap;

/// Days before and after the day of the match that calendars cover.
const BEFORE: i32 = 366;
const AFTER: i32 = 10 * 366;
/// Askers' windows remembered.
const MOST_WINDOWS: usize = 512;
/// Not looked up yet.
const UNKNOWN: u16 = u16::MAX;

/// What tells an asker's window from others.
type WindowKey = (Option<usize>, i64, i64, DaySet);

/// What is known of an asker's window and one on offer.
#[derive(Debug)]
enum Known {
    /// How often they were wanted together.
    Wanted(u8),
    Calendar(Calendar),
}

/// Overlaps looked up day by day before a calendar of all years is made, which costs about twice as much.
const BY_DAYS: u8 = 4;

/// Overlaps of the ask at hand, found when first wanted.
#[derive(Debug, Default)]
pub(crate) struct Overlaps {
    calendars: Vec<Vec<Known>>,
    numbers: HashMap<WindowKey, usize>,
    turned: Option<(WindowKey, i32, i32)>,
    current: usize,
    least: Vec<u16>,
    first: i32,
    last: i32,
    covered: bool,
}

impl Overlaps {
    /// Turns to an ask. Free when it is the ask turned to last.
    pub(crate) fn turn(&mut self, index: &Index, ask: &AskFeatures) {
        let key = (ask.window.key(), ask.first, ask.last);
        let windows = index.store.windows.len();
        if self.turned == Some(key) && self.least.len() == windows {
            return;
        }
        self.turned = Some(key);
        if self.numbers.len() >= MOST_WINDOWS && !self.numbers.contains_key(&key.0) {
            self.numbers.clear();
            self.calendars.clear();
        }
        let next = self.numbers.len();
        self.current = *self.numbers.entry(key.0).or_insert(next);
        if self.current == self.calendars.len() {
            self.calendars.push((0..windows).map(|_| Known::Wanted(0)).collect());
        }
        self.least.clear();
        self.least.resize(windows, UNKNOWN);
        (self.first, self.last) = (ask.first, ask.last);
        let as_of = index.basis.as_of;
        self.covered = ask.first >= as_of - BEFORE && ask.last <= as_of.saturating_add(AFTER);
    }

    /// The overlap of the ask turned to with a window on offer.
    #[inline]
    pub(crate) fn of(&mut self, index: &Index, asker: &Window, window: u32) -> u16 {
        let known = self.least[window as usize];
        if known != UNKNOWN { known } else { self.find(index, asker, window) }
    }

    fn find(&mut self, index: &Index, asker: &Window, window: u32) -> u16 {
        let pair = Pair { asker, offerer: &index.store.windows[window as usize] };
        let least = if self.covered {
            let known = &mut self.calendars[self.current][window as usize];
            match known {
                Known::Calendar(calendar) => calendar.least(self.first, self.last),
                Known::Wanted(times) if *times < BY_DAYS => {
                    *times += 1;
                    pair.least(self.first, self.last)
                }
                Known::Wanted(_) => {
                    let as_of = index.basis.as_of;
                    let calendar = Calendar::new(pair, as_of - BEFORE, as_of.saturating_add(AFTER));
                    let least = calendar.least(self.first, self.last);
                    *known = Known::Calendar(calendar);
                    least
                }
            }
        } else {
            pair.least(self.first, self.last)
        };
        self.least[window as usize] = least;
        least
    }
}
