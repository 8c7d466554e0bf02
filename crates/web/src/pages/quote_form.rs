//! The deal as a form: every input the pack's rules know, every assumption, each with the value
//! that holds when nothing is said.

use crate::ask::{Answer, Ask, Fields, html};
use crate::frame::Frame;
use askama::Template;
use pul_app::quote::{Asked, Prices};
use pul_domain::Findings;
use pul_locale::Locale;
use pul_pack::parameters::{Kind, Measure, Value, write_figure};
use pul_pack::rules::{Default as Unsaid, Input, InputKind, InputScope};
use std::collections::BTreeMap;

/// Members of a team the form has room for.
const MEMBERS: usize = 4;
/// Inputs shown first; the rest stand folded below. Ones a pack does not have are passed over.
const FIRST: [&str; 5] = ["months", "province", "hire-city", "claimant", "sred-share"];
/// Of a member.
const FIRST_OF_MEMBER: [&str; 4] = ["occupation", "seniority", "people", "rate-usd"];

/// A field of the form.
pub(crate) struct Field {
    pub name: String,
    pub label: String,
    pub kind: &'static str,
    pub value: String,
    /// What holds when it is left empty.
    pub unsaid: String,
    /// Values of a choice: id, words, whether chosen.
    pub choices: Vec<(String, String, bool)>,
    /// Whether a choice may be left open.
    pub open: bool,
    pub faults: Vec<String>,
}

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
    faults: Vec<String>,
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

/// Makes fields of what the rules know.
struct Maker<'a> {
    locale: Locale,
    fields: &'a Fields,
    prices: &'a Prices,
}

impl Maker<'_> {
    /// A field of an input. `needed`: a choice without a default cannot be left open.
    fn field(&self, input: &Input, name: &str, needed: bool) -> Field {
        let code = self.locale.language().code();
        let value = self.fields.text(name).to_owned();
        let yes_no = || ["true", "false"].map(|id| (id.to_owned(), self.flag(id), value == id)).to_vec();
        let (kind, choices) = match &input.kind {
            InputKind::Choice(choices) => {
                let choice = |c: &pul_pack::rules::Choice| {
                    (c.id.clone(), c.label.in_language(code).to_owned(), c.id == value)
                };
                ("choice", choices.iter().map(choice).collect())
            }
            InputKind::Measured(Measure::Flag) => ("choice", yes_no()),
            InputKind::Measured(Measure::Text) => ("text", Vec::new()),
            InputKind::Measured(_) => ("number", Vec::new()),
            InputKind::Date => ("date", Vec::new()),
        };
        let unsaid = match &input.default {
            Unsaid::Text(text) => self.unsaid(text, &choices),
            Unsaid::Same(id) => self.same_as(id),
            Unsaid::Required | Unsaid::NewYear => String::new(),
        };
        let open = !(needed && input.default == Unsaid::Required);
        let label = input.label.in_language(code).to_owned() + &self.unit(&input.kind);
        Field { name: name.to_owned(), label, kind, value, unsaid, choices, open, faults: Vec::new() }
    }

    fn flag(&self, id: &str) -> String {
        self.locale.say(if id == "true" { "yes" } else { "no" }, &[])
    }

    fn unsaid(&self, text: &str, choices: &[(String, String, bool)]) -> String {
        choices
            .iter()
            .find(|(id, _, _)| id == text)
            .map_or_else(|| text.to_owned(), |(_, words, _)| words.clone())
    }

    fn same_as(&self, id: &str) -> String {
        let inputs = &self.prices.tariff.rules.inputs;
        let label =
            inputs.iter().find(|i| i.id == id).map(|i| i.label.in_language(self.locale.language().code()));
        label.map_or_else(String::new, |label| self.locale.say("deal-same", &[("input", label.into())]))
    }

    /// What a number counts, after its label.
    fn unit(&self, kind: &InputKind) -> String {
        match kind {
            InputKind::Measured(Measure::Percent) => " (%)".to_owned(),
            InputKind::Measured(measure @ Measure::Number(_)) => match measure.to_string().as_str() {
                "" | "count" | "ratio" | "day" | "month" => String::new(),
                unit => format!(" ({})", pul_locale::isolate_ltr(unit)),
            },
            InputKind::Measured(_) | InputKind::Choice(_) | InputKind::Date => String::new(),
        }
    }

    /// A field for each number that is assumed.
    fn assumptions(&self) -> Vec<Field> {
        let told = pul_quote_paper::Told { locale: self.locale, prices: self.prices };
        let mut out = Vec::new();
        for parameter in self.prices.tariff.parameters.iter().filter(|p| p.kind == Kind::Assumption) {
            for row in &parameter.rows {
                let Value::Number(number) = row.value else { continue };
                let name = [&["a".to_owned(), parameter.id.clone()], row.at.as_slice()].concat().join(".");
                let at: Vec<String> = row.at.iter().map(|key| told.choice(key)).collect();
                let kind = InputKind::Measured(parameter.measure.clone());
                let mut label = told.label(&parameter.label);
                if !at.is_empty() {
                    label = format!("{label}: {}", at.join(", "));
                }
                out.push(Field {
                    label: label + &self.unit(&kind),
                    kind: "number",
                    value: self.fields.text(&name).to_owned(),
                    unsaid: write_figure(number, &parameter.measure),
                    choices: Vec::new(),
                    open: true,
                    faults: Vec::new(),
                    name,
                });
            }
        }
        out
    }
}

/// Findings by the field they are about; what is about none of them is told above the form.
struct Faults(Vec<(String, String)>);

impl Faults {
    fn of(ask: &Ask, findings: &Findings) -> Faults {
        let told = findings.iter().map(|finding| {
            let (field, cause, cure) = crate::fault::told(ask, finding);
            let field = field.unwrap_or_default();
            let member = field.strip_prefix("team ").and_then(|rest| rest.split_once(": "));
            let name = member.map_or(field.clone(), |(n, id)| format!("m{n}-{id}"));
            (name, format!("{cause} {cure}"))
        });
        Faults(told.collect())
    }

    fn take(&mut self, name: &str) -> Vec<String> {
        let bare = name.strip_prefix("a.").unwrap_or(name);
        let (mine, rest) = std::mem::take(&mut self.0).into_iter().partition(|(field, _)| field == bare);
        self.0 = rest;
        let mine: Vec<(String, String)> = mine;
        mine.into_iter().map(|(_, words)| words).collect()
    }

    fn left(self) -> Vec<String> {
        self.0.into_iter().map(|(field, words)| format!("{field}: {words}")).collect()
    }
}

/// The deal that the fields of a query state.
pub(crate) fn asked(fields: &Fields, prices: &Prices) -> Asked {
    let mut asked = Asked::default();
    asked.title = fields.get("title").map(str::to_owned);
    asked.date = fields.number("date");
    let stated = |name: &str, prefix: &str, scope: InputScope| {
        let id = name.strip_prefix(prefix)?;
        prices.tariff.rules.inputs.iter().find(|i| i.id == id && i.scope == scope).map(|i| i.id.clone())
    };
    for (name, value) in fields.0.iter().map(|(k, v)| (k.as_str(), v.trim())).filter(|(_, v)| !v.is_empty()) {
        if let Some(id) =
            stated(name, "", InputScope::Deal).filter(|id| !matches!(id.as_str(), "date" | "way"))
        {
            asked.statement.inputs.insert(id, value.to_owned());
        } else if let Some(assumption) = name.strip_prefix("a.") {
            asked.assume.insert(assumption.to_owned(), value.to_owned());
        }
    }
    for n in 1..=MEMBERS {
        let prefix = format!("m{n}-");
        let member = |(name, value): &(String, String)| {
            let id = stated(name, &prefix, InputScope::Member)?;
            (!value.trim().is_empty()).then(|| (id, value.trim().to_owned()))
        };
        let member: BTreeMap<String, String> = fields.0.iter().filter_map(member).collect();
        if member.contains_key("occupation") {
            asked.statement.team.push(member);
        }
    }
    asked
}
