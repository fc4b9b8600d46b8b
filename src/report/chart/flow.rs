//! Where outcomes go: the share of each, over the switches of a case or the values of one parameter, a panel for each outcome.
//!
//! The intervals of all shares drawn hold together (Bonferroni–Wilson). With a switch the change of a share is that of the
//! same draws, with Newcombe's paired interval, those of all changes together. Along a parameter a change lies within the
//! difference of the two intervals, whatever the draws have in common. A change is pointed out only where its interval leaves
//! out 0. Switches that change most come first.

use super::{
    Caption, ChartCase, ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::Plot,
        canvas::{Canvas, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{CATEGORIES, GREY, GRID, INK, MUTED, faint},
        rows::LabelledRows,
    },
    words,
};
use crate::{
    language::Language,
    outcome::Label,
    report::names,
    say,
    study::{
        Switching,
        identity::Runs,
        statistics::{Mean, Rate},
    },
};
use plotters::style::RGBColor;

/// The shares of outcomes in one place.
struct FlowRow {
    label: String,
    /// By [`Label::ALL`].
    shares: Vec<Rate>,
    /// Their changes against the first row; none in the first.
    changes: Option<Vec<Mean>>,
}

/// What is drawn.
struct Flow {
    rows: Vec<FlowRow>,
    /// The outcomes that occur, the most frequent first.
    outcomes: Vec<Label>,
    /// The parameter that is varied; none of switches.
    factor: Option<String>,
}

/// Draws the outcomes of a case and of each of its switches.
pub fn draw(case: &ChartCase<'_>, found: &Switching, wanted: &ChartOptions) -> ChartResult {
    if found.switches.is_empty() {
        return Err(NothingToDraw::because("no-switches"));
    }
    let language = wanted.language;
    let base = Label::ALL.map(|label| found.base[label.index()] > 0);
    let with = |label: Label| found.switches.iter().any(|s| s.pairs[label.index()].b().count > 0);
    let occurring: Vec<Label> =
        Label::ALL.into_iter().filter(|label| base[label.index()] || with(*label)).collect();
    #[allow(clippy::cast_precision_loss)] // a handful of shares
    let [of_shares, of_changes] = [found.switches.len() + 1, found.switches.len()]
        .map(|rows| 0.05 / (rows * occurring.len().max(1)) as f64);
    let first = FlowRow {
        label: say!(language, "pictures-flow-base"),
        shares: Label::ALL
            .map(|label| {
                let rate = Rate::at(found.base[label.index()], found.replicates, of_shares);
                if found.is_certain { rate.exact() } else { rate }
            })
            .to_vec(),
        changes: None,
    };
    let rows = found.switches.iter().map(|s| FlowRow {
        label: if s.asks.is_empty() { s.name.clone() } else { s.asks.clone() },
        shares: Label::ALL.map(|label| s.share(label, of_shares)).to_vec(),
        changes: Some(Label::ALL.map(|label| s.change(label, of_changes)).to_vec()),
    });
    let mut rows: Vec<FlowRow> = rows.collect();
    rows.sort_by(|a, b| greatest_told(b).total_cmp(&greatest_told(a)));
    let flow = Flow::new(std::iter::once(first).chain(rows).collect(), None);
    let title = title(language, &flow);
    let reading =
        say!(language, "pictures-flow-reading", of = "switches", factor = "", runs = found.replicates);
    flow_picture(case.caption_of(Runs::Each(found.replicates), title, reading), &flow, wanted)
}

/// The size of the greatest change in a row that is told; 0 where none is.
fn greatest_told(row: &FlowRow) -> f64 {
    let changes = Label::ALL.into_iter().filter_map(|label| told(row, label)?.mean);
    changes.map(f64::abs).fold(0.0, f64::max)
}

/// Draws the outcomes along the values of the parameter that a sweep varies.
pub fn draw_sweep(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let [factor] = found.factors else {
        return Err(NothingToDraw::counted("one-factor-flow", found.factors.len()));
    };
    let columns = Label::ALL.map(|label| found.numbers(&format!("outcome={label:?}")));
    if columns.iter().all(|column| column.iter().all(Option::is_none)) {
        return Err(NothingToDraw::because("no-outcomes"));
    }
    let mut rows = sweep_rows(&found.strings(factor), &found.numbers("replicates"), &columns);
    if rows.len() < 2 {
        return Err(NothingToDraw::because("one-value-flow"));
    }
    let first = rows[0].shares.clone();
    for row in &mut rows[1..] {
        row.changes = Some(first.iter().zip(&row.shares).map(|(a, b)| difference(a, b)).collect());
    }
    let language = wanted.language;
    let least = rows.iter().flat_map(|r| r.shares.first()).map(|share| share.of).min().unwrap_or(0);
    let factor = found.label(wanted, factor);
    let flow = Flow::new(rows, Some(factor.clone()));
    let reading = say!(language, "pictures-flow-reading", of = "values", factor = factor, runs = least);
    let caption = found.caption(title(language, &flow), reading);
    flow_picture(caption, &flow, wanted)
}

/// The values of a sweep in order, with the shares found there.
fn sweep_rows(words: &[String], ns: &[Option<f64>], columns: &[Vec<Option<f64>>]) -> Vec<FlowRow> {
    let occurring = columns.iter().filter(|column| column.iter().flatten().any(|x| *x > 0.0)).count().max(1);
    #[allow(clippy::cast_precision_loss)] // a handful of shares
    let alpha = 0.05 / (occurring * words.len()) as f64;
    let mut order: Vec<usize> = (0..words.len()).collect();
    if words.iter().all(|w| w.parse::<f64>().is_ok()) {
        let at = |k: usize| words[k].parse::<f64>().unwrap_or(0.0);
        order.sort_by(|&a, &b| at(a).total_cmp(&at(b)));
    }
    let row = |k: usize| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counts of replicates
        let share = |column: &Vec<Option<f64>>| {
            let n = ns.get(k).copied().flatten().unwrap_or(0.0).max(0.0);
            let count = column.get(k).copied().flatten().unwrap_or(0.0).clamp(0.0, 1.0) * n;
            Rate::at(count.round() as u64, n as u64, alpha)
        };
        FlowRow { label: words[k].clone(), shares: columns.iter().map(share).collect(), changes: None }
    };
    order.into_iter().map(row).collect()
}

/// B − A, between the ends of two intervals that hold together.
fn difference(a: &Rate, b: &Rate) -> Mean {
    let mean = a.rate.zip(b.rate).map(|(a, b)| b - a);
    Mean { n: b.of, mean, low: mean.map(|_| b.low - a.high), high: mean.map(|_| b.high - a.low) }
}

impl Flow {
    fn new(rows: Vec<FlowRow>, factor: Option<String>) -> Self {
        let most = |label: &Label| {
            let shares = rows.iter().filter_map(|row| row.shares[label.index()].rate);
            shares.fold(0.0, f64::max)
        };
        let mut outcomes: Vec<Label> = Label::ALL.into_iter().filter(|label| most(label) > 0.0).collect();
        outcomes.sort_by(|a, b| most(b).total_cmp(&most(a)));
        Self { rows, outcomes, factor }
    }

    /// Which row changes which outcome most, among the changes that are told.
    fn greatest(&self) -> Option<(&FlowRow, Label, &Mean)> {
        let of =
            |row| self.outcomes.iter().filter_map(move |label| told(row, *label).map(|m| (row, *label, m)));
        let size = |m: &Mean| m.mean.map_or(0.0, f64::abs);
        // Ties go to the first.
        self.rows.iter().flat_map(of).fold(None, |best, next| match best {
            Some((_, _, m)) if size(m) >= size(next.2) => best,
            _ => Some(next),
        })
    }
}

/// The change of an outcome, where its interval leaves out 0.
fn told(row: &FlowRow, label: Label) -> Option<&Mean> {
    let change = row.changes.as_ref()?.get(label.index())?;
    let is_told = change.low.is_some_and(|low| low > 0.0) || change.high.is_some_and(|high| high < 0.0);
    is_told.then_some(change)
}

/// The greatest change that is told.
fn title(language: Language, flow: &Flow) -> String {
    let what = if flow.factor.is_some() { "values" } else { "switches" };
    let Some((row, label, change)) = flow.greatest() else {
        return say!(language, "pictures-flow-same", of = what);
    };
    let (from, to) = (flow.rows[0].shares[label.index()], row.shares[label.index()]);
    let percent = |rate: Rate| language.percent(rate.rate.unwrap_or(0.0));
    let (mut low, mut high) = (change.low.unwrap_or(0.0), change.high.unwrap_or(0.0));
    if high <= 0.0 {
        (low, high) = (-high, -low);
    }
    let points = |x: f64| language.hundredths(x.clamp(0.0, 1.0));
    say!(
        language,
        "pictures-flow-title",
        of = what,
        factor = flow.factor.as_deref().unwrap_or(""),
        start = flow.rows[0].label.as_str(),
        row = row.label.as_str(),
        outcome = names::label(language, label),
        way = if change.mean.is_some_and(|m| m > 0.0) { "up" } else { "down" },
        from = percent(from),
        to = percent(to),
        exact = if low == high { "yes" } else { "no" },
        low = points(low),
        high = points(high)
    )
}

fn flow_picture(mut caption: Caption, flow: &Flow, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let probe = Frame::new(wanted, caption.clone());
    let (panels, rows) = room(&probe, flow);
    if panels < flow.outcomes.len() || rows < flow.rows.len() {
        let note = say!(
            language,
            "pictures-flow-omitted",
            outcomes = flow.outcomes.len() - panels,
            rows = flow.rows.len() - rows
        );
        caption.reading.push_str(&note);
    }
    let mut frame = Frame::new(wanted, caption);
    let says = |what: &str| say!(language, "pictures-flow-legend", what = what);
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Up), INK, says("up")),
        LegendEntry::new(LegendKey::Mark(Mark::Down), INK, says("down")),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), GREY, says("open")),
        LegendEntry::new(LegendKey::Line, INK, says("interval")),
    ]);
    draw_panels(&frame, flow, panels.min(flow.outcomes.len()), rows.min(flow.rows.len()), language);
    let alt: Vec<String> = flow.rows.iter().take(10).map(|row| in_words(language, flow, row)).collect();
    let alt = say!(language, "list-sentences", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(flow)))
}

fn in_words(language: Language, flow: &Flow, row: &FlowRow) -> String {
    let share = |label: &Label| {
        let rate = row.shares[label.index()].rate?;
        Some(format!("{} {}", names::label(language, *label), language.percent(rate)))
    };
    let shares: Vec<String> = flow.outcomes.iter().filter_map(share).collect();
    let shares = shares.join(&say!(language, "list-comma"));
    say!(language, "list-named", name = row.label.as_str(), what = shares)
}

/// How many panels and rows fit.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
fn room(frame: &Frame, flow: &Flow) -> (usize, usize) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let panels = (frame.body.w * 0.66 / (size * 6.2)).max(1.0) as usize;
    let height = frame.body.h - size * 4.5 - heading(canvas) - Plot::foot(canvas, true);
    let rows = LabelledRows::capacity(canvas, height);
    (panels.min(flow.outcomes.len()), rows.min(flow.rows.len()))
}

/// The height of the panels' headings.
fn heading(canvas: &Canvas) -> f64 {
    canvas.small() * 2.9
}

#[allow(clippy::cast_precision_loss)] // a handful of panels
fn draw_panels(frame: &Frame, flow: &Flow, panels: usize, rows: usize, language: Language) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let outer = frame.body.inset(0.0, heading(canvas), 0.0, Plot::foot(canvas, true));
    let labels: Vec<&str> = flow.rows[..rows].iter().map(|row| row.label.as_str()).collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.32);
    let gap = size * 0.9;
    let width = (grid.inner.w - gap * (panels as f64 - 1.0)) / panels as f64;
    for (k, label) in flow.outcomes[..panels].iter().enumerate() {
        let x = grid.inner.x + k as f64 * (width + gap);
        let panel = Rect { x, w: width, ..grid.inner };
        let colour = CATEGORIES[k % CATEGORIES.len()];
        let lines = font::wrap(&names::label(language, *label), size, width, 2);
        let first = outer.y - size * 0.75 - (lines.len() as f64 - 1.0) * size * 1.25;
        canvas.lines(&lines, (x, first), Side::Start, size, INK);
        let panel = FlowPanel { canvas, panel, colour, language };
        panel.axis();
        panel.bars(flow, *label, &grid, rows);
    }
    let at = (grid.inner.x + grid.inner.w / 2.0, frame.body.bottom() - size * 0.7);
    let what = if flow.factor.is_some() { "values" } else { "switches" };
    canvas.text(&say!(language, "pictures-flow-axis", of = what), at, Side::Middle, size, MUTED);
}

/// A panel of one outcome.
struct FlowPanel<'a> {
    canvas: &'a Canvas,
    panel: Rect,
    colour: RGBColor,
    language: Language,
}

impl FlowPanel<'_> {
    /// The x coordinate of a share; some room is left for its number.
    fn across(&self, share: f64) -> f64 {
        self.panel.x + share * (self.panel.w - self.canvas.small() * 2.6)
    }

    fn axis(&self) {
        let (canvas, size, panel) = (self.canvas, self.canvas.small(), self.panel);
        canvas.group("axes", || {
            for share in [0.0, 0.5, 1.0] {
                let x = self.across(share);
                canvas.line(&[(x, panel.y), (x, panel.bottom())], canvas.em / 18.0, GRID);
            }
            let y = panel.bottom() + size * 1.05;
            canvas.text(&self.language.hundredths(0.0), (panel.x, y), Side::Start, size, MUTED);
            canvas.text(&self.language.hundredths(1.0), (self.across(1.0), y), Side::Middle, size, MUTED);
        });
    }

    fn bars(&self, flow: &Flow, label: Label, grid: &LabelledRows, rows: usize) {
        let canvas = self.canvas;
        let ends: Vec<(f64, f64)> = flow.rows[..rows]
            .iter()
            .enumerate()
            .map(|(k, row)| (self.across(row.shares[label.index()].rate.unwrap_or(0.0)), grid.middle(k)))
            .collect();
        let height = (grid.height * 0.6).min(canvas.em * 1.6);
        if flow.factor.is_some() {
            for pair in ends.windows(2) {
                let [(a, y), (b, below)] = [pair[0], pair[1]];
                let (top, foot) = (y + height / 2.0, below - height / 2.0);
                let stream = [(self.panel.x, top), (a, top), (b, foot), (self.panel.x, foot)];
                canvas.group("stream", || canvas.polygon(&stream, faint(self.colour, 0.12)));
            }
        }
        for (k, row) in flow.rows[..rows].iter().enumerate() {
            self.bar(row, label, grid.middle(k), height);
        }
    }

    fn bar(&self, row: &FlowRow, label: Label, y: f64, height: f64) {
        let (canvas, size) = (self.canvas, self.canvas.small());
        let Rate { rate: Some(rate), low, high, .. } = row.shares[label.index()] else { return };
        let end = self.across(rate);
        let bar = Rect { x: self.panel.x, y: y - height / 2.0, w: end - self.panel.x, h: height };
        canvas.group("bar", || canvas.fill(bar, faint(self.colour, 0.35)));
        if low < high {
            let (low, high) = (self.across(low), self.across(high));
            canvas.group("interval", || canvas.line(&[(low, y), (high, y)], canvas.em / 10.0, INK));
        }
        let (mark, colour) = match (told(row, label), &row.changes) {
            (Some(change), _) if change.mean > Some(0.0) => (Mark::Up, self.colour),
            (Some(_), _) => (Mark::Down, self.colour),
            (None, Some(_)) => (Mark::Ring, GREY),
            (None, None) => (Mark::Disc, self.colour),
        };
        let is_worth_a_mark = rate > 0.0 || told(row, label).is_some();
        if is_worth_a_mark {
            canvas.mark(mark, (end, y), canvas.em * 0.26, colour);
        }
        let number = self.language.hundredths(rate);
        let x = self.across(high.max(rate)) + canvas.em * 0.45;
        if x + font::width(&number, size) <= self.panel.right() + size * 0.5 {
            let ink = if is_worth_a_mark { INK } else { MUTED };
            canvas.text(&number, (x, y), Side::Start, size, ink);
        }
    }
}

fn data(flow: &Flow) -> Data {
    let mut data = Data::new([
        "row",
        "outcome",
        "count",
        "n",
        "share",
        "low",
        "high",
        "change",
        "change_low",
        "change_high",
        "told",
    ]);
    for row in &flow.rows {
        for label in &flow.outcomes {
            let Rate { count, of, rate, low, high } = row.shares[label.index()];
            let change = row.changes.as_ref().map(|changes| changes[label.index()]);
            let numbers = [rate, Some(low), Some(high)].map(figure);
            let changes =
                [change.and_then(|c| c.mean), change.and_then(|c| c.low), change.and_then(|c| c.high)];
            let is_told =
                row.changes.as_ref().map_or_else(String::new, |_| told(row, *label).is_some().to_string());
            let start = [row.label.clone(), label.words().to_owned(), count.to_string(), of.to_string()];
            data.row(start.into_iter().chain(numbers).chain(changes.map(figure)).chain([is_told]));
        }
    }
    data
}
