//! Parties: what a viewer may see, and what their members may change.

mod form;
mod members;

pub use form::PartyForm;
pub use members::{MemberShown, add_member, change_member, claim, members, remove_member};

use super::node::Node;
use super::posts::{self, PostShown};
use super::privacy::{self, sees};
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use form::check;
use jiff::Timestamp;
use pul_domain::{CityId, Party, PartyId, PartyKind, Private, SideId};
use pul_store::tables::{
    Audience, Consent, MemberLevel, Membership, PartyRow, PartyState, PostRow, PostState, PrivateField,
};
use pul_store::{Kept, Query};
use std::collections::BTreeMap;

/// A field that consent may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The party has not stated it.
    Unstated,
    /// It is stated, and closed to whoever looks.
    Closed,
    /// It is open to whoever looks.
    Open(String),
}

/// A party as somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyShown {
    /// Its id.
    pub id: PartyId,
    /// What kind it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// What it says about itself.
    pub about: String,
    /// Its sides.
    pub sides: Vec<SideId>,
    /// Where it is.
    pub city: Option<CityId>,
    /// Its page.
    pub website: Option<String>,
    /// Whether someone who signed in proved to act for it.
    pub claimed: bool,
    /// Its e-mail address.
    pub email: Field,
    /// Its telephone number.
    pub phone: Field,
    /// Its posts: published ones, and all of them for its members.
    pub posts: Vec<PostShown>,
    /// Whether whoever looks speaks for it.
    pub own: bool,
    /// Whether an introduction to whoever looks was accepted.
    pub introduced: bool,
    /// To whom each private field is open; for its members and organisers alone.
    pub opened: Option<BTreeMap<PrivateField, Consent>>,
    /// Whether it takes part; merged ones name the one that stands for them.
    pub state: PartyState,
    /// The party that stands for it, once merged.
    pub merged_into: Option<PartyId>,
    /// The version a change must name.
    pub version: i64,
    /// When it last changed.
    pub changed: Timestamp,
}

/// The row of a party that may be seen at all by whoever looks.
pub(crate) async fn visible(node: &Node, who: &Who, id: &PartyId) -> Result<Kept<PartyRow>, Refusal> {
    let kept = node.store().get::<PartyRow>(id.as_str()).await?;
    let inside = who.speaks_for(id) || who.is_organiser();
    let seen = kept.filter(|kept| match kept.row.state {
        PartyState::Active | PartyState::Merged => true,
        PartyState::Hidden => inside,
        PartyState::Erased => false,
    });
    seen.ok_or_else(|| Refusal::missing("party"))
}

/// A party as whoever asks may see it.
///
/// # Errors
/// `missing` for one that is not there or may not be seen.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &PartyId) -> Result<PartyShown, Refusal> {
    let Kept { row, version } = visible(node, who, id).await?;
    let introduced = privacy::introduced(node, who).await?;
    let standing = privacy::standing(who, id, &introduced);
    let opened: BTreeMap<PrivateField, Audience> = row.consents.iter().map(|(f, c)| (*f, c.to)).collect();
    let field = |which: PrivateField, stated: Option<&Private<String>>| match stated {
        None => Field::Unstated,
        Some(value) if sees(opened.get(&which).copied(), standing) => {
            Field::Open(value.open_with_consent().clone())
        }
        Some(_) => Field::Closed,
    };
    let inside = who.speaks_for(id) || who.is_organiser();
    let mut query = Query::new().is("party", id);
    if !inside {
        query = query.is("state", PostState::Published);
    }
    let posts = node.store().find::<PostRow>(&query).await?;
    let closed = privacy::closed(&opened, standing);
    Ok(PartyShown {
        email: field(PrivateField::Email, row.party.email.as_ref()),
        phone: field(PrivateField::Phone, row.phone.as_ref()),
        posts: posts.into_iter().map(|kept| posts::shown(kept, &row.party.name, inside, &closed)).collect(),
        own: who.speaks_for(id),
        introduced: introduced.contains(id),
        opened: inside.then_some(row.consents),
        id: row.party.id,
        kind: row.party.kind,
        name: row.party.name,
        about: row.about,
        sides: row.party.sides,
        city: row.party.city,
        website: row.website,
        claimed: row.claimed,
        state: row.state,
        merged_into: row.merged_into,
        version,
        changed: row.changed,
    })
}

/// Makes a party; whoever makes it is its owner. Its e-mail address and telephone number are
/// open to parties whose introduction was accepted, and its rates to everybody signed in,
/// until it decides otherwise: the form says so.
///
/// # Errors
/// `sign-in`; `invalid`.
#[boxed]
pub async fn create(node: &Node, who: &Who, form: &PartyForm) -> Result<PartyId, Refusal> {
    let account = who.writer()?.clone();
    let checked = check(node.pack(), form)?;
    let (id, now): (PartyId, Timestamp) = (node.new_id(), node.now());
    let open = |field, to| (field, Consent { to, since: now });
    let row = PartyRow {
        party: Party {
            id: id.clone(),
            kind: form.kind,
            name: form.name.trim().to_owned(),
            sides: checked.sides,
            city: checked.city,
            email: checked.email,
        },
        state: PartyState::Active,
        merged_into: None,
        about: form.about.trim().to_owned(),
        website: checked.website,
        phone: checked.phone,
        consents: BTreeMap::from([
            open(PrivateField::Email, Audience::Introduced),
            open(PrivateField::Phone, Audience::Introduced),
            open(PrivateField::Rate, Audience::Members),
            open(PrivateField::References, Audience::Introduced),
        ]),
        claimed: true,
        import: None,
        created: now,
        changed: now,
    };
    let mut write = node.write(who, "party-made").await?;
    write.insert(&row).await?;
    write.insert(&Membership { account, party: id.clone(), level: MemberLevel::Owner, since: now }).await?;
    node.commit(write).await?;
    Ok(id)
}

/// Changes what a party says of itself, from the version that was read. The new version.
///
/// # Errors
/// `forbidden`; `changed`; `invalid`.
#[boxed]
pub async fn edit(
    node: &Node,
    who: &Who,
    id: &PartyId,
    version: i64,
    form: &PartyForm,
) -> Result<i64, Refusal> {
    who.writer()?;
    if !(who.speaks_for(id) || who.is_organiser()) {
        return Err(Refusal::forbidden());
    }
    let checked = check(node.pack(), form)?;
    let mut write = node.write(who, "party-edited").await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    let mut row = kept.row;
    let party = &mut row.party;
    (party.kind, party.name) = (form.kind, form.name.trim().to_owned());
    (party.sides, party.city, party.email) = (checked.sides, checked.city, checked.email);
    (row.about, row.website, row.phone) = (form.about.trim().to_owned(), checked.website, checked.phone);
    row.changed = node.now();
    let version = write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(version)
}

/// What a party said of itself at a version that its people read. None where the log holds it no longer.
///
/// # Errors
/// `missing`, for anybody but its members and organisers.
#[boxed]
pub async fn as_read(
    node: &Node,
    who: &Who,
    id: &PartyId,
    version: i64,
) -> Result<Option<PartyForm>, Refusal> {
    let kept = visible(node, who, id).await?;
    if !(who.speaks_for(id) || who.is_organiser()) {
        return Err(Refusal::missing("party"));
    }
    let then = super::as_read::at::<PartyRow>(node, id.as_str(), version, kept.version).await?;
    Ok(then.map(|row| PartyForm::from(&row)))
}

/// Says to whom each private field is open, from the version that was read. What is not
/// named stays as it was. The new version.
///
/// # Errors
/// `forbidden` for anybody but its members: consent is theirs alone to give; `changed`.
#[boxed]
pub async fn consent(
    node: &Node,
    who: &Who,
    id: &PartyId,
    version: i64,
    opened: &BTreeMap<PrivateField, Audience>,
) -> Result<i64, Refusal> {
    who.writer_for(id)?;
    let mut write = node.write(who, "consent-changed").await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    let mut row = kept.row;
    for (field, to) in opened {
        if row.consents.get(field).map(|c| c.to) != Some(*to) {
            row.consents.insert(*field, Consent { to: *to, since: node.now() });
        }
    }
    row.changed = node.now();
    let version = write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(version)
}

/// Hides a party with its posts from everybody but its members, or shows it again.
///
/// # Errors
/// `forbidden`; `missing`; `party-state` for one that was merged or erased.
#[boxed]
pub async fn hide(node: &Node, who: &Who, id: &PartyId, hidden: bool) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    let mut write = node.write(who, if hidden { "party-hidden" } else { "party-shown" }).await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    if !matches!(kept.row.state, PartyState::Active | PartyState::Hidden) {
        return Err(Refusal::state("party-state", kept.row.state.as_str()));
    }
    let state = if hidden { PartyState::Hidden } else { PartyState::Active };
    write.update(&PartyRow { state, changed: node.now(), ..kept.row }, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}
