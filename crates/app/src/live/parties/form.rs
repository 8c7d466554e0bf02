//! What a party says of itself, as it is handed in.

use crate::live::accounts;
use crate::live::refusal::Refusal;
use crate::live::sign_in;
use pul_domain::{CityId, Finding, Findings, PartyKind, Place, Private, SideId};
use pul_pack::Pack;
use pul_store::tables::PartyRow;

/// Longest text about a party, in characters.
const LONGEST_ABOUT: usize = 4_000;

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

impl From<&PartyRow> for PartyForm {
    /// With its private fields: for its members and organisers alone.
    fn from(row: &PartyRow) -> PartyForm {
        let open = |field: Option<&Private<String>>| {
            field.map_or_else(String::new, |it| it.open_with_consent().clone())
        };
        PartyForm {
            kind: row.party.kind,
            name: row.party.name.clone(),
            about: row.about.clone(),
            sides: row.party.sides.iter().map(ToString::to_string).collect(),
            city: row.party.city.as_ref().map_or_else(String::new, ToString::to_string),
            website: row.website.clone().unwrap_or_default(),
            email: open(row.party.email.as_ref()),
            phone: open(row.phone.as_ref()),
        }
    }
}

/// A checked form.
pub(super) struct Checked {
    pub sides: Vec<SideId>,
    pub city: Option<CityId>,
    pub website: Option<String>,
    pub email: Option<Private<String>>,
    pub phone: Option<Private<String>>,
}

fn fault(findings: &mut Findings, field: &str, code: &str, cause: &str, cure: &str) {
    findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
}

pub(super) fn check(pack: &Pack, form: &PartyForm) -> Result<Checked, Refusal> {
    let mut findings = Findings::new();
    accounts::name(&form.name, "name", &mut findings);
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
    let email = (!form.email.trim().is_empty()).then(|| sign_in::email(&form.email));
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
