//! The paper of a quote: what is printed, shown on a terminal and put into a PDF.

use crate::{Part, Shown, Told, deal, explain, lines, range, twice, ways};
use pul_paper::Document;

/// All ways compared, or one in full; with explanations if asked for.
pub fn document(told: &Told<'_>, shown: &Shown<'_>) -> Document {
    let title = match shown.way {
        Some(way) => told.say("quote-title-way", &[("way", told.label(&way.label).into())]),
        None => told.say("quote-title", &[]),
    };
    let mut paper = Document::new(told.locale.language(), title);
    let priced = shown.priced;
    paper.lead = Some(told.say("quote-lead", &[("date", told.date(priced.day).into())]).into());
    let only_a_line = shown.explain.is_some_and(|line| !line.is_empty());
    if !only_a_line {
        deal::deal(told, priced, &mut paper);
        ways::ways(told, shown, &mut paper);
        lines::lines(told, shown, &mut paper);
        lines::balances(told, shown, &mut paper);
        range::range(told, shown, &mut paper);
        range::tips(told, shown, &mut paper);
        twice::papers(told, shown, &mut paper);
        twice::standings(told, shown, &mut paper);
    }
    explain::explain(told, shown, &mut paper);
    paper.paragraph(told.say("quote-scope", &[]));
    paper.foot = told.foot();
    paper
}

/// One part of it, with the notes that part needs.
pub fn part(told: &Told<'_>, shown: &Shown<'_>, part: Part) -> Document {
    let mut paper = Document::new(told.locale.language(), told.say("quote-title", &[]));
    match part {
        Part::Ways => {
            deal::deal(told, shown.priced, &mut paper);
            ways::ways(told, shown, &mut paper);
            range::range(told, shown, &mut paper);
            range::tips(told, shown, &mut paper);
        }
        Part::Lines => {
            lines::lines(told, shown, &mut paper);
            lines::balances(told, shown, &mut paper);
        }
        Part::Papers => {
            twice::papers(told, shown, &mut paper);
            twice::standings(told, shown, &mut paper);
        }
        Part::Trace => explain::explain(told, shown, &mut paper),
    }
    paper.paragraph(told.say("quote-scope", &[]));
    paper
}
