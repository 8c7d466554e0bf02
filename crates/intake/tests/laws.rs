//! What holds of any bytes: no panic, every row accounted for, sound posts.

mod support;

use proptest::prelude::*;
use pul_domain::{Findings, Place};
use pul_intake::{Format, Imported, Input, Mapping, check_post, import, import_posts};
use support::{mapping, pack};

const COLUMNS: &str = "id,name,skills,rate,currency,from,until,city,lang,start";

fn everything() -> Mapping {
    mapping(
        r#"
about = "laws"
take_as = "offer"
id = "x-{id}"
title = "{name} {#}"
[party]
id = "{name}"
name = "{name}"
kind = "firm"
[read]
dates = ["%d/%m/%Y", "%Y-%m"]
separator = ";"
[sides]
constant = "pakistan"
[[skills]]
column = "skills"
level_mark = ":"
[amount]
column = "rate"
[currency]
column = "currency"
[per]
constant = "day"
[from]
column = "from"
[until]
column = "until"
[city]
column = "city"
[languages]
column = "lang"
[hours_start]
column = "start"
[hours_end]
constant = "17:00"
"#,
    )
}

fn accounted_for(imported: &Imported) {
    let summary = &imported.summary;
    assert_eq!(summary.rows, summary.taken + summary.refused + summary.passed_over);
    assert_eq!(summary.taken, imported.taken.len() as u64);
    assert_eq!(summary.findings.values().sum::<u64>(), imported.findings.iter().count() as u64);
    for taken in &imported.taken {
        let mut findings = Findings::new();
        check_post(&taken.post, pack(), &Place::default(), &mut findings);
        assert!(!findings.has_faults(), "{findings:?}");
    }
}

/// Cells that the readers care about.
fn cell() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "a1",
        "Acme",
        "React:4",
        "React;SQL;SQL:9",
        "-5",
        "1,250.5",
        "5.555",
        "USD",
        "PKR",
        "XXX",
        "2026-12-01",
        "31/12/2026",
        "2026-01",
        "Lahore",
        "Lahor",
        "en:B2;en:C1",
        "ur",
        "09:00",
        "24:00",
        "25:99",
        "\"",
        "é",
        "\u{200f}",
        "1e9",
        "99999999999999999999",
    ])
}

fn table() -> impl Strategy<Value = Vec<u8>> {
    let row = prop::collection::vec(cell(), 9..11).prop_map(|cells| {
        let quoted = cells.iter().map(|cell| match cell.contains(',') {
            true => format!("\"{cell}\""),
            false => (*cell).to_owned(),
        });
        quoted.collect::<Vec<_>>().join(",")
    });
    prop::collection::vec(row, 0..12).prop_map(|rows| format!("{COLUMNS}\n{}", rows.join("\n")).into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn tables_of_likely_cells(bytes in table()) {
        accounted_for(&import(&Input { name: "t", format: Format::Csv, bytes: &bytes }, &everything(), pack()));
    }

    #[test]
    fn any_bytes_as_any_format(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mapping = everything();
        for format in [Format::Csv, Format::Xlsx, Format::JsonLines] {
            accounted_for(&import(&Input { name: "t", format, bytes: &bytes }, &mapping, pack()));
        }
        accounted_for(&import_posts(&Input { name: "t", format: Format::JsonLines, bytes: &bytes }, pack()));
        let (mapping, findings) = Mapping::read("m.toml", &bytes);
        prop_assert_eq!(mapping.is_none(), findings.has_faults());
    }
}
