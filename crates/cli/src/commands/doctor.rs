//! `pul doctor`: whether everything the live system needs is well.

mod checks;

use crate::arguments::General;
use crate::commands::config::ConfigArguments;
use crate::commands::database;
use crate::output::{self, Rows};
use pul_app::Error;
use pul_domain::{Findings, Severity};

/// Looks at everything and changes nothing. Exit status 1 when something is wrong.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul doctor --config /etc/pul/pul.toml")]
pub struct Doctor {
    /// Do not read the whole log
    #[arg(long)]
    fast: bool,
    #[command(flatten)]
    from: ConfigArguments,
}

impl Doctor {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let read = self.from.gather(&[])?;
        let mut findings = Findings::new();
        for finding in read.findings.iter() {
            findings.push(finding.clone());
        }
        checks::time(&mut findings);
        if let Some(configuration) = &read.configuration {
            let folder = general.pack.as_deref().or(configuration.pack.as_deref());
            checks::pack(folder, &mut findings);
            checks::tls(configuration, &mut findings);
            database::wait(async {
                checks::mail(configuration, &mut findings).await;
                checks::data(configuration, self.fast, &mut findings).await;
                Ok(())
            })?;
        }
        let mut rows = Rows::new(&["", "what", "found", "cure"], &[]);
        for finding in &findings {
            let sign = match finding.severity {
                Severity::Note => "well",
                Severity::Warning => "look",
                Severity::Fault => "WRONG",
            };
            let place =
                if finding.place.field.is_some() { finding.place.to_string() } else { finding.code.clone() };
            rows.rows.push(vec![sign.to_owned(), place, finding.cause.clone(), finding.cure.clone()]);
        }
        output::print(general.format, &rows, &findings)?;
        match findings.count(Severity::Fault) {
            0 => Ok(()),
            faults => Err(Error::Differs(vec![format!("{faults} thing(s) are wrong")])),
        }
    }
}
