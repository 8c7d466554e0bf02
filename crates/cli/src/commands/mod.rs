//! One file a command.

pub mod backup;
pub mod cases;
pub mod check;
pub mod completions;
pub mod config;
pub mod costs;
pub mod database;
pub mod demo;
pub mod doctor;
pub mod explain;
pub mod export;
pub mod facts;
pub mod how_true;
pub mod import;
pub mod log;
pub mod migrate;
pub mod mission;
pub mod names;
pub mod pack;
pub mod pack_diff;
pub mod paper_file;
pub mod posts;
pub mod quote;
pub mod replay;
pub mod serve;
pub mod shortlist;
pub mod skills;
pub mod telling;
pub mod token;
pub mod why_not;

use crate::arguments::{Arguments, Command};
use pul_app::Error;

/// Does what was asked.
pub fn run(arguments: Arguments) -> Result<(), Error> {
    let general = &arguments.general;
    match arguments.command {
        Command::Demo(command) => command.run(general),
        Command::Import(command) => command.run(general),
        Command::Skills(command) => command.run(general),
        Command::Match(command) => command.run(general),
        Command::Explain(command) => command.run(general),
        Command::WhyNot(command) => command.run(general),
        Command::Check(command) => command.run(general),
        Command::Replay(command) => command.run(general),
        Command::Quote(command) => command.run(general),
        Command::HowTrue(command) => command.run(general),
        Command::Mission(command) => command.run(general),
        Command::Pack(command) => command.run(general),
        Command::Serve(command) => command.run(general),
        Command::Worker(command) => command.run(general),
        Command::Migrate(command) => command.run(),
        Command::Backup(command) => command.run(),
        Command::Restore(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Token(command) => command.run(general),
        Command::Log(command) => command.run(general),
        Command::Doctor(command) => command.run(general),
        Command::Config(command) => command.run(),
        Command::Completions(command) => command.run(),
    }
}
