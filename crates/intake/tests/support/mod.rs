//! What the tests share: the shipped pack, the folder of real data, a workbook.
#![allow(dead_code)]

use pul_intake::{Event, Format, Imported, Importer, Input, Mapping, import};
use pul_pack::{Files, Pack};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn gather(folder: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

/// The shipped pack.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let root = root().join("packs/canada-pakistan");
        let mut files = Files::new();
        gather(&root, &root, &mut files);
        let (pack, findings) = pul_pack::check(&files);
        pack.unwrap_or_else(|| panic!("{:#?}", findings.iter().take(5).collect::<Vec<_>>()))
    })
}

/// A mapping the pack ships.
pub fn shipped(name: &str) -> Mapping {
    let text = pack().mapping(name).unwrap();
    let (mapping, findings) = Mapping::read(&format!("mappings/{name}.toml"), text.as_bytes());
    mapping.unwrap_or_else(|| panic!("{findings:#?}"))
}

/// A mapping from its text.
pub fn mapping(text: &str) -> Mapping {
    let (mapping, findings) = Mapping::read("m.toml", text.as_bytes());
    mapping.unwrap_or_else(|| panic!("{findings:#?}"))
}

/// A file of the folder of real data; `None`, said aloud, where there is no such folder.
pub fn real(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("PUL_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    // Relative to the root of the repository, wherever the test runs.
    let folder = if folder.is_relative() { root().join(folder) } else { folder };
    if !folder.is_dir() {
        eprintln!("skipped: no folder of real data ({})", folder.display());
        return None;
    }
    Some(std::fs::read(folder.join(name)).unwrap())
}

/// Imports text as a CSV file called `t.csv`.
pub fn csv(bytes: impl AsRef<[u8]>, mapping: &Mapping) -> Imported {
    import(&Input { name: "t.csv", format: Format::Csv, bytes: bytes.as_ref() }, mapping, pack())
}

/// What was taken and found, as text.
pub fn told(imported: &Imported) -> String {
    let mut out = String::new();
    for taken in &imported.taken {
        out += &format!("{}: {}\n", taken.row, serde_json::to_string(&taken.post).unwrap());
    }
    for finding in &imported.findings {
        out += &format!("{finding}\n");
    }
    let summary = &imported.summary;
    let (rows, taken, refused, passed) = (summary.rows, summary.taken, summary.refused, summary.passed_over);
    out + &format!("{rows} rows: {taken} taken, {refused} refused, {passed} passed over")
}

/// Rows, what became of them, and findings by code.
pub fn counts(imported: &Imported) -> String {
    let summary = &imported.summary;
    let mut out = format!(
        "{} rows: {} taken, {} refused, {} passed over; {} skill names, {} unknown",
        summary.rows,
        summary.taken,
        summary.refused,
        summary.passed_over,
        summary.skill_names,
        summary.unknown_skill_names()
    );
    for ((severity, code), count) in &summary.findings {
        out += &format!("\n{severity:?} {code}: {count}");
    }
    out
}

/// How often progress was told while reading, and the last of it.
pub fn progress(input: &Input<'_>, mapping: &Mapping) -> (usize, u64, u64) {
    let (mut times, mut last) = (0, (0, 0));
    Importer::new(pack()).table(input, mapping, &mut |event| {
        if let Event::Progress { done, total, .. } = event {
            assert!(done <= total && done >= last.0);
            (times, last) = (times + 1, (done, total));
        }
    });
    (times, last.0, last.1)
}

/// A sound workbook whose one sheet is the given XML.
pub fn workbook(sheet: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns:r="{office}"><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/styles.xml".to_owned(),
            r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml".to_owned(), sheet.to_owned()),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A sheet of rows of cells given as XML between `<c>` and `</c>`.
pub fn sheet(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| format!("<row>{}</row>", cells.concat());
    let rows: String = rows.iter().map(row).collect();
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}
