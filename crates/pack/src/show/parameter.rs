//! The card of a parameter: each dated value with who says so.

use super::Card;
use crate::parameters::{Band, Kind, Parameter, Row, Value, write_figure};
use crate::spelling::fold;
use crate::{Labels, Origin, Pack};

impl Pack {
    pub(super) fn parameter_card(&self, asked: &str) -> Option<Card> {
        let id = asked.trim();
        let key = fold(asked);
        let by_id = self.parameters().iter().find(|parameter| parameter.id == id);
        let named = |parameter: &&Parameter| fold(&parameter.label.en) == key;
        let parameter = by_id.or_else(|| self.parameters().iter().find(named))?;
        let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let origin = Origin {
            file: parameter.place.file.clone().unwrap_or_default(),
            line: parameter.place.line.unwrap_or_default(),
        };
        let mut card = Card {
            kind: "parameter",
            id: parameter.id.clone(),
            labels: Labels {
                en: parameter.label.en.clone(),
                fr: own(&parameter.label.fr),
                ur: own(&parameter.label.ur),
            },
            origin: origin.to_string(),
            ..Card::default()
        };
        card.say("unit", [parameter.measure.to_string()]);
        let kind = match parameter.kind {
            Kind::Fact => "fact",
            Kind::Assumption => "assumption, yours to change",
        };
        card.say("kind", [kind.to_owned()]);
        card.say("by", parameter.by.iter().cloned());
        card.say("reason", own(&parameter.reason));
        for row in &parameter.rows {
            card.say("value", said(row, parameter));
        }
        Some(card)
    }
}

/// A row in words: where and when, what, who says so.
fn said(row: &Row, parameter: &Parameter) -> Vec<String> {
    let figure = |number| write_figure(number, &parameter.measure);
    let band = |band: &Band| {
        let rate = write_figure(band.rate, &crate::parameters::Measure::Percent);
        format!("over {}: {} + {rate} %", figure(band.over), figure(band.fixed))
    };
    let mut parts = Vec::new();
    if !row.at.is_empty() {
        parts.push(row.at.join(" / "));
    }
    match &row.value {
        Value::Number(number) => parts.push(figure(*number)),
        Value::Text(text) => parts.push(text.clone()),
        Value::Bands(bands) => parts.extend(bands.iter().map(band)),
        Value::Spread(points) => {
            let names = ["low", "lower quartile", "median", "upper quartile", "high"];
            let known = names.iter().zip(points);
            parts.extend(known.filter_map(|(name, point)| Some(format!("{name} {}", figure((*point)?)))));
        }
    }
    parts.extend(row.from.map(|day| format!("from {day}")));
    parts.extend(row.until.map(|day| format!("until {day}")));
    parts.extend(row.range.map(|range| format!("{} to {}", figure(range.low), figure(range.high))));
    if let Some(who) = &row.provenance {
        let confidence = format!("{:?}", who.confidence).to_lowercase();
        parts.push(format!("{} {}", who.source, who.locator));
        parts.push(format!("{confidence} confidence"));
        parts.push(format!("review {}", who.review));
    }
    parts
}
