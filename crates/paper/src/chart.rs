//! Bar charts, drawn as SVG in whole numbers.

use crate::Hand;
use crate::html::escape;
use pul_locale::Direction;
use std::fmt::Write;

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its figure, as written for the reader.
    pub figure: String,
    /// Its length, in any unit the bars share; negative ones run the other way.
    pub size: i64,
    /// Whether it is the one to look at.
    pub accent: bool,
}

/// Horizontal bars with one scale, each with its label and figure above it, so that neither
/// the length of a word nor the colour of a bar carries the meaning alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarChart {
    /// What it shows.
    pub title: String,
    /// The same in a sentence, for those who cannot see it.
    pub description: String,
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

/// The width of the drawing; the unit of everything below. On a telephone it is hardly reduced, so that its words
/// stay readable.
const WIDTH: i64 = 440;

/// Measures that follow from the script: Nastaliq needs about twice the height.
struct Measures {
    text: i64,
    bar: i64,
    gap: i64,
    size: i64,
    fonts: &'static str,
}

impl Measures {
    fn of(direction: Direction, hand: Hand) -> Measures {
        let latin = Measures {
            text: 15,
            bar: 14,
            gap: 10,
            size: 13,
            fonts: "'Noto Sans','Noto Naskh Arabic',sans-serif",
        };
        match (direction, hand) {
            (Direction::Ltr, _) => latin,
            (Direction::Rtl, Hand::Naskh) => {
                Measures { text: 18, fonts: "'Noto Naskh Arabic','Noto Sans',sans-serif", ..latin }
            }
            (Direction::Rtl, Hand::Nastaliq) => {
                Measures { text: 24, gap: 14, fonts: "'Noto Nastaliq Urdu','Noto Sans',serif", ..latin }
            }
        }
    }
}

/// Where sizes fall across the drawing.
struct Scale {
    least: i128,
    span: i128,
    mirrored: bool,
}

impl Scale {
    fn of(bars: &[Bar], direction: Direction) -> Scale {
        let sizes = || bars.iter().map(|bar| i128::from(bar.size));
        let least = sizes().min().unwrap_or(0).min(0);
        let most = sizes().max().unwrap_or(0).max(0);
        Scale { least, span: (most - least).max(1), mirrored: direction == Direction::Rtl }
    }

    fn at(&self, size: i128) -> i64 {
        let along = (size - self.least) * i128::from(WIDTH) / self.span;
        // Between 0 and WIDTH by construction.
        let along = i64::try_from(along).unwrap_or(WIDTH);
        if self.mirrored { WIDTH - along } else { along }
    }
}

impl BarChart {
    /// The drawing as SVG, by itself or in a page. Text stays text; it takes the page's colour.
    pub fn svg(&self, direction: Direction, hand: Hand) -> String {
        let measures = Measures::of(direction, hand);
        let scale = Scale::of(&self.bars, direction);
        let step = measures.text + measures.bar + measures.gap;
        let height = step * i64::try_from(self.bars.len()).unwrap_or(0) + 2;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
             direction=\"ltr\" font-family=\"{}\" font-size=\"{}\">\
             <title>{}</title><desc>{}</desc>",
            measures.fonts,
            measures.size,
            escape(&self.title),
            escape(&self.description),
        );
        for (top, bar) in (0..).step_by(usize::try_from(step).unwrap_or(1)).zip(&self.bars) {
            draw(&mut out, bar, top, &measures, &scale);
        }
        let zero = scale.at(0).clamp(1, WIDTH - 1);
        let end = height - 2;
        // Writing to a string cannot fail.
        let _ = write!(out, "<path d=\"M{zero} 0V{end}\" stroke=\"#555\" stroke-width=\"1\"/></svg>");
        out
    }
}

fn draw(out: &mut String, bar: &Bar, top: i64, measures: &Measures, scale: &Scale) {
    let (a, b) = (scale.at(0), scale.at(bar.size.into()));
    let (x, width) = (a.min(b), (a - b).abs().max(1));
    let fill = if bar.accent { "#0b5d4e" } else { "#8aa6a0" };
    let base = top + measures.text - measures.text / 4;
    let y = top + measures.text;
    // Anchors are physical, because drawing programs disagree about what `start` means in a
    // right-to-left text; the isolate gives each text its own direction instead.
    let (near, far) = ((6, "start"), (WIDTH - 6, "end"));
    let ((label_x, label_anchor), (figure_x, figure_anchor)) =
        if scale.mirrored { (far, near) } else { (near, far) };
    let open = if scale.mirrored { '\u{2067}' } else { '\u{2066}' };
    // A label is a name or a few words: first strong letter first, wherever it stands.
    let label = format!("\u{2068}{}\u{2069}", escape(&bar.label));
    let figure = escape(&bar.figure);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<text x=\"{label_x}\" y=\"{base}\" text-anchor=\"{label_anchor}\">{open}{label}\u{2069}</text>\
         <text x=\"{figure_x}\" y=\"{base}\" text-anchor=\"{figure_anchor}\">\u{2068}{figure}\u{2069}</text>\
         <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{fill}\"/>",
        measures.bar,
    );
}
