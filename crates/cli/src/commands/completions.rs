//! `pul completions`: for the shell.

use crate::arguments::Arguments;
use clap::CommandFactory;
use clap_complete::Shell;
use pul_app::Error;

/// For instance: pul completions bash > /etc/bash_completion.d/pul
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// Which shell
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(self) -> Result<(), Error> {
        clap_complete::generate(self.shell, &mut Arguments::command(), "pul", &mut std::io::stdout());
        Ok(())
    }
}
