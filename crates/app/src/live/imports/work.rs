//! What a worker does with an import: reads it, puts it in, takes it out.

use crate::live::node::Node;
use crate::live::posts::expiry;
use crate::live::refusal::{Refusal, RefusalKind};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pul_domain::{Finding, Party, PartyId, Post};
use pul_intake::{Event, Format, Importer, Input, Mapping, Summary, Taken};
use pul_store::tables::{
    AccountId, Audience, Consent, Import, ImportFile, ImportId, ImportState, Membership, PartyRow,
    PartyState, PostRow, PostState, PrivateField,
};
use pul_store::{Actor, Claimed, Kept, Query, Record, Write};
use std::collections::BTreeMap;

/// Findings kept word for word.
const FINDINGS: usize = 500;
/// Rows put in in one transaction.
const AT_ONCE: usize = 250;

/// Does the step of a job.
pub(crate) async fn work(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let id = job.body["import"].as_str().unwrap_or_default();
    let Some(kept) = node.store().get::<Import>(id).await? else {
        return Ok(node.store().done(job, node.now()).await?);
    };
    match job.body["step"].as_str() {
        Some("check") => check(node, job, kept).await,
        Some("publish") => put_in(node, job, kept).await,
        _ => take_out(node, job, kept).await,
    }
}

/// What reading gave.
struct Reading {
    taken: Vec<Taken>,
    findings: Vec<Finding>,
    summary: Summary,
}

/// Reads the file of an import, beside everything else.
async fn read(node: &Node, import: &Import) -> Result<Reading, Refusal> {
    let file = node.store().get::<ImportFile>(import.id.as_str()).await?;
    let file = file.ok_or_else(|| Refusal::internal("the file is not there"))?.row;
    let bytes = STANDARD.decode(file.base64.open_with_consent()).map_err(Refusal::internal)?;
    let (node, import) = (node.clone(), import.clone());
    tokio::task::spawn_blocking(move || read_bytes(&node, &import, &bytes))
        .await
        .map_err(Refusal::internal)?
}

fn read_bytes(node: &Node, import: &Import, bytes: &[u8]) -> Result<Reading, Refusal> {
    let pack = node.pack();
    let format = Format::of_name(&import.name).ok_or_else(|| Refusal::field("file", "file-format"))?;
    let input = Input { name: &import.name, format, bytes };
    let (mut taken, mut findings) = (Vec::new(), Vec::new());
    let mut importer = Importer::new(pack);
    let mut on = |event: Event| match event {
        Event::Taken(one) => taken.push(*one),
        Event::Finding(finding) if findings.len() < FINDINGS => findings.push(finding),
        Event::Finding(_) | Event::Progress { .. } => {}
    };
    let summary = match pack.mapping(&import.mapping) {
        Some(text) => match Mapping::read(&import.mapping, text.as_bytes()) {
            (Some(mapping), found) if !found.has_faults() => importer.table(&input, &mapping, &mut on),
            (_, found) => return Err(Refusal::invalid(found)),
        },
        None => importer.posts(&input, &mut on),
    };
    Ok(Reading { taken, findings, summary })
}

/// The dry run: what the file would bring, and what is wrong with it.
async fn check(node: &Node, job: &Claimed, kept: Kept<Import>) -> Result<(), Refusal> {
    let mut row = kept.row;
    let read = read(node, &row).await;
    let mut write = node.write_as(&Actor::system("import-checked")).await?;
    match read {
        Ok(reading) => {
            row.state = ImportState::Checked;
            row.rows = i64::try_from(reading.summary.rows).unwrap_or(i64::MAX);
            row.taken = i64::try_from(reading.summary.taken).unwrap_or(i64::MAX);
            row.findings = reading.findings;
        }
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            row.state = ImportState::Failed;
            row.findings = refusal.findings.0;
        }
        Err(refusal) => return Err(refusal),
    }
    row.changed = node.now();
    write.update(&row, kept.version).await?;
    write.job_done(job).await?;
    write.commit().await?;
    Ok(())
}

/// Puts the rows in, some hundred at a time, each part together with the note of how far it
/// came: a worker that takes over goes on from there.
async fn put_in(node: &Node, job: &Claimed, kept: Kept<Import>) -> Result<(), Refusal> {
    let Kept { mut row, mut version } = kept;
    let reading = read(node, &row).await?;
    let from = usize::try_from(row.done).unwrap_or(0);
    for some in reading.taken.get(from..).unwrap_or_default().chunks(AT_ONCE) {
        node.store().extend(job, jiff::SignedDuration::from_mins(5), node.now()).await?;
        let mut write = node.write_as(&Actor::account(&row.account, "post-published")).await?;
        for one in some {
            put(node, &mut write, &row, one).await?;
        }
        row.done += some.len() as i64;
        row.changed = node.now();
        version = write.update(&row, version).await?;
        node.commit(write).await?;
    }
    let mut write = node.write_as(&Actor::account(&row.account, "import-published")).await?;
    (row.state, row.changed) = (ImportState::Published, node.now());
    write.update(&row, version).await?;
    write.job_done(job).await?;
    node.commit(write).await?;
    Ok(())
}

/// Puts one row in. A party or post that is there already is left as it is: whoever has
/// looked after it since knows better than a sheet.
async fn put(node: &Node, write: &mut Write, import: &Import, taken: &Taken) -> Result<(), Refusal> {
    let common = taken.post.common();
    let party = taken.party.clone().unwrap_or_else(|| Party {
        id: common.party.clone(),
        kind: pul_domain::PartyKind::Firm,
        name: common.party.to_string(),
        sides: common.sides.clone(),
        city: common.city.clone(),
        email: None,
    });
    write.insert_if_absent(&party_row(node, import, party)).await?;
    write.insert_if_absent(&post_row(node, &import.account, &import.id, taken.post.clone())).await?;
    Ok(())
}

fn party_row(node: &Node, import: &Import, party: Party) -> PartyRow {
    let now = node.now();
    PartyRow {
        party,
        state: PartyState::Active,
        merged_into: None,
        about: String::new(),
        website: None,
        phone: None,
        // Rates were handed in to be matched by; addresses open when their owner says so.
        consents: BTreeMap::from([(PrivateField::Rate, Consent { to: Audience::Members, since: now })]),
        claimed: false,
        import: Some(import.id.clone()),
        created: now,
        changed: now,
    }
}

fn post_row(node: &Node, account: &AccountId, import: &ImportId, post: Post) -> PostRow {
    let now = node.now();
    PostRow {
        post,
        state: PostState::Published,
        brief: String::new(),
        reason: None,
        by: None,
        reviewed_by: Some(account.clone()),
        import: Some(import.clone()),
        created: now,
        submitted: Some(now),
        published: Some(now),
        expires: Some(expiry(node)),
        changed: now,
    }
}

/// Takes out what an import brought.
async fn take_out(node: &Node, job: &Claimed, kept: Kept<Import>) -> Result<(), Refusal> {
    let Kept { mut row, version } = kept;
    let actor = Actor::account(&row.account, "import-undone");
    let brought = Query::new().is("import", &row.id).limit(AT_ONCE as u32);
    loop {
        let mut write = node.write_as(&actor).await?;
        let posts = write.find::<PostRow>(&brought).await?;
        for kept in &posts {
            write.delete::<PostRow>(&kept.row.id(), kept.version).await?;
        }
        node.commit(write).await?;
        if posts.is_empty() {
            break;
        }
    }
    let mut query = brought.clone();
    loop {
        let mut write = node.write_as(&actor).await?;
        let parties = write.find::<PartyRow>(&query).await?;
        for kept in &parties {
            if !kept.row.claimed && is_alone(&mut write, &kept.row.party.id).await? {
                write.delete::<PartyRow>(kept.row.party.id.as_str(), kept.version).await?;
            }
        }
        let last = parties.last().map(|kept| query.cursor(&kept.row));
        node.commit(write).await?;
        match last {
            Some(cursor) => query = brought.clone().after(cursor),
            None => break,
        }
    }
    let mut write = node.write_as(&actor).await?;
    (row.state, row.changed, row.done) = (ImportState::Undone, node.now(), 0);
    write.update(&row, version).await?;
    write.job_done(job).await?;
    node.commit(write).await?;
    Ok(())
}

/// Whether nothing hangs on a party: no post, no member.
async fn is_alone(write: &mut Write, id: &PartyId) -> Result<bool, Refusal> {
    let of_party = Query::new().is("party", id);
    Ok(write.count::<PostRow>(&of_party).await? == 0 && write.count::<Membership>(&of_party).await? == 0)
}
