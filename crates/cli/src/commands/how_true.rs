//! `pul how-true`: how true is "70 % cheaper", for each kind of buyer?

use crate::arguments::{Format, General};
use crate::commands::paper_file;
use crate::commands::telling::language;
use crate::output::{self, Rows};
use pul_app::Error;
use pul_app::profiles::{self, HowTrue as Answered};
use pul_app::quote::Prices;
use pul_locale::Language;
use pul_pack::parameters::Number;
use pul_paper::{Bar, BarChart, Column, Document, Row, Table};
use pul_quote_paper::Told;
use std::path::PathBuf;

/// Holds a headline against what each kind of buyer of the pack really pays, with and
/// without research credits.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul how-true 70\n  pul how-true 70 --way firm --language fr --paper true.html"
)]
pub struct HowTrue {
    /// The saving claimed, in per cent
    #[arg(value_parser = claim)]
    claim: Number,
    /// One way instead of the cheapest abroad
    #[arg(long)]
    way: Option<String>,
    /// Day of the law and the figures; today if not told
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
    /// Language of the answer
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Write it as a paper: .html, .pdf or .txt
    #[arg(long, value_name = "FILE")]
    paper: Option<PathBuf>,
}

fn claim(text: &str) -> Result<Number, String> {
    let number = Number::read(text.trim_end_matches('%').trim());
    number
        .filter(|n| *n > Number::ZERO && *n <= Number::whole(100))
        .ok_or_else(|| format!("{text:?} is not a percentage above 0 and up to 100"))
}

impl HowTrue {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let prices = Prices::load(general.pack.as_deref())?;
        let day = self.as_of.unwrap_or_else(pul_app::today);
        let answered = profiles::how_true(&prices, day, self.claim, self.way.as_deref())?;
        let told = Told::new(self.language, &prices);
        if let Some(path) = &self.paper {
            return paper_file::write(path, &document(&told, &answered));
        }
        match general.format {
            Format::Json => output::json(&answered),
            Format::Csv => output::print(Format::Csv, &rows(&told, &answered), &()),
            Format::Table => output::text(&pul_paper::plain(&document(&told, &answered), 110)),
        }
    }
}

/// The answer as a paper: a sentence, a table, a chart, and who the buyers are.
pub fn document(told: &Told<'_>, answered: &Answered) -> Document {
    let claim = told.percent(Some(answered.claim)).replace(".0", "").replace(",0", "");
    let mut paper =
        Document::new(told.locale.language(), told.say("how-true-title", &[("claim", claim.into())]));
    paper.lead = Some(told.say("how-true-lead", &[("date", told.date(answered.day).into())]).into());
    paper.paragraph(summary(told, answered));
    let heads = ["quote-headline", "quote-saving-before", "quote-saving", "how-true-range"];
    let figures = heads.map(|key| Column::figure(told.say(key, &[])));
    let columns = [
        Column::text(told.say("how-true-kind", &[])).weight(3),
        Column::text(told.say("quote-way", &[])).weight(2),
    ];
    let last = [Column::text(told.say("how-true-answer", &[]))];
    let mut table = Table::new(columns.into_iter().chain(figures).chain(last));
    for answer in &answered.answers {
        let (least, most) = (told.percent(answer.range.0.percent), told.percent(answer.range.1.percent));
        table.push(Row::line([
            told.label(&answer.profile.label),
            told.numbered_way(&answer.way),
            told.percent(answer.headline.percent),
            told.percent(answer.before_credits.percent),
            told.percent(answer.saving.percent),
            told.locale.range(&least, &most),
            told.say(if answer.holds { "how-true-holds" } else { "how-true-fails" }, &[]),
        ]));
    }
    paper.push(table);
    paper.push(chart(told, answered));
    by_way(told, answered, &mut paper);
    paper.heading(told.say("how-true-notes", &[]));
    let notes = answered.answers.iter().map(|a| (told.label(&a.profile.label), told.label(&a.profile.note)));
    paper.facts(notes.collect::<Vec<_>>());
    paper.paragraph(told.say("quote-scope", &[]));
    paper.foot = told.foot();
    paper
}

/// What each way saves each kind of buyer, credits counted.
fn by_way(told: &Told<'_>, answered: &Answered, paper: &mut Document) {
    let Some(first) = answered.answers.first().map(|a| &a.profile.comparison) else { return };
    let ways: Vec<&str> =
        first.ways.iter().map(|w| w.way.as_str()).filter(|w| *w != first.baseline).collect();
    paper.heading(told.say("how-true-ways", &[]));
    let columns = ways.iter().map(|way| Column::figure(told.way_number(way)));
    let mut table =
        Table::new([Column::text(told.say("how-true-kind", &[])).weight(3)].into_iter().chain(columns));
    for answer in &answered.answers {
        let all = &answer.profile.comparison.ways;
        let saving = |id: &&str| {
            all.iter().find(|w| w.way == **id).map_or_else(String::new, |w| told.percent(w.saving.percent))
        };
        table.push(Row::line([told.label(&answer.profile.label)].into_iter().chain(ways.iter().map(saving))));
    }
    paper.push(table);
    paper.paragraph(told.locale.list_and(ways.iter().map(|way| told.numbered_way(way))));
}

fn summary(told: &Told<'_>, answered: &Answered) -> String {
    let answers = &answered.answers;
    let counted = || answers.iter().filter_map(|a| a.saving.percent);
    let before = || answers.iter().filter_map(|a| a.before_credits.percent);
    let holds = answers.iter().filter(|a| a.holds).count();
    told.say(
        "how-true-summary",
        &[
            ("n", holds.into()),
            ("of", answers.len().into()),
            ("least", told.percent(counted().min()).into()),
            ("most", told.percent(counted().max()).into()),
            ("least_before", told.percent(before().min()).into()),
            ("most_before", told.percent(before().max()).into()),
        ],
    )
}

fn chart(told: &Told<'_>, answered: &Answered) -> BarChart {
    let bars = answered.answers.iter().map(|answer| Bar {
        label: told.label(&answer.profile.label),
        figure: told.percent(answer.saving.percent),
        size: answer.saving.percent.map_or(0, |p| i64::try_from(p.to_minor(1)).unwrap_or_default()),
        accent: answer.holds,
    });
    BarChart {
        title: told.say("how-true-chart", &[]),
        description: told.say("how-true-chart-words", &[]),
        bars: bars.collect(),
    }
}

fn rows(told: &Told<'_>, answered: &Answered) -> Rows {
    let head = [
        "profile",
        "label",
        "way",
        "headline %",
        "saving before credits %",
        "saving %",
        "least %",
        "most %",
        "holds",
        "cost",
        "baseline cost",
    ];
    let mut rows = Rows::new(&head, &[3, 4, 5, 6, 7]);
    let percent = |p: Option<Number>| p.map_or_else(String::new, |p| p.written(1));
    for a in &answered.answers {
        let cost = |id: &str| {
            let way = a.profile.comparison.ways.iter().find(|w| w.way == id);
            way.map_or_else(String::new, |w| w.quote.totals.buyer_cost.to_string())
        };
        rows.rows.push(vec![
            a.profile.id.clone(),
            pul_locale::strip(&told.label(&a.profile.label)),
            a.way.clone(),
            percent(a.headline.percent),
            percent(a.before_credits.percent),
            percent(a.saving.percent),
            percent(a.range.0.percent),
            percent(a.range.1.percent),
            a.holds.to_string(),
            cost(&a.way),
            cost(&a.profile.comparison.baseline),
        ]);
    }
    rows
}
