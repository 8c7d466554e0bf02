//! What the command line takes.

use crate::commands;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The bridge: matches asks with offers, explains every point, prices the deal on
/// both sides.
#[derive(Debug, Parser)]
#[command(
    name = "pul",
    version,
    about = "Matches what one country asks with what the other offers, explains every point, and prices the deal",
    after_help = "Start with `pul demo`. Exit status: 0 done, 1 an input has faults or a result differs, \
                  2 the command line is wrong, 3 a thing asked for is not there, 4 a file cannot be used."
)]
pub struct Arguments {
    /// Settings every command takes.
    #[command(flatten)]
    pub general: General,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Settings every command takes.
#[derive(Debug, Clone, clap::Args)]
pub struct General {
    /// Folder of another pack than the one inside the program
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// How results are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Say nothing but the result: no progress, no notes
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs; the whole result.
    Json,
    /// For sheets; a row a line.
    Csv,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the main job on an invented world, then serve that world to look around in
    Demo(commands::demo::Demo),
    /// Read a sheet through a mapping file and write posts, or say what is wrong with it; or take in a whole export
    Import(commands::import::Import),
    /// Find the skills in a brief or a CV, with the words each came from
    Skills(commands::skills::Skills),
    /// Shortlist: the best offers for each ask, or the best asks for each offer
    Match(commands::shortlist::Match),
    /// Every point of one pair, on both sides
    Explain(commands::explain::Explain),
    /// Every rule that keeps a pair apart, by how much, and the smallest change that admits it
    WhyNot(commands::why_not::WhyNot),
    /// Verify a result file from the statement of the problem alone, without the engine
    Check(commands::check::Check),
    /// Compute a result file again: the same bytes, or what differs
    Replay(commands::replay::Replay),
    /// What a deal costs the buyer and leaves the supplier: every way, line by line, traced
    Quote(commands::quote::Quote),
    /// How true is "70 % cheaper", for each kind of buyer
    HowTrue(commands::how_true::HowTrue),
    /// Plan the meetings of a mission, prove how good the plan is, repair and explain it
    #[command(subcommand)]
    Mission(commands::mission::Mission),
    /// Check a pack, or ask what it knows
    #[command(subcommand)]
    Pack(commands::pack::Pack),
    /// Run the live system: pages, API, background work
    Serve(commands::serve::Serve),
    /// Do background work without serving pages
    Worker(commands::serve::Worker),
    /// Bring the tables of the database up to this program
    Migrate(commands::migrate::Migrate),
    /// Write a backup while the system runs
    Backup(commands::backup::Backup),
    /// Put a backup into an empty place
    Restore(commands::backup::Restore),
    /// Write the whole content as JSON Lines; `import` takes it in, on either engine
    Export(commands::export::Export),
    /// Make a token of the API for an account
    Token(commands::token::MakeToken),
    /// Verify the log of every change
    #[command(subcommand)]
    Log(commands::log::Log),
    /// Look whether everything the live system needs is well
    Doctor(commands::doctor::Doctor),
    /// Print the configuration: every key, its value now, its meaning
    Config(commands::config::Config),
    /// Print completions for your shell
    Completions(commands::completions::Completions),
}
