//! The keys each kind of rule may have.

use crate::reader::Shape;

/// Keys of `rules/settings.toml`.
pub(crate) static SETTINGS: Shape = Shape {
    what: "the settings",
    keys: &[
        "buyer-currency",
        "supplier-currency",
        "exchange",
        "people",
        "months",
        "hours",
        "baseline",
        "rounding",
    ],
};
/// Keys of an input.
pub(crate) static INPUT: Shape = Shape {
    what: "an input",
    keys: &["label", "fr", "ur", "scope", "unit", "default", "min", "max", "choice", "falls-back"],
};
/// Keys of a choice of an input.
pub(crate) static CHOICE: Shape =
    Shape { what: "a choice", keys: &["id", "label", "fr", "ur", "within", "also"] };
/// Keys of a party to the money.
pub(crate) static PARTY: Shape = Shape { what: "a party", keys: &["label", "fr", "ur", "role"] };
/// Keys of a way to engage.
pub(crate) static WAY: Shape = Shape { what: "a way", keys: &["label", "fr", "ur"] };
/// Keys of a heading.
pub(crate) static GROUP: Shape = Shape { what: "a group", keys: &["label", "fr", "ur", "credit"] };
/// Keys of a define.
pub(crate) static DEFINE: Shape =
    Shape { what: "a define", keys: &["label", "fr", "ur", "each-member", "formula"] };
/// Keys of a line.
pub(crate) static LINE: Shape = Shape {
    what: "a line",
    keys: &[
        "label",
        "fr",
        "ur",
        "group",
        "ways",
        "when",
        "amount",
        "from",
        "to",
        "at",
        "becomes",
        "reason",
        "reason-fr",
        "reason-ur",
        "rounding",
    ],
};
/// Keys of a paper.
pub(crate) static PAPER: Shape = Shape {
    what: "a paper",
    keys: &[
        "label",
        "fr",
        "ur",
        "kind",
        "who",
        "ways",
        "when",
        "text",
        "text-fr",
        "text-ur",
        "parameters",
        "source",
        "locator",
    ],
};
/// Keys of a tip.
pub(crate) static TIP: Shape = Shape { what: "a tip", keys: &["input", "from", "to", "step"] };
/// Keys of a profile.
pub(crate) static PROFILE: Shape =
    Shape { what: "a profile", keys: &["label", "fr", "ur", "note", "note-fr", "note-ur", "inputs", "team"] };
/// A member of a profile's or a case's team; its keys are the rules' inputs.
pub(crate) static MEMBER: Shape = Shape { what: "a member", keys: &[] };
