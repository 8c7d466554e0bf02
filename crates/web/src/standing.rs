//! How the parties of the directory are spread, counted now and then and not at every visit: among
//! hundreds of thousands counting takes longer than a page may.

use pul_app::live::directory::{Facets, Wanted, search};
use pul_app::live::{Node, Refusal, Who};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a count is shown before it is made anew.
const SHOWN: Duration = Duration::from_secs(60);

/// The last count.
#[derive(Default)]
pub(crate) struct Standing(Mutex<Option<(Instant, Arc<Facets>)>>);

impl Standing {
    /// How many parties have each value of each facet.
    pub async fn of(&self, node: &Node) -> Result<Arc<Facets>, Refusal> {
        if let Some(known) = self.known() {
            return Ok(known);
        }
        let all = Wanted { limit: 1, ..Wanted::default() };
        let facets = Arc::new(search(node, &Who::public(), &all).await?.facets);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), facets.clone()));
        Ok(facets)
    }

    fn known(&self) -> Option<Arc<Facets>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().filter(|(at, _)| at.elapsed() < SHOWN).map(|(_, facets)| facets.clone())
    }
}
