//! Rules: the lines of a quote, its papers, its inputs, its ways and the profiles of
//! buyers, as the pack writes them. Formulas are text here; `pul-pricing` compiles
//! and checks them.

mod read;
pub(crate) mod shapes;

pub(crate) use read::read;

use crate::parameters::{Measure, Number, Rounding, Words};
use pul_domain::Place;

/// A formula as written, with its place for findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// The text.
    pub text: String,
    /// File, line and field.
    pub place: Place,
}

/// All rules of a pack.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rules {
    /// What every quote needs to know about the corridor.
    pub settings: Option<Settings>,
    /// What a deal states.
    pub inputs: Vec<Input>,
    /// Who receives and pays.
    pub parties: Vec<Receiver>,
    /// Ways to engage, in the order shown.
    pub ways: Vec<Way>,
    /// Headings lines stand under, in the order shown.
    pub groups: Vec<Group>,
    /// Named figures between inputs and lines.
    pub defines: Vec<Define>,
    /// Lines of the quote, in the order written.
    pub lines: Vec<Line>,
    /// Papers and questions.
    pub papers: Vec<Paper>,
    /// Inputs worth searching for a change of the best way.
    pub tips: Vec<Tip>,
    /// Kinds of buyer, with a deal typical for each.
    pub profiles: Vec<Profile>,
}

/// What every quote of the corridor is told in.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The buyer's currency.
    pub buyer_currency: String,
    /// The supplier's currency.
    pub supplier_currency: String,
    /// Supplier's currency for one unit of the buyer's, at the middle rate.
    pub exchange: Formula,
    /// How many people.
    pub people: Formula,
    /// How many months.
    pub months: Formula,
    /// Hours worked in all by the team.
    pub hours: Formula,
    /// The way others are compared with.
    pub baseline: String,
    /// How every amount is rounded to its minor unit, unless a line says otherwise.
    pub rounding: Rounding,
}

/// Whether an input belongs to the deal or to a member of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InputScope {
    /// One value for the deal.
    Deal,
    /// One for each member.
    Member,
}

/// What an input may hold.
#[derive(Debug, Clone, PartialEq)]
pub enum InputKind {
    /// A number, a percentage or a flag.
    Measured(Measure),
    /// One of a list.
    Choice(Vec<Choice>),
    /// A day.
    Date,
}

/// One value a choice can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id in files and formulas.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// The choice of the input it falls back to that it lies in: Toronto in Ontario.
    pub within: Option<String>,
    /// Other spellings a deal may use: `IS`, the ISO code of Islamabad.
    pub also: Vec<String>,
}

/// What an input is when a deal does not state it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Default {
    /// The deal must state it.
    Required,
    /// This, as it would be written.
    Text(String),
    /// What another input is.
    Same(String),
    /// First of January of the year of the quote's day.
    NewYear,
}

/// One thing a deal states.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Deal or member.
    pub scope: InputScope,
    /// What it may hold.
    pub kind: InputKind,
    /// When the deal does not say.
    pub default: Default,
    /// Lowest value.
    pub min: Option<Number>,
    /// Highest value.
    pub max: Option<Number>,
    /// Other inputs and then a literal to look a parameter up by when it has no row
    /// for this choice: `["hire-province", "=CA"]`.
    pub falls_back: Vec<String>,
    /// Where it is written.
    pub place: Place,
}

/// Somebody who pays or receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Whose purse it is.
    pub role: Role,
    /// Where it is written.
    pub place: Place,
}

/// Whose purse a receiver is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The buyer's, or its group's.
    Buyer,
    /// The supplier's: a firm, a freelancer, an employee.
    Supplier,
    /// Money passes through and none stays: it must come out even.
    Through,
    /// Somebody else's.
    Other,
}

/// One way to engage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Where it is written.
    pub place: Place,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Left out of "before credits".
    pub credit: bool,
    /// Where it is written.
    pub place: Place,
}

/// A named figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Define {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Computed for each member, inside `sum(…)`.
    pub each_member: bool,
    /// How.
    pub formula: Formula,
    /// Where it is written.
    pub place: Place,
}

/// What a line does with its amount.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow {
    /// Paid by one to another.
    Pay {
        /// Who pays.
        from: String,
        /// Who receives.
        to: String,
    },
    /// Exchanged by `at` into another currency; the formula gives what comes out.
    Exchange {
        /// Whose money it is.
        at: String,
        /// What it becomes.
        into: Formula,
    },
    /// Said, not paid: what is forgone, what stays in foreign currency.
    Memo,
}

/// One line of a quote.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Id of its heading.
    pub group: String,
    /// Ways it belongs to.
    pub ways: Vec<String>,
    /// When it holds; always when absent.
    pub when: Option<Formula>,
    /// Its amount.
    pub amount: Formula,
    /// What happens with it.
    pub flow: Flow,
    /// Why it is there.
    pub reason: Words,
    /// Rounding of its own.
    pub rounding: Option<Rounding>,
    /// Where it is written.
    pub place: Place,
}

/// A paper, clause, code or question.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// `form`, `certificate`, `code`, `clause`, `question` or `warning`.
    pub kind: String,
    /// Whose job it is: `buyer`, `supplier` or `both`.
    pub who: String,
    /// Ways it belongs to.
    pub ways: Vec<String>,
    /// When it is needed; always when absent.
    pub when: Option<Formula>,
    /// What to do and by when.
    pub text: Words,
    /// Ids of parameters whose sources stand behind it.
    pub parameters: Vec<String>,
    /// Id of a source, when no parameter stands behind it.
    pub source: Option<String>,
    /// Section or page of that source.
    pub locator: String,
    /// Where it is written.
    pub place: Place,
}

/// An input to search for the point where the best way changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// The input.
    pub input: String,
    /// First value searched.
    pub from: Number,
    /// Last value searched.
    pub to: Number,
    /// Width of the grid.
    pub step: Number,
    /// Where it is written.
    pub place: Place,
}

/// A kind of buyer with a typical deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// Why it is here and what is typical in it.
    pub note: Words,
    /// Inputs of the deal, as written.
    pub inputs: Vec<(String, String)>,
    /// Inputs of each member, as written.
    pub team: Vec<Vec<(String, String)>>,
    /// Where it is written.
    pub place: Place,
}
