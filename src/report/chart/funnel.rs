//! The two-level funnel: from the ideal points of members to the positions of blocs to the text of the plenary.
//!
//! Ideal points as stated, after lobbying; P_B as each bloc forms it (specification §3); the middle reading of the texts adopted.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        canvas::{Canvas, Mark, Point, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey, category},
        palette::{BLUE, GREY, INK, MUTED, faint},
        panels,
    },
    words,
};
use crate::{
    language::Language,
    negotiation::Realisation,
    say,
    study::{Summary, TextSummary},
    text::ClauseId,
};

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let model = chronicle.case.model();
    if model.blocs.is_empty() {
        return Err(NothingToDraw::because("no-blocs"));
    }
    let scales = chronicle.scale_clauses();
    if scales.is_empty() {
        return Err(NothingToDraw::because("no-scale-to-narrow"));
    }
    let language = wanted.language;
    let mut caption =
        chronicle.caption(finding(language, &chronicle.summary), say!(language, "charts-funnel-reading"));
    let shown = scales.len().min(Frame::panel_capacity(wanted, &caption, 2.5));
    caption.note_omitted(language, shown, scales.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&legend(language, chronicle));
    let titles: Vec<&str> =
        scales[..shown].iter().map(|&c| chronicle.summary.clauses[c].title.as_str()).collect();
    let room = Realisation::as_stated(model);
    for (cell, &clause) in panels::layout(&frame.canvas, frame.body, &titles, "").iter().zip(&scales) {
        FunnelPanel::new(&frame.canvas, *cell, chronicle, &room, clause).draw();
    }
    let alt: Vec<String> = scales.iter().map(|&c| in_words(language, chronicle, &room, c)).collect();
    let alt = say!(language, "charts-alt-list", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(chronicle, &room)))
}

/// On how many clauses nine in ten texts lie below, or above, the median wish of the members.
fn finding(language: Language, s: &Summary) -> String {
    if s.adopted.count == 0 {
        return say!(language, "charts-funnel-nothing");
    }
    let texts = || {
        s.clauses.iter().filter_map(|c| c.text.as_ref()?.p10.zip(c.text.as_ref()?.p90).zip(c.median_ideal))
    };
    let below = texts().filter(|((_, p90), median)| p90 < median).count();
    let above = texts().filter(|((p10, _), median)| p10 > median).count();
    say!(language, "charts-funnel-title", below = below, above = above, of = texts().count())
}

fn legend(language: Language, chronicle: &Chronicle<'_>) -> Vec<LegendEntry> {
    let blocs = &chronicle.case.model().blocs;
    let shown = blocs.len().min(8);
    let mut entries: Vec<LegendEntry> = (0..shown)
        .map(|b| {
            let (mark, colour) = category(b);
            LegendEntry::new(
                LegendKey::Mark(mark),
                colour,
                chronicle.case.scenario().title_of(&blocs[b].name),
            )
        })
        .collect();
    if shown < blocs.len() {
        entries.push(LegendEntry::new(
            LegendKey::Line,
            INK,
            say!(language, "charts-funnel-more", n = blocs.len() - shown),
        ));
    }
    entries.push(LegendEntry::new(
        LegendKey::Mark(Mark::Tick),
        GREY,
        say!(language, "charts-legend-outside-blocs"),
    ));
    entries.push(LegendEntry::new(LegendKey::Patch(0.35), BLUE, say!(language, "charts-legend-text")));
    entries
}

/// The ideal points of the countries present that care about a clause: country, ideal point, leading bloc.
fn ideal_points<'a>(
    chronicle: &'a Chronicle<'_>,
    room: &'a Realisation,
    clause: ClauseId,
) -> impl Iterator<Item = (usize, f64, Option<usize>)> + 'a {
    let countries = chronicle.case.model().countries.iter().enumerate();
    countries
        .filter(move |(i, _)| room.present[*i] && room.national.salience(*i, clause) > 0.0)
        .map(move |(i, c)| (i, room.national.ideal(i, clause), c.memberships.first().map(|(b, _)| *b)))
}

/// The stages of the funnel, by position from left to right.
const STAGES: [(f64, &str); 3] = [(MEMBERS, "members"), (BLOCS, "blocs"), (TEXT, "text")];

fn stage_title(language: Language, stage: &str) -> String {
    say!(language, "charts-funnel-stage", stage = stage)
}

const MEMBERS: f64 = 0.0;
const BLOCS: f64 = 0.5;
const TEXT: f64 = 1.0;

/// The panel of one clause.
struct FunnelPanel<'a> {
    canvas: &'a Canvas,
    cell: Rect,
    inner: Rect,
    chronicle: &'a Chronicle<'a>,
    room: &'a Realisation,
    clause: ClauseId,
    text: Option<&'a TextSummary>,
    /// Whether there is space for the names of the stages.
    is_named: bool,
}

impl<'a> FunnelPanel<'a> {
    fn new(
        canvas: &'a Canvas,
        cell: Rect,
        chronicle: &'a Chronicle<'a>,
        room: &'a Realisation,
        clause: usize,
    ) -> Self {
        let size = label_size(canvas);
        let names = STAGES.map(|(_, stage)| font::width(&stage_title(canvas.language, stage), size));
        let is_named = cell.w - names[0] > (names.iter().sum::<f64>() + size) * 1.15;
        let margin = if is_named { names[0] / 2.0 } else { size * 0.5 };
        let inner = cell.inset(margin, size * 0.5, margin, if is_named { size * 2.0 } else { size * 0.5 });
        let text = chronicle.summary.clauses[clause].text.as_ref();
        Self { canvas, cell, inner, chronicle, room, clause: ClauseId::new(clause), text, is_named }
    }

    fn draw(&self) {
        self.draw_stages();
        self.draw_members();
        self.draw_blocs();
        self.draw_text();
    }

    fn at(&self, stage: f64, value: f64) -> Point {
        let inner = self.inner;
        (inner.x + stage * inner.w, inner.bottom() - value.clamp(0.0, 1.0) * inner.h)
    }

    fn median(&self) -> Option<f64> {
        self.text.and_then(|t| t.median)
    }

    fn position(&self, bloc: usize) -> Option<f64> {
        self.room.position(self.chronicle.case.model(), bloc, self.clause)
    }

    fn draw_stages(&self) {
        let (canvas, size) = (self.canvas, label_size(self.canvas));
        for (stage, _) in STAGES {
            canvas.line(&[self.at(stage, 0.0), self.at(stage, 1.0)], canvas.em / 20.0, faint(GREY, 0.7));
        }
        let names = STAGES.map(|(_, stage)| stage_title(canvas.language, stage));
        if self.is_named {
            for ((stage, _), name) in STAGES.into_iter().zip(&names) {
                let at = (self.at(stage, 0.0).0, self.cell.bottom() - size * 0.8);
                canvas.text(name, at, Side::Middle, size, MUTED);
            }
        }
    }

    fn draw_members(&self) {
        let canvas = self.canvas;
        let ideal_points = || ideal_points(self.chronicle, self.room, self.clause);
        // The more lines there are, the fainter each one is.
        #[allow(clippy::cast_precision_loss)] // at most as many as there are countries
        let alpha = (20.0 / ideal_points().count().max(1) as f64).clamp(0.12, 0.5);
        for (_, ideal, bloc) in ideal_points() {
            let position = bloc.and_then(|b| self.position(b));
            let to = position.map(|p| self.at(BLOCS, p)).or(self.median().map(|m| self.at(TEXT, m)));
            let colour = bloc.map_or(GREY, |b| category(b).1);
            let from = self.at(MEMBERS, ideal);
            if let Some(to) = to {
                canvas.line(&[from, to], canvas.em / 20.0, faint(colour, alpha));
            }
            let (mark, radius) = bloc.map_or((Mark::Tick, 0.25), |b| (category(b).0, 0.17));
            canvas.group("member", || canvas.mark(mark, from, canvas.em * radius, colour));
        }
    }

    fn draw_blocs(&self) {
        let canvas = self.canvas;
        for b in 0..self.chronicle.case.model().blocs.len() {
            let Some(position) = self.position(b) else { continue };
            let (mark, colour) = category(b);
            let from = self.at(BLOCS, position);
            if let Some(median) = self.median() {
                canvas.line(&[from, self.at(TEXT, median)], canvas.em / 10.0, faint(colour, 0.8));
            }
            canvas.group("bloc", || canvas.mark(mark, from, canvas.em * 0.3, colour));
        }
    }

    fn draw_text(&self) {
        let canvas = self.canvas;
        if let Some((low, high)) = self.text.and_then(|t| t.p10.zip(t.p90)) {
            let (bottom, top) = (self.at(TEXT, low), self.at(TEXT, high));
            let half = canvas.em * 0.35;
            let band = Rect { x: bottom.0 - half, y: top.1, w: 2.0 * half, h: (bottom.1 - top.1).max(1.0) };
            canvas.group("band", || canvas.fill(band, faint(BLUE, 0.35)));
        }
        if let Some(median) = self.median() {
            let at = self.at(TEXT, median);
            canvas.group("median", || canvas.mark(Mark::Diamond, at, canvas.em * 0.3, INK));
        }
    }
}

fn label_size(canvas: &Canvas) -> f64 {
    canvas.tiny()
}

fn in_words(language: Language, chronicle: &Chronicle<'_>, room: &Realisation, clause: usize) -> String {
    let (model, id) = (chronicle.case.model(), ClauseId::new(clause));
    let position = |(b, bloc): (usize, &crate::model::BlocModel)| {
        let title = chronicle.case.scenario().title_of(&bloc.name);
        Some(format!("{title} {}", language.point(room.position(model, b, id)?)))
    };
    let blocs: Vec<String> = model.blocs.iter().enumerate().filter_map(position).collect();
    let c = &chronicle.summary.clauses[clause];
    let text = language.point(c.text.as_ref().and_then(|t| t.median));
    say!(language, "charts-funnel-alt", clause = c.title.as_str(), blocs = blocs.join(", "), text = text)
}

fn data(chronicle: &Chronicle<'_>, room: &Realisation) -> Data {
    let mut data = Data::new(["clause", "stage", "who", "bloc", "value"]);
    let model = chronicle.case.model();
    for (k, c) in chronicle.summary.clauses.iter().enumerate().filter(|(k, _)| model.clauses[*k].options == 0)
    {
        let id = ClauseId::new(k);
        let mut add = |stage: &str, who: &str, bloc: &str, value: Option<f64>| {
            data.row([c.name.clone(), stage.to_owned(), who.to_owned(), bloc.to_owned(), figure(value)]);
        };
        for (i, ideal, bloc) in ideal_points(chronicle, room, id) {
            add("member", &model.countries[i].name, bloc.map_or("", |b| &model.blocs[b].name), Some(ideal));
        }
        for (b, bloc) in model.blocs.iter().enumerate() {
            add("bloc", "", &bloc.name, room.position(model, b, id));
        }
        if let Some(t) = &c.text {
            add("text, 10 %", "", "", t.p10);
            add("text, median", "", "", t.median);
            add("text, 90 %", "", "", t.p90);
        }
    }
    data
}
