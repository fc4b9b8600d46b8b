//! The map: a strip for each clause, below it whoever kept it in brackets longest, as far as there is room.

use std::ops::Range;

use super::{
    super::frame::{
        Frame,
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Rect, Side, text_box},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREEN, GREY, INK, MUTED, ORANGE, VERMILION, faint},
    },
    course::BracketCourse,
};
use crate::{say, study::Settled};
use plotters::style::RGBColor;

/// A row of the map.
#[derive(Clone, Copy)]
enum MapRow {
    Clause(usize),
    /// A clause, and one who keeps it in brackets.
    Keeper(usize, usize),
    /// How many are against the text.
    Against,
}

/// How a clause ends.
pub fn ending(way: Option<Settled>) -> (Mark, RGBColor) {
    match way {
        Some(Settled::Agreed) => (Mark::Disc, GREEN),
        Some(Settled::Deleted) => (Mark::Cross, VERMILION),
        Some(Settled::CarvedOut) => (Mark::Diamond, ORANGE),
        None => (Mark::Ring, GREY),
    }
}

/// The legend: what occurs.
pub fn legend(course: &BracketCourse<'_>) -> Vec<LegendEntry> {
    let says = |what: &str| say!(course.language, "pictures-brackets-legend", what = what);
    let mut entries = vec![
        LegendEntry::new(LegendKey::Patch(0.5), VERMILION, says("clause")),
        LegendEntry::new(LegendKey::Patch(1.0), VERMILION, says("keeper")),
        LegendEntry::new(LegendKey::Patch(0.4), BLUE, says("against")),
    ];
    for way in Settled::ALL.map(Some).into_iter().chain([None]) {
        if (0..course.case.model.clauses.len()).any(|c| course.settled(c) == way) {
            let (mark, colour) = ending(way);
            entries.push(LegendEntry::new(LegendKey::Mark(mark), colour, says(super::settled_word(way))));
        }
    }
    for (carried, mark) in [(true, Mark::Up), (false, Mark::Down)] {
        if course.drafting.divisions.iter().any(|d| d.carried == carried) {
            let what = if carried { "carried" } else { "rejected" };
            entries.push(LegendEntry::new(LegendKey::Mark(mark), INK, says(what)));
        }
    }
    entries
}

/// The rows that fit: every clause, and those who kept one in brackets longest.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
fn rows(course: &BracketCourse<'_>, size: f64, height: f64) -> Vec<MapRow> {
    let room = (height / (size * 1.15)).max(2.0) as usize - 1;
    let clauses = course.case.model.clauses.len().min(room);
    let keepers: Vec<Vec<(usize, usize)>> = (0..clauses).map(|c| course.keepers(c)).collect();
    let mut longest: Vec<(usize, usize, usize)> =
        keepers.iter().enumerate().flat_map(|(c, of)| of.iter().map(move |&(v, n)| (n, c, v))).collect();
    longest.sort_by_key(|&(n, ..)| std::cmp::Reverse(n));
    longest.truncate(room - clauses);
    let with_keepers = (0..clauses).flat_map(|c| {
        let kept = keepers[c].iter().filter(|&&(v, n)| longest.contains(&(n, c, v)));
        let kept: Vec<MapRow> = kept.map(|&(v, _)| MapRow::Keeper(c, v)).collect();
        std::iter::once(MapRow::Clause(c)).chain(kept)
    });
    with_keepers.chain([MapRow::Against]).collect()
}

/// Draws the map; returns where each turning point is flagged.
pub fn draw(frame: &Frame, course: &BracketCourse<'_>, keys: &[usize]) -> Vec<Rect> {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let head = size * 1.5;
    let body = frame.body.inset(0.0, head, 0.0, Plot::foot(canvas, true));
    let rows = rows(course, size, body.h);
    let wide = body.w > size * 45.0;
    let (left, right) = (body.w * 0.27, if wide { body.w * 0.25 } else { size * 1.2 });
    let inner = body.inset(left, 0.0, right, 0.0);
    let looks = course.played();
    let (first, last) = (f64::from(looks[0].round), f64::from(looks[looks.len() - 1].round));
    let axis = Axis::counts(say!(course.language, "pictures-brackets-axis"), first - 0.5..last + 0.5);
    let plot = Plot::along(canvas, inner, axis);
    #[allow(clippy::cast_precision_loss)] // as many as fit on a page
    let height = inner.h / rows.len() as f64;
    let strip = MapStrip { canvas, plot: &plot, height };
    for (k, row) in rows.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let y = inner.y + (k as f64 + 0.5) * height;
        let (label, indent, colour) = match row {
            MapRow::Clause(c) => (course.clause(*c).to_owned(), 0.0, INK),
            MapRow::Keeper(_, voice) => (course.voice(*voice).to_owned(), size, MUTED),
            MapRow::Against => (say!(course.language, "pictures-brackets-against"), 0.0, INK),
        };
        let label = font::clip(&label, size, left - indent - size * 0.6);
        canvas.text(&label, (body.x + indent, y), Side::Start, size, colour);
        match *row {
            MapRow::Clause(c) => strip.clause(course, c, y),
            MapRow::Keeper(c, voice) => strip.keeper(course, c, voice, y),
            MapRow::Against => strip.against(course, y),
        }
        if let (MapRow::Clause(c), true) = (*row, wide) {
            let says = course.says(c, course.drafting.outcome.text.0[c]);
            let says = font::clip(&says, size, right - size * 1.6);
            canvas.text(&says, (inner.right() + size * 1.6, y), Side::Start, size, INK);
        }
    }
    flags(frame, course, keys, &plot, frame.body.y + head / 2.0)
}

/// Numbers the turning points above their rounds, as far as they do not run into one another.
fn flags(frame: &Frame, course: &BracketCourse<'_>, keys: &[usize], plot: &Plot, y: f64) -> Vec<Rect> {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let mut free = f64::NEG_INFINITY;
    let mut flags = Vec::new();
    for (k, &look) in keys.iter().enumerate() {
        let x = plot.across(f64::from(course.drafting.looks[look].round)).min(plot.inner.right());
        let number = (k + 1).to_string();
        let area = text_box(&number, (x, y), Side::Middle, size);
        if area.x > free {
            canvas.text(&number, (x, y), Side::Middle, size, BLUE);
            canvas.line(&[(x, y + size * 0.6), (x, plot.inner.y)], canvas.em / 12.0, BLUE);
            free = area.right() + size * 0.3;
        }
        let half = size * 0.8;
        flags.push(Rect { x: x - half, y: y - half, w: 2.0 * half, h: 2.0 * half });
    }
    flags
}

/// A strip of the map.
struct MapStrip<'a> {
    canvas: &'a Canvas,
    plot: &'a Plot,
    height: f64,
}

impl MapStrip<'_> {
    /// The part of a row from one round to another.
    fn cell(&self, rounds: &Range<f64>, y: f64, share: f64) -> Rect {
        let (left, right) = (self.plot.across(rounds.start), self.plot.across(rounds.end));
        let h = self.height * share;
        Rect { x: left, y: y - h / 2.0, w: (right - left).max(0.5), h }
    }

    /// How many keep a clause in brackets, round by round; then how it ends.
    fn clause(&self, course: &BracketCourse<'_>, clause: usize, y: f64) {
        let (canvas, inner) = (self.canvas, self.plot.inner);
        let count = |k: usize| course.bracketing(&course.played()[k], clause).count();
        for (rounds, _) in runs(course, count).into_iter().filter(|(_, n)| *n == 0) {
            let cell = self.cell(&rounds, y, 0.0);
            canvas.line(&[(cell.x, y), (cell.right(), y)], canvas.em / 14.0, GREY);
        }
        let most = course.drafting.voices.len().max(1);
        self.counts(course, count, most, y, VERMILION, "in-brackets");
        let (mark, colour) = ending(course.settled(clause));
        let radius = (self.height * 0.32).min(canvas.em * 0.35);
        canvas.group("ending", || canvas.mark(mark, (inner.right() + canvas.em * 0.6, y), radius, colour));
        for division in course.drafting.divisions.iter().filter(|d| d.clause.index() == clause) {
            let mark = if division.carried { Mark::Up } else { Mark::Down };
            let x = self.plot.across(f64::from(division.round));
            canvas.group("division", || canvas.mark(mark, (x, y), radius, INK));
        }
    }

    fn keeper(&self, course: &BracketCourse<'_>, clause: usize, voice: usize, y: f64) {
        let keeps =
            |k: usize| usize::from(course.bracketing(&course.played()[k], clause).any(|(v, _)| v == voice));
        for (rounds, kept) in runs(course, keeps) {
            if kept > 0 {
                let cell = self.cell(&rounds, y, 0.4);
                self.canvas.group("keeps", || self.canvas.fill(cell, VERMILION));
            }
        }
    }

    fn against(&self, course: &BracketCourse<'_>, y: f64) {
        let against = |k: usize| course.played()[k].attempt.as_ref().map_or(0, |a| a.against.len());
        let most = (0..course.played().len()).map(against).max().unwrap_or(0).max(1);
        self.counts(course, against, most, y, BLUE, "against");
        let (mark, colour) = match course.drafting.outcome.conclusion.adopted() {
            true => (Mark::Disc, GREEN),
            false => (Mark::Ring, GREY),
        };
        let at = (self.plot.inner.right() + self.canvas.em * 0.6, y);
        self.canvas.mark(mark, at, (self.height * 0.32).min(self.canvas.em * 0.35), colour);
    }

    /// Shades each run of rounds by its count, with the number where there is room.
    fn counts(
        &self,
        course: &BracketCourse<'_>,
        count: impl Fn(usize) -> usize,
        most: usize,
        y: f64,
        colour: RGBColor,
        class: &str,
    ) {
        let size = self.canvas.small();
        for (rounds, n) in runs(course, count) {
            if n == 0 {
                continue;
            }
            let cell = self.cell(&rounds, y, 0.86);
            #[allow(clippy::cast_precision_loss)] // a few hundred parties
            let alpha = 0.15 + 0.4 * (n as f64 / most as f64);
            self.canvas.group(class, || self.canvas.fill(cell, faint(colour, alpha)));
            let number = n.to_string();
            if font::width(&number, size) + size * 0.3 < cell.w && cell.h > size {
                self.canvas.text(&number, cell.centre(), Side::Middle, size, INK);
            }
        }
    }
}

/// Runs of rounds with the same count: from where to where on the axis, and the count.
fn runs(course: &BracketCourse<'_>, count: impl Fn(usize) -> usize) -> Vec<(Range<f64>, usize)> {
    let mut runs: Vec<(Range<f64>, usize)> = Vec::new();
    for (k, look) in course.played().iter().enumerate() {
        let (n, round) = (count(k), f64::from(look.round));
        match runs.last_mut() {
            Some((rounds, same)) if *same == n => rounds.end = round + 0.5,
            _ => runs.push((round - 0.5..round + 0.5, n)),
        }
    }
    runs
}
