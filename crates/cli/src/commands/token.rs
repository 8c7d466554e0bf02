//! `pul token`: a token of the API for an account, made by whoever runs the system.

use crate::arguments::{Format, General};
use crate::commands::config::ConfigArguments;
use crate::commands::database::{self, told};
use crate::output;
use jiff::Timestamp;
use pul_app::Error;
use pul_app::files::hash;
use pul_app::live::chance::{Chance, SystemChance, new_id, new_secret};
use pul_app::live::sign_in;
use pul_domain::{Id, LanguageCode, Private};
use pul_store::tables::{Account, AccountState, Role, Scope, Token};
use pul_store::{Actor, Query, Store};
use serde_json::json;
use std::collections::BTreeSet;

/// The account is made if there is none; it is an organiser's where `sign_in.organisers` names it. The
/// secret is told this once and kept nowhere.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul token robot@example.org --scope read --name nightly-export")]
pub struct MakeToken {
    /// E-mail address of the account
    email: String,
    /// What it may do: read, write or organise; may be given again
    #[arg(long, required = true, value_parser = scope)]
    scope: Vec<Scope>,
    /// What it is called
    #[arg(long, default_value = "made by pul token")]
    name: String,
    #[command(flatten)]
    from: ConfigArguments,
}

fn scope(word: &str) -> Result<Scope, String> {
    Scope::parse(word).ok_or_else(|| "it is read, write or organise".to_owned())
}

impl MakeToken {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let email = sign_in::email(&self.email).map_err(database::refusal)?;
        let organisers = self.from.read(&[])?.settings.organisers;
        database::wait(async {
            let store = database::open_current(&self.from).await?;
            let (account, secret) = self.make(&store, &email, &organisers).await?;
            store.close().await;
            match general.format {
                Format::Json => output::json(&json!({ "account": account.id, "secret": secret })),
                _ => output::text(&secret),
            }
        })
    }

    async fn make(
        &self,
        store: &Store,
        email: &str,
        organisers: &[String],
    ) -> Result<(Account, String), Error> {
        let (chance, now) = (SystemChance, Timestamp::now());
        let key = Account::email_key(email);
        let mut write = store.write(&Actor::system("token-made"), now).await.map_err(told)?;
        let found =
            write.find::<Account>(&Query::new().is("email", key.as_str()).limit(1)).await.map_err(told)?;
        let account = match found.into_iter().next() {
            Some(kept) => kept.row,
            None => {
                let account = account(email, organisers.contains(&key), &chance, now)?;
                write.insert(&account).await.map_err(told)?;
                account
            }
        };
        let organises = self.scope.contains(&Scope::Organise);
        if account.state != AccountState::Active || organises && !account.roles.contains(&Role::Organiser) {
            return Err(Error::Refused {
                what: "the account is closed, or is no organiser's".into(),
                cure: "Open it, make it an organiser's, or leave `organise` out".into(),
            });
        }
        let secret = format!("pul_{}", new_secret(&chance));
        let token = Token {
            id: id(&chance, now)?,
            hash: hash(secret.as_bytes()),
            account: account.id.clone(),
            name: self.name.clone(),
            scopes: self.scope.iter().copied().collect(),
            created: now,
            expires: None,
            revoked: None,
        };
        write.insert(&token).await.map_err(told)?;
        write.commit().await.map_err(told)?;
        Ok((account, secret))
    }
}

fn id<K>(chance: &dyn Chance, now: Timestamp) -> Result<Id<K>, Error> {
    Id::new(&new_id(chance, now))
        .map_err(|e| Error::Refused { what: e.to_string(), cure: "Try again".into() })
}

fn account(email: &str, organiser: bool, chance: &dyn Chance, now: Timestamp) -> Result<Account, Error> {
    Ok(Account {
        id: id(chance, now)?,
        email: Private::new(email.to_owned()),
        name: email.split('@').next().unwrap_or_default().to_owned(),
        language: LanguageCode::ENGLISH,
        roles: if organiser { BTreeSet::from([Role::Organiser]) } else { BTreeSet::new() },
        state: AccountState::Active,
        created: now,
        preferences: Default::default(),
    })
}
