//! Who holds the text down: from the depth of the draft, step by step, to that of what holds afterwards.
//!
//! A waterfall of the Shapley values of [`crate::study::responsibility`], which add up to v(∅) − v(N) exactly. Players whose
//! whole interval lies within the threshold are one step together; its interval is the sum of theirs, which hold together.

use plotters::style::RGBColor;

use super::{
    ChartCase, ChartOptions, ChartResult, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey, hatch},
        palette::{BLUE, GREY, INK, MUTED, VERMILION, faint},
        rows::LabelledRows,
    },
    sourced::{change, estimate, negated},
};
use crate::{
    language::Language,
    say,
    study::{
        identity::Runs,
        responsibility::{PlayerShare, Responsibility, Verdict},
        statistics::Mean,
    },
};

/// What can be told of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// It holds depth down: the whole interval lies above 0.
    Down,
    /// It pulls depth up.
    Up,
    /// It is exactly nothing.
    Nothing,
    /// It cannot be told from 0.
    Open,
}

impl Told {
    fn of(share: &Mean) -> Self {
        match (share.low, share.high) {
            (Some(low), _) if low > 0.0 => Self::Down,
            (_, Some(high)) if high < 0.0 => Self::Up,
            (Some(low), Some(high)) if low == high => Self::Nothing,
            _ => Self::Open,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Down => "holds down",
            Self::Up => "pulls up",
            Self::Nothing => "nothing",
            Self::Open => "cannot be told from 0",
        }
    }
}

/// A step of the waterfall.
struct Step<'r> {
    label: String,
    players: Vec<&'r PlayerShare>,
    share: Mean,
    /// Depth before and after.
    from: f64,
    to: f64,
}

impl Step<'_> {
    fn told(&self) -> Told {
        Told::of(&self.share)
    }
}

/// Draws the picture.
pub fn draw(case: &ChartCase<'_>, found: Option<&Responsibility>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let Some(found) = found else {
        return Err(NothingToDraw::because("no-ambition"));
    };
    let (Some(draft), Some(realised)) = (found.draft.mean, found.realised.mean) else {
        return Err(NothingToDraw::because("no-run"));
    };
    let steps = steps(language, found, draft);
    let title = title(language, found);
    let mut frame =
        Frame::new(wanted, case.caption_of(Runs::All(found.draft.n), title, reading(language, found)));
    frame.legend(&legend(language, &steps));
    waterfall(&frame, language, &steps, [draft, realised]);
    let alt: Vec<String> = steps
        .iter()
        .map(|s| {
            let share = change(language, &negated(&s.share));
            say!(language, "list-named", name = s.label.as_str(), what = share)
        })
        .collect();
    let alt = say!(
        language,
        "pictures-responsibility-alt",
        draft = language.point(draft),
        realised = language.point(realised),
        steps = alt.join("; ")
    );
    Ok(frame.finish(&alt, data(found, &steps)))
}

/// The finding in one line.
fn title(language: Language, found: &Responsibility) -> String {
    let threshold = language.point(found.threshold);
    let who = |players: Vec<&PlayerShare>| {
        let named: Vec<String> = players
            .iter()
            .map(|p| {
                let is_up = Told::of(&p.responsibility) == Told::Up;
                let share = if is_up { negated(&p.responsibility) } else { p.responsibility };
                let (who, by) = (player(language, p), estimate(language, &share));
                let way = if is_up { "up" } else { "down" };
                say!(language, "pictures-responsibility-by", who = who, by = by, way = way)
            })
            .collect();
        language.list(&named, 3)
    };
    let of = |told| found.players.iter().filter(move |p| Told::of(&p.responsibility) == told);
    let holders: Vec<&PlayerShare> =
        found.players.iter().filter(|p| p.verdict == Verdict::HoldsDown).collect();
    let risers: Vec<&PlayerShare> =
        of(Told::Up).filter(|p| p.responsibility.high.is_some_and(|high| high <= -found.threshold)).collect();
    let unclear = || found.players.iter().filter(|p| p.verdict == Verdict::CannotTell);
    let (kind, who) = match () {
        () if !holders.is_empty() => ("down", who(holders)),
        () if found.players.iter().all(|p| Told::of(&p.responsibility) == Told::Nothing) => {
            ("nothing", String::new())
        }
        () if found.draft.n < 2 => ("one", String::new()),
        () if unclear().next().is_some() => ("open", who(unclear().take(1).collect())),
        () if !risers.is_empty() => ("up", who(risers.into_iter().rev().collect())),
        () => ("nobody", String::new()),
    };
    say!(language, "pictures-responsibility-title", kind = kind, who = who, threshold = threshold)
}

fn reading(language: Language, found: &Responsibility) -> String {
    let open = found.players.iter().filter(|p| Told::of(&p.responsibility) == Told::Open).count();
    say!(
        language,
        "pictures-responsibility-reading",
        runs = found.draft.n,
        open = open,
        of = found.players.len(),
        sum = language.change(found.realised.mean.zip(found.draft.mean).map(|(to, from)| to - from))
    )
}

/// How a player is called.
fn player(language: Language, share: &PlayerShare) -> String {
    match share.name {
        Some(_) => share.title.clone(),
        None => say!(language, "pictures-responsibility-pooled", countries = share.countries),
    }
}

/// The steps from the draft down: each player's, the small ones' together after them.
fn steps<'r>(language: Language, found: &'r Responsibility, draft: f64) -> Vec<Step<'r>> {
    let is_small = |p: &&PlayerShare| {
        let within = |end: Option<f64>| end.is_some_and(|x| x.abs() < found.threshold);
        // Several that are pooled may be small together, and great each.
        p.name.is_some() && within(p.responsibility.low) && within(p.responsibility.high)
    };
    let (mut small, mut alone): (Vec<_>, Vec<_>) = found.players.iter().partition(is_small);
    if small.len() == 1 {
        alone.append(&mut small);
    }
    let mut groups: Vec<(String, Vec<&PlayerShare>)> =
        alone.into_iter().map(|p| (player(language, p), vec![p])).collect();
    if !small.is_empty() {
        let label = say!(
            language,
            "pictures-responsibility-small",
            whole = if groups.is_empty() { "yes" } else { "no" },
            players = small.len(),
            countries = small.iter().map(|p| p.countries).sum::<usize>(),
            threshold = language.point(found.threshold)
        );
        groups.push((label, small));
    }
    let mut from = draft;
    let step = |(label, players): (String, Vec<&'r PlayerShare>)| {
        let share = sum(&players);
        let to = from - share.mean.unwrap_or(0.0);
        let step = Step { label, players, share, from, to };
        from = to;
        step
    };
    groups.into_iter().map(step).collect()
}

/// The responsibility of several players together.
fn sum(players: &[&PlayerShare]) -> Mean {
    let total = |of: fn(&Mean) -> Option<f64>| players.iter().map(|p| of(&p.responsibility)).sum();
    Mean {
        n: players.first().map_or(0, |p| p.responsibility.n),
        mean: total(|m| m.mean),
        low: total(|m| m.low),
        high: total(|m| m.high),
    }
}

fn legend(language: Language, steps: &[Step<'_>]) -> Vec<LegendEntry> {
    let with = |told| steps.iter().any(|s| s.told() == told);
    let solid = LegendKey::Patch(1.0);
    [
        (true, solid, GREY, "depth"),
        (with(Told::Down), solid, VERMILION, "down"),
        (with(Told::Up), solid, BLUE, "up"),
        (with(Told::Open), LegendKey::Hatched, MUTED, "open"),
        (steps.iter().any(|s| s.share.low < s.share.high), LegendKey::Line, INK, "interval"),
    ]
    .into_iter()
    .filter(|(is_there, ..)| *is_there)
    .map(|(_, key, colour, what)| {
        LegendEntry::new(key, colour, say!(language, "pictures-responsibility-legend", what = what))
    })
    .collect()
}

fn colour(told: Told) -> RGBColor {
    match told {
        Told::Down => VERMILION,
        Told::Up => BLUE,
        Told::Nothing | Told::Open => MUTED,
    }
}

fn waterfall(frame: &Frame, language: Language, steps: &[Step<'_>], [draft, realised]: [f64; 2]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let values: Vec<String> = std::iter::once(language.point(draft))
        .chain(steps.iter().map(|s| change(language, &negated(&s.share))))
        .chain([language.point(realised)])
        .collect();
    let widest = values.iter().map(|v| font::width(v, size)).fold(0.0, f64::max);
    let outer = frame.body.inset(0.0, 0.0, widest + size * 0.8, Plot::foot(canvas, true));
    let labels: Vec<String> = std::iter::once(say!(language, "pictures-responsibility-draft"))
        .chain(steps.iter().map(|s| s.label.clone()))
        .chain([say!(language, "pictures-responsibility-holds")])
        .collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.36);
    let ends = || steps.iter().flat_map(|s| [whisker(s).0, whisker(s).1, s.from, s.to]);
    let low = ends().fold(0.0, f64::min).min(realised).max(-1.0);
    let high = ends().fold(draft.max(realised), f64::max);
    let axis = Axis::new(say!(language, "pictures-depth-axis"), low..(high * 1.04).max(0.05));
    let plot = Plot::along(canvas, grid.inner, axis);
    let bar = |k: usize, a: f64, b: f64| {
        let (left, right) = (plot.across(a.min(b)), plot.across(a.max(b)));
        let h = (grid.height * 0.62).min(size * 2.4);
        Rect { x: left, y: grid.middle(k) - h / 2.0, w: (right - left).max(size * 0.08), h }
    };
    let last = steps.len() + 1;
    for (k, depth) in [(0, draft), (last, realised)] {
        canvas.group("depth", || canvas.fill(bar(k, 0.0, depth), GREY));
    }
    let foot = |k: usize, a: f64| bar(k, a, a).bottom();
    let connect = |k: usize, at: f64| {
        let x = plot.across(at);
        canvas.line(&[(x, foot(k, at)), (x, bar(k + 1, at, at).y)], canvas.em / 16.0, MUTED);
    };
    connect(0, draft);
    for (k, step) in (1..).zip(steps) {
        draw_step(canvas, &plot, step, bar(k, step.from, step.to));
        connect(k, step.to);
    }
    for (k, value) in values.iter().enumerate() {
        let at = (frame.body.right() - widest, grid.middle(k));
        canvas.text(value, at, Side::Start, size, INK);
    }
}

/// The interval of where a step ends.
fn whisker(step: &Step<'_>) -> (f64, f64) {
    let end = |share: Option<f64>| share.map_or(step.to, |share| step.from - share);
    (end(step.share.high), end(step.share.low))
}

fn draw_step(canvas: &Canvas, plot: &Plot, step: &Step<'_>, bar: Rect) {
    let (told, colour) = (step.told(), colour(step.told()));
    canvas.group("step", || match told {
        Told::Open => {
            canvas.fill(bar, faint(colour, 0.15));
            hatch(canvas, bar, colour);
            canvas.outline(bar, canvas.em / 20.0, colour);
        }
        _ => canvas.fill(bar, colour),
    });
    let (low, high) = whisker(step);
    if low < high {
        let (y, tick) = (bar.centre().1, bar.h * 0.18);
        let (left, right) = (plot.across(low), plot.across(high));
        canvas.group("interval", || {
            canvas.line(&[(left, y), (right, y)], canvas.em / 9.0, INK);
            for x in [left, right] {
                canvas.line(&[(x, y - tick), (x, y + tick)], canvas.em / 9.0, INK);
            }
        });
    }
}

fn data(found: &Responsibility, steps: &[Step<'_>]) -> Data {
    let mut data = Data::new([
        "step",
        "party",
        "countries",
        "responsibility",
        "low",
        "high",
        "from",
        "to",
        "told",
        "verdict",
    ]);
    let depth = |step: usize, what: &str, mean: &Mean| {
        let estimate = [mean.mean, mean.low, mean.high].map(figure);
        let start = [step.to_string(), what.to_owned(), String::new()].into_iter().chain(estimate);
        start.chain(["", "", "depth", ""].map(str::to_owned)).collect::<Vec<String>>()
    };
    data.row(depth(0, "draft", &found.draft));
    for (k, step) in (1..).zip(steps) {
        for p in &step.players {
            let Mean { mean, low, high, .. } = p.responsibility;
            let name = p.name.clone().unwrap_or_else(|| "all others".to_owned());
            let start = [k.to_string(), name, p.countries.to_string()];
            let told = Told::of(&p.responsibility).name();
            let verdict = match p.verdict {
                Verdict::HoldsDown => "at least the threshold",
                Verdict::DoesNot => "below the threshold",
                Verdict::CannotTell => "cannot be told",
            };
            data.row(
                start
                    .into_iter()
                    .chain([mean, low, high, Some(step.from), Some(step.to)].map(figure))
                    .chain([told, verdict].map(str::to_owned)),
            );
        }
    }
    data.row(depth(steps.len() + 1, "what holds", &found.realised));
    data
}
