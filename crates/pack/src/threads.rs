//! Two halves of the reading of a pack at once.

use crate::reader::Sink;
use std::panic::resume_unwind;

/// Does both, the second on a thread of its own. What either finds goes to `sink`, that of
/// the first before that of the second, so that nothing depends on which ends sooner.
pub(crate) fn both<A, B: Send>(
    sink: &Sink,
    first: impl FnOnce(&Sink) -> A,
    second: impl FnOnce(&Sink) -> B + Send,
) -> (A, B) {
    let beside = sink.beside();
    let (one, (other, found)) = std::thread::scope(|scope| {
        let running = scope.spawn(move || {
            let other = second(&beside);
            (other, beside.into_findings())
        });
        let one = first(sink);
        (one, running.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    sink.take_in(found);
    (one, other)
}
