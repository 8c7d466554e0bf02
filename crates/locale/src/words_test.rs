//! Holds the three languages together.

use crate::words::TOPICS;
use crate::{Digits, Language, Locale};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a translation must share: the variables of a message or attribute.
type Shape = BTreeMap<String, BTreeSet<String>>;

/// The plural forms whole numbers take in all three languages. CLDR has since given French a
/// third, `many`, for whole millions; the plural rules in use do not choose it, so that a
/// message that has it would carry a form nobody reads.
const FORMS: [&str; 2] = ["one", "other"];

struct Reader {
    language: Language,
    at: String,
    variables: BTreeSet<String>,
    faults: Vec<String>,
}

impl Reader {
    fn fault(&mut self, what: impl std::fmt::Display) {
        self.faults.push(format!("{} {}: {what}", self.language, self.at));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let keys: Vec<(&str, bool)> = variants
                    .iter()
                    .map(|variant| match variant.key {
                        VariantKey::Identifier { name } => (name, variant.default),
                        VariantKey::NumberLiteral { value } => (value, variant.default),
                    })
                    .collect();
                self.selector(&keys);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn selector(&mut self, keys: &[(&str, bool)]) {
        let plural = |key: &str| matches!(key, "zero" | "one" | "two" | "few" | "many");
        let plural = keys.iter().any(|(key, _)| plural(key));
        if !plural {
            return;
        }
        for form in FORMS {
            if !keys.iter().any(|(key, _)| *key == form) {
                self.fault(format_args!("lacks the plural form {form}"));
            }
        }
        for (key, default) in keys {
            let number = key.parse::<i64>().is_ok();
            if !number && !FORMS.contains(key) {
                self.fault(format_args!("has no plural form {key}"));
            }
            if *default != (*key == "other") {
                self.fault("the default form is other");
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            _ => self.fault("refers to another message; say it in full"),
        }
    }

    fn arguments(&mut self, _: &CallArguments<&str>) {
        self.fault("calls a function; the caller writes figures");
    }
}

/// Reads one file: the shape of each message, and every fault.
fn read(language: Language, topic: &str, text: &str) -> (Shape, Vec<String>) {
    let mut shape = Shape::new();
    let (resource, errors) = match fluent_syntax::parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut faults: Vec<String> = errors.iter().map(|error| format!("{language} {topic}: {error}")).collect();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            if matches!(entry, Entry::Term(_) | Entry::Junk { .. }) {
                faults.push(format!("{language} {topic}: {entry:?}"));
            }
            continue;
        };
        let id = message.id.name;
        let attributes = message
            .attributes
            .iter()
            .map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        let value = message.value.iter().map(|value| (id.to_owned(), value));
        for (key, pattern) in value.chain(attributes) {
            let mut reader = Reader {
                language,
                at: format!("{topic}/{key}"),
                variables: BTreeSet::new(),
                faults: Vec::new(),
            };
            reader.pattern(pattern);
            faults.extend(reader.faults);
            if shape.insert(key.clone(), reader.variables).is_some() {
                faults.push(format!("{language} {topic}/{key}: written twice"));
            }
        }
    }
    (shape, faults)
}

#[test]
fn languages_say_the_same_things() {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (topic, texts) in TOPICS {
        let shapes: Vec<Shape> = Language::ALL
            .into_iter()
            .map(|language| {
                let (shape, found) = read(language, topic, texts[language.index()]);
                faults.extend(found);
                shape
            })
            .collect();
        let keys: BTreeSet<&String> = shapes.iter().flat_map(BTreeMap::keys).collect();
        for key in keys {
            for (language, shape) in Language::ALL.into_iter().zip(&shapes) {
                match (shape.get(key), shapes[0].get(key)) {
                    (None, _) => faults.push(format!("{language} {topic}/{key}: missing")),
                    (Some(here), Some(english)) if here != english => faults.push(format!(
                        "{language} {topic}/{key}: variables {here:?}, in English {english:?}"
                    )),
                    _ => {}
                }
            }
            if let Some(other) = seen.insert(key.clone(), topic) {
                faults.push(format!("{topic}/{key}: also in {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_is_a_topic() {
    let words = concat!(env!("CARGO_MANIFEST_DIR"), "/words");
    let topics: BTreeSet<String> = TOPICS.iter().map(|(t, _)| format!("{t}.ftl")).collect();
    for language in Language::ALL {
        let files: BTreeSet<String> = std::fs::read_dir(format!("{words}/{language}"))
            .expect("the folder of words")
            .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
            .collect();
        assert_eq!(files, topics, "{language}");
    }
}

#[test]
fn plural_forms_follow_the_language() {
    let say = |language, n: i64| Locale::new(language).say("offer-count", &[("n", n.into())]);
    let table: String = Language::ALL
        .into_iter()
        .flat_map(|l| [0, 1, 2, 1_000_000, 9_007_199_254_740_993].map(|n| say(l, n) + "\n"))
        .collect();
    insta::assert_snapshot!(table, @"
    0 offers
    1 offer
    2 offers
    1,000,000 offers
    9,007,199,254,740,993 offers
    0 offre
    1 offre
    2 offres
    1 000 000 offres
    9 007 199 254 740 993 offres
    0 پیشکشیں
    1 پیشکش
    2 پیشکشیں
    1,000,000 پیشکشیں
    9,007,199,254,740,993 پیشکشیں
    ");
}

#[test]
fn a_missing_word_is_seen_and_harmless() {
    let locale = Locale::new(Language::French);
    assert_eq!(locale.say("no-such-key", &[]), "⟦no-such-key⟧");
    assert_eq!(locale.say("yes.title", &[]), "⟦yes.title⟧");
    assert_eq!(locale.say("", &[]), "⟦⟧");
    assert_eq!(locale.try_say("no-such-key", &[]), None);
    assert_eq!(locale.say("unit-day", &[]), "{$n}\u{a0}jours");
}

#[test]
fn isolates_and_digits_are_choices() {
    let urdu = Locale::new(Language::Urdu);
    let values = [("skill", "React".into()), ("level", 3.into())];
    assert_eq!(urdu.say("level-of", &values), "React، درجہ 3 از 5");
    assert_eq!(
        urdu.with_isolates().say("level-of", &values),
        "\u{2068}React\u{2069}، درجہ \u{2068}3\u{2069} از 5"
    );
    let eastern = urdu.with_digits(Digits::Eastern);
    assert_eq!(eastern.say("unit-day", &[("n", 23.into())]), "۲۳ دن");
}
