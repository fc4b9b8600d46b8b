//! Concessions of each party in one negotiation: utility of the text, aspiration level and reservation value by round.
//!
//! u_i(x) at its effective ideal points, a_i(t) = r_i + (1 − F_i(t))(1 − r_i), r_i (specification §3). A cross marks the round in
//! which a party walked out.

use std::ops::Range;

use super::{
    ChartCase, ChartOptions, ChartResult, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Rect},
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, VERMILION, faint},
        panels,
    },
    words,
};
use crate::{language::Language, report::names, say, stance::Stance, study::Minutes};

/// Draws the picture.
pub fn draw(case: &ChartCase<'_>, minutes: &Minutes, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let ranked = ranked(case, minutes);
    let reading = say!(language, "charts-concessions-reading");
    let mut caption = case.caption(minutes, finding(language, case, minutes), reading);
    let max = Frame::panel_capacity(wanted, &caption, 3.0).min(20);
    let shown = if ranked.len() <= max { ranked.len() } else { max.saturating_sub(1).max(1) };
    let rest = &ranked[shown..];
    if !rest.is_empty() {
        caption.reading.push_str(&say!(language, "charts-concessions-rest", n = rest.len()));
    }
    let mut frame = Frame::new(wanted, caption);
    let entry = |key, colour, what: &str| {
        LegendEntry::new(key, colour, say!(language, "charts-concessions-legend", what = what))
    };
    frame.legend(&[
        entry(LegendKey::Line, BLUE, "gets"),
        entry(LegendKey::Dashes, VERMILION, "demands"),
        entry(LegendKey::Line, GREY, "settles"),
        entry(LegendKey::Mark(Mark::Cross), INK, "leaves"),
    ]);
    let mut titles: Vec<String> = ranked[..shown].iter().map(|&i| title(case, i).to_owned()).collect();
    if !rest.is_empty() {
        titles.push(say!(language, "charts-concessions-others", n = rest.len()));
    }
    let utilities = utilities(minutes);
    let along = say!(language, "charts-axis-round");
    let cells = panels::layout(&frame.canvas, frame.body, &titles, &along);
    for (cell, &i) in cells.iter().zip(&ranked[..shown]) {
        party_panel(&frame.canvas, *cell, minutes, i, &utilities);
    }
    if let Some(cell) = cells.get(shown) {
        others_panel(&frame.canvas, *cell, minutes, rest, &utilities);
    }
    let alt: Vec<String> = ranked.iter().take(12).map(|&i| in_words(language, case, minutes, i)).collect();
    let alt = say!(language, "charts-alt-list", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(case, minutes)))
}

/// Who lost most between the first draft and the last text, and who gained most; that nobody did, if so.
fn finding(language: Language, case: &ChartCase<'_>, minutes: &Minutes) -> String {
    let label = names::label(language, minutes.outcome.label);
    let ends = minutes.standings.first().zip(minutes.standings.last());
    let moved = |i: usize| ends.map_or(0.0, |(first, last)| last.utilities[i] - first.utilities[i]);
    let present = || (0..minutes.present.len()).filter(|&i| minutes.present[i]);
    let worst = present().min_by(|&a, &b| moved(a).total_cmp(&moved(b)));
    let Some((worst, (first, last))) = worst.filter(|&i| moved(i) < -0.005).zip(ends) else {
        return say!(language, "charts-concessions-nobody", label = label);
    };
    // Those that lose as much, as printed.
    let as_much = present().filter(|&i| (moved(i) - moved(worst)).abs() < 0.005).count() - 1;
    say!(
        language,
        "charts-concessions-title",
        label = label,
        party = title(case, worst),
        from = language.point(first.utilities[worst]),
        to = language.point(last.utilities[worst]),
        others = as_much
    )
}

fn title<'a>(case: &'a ChartCase<'_>, i: usize) -> &'a str {
    case.scenario.title_of(&case.model.countries[i].name)
}

/// The parties present, the most informative first: those who left, those who objected last, then alternately the
/// heaviest and those who gained least.
fn ranked(case: &ChartCase<'_>, minutes: &Minutes) -> Vec<usize> {
    let parties = &minutes.outcome.parties;
    let mut ranked: Vec<usize> = (0..parties.len()).filter(|&i| minutes.present[i]).collect();
    let weight = |i: usize| case.model.countries[i].materiality;
    let says_no = |i: usize| matches!(parties[i].stance, Stance::Object | Stance::Against);
    let opposed = |i: usize| parties[i].left || parties[i].held_out || says_no(i);
    ranked.sort_by(|&a, &b| {
        let left = parties[b].left.cmp(&parties[a].left);
        left.then(opposed(b).cmp(&opposed(a))).then(weight(b).total_cmp(&weight(a)))
    });
    // Among the rest the heaviest and those who gained least alternate.
    let opponents = ranked.iter().take_while(|&&i| opposed(i)).count();
    let mut by_gain: Vec<usize> = ranked[opponents..].to_vec();
    by_gain.sort_by(|&a, &b| parties[a].gain.total_cmp(&parties[b].gain));
    let by_weight = ranked.split_off(opponents);
    for pair in by_weight.into_iter().zip(by_gain) {
        for i in [pair.0, pair.1] {
            if !ranked.contains(&i) {
                ranked.push(i);
            }
        }
    }
    ranked
}

/// The ends of the utility axis; above 1 where somebody asks for more than any text gives.
fn utilities(minutes: &Minutes) -> Range<f64> {
    let utilities = minutes.standings.iter().flat_map(|s| &s.utilities);
    let ends = utilities
        .chain(&minutes.reservations)
        .fold((1.0, 1.0), |(low, high): (f64, f64), x| (low.min(*x), high.max(*x)));
    ((ends.0 * 10.0).floor() / 10.0).clamp(-1.0, 0.8)..(ends.1 * 10.0).ceil() / 10.0
}

/// A plot of utility by round.
fn plot(canvas: &Canvas, cell: Rect, minutes: &Minutes, utilities: &Range<f64>) -> Plot {
    let last = minutes.standings.last().map_or(1, |s| s.round).max(1);
    Plot::new(canvas, cell, Axis::counts("", 0.0..f64::from(last)), Axis::new("", utilities.clone()))
}

fn party_panel(canvas: &Canvas, cell: Rect, minutes: &Minutes, i: usize, utilities: &Range<f64>) {
    let plot = plot(canvas, cell, minutes, utilities);
    let exit = minutes.left.iter().find(|(who, _)| *who == i).map(|(_, round)| *round);
    let here = || minutes.standings.iter().filter(|s| exit.is_none_or(|e| s.round <= e));
    let gets: Vec<Point> = here().map(|s| plot.at(s.round.into(), s.utilities[i])).collect();
    let demands: Vec<Point> = here().map(|s| plot.at(s.round.into(), s.demands[i])).collect();
    plot.horizontal_line(canvas, minutes.reservations[i], canvas.em / 12.0, GREY);
    canvas.group("demands", || canvas.dashed(|| canvas.line(&demands, canvas.em / 10.0, VERMILION)));
    canvas.group("gets", || canvas.line(&gets, canvas.em / 8.0, BLUE));
    if let (Some(_), Some(&at)) = (exit, gets.last()) {
        canvas.group("exit", || canvas.mark(Mark::Cross, at, canvas.em * 0.35, INK));
    }
}

/// Draws the median and the 10 % and 90 % quantiles of all other parties.
fn others_panel(canvas: &Canvas, cell: Rect, minutes: &Minutes, rest: &[usize], utilities: &Range<f64>) {
    let plot = plot(canvas, cell, minutes, utilities);
    let path = |p: f64, demands: bool| -> Vec<Point> {
        let of = |s: &crate::study::Standing| {
            let from = if demands { &s.demands } else { &s.utilities };
            let mut values: Vec<f64> = rest.iter().map(|&i| from[i]).collect();
            values.sort_unstable_by(f64::total_cmp);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let index = ((values.len() - 1) as f64 * p).round() as usize;
            plot.at(s.round.into(), values[index])
        };
        minutes.standings.iter().map(of).collect()
    };
    canvas.group("band", || canvas.band(path(0.1, false), path(0.9, false), faint(BLUE, 0.25)));
    canvas.group("demands", || canvas.dashed(|| canvas.line(&path(0.5, true), canvas.em / 10.0, VERMILION)));
    canvas.group("gets", || canvas.line(&path(0.5, false), canvas.em / 8.0, BLUE));
}

fn in_words(language: Language, case: &ChartCase<'_>, minutes: &Minutes, i: usize) -> String {
    let at = |s: Option<&crate::study::Standing>| language.point(s.map(|s| s.utilities[i]));
    let exit = minutes.left.iter().find(|(who, _)| *who == i);
    say!(
        language,
        "charts-concessions-alt",
        party = title(case, i),
        from = at(minutes.standings.first()),
        to = at(minutes.standings.last()),
        settles = language.point(minutes.reservations[i]),
        left = exit.map_or_else(|| "none".to_owned(), |(_, round)| round.to_string())
    )
}

fn data(case: &ChartCase<'_>, minutes: &Minutes) -> Data {
    let mut data = Data::new(["party", "round", "utility", "demand", "reservation", "left_in_round"]);
    for (i, country) in case.model.countries.iter().enumerate() {
        let exit = minutes.left.iter().find(|(who, _)| *who == i);
        for s in minutes.standings.iter().filter(|_| minutes.present[i]) {
            data.row([
                country.name.clone(),
                s.round.to_string(),
                figure(s.utilities[i]),
                figure(s.demands[i]),
                figure(minutes.reservations[i]),
                exit.map_or_else(String::new, |(_, round)| round.to_string()),
            ]);
        }
    }
    data
}
