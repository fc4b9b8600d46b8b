//! Voting power against votes: what each member's say in the rule is worth, beside its share of what the rule counts.
//!
//! Power is the Shapley–Shubik index φ, and the Banzhaf index β, normalised ([`crate::benchmark::power`]): exact, or, where
//! swings are too many to count, φ from random orders. Members whom the rule treats alike are one row. Of random orders each
//! has one pivot, so that of m members alike φ is a share of the orders divided by m; the intervals hold together (Bonferroni).

use std::collections::BTreeMap;

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, VERMILION, faint},
        rows::LabelledRows,
    },
    sourced, words,
};
use crate::{
    analysis::Voting,
    language::Language,
    say,
    scenario::Scenario,
    study::statistics::Rate,
    voting::{DecisionRule, Unit, VotingWeight},
};

/// Members whom the rule treats alike.
struct PowerGroup {
    names: Vec<String>,
    /// A member's share of what the rule counts.
    share: f64,
    /// A member's φ, and the ends of its interval; the same where it is exact.
    power: [f64; 3],
    /// A member's normalised β; none where power is estimated.
    banzhaf: Option<f64>,
}

impl PowerGroup {
    #[allow(clippy::cast_precision_loss)] // a few thousand members
    fn of_all(&self, each: f64) -> f64 {
        each * self.names.len() as f64
    }
}

/// The power of a rule's members.
struct RulePower {
    voting: Voting,
    unit: Unit,
    groups: Vec<PowerGroup>,
    draws: Option<u64>,
    /// Whether it decides alone, follows another, or is followed by one in which all are equal.
    stage: &'static str,
}

/// Draws the picture.
pub fn draw(scenario: &Scenario, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let found = decisive_rule(scenario)?;
    let groups = &found.groups;
    let title = title(language, scenario, &found);
    let reading = say!(
        language,
        "pictures-power-reading",
        stage = found.stage,
        unit = unit_name(found.unit),
        rows = groups.len(),
        members = found.voting.members,
        draws = found.draws.unwrap_or(0)
    );
    let caption = sourced::of_rule(scenario, title, reading);
    let mut frame = Frame::new(wanted, caption);
    let says =
        |what: &str| say!(language, "pictures-power-legend", what = what, unit = unit_name(found.unit));
    let mut entries = vec![
        LegendEntry::new(LegendKey::Patch(0.35), GREY, says("share")),
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, says("shapley")),
    ];
    if groups.iter().any(|g| g.banzhaf.is_some()) {
        entries.push(LegendEntry::new(LegendKey::Mark(Mark::Ring), VERMILION, says("banzhaf")));
    }
    frame.legend(&entries);
    draw_groups(&frame, scenario, &found, language);
    let alt: Vec<String> = groups
        .iter()
        .take(8)
        .map(|g| {
            let (name, power) = (label(language, scenario, g), power(language, g));
            say!(language, "list-named", name = name, what = power)
        })
        .collect();
    let alt = say!(language, "list-sentences", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(groups)))
}

/// The rule that tells members apart: the first, unless it gives all the same power and another follows.
fn decisive_rule(scenario: &Scenario) -> Result<RulePower, NothingToDraw> {
    let (rule, fallback) = scenario.rule.compile();
    let stage = if fallback.is_some() { "first" } else { "only" };
    let first = rule_power(scenario, &rule, stage);
    match (first, fallback) {
        (Ok(first), Some(vote)) if first.groups.len() == 1 => {
            Ok(rule_power(scenario, &vote.rule, "after").unwrap_or(first))
        }
        (first, _) => first,
    }
}

fn rule_power(
    scenario: &Scenario,
    rule: &DecisionRule,
    stage: &'static str,
) -> Result<RulePower, NothingToDraw> {
    let voting = Voting::under(scenario, rule);
    let weights: BTreeMap<&str, VotingWeight> =
        scenario.countries.names().zip(scenario.voting_weights(rule)).collect();
    let unit = unit(rule, weights.values());
    #[allow(clippy::cast_precision_loss)] // shares
    let total = weights.values().filter(|w| !w.opted_out).map(|w| count(w, unit)).sum::<u64>().max(1) as f64;
    #[allow(clippy::cast_precision_loss)]
    let share = |name: &str| weights.get(name).map_or(0.0, |w| count(w, unit) as f64 / total);
    let mut groups = match &voting.sampled {
        Some(sampled) => {
            // Members alike in everything that the rule can see.
            let mut alike: Vec<(VotingWeight, Vec<String>, u64)> = Vec::new();
            for member in &sampled.members {
                let Some(weight) = weights.get(member.name.as_str()) else { continue };
                let pivots = member.shapley_shubik.count;
                match alike.iter_mut().find(|(same, ..)| same == weight) {
                    Some((_, names, sum)) => {
                        names.push(member.name.clone());
                        *sum += pivots;
                    }
                    None => alike.push((*weight, vec![member.name.clone()], pivots)),
                }
            }
            let alpha = 0.05 / alike.len().max(1) as f64;
            let draws = sampled.power_to_act.of;
            let group = |(_, names, pivots): (VotingWeight, Vec<String>, u64)| {
                let Rate { rate, low, high, .. } = Rate::at(pivots, draws, alpha);
                #[allow(clippy::cast_precision_loss)] // a few thousand members
                let each = [rate.unwrap_or(0.0), low, high].map(|x| x / names.len() as f64);
                PowerGroup { share: share(&names[0]), power: each, banzhaf: None, names }
            };
            alike.into_iter().map(group).collect()
        }
        None => exact_groups(&voting, share),
    };
    if groups.is_empty() {
        return Err(match &voting.not_counted {
            Some(why) => NothingToDraw::of_power(why),
            None => NothingToDraw::because("no-votes"),
        });
    }
    groups.sort_by(|a, b| b.power[0].total_cmp(&a.power[0]).then(b.share.total_cmp(&a.share)));
    let draws = voting.sampled.as_ref().map(|s| s.power_to_act.of);
    Ok(RulePower { voting, unit, groups, draws, stage })
}

/// Members of the same share and power, which are known exactly.
fn exact_groups(voting: &Voting, share: impl Fn(&str) -> f64) -> Vec<PowerGroup> {
    let mut groups: Vec<PowerGroup> = Vec::new();
    for member in &voting.power {
        let (share, phi, beta) = (share(&member.name), member.shapley_shubik, member.banzhaf);
        let same = |g: &&mut PowerGroup| (g.share, g.power[0], g.banzhaf) == (share, phi, Some(beta));
        match groups.iter_mut().find(same) {
            Some(group) => group.names.push(member.name.clone()),
            None => groups.push(PowerGroup {
                names: vec![member.name.clone()],
                share,
                power: [phi; 3],
                banzhaf: Some(beta),
            }),
        }
    }
    groups
}

/// What the rule counts: the first unit of its tests in which members differ, else heads.
fn unit<'w>(rule: &DecisionRule, weights: impl Iterator<Item = &'w VotingWeight> + Clone) -> Unit {
    let differs = |unit: &Unit| {
        let mut counts = weights.clone().filter(|w| w.heads > 0).map(|w| count(w, *unit));
        let first = counts.next();
        counts.any(|n| Some(n) != first)
    };
    rule.tests.iter().map(|test| test.unit).find(differs).unwrap_or(Unit::Heads)
}

fn count(weight: &VotingWeight, unit: Unit) -> u64 {
    match unit {
        Unit::Heads => weight.heads,
        Unit::Population => weight.population,
        Unit::Weight => weight.weight,
        Unit::Materiality => weight.materiality,
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Heads => "heads",
        Unit::Population => "population",
        Unit::Weight => "votes",
        Unit::Materiality => "materiality",
    }
}

/// The finding: whose power most exceeds its share.
fn title(language: Language, scenario: &Scenario, found: &RulePower) -> String {
    let groups = &found.groups;
    let excess = |g: &PowerGroup| g.of_all(g.power[0] - g.share);
    let told = |g: &&PowerGroup| g.power[1] > g.share && excess(g) >= 0.005;
    let of_each = |g: &PowerGroup| g.power[0] - g.share;
    let most = groups.iter().filter(told).max_by(|a, b| of_each(a).total_cmp(&of_each(b)));
    let (kind, group) = match most {
        _ if groups.len() == 1 => ("equal", &groups[0]),
        Some(group) => ("more", group),
        None => ("proportional", &groups[0]),
    };
    let many = group.names.len();
    let power = interval(language, group.power.map(|x| group.of_all(x)));
    say!(
        language,
        "pictures-power-title",
        kind = kind,
        who = who(language, scenario, group, 2),
        many = many,
        power = power,
        share = interval(language, [group.of_all(group.share); 3]),
        unit = unit_name(found.unit),
        members = found.voting.members,
        veto = if found.voting.blockers.len() == found.voting.members { "yes" } else { "no" }
    )
}

/// A share with its interval where it is estimated: "19.6 %", "4.1 % (3.9–4.4)".
fn interval(language: Language, [at, low, high]: [f64; 3]) -> String {
    let percent = say!(language, "number-percent", number = hundredths(at));
    if low == high {
        return percent;
    }
    let (low, high) = (hundredths(low), hundredths(high));
    say!(language, "pictures-estimate", at = percent, low = low, high = high, signed = "no")
}

/// A share in hundredths, with one decimal, or two below one: "19.6", "0.19".
fn hundredths(x: f64) -> String {
    let hundred = 100.0 * x;
    let text = if hundred < 0.95 { format!("{hundred:.2}") } else { format!("{hundred:.1}") };
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn power(language: Language, group: &PowerGroup) -> String {
    interval(language, group.power)
}

fn who(language: Language, scenario: &Scenario, group: &PowerGroup, most: usize) -> String {
    let titles: Vec<&str> = group.names.iter().map(|name| scenario.title_of(name)).collect();
    language.list(&titles, most)
}

fn label(language: Language, scenario: &Scenario, group: &PowerGroup) -> String {
    let who = who(language, scenario, group, 3);
    say!(language, "pictures-power-group", many = group.names.len(), who = who)
}

fn draw_groups(frame: &Frame, scenario: &Scenario, found: &RulePower, language: Language) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let foot = Plot::foot(canvas, true) + size * 1.3;
    let rows = LabelledRows::capacity(canvas, frame.body.h - foot);
    let groups = &found.groups[..found.groups.len().min(rows)];
    let values: Vec<String> = groups.iter().map(|g| power(language, g)).collect();
    let widest = values.iter().map(|v| font::width(v, size)).fold(0.0, f64::max);
    let outer = frame.body.inset(0.0, 0.0, widest + size * 0.8, foot);
    let labels: Vec<String> = groups.iter().map(|g| label(language, scenario, g)).collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.4);
    let ends = |g: &PowerGroup| g.power[2].max(g.share).max(g.banzhaf.unwrap_or(0.0));
    let most = groups.iter().map(ends).fold(0.0, f64::max);
    let axis = Axis::percent(say!(language, "pictures-power-axis"), 0.0..(most * 1.06).max(1e-6));
    let plot = Plot::along(canvas, grid.inner, axis);
    for (k, group) in groups.iter().enumerate() {
        let y = grid.middle(k);
        let h = (grid.height * 0.55).min(size * 1.8);
        let share = Rect { x: plot.inner.x, y: y - h / 2.0, w: plot.across(group.share) - plot.inner.x, h };
        canvas.group("share", || canvas.fill(share, faint(GREY, 0.35)));
        let [at, low, high] = group.power;
        if low < high {
            canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 9.0, INK);
        }
        if let Some(banzhaf) = group.banzhaf {
            let ring = (plot.across(banzhaf), y);
            canvas.group("banzhaf", || canvas.mark(Mark::Ring, ring, canvas.em * 0.34, VERMILION));
        }
        canvas.group("power", || canvas.mark(Mark::Disc, (plot.across(at), y), canvas.em * 0.24, BLUE));
        canvas.text(&values[k], (frame.body.right() - widest, y), Side::Start, size, INK);
    }
    let left_out: usize = found.groups[groups.len()..].iter().map(|g| g.names.len()).sum();
    if let Some(next) = found.groups.get(groups.len()) {
        let below = language.percent(next.power[2]);
        let note = say!(language, "pictures-power-others", n = left_out, below = below);
        let note = font::clip(&note, size, frame.body.w);
        canvas.text(&note, (frame.body.x, frame.body.bottom() - size * 0.5), Side::Start, size, INK);
    }
}

fn data(groups: &[PowerGroup]) -> Data {
    let mut data = Data::new([
        "member",
        "share",
        "shapley_shubik",
        "shapley_shubik_low",
        "shapley_shubik_high",
        "banzhaf",
        "alike",
    ]);
    for group in groups {
        for name in &group.names {
            let numbers = [group.share].into_iter().chain(group.power).map(figure);
            let rest = [figure(group.banzhaf), group.names.len().to_string()];
            data.row(std::iter::once(name.clone()).chain(numbers).chain(rest));
        }
    }
    data
}
