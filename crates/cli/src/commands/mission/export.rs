//! `pul mission export`: a plan for people.

use super::shown;
use crate::arguments::General;
use crate::commands::paper_file;
use crate::commands::telling::language;
use crate::output;
use pul_app::mission::{self, Edition};
use pul_app::{Error, files};
use pul_calendar::{Clock, Issue, feed};
use pul_domain::{Mission, MissionPlan, PartyId};
use pul_locale::{Language, Locale};
use pul_paper::{Document, plain};
use pul_timetable::{Told, fairness, party_sheet, picture, utilisation, workbook};
use std::path::{Path, PathBuf};

/// Columns of a sheet on a terminal.
const WIDTH: usize = 110;

/// Calendars for everybody, the organiser's workbook, a party's sheet, the picture of the whole.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul mission export mission.json plan.json --ics calendars --xlsx plan.xlsx --picture plan.svg\n  \
    pul mission export mission.json plan.json --sheet party-0012 --paper sheet.html --language ur"
)]
#[command(group(clap::ArgGroup::new("form").required(true).multiple(true)))]
pub struct Export {
    /// The mission as it was planned
    mission: PathBuf,
    /// The plan, or editions of it, of which people see the published one
    plan: PathBuf,
    /// Write a calendar for each delegate into this folder
    #[arg(long, value_name = "DIR", group = "form")]
    ics: Option<PathBuf>,
    /// Write the organiser's workbook
    #[arg(long, value_name = "FILE", group = "form")]
    xlsx: Option<PathBuf>,
    /// Write the picture of the whole timetable, as SVG
    #[arg(long, value_name = "FILE", group = "form")]
    picture: Option<PathBuf>,
    /// How places are used and meetings are spread, as a paper: .html, .pdf or .txt
    #[arg(long, value_name = "FILE", group = "form")]
    charts: Option<PathBuf>,
    /// The sheet of this party
    #[arg(long, value_name = "PARTY", group = "form")]
    sheet: Option<PartyId>,
    /// Write the sheet as a paper: .html, .pdf or .txt
    #[arg(long, value_name = "FILE", requires = "sheet")]
    paper: Option<PathBuf>,
    /// Calendars: the plan people saw before, whose lost meetings are shown as cancelled
    #[arg(long, value_name = "PLAN")]
    previous: Option<PathBuf>,
    /// Calendars: write instants in UTC instead of each person's wall clock
    #[arg(long)]
    utc: bool,
    /// Calendars: the host that makes ids unique
    #[arg(long, default_value = "pul.invalid")]
    host: String,
    /// Calendars: minutes before a meeting to be reminded at; may be given again
    #[arg(long, value_name = "MINUTES", default_values_t = [15])]
    remind: Vec<u16>,
    /// Calendars: how often people were told something new; editions know it themselves
    #[arg(long, value_name = "N", default_value_t = 1)]
    told: u32,
    /// Language of what is written: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

impl Export {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let (stated, edition) = (mission::read_mission(&self.mission)?, mission::read_edition(&self.plan)?);
        let plan = &edition.plan;
        mission::verify(&stated, plan)?;
        let told = shown::told(&stated, self.language);
        if let Some(folder) = &self.ics {
            let count = self.calendars(&stated, &edition, folder)?;
            self.tell(general, &format!("{count} calendars in {}", folder.display()))?;
        }
        if let Some(path) = &self.xlsx {
            let bytes = workbook(&told, plan).map_err(|fault| Error::Missing {
                what: format!("no workbook could be made: {fault}"),
                cure: "Print the plan with --format csv instead".into(),
            })?;
            files::write(path, &bytes)?;
        }
        if let Some(path) = &self.picture {
            files::write(path, picture(&told, plan).as_bytes())?;
        }
        if let Some(path) = &self.charts {
            paper_file::write(path, &charts(&told, plan))?;
        }
        self.sheet.as_ref().map_or(Ok(()), |party| self.sheet_of(&stated, &edition, party))
    }

    fn tell(&self, general: &General, what: &str) -> Result<(), Error> {
        if general.quiet { Ok(()) } else { output::text(what) }
    }

    fn calendars(&self, stated: &Mission, edition: &Edition, folder: &Path) -> Result<usize, Error> {
        let before = self.previous.as_deref().map(mission::read_plan).transpose()?;
        let (version, stamp) = edition.told.unwrap_or_else(|| (self.told, pul_app::now()));
        let issue = Issue {
            mission: stated,
            version,
            stamp,
            host: &self.host,
            organiser: None,
            locale: Locale::new(self.language),
            clock: if self.utc { Clock::Utc } else { Clock::Zoned },
            remind: &self.remind,
        };
        let delegates = stated.attendees.iter().flat_map(|a| &a.delegates);
        let all: Vec<(String, Vec<u8>)> = delegates
            .map(|d| {
                let text = feed(&issue, &edition.plan, before.as_ref(), d);
                // A colon ends the name of a drive on some systems.
                (format!("{}.ics", d.as_str().replace(':', "_")), text.into_bytes())
            })
            .collect();
        mission::write_into(folder, &all)?;
        Ok(all.len())
    }

    fn sheet_of(&self, stated: &Mission, edition: &Edition, party: &PartyId) -> Result<(), Error> {
        if stated.attendee(party).is_none() {
            return Err(Error::Missing {
                what: format!("{party} does not take part"),
                cure: "Give the id of a party of the mission".into(),
            });
        }
        let version = edition.told.map(|(version, _)| version);
        match &self.paper {
            Some(path) => {
                let told = Told { locale: Locale::new(self.language).with_isolates(), mission: stated };
                paper_file::write(path, &party_sheet(&told, &edition.plan, party, version))
            }
            None => {
                let told = shown::told(stated, self.language);
                output::text(&plain(&party_sheet(&told, &edition.plan, party, version), WIDTH))
            }
        }
    }
}

/// Both charts, under the sentences that say what they show.
fn charts(told: &Told<'_>, plan: &MissionPlan) -> Document {
    let mut paper = Document::new(told.locale.language(), told.mission.title.as_str());
    for chart in [utilisation(told, plan), fairness(told, plan)] {
        paper.paragraph(chart.description.clone());
        paper.push(chart);
    }
    paper
}
