//! What one offer is worth towards every skill, for explaining it to many asks.

use crate::basis::Basis;
use crate::features::OfferView;
use crate::pair::{Via, better};
use pul_domain::{Level, Thirds};

/// The ways to each skill, of the offer turned to last.
#[derive(Debug, Default)]
pub(super) struct Vias {
    known: Vec<Via>,
    touched: Vec<u32>,
}

impl Vias {
    pub(super) fn turn(&mut self, basis: &Basis, offer: OfferView<'_>) {
        let words = &offer.store.vocabulary;
        self.known.resize(words.skills(basis), (0, None));
        for skill in self.touched.drain(..) {
            self.known[skill as usize] = (0, None);
        }
        let mut raise = |skill: u32, via: Via| {
            let known = &mut self.known[skill as usize];
            if better(basis, words, via, *known) {
                if known.0 == 0 {
                    self.touched.push(skill);
                }
                *known = via;
            }
        };
        for (offered, number) in offer.skills() {
            let Ok(level) = Level::new(number) else {
                continue;
            };
            raise(offered, (level.thirds().0, Some((offered, number, 100))));
            let implied = basis.implies.get(offered as usize).into_iter().flatten();
            for (other, strength) in implied.filter(|(other, _)| *other != offered) {
                let worth = Thirds::implied(level, *strength).0;
                raise(*other, (worth, Some((offered, number, *strength))));
            }
        }
    }

    /// As [`crate::pair::via`] for the offer turned to.
    pub(super) fn of(&self, skill: u32) -> Via {
        self.known.get(skill as usize).copied().unwrap_or((0, None))
    }
}
