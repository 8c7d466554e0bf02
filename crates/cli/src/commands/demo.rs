//! `pul demo`: the main job on an invented world, told, then served to look around in.

mod live;

use crate::arguments::General;
use crate::commands::names::Labels;
use crate::commands::telling::Telling;
use crate::commands::why_not;
use crate::output::{self, Rows};
use pul_app::tour::{self, Tour};
use pul_app::{Error, library};
use pul_domain::{Ask, Importance, Offer, PartyId};
use pul_locale::{Language, Locale, Names};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Draws some two thousand parties from a seed, matches them, and tells one story.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The day the world is drawn for; today if not told
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
    /// Also write the world's asks.jsonl and offers.jsonl into this folder, to play with
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Only tell the story; do not serve the world
    #[arg(long)]
    no_serve: bool,
    /// Where to serve the world
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

impl Demo {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let tour = tour::tour(&loaded, self.as_of.unwrap_or_else(pul_app::today));
        if let Some(folder) = &self.out {
            tour::write(&tour.world, folder)?;
        }
        let parties: BTreeMap<PartyId, String> =
            tour.world.parties.iter().map(|p| (p.id.clone(), p.name.clone())).collect();
        let names = Labels { pack: &loaded.pack, parties: vec![&parties], language: "en" };
        let weights = &loaded.pack.scoring().mutual;
        let mutual = (weights.less.into(), weights.more.into());
        let Some(ask) = tour.ask() else {
            return Err(Error::Missing {
                what: "the pack makes no example world".into(),
                cure: "Give one with two sides that have cities, and roles with skills".into(),
            });
        };
        let story = Story { tour: &tour, ask, names: &names, mutual };
        output::text(&story.world(&loaded.pack.about().title))?;
        output::text(&story.ask_in_words())?;
        output::text(&story.shortlist().table())?;
        story.explanation()?;
        story.why_not()?;
        output::text(ON_YOUR_OWN)?;
        if self.no_serve { Ok(()) } else { live::serve(loaded, &tour, self.listen) }
    }
}

const ON_YOUR_OWN: &str = "\
ON YOUR OWN FILES
  pul demo --out world                                           this world as files, to play with
  pul import offers.xlsx --mapping my-mapping.toml --dry-run     what would be taken, and what is wrong
  pul match --asks asks.jsonl --offers offers.jsonl --out result.json
  pul explain --asks asks.jsonl --offers offers.jsonl ASK OFFER
  pul why-not --asks asks.jsonl --offers offers.jsonl ASK OFFER
  pul skills brief.txt                                           skills from words
  pul pack show skill react                                      what the corridor knows
`pul --help` tells the rest; docs/import.md explains mapping files. `pul` is target/release/pul.";

struct Story<'a> {
    tour: &'a Tour,
    ask: &'a Ask,
    names: &'a Labels<'a>,
    mutual: (u32, u32),
}

impl Story<'_> {
    fn telling<'t>(&'t self, offer: &'t Offer) -> Telling<'t> {
        Telling {
            locale: Locale::new(Language::English),
            ask: self.ask,
            offer,
            names: self.names,
            mutual: self.mutual,
        }
    }

    fn world(&self, corridor: &str) -> String {
        let world = &self.tour.world;
        let matched = self.tour.shortlists.iter().filter(|l| !l.matches.is_empty()).count();
        format!(
            "{corridor}: an example world of {} invented parties, {} asks and {} offers.\n\
             {matched} asks have at least one offer that passes every hard rule.\n",
            world.parties.len(),
            world.asks.len(),
            world.offers.len()
        )
    }

    fn ask_in_words(&self) -> String {
        let common = &self.ask.common;
        let mut lines = vec![format!(
            "AN ASK  {} of {} seeks: {}",
            common.id,
            self.names.name(common.party.as_str()),
            common.title
        )];
        for importance in [Importance::Must, Importance::Should, Importance::Nice] {
            let wanted: Vec<String> = self
                .ask
                .skills
                .iter()
                .filter(|r| r.importance == importance)
                .map(|r| format!("{} {}", self.names.name(r.skill.as_str()), r.level.get()))
                .collect();
            if !wanted.is_empty() {
                lines.push(format!(
                    "  {:<7} {}",
                    format!("{importance:?}").to_lowercase(),
                    wanted.join(", ")
                ));
            }
        }
        let budget = self.ask.budget.map_or_else(|| "not stated".to_owned(), |b| b.to_string());
        lines.push(format!("  budget  {budget}; people {}", self.ask.people));
        if let Some(period) = &self.ask.period {
            lines.push(format!("  dates   {} to {}", period.from(), period.until()));
        }
        lines.push("\nITS SHORTLIST".to_owned());
        lines.join("\n")
    }

    fn shortlist(&self) -> Rows {
        let mut rows = Rows::new(&["rank", "offer", "party", "role", "rate", "score of 40,000"], &[0, 5]);
        let list = &self.tour.shortlists[self.tour.shown];
        for (rank, found) in list.matches.iter().enumerate() {
            let Some(offer) = self.tour.offer(&found.offer) else { continue };
            rows.rows.push(vec![
                (rank + 1).to_string(),
                found.offer.to_string(),
                self.names.name(offer.common.party.as_str()),
                offer.common.title.clone(),
                offer.rate.map_or_else(String::new, |r| r.to_string()),
                found.score.to_string(),
            ]);
        }
        rows
    }

    fn explanation(&self) -> Result<(), Error> {
        let Some(best) = self.tour.shortlists[self.tour.shown].matches.first() else { return Ok(()) };
        let Some(offer) = self.tour.offer(&best.offer) else { return Ok(()) };
        let telling = self.telling(offer);
        output::text(&format!("\nWHY {} IS FIRST", best.offer))?;
        output::text(&telling.rows(best).table())?;
        output::text(&telling.mutual(best))
    }

    fn why_not(&self) -> Result<(), Error> {
        let Some(apart) = &self.tour.kept_apart else { return Ok(()) };
        let Some(offer) = self.tour.offer(&apart.offer) else { return Ok(()) };
        let telling = self.telling(offer);
        let party = self.names.name(offer.common.party.as_str());
        output::text(&format!("\nWHY NOT {} ({party})", apart.offer))?;
        output::text(&why_not::rows(&telling, apart).table())?;
        output::text(&format!("{}\n", why_not::verdict(&telling, apart)))
    }
}
