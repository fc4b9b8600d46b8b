//! The output of `robustness`: how far the answer moves with choices that nobody can defend, what moves it, and what stays.

use super::{
    figures, identity, names,
    screen::Screen,
    statement::{Figure, Sample},
    table::{Align, Table, clip},
};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::{
        choices::{ChoiceSet, SHARE, SURVEYED, Survival},
        levers::{Lever, LeverSource, SignStatus},
        robustness::{ChoiceEffect, Robustness},
        statistics::Mean,
    },
};

/// So many of the choices that move depth most are named.
const NAMED: usize = 2;
/// The longest question of a lever.
const LONGEST: usize = 52;

/// The answer, then figures, choices and findings, a table each.
pub fn render(scenario: &Scenario, found: &Robustness, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&identity::title(language, scenario), "");
    for text in sentences(found, language) {
        out.push_str(&screen.paragraph(&text));
    }
    let findings = findings(scenario, found, screen);
    let tables = [
        found.summary.choices.is_some().then(|| figures_table(found, language)),
        choices_table(found, language),
        (!findings.is_empty()).then(|| findings_table(&findings, language)),
    ];
    for table in tables.iter().flatten() {
        out.push('\n');
        out.push_str(&screen.table(table));
    }
    out.push('\n');
    for text in legend(found, language) {
        out.push_str(&screen.paragraph(&text));
    }
    out + &screen.paragraph(&design(scenario, found, language))
}

/// How far figures move, what moves depth, and which findings hold.
fn sentences(found: &Robustness, language: Language) -> Vec<String> {
    let summary = &found.summary;
    let Some(choices) = &summary.choices else {
        return vec![say!(language, "robustness-interrupted")];
    };
    if choices.variants == 1 {
        return vec![say!(language, "robustness-idle")];
    }
    let figure = |name: &str, at: Option<f64>, write: fn(Language, f64) -> String| {
        let (at, range) = (at?, choices.range(name)?);
        let [low, at, high] = [range.low, at, range.high].map(|x| write(language, x));
        let spread = if low == high { "no" } else { "yes" };
        Some(say!(
            language,
            "robustness-figure",
            figure = name,
            spread = spread,
            at = at,
            low = low,
            high = high
        ))
    };
    let point = |language: Language, x: f64| language.point(x);
    let percent = |language: Language, x: f64| language.percent(x);
    let ranges = [
        figure("adopted", summary.adopted.rate, percent),
        figure("depth", summary.depth.adopted.mean, point),
        figure("lcd_index", summary.lcd_index.mean, point),
        figure("lcd", summary.lcd.rate, percent),
    ];
    let ranges: Vec<String> = ranges.into_iter().flatten().collect();
    let first = say!(
        language,
        "robustness-ranges",
        variants = choices.variants,
        figures = language.list(&ranges, ranges.len())
    );
    std::iter::once(first).chain(movers(&found.effects, language)).chain(held(found, language)).collect()
}

/// Which choices move depth most; none where no depth is measured.
fn movers(effects: &[ChoiceEffect], language: Language) -> Option<String> {
    let changes = effects.iter().filter_map(|e| Some((e, e.change("realised_depth")?)));
    let mut told: Vec<(&ChoiceEffect, &Mean)> = changes.clone().filter(|(_, c)| is_told(c)).collect();
    let all = changes.count();
    if all == 0 {
        return None;
    }
    let size = |mean: &Mean| mean.mean.unwrap_or(0.0).abs();
    told.sort_by(|a, b| size(b.1).total_cmp(&size(a.1)));
    let named = told.iter().take(NAMED).map(|(effect, change)| {
        let change = change_of(change, language);
        say!(language, "robustness-mover", choice = choice(&effect.name, language), change = change)
    });
    let named: Vec<String> = named.collect();
    Some(say!(
        language,
        "robustness-movers",
        some = if named.is_empty() { "no" } else { "yes" },
        movers = language.list(&named, NAMED),
        open = all - told.len(),
        n = all
    ))
}

/// How many findings keep their sign.
fn held(found: &Robustness, language: Language) -> Option<String> {
    let told = survivals(found).filter(|s| s.is_clear);
    let (all, kept) = told.fold((0_u64, 0_u64), |(all, kept), s| (all + 1, kept + u64::from(s.is_finding())));
    (all > 0).then(|| {
        let share = language.percent(SHARE);
        say!(language, "robustness-held", all = all, kept = kept, share = share)
    })
}

fn survivals(found: &Robustness) -> impl Iterator<Item = &Survival> {
    let shares = found.responsibility.iter().map(|held| &held.survival);
    shares.chain(levers(found).filter_map(|(_, _, survival)| survival))
}

/// The levers whose effect is told, with its change and what becomes of it.
fn levers(found: &Robustness) -> impl Iterator<Item = (&Lever, &Mean, Option<&Survival>)> {
    let pulled = found.levers.iter();
    pulled.flat_map(|pulled| {
        let told =
            pulled.levers.iter().filter(|l| l.source != LeverSource::Base && l.standing == SignStatus::Told);
        told.filter_map(|lever| {
            let effect = lever.effect(&pulled.by)?;
            Some((lever, &effect.change, effect.survival.as_ref()))
        })
    })
}

/// Whether a change's interval leaves out 0.
fn is_told(change: &Mean) -> bool {
    change.low.is_some_and(|low| low > 0.0) || change.high.is_some_and(|high| high < 0.0)
}

/// The figures of the headline: as they are, how sure of their own model, and over the choices.
fn figures_table(found: &Robustness, language: Language) -> Table {
    let head = |what: &str| say!(language, "robustness-column", what = what);
    let heads = ["figure", "base", "sampling", "least", "greatest", "at-least", "at-greatest"].map(head);
    let align =
        [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left, Align::Left];
    let mut table = Table::new(heads.iter().map(String::as_str).zip(align)).giving_up([6, 5]);
    let Some(choices) = &found.summary.choices else { return table };
    for (name, figure) in shown(found) {
        let Some(range) = choices.range(name) else { continue };
        let is_rate = !matches!(name, "lcd_index" | "depth" | "guaranteed");
        let write = |x: f64| if is_rate { language.percent(x) } else { language.point(x) };
        let under = |end: f64| {
            let at = choices.of(name).find(|(_, value)| *value == Some(end));
            at.map_or_else(String::new, |(variant, _)| choice(variant, language))
        };
        let sampling = figure.interval.filter(|[low, high]| low < high).map(|ends| ends.map(write));
        table.row([
            say!(language, "robustness-name", figure = name),
            write(figure.value),
            sampling.map_or_else(String::new, |[low, high]| {
                say!(language, "answer-range", low = low, high = high)
            }),
            write(range.low),
            write(range.high),
            under(range.low),
            under(range.high),
        ]);
    }
    table
}

/// The figures that are defined in the run.
fn shown(found: &Robustness) -> Vec<(&'static str, Figure)> {
    let s = &found.summary;
    let sample = Sample::of(s);
    let figure = |name| match name {
        "adopted" => Figure::share(&s.adopted),
        "lcd" => Figure::share(&s.lcd),
        "lcd_in_substance" => Figure::share(&s.lcd_in_substance),
        "lcd_index" => Figure::mean(&s.lcd_index, sample),
        "depth" => Figure::mean(&s.depth.adopted, sample),
        "guaranteed" => Figure::mean(&s.depth.guaranteed, sample),
        _ => None,
    };
    SURVEYED.iter().filter_map(|surveyed| Some((surveyed.name, figure(surveyed.name)?))).collect()
}

/// What each choice changes by itself; none where none changes anything.
fn choices_table(found: &Robustness, language: Language) -> Option<Table> {
    let head = |what: &str| say!(language, "robustness-column", what = what);
    // What no run does otherwise under any choice takes no column.
    let moves = |name: &&str| {
        found.effects.iter().any(|e| e.change(name).is_some_and(|c| c.mean.is_some_and(|x| x != 0.0)))
    };
    let order = ["realised_depth", "lcd_index", "lcd_in_substance", "lcd", "adopted", "guaranteed_depth"];
    let shown: Vec<&str> = order.into_iter().filter(moves).collect();
    if shown.is_empty() {
        return None;
    }
    let heads: Vec<String> = std::iter::once(head("choice"))
        .chain(shown.iter().map(|name| say!(language, "robustness-moved", measure = *name)))
        .collect();
    let align = std::iter::once(Align::Left).chain(std::iter::repeat(Align::Right));
    let mut table = Table::new(heads.iter().map(String::as_str).zip(align));
    for effect in &found.effects {
        let change = |name: &&str| match effect.change(name) {
            Some(change) if is_told(change) => half_width(change, super::estimate::is_rate(name), language),
            Some(change) if change.low == Some(0.0) && change.high == Some(0.0) => "0".to_owned(),
            Some(change) if change.mean.is_some() => say!(language, "robustness-open"),
            _ => String::new(),
        };
        table.row(std::iter::once(choice(&effect.name, language)).chain(shown.iter().map(change)));
    }
    Some(table)
}

/// "+.031 ± .004"; in percentage points of a share.
fn half_width(change: &Mean, is_rate: bool, language: Language) -> String {
    let half = change.half_width();
    if is_rate {
        let points = |x: Option<f64>, sign: bool| match (x, sign) {
            (Some(x), true) => language.decimal(&format!("{:+.0}", 100.0 * x)),
            (Some(x), false) => format!("{:.0}", (100.0 * x).max(1.0)),
            (None, _) => String::new(),
        };
        return format!("{} ± {}", points(change.mean, true), points(half, false));
    }
    format!("{} ± {}", language.change_to(3, change.mean), language.point_to(3, half.map(|x| x.max(0.001))))
}

/// A change of depth with both ends of its interval.
fn change_of(change: &Mean, language: Language) -> String {
    Figure::mean(change, Sample::Runs(change.n))
        .map_or_else(String::new, |figure| figures::change(language, &figure))
}

/// A finding: what is said, the change of depth that it is about, from where to where that goes, and whether it keeps its sign.
struct Finding<'f> {
    says: String,
    change: f64,
    range: Option<[f64; 2]>,
    survival: &'f Survival,
}

/// Those told in the case as it is: who holds depth down, then the levers.
fn findings<'f>(scenario: &Scenario, found: &'f Robustness, screen: Screen) -> Vec<Finding<'f>> {
    let language = screen.language;
    let longest = if screen.is_whole() { usize::MAX } else { LONGEST };
    let told = found.responsibility.iter().filter(|held| held.survival.is_clear);
    let shares = told.filter_map(|held| {
        let (share, survival) = (held.share.responsibility.mean?, &held.survival);
        let who = match &held.share.name {
            Some(name) => scenario.title_of(name).to_owned(),
            None => say!(language, "answer-others", n = held.share.countries),
        };
        let way = if share > 0.0 { "down" } else { "up" };
        let many = if held.share.countries > 1 && held.share.name.is_none() { "yes" } else { "no" };
        let says = say!(language, "robustness-share", who = who, way = way, many = many);
        // What a player answers for is taken from depth.
        let range = survival.range.map(|r| [-r.high, -r.low]);
        Some(Finding { says, change: -share, range, survival })
    });
    let levers = levers(found).filter_map(|(lever, change, survival)| {
        let (says, survival) = (clip(&lever.asks_in(language), longest), survival?);
        let range = survival.range.map(|r| [r.low, r.high]);
        Some(Finding { says, change: change.mean?, range, survival })
    });
    shares.chain(levers).collect()
}

fn findings_table(findings: &[Finding<'_>], language: Language) -> Table {
    let head = |what: &str| say!(language, "robustness-column", what = what);
    let heads = ["finding", "change", "held", "range"].map(head);
    let align = [Align::Left, Align::Right, Align::Right, Align::Right];
    let mut table = Table::new(heads.iter().map(String::as_str).zip(align));
    for Finding { says, change, range, survival } in findings {
        let range = range.map(|ends| ends.map(|x| language.change_to(3, x)));
        table.row([
            says.clone(),
            language.change_to(3, *change),
            say!(language, "robustness-holds", holds = survival.holds, of = survival.choices),
            range.map_or_else(String::new, |[low, high]| {
                say!(language, "answer-range-signed", low = low, high = high)
            }),
        ]);
    }
    table
}

/// A choice and its value, or a mix, in this language.
fn choice(name: &str, language: Language) -> String {
    match name.split_once(": ") {
        _ if name == "as it is" => say!(language, "robustness-as-it-is"),
        Some((choice, value)) => {
            say!(language, "robustness-choice", choice = names::choice(language, choice), value = value)
        }
        None => match name.strip_prefix("mix ") {
            Some(number) => say!(language, "robustness-mix", number = number),
            None => name.to_owned(),
        },
    }
}

/// How to read the tables, and what the case does not have.
fn legend(found: &Robustness, language: Language) -> Vec<String> {
    let Some(choices) = &found.summary.choices else { return Vec::new() };
    let mut out = Vec::new();
    if choices.variants > 1 {
        out.push(say!(language, "robustness-legend"));
    }
    let idle: Vec<String> = choices.left_out.iter().map(|l| names::choice(language, &l.choice)).collect();
    if !idle.is_empty() {
        out.push(say!(language, "robustness-left-out", choices = language.list(&idle, idle.len())));
    }
    if found.levers.is_some() && !found.responsibility.is_empty() {
        out.push(say!(language, "robustness-findings"));
    }
    out
}

fn design(scenario: &Scenario, found: &Robustness, language: Language) -> String {
    let s = &found.summary;
    let (variants, each) = s.choices.as_ref().map_or((1, 0), |c| (c.variants, c.replicates));
    let mixes = s.choices.as_ref().is_some_and(|c| c.set == ChoiceSet::All);
    say!(
        language,
        "robustness-design",
        n = s.replicates,
        variants = variants,
        each = each,
        mixes = if mixes { "yes" } else { "no" },
        seed = s.seed.to_string(),
        hash = scenario.hash(),
        version = env!("CARGO_PKG_VERSION")
    )
}
