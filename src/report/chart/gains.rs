//! Who got what, against who could stop it: each party's gain and how often its vote decided, by its voting power.
//!
//! Gain: u_i of what holds afterwards less u_i(q), at its own ideals, mean over runs. Decisive: the last verdict would have
//! turned with its vote. Power: Shapley–Shubik φ and Banzhaf β (normalised) of the rule ([`crate::benchmark::power`]);
//! where the rule makes all alike, or power cannot be counted, the share of materiality.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point},
        labels::Labels,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, VERMILION, faint},
    },
};
use crate::{
    analysis::Voting,
    report::number::{change, percent},
    study::{PartySummary, statistics::Rate},
};

/// A party in the picture.
struct PartyPoint<'a> {
    title: &'a str,
    summary: &'a PartySummary,
    pivotal: Rate,
    shapley_shubik: Option<f64>,
    banzhaf: Option<f64>,
    /// Where it stands along the foot.
    at: f64,
}

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let (parties, by_power) = parties(chronicle);
    let ranked = |p: &&PartyPoint<'_>| p.summary.gain.mean.unwrap_or(0.0);
    let best = parties.iter().max_by(|a, b| ranked(a).total_cmp(&ranked(b)));
    let title = best.map_or_else(String::new, |p| format!("Who got what: {} gains most", p.title));
    let along = if by_power {
        "voting power"
    } else {
        "materiality (the rule gives all the same power, or power cannot be counted)"
    };
    let reading = format!(
        "Each party's gain over the status quo, in utility, and how often its vote would have turned the last verdict; 95\u{a0}% \
         intervals. Across: {along}."
    );
    let mut frame = Frame::new(wanted, chronicle.caption(title, reading));
    let mut entries = vec![LegendEntry::new(
        LegendKey::Mark(Mark::Disc),
        BLUE,
        if by_power { "Shapley–Shubik index" } else { "party" },
    )];
    if by_power {
        entries.push(LegendEntry::new(LegendKey::Mark(Mark::Ring), VERMILION, "Banzhaf index (normalised)"));
    }
    frame.legend(&entries);
    plots(&frame, &parties, by_power);
    let mut by_gain: Vec<&PartyPoint<'_>> = parties.iter().collect();
    by_gain.sort_by(|a, b| ranked(b).total_cmp(&ranked(a)));
    let alt: Vec<String> = by_gain
        .iter()
        .take(8)
        .map(|p| {
            let gain = change(p.summary.gain.mean);
            format!("{} {gain}, decides in {}", p.title, percent(p.pivotal.rate.unwrap_or(0.0)))
        })
        .collect();
    Ok(frame.finish(&format!("The largest gains: {}.", alt.join("; ")), data(&parties)))
}

/// Gains, and how often a vote decides, each over power.
fn plots(frame: &Frame, parties: &[PartyPoint<'_>], by_power: bool) {
    let (canvas, body) = (&frame.canvas, frame.body);
    let gap = (canvas.em * 2.0, canvas.em * 0.8);
    let cells = if body.w > body.h * 1.3 { body.grid(2, 1, gap) } else { body.grid(1, 2, gap) };
    let across = if by_power { "share of voting power" } else { "share of materiality" };
    let top = parties
        .iter()
        .flat_map(|p| [p.at, p.banzhaf.filter(|_| by_power).unwrap_or(0.0)])
        .fold(0.01, f64::max)
        * 1.08;
    let x = || Axis::percent(across, 0.0..top);
    let gains = || parties.iter().map(|p| p.summary.gain.mean.unwrap_or(0.0));
    let (low, high) = (gains().fold(0.0, f64::min) - 0.02, gains().fold(0.0, f64::max) + 0.02);
    let y = Axis { label: |x| change(x), ..Axis::new("gain over the status quo (utility)", low..high) };
    let gain = Plot::new(canvas, cells[0], x(), y);
    scatter(canvas, &gain, parties, by_power, |p| {
        let g = p.summary.gain;
        (g.mean.unwrap_or(0.0), g.low.zip(g.high))
    });
    let pivotal =
        Plot::new(canvas, cells[1], x(), Axis::percent("its vote decides (share of runs)", 0.0..1.0));
    scatter(canvas, &pivotal, parties, by_power, |p| {
        (p.pivotal.rate.unwrap_or(0.0), Some((p.pivotal.low, p.pivotal.high)))
    });
}

/// Parties with their power; whether that is what tells them apart.
fn parties<'a>(chronicle: &'a Chronicle<'_>) -> (Vec<PartyPoint<'a>>, bool) {
    let voting = Voting::under(chronicle.case.scenario(), &chronicle.case.model().rule);
    let power = |name: &str| voting.power.iter().find(|p| p.name == name);
    let spread = voting.power.iter().map(|p| p.shapley_shubik);
    let (least, most) = (spread.clone().fold(1.0, f64::min), spread.fold(0.0, f64::max));
    let by_power = most - least > 1e-9;
    let of = |(i, summary): (usize, &'a PartySummary)| {
        let power = power(&summary.name);
        let shapley_shubik = power.map(|p| p.shapley_shubik);
        PartyPoint {
            title: chronicle.case.scenario().title_of(&summary.name),
            summary,
            pivotal: chronicle.course.pivotal(i),
            shapley_shubik,
            banzhaf: power.map(|p| p.banzhaf),
            at: if by_power { shapley_shubik.unwrap_or(0.0) } else { summary.materiality },
        }
    };
    (chronicle.summary.parties.iter().enumerate().map(of).collect(), by_power)
}

fn scatter(
    canvas: &Canvas,
    plot: &Plot,
    parties: &[PartyPoint<'_>],
    by_power: bool,
    value: impl Fn(&PartyPoint<'_>) -> (f64, Option<(f64, f64)>),
) {
    let radius = if parties.len() > 60 { canvas.em * 0.2 } else { canvas.em * 0.28 };
    let mut labels = Labels::new(plot.inner);
    let mut places: Vec<(Point, &str)> = Vec::new();
    for p in parties {
        let (y, interval) = value(p);
        let at = plot.at(p.at, y);
        if let Some((low, high)) = interval {
            canvas.line(
                &[(at.0, plot.height(low)), (at.0, plot.height(high))],
                canvas.em / 12.0,
                faint(BLUE, 0.6),
            );
        }
        if let Some(banzhaf) = p.banzhaf.filter(|_| by_power) {
            let ring = plot.at(banzhaf, y);
            canvas.line(&[at, ring], canvas.em / 20.0, GREY);
            canvas.mark(Mark::Ring, ring, radius * 0.8, VERMILION);
            labels.keep_off_mark(ring, radius);
        }
        canvas.with_tooltip(p.title, || canvas.group("party", || canvas.mark(Mark::Disc, at, radius, BLUE)));
        labels.keep_off_mark(at, radius);
        places.push((at, p.title));
    }
    // The outermost first: what stands apart is what one asks about.
    let middle = plot.inner.centre();
    places.sort_by(|a, b| {
        let apart =
            |at: Point| libm::hypot((at.0 - middle.0) / plot.inner.w, (at.1 - middle.1) / plot.inner.h);
        apart(b.0).total_cmp(&apart(a.0))
    });
    canvas.group("labels", || {
        for (at, title) in places {
            labels.beside(canvas, title, at, radius);
        }
    });
}

fn data(parties: &[PartyPoint<'_>]) -> Data {
    let mut data = Data::new([
        "party",
        "materiality",
        "shapley_shubik",
        "banzhaf",
        "gain",
        "gain_low",
        "gain_high",
        "decisive",
        "decisive_low",
        "decisive_high",
    ]);
    for p in parties {
        let gain = p.summary.gain;
        data.row(
            [
                p.summary.name.clone(),
                figure(p.summary.materiality),
                figure(p.shapley_shubik),
                figure(p.banzhaf),
            ]
            .into_iter()
            .chain([gain.mean, gain.low, gain.high, p.pivotal.rate].map(figure))
            .chain([p.pivotal.low, p.pivotal.high].map(figure)),
        );
    }
    data
}
