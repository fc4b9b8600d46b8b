//! The table of levers that fits a screen: each lever that is told, with what it does to depth, LCD texts and adoption.

use super::{Group, change, group::idle, is_lowered, lift_of, measure, raced, survival, survival_of, under};
use crate::{
    language::Language,
    report::{
        screen::Screen,
        table::{Align, Table},
    },
    say,
    study::{
        comparison::COMPARED,
        estimate::Estimate,
        levers::{Effect, Pulled, SignStatus},
        statistics::Mean,
    },
};

/// The measures that are shown beside the one that ranks the levers, where nothing else was asked for.
const USUAL: [&str; 3] = ["realised_depth", "lcd", "adopted"];
/// Levers of no account that are named.
const NAMED: usize = 8;

/// The measures that are shown, the one that ranks the levers first; others only where some lever changes them.
fn shown(pulled: &Pulled) -> Vec<&str> {
    let (moved, _) = moved(pulled);
    moved
}

/// The measures that are asked for, those that some lever changes apart from those that none does.
fn moved(pulled: &Pulled) -> (Vec<&str>, Vec<&str>) {
    let effects = pulled.levers.first().map_or(&[][..], |lever| &lever.effects);
    let is_there = |name: &str| effects.iter().any(|e| e.measure == name);
    let is_usual = USUAL.iter().all(|name| is_there(name));
    let wanted = |name: &&str| if is_usual { USUAL.contains(name) || !COMPARED.contains(name) } else { true };
    let others = effects.iter().map(|e| e.measure.as_str()).filter(|name| *name != pulled.by).filter(wanted);
    let is_moved = |name: &&str| {
        let mut changes = pulled.levers.iter().filter_map(|lever| lever.change(name));
        *name == pulled.by || changes.any(|change| change != 0.0)
    };
    std::iter::once(pulled.by.as_str()).chain(others).partition(is_moved)
}

/// The levers whose change is told, the strongest lift first, with the case as it is among them.
pub fn table(pulled: &Pulled, groups: &[Group<'_>], screen: Screen) -> String {
    let language = screen.language;
    let shown = shown(pulled);
    let is_held = pulled.levers.iter().any(|l| survival_of(l, &pulled.by).is_some());
    let told: Vec<&Group<'_>> = groups.iter().filter(|group| group.is_told()).collect();
    if told.is_empty() {
        return String::new();
    }
    let mut columns = vec![
        (say!(language, "terminal-column-lever"), Align::Left),
        (say!(language, "terminal-column-asks"), Align::Left),
    ];
    columns.extend(
        shown.iter().map(|name| (say!(language, "terminal-measure-change", name = *name), Align::Right)),
    );
    if is_held {
        columns.push((say!(language, "terminal-column-over-choices"), Align::Right));
        columns.push((say!(language, "terminal-column-sign-holds"), Align::Left));
    }
    let last = 2 + shown.len();
    let mut table = Table::new(columns.iter().map(|(name, align)| (name.as_str(), *align)))
        .giving_up(std::iter::once(1).chain((4..last).rev()));
    let is_below = |group: &&&Group<'_>| lift_of(group.lever, &pulled.by) < 0.0;
    for group in told.iter().filter(|group| !is_below(group)) {
        table.row(row(group, &shown, pulled, language));
    }
    table.row(base(pulled, &shown, language));
    for group in told.iter().filter(is_below) {
        table.row(row(group, &shown, pulled, language));
    }
    let way = if is_lowered(&pulled.by) { "lower" } else { "raise" };
    let heading = say!(language, "terminal-levers-told", way = way, measure = measure(&pulled.by, language));
    under(&heading, &table, screen)
}

fn row(group: &Group<'_>, shown: &[&str], pulled: &Pulled, language: Language) -> Vec<String> {
    let cell = |name: &&str| group.lever.effect(name).map_or_else(String::new, |effect| of(effect, language));
    let start = [group.names(language), group.lever.asks_in(language)];
    let over = survival_of(group.lever, &pulled.by).map(|s| survival(s, language)).into_iter().flatten();
    start.into_iter().chain(shown.iter().map(cell)).chain(over).collect()
}

/// The case as it is: levels, not changes.
fn base(pulled: &Pulled, shown: &[&str], language: Language) -> Vec<String> {
    let start = [say!(language, "terminal-as-it-is"), String::new()];
    start.into_iter().chain(shown.iter().map(|name| level(pulled, name, language))).collect()
}

/// The level of a measure in the case as it is.
fn level(pulled: &Pulled, name: &str, language: Language) -> String {
    match pulled.levers.first().and_then(|base| base.effect(name)).map(|e| e.level) {
        Some(Estimate::Rate(rate)) => rate.rate.map_or_else(String::new, |rate| language.percent(rate)),
        Some(Estimate::Mean(mean)) => language.point_to(3, mean.mean),
        None => String::new(),
    }
}

/// A change with half of its interval: of a rate in percentage points.
fn of(effect: &Effect, language: Language) -> String {
    match effect.level {
        Estimate::Rate(_) => points(&effect.change, language),
        Estimate::Mean(_) => change(&effect.change, language),
    }
}

/// "+46 ± 15": percentage points.
fn points(mean: &Mean, language: Language) -> String {
    let hundred = |x: f64| 100.0 * x;
    let change = language.change_to(0, mean.mean.map(hundred));
    match mean.half_width() {
        Some(0.0) => change,
        half => format!("{change} ± {}", language.point_to(0, half.map(hundred))),
    }
}

/// How the table is read, and what is not in it.
pub fn legend(pulled: &Pulled, groups: &[Group<'_>], language: Language) -> Vec<String> {
    let of_standing = |standing: SignStatus| -> Vec<String> {
        groups.iter().filter(|g| g.lever.standing == standing).map(|g| g.lever.name_in(language)).collect()
    };
    let list = |names: &[String]| language.list(names, NAMED);
    let name = measure(&pulled.by, language);
    let (small, open) = (of_standing(SignStatus::Small), of_standing(SignStatus::Open));
    let mut out = Vec::new();
    if groups.iter().any(Group::is_told) {
        out.push(say!(language, "terminal-levers-compact-legend", raced = raced(pulled)));
    }
    let others = groups.iter().filter(|g| g.is_told() && g.lever.changes_scale);
    let others: Vec<String> = others.map(|g| g.lever.name_in(language)).collect();
    if !others.is_empty() {
        out.push(say!(language, "terminal-levers-scale", levers = language.list(&others, others.len())));
    }
    let still = moved(pulled).1.into_iter();
    let still = still.map(|name| {
        let level = level(pulled, name, language);
        say!(language, "terminal-levers-still-one", measure = measure(name, language), level = level)
    });
    let still: Vec<String> = still.collect();
    if !still.is_empty() {
        out.push(say!(language, "terminal-levers-still", measures = language.list(&still, still.len())));
    }
    if !small.is_empty() {
        let limit =
            pulled.race.as_ref().map_or_else(|| language.short(0.0), |race| language.short(race.small));
        out.push(say!(
            language,
            "terminal-levers-small",
            measure = name.clone(),
            limit = limit,
            levers = list(&small)
        ));
    }
    if !open.is_empty() {
        out.push(say!(language, "terminal-levers-open", measure = name, levers = list(&open)));
    }
    let idle = idle(pulled, language);
    if !idle.is_empty() {
        out.push(say!(language, "terminal-levers-idle", levers = list(&idle)));
    }
    out.push(say!(language, "terminal-levers-wide"));
    out
}
