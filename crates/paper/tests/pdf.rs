//! The PDF: right from the first byte, the same each time, and never refused.
#![cfg(feature = "pdf")]

mod quote;

use pul_locale::Language;
use pul_paper::{Bar, BarChart, Block, Column, Document, Hand, Note, Print, Row, Sheet, Table, Text};
use std::io::Write;
use std::process::{Command, Stdio};

fn print() -> Print {
    Print { sheet: Sheet::Letter, hand: Hand::Nastaliq }
}

/// What a reader copies out of the file; `None` where the tool is not installed.
fn text(pdf: &[u8]) -> Option<String> {
    let mut child = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(pdf).ok()?;
    let output = child.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()
}

#[test]
fn the_same_quote_gives_the_same_bytes() {
    for language in Language::ALL {
        let paper = quote::quote(language);
        let first = pul_paper::pdf(&paper, &print()).expect("a quote can be set");
        let second = pul_paper::pdf(&paper, &print()).expect("a quote can be set");
        assert!(first == second, "{language}");
        assert!(first.bytes.starts_with(b"%PDF-1.7"), "{language}");
        assert!(first.bytes.trim_ascii_end().ends_with(b"%%EOF"), "{language}");
        let pages = if language == Language::Urdu { 3 } else { 2 };
        assert_eq!(first.pages, pages, "{language}");
    }
}

#[test]
fn words_and_figures_can_be_copied() {
    let expected = [
        (Language::English, ["Senior developer", "299,664.65", "Page 2 of 2", "Employer of record"]),
        (Language::French, ["Développeur principal", "299 664,65", "Page 2 de 2", "Employeur officiel"]),
    ];
    for (language, phrases) in expected {
        let pdf = pul_paper::pdf(&quote::quote(language), &print()).expect("a quote can be set");
        let Some(text) = text(&pdf.bytes) else {
            eprintln!("pdftotext is not installed: the text of the PDF is not checked");
            return;
        };
        let text = text.replace('\u{a0}', " ");
        for phrase in phrases {
            assert!(text.contains(phrase), "{language}: {phrase}\n{text}");
        }
    }
}

#[test]
fn nothing_is_refused() {
    // Longer than a PDF may link to.
    let long = "x".repeat(8_500);
    let texts = [
        "",
        " ",
        "#let x = 1; $ 1/0 $ \\u{0} *a* _b_ <c> @d `e`",
        "\u{0}\u{1}\u{2028}\u{fffe}",
        "中文 🙂 ہے",
        &long,
    ];
    // Two languages set all of it; a third would only take longer.
    let languages = [Language::English, Language::Urdu];
    for (text, language) in texts.iter().flat_map(|t| languages.map(|l| (*t, l))) {
        let mut paper = Document::new(language, text);
        let stray = Document::new(language, "").note(Note::new(""));
        paper.paragraph(Text::from(text).note(stray));
        paper.lead = Some(Text::empty());
        paper.heading(text);
        paper.facts([(text, Text::empty().name(text))]);
        paper.push(Table::new([]));
        let mut table = Table::new([Column::figure(text).weight(0)]).caption(text);
        table.push(Row::group(text));
        table.push(Row::total([text, text]));
        paper.push(table);
        let mut sums = Table::new([Column::text(text)]);
        sums.push(Row::total([text]));
        paper.push(sums);
        let bar = Bar { label: text.into(), figure: text.into(), size: i64::MIN, accent: true };
        paper.push(BarChart { title: text.into(), description: text.into(), bars: vec![bar] });
        paper.push(BarChart::default());
        paper.push(Block::PageBreak);
        paper.push(Block::PageBreak);
        paper.push(Block::Remark(Text::empty()));
        paper.foot = text.into();
        pul_paper::pdf(&paper, &Print::default())
            .unwrap_or_else(|fault| panic!("{language} {:.40?}: {:.200}", text, fault.to_string()));
        paper.note(Note::new(text).at(format!("https://{text}")));
        pul_paper::pdf(&paper, &Print::default())
            .unwrap_or_else(|fault| panic!("{language} {:.40?}: {:.200}", text, fault.to_string()));
    }
}
