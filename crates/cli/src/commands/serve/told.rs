//! The program's own log, to standard error. Nothing private is ever put into it.

use pul_app::live::configuration::Configuration;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;

/// Begins to write it; a second call changes nothing.
pub fn log_to_standard_error(configuration: &Configuration) {
    let level = match configuration.log_level.as_str() {
        "error" => LevelFilter::ERROR,
        "warn" => LevelFilter::WARN,
        "debug" => LevelFilter::DEBUG,
        _ => LevelFilter::INFO,
    };
    let coloured = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let build =
        fmt().with_max_level(level).with_writer(std::io::stderr).with_ansi(coloured).with_target(false);
    // One that is there already is as good.
    let _ = match configuration.log_json {
        true => build.json().flatten_event(true).try_init(),
        false => build.try_init(),
    };
}
