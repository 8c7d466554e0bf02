//! Imports: a sheet is uploaded, read by a worker, looked at, published, and undone if need be.

mod work;

pub(crate) use work::work;

use super::node::Node;
use super::paging::{Page, Paging, page};
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pul_domain::Private;
use pul_intake::Format;
use pul_store::tables::{Import, ImportFile, ImportId, ImportState};
use pul_store::{Job, Order, Query, Write};

/// Kind of the jobs that read, publish and undo.
pub const JOB: &str = "import";

/// A file handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name; the ending says what it is: .csv, .tsv, .xlsx, .jsonl.
    pub name: String,
    /// Name of a mapping of the pack; empty for Pul's own JSON Lines.
    pub mapping: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes a file. A worker reads it; nothing is changed until it is published.
///
/// # Errors
/// `forbidden`; `too-large`; `file-format`; `mapping`.
#[boxed]
pub async fn upload(node: &Node, who: &Who, upload: &Upload) -> Result<ImportId, Refusal> {
    let account = who.organiser()?.clone();
    who.writer()?;
    let most = node.settings().import_bytes;
    if upload.bytes.len() > most {
        let told = Refusal::new(RefusalKind::TooLarge, "too-large");
        return Err(told.value("most", most));
    }
    let format = Format::of_name(&upload.name).ok_or_else(|| Refusal::field("file", "file-format"))?;
    let mapped = if upload.mapping.is_empty() {
        format == Format::JsonLines
    } else {
        node.pack().mapping(&upload.mapping).is_some()
    };
    if !mapped {
        return Err(Refusal::field("mapping", "mapping"));
    }
    let id: ImportId = node.new_id();
    let name: String = upload.name.chars().filter(|c| !c.is_control()).take(200).collect();
    let row = Import {
        id: id.clone(),
        account,
        name,
        mapping: upload.mapping.clone(),
        state: ImportState::Uploaded,
        rows: 0,
        taken: 0,
        done: 0,
        findings: Vec::new(),
        created: node.now(),
        changed: node.now(),
    };
    let file = ImportFile {
        import: id.clone(),
        sha256: hash(&upload.bytes),
        base64: Private::new(STANDARD.encode(&upload.bytes)),
    };
    let mut write = node.write(who, "import-uploaded").await?;
    write.insert(&row).await?;
    write.insert(&file).await?;
    ask(node, &mut write, &id, "check").await?;
    node.commit(write).await?;
    Ok(id)
}

async fn ask(node: &Node, write: &mut Write, id: &ImportId, step: &str) -> Result<(), Refusal> {
    let body = serde_json::json!({ "import": id, "step": step });
    let job = Job { id: format!("{JOB}:{id}:{step}"), kind: JOB.to_owned(), body, due: node.now(), most: 5 };
    write.enqueue(&job).await?;
    Ok(())
}

/// Imports, the newest first.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn list(node: &Node, who: &Who, paging: &Paging) -> Result<Page<Import>, Refusal> {
    who.organiser()?;
    let found = page::<Import>(node, Query::new().order("created", Order::Desc), paging).await?;
    Ok(found.map(|kept| kept.row))
}

/// One import, with its progress and findings.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &str) -> Result<Import, Refusal> {
    who.organiser()?;
    let kept = node.store().get::<Import>(id).await?;
    kept.map(|kept| kept.row).ok_or_else(|| Refusal::missing("import"))
}

/// Puts the rows of an import that was read in, published. A worker does it; see [`show`].
///
/// # Errors
/// `forbidden`; `missing`; `import-state`.
#[boxed]
pub async fn publish(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    turn(node, who, id, &[ImportState::Checked], Some(ImportState::Publishing), "publish").await
}

/// Takes out again what an import brought, except parties that somebody has taken charge of since.
///
/// # Errors
/// As [`publish`].
#[boxed]
pub async fn undo(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    turn(node, who, id, &[ImportState::Published], None, "undo").await
}

async fn turn(
    node: &Node,
    who: &Who,
    id: &str,
    from: &[ImportState],
    to: Option<ImportState>,
    step: &'static str,
) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    let mut write = node.write(who, if step == "undo" { "import-undo" } else { "import-publish" }).await?;
    let kept = write.get::<Import>(id).await?.ok_or_else(|| Refusal::missing("import"))?;
    if !from.contains(&kept.row.state) {
        return Err(Refusal::state("import-state", kept.row.state.as_str()));
    }
    let state = to.unwrap_or(kept.row.state);
    let row = Import { state, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    ask(node, &mut write, &row.id, step).await?;
    node.commit(write).await?;
    Ok(())
}
