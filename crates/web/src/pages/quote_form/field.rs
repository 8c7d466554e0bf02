//! Fields of the form, made of what the rules know.

use crate::ask::Fields;
use pul_app::quote::Prices;
use pul_locale::Locale;
use pul_pack::parameters::{Kind, Measure, Value, write_figure};
use pul_pack::rules::{Default as Unsaid, Input, InputKind};

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

/// Makes fields of what the rules know.
pub(super) struct Maker<'a> {
    pub(super) locale: Locale,
    pub(super) fields: &'a Fields,
    pub(super) prices: &'a Prices,
}

impl Maker<'_> {
    /// A field of an input. `needed`: a choice without a default cannot be left open.
    pub(super) fn field(&self, input: &Input, name: &str, needed: bool) -> Field {
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

    pub(super) fn flag(&self, id: &str) -> String {
        self.locale.say(if id == "true" { "yes" } else { "no" }, &[])
    }

    pub(super) fn unsaid(&self, text: &str, choices: &[(String, String, bool)]) -> String {
        choices
            .iter()
            .find(|(id, _, _)| id == text)
            .map_or_else(|| text.to_owned(), |(_, words, _)| words.clone())
    }

    pub(super) fn same_as(&self, id: &str) -> String {
        let inputs = &self.prices.tariff.rules.inputs;
        let label =
            inputs.iter().find(|i| i.id == id).map(|i| i.label.in_language(self.locale.language().code()));
        label.map_or_else(String::new, |label| self.locale.say("deal-same", &[("input", label.into())]))
    }

    /// What a number counts, after its label.
    pub(super) fn unit(&self, kind: &InputKind) -> String {
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
    pub(super) fn assumptions(&self) -> Vec<Field> {
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
