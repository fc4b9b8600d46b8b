//! Roll call: parties × ballots of one negotiation, grouped by bloc, with similar voters next to each other.
//!
//! Rows are ordered by average-linkage clustering on the share of ballots on which two parties differ (Hamming distance).
//! If there are more parties than rows, the parties of a bloc that always voted alike share a row.

use kodama::{Method, linkage};

use super::{
    ChartCase, ChartOptions, ChartResult, Data, Frame, NothingToDraw,
    frame::{
        canvas::{Canvas, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, ORANGE, VERMILION, faint},
        rows::LabelledRows,
    },
    words,
};
use crate::{
    language::Language,
    outcome::Label,
    report::names,
    say,
    study::{Minutes, RollCall},
    voting::Vote,
};
use plotters::style::RGBColor;

/// A row of the chart.
enum RollCallRow {
    /// The heading of a bloc.
    Bloc(String),
    /// A label, and the parties that share the row.
    Parties(String, Vec<usize>),
}

/// Draws the picture.
pub fn draw(case: &ChartCase<'_>, minutes: &Minutes, wanted: &ChartOptions) -> ChartResult {
    let calls = &minutes.roll_calls;
    if calls.is_empty() {
        return Err(NothingToDraw::because("no-ballot"));
    }
    let language = wanted.language;
    let counted = calls.iter().any(|c| c.votes_counted);
    let asked = match (counted, calls.iter().all(|c| c.votes_counted)) {
        (false, _) => "objections",
        (true, true) => "votes",
        (true, false) => "both",
    };
    // A coalition of the willing binds those who signed alone.
    let bound = if minutes.outcome.label == Label::CoalitionOfTheWilling { "signatories" } else { "all" };
    let reading = say!(language, "charts-roll-call-reading", asked = asked, bound = bound);
    let mut frame = Frame::new(wanted, case.caption(minutes, title(language, minutes), reading));
    let entry = |mark, colour, vote: &str| {
        let means = say!(language, "charts-roll-call-vote", vote = vote, asked = asked);
        LegendEntry::new(LegendKey::Mark(mark), colour, means)
    };
    frame.legend(&[
        entry(Mark::Disc, BLUE, "yes"),
        entry(Mark::Cross, VERMILION, "no"),
        entry(Mark::Diamond, ORANGE, "abstain"),
        entry(Mark::Tick, GREY, "absent"),
    ]);
    body(&frame, case, minutes);
    let alt: Vec<String> = calls.iter().rev().take(6).map(|call| in_words(language, call)).collect();
    let alt = say!(language, "charts-roll-call-alt", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(case, minutes)))
}

/// How the last ballot went.
fn title(language: Language, minutes: &Minutes) -> String {
    let Some(last) = minutes.roll_calls.last() else { return String::new() };
    let count = |vote: Vote| last.votes.iter().filter(|v| **v == vote).count();
    say!(
        language,
        "charts-roll-call-title",
        asked = if last.votes_counted { "votes" } else { "objections" },
        verdict = if last.carried { "carried" } else { "failed" },
        round = last.round,
        yes = count(Vote::Yes),
        no = count(Vote::No),
        abstain = count(Vote::Abstain),
        label = names::label(language, minutes.outcome.label)
    )
}

fn body(frame: &Frame, case: &ChartCase<'_>, minutes: &Minutes) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let head = size * 1.6;
    let outer = frame.body.inset(0.0, head, 0.0, head);
    let most = LabelledRows::capacity(canvas, outer.h);
    let (rows, left_out) = arrange_rows(canvas.language, case, minutes, most);
    let labels: Vec<&str> = rows
        .iter()
        .map(|row| match row {
            RollCallRow::Bloc(_) => "",
            RollCallRow::Parties(label, _) => label.as_str(),
        })
        .collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.45);
    let columns = columns(canvas, grid.inner, &minutes.roll_calls);
    for (k, row) in rows.iter().enumerate() {
        let y = grid.middle(k);
        match row {
            RollCallRow::Bloc(name) => {
                // A heading may reach over the columns, which are empty beside it.
                let name = font::clip(name, size, outer.w);
                canvas.text(&name, (outer.x, y), Side::Start, size, MUTED);
                let from = (outer.x + font::width(&name, size) + size * 0.6).max(grid.inner.x);
                if from < grid.inner.right() {
                    canvas.line(&[(from, y), (grid.inner.right(), y)], canvas.em / 20.0, faint(GREY, 0.6));
                }
            }
            RollCallRow::Parties(_, members) => {
                for &(call, x) in &columns {
                    vote(canvas, (x, y), minutes.roll_calls[call].votes[members[0]], grid.height);
                }
            }
        }
    }
    rounds(frame, &columns, minutes, &grid, head);
    if left_out > 0 {
        let note = say!(canvas.language, "charts-roll-call-left-out", n = left_out);
        canvas.text(
            &note,
            (frame.body.x, frame.body.bottom() - head / 2.0),
            Side::Start,
            canvas.tiny(),
            MUTED,
        );
    }
}

/// The last ballots that fit, each with its x coordinate.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // as many as fit
fn columns(canvas: &Canvas, inner: Rect, calls: &[RollCall]) -> Vec<(usize, f64)> {
    let size = canvas.small();
    let max = (inner.w / (size * 1.3)).max(1.0) as usize;
    let shown = calls.len().min(max);
    let step = (inner.w / shown as f64).min(size * 6.0);
    (calls.len() - shown..calls.len())
        .enumerate()
        .map(|(k, call)| (call, inner.x + (k as f64 + 0.5) * step))
        .collect()
}

fn vote(canvas: &Canvas, at: (f64, f64), vote: Vote, height: f64) {
    let radius = (height * 0.36).min(canvas.em * 0.45);
    let (mark, colour, radius): (Mark, RGBColor, f64) = match vote {
        Vote::Yes => (Mark::Disc, BLUE, radius),
        Vote::No => (Mark::Cross, VERMILION, radius * 1.15),
        Vote::Abstain => (Mark::Diamond, ORANGE, radius),
        Vote::Absent => (Mark::Tick, GREY, radius * 0.6),
    };
    canvas.group(class(vote), || canvas.mark(mark, at, radius, colour));
}

fn class(vote: Vote) -> &'static str {
    match vote {
        Vote::Yes => "yes",
        Vote::No => "no",
        Vote::Abstain => "abstain",
        Vote::Absent => "absent",
    }
}

/// Draws round numbers above the columns where they fit, and marks the ballot that carried.
fn rounds(frame: &Frame, columns: &[(usize, f64)], minutes: &Minutes, grid: &LabelledRows, head: f64) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let top = frame.body.y + head / 2.0;
    let first = columns.first().map_or(grid.inner.x, |c| c.1);
    let title = &say!(canvas.language, "charts-axis-round");
    let mut free = f64::NEG_INFINITY;
    if first - font::width(title, size) - size * 1.2 > frame.body.x {
        canvas.text(title, (first - size * 1.2, top), Side::End, size, MUTED);
    }
    for &(call, x) in columns {
        let text = minutes.roll_calls[call].round.to_string();
        let half = font::width(&text, size) / 2.0;
        if x - half > free {
            canvas.text(&text, (x, top), Side::Middle, size, INK);
            free = x + half + size * 0.35;
        }
        if minutes.roll_calls[call].carried {
            let (from, to) = (frame.body.y + head, frame.body.bottom() - head);
            let width = size * 1.1;
            let column = Rect { x: x - width / 2.0, y: from, w: width, h: to - from };
            canvas.group("carried", || canvas.outline(column, canvas.em / 12.0, INK));
            let carried = say!(canvas.language, "charts-roll-call-carried");
            let half = font::width(&carried, size) / 2.0;
            let x = x.clamp(frame.body.x + half, frame.body.right() - half);
            canvas.text(&carried, (x, frame.body.bottom() - head / 2.0), Side::Middle, size, INK);
        }
    }
}

/// Arranges at most `max` rows and returns them with the number of parties left out. Tries in turn: one row per party;
/// one per group of a bloc that always voted alike; one per such group across blocs, the largest ones only.
fn arrange_rows(
    language: Language,
    case: &ChartCase<'_>,
    minutes: &Minutes,
    max: usize,
) -> (Vec<RollCallRow>, usize) {
    let by_bloc = blocs(case);
    let single = |list: &[usize]| list.iter().map(|&i| vec![i]).collect::<Vec<_>>();
    let alike = |list: &[usize]| {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &i in list {
            match groups.iter_mut().find(|g| pattern(minutes, g[0]).eq(pattern(minutes, i))) {
                Some(group) => group.push(i),
                None => groups.push(vec![i]),
            }
        }
        groups
    };
    let by_group = |group: &dyn Fn(&[usize]) -> Vec<Vec<usize>>| -> Vec<RollCallRow> {
        let mut rows = Vec::new();
        for (bloc, members) in &by_bloc {
            if by_bloc.len() > 1 {
                let outside = || say!(language, "charts-legend-outside-blocs");
                rows.push(RollCallRow::Bloc(
                    bloc.map_or_else(outside, |b| title_of_bloc(case, b).to_owned()),
                ));
            }
            for members in group(&clustered(minutes, members)) {
                rows.push(row(language, case, members));
            }
        }
        rows
    };
    for rows in [by_group(&single), by_group(&alike)] {
        if rows.len() <= max {
            return (rows, 0);
        }
    }
    let everyone: Vec<usize> = by_bloc.into_iter().flat_map(|(_, members)| members).collect();
    let mut groups = alike(&clustered(minutes, &everyone));
    groups.sort_by_key(|g| std::cmp::Reverse(g.len()));
    let left_out = groups.split_off(groups.len().min(max)).iter().map(Vec::len).sum();
    (groups.into_iter().map(|members| row(language, case, members)).collect(), left_out)
}

fn title_of_bloc<'a>(case: &'a ChartCase<'_>, bloc: usize) -> &'a str {
    case.scenario.title_of(&case.model.blocs[bloc].name)
}

fn row(language: Language, case: &ChartCase<'_>, members: Vec<usize>) -> RollCallRow {
    let names: Vec<&str> =
        members.iter().map(|&i| case.scenario.title_of(&case.model.countries[i].name)).collect();
    let label = match names.as_slice() {
        [only] => (*only).to_owned(),
        many => format!("{} · {}", many.len(), language.list(many, 3)),
    };
    RollCallRow::Parties(label, members)
}

/// Countries by their leading bloc, in the order of the scenario; countries outside blocs come last.
pub(super) fn blocs(case: &ChartCase<'_>) -> Vec<(Option<usize>, Vec<usize>)> {
    let lead = |i: usize| case.model.countries[i].memberships.first().map(|(b, _)| *b);
    let mut blocs: Vec<(Option<usize>, Vec<usize>)> =
        (0..case.model.blocs.len()).map(|b| (Some(b), Vec::new())).collect();
    blocs.push((None, Vec::new()));
    for i in 0..case.model.countries.len() {
        let index = lead(i).unwrap_or(case.model.blocs.len());
        blocs[index].1.push(i);
    }
    blocs.retain(|(_, members)| !members.is_empty());
    blocs
}

fn pattern(minutes: &Minutes, i: usize) -> impl Iterator<Item = Vote> + '_ {
    minutes.roll_calls.iter().map(move |call| call.votes[i])
}

/// Reorders these parties so that similar voters are next to each other.
#[allow(clippy::cast_precision_loss)] // ballots are few
fn clustered(minutes: &Minutes, parties: &[usize]) -> Vec<usize> {
    if parties.len() < 3 {
        return parties.to_vec();
    }
    let mut distances = Vec::with_capacity(parties.len() * (parties.len() - 1) / 2);
    for (k, &a) in parties.iter().enumerate() {
        for &b in &parties[k + 1..] {
            let differ = pattern(minutes, a).zip(pattern(minutes, b)).filter(|(x, y)| x != y).count();
            distances.push(differ as f64 / minutes.roll_calls.len() as f64);
        }
    }
    let tree = linkage(&mut distances, parties.len(), Method::Average);
    // Each step of the tree merges two groups formed before it; the last group lists the leaves from left to right.
    let mut groups: Vec<Vec<usize>> = parties.iter().map(|&i| vec![i]).collect();
    for step in tree.steps() {
        let mut joined = std::mem::take(&mut groups[step.cluster1]);
        joined.append(&mut groups[step.cluster2]);
        groups.push(joined);
    }
    groups.pop().unwrap_or_default()
}

fn in_words(language: Language, call: &RollCall) -> String {
    let count = |v: Vote| call.votes.iter().filter(|x| **x == v).count();
    say!(
        language,
        "charts-roll-call-ballot",
        round = call.round,
        yes = count(Vote::Yes),
        no = count(Vote::No),
        abstain = count(Vote::Abstain),
        absent = count(Vote::Absent),
        verdict = if call.carried { "carried" } else { "failed" }
    )
}

fn data(case: &ChartCase<'_>, minutes: &Minutes) -> Data {
    let mut data = Data::new(["round", "asked", "carried", "party", "bloc", "vote"]);
    for call in &minutes.roll_calls {
        for (country, vote) in case.model.countries.iter().zip(&call.votes) {
            let bloc = country.memberships.first().map_or("", |(b, _)| &case.model.blocs[*b].name);
            data.row([
                call.round.to_string(),
                if call.votes_counted { "votes" } else { "objections" }.to_owned(),
                call.carried.to_string(),
                country.name.clone(),
                bloc.to_owned(),
                class(*vote).to_owned(),
            ]);
        }
    }
    data
}
