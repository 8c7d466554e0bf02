//! What an offer is worth towards every skill, through everything its skills imply.

use crate::basis::Basis;
use crate::features::OfferView;
use pul_domain::{Level, Thirds};

/// Scratch for widening one offer after another.
pub(crate) struct Widener<'a> {
    basis: &'a Basis,
    worth: Vec<u8>,
    touched: Vec<u32>,
}

impl<'a> Widener<'a> {
    pub(crate) fn new(basis: &'a Basis, skills: usize) -> Widener<'a> {
        Widener { basis, worth: vec![0; skills], touched: Vec::new() }
    }

    /// Skills an offer is worth something towards, with the worth in thirds; in no order.
    pub(crate) fn widen(&mut self, offer: OfferView<'_>, out: &mut Vec<(u32, u8)>) {
        for (skill, level) in offer.skills() {
            let Ok(level) = Level::new(level) else {
                continue;
            };
            self.raise(skill, level.thirds());
            let implied = self.basis.implies.get(skill as usize);
            for (other, strength) in implied.into_iter().flatten() {
                self.raise(*other, Thirds::implied(level, *strength));
            }
        }
        for skill in self.touched.drain(..) {
            out.push((skill, std::mem::take(&mut self.worth[skill as usize])));
        }
    }

    fn raise(&mut self, skill: u32, worth: Thirds) {
        let known = &mut self.worth[skill as usize];
        if worth.0 > *known {
            if *known == 0 {
                self.touched.push(skill);
            }
            *known = worth.0;
        }
    }
}
