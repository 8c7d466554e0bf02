//! The words, figures and sources of a quote in one language.

use pul_app::quote::{Authority, Prices};
use pul_domain::Money;
use pul_locale::{Language, Length, Locale, Value};
use pul_pack::parameters::{Confidence, Measure, Number, Words};
use pul_pack::rules::{Input, InputKind};
use pul_paper::{Document, Note, Text};

/// Tells in one language what a pack names by ids.
pub struct Told<'a> {
    /// The language, with isolates: papers lay them out, plain text leaves them out.
    pub locale: Locale,
    /// The pack.
    pub prices: &'a Prices,
}

impl<'a> Told<'a> {
    /// A teller.
    pub fn new(language: Language, prices: &'a Prices) -> Told<'a> {
        Told { locale: Locale::new(language).with_isolates(), prices }
    }

    /// A message.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.locale.say(key, values)
    }

    /// A label of the pack.
    pub fn label(&self, words: &Words) -> String {
        words.in_language(self.locale.language().code()).to_owned()
    }

    fn named<'w>(&self, id: &str, mut labels: impl Iterator<Item = (&'w str, &'w Words)>) -> String {
        labels.find(|(known, _)| *known == id).map_or_else(|| id.to_owned(), |(_, words)| self.label(words))
    }

    /// A way's name.
    pub fn way(&self, id: &str) -> String {
        self.named(id, self.prices.tariff.rules.ways.iter().map(|w| (w.id.as_str(), &w.label)))
    }

    /// A way's place among all of them, in brackets, where its name would be too long.
    pub fn way_number(&self, id: &str) -> String {
        let at = self.prices.tariff.rules.ways.iter().position(|w| w.id == id).map_or(0, |at| at + 1);
        self.say("quote-number", &[("n", at.to_string().into())])
    }

    /// A way's name after its number.
    pub fn numbered_way(&self, id: &str) -> String {
        let at = self.prices.tariff.rules.ways.iter().position(|w| w.id == id).map_or(0, |at| at + 1);
        self.say("quote-numbered", &[("n", at.to_string().into()), ("way", self.way(id).into())])
    }

    /// A party's name.
    pub fn party(&self, id: &str) -> String {
        self.named(id, self.prices.tariff.rules.parties.iter().map(|p| (p.id.as_str(), &p.label)))
    }

    /// A heading's name.
    pub fn group(&self, id: &str) -> String {
        self.named(id, self.prices.tariff.rules.groups.iter().map(|g| (g.id.as_str(), &g.label)))
    }

    /// A parameter's name.
    pub fn parameter(&self, id: &str) -> String {
        self.named(id, self.prices.tariff.parameters.iter().map(|p| (p.id.as_str(), &p.label)))
    }

    /// An input by its id.
    pub fn input(&self, id: &str) -> Option<&'a Input> {
        self.prices.tariff.rules.inputs.iter().find(|i| i.id == id)
    }

    /// An input's name.
    pub fn input_name(&self, id: &str) -> String {
        self.input(id).map_or_else(|| id.to_owned(), |i| self.label(&i.label))
    }

    /// An input's value, written as a deal writes it, for a reader.
    pub fn input_value(&self, id: &str, text: &str) -> String {
        let Some(input) = self.input(id) else { return text.to_owned() };
        match &input.kind {
            InputKind::Choice(choices) => choices
                .iter()
                .find(|c| c.id == text)
                .map_or_else(|| text.to_owned(), |c| self.label(&c.label)),
            InputKind::Date => text.parse().map_or_else(|_| text.to_owned(), |d| self.date(d)),
            InputKind::Measured(measure) => self.measured(text, &measure.to_string(), measure),
        }
    }

    /// A value of a choice by its label, wherever it is one; a way by its name; else as it stands.
    pub fn choice(&self, id: &str) -> String {
        let inputs = &self.prices.tariff.rules.inputs;
        let choices = inputs.iter().filter_map(|i| match &i.kind {
            InputKind::Choice(choices) => Some(choices),
            InputKind::Measured(_) | InputKind::Date => None,
        });
        let found = choices.flatten().find(|c| c.id == id);
        self.locale.name(&found.map_or_else(|| self.way(id), |c| self.label(&c.label)))
    }

    /// A figure with its unit, as the pack writes both.
    pub fn value(&self, text: &str, unit: &str) -> String {
        match unit {
            "percent" => self.measured(text, unit, &Measure::Percent),
            "flag" => self.measured(text, unit, &Measure::Flag),
            "text" => text.to_owned(),
            "ratio" | "count" | "" => self.number(text),
            _ => {
                let figure = self.number(text);
                let whole = text.parse::<i64>().ok();
                let counted =
                    whole.and_then(|n| self.locale.try_say(&format!("unit-{unit}"), &[("n", n.into())]));
                counted.unwrap_or_else(|| {
                    let part = |part: &str| {
                        let key = format!("quote-unit-{part}");
                        self.locale.try_say(&key, &[]).unwrap_or_else(|| part.to_owned())
                    };
                    let unit = unit.split('/').map(part).collect::<Vec<_>>().join("/");
                    let figure = format!("{figure} {unit}");
                    pul_locale::isolate_ltr(&figure)
                })
            }
        }
    }

    fn measured(&self, text: &str, unit: &str, measure: &Measure) -> String {
        match measure {
            Measure::Flag if matches!(text, "true" | "1") => self.say("yes", &[]),
            Measure::Flag => self.say("no", &[]),
            Measure::Percent => decimal(text)
                .map_or_else(|| text.to_owned(), |(units, scale)| self.locale.percent(units, scale + 2)),
            Measure::Text => text.to_owned(),
            Measure::Number(_) => self.value(text, unit),
        }
    }

    /// A plain decimal as this language writes it; anything else as it stands.
    pub fn number(&self, text: &str) -> String {
        decimal(text).map_or_else(|| text.to_owned(), |(units, scale)| self.locale.decimal(units, scale))
    }

    /// An amount without its currency.
    pub fn figure(&self, money: Money) -> String {
        self.locale.money_figure(money)
    }

    /// An amount with its currency.
    pub fn money(&self, money: Money) -> String {
        self.locale.money_code(money)
    }

    /// A percentage to a tenth.
    pub fn percent(&self, percent: Option<Number>) -> String {
        percent.map_or_else(|| "–".to_owned(), |p| self.locale.percent(p.to_minor(1), 3))
    }

    /// A day.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        self.locale.date(date, Length::Long)
    }

    /// The text with a pointer to the source, which becomes a note of the paper, and where in it.
    pub fn cited(&self, paper: &mut Document, text: Text, authority: &Authority) -> Text {
        let number = paper.note(self.source(&authority.source));
        let at = if authority.locator.is_empty() { text } else { text.name(authority.locator.clone()) };
        at.note(number)
    }

    /// A source as a note of a paper.
    pub fn source(&self, id: &str) -> Note {
        let Some(source) = self.prices.source(id) else { return Note::new(id) };
        let (producer, title) = (self.locale.name(&source.producer), self.locale.name(&source.title));
        let mut values = vec![
            ("producer", producer.into()),
            ("title", title.into()),
            ("read", self.date(source.read).into()),
        ];
        let text = match &source.published {
            Some(published) => {
                values.push(("published", published.into()));
                self.say("quote-source-published", &values)
            }
            None => self.say("quote-source", &values),
        };
        Note::new(text).at(source.address.clone())
    }

    /// Which version of which pack a paper was made from.
    pub fn foot(&self) -> String {
        let about = self.prices.loaded.pack.about();
        let hash = self.prices.loaded.hash.get(..12).unwrap_or_default();
        let values =
            [("pack", (&about.id).into()), ("version", (&about.version).into()), ("hash", hash.into())];
        self.say("quote-foot", &values)
    }

    /// How sure a source is.
    pub fn confidence(&self, confidence: Confidence) -> String {
        let key = match confidence {
            Confidence::High => "quote-confidence-high",
            Confidence::Medium => "quote-confidence-medium",
        };
        self.say(key, &[])
    }
}

/// A plain decimal as its digits and how many of them are decimals.
fn decimal(text: &str) -> Option<(i128, u32)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let units = format!("{whole}{fraction}").parse().ok()?;
    Some((units, u32::try_from(fraction.len()).ok()?))
}
