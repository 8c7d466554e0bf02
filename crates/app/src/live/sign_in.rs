//! Signing in by a link sent by e-mail, and in the demonstration as a role.

use super::accounts;
use super::attempts;
use super::node::Node;
use super::outbox::{self, Letter};
use super::refusal::{Refusal, RefusalKind};
use super::sessions::{self, SignedIn};
use crate::boxed;
use crate::files::hash;
use pul_domain::{LanguageCode, Private};
use pul_store::tables::{Account, SignInLink};
use pul_store::{Actor, Query};

/// Longest e-mail address (RFC 5321, section 4.5.3.1.3).
const LONGEST_EMAIL: usize = 254;

/// An e-mail address as far as it can be judged without sending to it.
///
/// # Errors
/// `email`.
pub fn email(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let parts = text.rsplit_once('@');
    let fits = text.len() <= LONGEST_EMAIL
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"' | '\\'))
        && parts.is_some_and(|(local, domain)| {
            !local.is_empty()
                && !local.contains('@')
                && domain.split('.').count() > 1
                && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-'))
        });
    if fits { Ok(text.to_owned()) } else { Err(Refusal::field("email", "email")) }
}

/// A link asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRequest {
    /// Where to send it.
    pub email: String,
    /// The language of the letter, and of an account it makes.
    pub language: LanguageCode,
    /// The path to go on to, within this site.
    pub then: String,
    /// The network address it is asked from.
    pub network: String,
}

/// Sends a sign-in link. The answer is the same whether or not there is such an account, so
/// that nobody learns who is here.
///
/// # Errors
/// `email`; `too-often`.
#[boxed]
pub async fn request_link(node: &Node, asked: &LinkRequest) -> Result<(), Refusal> {
    let address = email(&asked.email)?;
    let key = Account::email_key(&address);
    let settings = node.settings();
    attempts::count(node, &attempts::about("network", &asked.network), settings.attempts_per_network).await?;
    attempts::count(node, &attempts::about("link", &key), settings.links_per_address).await?;
    let secret = node.new_secret();
    let mut write = node.write_as(&Actor::new("public", "link-requested")).await?;
    let known = accounts::by_email(&mut write, &key).await?;
    let may = settings.open_sign_up || known.is_some() || settings.organisers.contains(&key);
    if !may {
        return Ok(());
    }
    let language = known.map_or(asked.language, |kept| kept.row.language);
    let link = SignInLink {
        hash: hash(secret.as_bytes()),
        email: Private::new(address.clone()),
        language,
        then: within(&asked.then).to_owned(),
        created: node.now(),
        expires: node.now() + settings.link,
        used: None,
    };
    write.insert(&link).await?;
    let letter = Letter::new("sign-in").value("secret", secret).value("minutes", settings.link.as_mins());
    outbox::post(node, &mut write, &address, language, letter).await?;
    write.commit().await?;
    Ok(())
}

/// A path within this site; the root for anything that could lead elsewhere.
pub fn within(path: &str) -> &str {
    let plain = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 500
        && !path.chars().any(|c| c.is_control() || c == '\\' || c.is_whitespace());
    if plain { path } else { "/" }
}

/// A link that was followed, before it is used: a page shows a button, so that programs that
/// look at links in letters do not use it up.
///
/// # Errors
/// `link-spent` for one that is unknown, used or too old; the three are told alike.
#[boxed]
pub async fn look_at_link(node: &Node, secret: &str) -> Result<LanguageCode, Refusal> {
    let kept = node.store().get::<SignInLink>(&hash(secret.as_bytes())).await?;
    let link = kept.map(|k| k.row).filter(|l| l.used.is_none() && l.expires > node.now());
    link.map(|l| l.language).ok_or_else(|| Refusal::new(RefusalKind::SignIn, "link-spent"))
}

/// Uses a link: opens a session, and makes the account if this is its first.
///
/// # Errors
/// `link-spent`; `too-often`; `account-closed`.
#[boxed]
pub async fn redeem(node: &Node, secret: &str, agent: &str, network: &str) -> Result<SignedIn, Refusal> {
    let most = node.settings().attempts_per_network;
    attempts::count(node, &attempts::about("network", network), most).await?;
    let spent = || Refusal::new(RefusalKind::SignIn, "link-spent");
    let mut write = node.write_as(&Actor::new("public", "signed-in")).await?;
    let kept = write.get::<SignInLink>(&hash(secret.as_bytes())).await?.ok_or_else(spent)?;
    let mut link = kept.row;
    if link.used.is_some() || link.expires <= node.now() {
        return Err(spent());
    }
    link.used = Some(node.now());
    // Two who use it at the same moment: the second finds another version and is refused.
    write.update(&link, kept.version).await.map_err(|_| spent())?;
    let account = accounts::of_email(node, &mut write, link.email.open_with_consent(), link.language).await?;
    let opened = sessions::open(node, &mut write, &account, agent, &link.then).await?;
    write.commit().await?;
    Ok(opened)
}

/// Opens a session for an address that something else has proved: a provider of identities.
/// Makes the account if this is its first.
///
/// # Errors
/// `email`; `account-closed`; `forbidden` where accounts are by invitation and there is none.
#[boxed]
pub async fn proved(
    node: &Node,
    address: &str,
    language: LanguageCode,
    agent: &str,
    then: &str,
) -> Result<SignedIn, Refusal> {
    let address = email(address)?;
    let key = Account::email_key(&address);
    let mut write = node.write_as(&Actor::new("public", "signed-in")).await?;
    let known = accounts::by_email(&mut write, &key).await?.is_some();
    if !(known || node.settings().open_sign_up || node.settings().organisers.contains(&key)) {
        return Err(Refusal::forbidden());
    }
    let account = accounts::of_email(node, &mut write, &address, language).await?;
    let opened = sessions::open(node, &mut write, &account, agent, within(then)).await?;
    write.commit().await?;
    Ok(opened)
}

/// Forgets links that no longer hold; how many.
pub(crate) async fn forget(node: &Node) -> Result<u64, Refusal> {
    let mut write = node.write_as(&Actor::system("sweep")).await?;
    let gone = write.sweep::<SignInLink>(&Query::new().below("expires", node.now())).await?;
    write.commit().await?;
    Ok(gone)
}
