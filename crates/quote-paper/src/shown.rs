//! What of a priced deal is shown.

use pul_app::Error;
use pul_app::quote::{Compared, Priced, QuoteLine};

/// A part of the paper of a deal, for pages that show one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The ways beside each other, how far they may be off, where the cheapest changes.
    Ways,
    /// Both sides line by line, and where the money goes.
    Lines,
    /// Papers, questions, and what to look at twice.
    Papers,
    /// How figures come about.
    Trace,
}

/// What of a priced deal is shown.
pub struct Shown<'a> {
    /// The deal.
    pub priced: &'a Priced,
    /// The one way shown in full; none for all compared.
    pub way: Option<&'a Compared>,
    /// Whether figures are explained; the one line's id if only one is.
    pub explain: Option<&'a str>,
}

impl<'a> Shown<'a> {
    /// Finds the way and the line asked for.
    ///
    /// # Errors
    /// [`Error::Missing`] for a way or a line the deal does not have.
    pub fn of(priced: &'a Priced, way: Option<&str>, explain: Option<&'a str>) -> Result<Shown<'a>, Error> {
        let way = way.map(|id| priced.way(id)).transpose()?;
        let shown = Shown { priced, way, explain };
        if let Some(line) = explain.filter(|l| !l.is_empty()) {
            priced.lines(&shown.ways(), line)?;
        }
        Ok(shown)
    }

    /// The ways shown.
    pub fn ways(&self) -> Vec<&'a Compared> {
        self.way.map_or_else(|| self.priced.comparison.ways.iter().collect(), |way| vec![way])
    }

    /// The lines explained, each with its way; none when nothing is.
    pub fn explained(&self) -> Vec<(&'a Compared, &'a QuoteLine)> {
        let Some(wanted) = self.explain else { return Vec::new() };
        let all = self.ways().into_iter().flat_map(|w| w.quote.lines.iter().map(move |l| (w, l)));
        all.filter(|(_, l)| wanted.is_empty() || l.id == wanted).collect()
    }
}
