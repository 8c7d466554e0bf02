//! The part of a pack that prices deals, read by itself.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::parameters::{self, Parameter};
use crate::reader::{Files, Sink};
use crate::rules::{self, Rules};
use crate::shapes::SHAPES;
use crate::source;
use pul_domain::Findings;

/// Reads and checks `parameters/`, `rules/` and the sources they name, and nothing
/// else: for who wants quotes without matching.
pub fn read_prices(files: &Files) -> (Vec<Parameter>, Rules, Findings) {
    let wanted = |path: &str| {
        path.starts_with("parameters/") || path.starts_with("rules/") || path.starts_with("sources")
    };
    let sink = Sink::new(SHAPES);
    let documents = Documents::parse_only(files, wanted, &sink);
    let sources = source::declare(&documents, &sink);
    let (parameters, rules) = read(&documents, &sources, &sink);
    (parameters, rules, sink.into_findings())
}

/// The parameters and rules of a pack being read.
pub(crate) fn read(documents: &Documents<'_>, sources: &Declared, sink: &Sink) -> (Vec<Parameter>, Rules) {
    let known = |id: &str| sources.rank(id).is_some();
    let parameters = parameters::read(documents.under("parameters/"), &known, sink);
    let rules = rules::read(documents.under("rules/"), &known, sink);
    (parameters, rules)
}
