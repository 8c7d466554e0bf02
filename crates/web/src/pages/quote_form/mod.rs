//! The deal as a form: every input the pack's rules know, every assumption, each with the value
//! that holds when nothing is said.

mod asked;
mod faults;
mod field;

pub(crate) use asked::asked;

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use faults::Faults;
use field::{Field, Maker};
use pul_domain::Findings;
use pul_pack::rules::{Input, InputScope};

/// Members of a team the form has room for.
const MEMBERS: usize = 4;
/// Inputs shown first; the rest stand folded below. Ones a pack does not have are passed over.
const FIRST: [&str; 5] = ["months", "province", "hire-city", "claimant", "sred-share"];
/// Of a member.
const FIRST_OF_MEMBER: [&str; 4] = ["occupation", "seniority", "people", "rate-usd"];

struct Member {
    heading: String,
    first: Vec<Field>,
    rest: Vec<Field>,
}

#[derive(Template)]
#[template(path = "quote_form.html")]
struct Page {
    f: Frame,
    first: Vec<Field>,
    rest: Vec<Field>,
    members: Vec<Member>,
    assumptions: Vec<Field>,
    day: String,
    title: String,
    /// What no field takes: the place and the words.
    faults: Vec<(String, String)>,
    unfolded: bool,
}

/// The form, filled with whatever the query says.
pub(crate) async fn show(ask: Ask) -> Answer {
    let page = filled(&ask, &Findings::new());
    html(&page)
}

/// The form again, each fault beside its field.
pub(crate) fn with_faults(ask: &Ask, findings: &Findings) -> Answer {
    crate::ask::html_with_faults(&filled(ask, findings))
}

fn filled(ask: &Ask, findings: &Findings) -> Page {
    let prices = ask.node().prices();
    let mut faults = Faults::of(ask, findings);
    let maker = Maker { locale: ask.locale(), fields: &ask.fields, prices };
    let inputs = || prices.tariff.rules.inputs.iter().filter(|i| !matches!(i.id.as_str(), "date" | "way"));
    let of = |scope: InputScope| inputs().filter(move |i| i.scope == scope);
    let first = |ids: &[&str], scope| -> Vec<&Input> {
        ids.iter().filter_map(|id| of(scope).find(|i| i.id == *id)).collect()
    };
    let mut deal: Vec<Field> =
        first(&FIRST, InputScope::Deal).iter().map(|i| maker.field(i, &i.id, true)).collect();
    let mut rest: Vec<Field> = of(InputScope::Deal)
        .filter(|i| !FIRST.contains(&i.id.as_str()))
        .map(|i| maker.field(i, &i.id, true))
        .collect();
    let member = |n: usize| {
        let name = |i: &Input| format!("m{n}-{}", i.id);
        let all = of(InputScope::Member);
        Member {
            heading: ask.locale().say("deal-member", &[("n", n.into())]),
            first: first(&FIRST_OF_MEMBER, InputScope::Member)
                .iter()
                .map(|i| maker.field(i, &name(i), n == 1))
                .collect(),
            rest: all
                .filter(|i| !FIRST_OF_MEMBER.contains(&i.id.as_str()))
                .map(|i| maker.field(i, &name(i), n == 1))
                .collect(),
        }
    };
    let mut members: Vec<Member> = (1..=MEMBERS).map(member).collect();
    let mut assumptions = maker.assumptions();
    let of_members = members.iter_mut().flat_map(|m| m.first.iter_mut().chain(m.rest.iter_mut()));
    for field in deal.iter_mut().chain(rest.iter_mut()).chain(assumptions.iter_mut()).chain(of_members) {
        field.faults = faults.take(&field.name);
    }
    let unfolded = rest.iter().chain(&assumptions).any(|f| !f.faults.is_empty());
    Page {
        f: ask.open_frame("deal-title"),
        first: deal,
        rest,
        members,
        assumptions,
        day: ask.fields.text("date").to_owned(),
        title: ask.fields.text("title").to_owned(),
        faults: faults.left(),
        unfolded,
    }
}
