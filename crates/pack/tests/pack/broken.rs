//! Every kind of fault, as a person sees it.

use crate::mini::{edited, files, found, with};
use insta::assert_snapshot;

#[test]
fn a_sound_pack_has_no_findings() {
    assert_snapshot!(found(&files()), @"");
}

#[test]
fn skills_with_every_fault_at_once() {
    let skills = r#"[web]
label = "Web"
kind = "practise"
broader = "react"
noc2021 = ["1"]

[React_JS]
label = "Second"
kind = "library"

[react]
lable = "React"
kind = "library"
broader = "web"
implies = { react = 90, javascrip = 50, web = 120, ruby = "x" }
esco = "12"

[js]
label = "JavaScript"
kind = "language"
aliases = ["go", 7, ""]
context = ["x"]

[go]
label = "Go"
kind = "language"
exact = ["go"]
word = true
broader = 3
"#;
    let more = "[go]\nlabel = \"Golang\"\nkind = \"language\"\n";
    let roles = "[dev]\nlabel = \"Dev\"\nskills = { reakt = 10, go = 101 }\ncore = [\"web\"]\nnoc2021 = [\"21\"]\n[ops]\nlabel = \"DEV\"\n";
    let files = with(&[
        ("skills/software.toml", skills),
        ("skills/more.toml", more),
        ("roles/web.toml", roles),
        ("relations.csv", "from,to,strength,pairs,basis\njs,go,50,1,x\ngoo,js,50,1,x\njs,go,0,1,x\njs\n"),
    ]);
    assert_snapshot!(found(&files), @r#"
    relations.csv:2: fault[undeclared-relation]: The skill `js` does not declare that it implies `go`. Cure: Add `go` to the `implies` of `js`, or take the row away.
    relations.csv:3: fault[unknown-reference]: The skill `goo` is not declared. Cure: Did you mean `go`?
    relations.csv:4: fault[out-of-range]: strength "0" or pairs "1" is out of range. Cure: A strength is 1 to 99 per cent, pairs a count.
    relations.csv:5: fault[bad-row]: The row has 1 cells, not 5. Cure: Make the file again with the pack's script.
    roles/web.toml:3: fault[out-of-range]: role `dev`: `skills.go` is 101, which is out of range. Cure: Write a whole number from 1 to 100.
    roles/web.toml:3: fault[unknown-reference]: role `dev`: `skills` names the skill `reakt`, which is not declared. Cure: Did you mean `react`?
    roles/web.toml:4: fault[core-not-in-skills]: role `dev`: `web` is core, but not among `skills`. Cure: Give it a weight under `skills`.
    roles/web.toml:5: fault[bad-code]: role `dev`: "21" is no code of `noc2021`. Cure: Write 5 digits in quotes.
    roles/web.toml:6: fault[missing-key]: role `ops`: `skills` is missing. Cure: Add `skills`: weights from 1 to 100 by skill, { sql = 80 }.
    roles/web.toml:6: fault[title-collision]: role `ops`: "DEV" is a title of role `dev` too (roles/web.toml:1). Cure: Keep it where it fits best.
    skills/software.toml:3: fault[unknown-word]: skill `web`: "practise" is no known `kind`. Cure: Did you mean "practice"? Known: language, framework, library, tool, platform, database, protocol, standard, method, practice, knowledge, service, certification-topic.
    skills/software.toml:5: fault[misplaced-key]: skill `web`: `noc2021` is misplaced; it belongs to a role. Cure: Move it to where it belongs (a key counts to the last [head] above it); a skill has: label, fr, ur, kind, broader, aliases, exact, word, context, implies, esco, onet, stackoverflow.
    skills/software.toml:7: fault[bad-id]: "React_JS" is no id of a skill. Cure: An id is 1 to 60 of a-z, 0-9 and `-`.
    skills/software.toml:11: fault[broader-cycle]: The broader skills go round: react → web → react. Cure: Take `broader` away from the one that is the widest.
    skills/software.toml:11: fault[missing-key]: skill `react`: `label` is missing. Cure: Add `label`: text in "quotes".
    skills/software.toml:12: fault[unknown-key]: skill `react`: unknown key `lable`. Cure: Did you mean `label`?
    skills/software.toml:15: fault[implies-itself]: skill `react` implies itself. Cure: Take it out of `implies`; a skill is worth itself without saying so.
    skills/software.toml:15: fault[out-of-range]: skill `react`: `implies.web` is 120, which is out of range. Cure: Write a whole number from 1 to 99.
    skills/software.toml:15: fault[unknown-reference]: skill `react`: `implies` names the skill `javascrip`, which is not declared. Cure: Declare the skill `javascrip`, or name one that is declared.
    skills/software.toml:15: fault[wrong-type]: skill `react`: `implies.ruby` wants a whole number, but here is the text "x". Cure: Write a whole number.
    skills/software.toml:16: fault[bad-uuid]: skill `react`: "12" is no UUID. Cure: Write the last part of the ESCO address, 8-4-4-4-12 hexadecimal digits.
    skills/software.toml:21: fault[wrong-type]: skill `js`: `aliases` wants a list of texts that are not blank, but here is the number 7. Cure: Write a list of texts that are not blank.
    skills/software.toml:21: fault[wrong-type]: skill `js`: `aliases` wants a list of texts that are not blank, but here is the text "". Cure: Write a list of texts that are not blank.
    skills/software.toml:22: fault[context-without-word]: skill `js`: `context` counts only with `word = true`. Cure: Add word = true, or take `context` away.
    skills/software.toml:24: fault[duplicate-id]: skill `go` is declared a second time; the first is at skills/more.toml:1. Cure: Take one of the two away, or give it another id.
    skills/software.toml:28: fault[missing-key]: skill `go`: `word` without `context`. Cure: Add `context`: the words near by that confirm the sense.
    skills/software.toml:29: fault[wrong-type]: skill `go`: `broader` wants text in "quotes", but here is the number 3. Cure: Write text in "quotes".
    "#);
}

#[test]
fn cycles_are_printed() {
    let files = edited(
        "skills/software.toml",
        "kind = \"practice\"\n",
        "kind = \"practice\"\nbroader = \"javascript\"\n",
    );
    assert_snapshot!(found(&files), @r#"skills/software.toml:7: fault[broader-cycle]: The broader skills go round: javascript → web → javascript. Cure: Take `broader` away from the one that is the widest."#);
}

#[test]
fn syntax_errors_of_every_file() {
    let files = with(&[
        (
            "skills/software.toml",
            "[react]\nlabel = \"React\nkind = \"library\"\nlabel = \"R\"\n\n[web]\n= 1\n",
        ),
        ("roles/web.toml", "[dev\nlabel = \"Dev\"\n"),
    ]);
    assert_snapshot!(found(&files), @r#"
    relations.csv:2: fault[unknown-reference]: The skill `nextjs` is not declared. Cure: Declare the skill `nextjs`, or name one that is declared.
    roles/web.toml: note[read-in-part]: The file was read only in part, so things it declares may be reported as unknown elsewhere. Cure: Mend its syntax first, then check again.
    roles/web.toml:1: fault[syntax]: Not TOML: unclosed table, expected `]`. Cure: Mend the line; texts stand in "quotes", lists in [brackets], a table's head is [its-id].
    skills/software.toml: note[read-in-part]: The file was read only in part, so things it declares may be reported as unknown elsewhere. Cure: Mend its syntax first, then check again.
    skills/software.toml:2: fault[syntax]: Not TOML: invalid basic string, expected `"`. Cure: Mend the line; texts stand in "quotes", lists in [brackets], a table's head is [its-id].
    skills/software.toml:4: fault[duplicate-key]: "label" stands here a second time. Cure: Keep one of the two, or give one another id.
    skills/software.toml:7: fault[syntax]: Not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`. Cure: Mend the line; texts stand in "quotes", lists in [brackets], a table's head is [its-id].
    "#);
}

#[test]
fn files_that_are_stray_missing_or_no_text() {
    let mut files = with(&[
        ("source.toml", ""),
        ("skill/software.toml", ""),
        ("notes.txt", ""),
        ("skills/a/b.toml", ""),
        ("docs/anything", ""),
        ("sides/india.toml", "id = \"bharat\"\nlabel = \"India\"\ncountry = \"IN\"\ncurrency = \"₹\"\n"),
    ]);
    files.remove("exchange.toml");
    files.remove("sides/pakistan.toml");
    files.insert("sectors.toml".to_owned(), b"[a]\nlabel = \"\xff\"\n".to_vec());
    assert_snapshot!(found(&files), @r#"
    exchange.toml: fault[missing-file]: The pack has no file `exchange.toml`. Cure: Add it; the README of a pack says what it holds.
    notes.txt: fault[stray-file]: `notes.txt` has no place in a pack. Cure: Take it away, or move it to docs/. A pack holds pack.toml, sources.toml, sources-facts.toml, scoring.toml, sectors.toml, certifications.toml, registrations.toml, exchange.toml, relations.csv, README.md, LICENSE, and TOML files in sides/, skills/, roles/, mappings/, parameters/, rules/, cases/.
    pack.toml:5: fault[missing-file]: The side `pakistan` has no file `sides/pakistan.toml`. Cure: Add the file, or take the side away.
    pack.toml:5: fault[side-not-listed]: `sides/india.toml` is there, but `sides` does not list `india`. Cure: Add "india" to `sides`, or take the file away.
    registrations.toml:3: fault[unknown-reference]: registration `pseb`: `side` names the side `pakistan`, which is not declared. Cure: Declare the side `pakistan`, or name one that is declared.
    sectors.toml:2: fault[not-utf-8]: The file is not UTF-8 text: byte 0xff is out of place. Cure: Save the file as UTF-8.
    sides/india.toml:1: fault[missing-key]: side `bharat`: it has no city. Cure: Add a [[city]]; the first stands for the side where a party names none.
    sides/india.toml:1: fault[wrong-file]: The file `sides/india.toml` declares a side of another id. Cure: Write id = "india", or rename the file.
    sides/india.toml:4: fault[bad-currency]: side `bharat`: "₹" is no currency code. Cure: Write the three letters of ISO 4217, "CAD".
    skill/software.toml: fault[stray-file]: `skill/software.toml` has no place in a pack. Cure: Did you mean `skills/`? Else take it away, or move it to docs/.
    skills/a/b.toml: fault[stray-file]: `skills/a/b.toml` has no place in a pack. Cure: Files of `skills/` end in .toml and stand in no folder within it.
    source.toml: fault[stray-file]: `source.toml` has no place in a pack. Cure: Did you mean `sources.toml`? Else take it away, or move it to docs/.
    "#);
}

#[test]
fn sides_cities_and_holidays() {
    let side = r#"id = "canada"
label = "Canada"
country = "CA"
currency = "CAD"
languages = ["en"]
weekend = ["saterday"]

[[region]]
id = "ON"
label = "Ontario"

[[city]]
id = "toronto"
label = "Toronto"
region = "QC"
zone = "America/Tornto"
weekend = ["sunday"]

[[city]]
id = "toronto"
label = "Toronto"
region = "ON"
zone = "America/Toronto"

[[city]]
id = "york"
label = "York"
region = "ON"
zone = "America/Toronto"
aliases = ["TORONTO"]

[[holiday]]
date = "2026-02-30"
label = "No day"
status = "sure"
source = "bnk"
"#;
    assert_snapshot!(found(&with(&[("sides/canada.toml", side)])), @r#"
    sides/canada.toml:6: fault[unknown-word]: side `canada`: "saterday" is no known `weekend`. Cure: Did you mean "saturday"? Known: monday, tuesday, wednesday, thursday, friday, saturday, sunday.
    sides/canada.toml:15: fault[unknown-reference]: city `toronto`: the region `QC` is not declared. Cure: Declare it as a [[region]], or write one of: ON.
    sides/canada.toml:16: fault[unknown-zone]: city `toronto`: "America/Tornto" is no time zone of the bundled database. Cure: Did you mean "America/Toronto"?
    sides/canada.toml:17: fault[misplaced-key]: city `toronto`: `weekend` is misplaced; it belongs to a side. Cure: Move it to where it belongs (a key counts to the last [head] above it); a city has: id, label, fr, ur, region, zone, aliases.
    sides/canada.toml:19: fault[duplicate-id]: city `toronto` is declared a second time; the first is at sides/canada.toml:12. Cure: Take one of the two away, or give it another id.
    sides/canada.toml:25: fault[city-collision]: city `york`: "TORONTO" is a name of city `toronto` too (sides/canada.toml:19). Cure: Leave the name to one of the two.
    sides/canada.toml:33: fault[bad-date]: holiday `No day`: `date` is "2026-02-30", which is no date of the calendar. Cure: Write year, month and day, "2026-11-23".
    sides/canada.toml:35: fault[unknown-word]: holiday `No day`: "sure" is no known `status`. Cure: Write one of: settled, expected.
    sides/canada.toml:36: fault[unknown-reference]: holiday `No day`: `source` names the source `bnk`, which is not declared. Cure: Did you mean `bank`?
    "#);
}

#[test]
fn sources_rates_and_weights() {
    let exchange = r#"[[rate]]
currency = "CAD"
per_usd = "1.4"
from = "2025-01-01"
source = "bank"

[[rate]]
currency = "CAD"
per_usd = 1.5
from = "2025-06-01"

[[rate]]
currency = "CAD"
per_usd = "1.5"
from = "2025-06-01"
until = "2025-05-01"
source = "bank"

[[rate]]
currency = "CAD"
per_usd = "0"
from = 2025-06-01
source = "bank"

[[rate]]
currency = "CAD"
per_usd = "1.6"
from = "2025-06-01"
source = "bank"

[[rate]]
currency = "USD"
per_usd = "1"
from = "2025-06-01"
source = "bank"
"#;
    let mut files = edited("scoring.toml", "skills = 5000", "skills = 5001");
    files.insert("exchange.toml".to_owned(), exchange.into());
    let sources = "[bank]\nproducer = \"\"\ntitle = \"Rates\"\naddress = \"x\"\npublished = \"2026-13\"\nread = \"yesterday\"\n";
    files.insert("sources.toml".to_owned(), sources.into());
    let two = "[a]\nlabel = \"Health\"\n[b]\nlabel = \"B\"\naliases = [\"health\"]\n";
    files.insert("sectors.toml".to_owned(), two.into());
    assert_snapshot!(found(&files), @r#"
    exchange.toml:7: fault[missing-key]: rate: `source` is missing. Cure: Add `source`: text in "quotes".
    exchange.toml:9: fault[wrong-type]: rate: `per_usd` wants text in "quotes", but here is the number 1.5. Cure: Write text in "quotes".
    exchange.toml:16: fault[bad-period]: rate: it ends on 2025-05-01, before it begins on 2025-06-01. Cure: Exchange the two dates, or mend the wrong one.
    exchange.toml:21: fault[bad-decimal]: rate: "0" is no decimal above 0. Cure: Write units for one US dollar, "1.3981", at most 15 digits.
    exchange.toml:25: fault[overlapping-rates]: The CAD rate from 2025-06-01 overlaps the one of line 1 (from 2025-01-01). Cure: End the earlier one with until = "2025-05-31", or take one away.
    exchange.toml:32: fault[rate-of-dollar]: A US dollar is one US dollar on every day. Cure: Take the rate away.
    scoring.toml:3: fault[weights-sum]: [asker] table: the weights sum to 10001, not 10000. Cure: Raise or lower some until they do.
    sectors.toml:3: fault[name-collision]: sector `b`: "health" is a name of sector `a` too (sectors.toml:1). Cure: Leave the name to one of the two.
    sources.toml:1: fault[missing-key]: source `bank`: `licence` is missing. Cure: Add `licence`: text in "quotes".
    sources.toml:2: fault[empty-text]: source `bank`: `producer` is blank. Cure: Write the text, or take the key away if it may be absent.
    sources.toml:5: fault[bad-date]: source `bank`: `published` is "2026-13", which is no year, month or day. Cure: Write "2024", "2024-07" or "2024-07-24"; leave it out if it is not known.
    sources.toml:6: fault[bad-date]: source `bank`: `read` is "yesterday", which is no date of the calendar. Cure: Write year, month and day, "2026-11-23".
    "#);
}

#[test]
fn weights_out_of_place() {
    let files = edited("scoring.toml", "[mutual]\nless = 3", "[mutual]\nskills = 1\nless = 0");
    assert_snapshot!(found(&files), @r#"
    scoring.toml:21: fault[misplaced-key]: [mutual] table: `skills` is misplaced; it belongs to a role or an [asker] table. Cure: Move it to where it belongs (a key counts to the last [head] above it); a [mutual] table has: less, more.
    scoring.toml:22: fault[out-of-range]: [mutual] table: `less` is 0, which is out of range. Cure: Write a whole number from 1 to 100.
    "#);
}

#[test]
fn spellings_of_two_skills() {
    let skills = r#"[excel]
label = "Microsoft Excel"
fr = "Tableur"
kind = "tool"
aliases = ["MS Excel", "excel"]

[excel-vba]
label = "Excel"
fr = "tableur"
kind = "language"

[r]
label = "R"
kind = "language"
exact = ["R"]

[small-r]
label = "Small r"
kind = "tool"
exact = ["r"]

[ms_excel]
label = "Étude"
kind = "tool"
aliases = ["ms-excel"]
"#;
    let files = with(&[("skills/more.toml", skills)]);
    assert_snapshot!(found(&files), @r#"
    skills/more.toml:7: warning[label-collision]: skill `excel-vba`: the spelling "tableur" is one of skill `excel` too ("Tableur", skills/more.toml:1). Cure: Make the label more precise; as it is, it does not find the skill in a text.
    skills/more.toml:7: fault[spelling-collision]: skill `excel-vba`: the spelling "Excel" is one of skill `excel` too ("excel", skills/more.toml:1). Cure: Leave the spelling to one of the two, or list it as `exact` in both, in different case.
    skills/more.toml:22: fault[bad-id]: "ms_excel" is no id of a skill. Cure: An id is 1 to 60 of a-z, 0-9 and `-`.
    skills/more.toml:22: fault[spelling-collision]: skill `ms_excel`: the spelling "ms-excel" is one of skill `excel` too ("MS Excel", skills/more.toml:1). Cure: Leave the spelling to one of the two, or list it as `exact` in both, in different case.
    "#);
}
