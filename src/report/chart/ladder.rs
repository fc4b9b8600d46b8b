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
    words,
};
use crate::{
    language::Language,
    negotiation::{Draws, Realisation},
    say,
    study::{ClauseSummary, Summary},
    text::{ClauseId, Value},
};
use plotters::style::RGBColor;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let (clauses, language) = (&chronicle.summary.clauses, wanted.language);
    let has_options = clauses.iter().any(|c| !c.options.is_empty());
    let has_scales = clauses.iter().any(|c| c.options.is_empty());
    let kinds = match (has_scales, has_options) {
        (true, true) => "both",
        (true, false) => "scales",
        (false, _) => "options",
    };
    let reading = say!(language, "charts-ladder-reading", kinds = kinds);
    let wishes = Wishes::of(chronicle);
    let mut caption = chronicle.caption(title(language, &chronicle.summary, &wishes), reading);
    let probe = Frame::new(wanted, caption.clone());
    let numbered = numbered(&probe.canvas, probe.body.w, clauses);
    let drawn: Vec<&str> =
        clauses.iter().zip(&wishes.drawn).filter(|(_, d)| **d).map(|(c, _)| c.title.as_str()).collect();
    if !drawn.is_empty() {
        caption.reading.push_str(&say!(language, "charts-ladder-drawn", clauses = language.list(&drawn, 3)));
    }
    for clause in clauses.iter().zip(&numbered).filter_map(|(clause, numbered)| numbered.then_some(clause)) {
        caption.reading.push_str(&options_in_words(language, clause));
    }
    // Options are named below their marks, so that their rows take two lines.
    let lines = if has_options { 2.9 } else { 1.6 };
    let height = probe.body.h - probe.canvas.em * 5.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
    let max = (height / (probe.canvas.small() * lines)).max(1.0) as usize;
    let shown = clauses.len().min(max);
    caption.note_omitted(language, shown, clauses.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&legend(language, has_scales, has_options));
    body(&frame, chronicle, &wishes, shown, &numbered);
    let alt: Vec<String> = clauses.iter().map(|c| in_words(language, c)).collect();
    Ok(frame
        .finish(&say!(language, "charts-alt-list", items = words::joined(language, &alt)), data(chronicle)))
}

/// On how many clauses nine in ten texts go beyond the LCD, and on which furthest.
fn title(language: Language, s: &Summary, wishes: &Wishes) -> String {
    if s.adopted.count == 0 {
        return say!(language, "charts-ladder-nothing");
    }
    if s.no_conflict.count == s.no_conflict.of {
        // All want the same: no LCD to go beyond.
        return commonest(language, s);
    }
    let beyond = |c: &ClauseSummary| {
        let (lcd, text) = (c.lcd_point.filter(|_| c.weight > 0.0)?, c.text.as_ref()?);
        text.p10.zip(text.median).map(|(p10, median)| (p10 > lcd + BEYOND, median - lcd, lcd, median))
    };
    let stated = s.clauses.iter().zip(&wishes.drawn).filter(|(_, drawn)| !**drawn);
    let judged: Vec<_> = stated.filter_map(|(c, _)| Some((c, beyond(c)?))).collect();
    let further = judged.iter().filter(|(_, (is_beyond, ..))| *is_beyond);
    let furthest = further.clone().max_by(|a, b| a.1.1.total_cmp(&b.1.1));
    match (judged.len(), furthest) {
        (0, _) => commonest(language, s),
        (of, None) => say!(language, "charts-ladder-at-lcd", of = of, texts = s.adopted.count),
        (of, Some((clause, (_, _, lcd, median)))) => say!(
            language,
            "charts-ladder-beyond",
            n = further.count(),
            of = of,
            clause = clause.title.as_str(),
            text = language.point(*median),
            lcd = language.point(*lcd),
            texts = s.adopted.count
        ),
    }
}

/// A text whose tenth percentile lies above the LCD by more than this is said to go beyond it.
const BEYOND: f64 = 0.01;

/// Where no clause is a matter of ambition: what comes out on the first choice among options, if on any.
fn commonest(language: Language, s: &Summary) -> String {
    let chosen = s.clauses.iter().find_map(|c| {
        let most = c.options.iter().map(|(_, rate)| rate.count).max()?;
        let mut tied = c.options.iter().filter(|(_, rate)| rate.count == most);
        let (name, rate) = tied.next()?;
        (tied.next().is_none()).then(|| (c.title.as_str(), name.as_str(), words::rate(language, rate)))
    });
    match chosen {
        Some((clause, option, share)) => {
            say!(language, "charts-ladder-option", clause = clause, option = option, share = share)
        }
        None => say!(language, "charts-ladder-plain"),
    }
}

fn legend(language: Language, has_scales: bool, has_options: bool) -> Vec<LegendEntry> {
    let entry = |mark, colour, what: &str| {
        LegendEntry::new(LegendKey::Mark(mark), colour, say!(language, "charts-ladder-legend", what = what))
    };
    let mut entries = vec![entry(Mark::Tick, GREY, "wish"), entry(Mark::Ring, INK, "status-quo")];
    if has_scales {
        entries.extend([
            entry(Mark::Up, VERMILION, "lcd"),
            entry(Mark::Down, VERMILION, "bound"),
            entry(Mark::Plus, INK, "median-wish"),
            entry(Mark::Diamond, BLUE, "median-text"),
            LegendEntry::new(LegendKey::Patch(0.35), BLUE, say!(language, "charts-legend-texts-band")),
        ]);
    }
    if has_options {
        entries.push(entry(Mark::Disc, BLUE, "share"));
    }
    entries
}

/// For each clause, whether its options are numbered, since their names do not fit below their marks.
fn numbered(canvas: &Canvas, width: f64, clauses: &[ClauseSummary]) -> Vec<bool> {
    let too_wide = |c: &ClauseSummary| {
        #[allow(clippy::cast_precision_loss)] // a handful of options
        let room = width * 0.6 / c.options.len().max(1) as f64 - canvas.tiny();
        c.options.iter().any(|(name, _)| font::width(name, canvas.tiny()) > room)
    };
    clauses.iter().map(too_wide).collect()
}

fn options_in_words(language: Language, clause: &ClauseSummary) -> String {
    let names: Vec<String> =
        clause.options.iter().enumerate().map(|(o, (name, _))| format!("{} {name}", o + 1)).collect();
    say!(language, "charts-ladder-options", clause = clause.title.as_str(), options = names.join(", "))
}

/// The position of an option on [0, 1], in the order of the scenario.
#[allow(clippy::cast_precision_loss)] // a handful of options
fn option_position(option: usize, options: usize) -> f64 {
    option as f64 / (options.max(2) - 1) as f64
}

/// Where wishes are drawn from.
struct Wishes {
    stated: Realisation,
    /// The parties as drawn for the first run.
    first: Realisation,
    /// For each clause, whether the wishes are those drawn: all are stated alike, and draws set them apart.
    drawn: Vec<bool>,
}

impl Wishes {
    fn of(chronicle: &Chronicle<'_>) -> Self {
        let model = chronicle.case.model();
        let mut draws = Draws::new(model, chronicle.seed);
        draws.seek(0);
        let mut first = Realisation::new(model);
        first.fill(model, &draws);
        let mut wishes = Self { stated: Realisation::as_stated(model), first, drawn: Vec::new() };
        let range = |points: Vec<(&str, f64)>| {
            let ends =
                points.iter().fold((f64::MAX, f64::MIN), |(low, high), p| (low.min(p.1), high.max(p.1)));
            (points.len() > 1).then_some(ends.1 - ends.0)
        };
        let is_drawn = |clause: usize| {
            let [stated, first] =
                [&wishes.stated, &wishes.first].map(|room| range(ideal_points(chronicle, room, clause)));
            stated.is_some_and(|range| range < 1e-9) && first.is_some_and(|range| range > 1e-9)
        };
        wishes.drawn = (0..model.clauses.len()).map(is_drawn).collect();
        wishes
    }

    /// The ideal points of all parties present that care about a clause, with their names.
    fn on<'a>(&self, chronicle: &'a Chronicle<'_>, clause: usize) -> Vec<(&'a str, f64)> {
        let room = if self.drawn[clause] { &self.first } else { &self.stated };
        ideal_points(chronicle, room, clause)
    }
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
                _ => option_position(
                    room.national.best_option(i, id),
                    chronicle.summary.clauses[clause].options.len(),
                ),
            };
            (country.name.as_str(), at)
        })
        .collect()
}

fn body(frame: &Frame, chronicle: &Chronicle<'_>, wishes: &Wishes, shown: usize, numbered: &[bool]) {
    let canvas = &frame.canvas;
    let clauses = &chronicle.summary.clauses[..shown];
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, false));
    let titles: Vec<&str> = clauses.iter().map(|c| c.title.as_str()).collect();
    let rows = LabelledRows::new(canvas, outer, &titles, 0.3);
    let inner = rows.inner.inset(canvas.em * 0.5, 0.0, canvas.em * 1.2, 0.0);
    let axis = Axis::new("", 0.0..1.0);
    let has_scales = clauses.iter().any(|c| c.options.is_empty());
    let axis = if has_scales { axis } else { Axis { label: |_, _| String::new(), ..axis } };
    let plot = Plot::along(canvas, inner, axis);
    // If there is space, the clause's own words are set below the marks.
    let worded = rows.height > canvas.small() * 2.6 && inner.w > canvas.small() * 45.0;
    for (k, clause) in clauses.iter().enumerate() {
        let worded = worded || !clause.options.is_empty();
        let y = rows.middle(k) - if worded { canvas.small() * 0.65 } else { 0.0 };
        let half_height = (rows.height * if worded { 0.22 } else { 0.36 }).min(canvas.em * 0.9);
        let row = ClauseRow { canvas, plot: &plot, chronicle, clause, index: k, y, half_height };
        row.draw(&wishes.on(chronicle, k), wishes.drawn[k]);
        match (clause.options.is_empty(), numbered[k]) {
            (true, _) if worded => row.draw_levels(),
            (true, _) => {}
            (false, numbered) => row.name_options(numbered),
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
    fn draw(&self, ideal_points: &[(&str, f64)], drawn: bool) {
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
                let tip = format!(
                    "{}: {}",
                    self.chronicle.case.scenario().title_of(name),
                    canvas.language.point(at)
                );
                let x = plot.across(at);
                canvas.with_tooltip(&tip, || {
                    let tick = [(x, y - half_height), (x, y + half_height)];
                    canvas.line(&tick, canvas.em / 14.0, faint(INK, 0.6));
                });
            }
        });
        if clause.options.is_empty() { self.draw_benchmarks(drawn) } else { self.draw_options() }
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
            let language = self.canvas.language;
            let tip = say!(language, "list-named", name = name.as_str(), what = language.percent(share));
            self.canvas.with_tooltip(&tip, || {
                self.canvas.mark(Mark::Disc, at, self.half_height * libm::sqrt(share), faint(BLUE, 0.6));
            });
        }
    }

    /// Draws LCD, tolerance bound and median ideal point, where wishes are stated; status quo and median text.
    fn draw_benchmarks(&self, drawn: bool) {
        let clause = self.clause;
        let shift = self.half_height + self.radius() * 0.6;
        self.canvas.group("yardsticks", || {
            if !drawn {
                self.mark(Mark::Up, clause.lcd_point, shift, VERMILION);
                self.mark(Mark::Down, clause.tolerance_bound, -shift, VERMILION);
                self.mark(Mark::Plus, clause.median_ideal, 0.0, INK);
            }
            self.mark(Mark::Ring, Some(clause.status_quo_at), 0.0, INK);
        });
        self.canvas.group("median", || {
            self.mark(Mark::Diamond, clause.text.as_ref().and_then(|t| t.median), 0.0, BLUE);
        });
    }

    /// Names each option below its mark, or numbers it.
    fn name_options(&self, numbered: bool) {
        let options = &self.clause.options;
        let (size, y) = (self.canvas.tiny(), self.y + self.half_height + self.canvas.small() * 0.75);
        #[allow(clippy::cast_precision_loss)] // a handful of options
        let room = self.plot.inner.w / (options.len().max(2) - 1) as f64;
        for (o, (name, _)) in options.iter().enumerate() {
            let text = if numbered { (o + 1).to_string() } else { font::clip(name, size, room) };
            let half = font::width(&text, size) / 2.0;
            let (left, right) =
                (self.plot.inner.x - self.canvas.em, self.plot.inner.right() + self.canvas.em);
            let x = self.plot.across(option_position(o, options.len())).max(left + half).min(right - half);
            self.canvas.text(&text, (x, y), Side::Middle, size, MUTED);
        }
    }

    /// Draws the clause's own words below the levels they stand for, as far as there is space.
    fn draw_levels(&self) {
        let Self { canvas, plot, .. } = *self;
        let size = canvas.tiny();
        let y = self.y + self.half_height + canvas.small() * 0.75;
        let (mut left, right) = (plot.inner.x - canvas.em, plot.inner.right() + canvas.em);
        let named = self.chronicle.case.model().clauses[self.index].source.levels();
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

fn in_words(language: Language, c: &ClauseSummary) -> String {
    let Some(text) = &c.text else {
        let commonest = c.options.iter().max_by_key(|(_, rate)| rate.count);
        let option = commonest.map_or("", |(name, _)| name.as_str());
        return say!(language, "charts-ladder-alt-option", clause = c.title.as_str(), option = option);
    };
    say!(
        language,
        "charts-ladder-alt",
        clause = c.title.as_str(),
        lcd = language.point(c.lcd_point),
        bound = language.point(c.tolerance_bound),
        text = words::estimate(language, [text.median, text.p10, text.p90])
    )
}

fn data(chronicle: &Chronicle<'_>) -> Data {
    let mut data = Data::new(["clause", "what", "who", "value", "words"]);
    let wishes = Wishes::of(chronicle);
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
        for (name, at) in wishes.on(chronicle, k) {
            add(if wishes.drawn[k] { "wish, first run" } else { "wish" }, name, Some(at));
        }
        for (name, rate) in &c.options {
            add(&format!("share of texts with: {name}"), "", rate.rate);
        }
    }
    data
}
