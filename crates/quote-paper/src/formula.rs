//! Formulas of the pack in words: names for ids, signs and words of the language for operators.

use crate::Told;

/// The formula with every id replaced by what it is called.
pub fn worded(told: &Told<'_>, formula: &str) -> String {
    let mut out = String::new();
    let mut rest = formula;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' => quoted(told, rest, &mut out),
            c if c.is_ascii_alphabetic() => word(told, rest, &mut out),
            '[' if out.ends_with(|c: char| c.is_ascii_digit()) => unit(rest),
            _ => sign(rest, &mut out),
        };
        rest = &rest[length..];
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A worked formula with its figures as the language writes them; dates and ids stay.
pub fn figured(told: &Told<'_>, worked: &str) -> String {
    let word = |word: &str| {
        let is_digit = |c: char| c.is_ascii_digit();
        let (Some(from), Some(to)) = (word.find(is_digit), word.rfind(is_digit)) else {
            return word.to_owned();
        };
        let (before, figure, after) = (&word[..from], &word[from..=to], &word[to + 1..]);
        let plain = figure.chars().all(|c| c.is_ascii_digit() || c == '.');
        if plain && before.chars().next_back().is_none_or(|c| !c.is_alphanumeric()) {
            format!("{before}{}{after}", told.number(figure))
        } else {
            word.to_owned()
        }
    };
    worked.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A choice in quotation marks, by its label.
fn quoted(told: &Told<'_>, text: &str, out: &mut String) -> usize {
    let end = text[1..].find('"').map_or(text.len(), |i| i + 2);
    out.push_str(&told.choice(text[..end].trim_matches('"')));
    end
}

/// The unit of a number, which a reader of words does not need: `12[month/year]` is 12.
fn unit(text: &str) -> usize {
    text.find(']').map_or(text.len(), |end| end + 1)
}

fn word(told: &Told<'_>, text: &str, out: &mut String) -> usize {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
    out.push_str(&name(told, &text[..end]));
    end
}

/// Operators as they are written on paper; everything else as it stands.
fn sign(text: &str, out: &mut String) -> usize {
    const SIGNS: [(&str, &str); 6] =
        [("!=", "≠"), ("<=", "≤"), (">=", "≥"), ("*", "×"), ("/", "÷"), ("-", "−")];
    if let Some((written, sign)) = SIGNS.iter().find(|(written, _)| text.starts_with(written)) {
        out.push_str(sign);
        return written.len();
    }
    let c = text.chars().next().unwrap_or(' ');
    out.push(c);
    c.len_utf8()
}

fn name(told: &Told<'_>, id: &str) -> String {
    let tariff = &told.prices.tariff;
    let keyword = match id {
        "if" => Some("quote-if"),
        "then" => Some("quote-then"),
        "else" => Some("quote-else"),
        "and" => Some("quote-and"),
        "or" => Some("quote-or"),
        "not" => Some("quote-not"),
        "in" => Some("quote-in-list"),
        "otherwise" => Some("quote-otherwise"),
        "min" => Some("quote-min"),
        "max" => Some("quote-max"),
        "clamp" => Some("quote-clamp"),
        "round" => Some("quote-round"),
        "bands" => Some("quote-bands"),
        "sum" => Some("quote-sum"),
        "per" => Some("quote-per-else"),
        _ => None,
    };
    if let Some(key) = keyword {
        return told.say(key, &[]);
    }
    if let Some(rest) = id.strip_prefix("line-") {
        let line = |wanted: &str| tariff.rules.lines.iter().find(|l| l.id == wanted);
        if let Some(line) = line(rest) {
            return told.locale.name(&told.label(&line.label));
        }
        if let Some(line) = rest.strip_suffix("-becomes").and_then(line) {
            return told.say("quote-becomes", &[("label", told.label(&line.label).into())]);
        }
    }
    if let Some(point) = told.locale.try_say(&format!("quote-point-{id}"), &[]) {
        return point;
    }
    let define = tariff.rules.defines.iter().find(|d| d.id == id).map(|d| &d.label);
    let input = || told.input(id).map(|i| &i.label);
    let parameter = || tariff.parameter(id).map(|p| &tariff.parameters[p].label);
    match define.or_else(input).or_else(parameter) {
        Some(words) => told.locale.name(&told.label(words)),
        None => told.choice(id),
    }
}
