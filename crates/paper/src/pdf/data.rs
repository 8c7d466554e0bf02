//! The document as the data that the template reads.

use crate::{Block, Document, Hand, Print, RowKind, Span, Text};
use pul_locale::{Direction, Locale, Value, isolate};
use serde_json::{Value as Json, json};

pub(super) fn json(document: &Document, print: &Print) -> Json {
    let locale = Locale::new(document.language);
    let shown = |text: &Text| spans(text, document);
    // The template knows the page numbers, the locale knows the words around them.
    let places = [("page", Value::from("{page}")), ("pages", Value::from("{pages}"))];
    let (language, region) = document.language.tag().split_once('-').unwrap_or(("en", "CA"));
    let hand = match (document.direction(), print.hand) {
        (Direction::Ltr, _) => "latin",
        (Direction::Rtl, Hand::Nastaliq) => "nastaliq",
        (Direction::Rtl, Hand::Naskh) => "naskh",
    };
    json!({
        "language": language,
        "region": region,
        "hand": hand,
        "sheet": print.sheet.typst(),
        "title": document.title,
        "lead": document.lead.as_ref().map(shown),
        "blocks": document.blocks.iter().map(|b| block(b, document, print)).collect::<Vec<_>>(),
        "notesHeading": locale.say("paper-notes", &[]),
        "notes": document.notes.iter().map(|note| json!({
            "text": shown(&note.text),
            "address": note.address,
            "link": note.link().is_some(),
        })).collect::<Vec<_>>(),
        "foot": document.foot,
        "pageWords": locale.say("paper-page", &places),
    })
}

/// Whether a name has letters that run against the page. Only then is it isolated: the marks
/// are invisible, but stay in what a reader copies.
fn foreign(name: &str, page: Direction) -> bool {
    let right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    match page {
        Direction::Ltr => name.chars().any(right_to_left),
        Direction::Rtl => !name.chars().all(right_to_left),
    }
}

fn spans(text: &Text, document: &Document) -> Json {
    let direction = document.direction();
    let span = |span: &Span| match span {
        Span::Plain(words) => json!({"kind": "plain", "text": words}),
        Span::Strong(words) => json!({"kind": "strong", "text": words}),
        Span::Name(words) if foreign(words, direction) => json!({"kind": "plain", "text": isolate(words)}),
        Span::Name(words) => json!({"kind": "plain", "text": words}),
        Span::Note(number) => json!({
            "kind": "note",
            "text": number.to_string(),
            // A number taken from another document points nowhere in this one.
            "link": number.0 <= document.notes.len(),
        }),
    };
    text.spans.iter().map(span).collect()
}

fn block(block: &Block, document: &Document, print: &Print) -> Json {
    let shown = |text: &Text| spans(text, document);
    match block {
        Block::Heading(text) => json!({"kind": "heading", "text": text}),
        Block::Paragraph(text) => json!({"kind": "paragraph", "text": shown(text)}),
        Block::Remark(text) => json!({"kind": "remark", "text": shown(text)}),
        Block::Facts(facts) => json!({
            "kind": "facts",
            "facts": facts.iter().map(|fact| json!([shown(&fact.name), shown(&fact.value)])).collect::<Vec<_>>(),
        }),
        Block::Table(table) => json!({
            "kind": "table",
            "caption": table.caption,
            "columns": table.columns.iter().map(|column| json!({
                "heading": shown(&column.heading),
                "figures": column.figures,
                "weight": column.weight.max(1),
            })).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| json!({
                "kind": match row.kind {
                    RowKind::Line => "line",
                    RowKind::Group => "group",
                    RowKind::Subtotal => "subtotal",
                    RowKind::Total => "total",
                },
                "cells": (0..table.columns.len())
                    .map(|i| row.cells.get(i).map_or_else(|| json!([]), shown))
                    .collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }),
        Block::Chart(chart) => json!({
            "kind": "chart",
            "title": chart.title,
            "description": chart.description,
            "svg": chart.svg(document.direction(), print.hand),
        }),
        Block::PageBreak => json!({"kind": "break"}),
    }
}
