//! `pul match`: shortlists.

use crate::arguments::{Format, General};
use crate::commands::costs::CostArguments;
use crate::commands::posts::Posts;
use crate::output::{self, Rows};
use crate::progress;
use clap::ValueEnum;
use pul_app::shortlists::{self, Both, Request};
use pul_app::{Error, files};
use pul_domain::{Direction, Match as Matched, PostId, ShortlistFile};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Lists are exact: the best of all that pass every hard rule, verified by the checker.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul match --asks asks.jsonl --offers offers.jsonl --out result.json\n  \
    pul match --asks lmia.csv --asks-mapping lmia --offers survey.csv --offers-mapping stackoverflow-2024 --top 3\n  \
    pul match --asks asks.jsonl --offers offers.jsonl --costs --set claimant=ccpc --sort cost"
)]
pub struct Match {
    #[command(flatten)]
    posts: Posts,
    /// Longest list
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1000))]
    top: u32,
    /// Only this post's list
    #[arg(long, value_name = "ID")]
    only: Option<PostId>,
    /// Who is given lists
    #[arg(long, value_enum, default_value_t = For::Asks)]
    r#for: For,
    /// Where to write the whole result, with what went in, for `pul replay`
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    costs: CostArguments,
}

/// Who is given lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum For {
    /// Each ask is given offers.
    Asks,
    /// Each offer is given asks.
    Offers,
}

impl Match {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let (loaded, both) = self.posts.read(general)?;
        let request = Request {
            asks: self.posts.asks(),
            offers: self.posts.offers(),
            as_of: self.posts.day(),
            direction: match self.r#for {
                For::Asks => Direction::OffersForAsks,
                For::Offers => Direction::AsksForOffers,
            },
            top: self.top,
            only: self.only.clone(),
        };
        let bar = progress::bar(1, "matching", general.quiet);
        let file = shortlists::run(&loaded, &both, &request, &|done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        if let Some(out) = &self.out {
            files::write(out, &shortlists::bytes(&file))?;
        }
        if self.costs.wanted() {
            return self.costs.run(general, loaded, &both, &file);
        }
        match general.format {
            Format::Json => output::json(&file),
            Format::Csv => output::print(Format::Csv, &rows(&file, &both), &()),
            Format::Table => self.table(&file, &both),
        }
    }

    /// The whole list of one post, or the best match of each; then the summary.
    fn table(&self, file: &ShortlistFile, both: &Both) -> Result<(), Error> {
        let mut all = rows(file, both);
        if self.only.is_none() && file.shortlists.len() > 1 {
            all.rows.retain(|row| row[1] == "1");
        }
        let listed = all.rows.len();
        all.rows.truncate(50);
        output::text(&all.table())?;
        if listed > 50 {
            output::text(&format!("… and {} more; --format csv prints every match", listed - 50))?;
        }
        output::text(&summary(file))
    }
}

/// Every match, a row each.
fn rows(file: &ShortlistFile, both: &Both) -> Rows {
    let mut rows = Rows::new(
        &["of", "rank", "ask", "offer", "ask title", "offer title", "score", "asker", "offerer"],
        &[1, 6, 7, 8],
    );
    let asks = both.asks.asks.iter().map(|a| (&a.common.id, &a.common));
    let offers = both.offers.offers.iter().map(|o| (&o.common.id, &o.common));
    let titles: BTreeMap<_, _> = asks.chain(offers).collect();
    let title = |id: &PostId| titles.get(id).map_or_else(String::new, |c| c.title.clone());
    for list in &file.shortlists {
        for (rank, found) in list.matches.iter().enumerate() {
            rows.rows.push(vec![
                list.of.to_string(),
                (rank + 1).to_string(),
                found.ask.to_string(),
                found.offer.to_string(),
                title(&found.ask),
                title(&found.offer),
                found.score.to_string(),
                found.asker.points.to_string(),
                found.offerer.points.to_string(),
            ]);
        }
    }
    rows
}

/// How many lists have a match, and the median and best of their best scores.
fn summary(file: &ShortlistFile) -> String {
    let mut best: Vec<&Matched> = file.shortlists.iter().filter_map(|l| l.matches.first()).collect();
    best.sort_by_key(|m| m.score);
    let of = file.shortlists.len();
    let whole = 10_000
        * (file.weights.get("mutual.less").unwrap_or(&0) + file.weights.get("mutual.more").unwrap_or(&0));
    match best.last() {
        None => format!("0 of {of} matched; `pul why-not` tells why a pair is kept apart"),
        Some(top) => format!(
            "{} of {of} matched; of {whole}: median of the best scores {}, best {} ({} with {})",
            best.len(),
            best[best.len() / 2].score,
            top.score,
            top.ask,
            top.offer
        ),
    }
}
