//! Signing in through a provider of identities: there by a link, back by the provider.

use crate::ask::{Answer, Ask, redirect};
use crate::pages::sign_in::enter;
use pul_app::live::oidc::{Begun, Identities};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::LanguageCode;

fn identities(ask: &Ask) -> Result<&Identities, Refusal> {
    ask.site.identities().ok_or_else(|| Refusal::missing("page"))
}

/// Where signing in through the provider begins.
pub(crate) fn address(ask: &Ask, then: &str) -> String {
    let then: String = form_urlencoded::byte_serialize(then.as_bytes()).collect();
    format!("{}?then={then}", ask.to("/sign-in/provider"))
}

/// Leads to the provider. A link and not a form: our pages may send forms nowhere else.
pub(crate) async fn there(ask: Ask) -> Answer {
    let begun = Begun {
        browser: &ask.visit,
        language: LanguageCode::new(ask.language.code()).unwrap_or(LanguageCode::ENGLISH),
        then: ask.fields.text("then"),
    };
    let address = identities(&ask)?.begin(ask.node(), &begun).await?;
    redirect(&address)
}

/// The provider sent the browser back.
pub(crate) async fn back(ask: Ask) -> Answer {
    let fields = &ask.fields;
    if fields.get("error").is_some() {
        return Err(Refusal::new(RefusalKind::SignIn, "identity").value("why", "refused").into());
    }
    let (state, code) = (fields.text("state"), fields.text("code"));
    let opened = identities(&ask)?.finish(ask.node(), &ask.visit, state, code, &ask.agent).await?;
    enter(&ask, opened)
}
