//! Posts compiled to integers.

mod ask;
mod graded;
mod offer;
mod store;
mod vocabulary;

pub(crate) use ask::{AskFeatures, AskLanguage, Need};
pub(crate) use offer::{Flags, OfferFeatures, Price, Record};
pub(crate) use store::{Excluded, OfferStore, OfferView};
pub(crate) use vocabulary::{Sides, Vocabulary};
