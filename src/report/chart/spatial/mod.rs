//! The space of ideal points: parties by materiality, the status quo, what could be agreed, and the texts adopted.
//!
//! With two clauses the axes are the clauses, and the winset W(q) is shaded: the texts that would be carried against the
//! status quo if every party voted for each text that gives it at least u_i(q), and abstained where neither clause concerns
//! it. With more clauses the axes are the first
//! two principal components of the ideal points (a missing ideal point counts as the mean of the others), with their
//! shares of the variance, and the hull of the ideal points is shaded: the Pareto set under Euclidean loss.

mod plane;

use plane::{Plane, ideal, mean_ideal, plane};

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Rect},
        labels::Labels,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREEN, INK, PURPLE, VERMILION, faint},
    },
};
use crate::{
    language::Language,
    model::{ClubTextModel, Judgement, OutsideModel},
    negotiation::Realisation,
    say,
    stance::acceptance_vote,
    study::statistics::{Mean, Moments},
    text::{ClauseId, Value},
    voting::{Tally, Vote},
};

/// Number of grid cells in each direction for the winset.
const STEPS: u32 = 60;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let map = SpatialMap::new(language, chronicle)?;
    let kind = if map.plane.components { "components" } else { "clauses" };
    let reading = say!(language, "charts-spatial-reading", kind = kind);
    let mut frame = Frame::new(wanted, chronicle.caption(map.title(language), reading));
    let entry = |key, colour, what: &str| {
        LegendEntry::new(key, colour, say!(language, "charts-spatial-legend", what = what))
    };
    let mut legend = vec![
        entry(LegendKey::Mark(Mark::Disc), BLUE, "party"),
        entry(LegendKey::Mark(Mark::Cross), INK, "status-quo"),
        entry(LegendKey::Mark(Mark::Disc), VERMILION, "text"),
        entry(LegendKey::Mark(Mark::Diamond), VERMILION, "mean"),
        entry(LegendKey::Patch(0.2), GREEN, if map.plane.components { "hull" } else { "winset" }),
    ];
    if !map.clubs.is_empty() {
        legend.push(entry(LegendKey::Mark(Mark::Square), PURPLE, "club"));
    }
    frame.legend(&legend);
    let (x, y) = map.axes();
    let plot = Plot::new(&frame.canvas, frame.body, x, y);
    map.draw_shaded_area(&frame.canvas, &plot);
    map.draw_marks(&frame.canvas, &plot);
    Ok(frame.finish(&map.alt(language), map.data()))
}

/// The positions of everything on the plane.
struct SpatialMap<'a> {
    chronicle: &'a Chronicle<'a>,
    room: Realisation,
    plane: Plane,
    /// The parties present, each with its ideal point.
    ideals: Vec<(usize, (f64, f64))>,
    /// The texts adopted.
    texts: Vec<(f64, f64)>,
    status_quo: (f64, f64),
    mean_text: Option<(f64, f64)>,
    /// Parties with a club, and its text.
    clubs: Vec<(usize, (f64, f64))>,
}

impl<'a> SpatialMap<'a> {
    fn new(language: Language, chronicle: &'a Chronicle<'a>) -> Result<Self, NothingToDraw> {
        let room = Realisation::as_stated(chronicle.case.model());
        let plane = plane(language, chronicle, &room, chronicle.scale_clauses())?;
        let ideals = (0..chronicle.case.model().countries.len())
            .filter(|&i| room.present[i])
            .map(|i| (i, plane.place(|c| ideal(&room, i, c).unwrap_or_else(|| mean_ideal(&room, c)))))
            .collect();
        let adopted = chronicle.endings.iter().filter(|e| e.adopted);
        let texts: Vec<(f64, f64)> = adopted.map(|e| plane.place_text(&e.text)).collect();
        let status_quo = plane.place_text(room.status_quo());
        let mean_text = mean_of(&texts);
        let clubs = club_texts(chronicle, &room, &plane);
        Ok(Self { chronicle, room, plane, ideals, texts, status_quo, mean_text, clubs })
    }

    /// How far the texts adopted go from the status quo to the mean of all wishes, on the line between the two.
    fn way(&self) -> Option<Mean> {
        let wishes: Vec<(f64, f64)> = self.ideals.iter().map(|i| i.1).collect();
        let (centre, quo) = (mean_of(&wishes)?, self.status_quo);
        let line = (centre.0 - quo.0, centre.1 - quo.1);
        let length = line.0 * line.0 + line.1 * line.1;
        let mut moments = Moments::default();
        for text in &self.texts {
            moments.add(((text.0 - quo.0) * line.0 + (text.1 - quo.1) * line.1) / length);
        }
        (length > 1e-4 && moments.count() > 0).then(|| moments.mean())
    }

    fn title(&self, language: Language) -> String {
        match self.way() {
            Some(way) => {
                let share = |x: Option<f64>| x.map_or_else(String::new, |x| language.hundredths(x));
                let known = if way.low < way.high { "interval" } else { "exact" };
                say!(
                    language,
                    "charts-spatial-title",
                    known = known,
                    share = share(way.mean),
                    low = share(way.low),
                    high = share(way.high)
                )
            }
            None if self.texts.is_empty() => say!(language, "charts-spatial-nothing"),
            None => say!(language, "charts-spatial-plain"),
        }
    }

    fn axes(&self) -> (Axis, Axis) {
        let points = || {
            let ideals = self.ideals.iter().map(|i| i.1);
            let clubs = self.clubs.iter().map(|c| c.1);
            ideals.chain(self.texts.iter().copied()).chain([self.status_quo]).chain(clubs)
        };
        let axis = |name: &str, of: fn((f64, f64)) -> f64| {
            let range = if self.plane.components {
                let values = points().map(of);
                let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
                let margin = (high - low).max(0.1) * 0.06;
                low - margin..high + margin
            } else {
                0.0..1.0
            };
            Axis::new(name, range)
        };
        (axis(&self.plane.names[0], |p| p.0), axis(&self.plane.names[1], |p| p.1))
    }

    fn draw_shaded_area(&self, canvas: &Canvas, plot: &Plot) {
        if self.plane.components {
            let hull = hull(self.ideals.iter().map(|i| i.1));
            let hull: Vec<Point> = hull.into_iter().map(|(x, y)| plot.at(x, y)).collect();
            canvas.group("hull", || canvas.polygon(&hull, faint(GREEN, 0.2)));
        } else {
            canvas.group("winset", || self.draw_winset(canvas, plot));
        }
    }

    /// Shades the texts that would be carried against the status quo, on a grid.
    fn draw_winset(&self, canvas: &Canvas, plot: &Plot) {
        let mut text = self.room.status_quo().clone();
        let mut judged = Judgement::default();
        let step = 1.0 / f64::from(STEPS);
        let (w, h) = (plot.inner.w * step, plot.inner.h * step);
        for row in 0..STEPS {
            // Adjacent cells of a row are drawn as one rectangle.
            let mut run: Option<Rect> = None;
            for column in 0..=STEPS {
                let at = ((f64::from(column) + 0.5) * step, (f64::from(row) + 0.5) * step);
                let carried = column < STEPS && {
                    text[ClauseId::new(self.plane.clauses[0])] = Value::point(at.0);
                    text[ClauseId::new(self.plane.clauses[1])] = Value::point(at.1);
                    judged.judge(&self.room.national, &text);
                    self.is_carried(judged.utilities())
                };
                match (&mut run, carried) {
                    (Some(patch), true) => patch.w += w,
                    (None, true) => {
                        let (x, y) = plot.at(f64::from(column) * step, f64::from(row + 1) * step);
                        run = Some(Rect { x, y, w, h });
                    }
                    (_, false) => {
                        if let Some(patch) = run.take() {
                            canvas.fill(patch, faint(GREEN, 0.2));
                        }
                    }
                }
            }
        }
    }

    /// Whether a text with these utilities would be carried against the status quo.
    fn is_carried(&self, utilities: &[f64]) -> bool {
        let mut tally = Tally::default();
        let model = self.chronicle.case.model();
        for (i, country) in model.countries.iter().enumerate() {
            let concerned = model.clause_ids().any(|clause| self.room.national.salience(i, clause) > 0.0);
            let vote = match self.room.present[i] {
                true => acceptance_vote(utilities[i] - self.room.at_status_quo[i], concerned),
                false => Vote::Absent,
            };
            tally.cast(vote, &country.voting_weight);
        }
        model.rule.carries(&tally)
    }

    fn draw_marks(&self, canvas: &Canvas, plot: &Plot) {
        let mut labels = Labels::new(plot.inner);
        canvas.group("texts", || {
            for &(x, y) in &self.texts {
                canvas.mark(Mark::Disc, plot.at(x, y), canvas.em * 0.12, faint(VERMILION, 0.35));
            }
        });
        let parties = self.party_discs(canvas, plot);
        let title = |i: usize| {
            self.chronicle.case.scenario().title_of(&self.chronicle.case.model().countries[i].name)
        };
        canvas.group("parties", || {
            for &(i, at, radius) in &parties {
                canvas.with_tooltip(title(i), || canvas.mark(Mark::Disc, at, radius, faint(BLUE, 0.75)));
                labels.keep_off_mark(at, radius * 0.8);
            }
        });
        let here = plot.at(self.status_quo.0, self.status_quo.1);
        canvas.group("status-quo", || canvas.mark(Mark::Cross, here, canvas.em * 0.45, INK));
        labels.keep_off_mark(here, canvas.em * 0.5);
        if let Some((x, y)) = self.mean_text {
            let at = plot.at(x, y);
            canvas.group("mean", || canvas.mark(Mark::Diamond, at, canvas.em * 0.42, VERMILION));
            labels.keep_off_mark(at, canvas.em * 0.5);
        }
        let clubs = self.clubs.iter().map(|&(i, (x, y))| (i, plot.at(x, y)));
        canvas.group("clubs", || {
            for (i, at) in clubs.clone() {
                let tip = say!(canvas.language, "charts-spatial-club", party = title(i));
                canvas.with_tooltip(&tip, || canvas.mark(Mark::Square, at, canvas.em * 0.3, PURPLE));
                labels.keep_off_mark(at, canvas.em * 0.35);
            }
        });
        canvas.group("labels", || {
            for (i, at) in clubs {
                let name = say!(canvas.language, "charts-spatial-club", party = title(i));
                labels.beside(canvas, &name, at, canvas.em * 0.3);
            }
            for (i, at, radius) in parties {
                labels.beside(canvas, title(i), at, radius);
            }
        });
    }

    /// Party, position and radius of each disc, the heaviest party first. Areas are proportional to materiality, and
    /// smaller if there are many parties.
    fn party_discs(&self, canvas: &Canvas, plot: &Plot) -> Vec<(usize, Point, f64)> {
        let weight = |i: usize| self.chronicle.case.model().countries[i].materiality;
        let heaviest = self.ideals.iter().map(|&(i, _)| weight(i)).fold(f64::MIN_POSITIVE, f64::max);
        let crowding = (40.0 / self.ideals.len().max(1) as f64).min(1.0);
        let largest = canvas.em * 0.82 * libm::sqrt(crowding);
        let mut by_weight: Vec<&(usize, (f64, f64))> = self.ideals.iter().collect();
        by_weight.sort_by(|a, b| weight(b.0).total_cmp(&weight(a.0)));
        let radius = |i: usize| (largest * libm::sqrt(weight(i) / heaviest)).max(canvas.em * 0.1);
        by_weight.into_iter().map(|&(i, (x, y))| (i, plot.at(x, y), radius(i))).collect()
    }

    fn alt(&self, language: Language) -> String {
        let place = |at: Option<(f64, f64)>| {
            let [x, y] = [at.map(|p| p.0), at.map(|p| p.1)].map(|x| language.point(x));
            format!("{x}, {y}")
        };
        say!(
            language,
            "charts-spatial-alt",
            parties = self.ideals.len(),
            texts = self.texts.len(),
            across = self.plane.names[0].as_str(),
            up = self.plane.names[1].as_str(),
            quo = place(Some(self.status_quo)),
            mean = place(self.mean_text)
        )
    }

    fn data(&self) -> Data {
        let mut data = Data::new(["what", "name", "weight", "across", "up", "across_axis", "up_axis"]);
        let mut add = |what: &str, name: &str, weight: Option<f64>, (x, y): (f64, f64)| {
            data.row([
                what.to_owned(),
                name.to_owned(),
                figure(weight),
                figure(x),
                figure(y),
                self.plane.names[0].clone(),
                self.plane.names[1].clone(),
            ]);
        };
        for &(i, at) in &self.ideals {
            let country = &self.chronicle.case.model().countries[i];
            add("ideal", &country.name, Some(country.materiality), at);
        }
        add("status quo", "", None, self.status_quo);
        for &(i, at) in &self.clubs {
            add("club text", &self.chronicle.case.model().countries[i].name, None, at);
        }
        let adopted = self.chronicle.endings.iter().filter(|e| e.adopted);
        for (ending, at) in adopted.zip(&self.texts) {
            add("text", &ending.replicate.to_string(), None, *at);
        }
        data
    }
}

/// The texts of clubs of parties present, on the plane; where a party or bloc whose wish it is wants nothing of a clause, the
/// status quo.
fn club_texts(chronicle: &Chronicle<'_>, room: &Realisation, plane: &Plane) -> Vec<(usize, (f64, f64))> {
    let model = chronicle.case.model();
    let quo = |c: usize| room.status_quo()[ClauseId::new(c)].middle();
    let place = |text: &ClubTextModel| match text {
        ClubTextModel::Given(text) => plane.place_text(text),
        ClubTextModel::OfCountry(i) => plane.place(|c| ideal(room, *i, c).unwrap_or_else(|| quo(c))),
        ClubTextModel::OfBloc(b) => {
            plane.place(|c| room.position(model, *b, ClauseId::new(c)).unwrap_or_else(|| quo(c)))
        }
    };
    let countries = model.countries.iter().enumerate().filter(|(i, _)| room.present[*i]);
    countries
        .filter_map(|(i, country)| match &country.outside_option {
            Some(OutsideModel::Club { text, .. }) => Some((i, place(text))),
            _ => None,
        })
        .collect()
}

/// The convex hull, counterclockwise (Andrew 1979).
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

#[allow(clippy::cast_precision_loss)] // at most a thousand
fn mean_of(texts: &[(f64, f64)]) -> Option<(f64, f64)> {
    let n = texts.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| texts.iter().map(of).sum::<f64>() / n;
    (!texts.is_empty()).then(|| (sum(|t| t.0), sum(|t| t.1)))
}

#[cfg(test)]
mod tests {
    use super::hull;

    #[test]
    fn hull_of_a_square_with_inner_points() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.5), (0.5, 0.0), (0.0, 0.0)];
        assert_eq!(hull(square.into_iter()), [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
    }
}
