//! How far a figure may be off: assumptions at their low and high ends, wages a point
//! of their distribution lower and higher.

use crate::cells::Standing;
use crate::compare::Saving;
use crate::dated::Dated;
use crate::deal::Deal;
use crate::figures::Figures;
use crate::quote::money;
use crate::tariff::{Side, Tariff};
use pul_domain::Money;
use pul_pack::parameters::{Number, Range};
use serde::{Deserialize, Serialize};

/// The range of a way, over what is assumed and how wages spread.
///
/// Each assumption is moved alone to both ends: the `…_alone` ranges are what one wrong
/// assumption can do. Then all of them move together to the ends that made the figure
/// lower, and to those that made it higher: what all of them wrong the same way can do.
/// So every end is a quote like any other, not an estimate of an estimate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// The buyer's lowest and highest cost.
    pub cost: (Money, Money),
    /// The supplier's lowest and highest net.
    pub net: (Money, Money),
    /// The smallest and largest saving against the baseline, moved together with it.
    pub saving: (Saving, Saving),
    /// The buyer's cost when one assumption is off.
    pub cost_alone: (Money, Money),
    /// The saving when one assumption is off.
    pub saving_alone: (Saving, Saving),
    /// What moves the cost, the widest first.
    pub swings: Vec<Swing>,
}

/// What one assumption does to the buyer's cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swing {
    /// Id of the parameter; `wages` for the distribution of wages.
    pub parameter: String,
    /// Its place.
    pub at: Vec<String>,
    /// The cost at its low end.
    pub low: Money,
    /// The cost at its high end.
    pub high: Money,
}

/// One thing that can be moved.
#[derive(Clone, Copy)]
enum Knob {
    Cell(usize, Range),
    Wages,
}

/// Both ends of a knob, priced in every way.
struct Tried {
    knob: Knob,
    low: Vec<Figures>,
    high: Vec<Figures>,
}

type Measure = fn(&[Figures], usize, usize) -> Number;

/// The range of every way.
pub fn ranges(tariff: &Tariff, deal: &Deal, dated: &Dated, baseline: usize) -> Vec<Spread> {
    let tried: Vec<Tried> = knobs(tariff, dated)
        .into_iter()
        .map(|knob| Tried {
            knob,
            low: all(tariff, deal, &turned(tariff, dated, &[(knob, false)])),
            high: all(tariff, deal, &turned(tariff, dated, &[(knob, true)])),
        })
        .collect();
    let now = all(tariff, deal, dated);
    (0..tariff.rules.ways.len())
        .map(|way| {
            let ends = |measure: Measure| ends(tariff, deal, dated, &tried, way, baseline, measure);
            let (least, most) = ends(|f, way, _| f[way].buyer_cost);
            let (poor, rich) = ends(|f, way, _| f[way].supplier_net);
            let (little, much) = ends(|f, way, base| f[base].buyer_cost.minus(f[way].buyer_cost));
            let saving = |f: &[Figures]| Saving::of(tariff, f[way].buyer_cost, f[baseline].buyer_cost);
            Spread {
                cost: (
                    money(tariff, Side::Buyer, least[way].buyer_cost),
                    money(tariff, Side::Buyer, most[way].buyer_cost),
                ),
                net: (
                    money(tariff, Side::Supplier, poor[way].supplier_net),
                    money(tariff, Side::Supplier, rich[way].supplier_net),
                ),
                saving: (saving(&little), saving(&much)),
                cost_alone: {
                    let (least, most) = alone(&tried, &now, |f| f[way].buyer_cost);
                    (
                        money(tariff, Side::Buyer, least[way].buyer_cost),
                        money(tariff, Side::Buyer, most[way].buyer_cost),
                    )
                },
                saving_alone: {
                    let (little, much) =
                        alone(&tried, &now, |f| f[baseline].buyer_cost.minus(f[way].buyer_cost));
                    (saving(little), saving(much))
                },
                swings: swings(tariff, &tried, way),
            }
        })
        .collect()
}

/// Everything with a range that the caller has not set.
fn knobs(tariff: &Tariff, dated: &Dated) -> Vec<Knob> {
    let mut out = vec![Knob::Wages];
    for (cell, held) in dated.held.iter().enumerate().filter(|(_, h)| h.standing != Standing::Set) {
        let row = &tariff.parameters[tariff.cells.cells[cell].parameter].rows[held.row];
        out.extend(row.range.map(|range| Knob::Cell(cell, range)));
    }
    out
}

fn turned(tariff: &Tariff, dated: &Dated, knobs: &[(Knob, bool)]) -> Dated {
    let mut out = dated.clone();
    for (knob, high) in knobs {
        match knob {
            Knob::Cell(cell, range) => {
                out.set_cell(tariff, *cell, if *high { range.high } else { range.low })
            }
            Knob::Wages => out.shift_spreads(if *high { 1 } else { -1 }),
        }
    }
    out
}

fn all(tariff: &Tariff, deal: &Deal, dated: &Dated) -> Vec<Figures> {
    let mut out = Vec::new();
    tariff.price_all(deal, dated, &mut out);
    out
}

/// Every way priced with all knobs at the ends that lower the measure, and with all at
/// those that raise it.
fn ends(
    tariff: &Tariff,
    deal: &Deal,
    dated: &Dated,
    tried: &[Tried],
    way: usize,
    baseline: usize,
    measure: Measure,
) -> (Vec<Figures>, Vec<Figures>) {
    let moves: Vec<(Knob, bool)> = tried
        .iter()
        .filter_map(|t| {
            let (low, high) = (measure(&t.low, way, baseline), measure(&t.high, way, baseline));
            // `true`: the high end of the knob is where the measure is high.
            (low != high).then_some((t.knob, high > low))
        })
        .collect();
    let down: Vec<(Knob, bool)> = moves.iter().map(|(k, up)| (*k, !up)).collect();
    (all(tariff, deal, &turned(tariff, dated, &down)), all(tariff, deal, &turned(tariff, dated, &moves)))
}

/// The lowest and highest of a measure when one knob alone is turned, or none.
fn alone<'f>(
    tried: &'f [Tried],
    now: &'f [Figures],
    measure: impl Fn(&[Figures]) -> Number,
) -> (&'f [Figures], &'f [Figures]) {
    let turned = || tried.iter().flat_map(|t| [t.low.as_slice(), t.high.as_slice()]).chain([now]);
    let least = turned().min_by_key(|f| measure(f)).unwrap_or(now);
    let most = turned().max_by_key(|f| measure(f)).unwrap_or(now);
    (least, most)
}

fn swings(tariff: &Tariff, tried: &[Tried], way: usize) -> Vec<Swing> {
    let mut out: Vec<(Number, Swing)> = tried
        .iter()
        .filter_map(|t| {
            let (low, high) = (t.low[way].buyer_cost, t.high[way].buyer_cost);
            let (parameter, at) = match t.knob {
                Knob::Wages => ("wages".to_owned(), Vec::new()),
                Knob::Cell(cell, _) => {
                    let cell = &tariff.cells.cells[cell];
                    let parameter = &tariff.parameters[cell.parameter];
                    (parameter.id.clone(), parameter.rows[cell.rows.start].at.clone())
                }
            };
            let width = if high > low { high.minus(low) } else { low.minus(high) };
            let swing = Swing {
                parameter,
                at,
                low: money(tariff, Side::Buyer, low),
                high: money(tariff, Side::Buyer, high),
            };
            (low != high).then_some((width, swing))
        })
        .collect();
    out.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| (&x.parameter, &x.at).cmp(&(&y.parameter, &y.at))));
    out.into_iter().map(|(_, swing)| swing).collect()
}
