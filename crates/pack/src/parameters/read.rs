//! Reads `parameters/*.toml`.

use super::{
    Band, Confidence, Kind, Measure, Number, Parameter, Provenance, Range, Row, Value, Words, check,
};
use crate::reader::{Document, Shape, Sink, Table};

/// Keys of a parameter.
pub(crate) static PARAMETER: Shape = Shape {
    what: "a parameter",
    keys: &["label", "fr", "ur", "unit", "kind", "by", "value", "default", "reason", "low", "high"],
};
/// Keys of one value of a parameter.
pub(crate) static VALUE: Shape = Shape {
    what: "a parameter's value",
    keys: &[
        "at",
        "from",
        "until",
        "value",
        "default",
        "bands",
        "spread",
        "text",
        "low",
        "high",
        "source",
        "locator",
        "confidence",
        "review",
        "note",
    ],
};
static BAND: Shape = Shape { what: "a band", keys: &["over", "fixed", "rate"] };
static SPREAD: Shape =
    Shape { what: "a spread", keys: &["low", "lower-quartile", "median", "upper-quartile", "high"] };

/// Reads and checks every parameter of the pack's `parameters/*.toml`. What is wrong
/// goes to the sink; a parameter with a fault is still given, so that others that name
/// it are checked.
pub(crate) fn read<'d, 'f: 'd>(
    documents: impl Iterator<Item = &'d Document<'f>>,
    sources: &dyn Fn(&str) -> bool,
    sink: &Sink,
) -> Vec<Parameter> {
    let mut out: Vec<Parameter> = Vec::new();
    for document in documents {
        for (id, table) in document.tables(sink, &PARAMETER) {
            out.extend(parameter(id, table));
        }
    }
    out.sort_by(|a, b| a.id.cmp(&b.id));
    check::all(&out, sources, sink);
    out.dedup_by(|b, a| a.id == b.id);
    out
}

/// The label of a thing in the pack's languages.
pub(crate) fn words(table: &Table<'_>, key: &'static str, fr: &'static str, ur: &'static str) -> Words {
    let text = |key| table.opt_text(key).unwrap_or_default().to_owned();
    Words { en: table.text(key).unwrap_or_default().to_owned(), fr: text(fr), ur: text(ur) }
}

fn parameter(id: &str, table: Table<'_>) -> Option<Parameter> {
    let label = words(&table, "label", "fr", "ur");
    let unit = table.text("unit").unwrap_or("ratio");
    let measure = Measure::read(unit).or_else(|| {
        table.fault(
            "unit",
            "unknown-unit",
            format!("{unit:?} is no unit."),
            "Write percent, flag, text, ratio, or currencies and times such as CAD, PKR/month, CAD/hour.",
        );
        None
    })?;
    let kind = table
        .opt_choice("kind", &[("fact", Kind::Fact), ("assumption", Kind::Assumption)])
        .unwrap_or(Kind::Fact);
    let by: Vec<String> = table.texts("by").iter().map(|t| t.value.to_owned()).collect();
    let reason = table.opt_text("reason").unwrap_or_default().to_owned();
    let mut rows: Vec<Row> =
        table.tables("value", &VALUE).into_iter().filter_map(|t| row(t, &measure)).collect();
    let range = range(&table, &measure);
    if let Some(value) = table.opt_text("default").and_then(|text| number(&table, "default", text, &measure))
    {
        let alone = Row {
            at: Vec::new(),
            from: None,
            until: None,
            value: Value::Number(value),
            range,
            provenance: None,
            note: String::new(),
            place: table.place(),
        };
        rows.push(alone);
    }
    let place = table.place();
    table.finish();
    rows.sort_by(|a, b| (&a.at, a.from).cmp(&(&b.at, b.from)));
    Some(Parameter { id: id.to_owned(), label, measure, kind, reason, by, rows, place })
}

fn row(table: Table<'_>, measure: &Measure) -> Option<Row> {
    let value = value(&table, measure);
    let out = Row {
        at: table.texts("at").iter().map(|t| t.value.to_owned()).collect(),
        from: table.opt_date("from"),
        until: table.opt_date("until"),
        value: value.clone().unwrap_or(Value::Number(Number::ZERO)),
        range: range(&table, measure),
        provenance: provenance(&table),
        note: table.opt_text("note").unwrap_or_default().to_owned(),
        place: table.place(),
    };
    if let (Some(from), Some(until)) = (out.from, out.until)
        && until < from
    {
        table.fault(
            "until",
            "dates-backwards",
            format!("The value ends on {until}, before it starts on {from}."),
            "Mend one of the two.",
        );
    }
    table.finish();
    value.map(|_| out)
}

fn provenance(table: &Table<'_>) -> Option<Provenance> {
    let levels = [("high", Confidence::High), ("medium", Confidence::Medium)];
    let (source, locator) = (table.opt_text("source"), table.opt_text("locator"));
    let (confidence, review) = (table.opt_choice("confidence", &levels), table.opt_date("review"));
    Some(Provenance {
        source: source?.to_owned(),
        locator: locator?.to_owned(),
        confidence: confidence?,
        review: review?,
    })
}

fn range(table: &Table<'_>, measure: &Measure) -> Option<Range> {
    let end = |key| table.opt_text(key).and_then(|text| number(table, key, text, measure));
    let (low, high) = (end("low"), end("high"));
    match (low, high) {
        (Some(low), Some(high)) if low <= high => Some(Range { low, high }),
        (None, None) => None,
        _ => {
            table.fault("low", "bad-range", "A range wants `low` and `high`, low first.", "Write both.");
            None
        }
    }
}

/// Exactly one of `value`, `bands`, `spread` and `text`.
fn value(table: &Table<'_>, measure: &Measure) -> Option<Value> {
    let given = ["value", "default", "bands", "spread", "text"].iter().filter(|k| table.has(k)).count();
    if given != 1 {
        table.fault(
            "value",
            "no-value",
            format!("A value has exactly one of value, bands, spread and text; here are {given}."),
            "Keep one.",
        );
        return None;
    }
    let plain = table.opt_text("value").or_else(|| table.opt_text("default"));
    let bands = table.tables("bands", &BAND);
    let spread = table.table("spread", &SPREAD);
    let words = table.opt_text("text");
    if let Some(text) = plain {
        if *measure == Measure::Text {
            return Some(Value::Text(text.to_owned()));
        }
        return number(table, "value", text, measure).map(Value::Number);
    }
    if let Some(spread) = spread {
        let points =
            SPREAD.keys.iter().map(|k| spread.opt_text(k).and_then(|t| number(&spread, k, t, measure)));
        let points: Vec<Option<Number>> = points.collect();
        let known: Vec<Number> = points.iter().flatten().copied().collect();
        if known.is_empty() || !known.is_sorted() {
            spread.fault(
                "median",
                "bad-spread",
                "A spread wants at least one point, and each point no lower than the one before.",
                "Check the figures against the source.",
            );
        }
        spread.finish();
        return points.try_into().ok().map(Value::Spread);
    }
    if let Some(text) = words {
        return Some(Value::Text(text.to_owned()));
    }
    let bands: Vec<Band> = bands.into_iter().filter_map(|t| band(t, measure)).collect();
    (!bands.is_empty()).then_some(Value::Bands(bands))
}

fn band(table: Table<'_>, measure: &Measure) -> Option<Band> {
    let read = |key, measure: &Measure| table.text(key).and_then(|text| number(&table, key, text, measure));
    let (over, fixed, rate) =
        (read("over", measure), read("fixed", measure), read("rate", &Measure::Percent));
    table.finish();
    Some(Band { over: over?, fixed: fixed?, rate: rate? })
}

/// A figure as its parameter counts it: a percentage divided by a hundred, a flag as
/// nought or one.
fn number(table: &Table<'_>, key: &str, text: &str, measure: &Measure) -> Option<Number> {
    let read = read_figure(text, measure);
    if read.is_none() {
        table.fault(
            key,
            "bad-figure",
            format!("{text:?} is not a figure of unit {measure}."),
            "Write a plain decimal such as \"1234.5\"; a flag is \"true\" or \"false\".",
        );
    }
    read
}

/// Reads a figure written in a pack, a case or a deal.
pub fn read_figure(text: &str, measure: &Measure) -> Option<Number> {
    match measure {
        Measure::Flag => match text {
            "true" | "1" => Some(Number::ONE),
            "false" | "0" => Some(Number::ZERO),
            _ => None,
        },
        Measure::Percent => Number::read(text)?.per(Number::whole(100)),
        Measure::Text => None,
        Measure::Number(_) => Number::read(text),
    }
}

/// Writes a figure as [`read_figure`] reads it.
pub fn write_figure(figure: Number, measure: &Measure) -> String {
    match measure {
        Measure::Flag => (figure != Number::ZERO).to_string(),
        Measure::Percent => figure.times(Number::whole(100)).to_string(),
        _ => figure.to_string(),
    }
}
