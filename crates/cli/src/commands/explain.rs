//! `pul explain`: every point of one pair.

use crate::arguments::{Format, General};
use crate::commands::telling::PairArguments;
use crate::output;
use pul_app::Error;

/// The parts of each view sum to its points, and the two views to the score, exactly.
#[derive(Debug, clap::Args)]
pub struct Explain {
    #[command(flatten)]
    pair: PairArguments,
}

impl Explain {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        self.pair.tell(general, |telling, found| {
            let rows = telling.rows(&found.explained);
            if general.format != Format::Table {
                return output::print(general.format, &rows, &found.explained);
            }
            output::text(&rows.table())?;
            output::text(&telling.mutual(&found.explained))?;
            let Some(first) = found.why_not.failures.first() else { return Ok(()) };
            let first = telling.locale.failure(first, telling.pair());
            let count = found.why_not.failures.len().into();
            let fails = telling.locale.say("whynot-fails", &[("n", count)]);
            output::text(&format!("{fails}: {first}"))
        })
    }
}
