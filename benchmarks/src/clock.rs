//! Time on the wall and time on a processor.

use std::time::{Duration, Instant};

/// A stretch of work being timed.
pub struct Stopwatch {
    wall: Instant,
    processor: Option<u64>,
}

/// How long it took.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// On the wall.
    pub wall: Duration,
    /// On a processor, by this thread alone; that on the wall where the system does not tell.
    /// On a busy machine this is the fair one.
    pub processor: Duration,
}

impl Stopwatch {
    /// Starts.
    pub fn start() -> Stopwatch {
        Stopwatch { wall: Instant::now(), processor: processor() }
    }

    /// Stops.
    pub fn stop(&self) -> Took {
        let wall = self.wall.elapsed();
        let ran = self.processor.zip(processor()).map(|(from, until)| Duration::from_nanos(until - from));
        Took { wall, processor: ran.unwrap_or(wall) }
    }
}

/// Nanoseconds this thread has run, where Linux says so.
fn processor() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// The most memory this process has held, in bytes, where Linux says so.
pub fn peak_memory() -> Option<u64> {
    memory("VmHWM:")
}

/// The memory this process holds, in bytes, where Linux says so.
pub fn memory_now() -> Option<u64> {
    memory("VmRSS:")
}

fn memory(name: &str) -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Processor time of all threads of this process.
pub struct Work(Duration);

impl Work {
    /// Starts.
    pub fn start() -> Work {
        Work(work())
    }

    /// How much has been worked since.
    pub fn stop(&self) -> Duration {
        work().saturating_sub(self.0)
    }
}

/// Processor time of this process so far.
fn work() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}
