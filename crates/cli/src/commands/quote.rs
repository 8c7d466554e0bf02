//! `pul quote`: what a deal costs the buyer and leaves the supplier.

mod rows;

use crate::arguments::{Format, General};
use crate::commands::paper_file;
use crate::commands::telling::language;
use crate::output;
use pul_app::Error;
use pul_app::quote::{self, Asked, Prices};
use pul_domain::Severity;
use pul_locale::Language;
use pul_quote_paper::{Shown, Told, document};
use std::path::PathBuf;

/// Columns of a paper on a terminal.
const WIDTH: usize = 110;

/// Every way side by side, both sides, traced. A deal comes from a file, from options, or
/// from a file with options that change it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul quote docs/examples/deal.toml\n  pul quote docs/examples/deal.toml --way firm --explain fee\n  \
    pul quote --province ON --city toronto --team 21232:intermediate:2,22222 --claimant ccpc --research 50\n  \
    pul quote deal.toml --set days-in-canada=10 --assume benefits-rate=20 --language ur --paper quote.html\n\
    `pul pack show` and rules/inputs.toml of the pack name every input; `pul pack facts --topic assumptions` every assumption."
)]
pub struct Quote {
    /// The deal, as TOML: inputs, team, assumptions
    deal: Option<PathBuf>,
    /// One way in full instead of all compared: firm, freelancer, employer-of-record, subsidiary, hire
    #[arg(long)]
    way: Option<String>,
    /// How each figure comes about, or one line of it by its id
    #[arg(long, value_name = "LINE", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
    /// Language of the quote
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Write it as a paper: .html, .pdf or .txt
    #[arg(long, value_name = "FILE")]
    paper: Option<PathBuf>,
    /// Day of the law and the figures; the deal's own day, or today, if not told
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
    #[command(flatten)]
    stated: Stated,
}

/// A deal's inputs as options.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Stated {
    /// Team: OCCUPATION[:SENIORITY[:PEOPLE[:USD a month]]], separated by commas
    #[arg(long)]
    team: Option<String>,
    /// Province where the service is used, such as ON
    #[arg(long)]
    province: Option<String>,
    /// City of a hire in Canada, such as toronto
    #[arg(long)]
    city: Option<String>,
    /// Length in months
    #[arg(long)]
    months: Option<String>,
    /// Kind of claimant of research credits: ccpc, ecpc, other, none
    #[arg(long)]
    claimant: Option<String>,
    /// Share of the work that is research and development, in per cent
    #[arg(long, value_name = "PERCENT")]
    research: Option<String>,
    /// Any input of the deal, as INPUT=VALUE; may be given again
    #[arg(long, value_name = "INPUT=VALUE", value_parser = pair)]
    set: Vec<(String, String)>,
    /// Any assumption, as PARAMETER=VALUE or PARAMETER.KEY=VALUE; may be given again
    #[arg(long, value_name = "PARAMETER=VALUE", value_parser = pair)]
    assume: Vec<(String, String)>,
}

/// Reads `NAME=VALUE`.
pub fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("{text:?} is not NAME=VALUE"))?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

impl Stated {
    /// Inputs and assumptions by name alone.
    pub fn of(set: Vec<(String, String)>, assume: Vec<(String, String)>) -> Stated {
        Stated { set, assume, ..Stated::default() }
    }

    /// The deal of a file, if any, with the options over it.
    pub fn over(&self, file: Option<&PathBuf>) -> Result<Asked, Error> {
        let mut asked = file.map_or_else(|| Ok(Asked::default()), |path| quote::read(path))?;
        let named = [
            ("province", &self.province),
            ("hire-city", &self.city),
            ("months", &self.months),
            ("claimant", &self.claimant),
            ("sred-share", &self.research),
        ];
        let named = named.into_iter().filter_map(|(k, v)| v.clone().map(|v| (k.to_owned(), v)));
        asked.statement.inputs.extend(named.chain(self.set.iter().cloned()));
        asked.assume.extend(self.assume.iter().cloned());
        if let Some(team) = &self.team {
            asked.statement.team = quote::team(team);
        }
        Ok(asked)
    }
}

impl Quote {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let asked = self.stated.over(self.deal.as_ref())?;
        let prices = Prices::load(general.pack.as_deref())?;
        let day = self.as_of.or(asked.date).unwrap_or_else(pul_app::today);
        let priced = quote::price(&prices, &asked, day)?;
        if !general.quiet {
            for note in priced.findings.iter().filter(|f| f.severity <= Severity::Warning) {
                eprintln!("{note}");
            }
        }
        let told = Told::new(self.language, &prices);
        let shown = Shown::of(&priced, self.way.as_deref(), self.explain.as_deref())?;
        if let Some(path) = &self.paper {
            return paper_file::write(path, &document(&told, &shown));
        }
        match general.format {
            Format::Table => output::text(&pul_paper::plain(&document(&told, &shown), WIDTH)),
            Format::Csv => output::print(Format::Csv, &rows::rows(&told, &shown), &()),
            Format::Json => json(&shown),
        }
    }
}

fn json(shown: &Shown<'_>) -> Result<(), Error> {
    match (shown.explain, shown.way) {
        (Some(line), _) if !line.is_empty() => {
            output::json(&shown.explained().iter().map(|(w, l)| (&w.way, l)).collect::<Vec<_>>())
        }
        (_, Some(way)) => output::json(way),
        _ => output::json(shown.priced),
    }
}

#[cfg(test)]
mod tests;
