//! Kinds of buyer the pack knows, each with a typical deal: how true is a headline
//! such as "70 % cheaper" for each of them?

use crate::compare::{Comparison, compare};
use crate::dated::Dated;
use crate::deal::{Statement, read};
use crate::tariff::Tariff;
use jiff::civil::Date;
use pul_domain::Findings;
use pul_pack::parameters::Words;
use serde::{Deserialize, Serialize};

/// What the ways come to for one kind of buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileAnswer {
    /// Id of the profile.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// What is typical in it.
    pub note: Words,
    /// Its deal.
    pub statement: Statement,
    /// All ways compared.
    pub comparison: Comparison,
}

/// Compares the ways for every profile on a day. A profile whose deal cannot be read
/// is left out and its findings given.
pub fn profiles(tariff: &Tariff, day: Date) -> (Vec<ProfileAnswer>, Findings) {
    let dated = Dated::new(tariff, day);
    let (mut out, mut findings) = (Vec::new(), Findings::new());
    for profile in &tariff.rules.profiles {
        let statement = Statement {
            inputs: profile.inputs.iter().cloned().collect(),
            team: profile.team.iter().map(|m| m.iter().cloned().collect()).collect(),
        };
        match read(tariff, &statement, day) {
            Ok(deal) => out.push(ProfileAnswer {
                id: profile.id.clone(),
                label: profile.label.clone(),
                note: profile.note.clone(),
                comparison: compare(tariff, &deal, &dated),
                statement,
            }),
            Err(mut more) => {
                more.0.iter_mut().for_each(|f| {
                    f.place = profile.place.clone().field(f.place.field.clone().unwrap_or_default())
                });
                findings.extend(more);
            }
        }
    }
    (out, findings)
}
