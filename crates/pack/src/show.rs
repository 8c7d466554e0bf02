//! Answers to `show`: what the pack says about one thing, as a value.

mod cards;
mod parameter;

use crate::reader::nearest;
use crate::{Labels, Pack};
use serde::Serialize;
use std::fmt;

/// Kinds of things that can be asked for, as they are written.
pub const KINDS: [&str; 9] =
    ["skill", "role", "city", "side", "sector", "certification", "registration", "source", "currency"];

/// What the pack says about one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The kind of thing.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its names.
    pub labels: Labels,
    /// Where the pack declares it: `skills/software.toml:120`.
    pub origin: String,
    /// What there is to say, in order; nothing is said that the pack does not hold.
    pub facts: Vec<Fact>,
}

/// One line of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about: `implies`.
    pub name: &'static str,
    /// What is said.
    pub values: Vec<String>,
}

/// Nothing of the name was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFound {
    /// What was asked for.
    pub asked: String,
    /// The kind asked for, if one was.
    pub kind: Option<String>,
    /// Ids (or kinds) that come near.
    pub near: Vec<String>,
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.as_deref().unwrap_or("thing");
        write!(f, "the pack knows no {kind} {:?}", self.asked)?;
        match self.near.as_slice() {
            [] => Ok(()),
            near => write!(f, "; did you mean {}?", near.join(" or ")),
        }
    }
}

impl std::error::Error for NotFound {}

impl Card {
    /// Adds what there is to say; nothing if there is nothing.
    fn say(&mut self, name: &'static str, values: impl IntoIterator<Item = String>) {
        let values: Vec<String> = values.into_iter().collect();
        if !values.is_empty() {
            self.facts.push(Fact { name, values });
        }
    }
}

impl fmt::Display for Card {
    /// Plain text: a head, then a line for each fact, wrapped at 78 columns or so.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}: {}", self.kind, self.id, self.labels.en)?;
        let translated = [("fr", &self.labels.fr), ("ur", &self.labels.ur)];
        for (language, label) in translated {
            if let Some(label) = label {
                writeln!(f, "  {language:<14} {label}")?;
            }
        }
        for fact in &self.facts {
            write!(f, "  {:<14}", fact.name)?;
            let mut column = 16;
            for (at, value) in fact.values.iter().enumerate() {
                let comma = if at + 1 < fact.values.len() { "," } else { "" };
                let width = value.chars().count() + comma.len() + 1;
                if at > 0 && column + width > 78 {
                    write!(f, "\n{:16}", "")?;
                    column = 16;
                }
                write!(f, " {value}{comma}")?;
                column += width;
            }
            writeln!(f)?;
        }
        writeln!(f, "  {:<14} {}", "declared at", self.origin)
    }
}

impl Pack {
    /// What the pack says about a thing of a kind ([`KINDS`]), by id or by a name it has.
    ///
    /// # Errors
    /// [`NotFound`] with what comes near.
    pub fn show(&self, kind: &str, asked: &str) -> Result<Card, NotFound> {
        let card = match kind {
            "skill" => self.skill_card(asked),
            "role" => self.role_card(asked),
            "city" => self.city_card(asked),
            "side" => self.side_card(asked),
            "sector" => self.sector_card(asked),
            "certification" => self.certification_card(asked),
            "registration" => self.registration_card(asked),
            "source" => self.source_card(asked),
            "currency" => self.currency_card(asked),
            "parameter" => self.parameter_card(asked),
            _ => {
                return Err(NotFound {
                    asked: kind.to_owned(),
                    kind: Some("kind of thing".to_owned()),
                    near: match nearest(kind, KINDS) {
                        Some(near) => vec![near.to_owned()],
                        None => KINDS.map(str::to_owned).to_vec(),
                    },
                });
            }
        };
        card.ok_or_else(|| NotFound {
            asked: asked.chars().take(80).collect(),
            kind: Some(kind.to_owned()),
            near: self.near(kind, asked),
        })
    }

    /// Ids of a kind that come near a text, by id or by name.
    fn near(&self, kind: &str, asked: &str) -> Vec<String> {
        let named = self.names(kind);
        let by_id = nearest(asked, named.iter().map(|(id, _)| id.as_str()));
        let by_name = nearest(asked, named.iter().map(|(_, name)| name.as_str()));
        let of_name = by_name.and_then(|near| named.iter().find(|(_, name)| name == near));
        let mut near: Vec<String> = by_id.map(str::to_owned).into_iter().collect();
        near.extend(of_name.map(|(id, _)| id.clone()).filter(|id| !near.contains(id)));
        near
    }

    /// Ids of a kind with each of their names.
    fn names(&self, kind: &str) -> Vec<(String, String)> {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        match kind {
            "skill" => {
                let of = |alias: &crate::Alias| pair(self.skill(alias.skill).id.as_str(), &alias.written);
                self.aliases().iter().map(of).collect()
            }
            "role" => self
                .roles()
                .iter()
                .flat_map(|role| {
                    let titles = role.titles.iter().map(String::as_str).chain(role.labels.all());
                    titles.map(|title| pair(role.id.as_str(), title)).collect::<Vec<_>>()
                })
                .collect(),
            "city" => self
                .sides()
                .iter()
                .flat_map(|side| &side.cities)
                .map(|city| pair(city.id.as_str(), &city.labels.en))
                .collect(),
            "side" => self.sides().iter().map(|s| pair(s.id.as_str(), &s.labels.en)).collect(),
            "sector" => self.sectors().iter().map(|s| pair(s.id.as_str(), &s.labels.en)).collect(),
            "certification" => {
                let of = |held: &crate::Certification| pair(held.id.as_str(), &held.labels.en);
                self.certifications().iter().map(of).collect()
            }
            "registration" => {
                let of = |held: &crate::Registration| pair(held.id.as_str(), &held.labels.en);
                self.registrations().iter().map(of).collect()
            }
            "source" => self.sources().values().map(|s| pair(s.id.as_str(), &s.title)).collect(),
            "parameter" => self.parameters().iter().map(|p| pair(&p.id, &p.label.en)).collect(),
            _ => self.currencies().map(|c| pair(c.as_str(), c.as_str())).collect(),
        }
    }
}
