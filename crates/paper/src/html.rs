//! A page that stands alone: no script, no network, one style sheet inside it.

use crate::{Block, Column, Document, Fact, Hand, Note, Print, Row, RowKind, Span, Table, Text};
use pul_locale::Locale;
use std::fmt::Write;

/// What stands in the page's one `style` element, to the byte: a server with a content security
/// policy names its hash there.
pub fn style(print: &Print) -> String {
    let sheet = print.sheet.css();
    format!("\n{}@page {{ size: {sheet}; }}\n", include_str!("style.css"))
}

/// The document as an HTML page that also prints well.
pub fn html(document: &Document, print: &Print) -> String {
    let language = document.language;
    let hand = match print.hand {
        Hand::Nastaliq => "nastaliq",
        Hand::Naskh => "naskh",
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{}</style>\n</head>\n\
         <body class=\"{hand}\">\n<main>\n<h1>{title}</h1>\n",
        language.tag(),
        language.direction(),
        style(print),
        title = escape(&document.title),
    );
    if let Some(lead) = &document.lead {
        put(&mut out, format_args!("<p class=\"lead\">{}</p>\n", spans(lead)));
    }
    parts(&mut out, document, print);
    out.push_str("</main>\n");
    if !document.foot.is_empty() {
        put(&mut out, format_args!("<footer><bdi>{}</bdi></footer>\n", escape(&document.foot)));
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// The document's parts and notes alone, for a page that has its own frame, heading and sheet.
/// Sections start at `h2`.
pub fn fragment(document: &Document, print: &Print) -> String {
    let mut out = String::new();
    parts(&mut out, document, print);
    out
}

fn parts(out: &mut String, document: &Document, print: &Print) {
    for block in &document.blocks {
        self::block(out, block, document, print);
    }
    if document.notes.is_empty() {
        return;
    }
    let heading = escape(&Locale::new(document.language).say("paper-notes", &[]));
    put(out, format_args!("<h2>{heading}</h2>\n<ol class=\"notes\">\n"));
    for (number, note) in (1..).zip(&document.notes) {
        self::note(out, number, note);
    }
    out.push_str("</ol>\n");
}

/// Writing to a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments) {
    let _ = out.write_fmt(text);
}

fn block(out: &mut String, block: &Block, document: &Document, print: &Print) {
    match block {
        Block::Heading(text) => put(out, format_args!("<h2>{}</h2>\n", escape(text))),
        Block::Paragraph(text) => put(out, format_args!("<p>{}</p>\n", spans(text))),
        Block::Remark(text) => put(out, format_args!("<p class=\"remark\">{}</p>\n", spans(text))),
        Block::Facts(facts) => self::facts(out, facts),
        Block::Table(table) if table.columns.is_empty() => {}
        Block::Table(table) => self::table(out, table),
        Block::Chart(chart) => put(
            out,
            format_args!(
                "<figure><figcaption>{}</figcaption>{}</figure>\n",
                escape(&chart.title),
                chart.svg(document.direction(), print.hand),
            ),
        ),
        Block::PageBreak => out.push_str("<div class=\"break\"></div>\n"),
    }
}

fn facts(out: &mut String, facts: &[Fact]) {
    out.push_str("<dl>\n");
    for fact in facts {
        let (name, value) = (spans(&fact.name), spans(&fact.value));
        put(out, format_args!("<dt>{name}</dt><dd>{value}</dd>\n"));
    }
    out.push_str("</dl>\n");
}

fn table(out: &mut String, table: &Table) {
    // A wide table scrolls by itself, and can be reached by keyboard to do so.
    // One of words alone is read row by row on a narrow screen, each cell with its heading.
    let words = words(&table.columns);
    let name = if words { " class=\"words\"" } else { "" };
    put(out, format_args!("<div class=\"wide\" tabindex=\"0\">\n<table{name}>\n"));
    if let Some(caption) = &table.caption {
        put(out, format_args!("<caption>{}</caption>\n", escape(caption)));
    }
    out.push_str("<thead><tr>");
    for column in &table.columns {
        let heading = spans(&column.heading);
        put(out, format_args!("<th scope=\"col\"{}>{heading}</th>", class(column)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        self::row(out, row, &table.columns, words);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn row(out: &mut String, row: &Row, columns: &[Column], words: bool) {
    let name = match row.kind {
        RowKind::Line => "",
        RowKind::Group => " class=\"group\"",
        RowKind::Subtotal => " class=\"subtotal\"",
        RowKind::Total => " class=\"total\"",
    };
    put(out, format_args!("<tr{name}>"));
    if row.kind == RowKind::Group {
        let heading = row.cells.first().map(spans).unwrap_or_default();
        put(out, format_args!("<th scope=\"rowgroup\" colspan=\"{}\">{heading}</th></tr>\n", columns.len()));
        return;
    }
    for (index, column) in columns.iter().enumerate() {
        let text = row.cells.get(index).map(spans).unwrap_or_default();
        let class = class(column);
        if index == 0 {
            put(out, format_args!("<th scope=\"row\"{class}>{text}</th>"));
        } else if words {
            let heading = columns.get(index).map(|column| escape(&column.heading.bare()));
            put(out, format_args!("<td data-label=\"{}\">{text}</td>", heading.unwrap_or_default()));
        } else {
            put(out, format_args!("<td{class}>{text}</td>"));
        }
    }
    out.push_str("</tr>\n");
}

/// Whether no column holds figures, which want to be seen under each other.
fn words(columns: &[Column]) -> bool {
    columns.iter().all(|column| !column.figures)
}

fn class(column: &Column) -> &'static str {
    if column.figures { " class=\"figure\"" } else { "" }
}

fn note(out: &mut String, number: usize, note: &Note) {
    put(out, format_args!("<li id=\"note-{number}\">{}", spans(&note.text)));
    if let Some(address) = &note.address {
        let shown = escape(address);
        match note.link() {
            Some(_) => put(out, format_args!(" <a href=\"{shown}\" dir=\"ltr\">{shown}</a>")),
            None => put(out, format_args!(" <bdi dir=\"ltr\">{shown}</bdi>")),
        }
    }
    out.push_str("</li>\n");
}

fn spans(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Plain(words) => escape(words),
        Span::Strong(words) => format!("<strong>{}</strong>", escape(words)),
        Span::Name(words) => format!("<bdi>{}</bdi>", escape(words)),
        Span::Note(number) => format!("<sup><a href=\"#note-{number}\">{number}</a></sup>"),
    };
    text.spans.iter().map(span).collect()
}

/// Text made safe between tags and inside quoted attributes. Characters no HTML or SVG may
/// hold are shown as a replacement character.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}
