//! The page and the plain text: what they look like, and what nothing may break.

mod quote;

use proptest::prelude::*;
use pul_locale::Language;
use pul_paper::{Bar, BarChart, Block, Column, Document, Hand, Note, Print, Row, Sheet, Table, Text};

/// A document with one of everything.
fn small(language: Language) -> Document {
    let mut paper = Document::new(language, "A & B");
    paper.lead = Some(Text::from("by ").name("لاہور <b>"));
    let law = paper.note(Note::new("Act, s. 1").at("https://laws.example/?a=1&b=2"));
    let odd = paper.note(Note::new("Elsewhere").at("javascript:alert(1)"));
    paper.facts([("Rate", Text::from("202.4735").note(law))]);
    let mut table = Table::new([Column::text("Line").weight(2), Column::figure("CAD")]).caption("Costs");
    table.push(Row::group("Fees"));
    table.push(Row::line([Text::from("Work").note(odd), "10.00".into()]));
    table.push(Row::line(["Short"]));
    table.push(Row::subtotal(["Subtotal", "10.00", "a third cell"]));
    table.push(Row::total(["Total", "10.00"]));
    paper.push(table);
    paper.push(Block::Remark(
        Text::empty().strong("Assumed").plain(": one thing that takes more than one line of forty columns."),
    ));
    paper.push(chart());
    paper.foot = "Pul".into();
    paper
}

fn chart() -> BarChart {
    let bar = |label: &str, figure: &str, size| Bar {
        label: label.into(),
        figure: figure.into(),
        size,
        accent: size < 0,
    };
    BarChart {
        title: "Saving".into(),
        description: "Saving by way to engage".into(),
        bars: vec![bar("Firm", "30", 30), bar("Hire", "-10", -10), bar("None", "0", 0)],
    }
}

#[test]
fn a_page_is_whole_and_escaped() {
    let print = Print { sheet: Sheet::Letter, hand: Hand::Naskh };
    let page = pul_paper::html(&small(Language::Urdu), &print);
    let (head, rest) = page.split_once("<style>").expect("a style");
    let (style, body) = rest.split_once("</style>").expect("the end of the style");
    assert_eq!(style, pul_paper::style(&print));
    assert!(style.ends_with("@page { size: letter; }\n"));
    // A source file may not hold the isolates of the chart.
    insta::assert_snapshot!(pul_locale::strip(&format!("{head}{body}")), @r##"
    <!DOCTYPE html>
    <html lang="ur-PK" dir="rtl">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A &amp; B</title>

    </head>
    <body class="naskh">
    <main>
    <h1>A &amp; B</h1>
    <p class="lead">by <bdi>لاہور &lt;b&gt;</bdi></p>
    <dl>
    <dt>Rate</dt><dd>202.4735<sup><a href="#note-1">1</a></sup></dd>
    </dl>
    <div class="wide" tabindex="0">
    <table>
    <caption>Costs</caption>
    <thead><tr><th scope="col">Line</th><th scope="col" class="figure">CAD</th><th scope="col"></th></tr></thead>
    <tbody>
    <tr class="group"><th scope="rowgroup" colspan="3">Fees</th></tr>
    <tr><th scope="row">Work<sup><a href="#note-2">2</a></sup></th><td class="figure">10.00</td><td></td></tr>
    <tr><th scope="row">Short</th><td class="figure"></td><td></td></tr>
    <tr class="subtotal"><th scope="row">Subtotal</th><td class="figure">10.00</td><td>a third cell</td></tr>
    <tr class="total"><th scope="row">Total</th><td class="figure">10.00</td><td></td></tr>
    </tbody>
    </table>
    </div>
    <p class="remark"><strong>Assumed</strong>: one thing that takes more than one line of forty columns.</p>
    <figure><figcaption>Saving</figcaption><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 128" role="img" direction="ltr" font-family="'Noto Naskh Arabic','Noto Sans',sans-serif" font-size="13"><title>Saving</title><desc>Saving by way to engage</desc><text x="434" y="14" text-anchor="end">Firm</text><text x="6" y="14" text-anchor="start">30</text><rect x="0" y="18" width="330" height="14" fill="#8aa6a0"/><text x="434" y="56" text-anchor="end">Hire</text><text x="6" y="56" text-anchor="start">-10</text><rect x="330" y="60" width="110" height="14" fill="#0b5d4e"/><text x="434" y="98" text-anchor="end">None</text><text x="6" y="98" text-anchor="start">0</text><rect x="330" y="102" width="1" height="14" fill="#8aa6a0"/><path d="M330 0V126" stroke="#555" stroke-width="1"/></svg></figure>
    <h2>نوٹ اور ماخذ</h2>
    <ol class="notes">
    <li id="note-1">Act, s. 1 <a href="https://laws.example/?a=1&amp;b=2" dir="ltr">https://laws.example/?a=1&amp;b=2</a></li>
    <li id="note-2">Elsewhere <bdi dir="ltr">javascript:alert(1)</bdi></li>
    </ol>
    </main>
    <footer><bdi>Pul</bdi></footer>
    </body>
    </html>
    "##);
}

#[test]
fn plain_text_is_aligned() {
    insta::assert_snapshot!(pul_paper::plain(&small(Language::English), 40), @"
    A & B
    =====

    by لاہور <b>

    Rate  202.4735[1]

    Costs
    Line        CAD
    -----------------------------
    Fees
    Work[2]   10.00
    Short
    -----------------------------
    Subtotal  10.00  a third cell
    -----------------------------
    Total     10.00

    ! Assumed: one thing that takes more
      than one line of forty columns.

    Saving
    Firm   30  ████████████████████████
    Hire  -10  ░░░░░░░░
    None    0

    Notes and sources
    -----------------

    [1] Act, s. 1
        https://laws.example/?a=1&b=2
    [2] Elsewhere javascript:alert(1)

    Pul
    ");
}

#[test]
fn pages_reach_for_nothing() {
    for language in Language::ALL {
        let page = pul_paper::html(&quote::quote(language), &Print::default());
        assert!(page.contains(&format!(
            "<html lang=\"{}\" dir=\"{}\">",
            language.tag(),
            language.direction()
        )));
        for never in ["<script", "url(", "src=\"", "@import", "<link", "⟦"] {
            assert!(!page.contains(never), "{language}: {never}");
        }
    }
}

/// A document that says `text` wherever something can be said.
fn full_of(text: &str) -> Document {
    let mut paper = Document::new(Language::Urdu, text);
    let note = paper.note(Note::new(text).at(text));
    paper.heading(text);
    paper.paragraph(Text::empty().name(text).strong(text).note(note));
    let mut table = Table::new([]);
    table.push(Row::group(text));
    table.push(Row::line([text, text]));
    paper.push(table);
    let bar = Bar { label: text.into(), figure: text.into(), size: i64::MIN, accent: false };
    paper.push(BarChart { title: text.into(), description: text.into(), bars: vec![bar] });
    paper.foot = text.into();
    paper
}

proptest! {
    #[test]
    fn any_text_stays_text(text in r#"[<>&"'a-z=/ -]{1,20}|.+"#, width in 0_usize..200) {
        let page = |text: &str| pul_paper::html(&full_of(text), &Print::default());
        // As many tags and attributes as for a harmless text: nothing was read as markup.
        let (this, harmless) = (page(&text), page("x"));
        for sign in ['<', '>', '"'] {
            prop_assert_eq!(this.matches(sign).count(), harmless.matches(sign).count());
        }
        pul_paper::plain(&full_of(&text), width);
    }
}
