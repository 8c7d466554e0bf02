//! The picture of a whole timetable: a row for each table, a column for each start, darker where
//! a meeting is worth more.

use crate::Told;
use crate::axis::{Axis, place};
use crate::slots::slots;
use pul_domain::{Appointment, MissionPlan, Venue, on_wall};
use pul_locale::{Direction, Length};
use std::fmt::Write;

const COLUMN: i64 = 46;
const ROW: i64 = 24;
const LABEL: i64 = 210;
const GAP: i64 = 14;

/// Shades from little to much value, each with the colour of the figure on it (contrast above 4.5 to 1).
const SHADES: [(&str, &str); 5] =
    [("#e3f1ec", "#123"), ("#b9dccf", "#123"), ("#83bfab", "#123"), ("#2f8069", "#fff"), ("#0b4f40", "#fff")];

/// A row: a table of a venue.
struct Line<'m> {
    venue: &'m Venue,
    table: u16,
}

struct Drawing<'a> {
    told: &'a Told<'a>,
    axis: Axis,
    lines: Vec<Line<'a>>,
    days: Vec<(jiff::civil::Date, usize, usize)>,
    width: i64,
    head: i64,
    mirrored: bool,
    out: String,
}

/// Draws a plan as SVG. In a right-to-left language it is mirrored: time runs to the left.
pub fn picture(told: &Told<'_>, plan: &MissionPlan) -> String {
    let told = &Told { locale: told.locale.with_isolates(), mission: told.mission };
    let axis = Axis::of(told.mission, plan);
    let lines: Vec<Line<'_>> = told.mission.venues.iter().flat_map(|venue| lines(venue, plan)).collect();
    let days = axis.days();
    let width = LABEL + axis.starts.len() as i64 * COLUMN + days.len() as i64 * GAP;
    let head = 34 + axis.zones.len() as i64 * 16;
    let mirrored = told.locale.direction() == Direction::Rtl;
    let height = head + lines.len() as i64 * ROW + 60;
    let rows = lines.len();
    let mut drawing = Drawing { told, axis, lines, days, width, head, mirrored, out: String::new() };
    drawing.open(plan, rows, height);
    drawing.times();
    drawing.rows();
    for of in plan.appointments(told.mission) {
        drawing.meeting(&of);
    }
    drawing.scale(plan, height);
    drawing.out.push_str("</svg>\n");
    drawing.out
}

/// The tables of a venue; of a venue with very many, those that are used.
fn lines<'m>(venue: &'m Venue, plan: &MissionPlan) -> impl Iterator<Item = Line<'m>> {
    let used = plan.meetings.iter().filter(|m| m.venue == venue.id).map(|m| m.table).max().unwrap_or(0);
    let most = if venue.tables > 40 { used } else { venue.tables };
    (1..=most).map(move |table| Line { venue, table })
}

impl Drawing<'_> {
    /// Writing to a string cannot fail.
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.out.write_fmt(text);
    }

    fn open(&mut self, plan: &MissionPlan, rows: usize, height: i64) {
        let locale = self.told.locale;
        let mission = [("mission", self.told.mission.title.as_str().into())];
        let zones = locale.list_and(self.axis.zones.iter().map(|z| place(z)));
        let text = [("meetings", plan.meetings.len().into()), ("rows", rows.into()), ("zones", zones.into())];
        let title = escape(&locale.say("mission-picture-title", &mission));
        let desc = escape(&locale.say("mission-picture-text", &text));
        let fonts =
            if self.mirrored { "'Noto Naskh Arabic','Noto Sans'" } else { "'Noto Sans','Noto Naskh Arabic'" };
        let (width, language) = (self.width, locale.language().tag());
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"pul-title pul-desc\" lang=\"{language}\" direction=\"ltr\" \
             font-family=\"{fonts},sans-serif\" font-size=\"11\">\n<title id=\"pul-title\">{title}</title>\
             <desc id=\"pul-desc\">{desc}</desc>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"
        ));
    }

    /// Where a column begins, the gaps between days counted.
    fn x(&self, column: usize) -> i64 {
        let gaps = self.days.iter().filter(|(_, first, _)| *first <= column && *first > 0).count();
        LABEL + column as i64 * COLUMN + (gaps as i64) * GAP
    }

    /// A box, mirrored where the language is.
    fn rect(&mut self, (x, y, width, height): (i64, i64, i64, i64), style: &str, inside: &str) {
        let x = if self.mirrored { self.width - x - width } else { x };
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {style}>{inside}</rect>\n"
        ));
    }

    /// Text in the reader's direction, names within it isolated. Anchors are physical: drawing programs disagree on what `start` means in a right-to-left text.
    fn text(&mut self, (x, y): (i64, i64), anchor: &str, style: &str, text: &str) {
        let (x, anchor) = match (self.mirrored, anchor) {
            (false, anchor) => (x, anchor),
            (true, "start") => (self.width - x, "end"),
            (true, "end") => (self.width - x, "start"),
            (true, anchor) => (self.width - x, anchor),
        };
        let open = if self.mirrored { '\u{2067}' } else { '\u{2066}' };
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" {style}>{open}{}\u{2069}</text>\n",
            escape(text)
        ));
    }

    /// Dates, and under them the times on each wall clock.
    fn times(&mut self) {
        for (date, first, past) in self.days.clone() {
            let x = self.x(first);
            let wide = (past - first) as i64 * COLUMN;
            let length = if wide < 150 { Length::Short } else { Length::Full };
            let date = self.told.locale.date(date, length);
            self.text((x, 16), "start", "font-weight=\"700\" font-size=\"13\"", &date);
        }
        for (row, zone) in self.axis.zones.clone().iter().enumerate() {
            let y = 34 + row as i64 * 16;
            let wall = self.axis.starts.first().map(|at| on_wall(*at, zone));
            let zone_said = wall.map_or_else(String::new, |wall| self.told.locale.zone(&wall));
            self.text(
                (LABEL - 8, y),
                "end",
                "fill=\"#444\"",
                &pul_locale::isolate_ltr(&format!("{} {zone_said}", place(zone))),
            );
            for column in 0..self.axis.starts.len() {
                let time = self.axis.time(column, zone);
                let size = if time.len() > 5 { "font-size=\"9\"" } else { "font-size=\"11\"" };
                let time = pul_locale::isolate_ltr(&time);
                self.text((self.x(column) + COLUMN / 2, y), "middle", size, &time);
            }
        }
    }

    /// A label and the open sittings of every row.
    fn rows(&mut self) {
        for row in 0..self.lines.len() {
            let (venue, table) = (self.lines[row].venue, self.lines[row].table);
            let y = self.head + row as i64 * ROW;
            if table == 1 && row > 0 {
                let width = self.width;
                self.rect((0, y - 1, width, 1), "fill=\"#bbb\"", "");
            }
            let name = shortened(&venue.name);
            let values = [("venue", name.as_str().into()), ("table", table.into())];
            let mut label = self.told.locale.say("mission-table-at", &values);
            if venue.overflow_minutes > 0 {
                label = format!("{label} ({})", self.told.say("mission-overflow"));
            }
            self.text((LABEL - 8, y + 16), "end", "", &label);
            for (start, end) in slots(venue) {
                let (from, past) = self.axis.span(start, end);
                let (x, wide) = self.cell(from, past);
                let style = "fill=\"none\" stroke=\"#ccc\" stroke-dasharray=\"2 2\"";
                self.rect((x, y + 2, wide, ROW - 5), style, "");
            }
        }
    }

    /// Left end and width of the columns from `from` up to `past`.
    fn cell(&self, from: usize, past: usize) -> (i64, i64) {
        let x = self.x(from);
        (x + 2, self.x(past - 1) + COLUMN - x - 4)
    }

    fn meeting(&mut self, of: &Appointment<'_>) {
        let line = |l: &Line<'_>| l.venue.id == of.venue.id && l.table == of.meeting.table;
        let Some(row) = self.lines.iter().position(line) else { return };
        let (from, past) = self.axis.span(of.meeting.start, of.meeting.end);
        let (x, wide) = self.cell(from, past);
        let y = self.head + row as i64 * ROW;
        let (fill, ink) = SHADES[self.shade(of.wish.value)];
        let times = self.told.times(of, None).join(" · ");
        let says = format!("{}: {}; {times}; {}", of.wish.id, self.told.parties(of, None), of.wish.value);
        let inside = format!("<title>{}</title>", escape(&says));
        self.rect(
            (x, y + 2, wide, ROW - 5),
            &format!("rx=\"2\" fill=\"{fill}\" stroke=\"#0b4f40\""),
            &inside,
        );
        let style = format!("fill=\"{ink}\" pointer-events=\"none\"");
        let value = self.told.locale.integer(of.wish.value);
        self.text((x + wide / 2, y + 16), "middle", &style, &value);
    }

    /// The most a wish of the mission is worth.
    fn most(&self) -> u32 {
        self.told.mission.wishes.iter().map(|w| w.value).max().unwrap_or(1).max(1)
    }

    fn shade(&self, value: u32) -> usize {
        let shades = SHADES.len() as u64;
        (u64::from(value) * shades / (u64::from(self.most()) + 1)).min(shades - 1) as usize
    }

    /// What the shades mean.
    fn scale(&mut self, plan: &MissionPlan, height: i64) {
        let y = height - 34;
        let held = self.told.locale.say("mission-meeting-count", &[("n", plan.meetings.len().into())]);
        let label = format!("{held} · {}", self.told.say("mission-value-scale"));
        self.text((LABEL - 8, y + 14), "end", "", &label);
        let most = u64::from(self.most());
        for (number, (fill, ink)) in SHADES.iter().enumerate() {
            let x = LABEL + number as i64 * 96;
            let bound = |n: u64| (n * (most + 1)).div_ceil(SHADES.len() as u64);
            let (low, high) = (bound(number as u64), bound(number as u64 + 1).saturating_sub(1));
            self.rect((x, y, 92, 20), &format!("fill=\"{fill}\" stroke=\"#0b4f40\""), "");
            let range = self
                .told
                .locale
                .range(&self.told.locale.integer(low), &self.told.locale.integer(high.max(low)));
            self.text((x + 46, y + 14), "middle", &format!("fill=\"{ink}\""), &range);
        }
    }
}

/// A name that fits its column.
fn shortened(name: &str) -> String {
    let most = 22;
    if name.chars().count() <= most {
        return name.to_owned();
    }
    format!("{}…", name.chars().take(most - 1).collect::<String>())
}

/// Text made safe between tags; characters no SVG may hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
