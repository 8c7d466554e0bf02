//! Parties: what a viewer may see, and what their members may change.

use super::node::Node;
use super::posts::{self, PostShown};
use super::privacy::{self, sees};
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use jiff::Timestamp;
use pul_domain::{CityId, Finding, Findings, Party, PartyId, PartyKind, Place, Private, SideId};
use pul_pack::Pack;
use pul_store::tables::{
    Account, Audience, Consent, MemberLevel, Membership, PartyRow, PartyState, PostRow, PostState,
    PrivateField,
};
use pul_store::{Kept, Query};
use std::collections::{BTreeMap, BTreeSet};

/// Longest text about a party, in characters.
const LONGEST_ABOUT: usize = 4_000;

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

/// What a party says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyForm {
    /// What kind it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// What it says about itself.
    pub about: String,
    /// Ids of its sides, one or both.
    pub sides: Vec<String>,
    /// Id of its city; empty for none.
    pub city: String,
    /// Its page; empty for none.
    pub website: String,
    /// Its e-mail address; empty for none.
    pub email: String,
    /// Its telephone number; empty for none.
    pub phone: String,
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

/// A checked form.
struct Checked {
    sides: Vec<SideId>,
    city: Option<CityId>,
    website: Option<String>,
    email: Option<Private<String>>,
    phone: Option<Private<String>>,
}

fn fault(findings: &mut Findings, field: &str, code: &str, cause: &str, cure: &str) {
    findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
}

fn check(pack: &Pack, form: &PartyForm) -> Result<Checked, Refusal> {
    let mut findings = Findings::new();
    super::accounts::name(&form.name, "name", &mut findings);
    if form.about.chars().count() > LONGEST_ABOUT {
        fault(&mut findings, "about", "too-long", "The text is too long.", "Write at most 4,000 characters.");
    }
    let known = |id: &&String| pack.side(id).map(|side| side.id.clone());
    let mut sides: Vec<SideId> = form.sides.iter().filter_map(|id| known(&id)).collect();
    sides.sort();
    sides.dedup();
    if sides.is_empty() || form.sides.iter().any(|id| pack.side(id).is_none()) {
        fault(
            &mut findings,
            "sides",
            "unknown-side",
            "No side of the corridor is named.",
            "Choose one or both.",
        );
    }
    let city = pack.city(form.city.trim()).filter(|city| sides.contains(&city.side));
    if !form.city.trim().is_empty() && city.is_none() {
        fault(
            &mut findings,
            "city",
            "unknown-city",
            "It is no city of a side of yours.",
            "Choose one of the list.",
        );
    }
    let website = website(form.website.trim());
    if website.is_none() && !form.website.trim().is_empty() {
        let cure = "Write an address that begins with https://.";
        fault(&mut findings, "website", "website", "It is no address of a page.", cure);
    }
    let email = (!form.email.trim().is_empty()).then(|| super::sign_in::email(&form.email));
    if matches!(email, Some(Err(_))) {
        fault(&mut findings, "email", "email", "It is no e-mail address.", "Write it as name@example.org.");
    }
    let phone: String = form.phone.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let plain = phone.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '.'));
    let sound = phone.is_empty() || (plain && (7..=15).contains(&digits));
    if !sound {
        let cure = "Write it with its country code, as +1 514 555 0100.";
        fault(&mut findings, "phone", "phone", "It is no telephone number.", cure);
    }
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    Ok(Checked {
        sides,
        city: city.map(|city| city.id.clone()),
        website,
        email: email.and_then(Result::ok).map(Private::new),
        phone: (!phone.is_empty()).then(|| Private::new(form.phone.trim().to_owned())),
    })
}

/// An address of a page that is safe to link to.
fn website(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named =
        host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let plain = text.len() <= 300
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"'`".contains(c));
    (named && plain).then(|| text.to_owned())
}

/// Makes a party; whoever makes it is its owner. Its e-mail address and telephone number are
/// open to parties whose introduction was accepted, and its rates to everybody signed in,
/// until it decides otherwise: the form says so.
///
/// # Errors
/// `sign-in`; `invalid`.
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

/// Says to whom each private field is open, from the version that was read. What is not
/// named stays as it was. The new version.
///
/// # Errors
/// `forbidden` for anybody but its members: consent is theirs alone to give; `changed`.
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

/// Takes charge of a party that was brought by an import: whoever reads the mail of its
/// address, which their own account has proved, acts for it from now on.
///
/// # Errors
/// `claim-ask` where the addresses differ: an organiser can make them a member; `missing`.
pub async fn claim(node: &Node, who: &Who, id: &PartyId) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let own = super::accounts::own(node, who).await?.row;
    let mut write = node.write(who, "party-claimed").await?;
    let kept = write.get::<PartyRow>(id.as_str()).await?.filter(|k| k.row.state == PartyState::Active);
    let kept = kept.ok_or_else(|| Refusal::missing("party"))?;
    let key = |email: &Private<String>| Account::email_key(email.open_with_consent());
    let same = kept.row.party.email.as_ref().is_some_and(|email| key(email) == key(&own.email));
    if !same {
        return Err(Refusal::new(RefusalKind::Forbidden, "claim-ask"));
    }
    let level = if kept.row.claimed { MemberLevel::Member } else { MemberLevel::Owner };
    write.insert_if_absent(&Membership { account, party: id.clone(), level, since: node.now() }).await?;
    let row = PartyRow { claimed: true, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Lets another account act for a party: its owners may, and organisers.
///
/// # Errors
/// `forbidden`; `no-account` where nobody has signed in by that address yet.
pub async fn add_member(
    node: &Node,
    who: &Who,
    id: &PartyId,
    email: &str,
    level: MemberLevel,
) -> Result<(), Refusal> {
    may_name_members(node, who, id).await?;
    let mut write = node.write(who, "member-added").await?;
    let key = Account::email_key(email);
    let account = super::accounts::by_email(&mut write, &key).await?;
    let account = account.ok_or_else(|| Refusal::field("email", "no-account"))?.row.id;
    let kept = write.get::<PartyRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("party"))?;
    write.insert_if_absent(&Membership { account, party: id.clone(), level, since: node.now() }).await?;
    if !kept.row.claimed {
        let row = PartyRow { claimed: true, changed: node.now(), ..kept.row };
        write.update(&row, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Ends a membership: that of another for owners and organisers, one's own for anybody. The
/// last owner stays.
///
/// # Errors
/// `forbidden`; `missing`; `last-owner`.
pub async fn remove_member(node: &Node, who: &Who, id: &PartyId, account: &str) -> Result<(), Refusal> {
    let own = who.writer()?.as_str() == account;
    if !own {
        may_name_members(node, who, id).await?;
    }
    let mut write = node.write(who, "member-removed").await?;
    let all = write.find::<Membership>(&Query::new().is("party", id)).await?;
    let owners: BTreeSet<&str> =
        all.iter().filter(|k| k.row.level == MemberLevel::Owner).map(|k| k.row.account.as_str()).collect();
    if owners.len() == 1 && owners.contains(account) {
        return Err(Refusal::state("last-owner", "owner"));
    }
    let kept = all.iter().find(|k| k.row.account.as_str() == account);
    let kept = kept.ok_or_else(|| Refusal::missing("member"))?;
    write.delete::<Membership>(&format!("{account}/{id}"), kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

async fn may_name_members(node: &Node, who: &Who, id: &PartyId) -> Result<(), Refusal> {
    let account = who.writer()?;
    if who.is_organiser() {
        return Ok(());
    }
    let own = node.store().get::<Membership>(&format!("{account}/{id}")).await?;
    let owner = own.is_some_and(|kept| kept.row.level == MemberLevel::Owner);
    if owner { Ok(()) } else { Err(Refusal::forbidden()) }
}

/// Hides a party with its posts from everybody but its members, or shows it again.
///
/// # Errors
/// `forbidden`; `missing`; `party-state` for one that was merged or erased.
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
