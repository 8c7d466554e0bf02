//! `pul`: the command line of Pul.

mod arguments;
mod commands;
mod output;
mod progress;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match commands::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pul: {error}");
            ExitCode::from(error.exit_status())
        }
    }
}
