//! The space of wishes: where parties stand, weighed by materiality, where the status quo is, what could be agreed, what
//! came out.
//!
//! On two clauses the axes are the clauses, and what could be agreed is the winset W(q): the texts that would be carried
//! against the status quo if everyone voted for what gives it at least u_i(q). On more, the axes are the first two
//! principal components of the ideals (a wish that is not stated counts as the mean of those that are), with their shares
//! of the spread, and the hull of the ideals is drawn: the Pareto set under Euclidean loss.

mod plane;

use plane::{Plane, mean_wish, plane, wish};

use super::{
    Chronicle, Data, Drawn, Frame, Wanted, figure,
    frame::{
        axis::{Axis, Plot},
        labels::Labels,
        legend::{Entry, Key},
        palette::{BLUE, GREEN, INK, VERMILION, faint},
        sheet::{Mark, Point, Rect, Sheet},
    },
};
use crate::{
    model::Judgement,
    negotiation::Room,
    report::number::point,
    text::{ClauseId, Value},
    voting::{Tally, Vote},
};

/// Steps of the grid on which the winset is looked for.
const STEPS: u32 = 60;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &Wanted) -> Drawn {
    let model = chronicle.model;
    let room = Room::as_stated(model);
    let scales: Vec<usize> = (0..model.clauses.len()).filter(|&c| model.clauses[c].options == 0).collect();
    let plane = plane(chronicle, &room, scales)?;
    let ideals: Vec<(usize, (f64, f64))> = (0..model.countries.len())
        .filter(|&i| room.present[i])
        .map(|i| (i, plane.place(|c| wish(&room, i, c).unwrap_or_else(|| mean_wish(&room, c)))))
        .collect();
    let texts: Vec<(f64, f64)> =
        chronicle.endings.iter().filter(|e| e.adopted).map(|e| plane.place_text(&e.text)).collect();
    let status_quo = plane.place_text(room.status_quo());
    let reading = if plane.components {
        "The two directions in which wishes differ most (principal components), with their share of the spread and the clauses \
         they mainly stand for. Discs: parties, area by materiality. Shaded: the hull of all wishes. Small dots: texts adopted."
    } else {
        "Discs: parties, area by materiality. Shaded: texts that would be carried against the status quo. Small dots: texts \
         adopted."
    };
    let mut frame =
        Frame::new(wanted, chronicle.words("Where parties stand, and where the text ends", reading));
    frame.legend(&[
        Entry::new(Key::Mark(Mark::Disc), BLUE, "party"),
        Entry::new(Key::Mark(Mark::Cross), INK, "status quo"),
        Entry::new(Key::Mark(Mark::Disc), VERMILION, "text adopted"),
        Entry::new(Key::Mark(Mark::Diamond), VERMILION, "mean text"),
        Entry::new(
            Key::Patch(0.2),
            GREEN,
            if plane.components { "hull of wishes" } else { "winset of the status quo" },
        ),
    ]);
    let (x, y) = axes(&plane, ideals.iter().map(|i| i.1).chain(texts.iter().copied()).chain([status_quo]));
    let plot = Plot::new(&frame.sheet, frame.body, x, y);
    let sheet = &frame.sheet;
    if plane.components {
        let hull: Vec<Point> =
            hull(ideals.iter().map(|i| i.1)).into_iter().map(|(x, y)| plot.at(x, y)).collect();
        sheet.group("hull", || sheet.polygon(&hull, faint(GREEN, 0.2)));
    } else {
        sheet.group("winset", || winset(sheet, &plot, chronicle, &room, &plane));
    }
    let mean = mean_of(&texts);
    marks(sheet, &plot, chronicle, &ideals, &texts, status_quo, mean);
    let alt = format!(
        "{} parties and {} texts on {} and {}; status quo at {}, {}; mean text at {}, {}.",
        ideals.len(),
        texts.len(),
        plane.names[0],
        plane.names[1],
        point(status_quo.0),
        point(status_quo.1),
        point(mean.map(|m| m.0)),
        point(mean.map(|m| m.1))
    );
    Ok(frame.finish(&alt, data(chronicle, &ideals, &plane, status_quo)))
}

fn axes(plane: &Plane, points: impl Iterator<Item = (f64, f64)> + Clone) -> (Axis, Axis) {
    let axis = |name: &str, of: fn((f64, f64)) -> f64| {
        let range = if plane.components {
            let values = points.clone().map(of);
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
            let margin = (high - low).max(0.1) * 0.06;
            low - margin..high + margin
        } else {
            0.0..1.0
        };
        Axis::new(name, range)
    };
    (axis(&plane.names[0], |p| p.0), axis(&plane.names[1], |p| p.1))
}

/// The convex hull, anticlockwise (Andrew 1979).
fn hull(points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = points.collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    let turns_left = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| {
        (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0) > 0.0
    };
    let half = |points: &mut dyn Iterator<Item = (f64, f64)>| {
        let mut chain: Vec<(f64, f64)> = Vec::new();
        for p in points {
            while chain.len() > 1 && !turns_left(chain[chain.len() - 2], chain[chain.len() - 1], p) {
                chain.pop();
            }
            chain.push(p);
        }
        chain.pop();
        chain
    };
    let mut hull = half(&mut points.iter().copied());
    hull.extend(half(&mut points.iter().rev().copied()));
    hull
}

/// Shades the texts that would be carried against the status quo, on a grid.
fn winset(sheet: &Sheet, plot: &Plot, chronicle: &Chronicle<'_>, room: &Room, plane: &Plane) {
    let model = chronicle.model;
    let mut text = room.status_quo().clone();
    let mut judged = Judgement::default();
    let step = 1.0 / f64::from(STEPS);
    let (w, h) = (plot.inner.w * step, plot.inner.h * step);
    for row in 0..STEPS {
        // Cells of a row that are carried next to each other are one patch.
        let mut run: Option<Rect> = None;
        for column in 0..=STEPS {
            let at = ((f64::from(column) + 0.5) * step, (f64::from(row) + 0.5) * step);
            let carried = column < STEPS && {
                text[ClauseId::new(plane.clauses[0])] = Value::point(at.0);
                text[ClauseId::new(plane.clauses[1])] = Value::point(at.1);
                judged.judge(&room.national, &text);
                let mut tally = Tally::default();
                for (i, country) in model.countries.iter().enumerate() {
                    let gains = judged.utilities()[i] >= room.at_status_quo[i] - crate::stance::TOLERANCE;
                    let vote = match (room.present[i], gains) {
                        (false, _) => Vote::Absent,
                        (true, true) => Vote::Yes,
                        (true, false) => Vote::No,
                    };
                    tally.cast(vote, &country.franchise);
                }
                model.rule.carries(&tally)
            };
            match (&mut run, carried) {
                (Some(patch), true) => patch.w += w,
                (None, true) => {
                    let (x, y) = plot.at(f64::from(column) * step, f64::from(row + 1) * step);
                    run = Some(Rect { x, y, w, h });
                }
                (_, false) => {
                    if let Some(patch) = run.take() {
                        sheet.fill(patch, faint(GREEN, 0.2));
                    }
                }
            }
        }
    }
}

#[allow(clippy::cast_precision_loss)] // at most a thousand
fn mean_of(texts: &[(f64, f64)]) -> Option<(f64, f64)> {
    let n = texts.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| texts.iter().map(of).sum::<f64>() / n;
    (!texts.is_empty()).then(|| (sum(|t| t.0), sum(|t| t.1)))
}

#[allow(clippy::too_many_arguments)] // everything that is marked on the map
fn marks(
    sheet: &Sheet,
    plot: &Plot,
    chronicle: &Chronicle<'_>,
    ideals: &[(usize, (f64, f64))],
    texts: &[(f64, f64)],
    status_quo: (f64, f64),
    mean: Option<(f64, f64)>,
) {
    let mut labels = Labels::new(plot.inner);
    sheet.group("texts", || {
        for &(x, y) in texts {
            sheet.mark(Mark::Disc, plot.at(x, y), sheet.em * 0.12, faint(VERMILION, 0.35));
        }
    });
    let weight = |i: usize| chronicle.model.countries[i].materiality;
    let heaviest = ideals.iter().map(|&(i, _)| weight(i)).fold(f64::MIN_POSITIVE, f64::max);
    // Area by weight; where there are many, all are smaller.
    let crowd = (40.0 / ideals.len().max(1) as f64).min(1.0);
    let largest = sheet.em * 0.82 * libm::sqrt(crowd);
    let mut by_weight: Vec<&(usize, (f64, f64))> = ideals.iter().collect();
    by_weight.sort_by(|a, b| weight(b.0).total_cmp(&weight(a.0)));
    let placed: Vec<(usize, Point, f64)> = by_weight
        .into_iter()
        .map(|&(i, (x, y))| {
            (i, plot.at(x, y), (largest * libm::sqrt(weight(i) / heaviest)).max(sheet.em * 0.1))
        })
        .collect();
    let title = |i: usize| chronicle.scenario.title_of(&chronicle.model.countries[i].name);
    sheet.group("parties", || {
        for &(i, at, radius) in &placed {
            sheet.tipped(title(i), || sheet.mark(Mark::Disc, at, radius, faint(BLUE, 0.75)));
            labels.keep_off_mark(at, radius * 0.8);
        }
    });
    let here = plot.at(status_quo.0, status_quo.1);
    sheet.group("status-quo", || sheet.mark(Mark::Cross, here, sheet.em * 0.45, INK));
    labels.keep_off_mark(here, sheet.em * 0.5);
    if let Some((x, y)) = mean {
        let at = plot.at(x, y);
        sheet.group("mean", || sheet.mark(Mark::Diamond, at, sheet.em * 0.42, VERMILION));
        labels.keep_off_mark(at, sheet.em * 0.5);
    }
    sheet.group("labels", || {
        for (i, at, radius) in placed {
            labels.beside(sheet, title(i), at, radius);
        }
    });
}

fn data(
    chronicle: &Chronicle<'_>,
    ideals: &[(usize, (f64, f64))],
    plane: &Plane,
    status_quo: (f64, f64),
) -> Data {
    let mut data = Data::new(["what", "name", "weight", "across", "up", "across_axis", "up_axis"]);
    let mut add = |what: &str, name: &str, weight: Option<f64>, (x, y): (f64, f64)| {
        data.row([
            what.to_owned(),
            name.to_owned(),
            figure(weight),
            figure(x),
            figure(y),
            plane.names[0].clone(),
            plane.names[1].clone(),
        ]);
    };
    for &(i, at) in ideals {
        let country = &chronicle.model.countries[i];
        add("ideal", &country.name, Some(country.materiality), at);
    }
    add("status quo", "", None, status_quo);
    for e in chronicle.endings.iter().filter(|e| e.adopted) {
        add("text", &e.replicate.to_string(), None, plane.place_text(&e.text));
    }
    data
}

#[cfg(test)]
mod tests {
    use super::hull;

    #[test]
    fn the_hull_of_a_square_with_something_in_it() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.5), (0.5, 0.0), (0.0, 0.0)];
        assert_eq!(hull(square.into_iter()), [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
    }
}
