//! What every target needs: the shipped pack and a mapping that reads every kind of field.

use pul_domain::Findings;
use pul_intake::{Format, Imported, Input, Mapping};
use pul_pack::{Files, Pack};
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::OnceLock;

/// Columns of the tables the targets feed.
pub const HEADER: &str = "id,name,skills,text,rate,currency,per,from,until,city,role,years,start,end,days,lang";

/// A mapping that touches every reader of values.
pub const MAPPING: &str = r#"
about = "everything"
take_as = "offer"
id = "x-{id}"
title = "{name} {#}"
least_skills = 0
scale = 1000
[party]
id = "{name}"
name = "{name}"
kind = "firm"
[read]
dates = ["%d/%m/%Y", "%Y-%m"]
empty = ["-"]
[[only]]
column = "name"
stated = true
[sides]
constant = "pakistan"
[[skills]]
column = "skills"
separator = ";"
level_mark = ":"
unknown = "drop"
[amount]
column = "rate"
[currency]
column = "currency"
first_word = true
[per]
column = "per"
[[plausible]]
currency = "USD"
least = 1
most = 1000
[from]
column = "from"
[until]
column = "until"
[city]
column = "city"
cut_at = ","
unknown = "drop"
[role]
column = "role"
unknown = "drop"
[level]
column = "years"
bands = [{ from = 0, level = 2 }, { from = 5, level = 4 }]
[years]
column = "years"
[hours_start]
column = "start"
[hours_end]
column = "end"
[hours_days]
column = "days"
separator = ";"
[languages]
column = "lang"
separator = ";"
"#;

/// The files of the shipped pack.
pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/canada-pakistan");
        let mut files = Files::new();
        gather(&root, &root, &mut files);
        files
    })
}

fn gather(folder: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).expect("the pack's folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(name) = path.strip_prefix(root) {
            let bytes = std::fs::read(&path).expect("a file of the pack");
            files.insert(name.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
}

/// The shipped pack.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| pul_pack::check(files()).0.expect("the shipped pack has no fault"))
}

/// The mapping above.
pub fn mapping() -> &'static Mapping {
    static READ: OnceLock<Mapping> = OnceLock::new();
    READ.get_or_init(|| {
        let (mapping, findings) = Mapping::read("everything.toml", MAPPING.as_bytes());
        mapping.unwrap_or_else(|| panic!("{findings:?}"))
    })
}

/// Imports bytes through the mapping and holds the counts against each other.
pub fn import(format: Format, bytes: &[u8]) -> Imported {
    let input = Input { name: "fuzz", format, bytes };
    let imported = pul_intake::import(&input, mapping(), pack());
    let summary = &imported.summary;
    assert_eq!(summary.rows, summary.taken + summary.refused + summary.passed_over);
    assert_eq!(summary.taken, imported.taken.len() as u64);
    for taken in &imported.taken {
        let mut findings = Findings::new();
        pul_intake::check_post(&taken.post, pack(), &Default::default(), &mut findings);
        assert!(!findings.has_faults(), "{findings:?}");
    }
    imported
}


/// A sound workbook whose one sheet is the given XML.
pub fn workbook(sheet: &[u8]) -> Vec<u8> {
    const PARTS: [(&str, &str); 4] = [
        ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#),
        ("_rels/.rels", r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let sheets = [("xl/worksheets/sheet1.xml", sheet)];
    for (name, bytes) in PARTS.iter().map(|(name, text)| (*name, text.as_bytes())).chain(sheets) {
        writer.start_file(name, stored).expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("the workbook ends").into_inner()
}
