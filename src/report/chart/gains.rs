//! Who got what: each party's gain, ranked, with its bloc; how often its vote decided, and its voting power, where these tell
//! parties apart.
//!
//! Gain: u_i of what holds afterwards less u_i(q), at its own ideals, mean over runs. Decisive: the last verdict would have
//! turned with its vote. Power: Shapley–Shubik φ and Banzhaf β (normalised) of the rule ([`crate::benchmark::power`]), where
//! they can be counted.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{LEADING, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey, category},
        palette::{GREY, INK},
        rows::LabelledRows,
    },
    words,
};
use crate::{
    benchmark::power::SimpleGame,
    language::Language,
    say,
    study::{
        PartySummary,
        statistics::{Mean, Rate, student_quantile},
    },
};

/// A party in the picture.
struct PartyRow<'a> {
    title: &'a str,
    summary: &'a PartySummary,
    /// Its leading bloc.
    bloc: Option<usize>,
    pivotal: Rate,
    /// φ and normalised β, where they can be counted.
    power: Option<(f64, f64)>,
}

impl PartyRow<'_> {
    fn gain(&self) -> f64 {
        self.summary.gain.mean.unwrap_or(0.0)
    }
}

/// A quantity of each party that has a panel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Gain,
    Decides,
    Power,
}

impl Panel {
    /// The estimate of a party, and the ends of its interval.
    fn of(self, party: &PartyRow<'_>) -> [Option<f64>; 3] {
        match self {
            Self::Gain => [party.summary.gain.mean, party.summary.gain.low, party.summary.gain.high],
            Self::Decides => [party.pivotal.rate, Some(party.pivotal.low), Some(party.pivotal.high)],
            Self::Power => [party.power.map(|p| p.0), None, None],
        }
    }

    fn title(self, language: Language) -> String {
        let what = match self {
            Self::Gain => "gain",
            Self::Decides => "decides",
            Self::Power => "power",
        };
        say!(language, "charts-gains-panel", what = what)
    }
}

/// A row: a party, or those between the first and the last that are shown.
enum GainRow<'a> {
    Party(&'a PartyRow<'a>),
    Between(&'a [PartyRow<'a>]),
}

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let mut parties = parties(chronicle);
    parties.sort_by(|a, b| b.gain().total_cmp(&a.gain()));
    let panels = panels(&parties);
    let caption = chronicle.caption(title(language, &parties), reading(language, &parties, &panels));
    let mut frame = Frame::new(wanted, caption);
    let legend = legend(chronicle, language, &parties);
    if !legend.is_empty() {
        frame.legend(&legend);
    }
    let head = frame.canvas.small() * LEADING * 1.2;
    let body = frame.body.inset(0.0, head, 0.0, Plot::foot(&frame.canvas, false));
    let rows = rows(&parties, LabelledRows::capacity(&frame.canvas, body.h));
    plots(&frame, body, &rows, &panels);
    let told = |p: &PartyRow<'_>| format!("{} {}", p.title, language.change(p.summary.gain.mean));
    let alt: Vec<String> = parties.iter().take(8).map(told).collect();
    Ok(frame
        .finish(&say!(language, "charts-gains-alt", items = words::joined(language, &alt)), data(&parties)))
}

fn parties<'a>(chronicle: &'a Chronicle<'_>) -> Vec<PartyRow<'a>> {
    let (scenario, model) = (chronicle.case.scenario(), chronicle.case.model());
    let weights = scenario.voting_weights(&model.rule);
    let counted = SimpleGame::of_rule(&model.rule, &weights).and_then(|game| game.power());
    let indices = counted.ok().map(|power| (power.shapley_shubik(), power.banzhaf_normalised()));
    let power = |i: usize| indices.as_ref().map(|(phi, beta)| (phi[i].to_f64(), beta[i].to_f64()));
    let of = |(i, summary): (usize, &'a PartySummary)| PartyRow {
        title: scenario.title_of(&summary.name),
        summary,
        bloc: model.countries[i].memberships.first().map(|(bloc, _)| *bloc),
        pivotal: chronicle.course.pivotal(i),
        power: power(i),
    };
    chronicle.summary.parties.iter().enumerate().map(of).collect()
}

/// The gain, and what else tells parties apart.
fn panels(parties: &[PartyRow<'_>]) -> Vec<Panel> {
    let varies = |panel: &Panel| {
        let values = || parties.iter().filter_map(|p| panel.of(p)[0]);
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min) > 1e-9
    };
    let others = [Panel::Decides, Panel::Power].into_iter().filter(varies);
    std::iter::once(Panel::Gain).chain(others).collect()
}

/// The ends of a mean's interval if `k` of them are to hold together (Bonferroni); unbounded where it has none.
fn simultaneous(mean: &Mean, k: usize) -> (f64, f64) {
    let (Some(at), Some(low), Some(high)) = (mean.mean, mean.low, mean.high) else {
        return (f64::NEG_INFINITY, f64::INFINITY);
    };
    let freedom = mean.n.saturating_sub(1).max(1);
    #[allow(clippy::cast_precision_loss)] // parties are few
    let ratio = student_quantile(freedom, 0.05 / k.max(1) as f64) / student_quantile(freedom, 0.05);
    (at - (at - low) * ratio, at + (high - at) * ratio)
}

/// Who gains most, unless intervals that hold together for all parties leave it open.
fn title(language: Language, parties: &[PartyRow<'_>]) -> String {
    let (Some(first), Some(last)) = (parties.first(), parties.last()) else { return String::new() };
    let gain = words::change(language, Panel::Gain.of(first));
    if parties.iter().all(|p| p.gain().abs() < 5e-4) {
        return say!(language, "charts-gains-nobody");
    }
    if first.gain() - last.gain() < 0.005 {
        return say!(language, "charts-gains-same", n = parties.len(), gain = language.change(first.gain()));
    }
    let ends = |p: &PartyRow<'_>| simultaneous(&p.summary.gain, parties.len());
    let rivals = parties.iter().skip(1).filter(|p| ends(p).1 >= ends(first).0);
    let rivals: Vec<&str> = rivals.map(|p| p.title).collect();
    match rivals.as_slice() {
        [] => say!(language, "charts-gains-most", party = first.title, gain = gain),
        many => {
            let rivals = language.list(many, 2);
            say!(language, "charts-gains-unclear", party = first.title, rivals = rivals, gain = gain)
        }
    }
}

/// How to read it; and how often a vote decides and what power each has, if that is the same for all.
fn reading(language: Language, parties: &[PartyRow<'_>], panels: &[Panel]) -> String {
    let mut text = say!(language, "charts-gains-reading");
    if let Some(first) = parties.first().filter(|_| !panels.contains(&Panel::Decides)) {
        let share = language.percent(first.pivotal.rate.unwrap_or(0.0));
        text.push_str(&say!(language, "charts-gains-decides-same", share = share));
    }
    if !panels.contains(&Panel::Power) {
        let known = if parties.iter().any(|p| p.power.is_some()) { "same" } else { "unknown" };
        text.push_str(&say!(language, "charts-gains-power", known = known));
    }
    text
}

fn legend(chronicle: &Chronicle<'_>, language: Language, parties: &[PartyRow<'_>]) -> Vec<LegendEntry> {
    let blocs = &chronicle.case.model().blocs;
    let there = (0..blocs.len()).filter(|b| parties.iter().any(|p| p.bloc == Some(*b)));
    let mut entries: Vec<LegendEntry> = there
        .take(8)
        .map(|b| {
            let (mark, colour) = category(b);
            let title = chronicle.case.scenario().title_of(&blocs[b].name);
            LegendEntry::new(LegendKey::Mark(mark), colour, title)
        })
        .collect();
    if !entries.is_empty() && parties.iter().any(|p| p.bloc.is_none()) {
        let outside = say!(language, "charts-legend-outside-blocs");
        entries.push(LegendEntry::new(LegendKey::Mark(Mark::Ring), INK, outside));
    }
    entries
}

/// At most `most` rows: all parties, or the first and the last with those between them in one row.
fn rows<'a>(parties: &'a [PartyRow<'a>], most: usize) -> Vec<GainRow<'a>> {
    if parties.len() <= most.max(3) {
        return parties.iter().map(GainRow::Party).collect();
    }
    let head = most.max(3) / 2;
    let tail = most.max(3) - head - 1;
    let (first, rest) = parties.split_at(head);
    let (between, last) = rest.split_at(rest.len() - tail);
    let shown = |part: &'a [PartyRow<'a>]| part.iter().map(GainRow::Party);
    shown(first).chain([GainRow::Between(between)]).chain(shown(last)).collect()
}

fn plots(frame: &Frame, body: Rect, rows: &[GainRow<'_>], panels: &[Panel]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let label = |row: &GainRow<'_>| match row {
        GainRow::Party(party) => party.title.to_owned(),
        GainRow::Between(those) => say!(canvas.language, "charts-gains-between", n = those.len()),
    };
    let labels: Vec<String> = rows.iter().map(label).collect();
    let grid = LabelledRows::new(canvas, body, &labels, 0.36);
    let cells = grid.inner.grid(panels.len(), 1, (size * 2.0, 0.0));
    for (cell, panel) in cells.into_iter().zip(panels) {
        let inner = cell.inset(size * 0.8, 0.0, size * 0.8, 0.0);
        let plot = Plot::along(canvas, inner, axis(*panel, rows));
        let at = (inner.x + inner.w / 2.0, frame.body.y + size * 0.6);
        canvas.text(&font::clip(&panel.title(canvas.language), size, cell.w), at, Side::Middle, size, INK);
        let zero = plot.across(0.0);
        canvas.line(&[(zero, inner.y), (zero, inner.bottom())], canvas.em / 14.0, INK);
        for (k, row) in rows.iter().enumerate() {
            match row {
                GainRow::Party(party) => mark(frame, &plot, grid.middle(k), *panel, party, grid.height),
                GainRow::Between(those) => span(frame, &plot, grid.middle(k), *panel, those),
            }
        }
    }
}

fn axis(panel: Panel, rows: &[GainRow<'_>]) -> Axis {
    let values = || {
        rows.iter().flat_map(move |row| match row {
            GainRow::Party(party) => panel.of(party).into_iter().flatten().collect::<Vec<f64>>(),
            GainRow::Between(those) => those.iter().filter_map(|p| panel.of(p)[0]).collect(),
        })
    };
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let margin = ((high - low) * 0.05).max(0.005);
    match panel {
        Panel::Gain => {
            let range = (if low < 0.0 { low - margin } else { 0.0 })..high + margin;
            Axis { label: |language, x| language.change(x), ..Axis::new("", range) }
        }
        Panel::Decides | Panel::Power => Axis::percent("", 0.0..(high + margin).min(1.0)),
    }
}

fn mark(frame: &Frame, plot: &Plot, y: f64, panel: Panel, party: &PartyRow<'_>, height: f64) {
    let canvas = &frame.canvas;
    let [Some(at), low, high] = panel.of(party) else { return };
    let (mark, colour) = party.bloc.map_or((Mark::Ring, INK), category);
    if let Some((low, high)) = low.zip(high) {
        canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 10.0, colour);
    }
    let radius = (height * 0.3).min(canvas.em * 0.28);
    let tip = format!("{} {}", party.title, canvas.language.point(at));
    canvas.with_tooltip(&tip, || {
        canvas.group("party", || canvas.mark(mark, (plot.across(at), y), radius, colour))
    });
}

/// Draws the range of those that have no row of their own.
fn span(frame: &Frame, plot: &Plot, y: f64, panel: Panel, those: &[PartyRow<'_>]) {
    let values = || those.iter().filter_map(|p| panel.of(p)[0]);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    if low <= high {
        let ends = [(plot.across(low), y), (plot.across(high), y)];
        frame.canvas.group("between", || frame.canvas.line(&ends, frame.canvas.em / 4.0, GREY));
    }
}

fn data(parties: &[PartyRow<'_>]) -> Data {
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
                figure(p.power.map(|p| p.0)),
                figure(p.power.map(|p| p.1)),
            ]
            .into_iter()
            .chain([gain.mean, gain.low, gain.high, p.pivotal.rate].map(figure))
            .chain([p.pivotal.low, p.pivotal.high].map(figure)),
        );
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For one mean nothing changes; for 38 of a large sample the factor is Φ⁻¹(1 − .025/38)/Φ⁻¹(.975) = 3.2130/1.9600.
    #[test]
    fn intervals_of_many_parties_hold_together() {
        let mean = Mean { n: 1_000_000, mean: Some(0.5), low: Some(0.4), high: Some(0.6) };
        let (low, high) = simultaneous(&mean, 1);
        assert!((low - 0.4).abs() < 1e-12 && (high - 0.6).abs() < 1e-12);
        let z = crate::random::normal_quantile(1.0 - 0.025 / 38.0) / crate::random::normal_quantile(0.975);
        assert!((simultaneous(&mean, 38).1 - (0.5 + 0.1 * z)).abs() < 1e-5);
        let one = Mean { n: 1, mean: Some(0.5), low: None, high: None };
        assert_eq!(simultaneous(&one, 3), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
