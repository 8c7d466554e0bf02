//! Pricing beside OpenFisca with its country template, in one run.
//!
//! The two do not compute the same law. OpenFisca's template is its own small example: 21
//! variables of one household and one month, in 32-bit floating point. Ours is one deal: every
//! line of both sides, totals and papers, in exact decimals. What each computes is printed.

mod openfisca;
mod ours;

use std::fmt;

/// `benchmarks pricing`, or one of the fresh processes it starts.
pub fn main(words: &[String]) {
    match words.first().map(String::as_str) {
        Some("cold") => return ours::cold(true),
        Some("cold-prices") => return ours::cold(false),
        _ => {}
    }
    let runs = words.first().and_then(|word| word.parse().ok()).unwrap_or(9_usize).max(1);
    println!("Each figure on a processor, then on the wall; best and median of {runs} runs.\n");
    let whole = Spread::of((0..runs).filter_map(|_| ours::cold_in_a_process("cold")));
    let prices = Spread::of((0..runs).filter_map(|_| ours::cold_in_a_process("cold-prices")));
    println!("cold load, a fresh process each (read from disk, checked, compiled)");
    row("  the whole pack, skills and all", &whole, " ms");
    row("  its prices alone", &prices, " ms");
    let quotes = ours::quotes(runs);
    let peer = openfisca::measure(runs);
    if let Some(peer) = &peer {
        row("  OpenFisca and its country template", &peer.load, " ms");
        println!(
            "  ratio of medians on a processor: {:.1} times (whole pack), {:.1} times (prices)",
            peer.load.median.0 / whole.median.0,
            peer.load.median.0 / prices.median.0
        );
    }
    let Some(quotes) = quotes else { return };
    println!("\na second, on one thread");
    row(&format!("  quotes of all {} ways ({})", quotes.ways, quotes.holds), &quotes.all, "");
    row("  the same, a parameter changed before each", &quotes.what_if_all, "");
    row("  quotes of one way, the firm's", &quotes.one, "");
    row("  the same, a parameter changed before each", &quotes.what_if_one, "");
    row("  quotes of one way traced in words, every figure's formula and sources", &quotes.traced, "");
    println!(
        "  all {} golden cases: {:.1} ms, {} differences",
        quotes.cases, quotes.cases_took, quotes.differences
    );
    if let Some(peer) = &peer {
        row(&format!("  OpenFisca, one household, its {} variables", peer.variables), &peer.one, "");
        row("  OpenFisca, one household, disposable income alone", &peer.few, "");
        row("  OpenFisca, one household, a parameter changed before each", &peer.what_if, "");
        row("  OpenFisca, one household, a reform built before each", &peer.reform, "");
        row(&format!("  OpenFisca, {} households at once, by household", peer.batch_of), &peer.batch, "");
        println!("\nratios of medians on a processor, ours to OpenFisca's");
        ratio("a quote of one way to one household", &quotes.one, &peer.one);
        ratio("a quote of all ways to one household", &quotes.all, &peer.one);
        ratio("a changed quote of one way to a changed household", &quotes.what_if_one, &peer.what_if);
        ratio("a changed quote of one way to a reformed household", &quotes.what_if_one, &peer.reform);
        ratio("a quote of one way to a household of a batch", &quotes.one, &peer.batch);
    }
}

fn row(what: &str, figures: &Spread, unit: &str) {
    println!("{what:<72} {figures}{unit}");
}

fn ratio(what: &str, ours: &Spread, theirs: &Spread) {
    println!("  {what:<52} {:>9.2}", ours.median.0 / theirs.median.0);
}

/// Runs of one measurement, each on a processor and on the wall.
struct Spread {
    best: (f64, f64),
    median: (f64, f64),
}

impl Spread {
    /// Of times, where the least is best; nought if there is none.
    fn of(runs: impl Iterator<Item = (f64, f64)>) -> Spread {
        let (mut processor, mut wall): (Vec<f64>, Vec<f64>) = runs.unzip();
        let mut pick = |at: fn(usize) -> usize| {
            let one = |list: &mut Vec<f64>| {
                list.sort_by(f64::total_cmp);
                list.get(at(list.len())).copied().unwrap_or_default()
            };
            (one(&mut processor), one(&mut wall))
        };
        Spread { best: pick(|_| 0), median: pick(|many| many / 2) }
    }

    /// Of rates, where the greatest is best.
    fn of_rates(runs: impl Iterator<Item = (f64, f64)>) -> Spread {
        let of = Spread::of(runs.map(|(processor, wall)| (-processor, -wall)));
        let turn = |(processor, wall): (f64, f64)| (-processor, -wall);
        Spread { best: turn(of.best), median: turn(of.median) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::from(self.median.0 < 1000.0);
        let pair = |(processor, wall): (f64, f64)| format!("{processor:.places$} / {wall:.places$}");
        write!(f, "best {:>19}, median {:>19}", pair(self.best), pair(self.median))
    }
}
