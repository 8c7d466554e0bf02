//! Accounts: one's own settings, and what organisers do with those of others.

use super::node::Node;
use super::outbox::{self, Letter};
use super::paging::{Page, Paging, page};
use super::refusal::Refusal;
use super::sessions::{self, SignedIn};
use super::who::Who;
use crate::boxed;
use pul_domain::{Finding, Findings, LanguageCode, Place, Private};
use pul_store::tables::{Account, AccountId, AccountState, Preferences, Role, Session};
use pul_store::{Actor, Kept, Order, Query, Write};
use std::collections::BTreeSet;

/// Longest name, in characters.
pub const LONGEST_NAME: usize = 120;
/// Languages the pages speak.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "ur"];

/// The account of an address, as it is unique among accounts.
pub(crate) async fn by_email(write: &mut Write, key: &str) -> Result<Option<Kept<Account>>, Refusal> {
    Ok(write.find::<Account>(&Query::new().is("email", key).limit(1)).await?.into_iter().next())
}

/// The account of an address; made if there is none.
pub(crate) async fn of_email(
    node: &Node,
    write: &mut Write,
    email: &str,
    language: LanguageCode,
) -> Result<Account, Refusal> {
    let key = Account::email_key(email);
    if let Some(kept) = by_email(write, &key).await? {
        return Ok(kept.row);
    }
    let organiser = node.settings().organisers.contains(&key);
    let account = Account {
        id: node.new_id(),
        email: Private::new(email.trim().to_owned()),
        name: String::new(),
        language,
        roles: if organiser { BTreeSet::from([Role::Organiser]) } else { BTreeSet::new() },
        state: AccountState::Active,
        created: node.now(),
        preferences: Preferences::default(),
    };
    write.doing("account-made");
    write.insert(&account).await?;
    Ok(account)
}

/// The account of whoever asks, with its version.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn own(node: &Node, who: &Who) -> Result<Kept<Account>, Refusal> {
    let kept = node.store().get::<Account>(who.signed_in()?.as_str()).await?;
    kept.ok_or_else(Refusal::sign_in)
}

/// What may be changed of one's own account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountForm {
    /// What its person is called.
    pub name: String,
    /// `en`, `fr` or `ur`.
    pub language: String,
    /// How they want to read, and what they want to be written to about; none leaves it as it is.
    pub preferences: Option<Preferences>,
}

/// Changes one's own account, from the version that was read. The new version.
///
/// # Errors
/// `changed` when it has changed since; `invalid` with every fault.
#[boxed]
pub async fn change(node: &Node, who: &Who, version: i64, form: &AccountForm) -> Result<i64, Refusal> {
    let id = who.writer()?;
    let mut findings = Findings::new();
    name(&form.name, "name", &mut findings);
    let language = LanguageCode::new(&form.language).filter(|_| LANGUAGES.contains(&form.language.as_str()));
    if language.is_none() {
        let place = Place::default().field("language");
        findings.push(Finding::fault("language", place, "No page speaks it.", "Choose en, fr or ur."));
    }
    let zone = form.preferences.as_ref().and_then(|p| p.zone.as_deref());
    if zone.is_some_and(|zone| pul_pack::Zone::named(zone).is_none()) {
        let place = Place::default().field("zone");
        let cure = "Write one as America/Toronto or Asia/Karachi.";
        findings.push(Finding::fault("zone", place, "No time zone has this name.", cure));
    }
    let Some(language) = language.filter(|_| !findings.has_faults()) else {
        return Err(Refusal::invalid(findings));
    };
    let mut write = node.write(who, "account-changed").await?;
    let kept = write.get::<Account>(id.as_str()).await?.ok_or_else(Refusal::sign_in)?;
    let preferences = form.preferences.clone().unwrap_or(kept.row.preferences);
    let account = Account { name: form.name.trim().to_owned(), language, preferences, ..kept.row };
    let version = write.update(&account, version).await?;
    node.commit(write).await?;
    Ok(version)
}

/// A name people are shown by.
pub(crate) fn name(text: &str, field: &str, findings: &mut Findings) {
    let fits = !text.trim().is_empty()
        && text.chars().count() <= LONGEST_NAME
        && !text.chars().any(char::is_control);
    if !fits {
        let place = Place::default().field(field);
        findings.push(Finding::fault(
            "name",
            place,
            "It is empty, or too long.",
            "Write 1 to 120 characters.",
        ));
    }
}

/// Accounts, for organisers: the newest first, or the one of an address.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn list(
    node: &Node,
    who: &Who,
    email: Option<&str>,
    paging: &Paging,
) -> Result<Page<Kept<Account>>, Refusal> {
    who.organiser()?;
    let mut query = Query::new().order("created", Order::Desc);
    if let Some(email) = email {
        query = query.is("email", Account::email_key(email));
    }
    page(node, query, paging).await
}

/// Sets what an account may do, and whether it can be used. An organiser cannot take their
/// own role away: somebody must be left who can.
///
/// # Errors
/// `forbidden`; `missing`; `changed`; `own-role`.
#[boxed]
pub async fn set(
    node: &Node,
    who: &Who,
    id: &AccountId,
    version: i64,
    roles: BTreeSet<Role>,
    suspended: bool,
) -> Result<i64, Refusal> {
    let organiser = who.organiser()?;
    who.writer()?;
    if organiser == id && (suspended || !roles.contains(&Role::Organiser)) {
        return Err(Refusal::state("own-role", "organiser"));
    }
    let mut write = node.write(who, "account-set").await?;
    let kept = write.get::<Account>(id.as_str()).await?.ok_or_else(|| Refusal::missing("account"))?;
    if kept.row.state == AccountState::Erased {
        return Err(Refusal::missing("account"));
    }
    let state = if suspended { AccountState::Suspended } else { AccountState::Active };
    let version = write.update(&Account { roles, state, ..kept.row }, version).await?;
    if suspended {
        write.sweep::<Session>(&Query::new().is("account", id)).await?;
    }
    node.commit(write).await?;
    Ok(version)
}

/// Invites somebody: an account is made for the address, and a letter tells of it. With one
/// they sign in by link as anybody does; where there is one already, only the letter is sent.
///
/// # Errors
/// `forbidden`; `email`.
#[boxed]
pub async fn invite(
    node: &Node,
    who: &Who,
    email: &str,
    language: LanguageCode,
) -> Result<AccountId, Refusal> {
    who.organiser()?;
    who.writer()?;
    let address = super::sign_in::email(email)?;
    let mut write = node.write(who, "account-invited").await?;
    let account = of_email(node, &mut write, &address, language).await?;
    outbox::post(node, &mut write, &address, account.language, Letter::new("invitation")).await?;
    node.commit(write).await?;
    Ok(account.id)
}

/// Who a visitor of the demonstration may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoRole {
    /// An organiser.
    Organiser,
    /// A member of a party that asks.
    Asker,
    /// A member of a party that offers.
    Offerer,
    /// An analyst.
    Analyst,
}

impl DemoRole {
    /// Every role, in the order they are shown.
    pub const ALL: [DemoRole; 4] =
        [DemoRole::Organiser, DemoRole::Asker, DemoRole::Offerer, DemoRole::Analyst];

    /// Its name in addresses and messages.
    pub fn name(self) -> &'static str {
        match self {
            DemoRole::Organiser => "organiser",
            DemoRole::Asker => "asker",
            DemoRole::Offerer => "offerer",
            DemoRole::Analyst => "analyst",
        }
    }

    /// The role of a name.
    pub fn parse(name: &str) -> Option<DemoRole> {
        DemoRole::ALL.into_iter().find(|role| role.name() == name)
    }

    /// The address of its account in the example world.
    pub fn email(self) -> String {
        format!("{}@example.org", self.name())
    }
}

/// Signs in as a role, in the demonstration alone.
///
/// # Errors
/// `missing` outside the demonstration, or where the example world was not loaded.
#[boxed]
pub async fn demo(node: &Node, role: DemoRole, agent: &str) -> Result<SignedIn, Refusal> {
    if !node.settings().demo {
        return Err(Refusal::missing("demo"));
    }
    let mut write = node.write_as(&Actor::new("public", "signed-in")).await?;
    let kept = by_email(&mut write, &role.email()).await?.ok_or_else(|| Refusal::missing("demo"))?;
    let opened = sessions::open(node, &mut write, &kept.row, agent, "/").await?;
    write.commit().await?;
    Ok(opened)
}
