//! A sheet: the text at one turning point, clause by clause, what is in brackets, and what each would put instead.

use super::{
    super::{
        ChartOptions, Data, Picture,
        frame::{
            Frame,
            canvas::{Canvas, LEADING, Mark, Rect, Side},
            font,
            palette::{BLUE, GREEN, GREY, INK, MUTED, VERMILION},
        },
        sourced,
    },
    course::BracketCourse,
};
use crate::{
    report::names,
    say,
    study::{DraftAttempt, DraftLook},
    text::Value,
};

/// Draws the sheet of a turning point; returns with it where the numbers of all turning points stand, and last the place of
/// a link back to the map.
pub fn draw(
    course: &BracketCourse<'_>,
    keys: &[usize],
    k: usize,
    wanted: &ChartOptions,
) -> (Picture, Vec<Rect>) {
    let language = course.language;
    let look = &course.drafting.looks[keys[k]];
    let is_end = keys[k] == course.drafting.rounds();
    let reading = say!(language, "pictures-brackets-sheet-reading");
    let title = title(course, look, is_end);
    let wanted = ChartOptions { title: None, ..wanted.clone() };
    let caption = sourced::of_one(course.case, course.drafting.replicate, title, reading);
    let frame = Frame::new(&wanted, caption);
    let size = frame.canvas.small();
    let before = k.checked_sub(1).map(|b| &course.drafting.looks[keys[b]]);
    clauses(&frame.canvas, frame.body.inset(0.0, 0.0, 0.0, size * 2.2), course, (look, before, is_end));
    let hits = timeline(&frame, course, keys, k);
    let picture = frame.finish("", Data::default());
    (picture, hits)
}

/// Where the text stands.
fn title(course: &BracketCourse<'_>, look: &DraftLook, is_end: bool) -> String {
    let language = course.language;
    if is_end {
        return super::end(language, course.drafting);
    }
    let (kind, against) = match &look.attempt {
        None => ("none", 0),
        Some(DraftAttempt { votes_counted: true, against, .. }) => ("votes", against.len()),
        Some(DraftAttempt { against, .. }) => ("objections", against.len()),
    };
    say!(
        language,
        "pictures-brackets-sheet",
        round = look.round,
        open = course.open(look),
        of = course.case.model.clauses.len(),
        kind = kind,
        against = against
    )
}

/// Two lines a clause: its title and where it stands on its scale; its words, and who would put what.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // as many as fit on a page
fn clauses(
    canvas: &Canvas,
    body: Rect,
    course: &BracketCourse<'_>,
    (look, before, is_end): (&DraftLook, Option<&DraftLook>, bool),
) {
    let size = canvas.small();
    let all = course.case.model.clauses.len();
    let room = (body.h / (size * LEADING * 2.3)).max(1.0) as usize;
    let mut shown: Vec<usize> = (0..all).collect();
    if all > room {
        // Those in brackets first, in the order of the text.
        shown.sort_by_key(|&c| course.bracketing(look, c).next().is_none());
        shown.truncate(room);
        shown.sort_unstable();
    }
    let height = (body.h / shown.len().max(1) as f64).min(size * LEADING * 4.0);
    let (mark, split) = (size * 1.6, body.w * 0.56);
    for (row, &c) in shown.iter().enumerate() {
        let top = body.y + row as f64 * height;
        let (first, second) = (top + height * 0.28, top + height * 0.28 + size * LEADING);
        let who: Vec<(usize, Value)> = course.bracketing(look, c).collect();
        let is_open = !who.is_empty();
        let (shape, colour) = match (is_open, is_end) {
            (true, _) => (Mark::Square, VERMILION),
            (false, true) => super::map::ending(course.settled(c)),
            (false, false) => (Mark::Disc, GREEN),
        };
        canvas.group("state", || canvas.mark(shape, (body.x + size * 0.6, first), canvas.em * 0.3, colour));
        let left = split - mark - size;
        canvas.text(
            &font::clip(course.clause(c), size, left),
            (body.x + mark, first),
            Side::Start,
            size,
            INK,
        );
        let value = look.text.0[c];
        let says = course.says(c, value);
        let says = if is_open {
            format!("[{}]", font::clip(&says, size, left - size))
        } else {
            font::clip(&says, size, left)
        };
        canvas.text(
            &says,
            (body.x + mark, second),
            Side::Start,
            size,
            if is_open { VERMILION } else { MUTED },
        );
        let right = body.inset(split, 0.0, 0.0, 0.0);
        scale(canvas, right, first, value, before.map(|b| b.text.0[c]), &who);
        let who: Vec<String> = who
            .iter()
            .map(|&(voice, wants)| {
                let wants = match wants {
                    Value::Option(_) => {
                        names::value(course.language, &course.case.model.clauses[c].source, wants)
                    }
                    Value::Interval { .. } => course.number(wants),
                };
                say!(course.language, "pictures-brackets-wants", who = course.voice(voice), wants = wants)
            })
            .collect();
        let who = if who.is_empty() { String::new() } else { course.language.list(&who, 4) };
        canvas.text(&font::clip(&who, size, right.w), (right.x, second), Side::Start, size, INK);
    }
    if shown.len() < all {
        let note = say!(course.language, "pictures-brackets-more", more = all - shown.len());
        canvas.text(&note, (body.x, body.bottom() + size * 0.3), Side::Start, size, MUTED);
    }
}

/// The scale of a clause from 0 to 1: the value now and at the turning point before, and what those who bracket it would put.
fn scale(canvas: &Canvas, area: Rect, y: f64, now: Value, before: Option<Value>, who: &[(usize, Value)]) {
    let Value::Interval { lo, hi } = now else { return };
    let across = |x: f64| area.x + x.clamp(0.0, 1.0) * (area.w - canvas.em);
    let tick = canvas.em * 0.25;
    canvas.group("scale", || {
        canvas.line(&[(across(0.0), y), (across(1.0), y)], canvas.em / 14.0, GREY);
        for x in [0.0, 1.0] {
            canvas.line(&[(across(x), y - tick), (across(x), y + tick)], canvas.em / 14.0, GREY);
        }
        for (_, wants) in who {
            if matches!(wants, Value::Interval { .. }) {
                canvas.mark(Mark::Tick, (across(wants.middle()), y), canvas.em * 0.45, VERMILION);
            }
        }
        if let Some(before @ Value::Interval { .. }) = before.filter(|b| b.middle() != now.middle()) {
            canvas.line(&[(across(before.middle()), y), (across(now.middle()), y)], canvas.em / 7.0, BLUE);
            canvas.mark(Mark::Ring, (across(before.middle()), y), canvas.em * 0.28, BLUE);
        }
        canvas.line(&[(across(lo), y), (across(hi), y)], canvas.em / 4.0, BLUE);
        canvas.mark(Mark::Disc, (across(now.middle()), y), canvas.em * 0.3, BLUE);
    });
}

/// The numbers of the turning points, this one in a box; the place of the last is that of the map.
#[allow(clippy::cast_precision_loss)] // a handful of turning points
fn timeline(frame: &Frame, course: &BracketCourse<'_>, keys: &[usize], current: usize) -> Vec<Rect> {
    let (canvas, size, body) = (&frame.canvas, frame.canvas.small(), frame.body);
    let step = (body.w / (keys.len() + 1) as f64).min(size * 4.5);
    let y = body.bottom() - size * 0.6;
    let place = |k: usize| Rect {
        x: body.x + k as f64 * step,
        y: y - size * 0.75,
        w: step - size * 0.2,
        h: size * 1.5,
    };
    for (k, &key) in keys.iter().enumerate() {
        let area = place(k);
        let is_current = k == current;
        if is_current {
            canvas.outline(area, canvas.em / 10.0, BLUE);
        }
        let number = say!(
            course.language,
            "pictures-brackets-step",
            number = k + 1,
            round = course.drafting.looks[key].round,
            is_end = if key == course.drafting.rounds() { "yes" } else { "no" }
        );
        let fits = font::width(&number, size) < area.w - size * 0.2;
        let number = if fits { number } else { (k + 1).to_string() };
        canvas.text(&number, area.centre(), Side::Middle, size, if is_current { BLUE } else { MUTED });
    }
    (0..=keys.len()).map(place).collect()
}
