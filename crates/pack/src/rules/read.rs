//! Reads `rules/*.toml`. What a file holds is told by its name up to the first
//! hyphen: `lines-buyer.toml` holds lines.

use super::{
    Default, Define, Flow, Formula, Group, Input, InputKind, InputScope, Line, Paper, Profile, Receiver,
    Role, Rules, Settings, Tip, Way, shapes,
};
use crate::parameters::{Measure, Number, Rounding, Words, words};
use crate::reader::{Document, Shape, Sink, Table};
use crate::rules::Choice;
use pul_domain::{Finding, Place};

/// Reads every rule of the pack's `rules/*.toml`. Formulas are not looked into.
pub(crate) fn read<'d, 'f: 'd>(
    documents: impl Iterator<Item = &'d Document<'f>>,
    sources: &dyn Fn(&str) -> bool,
    sink: &Sink,
) -> Rules {
    let mut rules = Rules::default();
    for document in documents {
        let path = document.path();
        let name = path.trim_start_matches("rules/").trim_end_matches(".toml");
        let topic = name.split('-').next().unwrap_or(name);
        let tables = |shape: &'static Shape| document.tables(sink, shape);
        match topic {
            "settings" => rules.settings = settings(document.root(sink, &shapes::SETTINGS)),
            "inputs" => rules.inputs.extend(tables(&shapes::INPUT).into_iter().filter_map(|(id, t)| input(id, t))),
            "parties" => rules.parties.extend(tables(&shapes::PARTY).into_iter().filter_map(|(id, t)| party(id, t))),
            "ways" => rules.ways.extend(tables(&shapes::WAY).into_iter().map(|(id, t)| way(id, t))),
            "groups" => rules.groups.extend(tables(&shapes::GROUP).into_iter().map(|(id, t)| group(id, t))),
            "defines" => rules.defines.extend(tables(&shapes::DEFINE).into_iter().filter_map(|(id, t)| define(id, t))),
            "lines" => rules.lines.extend(tables(&shapes::LINE).into_iter().filter_map(|(id, t)| line(id, t))),
            "papers" => rules.papers.extend(tables(&shapes::PAPER).into_iter().filter_map(|(id, t)| paper(id, t))),
            "tips" => rules.tips.extend(tables(&shapes::TIP).into_iter().filter_map(|(_, t)| tip(t))),
            "profiles" => rules.profiles.extend(tables(&shapes::PROFILE).into_iter().map(|(id, t)| profile(id, t))),
            _ => sink.push(Finding::fault(
                "unknown-rules-file",
                Place::file(path),
                format!("{topic:?} is no kind of rules."),
                "Begin its name with settings, inputs, parties, ways, groups, defines, lines, papers, tips or profiles.",
            )),
        }
    }
    for paper in &rules.papers {
        if let Some(source) = paper.source.as_ref().filter(|s| !sources(s)) {
            sink.push(Finding::fault(
                "unknown-source",
                paper.place.clone(),
                format!("No source is called `{source}`."),
                "Describe it in sources-facts.toml, or name another.",
            ));
        }
    }
    rules
}

fn formula(table: &Table<'_>, key: &'static str) -> Option<Formula> {
    table.text(key)?;
    opt_formula(table, key)
}

fn opt_formula(table: &Table<'_>, key: &'static str) -> Option<Formula> {
    let text = table.opt_text(key)?.to_owned();
    let place = Place::line(table.path(), table.line_of(key)).field(key);
    Some(Formula { text, place })
}

fn list(table: &Table<'_>, key: &'static str) -> Vec<String> {
    table.texts(key).iter().map(|t| t.value.to_owned()).collect()
}

fn rounding(table: &Table<'_>) -> Option<Rounding> {
    let names = [
        ("half-up", Rounding::HalfUp),
        ("half-even", Rounding::HalfEven),
        ("down", Rounding::Down),
        ("up", Rounding::Up),
    ];
    table.opt_choice("rounding", &names)
}

fn settings(table: Table<'_>) -> Option<Settings> {
    let text = |key| table.text(key).map(str::to_owned);
    let (buyer, supplier, baseline) = (text("buyer-currency"), text("supplier-currency"), text("baseline"));
    let formulas = [
        formula(&table, "exchange"),
        formula(&table, "people"),
        formula(&table, "months"),
        formula(&table, "hours"),
    ];
    let rounding = rounding(&table).unwrap_or(Rounding::HalfUp);
    table.finish();
    let [exchange, people, months, hours] = formulas;
    Some(Settings {
        buyer_currency: buyer?,
        supplier_currency: supplier?,
        exchange: exchange?,
        people: people?,
        months: months?,
        hours: hours?,
        baseline: baseline?,
        rounding,
    })
}

fn input(id: &str, table: Table<'_>) -> Option<Input> {
    let label = words(&table, "label", "fr", "ur");
    let scopes = [("deal", InputScope::Deal), ("member", InputScope::Member)];
    let scope = table.opt_choice("scope", &scopes).unwrap_or(InputScope::Deal);
    let choices: Vec<Choice> =
        table.tables("choice", &shapes::CHOICE).into_iter().filter_map(choice).collect();
    let unit = table.opt_text("unit");
    let kind = match unit {
        Some("date") => Some(InputKind::Date),
        Some("choice") => Some(InputKind::Choice(choices)),
        other => Measure::read(other.unwrap_or("?")).map(InputKind::Measured),
    };
    if kind.is_none() {
        table.fault(
            "unit",
            "unknown-unit",
            format!("The input `{id}` has no unit that is known."),
            "Write date, choice, flag, percent, ratio, or currencies and times such as CAD/year.",
        );
    }
    let default = match table.opt_text("default") {
        None => Default::Required,
        Some("new-year") => Default::NewYear,
        Some(text) => text
            .strip_prefix('=')
            .map_or_else(|| Default::Text(text.to_owned()), |other| Default::Same(other.to_owned())),
    };
    let bound = |key| bound(&table, key, kind.as_ref());
    let (min, max) = (bound("min"), bound("max"));
    let falls_back = list(&table, "falls-back");
    let place = table.place();
    table.finish();
    Some(Input { id: id.to_owned(), label, scope, kind: kind?, default, min, max, falls_back, place })
}

fn bound(table: &Table<'_>, key: &'static str, kind: Option<&InputKind>) -> Option<Number> {
    let text = table.opt_text(key)?;
    let Some(InputKind::Measured(measure)) = kind else { return None };
    let read = crate::parameters::read_figure(text, measure);
    if read.is_none() {
        table.fault(
            key,
            "bad-figure",
            format!("{text:?} is not a figure of unit {measure}."),
            "Write a plain decimal.",
        );
    }
    read
}

fn choice(table: Table<'_>) -> Option<Choice> {
    let out = Choice {
        id: table.text("id").unwrap_or_default().to_owned(),
        label: words(&table, "label", "fr", "ur"),
        within: table.opt_text("within").map(str::to_owned),
        also: list(&table, "also"),
    };
    table.finish();
    (!out.id.is_empty()).then_some(out)
}

fn party(id: &str, table: Table<'_>) -> Option<Receiver> {
    let roles = [
        ("buyer", Role::Buyer),
        ("supplier", Role::Supplier),
        ("through", Role::Through),
        ("other", Role::Other),
    ];
    let (label, role) = (words(&table, "label", "fr", "ur"), table.choice("role", &roles));
    let place = table.place();
    table.finish();
    Some(Receiver { id: id.to_owned(), label, role: role?, place })
}

fn way(id: &str, table: Table<'_>) -> Way {
    let out = Way { id: id.to_owned(), label: words(&table, "label", "fr", "ur"), place: table.place() };
    table.finish();
    out
}

fn group(id: &str, table: Table<'_>) -> Group {
    let out = Group {
        id: id.to_owned(),
        label: words(&table, "label", "fr", "ur"),
        credit: table.flag("credit"),
        place: table.place(),
    };
    table.finish();
    out
}

fn define(id: &str, table: Table<'_>) -> Option<Define> {
    let label = words(&table, "label", "fr", "ur");
    let (each_member, formula, place) =
        (table.flag("each-member"), formula(&table, "formula"), table.place());
    table.finish();
    Some(Define { id: id.to_owned(), label, each_member, formula: formula?, place })
}

fn line(id: &str, table: Table<'_>) -> Option<Line> {
    let label = words(&table, "label", "fr", "ur");
    let reason = words(&table, "reason", "reason-fr", "reason-ur");
    let group = table.text("group").map(str::to_owned);
    let ways = list(&table, "ways");
    let (when, amount) = (opt_formula(&table, "when"), formula(&table, "amount"));
    let flow = flow(&table);
    let rounding = rounding(&table);
    let place = table.place();
    table.finish();
    Some(Line {
        id: id.to_owned(),
        label,
        group: group?,
        ways,
        when,
        amount: amount?,
        flow: flow?,
        reason,
        rounding,
        place,
    })
}

/// `from` and `to`, or `at` and `becomes`, or neither for a memo.
fn flow(table: &Table<'_>) -> Option<Flow> {
    let text = |key| table.opt_text(key).map(str::to_owned);
    match (text("from"), text("to"), text("at"), opt_formula(table, "becomes")) {
        (Some(from), Some(to), None, None) => Some(Flow::Pay { from, to }),
        (None, None, Some(at), Some(into)) => Some(Flow::Exchange { at, into }),
        (None, None, None, None) => Some(Flow::Memo),
        _ => {
            table.fault(
                "from",
                "bad-flow",
                "A line has `from` and `to`, or `at` and `becomes`, or none of the four.",
                "Say who pays whom, or who exchanges it into what; a memo says neither.",
            );
            None
        }
    }
}

fn paper(id: &str, table: Table<'_>) -> Option<Paper> {
    let label = words(&table, "label", "fr", "ur");
    let text: Words = words(&table, "text", "text-fr", "text-ur");
    let kinds = ["form", "certificate", "code", "clause", "question", "warning", "filing"].map(|k| (k, k));
    let kind = table.choice("kind", &kinds);
    let who = table.choice("who", &["buyer", "supplier", "both"].map(|k| (k, k)));
    let (ways, when) = (list(&table, "ways"), opt_formula(&table, "when"));
    let parameters = list(&table, "parameters");
    let source = table.opt_text("source").map(str::to_owned);
    let locator = table.opt_text("locator").unwrap_or_default().to_owned();
    if parameters.is_empty() && source.is_none() {
        table.fault(
            "source",
            "no-source",
            format!("The paper `{id}` does not say who asks for it."),
            "Name the parameters whose sources stand behind it, or a source and a locator.",
        );
    }
    let place = table.place();
    table.finish();
    Some(Paper {
        id: id.to_owned(),
        label,
        kind: kind?.to_owned(),
        who: who?.to_owned(),
        ways,
        when,
        text,
        parameters,
        source,
        locator,
        place,
    })
}

fn tip(table: Table<'_>) -> Option<Tip> {
    let number = |key| {
        let text = table.text(key)?;
        let read = Number::read(text);
        if read.is_none() {
            table.fault(key, "bad-figure", format!("{text:?} is not a plain decimal."), "Write one.");
        }
        read
    };
    let (input, from, to, step) =
        (table.text("input").map(str::to_owned), number("from"), number("to"), number("step"));
    if step.is_some_and(|s| s <= Number::ZERO) || from > to {
        table.fault(
            "step",
            "bad-grid",
            "The grid is empty.",
            "Give `from` below `to`, and a `step` above nought.",
        );
        return None;
    }
    let place = table.place();
    table.finish();
    Some(Tip { input: input?, from: from?, to: to?, step: step?, place })
}

fn profile(id: &str, table: Table<'_>) -> Profile {
    let pairs =
        |key| table.texts_by_name(key).into_iter().map(|(k, v)| (k.value.to_owned(), v.to_owned())).collect();
    let members = table.tables("team", &shapes::MEMBER);
    let team = members.iter().map(member).collect();
    let out = Profile {
        id: id.to_owned(),
        label: words(&table, "label", "fr", "ur"),
        note: words(&table, "note", "note-fr", "note-ur"),
        inputs: pairs("inputs"),
        team,
        place: table.place(),
    };
    table.finish();
    out
}

/// A member's inputs; which names are known is checked with the rules' inputs.
fn member(table: &Table<'_>) -> Vec<(String, String)> {
    table.every_text().into_iter().map(|(k, v)| (k.value.to_owned(), v.to_owned())).collect()
}
