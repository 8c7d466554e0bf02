//! What each match would cost the asker and leave the offerer: a view beside the shortlists.

use crate::arguments::{Format, General};
use crate::commands::quote::Stated;
use crate::output::{self, Rows};
use clap::ValueEnum;
use pul_app::Error;
use pul_app::library::Loaded;
use pul_app::quote::Prices;
use pul_app::quote::matched::{self, By, Costs, Pair};
use pul_app::shortlists::Both;
use pul_domain::{Match, ShortlistFile};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Matches shown on a terminal.
const SHOWN: usize = 50;

/// How matches are priced and sorted.
#[derive(Debug, clap::Args)]
pub struct CostArguments {
    /// Add what each match would cost the asker all-in and leave the offerer; FILE is a deal that
    /// says what posts do not: claimant, share of research, exchange rates
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    costs: Option<Option<PathBuf>>,
    /// Any input of every match's deal, as INPUT=VALUE; may be given again
    #[arg(long, value_name = "INPUT=VALUE", requires = "costs", value_parser = super::quote::pair)]
    set: Vec<(String, String)>,
    /// Any assumption, as PARAMETER=VALUE; may be given again
    #[arg(long, value_name = "PARAMETER=VALUE", requires = "costs", value_parser = super::quote::pair)]
    assume: Vec<(String, String)>,
    /// Order of each list: by score, by the asker's cost, by the offerer's net
    #[arg(long, value_enum, default_value_t = Sort::Score, requires = "costs")]
    sort: Sort,
}

/// Order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// Highest score first.
    Score,
    /// Lowest cost first.
    Cost,
    /// Highest net first.
    Net,
}

/// A result with its costs, for programs.
#[derive(Serialize)]
struct Whole<'a> {
    result: &'a ShortlistFile,
    costs: &'a Costs,
}

impl CostArguments {
    /// Whether costs are wanted.
    pub fn wanted(&self) -> bool {
        self.costs.is_some()
    }

    /// Prices every match of a result and prints it.
    pub fn run(
        &self,
        general: &General,
        loaded: Loaded,
        both: &Both,
        file: &ShortlistFile,
    ) -> Result<(), Error> {
        let stated = Stated::of(self.set.clone(), self.assume.clone());
        let defaults = stated.over(self.costs.as_ref().and_then(Option::as_ref))?;
        let prices = Prices::of(loaded)?;
        let costs = matched::costs(&prices, both, file, &defaults, file.inputs.as_of)?;
        if !general.quiet {
            for note in &costs.findings {
                eprintln!("{note}");
            }
        }
        let mut rows = self.rows(both, file, &costs);
        match general.format {
            Format::Json => output::json(&Whole { result: file, costs: &costs }),
            Format::Csv => output::print(Format::Csv, &rows, &()),
            Format::Table => {
                if file.shortlists.len() > 1 {
                    let mut seen = BTreeSet::new();
                    rows.rows.retain(|row| seen.insert(row[0].clone()));
                }
                let listed = rows.rows.len();
                rows.rows.truncate(SHOWN);
                output::text(&rows.table())?;
                if listed > SHOWN {
                    output::text(&format!("… and {} more; --format csv prints every match", listed - SHOWN))?;
                }
                output::text(&summary(&costs))
            }
        }
    }

    /// A row a match, each list in the order wanted; `rank` is by score.
    fn rows(&self, both: &Both, file: &ShortlistFile, costs: &Costs) -> Rows {
        let by = match self.sort {
            Sort::Score => By::Score,
            Sort::Cost => By::Cost,
            Sort::Net => By::Net,
        };
        let head = [
            "of",
            "rank",
            "ask",
            "offer",
            "offer title",
            "score",
            "way",
            "costs the asker",
            "leaves the offerer",
            "saving %",
            "cost an hour",
            "net an hour",
            "remark",
        ];
        let mut rows = Rows::new(&head, &[1, 5, 7, 8, 9, 10, 11]);
        let titles: BTreeMap<_, _> =
            both.offers.offers.iter().map(|o| (&o.common.id, &o.common.title)).collect();
        let priced: BTreeMap<_, _> = costs.pairs.iter().map(|p| ((&p.ask, &p.offer), p)).collect();
        for list in &file.shortlists {
            let ranks: BTreeMap<_, _> =
                list.matches.iter().zip(1..).map(|(m, rank)| ((&m.ask, &m.offer), rank)).collect();
            let pairs = list.matches.iter().filter_map(|m| Some((m, *priced.get(&(&m.ask, &m.offer))?)));
            for (found, pair) in matched::sorted(pairs.collect(), by) {
                let rank: i32 = ranks.get(&(&found.ask, &found.offer)).copied().unwrap_or_default();
                let title = titles.get(&found.offer).map_or_else(String::new, |t| (*t).clone());
                rows.rows.push(row(list.of.to_string(), rank, title, found, pair));
            }
        }
        rows
    }
}

fn row(of: String, rank: i32, title: String, found: &Match, pair: &Pair) -> Vec<String> {
    let cost = pair.cost.as_ref();
    let cell = |tell: &dyn Fn(&matched::Cost) -> String| cost.map_or_else(String::new, tell);
    vec![
        of,
        rank.to_string(),
        found.ask.to_string(),
        found.offer.to_string(),
        title,
        found.score.to_string(),
        cell(&|c| c.way.clone()),
        cell(&|c| c.cost.to_string()),
        cell(&|c| c.net.to_string()),
        cell(&|c| c.saving.as_ref().and_then(|s| s.percent).map_or_else(String::new, |p| p.written(1))),
        cell(&|c| c.cost_an_hour.to_string()),
        cell(&|c| c.net_an_hour.to_string()),
        match (cost, &pair.why) {
            (Some(c), _) if c.fee_assumed => "no rate stated: the pack's fee is assumed".to_owned(),
            (Some(c), _) if c.saving.is_none() => {
                "no wages known for the role: no hire to compare".to_owned()
            }
            (Some(_), _) => String::new(),
            (None, why) => why.clone().unwrap_or_default(),
        },
    ]
}

fn summary(costs: &Costs) -> String {
    let priced = costs.pairs.iter().filter(|p| p.cost.is_some()).count();
    format!("{priced} of {} matches priced by the law and figures of {}", costs.pairs.len(), costs.day)
}
