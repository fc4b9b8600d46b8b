//! What drives the result: Sobol' indices S and ST of each factor, or Morris' μ* against σ, with bootstrap intervals.
//!
//! S: the share of variance that a factor explains alone; ST: with all its interactions (Saltelli et al. 2010). μ*: the
//! mean size of its effect; σ: how much that effect varies with the other factors (Morris 1991; Campolongo et al. 2007).
//! Of a sample of points S and PRCC, the partial rank correlation.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Mark, Point},
        labels::Labels,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, VERMILION, faint},
        rows::LabelledRows,
    },
    result_table::measure,
    words,
};
use crate::{language::Language, say};

/// An estimate with the ends of its interval.
type IndexEstimate = [Option<f64>; 3];

/// One factor: what is drawn of it first and second.
struct FactorIndices {
    name: String,
    /// Its name in words.
    label: String,
    one: IndexEstimate,
    other: IndexEstimate,
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let kind = match () {
        () if found.has("mu_star") => "morris",
        () if found.has("prcc") => "sample",
        () => "sobol",
    };
    let measures = found.strings("measure");
    let mut known: Vec<&str> = measures.iter().map(String::as_str).collect();
    known.dedup();
    let Some(usual) = known.first() else {
        return Err(NothingToDraw::because("no-measure"));
    };
    let measure = measure(wanted, usual, &known)?;
    let (one, other) = match kind {
        "morris" => ("mu_star", "sigma"),
        "sample" => ("first", "prcc"),
        _ => ("first", "total"),
    };
    let (ones, others) = (found.estimates(one), found.estimates(other));
    let mut factors: Vec<FactorIndices> = found
        .strings("factor")
        .into_iter()
        .enumerate()
        .filter(|(k, _)| measures[*k] == measure)
        .map(|(k, name)| FactorIndices { label: String::new(), name, one: ones[k], other: others[k] })
        .collect();
    if factors.iter().all(|f| f.one[0].is_none() && f.other[0].is_none()) {
        return Err(NothingToDraw::of("constant", &measure));
    }
    let by = |f: &FactorIndices| ranking(kind, f)[0].unwrap_or(0.0);
    factors.sort_by(|a, b| by(b).total_cmp(&by(a)));
    let language = wanted.language;
    for f in &mut factors {
        f.label = found.label(wanted, &f.name);
    }
    let title = title(language, &wanted.titles.measure(language, &measure), &factors, kind);
    let frame = match kind {
        "morris" => morris(found, wanted, title, &factors),
        kind => indices(found, wanted, title, &factors, kind),
    };
    let alt: Vec<String> = factors
        .iter()
        .take(8)
        .map(|f| {
            let figures =
                [f.one[0], f.other[0]].map(|x| language.point(x)).join(&say!(language, "list-comma"));
            format!("{} {figures}", f.label)
        })
        .collect();
    let alt = say!(language, "charts-sensitivity-alt", kind = kind, items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(&factors, &measure, (one, other))))
}

/// What factors are ranked by.
fn ranking(kind: &str, f: &FactorIndices) -> IndexEstimate {
    if kind == "sobol" { f.other } else { f.one }
}

/// Which factor drives the measure most, where its interval lies above all others'.
fn title(language: Language, measure: &str, factors: &[FactorIndices], kind: &'static str) -> String {
    let of = |f: &FactorIndices| ranking(kind, f);
    let Some(first) = factors.first() else { return String::new() };
    let index = words::estimate(language, of(first));
    let floor = of(first)[1].unwrap_or(f64::NEG_INFINITY);
    let rivals = factors.iter().skip(1).filter(|f| of(f)[2].is_none_or(|high| high >= floor));
    let rivals: Vec<&str> = rivals.map(|f| f.label.as_str()).collect();
    if of(first)[1].is_some_and(|low| low <= 0.0) {
        return say!(language, "charts-sensitivity-none", name = measure);
    }
    match rivals.as_slice() {
        [] => say!(
            language,
            "charts-sensitivity-title",
            name = measure,
            factor = first.label.as_str(),
            kind = kind,
            index = index
        ),
        many => {
            let rivals = language.list(many, 2);
            say!(
                language,
                "charts-sensitivity-unclear",
                name = measure,
                factor = first.label.as_str(),
                rivals = rivals
            )
        }
    }
}

fn indices(
    found: &ResultTable<'_>,
    wanted: &ChartOptions,
    title: String,
    factors: &[FactorIndices],
    kind: &'static str,
) -> Frame {
    let language = wanted.language;
    let reading = say!(language, "charts-sensitivity-reading", kind = kind);
    let mut frame = Frame::new(wanted, found.caption(title, reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(language, "charts-sensitivity-alone")),
        LegendEntry::new(
            LegendKey::Mark(Mark::Diamond),
            VERMILION,
            say!(language, "charts-sensitivity-other", kind = kind),
        ),
    ]);
    let canvas = &frame.canvas;
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, true));
    let shown = &factors[..factors.len().min(LabelledRows::capacity(canvas, outer.h))];
    let labels: Vec<&str> = shown.iter().map(|f| f.label.as_str()).collect();
    let rows = LabelledRows::new(canvas, outer, &labels, 0.4);
    let inner = rows.inner.inset(canvas.em * 0.5, 0.0, canvas.em * 1.2, 0.0);
    let ends = || shown.iter().flat_map(|f| f.one.iter().chain(&f.other)).flatten().copied();
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max).max(0.1));
    let plot = Plot::along(
        canvas,
        inner,
        Axis::new(say!(language, "charts-axis-variance", kind = kind), low..high.max(1.0).min(high * 1.05)),
    );
    for (k, f) in shown.iter().enumerate() {
        let apart = rows.height * 0.16;
        for (estimate, y, mark, colour) in [
            (f.one, rows.middle(k) - apart, Mark::Disc, BLUE),
            (f.other, rows.middle(k) + apart, Mark::Diamond, VERMILION),
        ] {
            if let [Some(at), low, high] = estimate {
                if let Some((low, high)) = low.zip(high) {
                    canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 10.0, colour);
                }
                canvas.group("index", || {
                    canvas.mark(mark, (plot.across(at), y), (rows.height * 0.2).min(canvas.em * 0.28), colour)
                });
            }
        }
    }
    frame
}

fn morris(found: &ResultTable<'_>, wanted: &ChartOptions, title: String, factors: &[FactorIndices]) -> Frame {
    let language = wanted.language;
    let reading = say!(language, "charts-sensitivity-reading", kind = "morris");
    let mut frame = Frame::new(wanted, found.caption(title, reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(language, "charts-sensitivity-factor")),
        LegendEntry::new(LegendKey::Dashes, GREY, "σ = μ*"),
    ]);
    let canvas = &frame.canvas;
    let ends = |of: fn(&FactorIndices) -> IndexEstimate| {
        factors.iter().flat_map(of).flatten().fold(0.0, f64::max) * 1.08 + 1e-6
    };
    let (right, top) = (ends(|f| f.one), ends(|f| f.other));
    let plot = Plot::new(
        canvas,
        frame.body,
        Axis::new(say!(language, "charts-axis-mu"), 0.0..right),
        Axis::new(say!(language, "charts-axis-sigma"), 0.0..top),
    );
    let reach = right.min(top);
    canvas.dashed(|| canvas.line(&[plot.at(0.0, 0.0), plot.at(reach, reach)], canvas.em / 12.0, GREY));
    let mut labels = Labels::new(plot.inner);
    let mut placed: Vec<(Point, &str)> = Vec::new();
    for f in factors {
        let (Some(x), Some(y)) = (f.one[0], f.other[0]) else { continue };
        let at = plot.at(x, y);
        let ends = |estimate: IndexEstimate, of: fn(&Plot, f64) -> f64| {
            estimate[1].zip(estimate[2]).map(|(low, high)| (of(&plot, low), of(&plot, high)))
        };
        let level = ends(f.one, Plot::across).map(|(low, high)| ((low, at.1), (high, at.1)));
        let upright = ends(f.other, Plot::height).map(|(low, high)| ((at.0, low), (at.0, high)));
        for (from, to) in level.into_iter().chain(upright) {
            canvas.line(&[from, to], canvas.em / 14.0, faint(BLUE, 0.7));
            labels.avoid_line(from, to, canvas.em / 14.0);
        }
        canvas.with_tooltip(&f.label, || {
            canvas.group("index", || canvas.mark(Mark::Disc, at, canvas.em * 0.28, BLUE))
        });
        labels.keep_off_mark(at, canvas.em * 0.3);
        placed.push((at, &f.label));
    }
    for (at, name) in placed {
        labels.beside(canvas, name, at, canvas.em * 0.28);
    }
    frame
}

fn data(factors: &[FactorIndices], measure: &str, (one, other): (&str, &str)) -> Data {
    let mut data = Data::new(["measure", "factor", "index", "value", "low", "high"]);
    for f in factors {
        for (name, estimate) in [(one, f.one), (other, f.other)] {
            let start = [measure.to_owned(), f.name.clone(), name.to_owned()];
            data.row(start.into_iter().chain(estimate.map(figure)));
        }
    }
    data
}
