//! Ctrl-C during a search: the best plan so far is kept, not lost.

use pul_app::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// When a search ends before its work is done: at Ctrl-C, or when its time is up.
pub struct Stop {
    asked: Arc<AtomicBool>,
    until: Option<Instant>,
}

impl Stop {
    /// Listens for Ctrl-C from now on; a second one ends the program at once.
    pub fn listen(seconds: Option<u64>) -> Result<Stop, Error> {
        let asked = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&asked);
        let listening = ctrlc::set_handler(move || {
            if heard.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
        });
        listening.map_err(|why| Error::Missing {
            what: format!("cannot listen for Ctrl-C: {why}"),
            cure: "Start the program from a terminal".into(),
        })?;
        Ok(Stop { asked, until: seconds.map(|s| Instant::now() + Duration::from_secs(s)) })
    }

    /// Whether the search goes on.
    pub fn goes_on(&self) -> bool {
        !self.asked.load(Ordering::Relaxed) && self.until.is_none_or(|until| Instant::now() < until)
    }
}
