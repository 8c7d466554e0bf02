//! `pul why-not`: what keeps a pair apart.

use crate::arguments::{Format, General};
use crate::commands::telling::{PairArguments, Telling};
use crate::output::{self, Rows};
use pul_app::Error;
use pul_domain::WhyNot as Apart;

/// Every rule that fails at once, each with the smallest change on either side that mends it.
#[derive(Debug, clap::Args)]
pub struct WhyNot {
    #[command(flatten)]
    pair: PairArguments,
}

impl WhyNot {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        self.pair.tell(general, |telling, found| {
            let rows = rows(telling, &found.why_not);
            if general.format != Format::Table {
                return output::print(general.format, &rows, &found.why_not);
            }
            if !rows.rows.is_empty() {
                output::text(&rows.table())?;
            }
            output::text(&verdict(telling, &found.why_not))
        })
    }
}

/// A row for each rule that fails.
pub fn rows(telling: &Telling<'_>, apart: &Apart) -> Rows {
    let mut rows = Rows::new(&["rule", "what fails", "what would mend it"], &[]);
    for failure in &apart.failures {
        let changes = telling.locale.changes(failure, telling.pair());
        let cure =
            if changes.is_empty() { telling.locale.say("change-none", &[]) } else { changes.join("\n") };
        rows.rows.push(vec![
            telling.locale.rule_name(failure.rule),
            telling.locale.failure(failure, telling.pair()),
            cure,
        ]);
    }
    rows
}

/// Whether one change is enough, and the score the pair would have.
pub fn verdict(telling: &Telling<'_>, apart: &Apart) -> String {
    let locale = &telling.locale;
    let whole = 10_000 * (telling.mutual.0 + telling.mutual.1);
    let first = match apart.failures.len() {
        0 => return locale.say("whynot-passes", &[]),
        _ if apart.single_change_admits => locale.say("whynot-one", &[]),
        n => locale.say("whynot-many", &[("n", n.into())]),
    };
    let score =
        locale.say("whynot-score", &[("score", apart.score_if_admitted.into()), ("of", whole.into())]);
    format!("{first} {score}")
}
