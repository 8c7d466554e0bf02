//! Plain text, for terminals and mail.

use crate::{BarChart, Block, Document, Fact, Row, RowKind, Table};
use pul_locale::Locale;
use unicode_width::UnicodeWidthStr;

/// The document as text in lines of at most `width` columns (at least 40), but for tables,
/// whose figures are never broken. Notes stand at the end under their numbers. A terminal
/// that handles right-to-left text turns the lines of an Urdu document itself.
pub fn plain(document: &Document, width: usize) -> String {
    let width = width.max(40);
    let locale = Locale::new(document.language);
    let mut parts = vec![underlined(&document.title, '=')];
    if let Some(lead) = &document.lead {
        parts.push(wrapped(&lead.bare(), width, ""));
    }
    for block in &document.blocks {
        parts.push(match block {
            Block::Heading(text) => underlined(text, '-'),
            Block::Paragraph(text) => wrapped(&text.bare(), width, ""),
            Block::Remark(text) => wrapped(&text.bare(), width, "! "),
            Block::Facts(facts) => self::facts(facts),
            Block::Table(table) => self::table(table, width),
            Block::Chart(chart) => self::chart(chart),
            Block::PageBreak => continue,
        });
    }
    if !document.notes.is_empty() {
        parts.push(underlined(&locale.say("paper-notes", &[]), '-'));
        let note = |(number, note): (usize, &crate::Note)| {
            let address = note.address.as_deref().unwrap_or_default();
            let text = format!("{} {address}", note.text.bare());
            wrapped(text.trim_end(), width, &format!("[{number}] "))
        };
        parts.push((1..).zip(&document.notes).map(note).collect());
    }
    if !document.foot.is_empty() {
        parts.push(wrapped(&document.foot, width, ""));
    }
    parts.join("\n")
}

fn underlined(text: &str, line: char) -> String {
    let text = clean(text);
    format!("{text}\n{}\n", line.to_string().repeat(text.width()))
}

/// Text without what would steer a terminal.
fn clean(text: &str) -> String {
    pul_locale::strip(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Lines of at most `width` columns, the first one led in by `mark`, the others set under it.
fn wrapped(text: &str, width: usize, mark: &str) -> String {
    let indent = " ".repeat(mark.width());
    let mut out = String::new();
    let mut line = String::new();
    // Not `split_whitespace`: figures hold together by spaces that do not break.
    for word in clean(text).split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && indent.len() + line.width() + 1 + word.width() > width {
            push_line(&mut out, &line, mark, &indent);
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    push_line(&mut out, &line, mark, &indent);
    out
}

fn push_line(out: &mut String, line: &str, mark: &str, indent: &str) {
    out.push_str(if out.is_empty() { mark } else { indent });
    out.push_str(line);
    out.push('\n');
}

fn facts(facts: &[Fact]) -> String {
    let names: Vec<String> = facts.iter().map(|fact| clean(&fact.name.bare())).collect();
    let width = names.iter().map(|name| name.width()).max().unwrap_or(0);
    names
        .iter()
        .zip(facts)
        .map(|(name, fact)| format!("{}  {}\n", padded(name, width, false), clean(&fact.value.bare())))
        .collect()
}

fn padded(text: &str, width: usize, figures: bool) -> String {
    let space = " ".repeat(width.saturating_sub(text.width()));
    if figures { space + text } else { text.to_owned() + &space }
}

fn table(table: &Table, width: usize) -> String {
    let cells = |row: &Row| -> Vec<String> {
        let cell = |i: usize| row.cells.get(i).map(|text| clean(&text.bare())).unwrap_or_default();
        (0..table.columns.len()).map(cell).collect()
    };
    let head: Vec<String> = table.columns.iter().map(|c| clean(&c.heading.bare())).collect();
    let rows: Vec<(RowKind, Vec<String>)> = table.rows.iter().map(|r| (r.kind, cells(r))).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|i| {
            let own = rows.iter().filter(|(kind, _)| *kind != RowKind::Group);
            own.map(|(_, cells)| cells[i].width()).chain([head[i].width()]).max().unwrap_or(0)
        })
        .collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths).zip(&table.columns);
        let texts: Vec<String> = cells.map(|((text, w), c)| padded(text, *w, c.figures)).collect();
        texts.join("  ").trim_end().to_owned() + "\n"
    };
    let full = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    let rule = "-".repeat(full) + "\n";
    let caption = table.caption.as_ref().map(|caption| wrapped(caption, width, ""));
    let mut out = caption.unwrap_or_default() + &line(&head) + &rule;
    for (kind, cells) in &rows {
        match kind {
            RowKind::Line => out += &line(cells),
            RowKind::Group => out += &format!("{}\n", cells.first().map_or("", |text| text)),
            RowKind::Subtotal | RowKind::Total => out += &(rule.clone() + &line(cells)),
        }
    }
    out
}

fn chart(chart: &BarChart) -> String {
    let bars = &chart.bars;
    let labels: Vec<String> = bars.iter().map(|bar| clean(&bar.label)).collect();
    let figures: Vec<String> = bars.iter().map(|bar| clean(&bar.figure)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| text.width()).max().unwrap_or(0);
    let (label_width, figure_width) = (widest(&labels), widest(&figures));
    let longest = bars.iter().map(|bar| bar.size.unsigned_abs()).max().unwrap_or(0).max(1);
    let mut out = clean(&chart.title) + "\n";
    for ((bar, label), figure) in bars.iter().zip(&labels).zip(&figures) {
        let cells = u128::from(bar.size.unsigned_abs()) * 24 / u128::from(longest);
        // At most 24 by construction.
        let drawn = if bar.size < 0 { "░" } else { "█" }.repeat(usize::try_from(cells).unwrap_or(24));
        let (label, figure) = (padded(label, label_width, false), padded(figure, figure_width, true));
        out += &format!("{label}  {figure}  {drawn}");
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}
