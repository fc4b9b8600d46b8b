//! The two-level funnel: what members want, what their bloc makes of it, what the plenary makes of all.
//!
//! Ideals as stated, after lobbying; P_B as each bloc forms it (model §3); the text's middle reading over texts adopted.

use super::{
    Chronicle, Data, Drawn, Frame, NothingToDraw, Wanted, figure,
    frame::{
        font,
        legend::{Entry, Key},
        palette::{BLUE, CATEGORIES, GREY, INK, MUTED, faint},
        panels,
        sheet::{Mark, Point, Rect, Sheet, Side},
    },
    only_the_first,
};
use crate::{negotiation::Room, report::number::point, text::ClauseId};
use plotters::style::RGBColor;

/// Shapes of the blocs, each with a colour of its own.
const SHAPES: [Mark; 6] = [Mark::Disc, Mark::Square, Mark::Up, Mark::Down, Mark::Diamond, Mark::Plus];

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &Wanted) -> Drawn {
    let model = chronicle.model;
    if model.blocs.is_empty() {
        return Err(NothingToDraw::because("the scenario has no blocs: every country speaks for itself"));
    }
    let scales: Vec<usize> = (0..model.clauses.len()).filter(|&c| model.clauses[c].options == 0).collect();
    if scales.is_empty() {
        return Err(NothingToDraw::because(
            "every clause is a choice among options: none has a scale to narrow on",
        ));
    }
    let mut words = chronicle.words(
        "From members to blocs to the plenary",
        "Each clause from 0 (below) to 1: on the left what every member wants, in the middle the position of its bloc, on the \
         right the text (median and 10–90\u{a0}% of texts).",
    );
    let probe = Frame::new(wanted, words.clone());
    let most = panels::most(&probe.sheet, probe.body.less(0.0, probe.sheet.em * 2.5, 0.0, 0.0));
    let shown = scales.len().min(most);
    words.reading.push_str(&only_the_first(shown, scales.len(), "clauses"));
    let mut frame = Frame::new(wanted, words);
    frame.legend(&legend(chronicle));
    let titles: Vec<&str> =
        scales[..shown].iter().map(|&c| chronicle.summary.clauses[c].title.as_str()).collect();
    let room = Room::as_stated(model);
    for (cell, &clause) in panels::cut(&frame.sheet, frame.body, &titles, "").iter().zip(&scales) {
        panel(&frame.sheet, *cell, chronicle, &room, clause);
    }
    let alt: Vec<String> = scales.iter().map(|&c| in_words(chronicle, &room, c)).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(chronicle, &room)))
}

fn look(bloc: usize) -> (Mark, RGBColor) {
    (SHAPES[bloc % SHAPES.len()], CATEGORIES[bloc % CATEGORIES.len()])
}

fn legend(chronicle: &Chronicle<'_>) -> Vec<Entry> {
    let blocs = &chronicle.model.blocs;
    let shown = blocs.len().min(8);
    let mut entries: Vec<Entry> = (0..shown)
        .map(|b| {
            let (mark, colour) = look(b);
            Entry::new(Key::Mark(mark), colour, chronicle.scenario.title_of(&blocs[b].name))
        })
        .collect();
    if shown < blocs.len() {
        entries.push(Entry::new(Key::Line, INK, format!("and {} more blocs", blocs.len() - shown)));
    }
    entries.push(Entry::new(Key::Mark(Mark::Tick), GREY, "outside blocs"));
    entries.push(Entry::new(Key::Patch(0.35), BLUE, "text"));
    entries
}

/// A country's wish on a clause that concerns it, and the bloc that leads it.
fn wishes<'a>(
    chronicle: &'a Chronicle<'_>,
    room: &'a Room,
    clause: ClauseId,
) -> impl Iterator<Item = (usize, f64, Option<usize>)> + 'a {
    let countries = chronicle.model.countries.iter().enumerate();
    countries
        .filter(move |(i, _)| room.present[*i] && room.national.salience(*i, clause) > 0.0)
        .map(move |(i, c)| (i, room.national.ideal(i, clause), c.memberships.first().map(|(b, _)| *b)))
}

fn panel(sheet: &Sheet, cell: Rect, chronicle: &Chronicle<'_>, room: &Room, clause: usize) {
    let size = sheet.small() * 0.9;
    let wide = font::width("members", size);
    let inner = cell.less(wide / 2.0, size * 0.5, wide / 2.0, size * 2.0);
    let id = ClauseId::new(clause);
    let at = |stage: f64, y: f64| -> Point {
        (inner.x + stage * inner.w, inner.bottom() - y.clamp(0.0, 1.0) * inner.h)
    };
    for stage in [0.0, 0.5, 1.0] {
        sheet.line(&[at(stage, 0.0), at(stage, 1.0)], sheet.em / 20.0, faint(GREY, 0.7));
    }
    let names = if inner.w > font::width("members blocs text", size) * 1.15 {
        ["members", "blocs", "text"]
    } else {
        ["", "", ""]
    };
    for (stage, name) in [0.0, 0.5, 1.0].into_iter().zip(names) {
        sheet.text(name, (at(stage, 0.0).0, cell.bottom() - size * 0.8), Side::Middle, size, MUTED);
    }
    let text = chronicle.summary.clauses[clause].text.as_ref();
    let median = text.and_then(|t| t.median);
    // Where there are many, each line is fainter.
    #[allow(clippy::cast_precision_loss)] // at most as many as there are countries
    let alpha = (20.0 / wishes(chronicle, room, id).count().max(1) as f64).clamp(0.12, 0.5);
    for (_, wish, bloc) in wishes(chronicle, room, id) {
        let position = bloc.and_then(|b| Some((b, room.position(chronicle.model, b, id)?)));
        let to = position.map(|(_, p)| at(0.5, p)).or(median.map(|m| at(1.0, m)));
        let colour = bloc.map_or(GREY, |b| look(b).1);
        if let Some(to) = to {
            sheet.line(&[at(0.0, wish), to], sheet.em / 20.0, faint(colour, alpha));
        }
        let (mark, radius) = bloc.map_or((Mark::Tick, 0.25), |b| (look(b).0, 0.17));
        sheet.group("member", || sheet.mark(mark, at(0.0, wish), sheet.em * radius, colour));
    }
    for b in 0..chronicle.model.blocs.len() {
        let Some(position) = room.position(chronicle.model, b, id) else { continue };
        let (mark, colour) = look(b);
        if let Some(median) = median {
            sheet.line(&[at(0.5, position), at(1.0, median)], sheet.em / 10.0, faint(colour, 0.8));
        }
        sheet.group("bloc", || sheet.mark(mark, at(0.5, position), sheet.em * 0.3, colour));
    }
    if let Some((low, high)) = text.and_then(|t| t.p10.zip(t.p90)) {
        let (foot, head) = (at(1.0, low), at(1.0, high));
        let half = sheet.em * 0.35;
        sheet.group("band", || {
            sheet.fill(
                Rect { x: foot.0 - half, y: head.1, w: 2.0 * half, h: (foot.1 - head.1).max(1.0) },
                faint(BLUE, 0.35),
            );
        });
    }
    if let Some(median) = median {
        sheet.group("median", || sheet.mark(Mark::Diamond, at(1.0, median), sheet.em * 0.3, INK));
    }
}

fn in_words(chronicle: &Chronicle<'_>, room: &Room, clause: usize) -> String {
    let id = ClauseId::new(clause);
    let blocs: Vec<String> = chronicle
        .model
        .blocs
        .iter()
        .enumerate()
        .filter_map(|(b, bloc)| {
            Some(format!(
                "{} {}",
                chronicle.scenario.title_of(&bloc.name),
                point(room.position(chronicle.model, b, id)?)
            ))
        })
        .collect();
    let c = &chronicle.summary.clauses[clause];
    format!("{}: {}; text {}", c.title, blocs.join(", "), point(c.text.as_ref().and_then(|t| t.median)))
}

fn data(chronicle: &Chronicle<'_>, room: &Room) -> Data {
    let mut data = Data::new(["clause", "stage", "who", "bloc", "value"]);
    let model = chronicle.model;
    for (k, c) in chronicle.summary.clauses.iter().enumerate().filter(|(k, _)| model.clauses[*k].options == 0)
    {
        let id = ClauseId::new(k);
        let mut add = |stage: &str, who: &str, bloc: &str, value: Option<f64>| {
            data.row([c.name.clone(), stage.to_owned(), who.to_owned(), bloc.to_owned(), figure(value)]);
        };
        for (i, wish, bloc) in wishes(chronicle, room, id) {
            add("member", &model.countries[i].name, bloc.map_or("", |b| &model.blocs[b].name), Some(wish));
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
