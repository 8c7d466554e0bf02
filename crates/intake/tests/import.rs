//! What is wrong with files, found row by row; what is right, taken.

mod support;

use pul_intake::{Format, Input, Mapping, import, import_posts};
use support::{csv, mapping, pack, progress, sheet, told, workbook};

/// A mapping of offers with most kinds of field.
const OFFERS: &str = r#"
about = "test"
take_as = "offer"
id = "{id}"
[party]
id = "{name}"
name = "{name}"
kind = "firm"
[sides]
constant = "pakistan"
[[skills]]
column = "skills"
separator = ";"
level_mark = ":"
[amount]
column = "rate"
[currency]
column = "currency"
[per]
constant = "hour"
[from]
column = "from"
[until]
column = "until"
[city]
column = "city"
"#;

const HEADER: &str = "id,name,skills,rate,currency,from,until,city\n";

fn offers(rows: &str) -> String {
    told(&csv(format!("{HEADER}{rows}"), &mapping(OFFERS)))
}

#[test]
fn sound_rows_are_taken() {
    insta::assert_snapshot!(offers("a1,Acme,React:4;Go,\"1,250.50\",PKR,2026-12-01,2027-03-31,Lahore\n"), @r#"
    1: {"post":"offer","id":"a1","party":"acme","sides":["pakistan"],"title":"","city":"lahore","terms":{"kind":"service"},"skills":[{"skill":"go","level":3},{"skill":"react","level":4}],"rate":{"minor":125050,"currency":"PKR","per":"hour"},"people":1,"available_from":"2026-12-01","available_until":"2027-03-31","overlap":{},"record":{"confirmed_outcomes":0}}
    1 rows: 1 taken, 0 refused, 0 passed over
    "#);
}

#[test]
fn every_fault_of_a_row_is_told_and_the_row_left_out_whole() {
    insta::assert_snapshot!(offers(
        "a1,Acme,React:9;Reakt,-5,XXX,2027-02-01,2027-01-01,Lahor\n\
         a2,Bolt,SQL,-5,USD,32/13/2026,,\n\
         a3,Cove,SQL,5,usd,,,Lahore\n"
    ), @r#"
    3: {"post":"offer","id":"a3","party":"cove","sides":["pakistan"],"title":"","city":"lahore","terms":{"kind":"service"},"skills":[{"skill":"sql","level":3}],"rate":{"minor":500,"currency":"USD","per":"hour"},"people":1,"overlap":{},"record":{"confirmed_outcomes":0}}
    t.csv row 1 [city]: fault[unknown-city]: "Lahor" is no city of the pack. Cure: Did you mean `Lahore`? In a table, `values` of the mapping can say so.
    t.csv row 1 [skills]: fault[bad-level]: "9" is no level. Cure: Write a level from 1 (has met it) to 5 (is known for it).
    t.csv row 1 [skills]: fault[unknown-skill]: "Reakt" is no skill of the pack. Cure: Did you mean `React`? In a table, `values` of the mapping can say so.
    t.csv row 1 [currency]: fault[unknown-currency]: The pack has no exchange rate for XXX. Cure: Write the amount in one of CAD, PKR, USD, or add the rate to the pack.
    t.csv row 1 [rate]: fault[amount-incomplete]: There is an amount, "-5", but no currency to read it by. Cure: State it, or leave the amount empty.
    t.csv row 1 [until]: fault[end-before-start]: The end 2027-01-01 is before the start 2027-02-01. Cure: Swap the two days, or mend one.
    t.csv row 2 [rate]: fault[negative-rate]: "-5" is less than nothing. Cure: Write what is paid as a positive amount.
    t.csv row 2 [from]: fault[bad-date]: "32/13/2026" is no date. Cure: Write 2026-11-23, or state the file's format under `dates` in [read].
    3 rows: 1 taken, 2 refused, 0 passed over
    "#);
}

#[test]
fn things_handed_in_twice() {
    insta::assert_snapshot!(offers(
        "a1,Acme Inc.,SQL,5,USD,,,Lahore\n\
         a1,Acme Inc.,SQL,5,USD,,,Lahore\n\
         a1,Bolt,SQL,5,USD,,,Lahore\n\
         a4,ACME inc,sql,7,USD,,,Lahore\n"
    ), @r#"
    1: {"post":"offer","id":"a1","party":"acme-inc","sides":["pakistan"],"title":"","city":"lahore","terms":{"kind":"service"},"skills":[{"skill":"sql","level":3}],"rate":{"minor":500,"currency":"USD","per":"hour"},"people":1,"overlap":{},"record":{"confirmed_outcomes":0}}
    4: {"post":"offer","id":"a4","party":"acme-inc","sides":["pakistan"],"title":"","city":"lahore","terms":{"kind":"service"},"skills":[{"skill":"sql","level":3}],"rate":{"minor":700,"currency":"USD","per":"hour"},"people":1,"overlap":{},"record":{"confirmed_outcomes":0}}
    t.csv row 2: fault[duplicate-row]: The row is the same as row 1. Cure: Take one of the two away.
    t.csv row 3: fault[duplicate-id]: The id a1 is that of row 1 already (of this file or one read before). Cure: Give each post an id of its own.
    t.csv row 4: warning[near-duplicate]: Party, place and skills are those of row 1: perhaps one thing twice. Cure: Take one away if so; if not, name a column that keeps them apart under [duplicates] in the mapping.
    4 rows: 2 taken, 2 refused, 0 passed over
    "#);
}

#[test]
fn rows_that_are_no_rows() {
    let long = "x".repeat((1 << 20) + 1);
    insta::assert_snapshot!(offers(&format!(
        "a1,Acme,SQL\n\
         a2,{long},SQL,5,USD,,,\n\
         ,,SQL,5,USD,,,\n\
         a4,Dune,,5,USD,,,\n\
         a5,\"Echo,SQL,5,USD,,,\na6,Fox,SQL,5,USD,,,\n"
    )), @r#"
    t.csv:2 row 1: fault[ragged-row]: The row has 3 fields, the header 8. Cure: Put a field that holds the delimiter in "quotes"; add the missing fields.
    t.csv row 2 [name]: fault[field-too-large]: The field holds 1048577 bytes; at most 1048576 are taken. Cure: Shorten it; if the file looks right, look for a quote that is never closed.
    t.csv row 3 [id]: fault[missing-id]: The columns the id is made of are empty. Cure: Fill them, or make the id of the row number with {#} in the mapping.
    t.csv row 3 [party]: fault[missing-id]: The columns the id is made of are empty. Cure: Fill them, or make the id of the row number with {#} in the mapping.
    t.csv row 3 [party]: fault[missing-name]: The columns the party's name is made of are empty. Cure: Fill them in.
    t.csv row 4 [skills]: fault[no-skills]: The row names no skill of the pack. Cure: Name what is asked or offered, or lower `least_skills` in the mapping.
    t.csv:6 row 5: fault[ragged-row]: The row has 2 fields, the header 8. Cure: A field runs over several lines: look for a quote that is never closed.
    t.csv: fault[nothing-taken]: Of 5 rows, 5 were refused and 0 passed over; none was taken. Cure: Mend the rows by their findings, or the mapping's [[only]].
    5 rows: 0 taken, 5 refused, 0 passed over
    "#);
}

#[test]
fn empty_files_and_missing_columns() {
    let offers = mapping(OFFERS);
    let all = [
        "",
        "\u{feff}",
        "\n\n",
        HEADER,
        "id,name,skill,rate,currency,from,until\n1,2,3,4,5,6,7\n",
        "id,id,name,skills,rate,currency,from,until,city\n",
    ]
    .map(|text| told(&csv(text, &offers)));
    insta::assert_snapshot!(all.join("\n--\n"), @r#"
    t.csv: fault[empty-file]: There is nothing in it. Cure: Hand in a file with a line of column names and at least one row.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.csv: fault[empty-file]: There is nothing in it. Cure: Hand in a file with a line of column names and at least one row.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.csv: fault[empty-file]: There is nothing in it. Cure: Hand in a file with a line of column names and at least one row.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.csv: fault[nothing-taken]: There is no row under the header. Cure: Mend the rows by their findings, or the mapping's [[only]].
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.csv [city]: fault[missing-column]: The mapping reads the column "city", which the file has not. Cure: Mend the mapping or the file; it has: id, name, skill, rate, currency, from, until.
    t.csv [skills]: fault[missing-column]: The mapping reads the column "skills", which the file has not. Cure: Did you mean "skill"? Mend the mapping or the file.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.csv [id]: fault[duplicate-column]: Two columns are called "id", so it is unclear which is meant. Cure: Give each column of the file a name of its own.
    0 rows: 0 taken, 0 refused, 0 passed over
    "#);
}

#[test]
fn encodings_and_delimiters() {
    let offers = mapping(OFFERS);
    let text = "id;name;skills;rate;currency;from;until;city\na1;Café;\"SQL\";5;USD;;;\n";
    let (mut little, mut big) = (vec![0xff, 0xfe], vec![0xfe, 0xff]);
    text.encode_utf16().for_each(|unit| little.extend(unit.to_le_bytes()));
    text.encode_utf16().for_each(|unit| big.extend(unit.to_be_bytes()));
    let western: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let files = [
        format!("\u{feff}{text}").into_bytes(),
        little.clone(),
        big,
        little[2..].to_vec(),
        western,
        format!("sep=;\r\n{text}").into_bytes(),
        text.replace(';', "\t").into_bytes(),
    ];
    let all = files.map(|bytes| {
        let imported = csv(bytes, &offers);
        let name = imported.taken[0].party.as_ref().unwrap().name.clone();
        let findings: Vec<String> = imported.findings.iter().map(ToString::to_string).collect();
        format!("{name} {}", findings.join(" "))
    });
    insta::assert_snapshot!(all.join("\n"), @r#"
    Café 
    Café 
    Café 
    Café t.csv: warning[encoding-guessed]: Read as UTF-16LE, because half of its bytes are zero. Cure: If names look wrong, save the file as UTF-8 and hand it in again.
    Café t.csv: warning[encoding-guessed]: Read as windows-1252, because line 2 is not UTF-8. Cure: If names look wrong, save the file as UTF-8 and hand it in again.
    Café 
    Café
    "#);
}

#[test]
fn workbooks() {
    let head = ["id", "name", "skills", "rate", "currency", "from", "until", "city"]
        .map(|name| format!(r#"<c t="inlineStr"><is><t>{name}</t></is></c>"#));
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let (id, name, skills, money) = (text("a1"), text("Acme"), text("React:4; SQL"), text("USD"));
    // 0.1 + 0.2 as Excel stores it; 2026-12-01 as a day number with a date format.
    let row =
        [&id, &name, &skills, "<c><v>30.300000000000001</v></c>", &money, r#"<c s="1"><v>46357</v></c>"#];
    let stray = [&id, &name, &skills, "<c/>", "<c/>", "<c/>", "<c/>", "<c/>", r#"<c><v>7</v></c>"#];
    let bytes = workbook(&sheet(&[&head, &row, &[], &stray]));
    let read = |bytes: &[u8], text: &str| {
        told(&import(&Input { name: "t.xlsx", format: Format::Xlsx, bytes }, &mapping(text), pack()))
    };
    let other = OFFERS.replace("[party]", "[read]\nsheet = \"Firms\"\n[party]");
    let all = [
        read(&bytes, OFFERS),
        read(&bytes, &other),
        read(b"PK\x03\x04nonsense", OFFERS),
        read(&bytes[..bytes.len() / 2], OFFERS),
    ];
    insta::assert_snapshot!(all.join("\n--\n"), @r#"
    1: {"post":"offer","id":"a1","party":"acme","sides":["pakistan"],"title":"","terms":{"kind":"service"},"skills":[{"skill":"react","level":4},{"skill":"sql","level":3}],"rate":{"minor":3030,"currency":"USD","per":"hour"},"people":1,"available_from":"2026-12-01","overlap":{},"record":{"confirmed_outcomes":0}}
    t.xlsx row 3: fault[ragged-row]: There is "7" in a column that has no name. Cure: Name the column in the header, or empty the cell.
    2 rows: 1 taken, 1 refused, 0 passed over
    --
    t.xlsx: fault[missing-sheet]: The workbook has no sheet "Firms". Cure: Name one it has in the mapping: People.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.xlsx: fault[bad-workbook]: Not an Excel workbook: invalid Zip archive: Could not find EOCD. Cure: Save it as .xlsx, or as CSV.
    0 rows: 0 taken, 0 refused, 0 passed over
    --
    t.xlsx: fault[bad-workbook]: Not an Excel workbook: invalid Zip archive: Could not find EOCD. Cure: Save it as .xlsx, or as CSV.
    0 rows: 0 taken, 0 refused, 0 passed over
    "#);
}

#[test]
fn json_lines_through_a_mapping() {
    let lines = r#"{"id":"a1","name":"Acme","skills":["React:4","SQL"],"rate":30.30,"currency":"USD","city":"Lahore"}

{"id":"a2","name":"Bolt","skills":"SQL;Go","rate":{"x":1},"currency":"USD"}
{"id":"a3","id":"a4"}
[1,2]
nonsense
"#;
    let input = Input { name: "t.jsonl", format: Format::JsonLines, bytes: lines.as_bytes() };
    insta::assert_snapshot!(told(&import(&input, &mapping(OFFERS), pack())), @r#"
    1: {"post":"offer","id":"a1","party":"acme","sides":["pakistan"],"title":"","city":"lahore","terms":{"kind":"service"},"skills":[{"skill":"react","level":4},{"skill":"sql","level":3}],"rate":{"minor":3030,"currency":"USD","per":"hour"},"people":1,"overlap":{},"record":{"confirmed_outcomes":0}}
    t.jsonl row 2 [rate]: fault[bad-number]: "{\"x\":1}" is no number. Cure: Write digits, with '.' before the decimals.
    t.jsonl:4 row 3: fault[bad-json]: Not JSON: the key "id" stands there twice at line 1 column 21. Cure: Mend the line; every record stands on one line of its own.
    t.jsonl:5 row 4: fault[bad-json]: The line is JSON but no object. Cure: Write one {"key": value} object on each line; a file that is one long list is no JSON Lines file.
    t.jsonl:6 row 5: fault[bad-json]: Not JSON: expected ident at line 1 column 2. Cure: Mend the line; every record stands on one line of its own.
    5 rows: 1 taken, 4 refused, 0 passed over
    "#);
}

#[test]
fn canonical_posts() {
    let lines = r#"{"post":"ask","id":"q1","party":"p1","sides":["canada"],"terms":{"kind":"service"},"skills":[{"skill":"react","importance":"must"}],"budget":{"minor":9000,"currency":"CAD","per":"hour"}}
{"post":"ask","id":"q2","party":"p1","sides":["canada"],"terms":{"kind":"service"},"skils":[],"rate":{"minor":1,"currency":"CAD","per":"hour"},"people":-1,"period":{"from":"2026-05-02","until":"2026-05-01"}}
{"post":"offer","id":"o1","party":"p2","sides":["mars"],"city":"toronto","terms":{"kind":"service"},"skills":[{"skill":"React.js"},{"skill":"sql"},{"skill":"sql"}],"rate":{"minor":1,"currency":"XXX","per":"hour"},"available_from":"2026-05-02","available_until":"2026-05-01","hours":{"zone":"Asia/Karachee","start":"09:00","end":"17:00"},"people":0}
{"post":"offer","id":"o1","party":"p2"}
{"post":"wish"}
{"post":"offer","id":"q1","party":"p2","sides":["pakistan"],"terms":{"kind":"capital","stages":["seed"],"instruments":["equity"],"least":{"minor":-5,"currency":"USD"}}}
"#;
    let input = Input { name: "t.jsonl", format: Format::JsonLines, bytes: lines.as_bytes() };
    insta::assert_snapshot!(told(&import_posts(&input, pack())), @r#"
    1: {"post":"ask","id":"q1","party":"p1","sides":["canada"],"title":"","terms":{"kind":"service"},"skills":[{"skill":"react","level":3,"importance":"must"}],"budget":{"minor":9000,"currency":"CAD","per":"hour"},"people":1,"overlap":{}}
    t.jsonl:2 row 2 [rate]: fault[unknown-key]: No such post has a key "rate". Cure: It belongs to the other kind of post; take it away.
    t.jsonl:2 row 2 [skils]: fault[unknown-key]: No such post has a key "skils". Cure: Did you mean `skills`?
    t.jsonl:2 row 2 [people]: fault[bad-value]: invalid value: integer `-1`, expected u16. Cure: Mend the value; docs/import.md shows each.
    t.jsonl:2 row 2 [period]: fault[bad-value]: the end 2026-05-01 is before the start 2026-05-02. Cure: Mend the value; docs/import.md shows each.
    t.jsonl:3 row 3 [sides]: fault[unknown-side]: "mars" is no side of the pack. Cure: Name a side of the pack; in a table, `values` of the mapping can say which is meant.
    t.jsonl:3 row 3 [city]: fault[city-off-side]: toronto is not on a side of the party. Cure: Mend the city or the sides.
    t.jsonl:3 row 3 [hours]: fault[unknown-zone]: "Asia/Karachee" is no time zone. Cure: Write an IANA zone, America/Toronto or Asia/Karachi.
    t.jsonl:3 row 3 [skills]: fault[unknown-skill]: "React.js" is no id of a skill. Cure: The pack's id is `react`.
    t.jsonl:3 row 3 [skills]: fault[duplicate-value]: "sql" stands there twice. Cure: Leave one of the two.
    t.jsonl:3 row 3 [rate]: fault[unknown-currency]: The pack has no exchange rate for XXX. Cure: Write the amount in one of CAD, PKR, USD, or add the rate to the pack.
    t.jsonl:3 row 3 [people]: fault[out-of-range]: People are not 1 to 10,000. Cure: Write how many people.
    t.jsonl:3 row 3 [available_until]: fault[end-before-start]: The last day available is before the first. Cure: Swap the two days, or mend one.
    t.jsonl:4 row 4 [sides]: fault[missing-key]: `sides` is missing. Cure: Add `sides`.
    t.jsonl:4 row 4 [terms]: fault[missing-key]: `terms` is missing. Cure: Add `terms`.
    t.jsonl:5 row 5 [post]: fault[bad-value]: `post` says neither "ask" nor "offer". Cure: Write "post": "ask" or "post": "offer".
    t.jsonl:6 row 6 [terms]: fault[negative-rate]: An amount is less than nothing. Cure: Write it as a positive amount.
    6 rows: 1 taken, 5 refused, 0 passed over
    "#);
}

#[test]
fn a_mapping_with_every_kind_of_fault() {
    let text = r#"
about = "x"
take_as = "wish"
id = "{id"
title = 5
skils = []
[party]
id = "{#}"
name = "n"
kind = "club"
colour = "red"
[[only]]
column = "a"
is = ["x"]
stated = true
[amount]
values = { "a" = "b" }
[level]
column = "years"
bands = [{ from = 5, level = 3 }, { from = 2, level = 9 }]
[read]
decimal = "comma"
thousands = "point"
separator = ";"
separator = ","
"#;
    let told = |text: &str| {
        let (mapping, findings) = Mapping::read("m.toml", text.as_bytes());
        assert!(mapping.is_none());
        findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let mended = text.replace("separator = \",\"\n", "");
    insta::assert_snapshot!(format!("{}\n--\n{}", told(text), told(&mended)), @r#"
    m.toml:25: fault[duplicate-key]: "separator" stands here a second time. Cure: Keep one of the two, or give one another id.
    --
    m.toml:3: fault[unknown-word]: mapping `{id`: "wish" is no known `take_as`. Cure: Write one of: ask, offer.
    m.toml:16: fault[nothing-to-read]: amount: neither a column nor a constant is stated. Cure: Add `column = "…"`, `columns = […]` or `constant = "…"`.
    m.toml:13: fault[bad-condition]: A condition asks for exactly one thing. Cure: State one of `is`, `is_not`, `stated`, or `least` and `most`; write a further [[only]] for more.
    m.toml:4: fault[bad-template]: mapping `{id`: in `id`, a { or } stands alone. Cure: Write columns as {Column} and the row number as {#}.
    m.toml:5: fault[wrong-type]: mapping `{id`: `title` wants text in "quotes", but here is the number 5. Cure: Write text in "quotes".
    m.toml:10: fault[unknown-word]: party section `{#}`: "club" is no known `kind`. Cure: Write one of: firm, professional, startup, investor, mentor, institution, agency.
    m.toml:11: fault[unknown-key]: party section `{#}`: unknown key `colour`. Cure: Take it away; a party section has: id, name, kind.
    m.toml:20: fault[out-of-range]: band: `level` is 9, which is out of range. Cure: Write a whole number from 1 to 5.
    m.toml:1: fault[incomplete-mapping]: The mapping does not say which side the parties are on. Cure: Add [sides].
    m.toml:6: fault[unknown-key]: mapping `{id`: unknown key `skils`. Cure: Did you mean `skills`?
    "#);
}

#[test]
fn asks_of_a_role_and_of_words() {
    let text = r#"
about = "briefs"
take_as = "ask"
id = "brief-{#}"
[party]
id = "{firm}"
name = "{firm}"
kind = "firm"
[sides]
column = "country"
[role]
column = "title"
unknown = "drop"
[skills_from_role]
core = "must"
least_weight = 70
[skills_from_text]
columns = ["brief"]
[hours_start]
constant = "10:00"
[hours_end]
constant = "18:00"
[city]
column = "city"
[from]
column = "quarter"
[days]
constant = "90"
[read]
dates = ["%Y-%m"]
"#;
    let rows = "firm,country,title,brief,city,quarter\n\
        Acme,CA,web designer,\"Must have Figma; Webflow is a plus. Let's go!\",Vancouver,2026-03\n\
        Bolt,Canada,astronaut,5+ years of Rust and Go,,2026-06\n";
    insta::assert_snapshot!(told(&csv(rows, &mapping(text))), @r#"
    1: {"post":"ask","id":"brief-1","party":"acme","sides":["canada"],"title":"","role":"web-designer","city":"vancouver","hours":{"zone":"America/Vancouver","start":"10:00","end":"18:00","days":["monday","tuesday","wednesday","thursday","friday"]},"terms":{"kind":"service"},"skills":[{"skill":"figma","level":3,"importance":"must"},{"skill":"html-css","level":3,"importance":"should","weight":75},{"skill":"responsive-design","level":3,"importance":"should","weight":75},{"skill":"ui-design","level":3,"importance":"should","weight":70},{"skill":"web-design","level":3,"importance":"must","weight":98},{"skill":"webflow","level":3,"importance":"nice"}],"people":1,"period":{"from":"2026-03-01","until":"2026-05-29"},"overlap":{}}
    2: {"post":"ask","id":"brief-2","party":"bolt","sides":["canada"],"title":"","hours":{"zone":"America/Toronto","start":"10:00","end":"18:00","days":["monday","tuesday","wednesday","thursday","friday"]},"terms":{"kind":"service"},"skills":[{"skill":"go","level":4,"importance":"should"},{"skill":"rust","level":4,"importance":"should"}],"people":1,"period":{"from":"2026-06-01","until":"2026-08-29"},"overlap":{}}
    t.csv row 2 [title]: warning[unknown-role]: "astronaut" is no role of the pack. Cure: Name a role of the pack; in a table, `values` of the mapping can say which is meant.
    2 rows: 2 taken, 0 refused, 0 passed over
    "#);
}

#[test]
fn progress_is_told_while_reading() {
    let rows: String = (0..1000).map(|n| format!("a{n},Firm {n},SQL,5,USD,,,Lahore\n")).collect();
    let text = format!("{HEADER}{rows}");
    let input = Input { name: "t.csv", format: Format::Csv, bytes: text.as_bytes() };
    let (times, done, total) = progress(&input, &mapping(OFFERS));
    assert_eq!((times, total), (3, text.len() as u64));
    assert!(done > total / 2);
}

#[test]
fn ten_thousand_unknown_names_cost_little() {
    let names: Vec<String> = (0..10_000).map(|n| format!("Frobnicator {n}")).collect();
    let dropping = OFFERS.replace("level_mark", "unknown = \"drop\"\nlevel_mark");
    let row = format!("{HEADER}a1,Acme,SQL;{},,,,,\n", names.join(";"));
    let imported = csv(row, &mapping(&dropping));
    assert_eq!((imported.summary.taken, imported.summary.unknown_skill_names()), (1, 10_000));
    assert_eq!(imported.summary.unknown_skills.len(), 1000);
}

#[test]
fn cells_outside_any_sheet() {
    // Found by fuzzing: a cell's name overflowed the reader's arithmetic.
    let read = |cell: &str| {
        let xml =
            format!(r#"<worksheet><sheetData><row><c r="{cell}"><v>1</v></c></row></sheetData></worksheet>"#);
        let bytes = workbook(&xml);
        let imported =
            import(&Input { name: "t.xlsx", format: Format::Xlsx, bytes: &bytes }, &mapping(OFFERS), pack());
        imported.findings.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>().join(" ")
    };
    let codes = ["XFE1", "A1048577", "1", "A"].map(read);
    insta::assert_snapshot!(codes.join(" | "), @"bad-workbook | bad-workbook | bad-workbook | bad-workbook");
    // These overflow, and where depends on how the reader was built: a fault in any case.
    assert!(["BHEETDATAABCDEFGH1", "A99999999999999999999"].map(read).iter().all(|codes| !codes.is_empty()));
    let backwards = r#"<worksheet><dimension ref="C3:A1"/><sheetData></sheetData></worksheet>"#;
    let input = Input { name: "t.xlsx", format: Format::Xlsx, bytes: &workbook(backwards) };
    assert!(import(&input, &mapping(OFFERS), pack()).findings.has_faults());
}
