//! The mission of the example world.

use crate::library::Loaded;
use crate::tour;
use jiff::civil::{Date, date};
use pul_domain::Mission;

/// The day the example's world is drawn for, so that the example is the same on every day.
const DAY: Date = date(2027, 1, 4);

/// The example mission: parties of the example world, drawn from a seed.
pub fn example(loaded: &Loaded, seed: u64) -> Mission {
    tour::draw(loaded, DAY).mission(seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use crate::mission::mission_bytes;

    /// `pul mission example` made the file that the manual shows.
    #[test]
    fn the_example_of_the_manual_is_the_example() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/mission.json");
        let shown = std::fs::read(path).unwrap();
        let drawn = mission_bytes(&example(&library::load(None).unwrap(), 6));
        assert!(shown == drawn, "run `pul mission example > docs/examples/mission.json`");
    }
}
