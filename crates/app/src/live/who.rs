//! Who asks: somebody signed in, a program with a token, or the public.

use super::refusal::Refusal;
use pul_domain::{LanguageCode, PartyId};
use pul_store::Actor;
use pul_store::tables::{AccountId, Preferences, Role, Scope};
use std::collections::BTreeSet;

/// Whoever asks for something, with what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The account; none for the public.
    pub account: Option<AccountId>,
    /// Its name, as it is shown to itself.
    pub name: String,
    /// Its language.
    pub language: LanguageCode,
    /// How it reads.
    pub preferences: Preferences,
    /// Its roles.
    pub roles: BTreeSet<Role>,
    /// The parties it speaks for.
    pub parties: Vec<PartyId>,
    /// The token it came by, if by one.
    pub token: Option<String>,
    /// What that token may do; none for somebody signed in, who may all of theirs.
    pub scopes: Option<BTreeSet<Scope>>,
}

impl Who {
    /// Anybody.
    pub fn public() -> Who {
        Who {
            account: None,
            name: String::new(),
            language: LanguageCode::ENGLISH,
            preferences: Preferences::default(),
            roles: BTreeSet::new(),
            parties: Vec::new(),
            token: None,
            scopes: None,
        }
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.account.is_some()
    }

    /// Whether the token, if it came by one, allows this.
    fn allows(&self, scope: Scope) -> bool {
        self.scopes.as_ref().is_none_or(|scopes| scopes.contains(&scope))
    }

    /// Whether they are an organiser and may act as one.
    pub fn is_organiser(&self) -> bool {
        self.roles.contains(&Role::Organiser) && self.allows(Scope::Organise)
    }

    /// Whether they may read what analysts read; organisers may.
    pub fn is_analyst(&self) -> bool {
        self.roles.contains(&Role::Analyst) || self.is_organiser()
    }

    /// Whether they speak for a party.
    pub fn speaks_for(&self, party: &PartyId) -> bool {
        self.parties.contains(party)
    }

    /// The account, or a refusal that asks to sign in.
    ///
    /// # Errors
    /// `sign-in`.
    pub fn signed_in(&self) -> Result<&AccountId, Refusal> {
        self.account.as_ref().ok_or_else(Refusal::sign_in)
    }

    /// The account, if it may write.
    ///
    /// # Errors
    /// `sign-in`; `forbidden` for a token that may only read.
    pub fn writer(&self) -> Result<&AccountId, Refusal> {
        let account = self.signed_in()?;
        if self.allows(Scope::Write) { Ok(account) } else { Err(Refusal::forbidden()) }
    }

    /// The account, if it may write for a party.
    ///
    /// # Errors
    /// As [`Who::writer`]; `forbidden` for a party they do not speak for.
    pub fn writer_for(&self, party: &PartyId) -> Result<&AccountId, Refusal> {
        let account = self.writer()?;
        if self.speaks_for(party) { Ok(account) } else { Err(Refusal::forbidden()) }
    }

    /// The account, if it may organise.
    ///
    /// # Errors
    /// `sign-in`; `forbidden`.
    pub fn organiser(&self) -> Result<&AccountId, Refusal> {
        let account = self.signed_in()?;
        if self.is_organiser() { Ok(account) } else { Err(Refusal::forbidden()) }
    }

    /// Who the log names for what they do: an id, never a name or an e-mail.
    pub fn actor(&self, doing: &str) -> Actor {
        match (&self.token, &self.account) {
            (Some(token), _) => Actor::new(&format!("token:{token}"), doing),
            (None, Some(account)) => Actor::account(account, doing),
            (None, None) => Actor::new("public", doing),
        }
    }
}
