//! Clause by clause: the ideal point of each party, the LCD, the most that leaves nobody worse off than the status quo, and the texts adopted, with
//! the clause's own words for its levels.
//!
//! L_d and T_d of preferences as stated ([`crate::benchmark::Lcd`]); ideal points as stated, after lobbying; the middle
//! reading of the texts adopted.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, VERMILION, faint},
        rows::LabelledRows,
    },
};
use crate::{
    negotiation::Realisation,
    report::number::{percent, point},
    study::ClauseSummary,
    text::{ClauseId, Value},
};
use plotters::style::RGBColor;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let clauses = &chronicle.summary.clauses;
    let mut caption = chronicle.caption(
        "What parties want, what would hurt nobody, what came out",
        "Each clause from its least to its most (options: in their order, discs by their share of texts). Ticks: every party's wish. Marks of the lowest common \
         denominator (LCD: the least ambitious wish, never below the status quo) and of the most that leaves nobody worse off rest on wishes as stated; the text is that of runs with a text.",
    );
    let probe = Frame::new(wanted, caption.clone());
    let height = probe.body.h - probe.canvas.em * 5.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
    let max = (height / (probe.canvas.small() * 1.6)).max(1.0) as usize;
    let shown = clauses.len().min(max);
    caption.note_omitted(shown, clauses.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Tick), GREY, "a party's wish"),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), INK, "status quo"),
        LegendEntry::new(LegendKey::Mark(Mark::Up), VERMILION, "LCD"),
        LegendEntry::new(LegendKey::Mark(Mark::Down), VERMILION, "most that hurts nobody"),
        LegendEntry::new(LegendKey::Mark(Mark::Plus), INK, "median wish"),
        LegendEntry::new(LegendKey::Mark(Mark::Diamond), BLUE, "median text"),
        LegendEntry::new(LegendKey::Patch(0.35), BLUE, "10–90\u{a0}% of texts"),
    ]);
    body(&frame, chronicle, shown);
    let alt: Vec<String> = clauses.iter().map(in_words).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(chronicle)))
}

/// The position of an option on [0, 1], in the order of the scenario.
#[allow(clippy::cast_precision_loss)] // a handful of options
fn option_position(option: usize, options: usize) -> f64 {
    option as f64 / (options.max(2) - 1) as f64
}

/// The ideal points of all parties present that care about a clause, with their names.
fn ideal_points<'a>(chronicle: &'a Chronicle<'_>, room: &Realisation, clause: usize) -> Vec<(&'a str, f64)> {
    let id = ClauseId::new(clause);
    let model = chronicle.case.model();
    model
        .countries
        .iter()
        .enumerate()
        .filter(|(i, _)| room.present[*i] && room.national.salience(*i, id) > 0.0)
        .map(|(i, country)| {
            let at = match model.clauses[clause].options {
                0 => room.national.ideal(i, id),
                options => option_position(room.national.best_option(i, id), options),
            };
            (country.name.as_str(), at)
        })
        .collect()
}

fn body(frame: &Frame, chronicle: &Chronicle<'_>, shown: usize) {
    let canvas = &frame.canvas;
    let clauses = &chronicle.summary.clauses[..shown];
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, false));
    let titles: Vec<&str> = clauses.iter().map(|c| c.title.as_str()).collect();
    let rows = LabelledRows::new(canvas, outer, &titles, 0.3);
    let inner = rows.inner.inset(canvas.em * 0.5, 0.0, canvas.em * 1.2, 0.0);
    let plot = Plot::along(canvas, inner, Axis::new("", 0.0..1.0));
    let room = Realisation::as_stated(chronicle.case.model());
    // If there is space, the clause's own words are set below the marks.
    let worded = rows.height > canvas.small() * 2.6 && inner.w > canvas.small() * 45.0;
    for (k, clause) in clauses.iter().enumerate() {
        let y = rows.middle(k) - if worded { canvas.small() * 0.65 } else { 0.0 };
        let half_height = (rows.height * if worded { 0.22 } else { 0.36 }).min(canvas.em * 0.9);
        let row = ClauseRow { canvas, plot: &plot, chronicle, clause, index: k, y, half_height };
        row.draw(&ideal_points(chronicle, &room, k));
        if worded {
            row.draw_levels();
        }
    }
}

/// The row of one clause: its vertical position, and the height of its marks.
struct ClauseRow<'a> {
    canvas: &'a Canvas,
    plot: &'a Plot,
    chronicle: &'a Chronicle<'a>,
    clause: &'a ClauseSummary,
    index: usize,
    y: f64,
    half_height: f64,
}

impl ClauseRow<'_> {
    fn draw(&self, ideal_points: &[(&str, f64)]) {
        let Self { canvas, plot, clause, y, half_height, .. } = *self;
        if let Some((low, high)) = clause.text.as_ref().and_then(|t| t.p10.zip(t.p90)) {
            let (from, to) = (plot.across(low), plot.across(high));
            let band =
                Rect { x: from, y: y - half_height * 0.75, w: (to - from).max(1.0), h: half_height * 1.5 };
            canvas.group("band", || canvas.fill(band, faint(BLUE, 0.35)));
        }
        canvas.line(&[(plot.inner.x, y), (plot.inner.right(), y)], canvas.em / 16.0, GREY);
        canvas.group("wishes", || {
            for &(name, at) in ideal_points {
                let tip = format!("{}: {}", self.chronicle.case.scenario().title_of(name), point(at));
                let x = plot.across(at);
                canvas.with_tooltip(&tip, || {
                    let tick = [(x, y - half_height), (x, y + half_height)];
                    canvas.line(&tick, canvas.em / 14.0, faint(INK, 0.45));
                });
            }
        });
        if clause.options.is_empty() { self.draw_benchmarks() } else { self.draw_options() }
    }

    fn mark(&self, mark: Mark, at: Option<f64>, shift: f64, colour: RGBColor) {
        if let Some(at) = at {
            self.canvas.mark(mark, (self.plot.across(at), self.y + shift), self.radius(), colour);
        }
    }

    fn radius(&self) -> f64 {
        self.canvas.em * 0.3
    }

    /// Draws the status quo and the share of each option. Options have no scale on which benchmarks could be placed.
    fn draw_options(&self) {
        let options = &self.clause.options;
        if let Value::Option(o) = self.chronicle.case.model().clauses[self.index].status_quo {
            self.mark(Mark::Ring, Some(option_position(o.into(), options.len())), 0.0, INK);
        }
        for (o, (name, share)) in options.iter().enumerate() {
            let share = share.rate.unwrap_or(0.0);
            let at = (self.plot.across(option_position(o, options.len())), self.y);
            self.canvas.with_tooltip(&format!("{name}: {}", percent(share)), || {
                self.canvas.mark(Mark::Disc, at, self.half_height * libm::sqrt(share), faint(BLUE, 0.6));
            });
        }
    }

    /// Draws LCD, tolerance bound, median ideal point, status quo and median text.
    fn draw_benchmarks(&self) {
        let clause = self.clause;
        let shift = self.half_height + self.radius() * 0.6;
        self.canvas.group("yardsticks", || {
            self.mark(Mark::Up, clause.lcd_point, shift, VERMILION);
            self.mark(Mark::Down, clause.tolerance_bound, -shift, VERMILION);
            self.mark(Mark::Plus, clause.median_ideal, 0.0, INK);
            self.mark(Mark::Ring, Some(clause.status_quo_at), 0.0, INK);
        });
        self.canvas.group("median", || {
            self.mark(Mark::Diamond, clause.text.as_ref().and_then(|t| t.median), 0.0, BLUE);
        });
    }

    /// Draws the clause's own words below the levels they stand for, as far as there is space.
    fn draw_levels(&self) {
        let Self { canvas, plot, .. } = *self;
        let size = canvas.em * 0.72;
        let y = self.y + self.half_height + canvas.small() * 0.75;
        let (mut left, right) = (plot.inner.x - canvas.em, plot.inner.right() + canvas.em);
        let options = &self.clause.options;
        let mut named = self.chronicle.case.model().clauses[self.index].source.levels();
        let position = |o| option_position(o, options.len());
        named.extend(options.iter().enumerate().map(|(o, (name, _))| (position(o), name.as_str())));
        for (k, (at, words)) in named.iter().enumerate() {
            let x = plot.across(*at);
            let next = named.get(k + 1).map_or(right + size, |(at, _)| plot.across(*at));
            let space = (next - left.max(plot.inner.x - canvas.em) - size).min(right - left);
            let text = font::clip(words, size, space.max(0.0));
            let width = font::width(&text, size);
            let from = (x - width / 2.0).max(left).min(right - width);
            if text.chars().count() > 3 && from >= left {
                canvas.text(&text, (from, y), Side::Start, size, MUTED);
                left = from + width + size;
            }
        }
    }
}

fn in_words(c: &ClauseSummary) -> String {
    let text = c.text.as_ref().map_or_else(
        || {
            let commonest = c.options.iter().max_by_key(|(_, rate)| rate.count);
            commonest.map_or_else(String::new, |(name, _)| format!("most often {name}"))
        },
        |t| format!("text {} ({} to {})", point(t.median), point(t.p10), point(t.p90)),
    );
    format!("{}: LCD {}, bound {}, {text}", c.title, point(c.lcd_point), point(c.tolerance_bound))
}

fn data(chronicle: &Chronicle<'_>) -> Data {
    let mut data = Data::new(["clause", "what", "who", "value", "words"]);
    let room = Realisation::as_stated(chronicle.case.model());
    for (k, c) in chronicle.summary.clauses.iter().enumerate() {
        let source = &chronicle.case.model().clauses[k].source;
        let mut add = |what: &str, who: &str, at: Option<f64>| {
            let words = at
                .filter(|_| chronicle.case.model().clauses[k].options == 0)
                .map_or_else(String::new, |x| source.level(x));
            data.row([c.name.clone(), what.to_owned(), who.to_owned(), figure(at), words]);
        };
        add("status quo", "", Some(c.status_quo_at));
        add("LCD", "", c.lcd_point);
        add("most that hurts nobody", "", c.tolerance_bound);
        add("median wish", "", c.median_ideal);
        if let Some(t) = &c.text {
            add("text, 10 %", "", t.p10);
            add("text, median", "", t.median);
            add("text, 90 %", "", t.p90);
        }
        for (name, at) in ideal_points(chronicle, &room, k) {
            add("wish", name, Some(at));
        }
        for (name, rate) in &c.options {
            add(&format!("share of texts with: {name}"), "", rate.rate);
        }
    }
    data
}
