//! All that is known of each lever: every measure's level and change, its replicates and its places.

use super::{change, lift_of, measure, survival, survival_of, under};
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
        levers::{Effect, Lever, LeverSource, Pulled, RaceTerms, SignStatus},
    },
};

/// The measures that are shown where all of them are there, and whether their change is shown.
const SHOWN: [(&str, bool); 6] = [
    ("realised_depth", true),
    ("guaranteed_depth", true),
    ("depth_by_participation", false),
    ("adopted", true),
    ("lcd", true),
    ("lcd_in_substance", true),
];

/// Depths that change by less are told in a line, where no rate stands out.
const CALM: f64 = 0.0015;

/// A measure that is shown.
struct Shown<'l> {
    measure: &'l str,
    with_change: bool,
}

/// The measures that are shown: the usual ones in their order, then others as they were asked for.
fn shown<'l>(levers: &'l [Lever], by: &str) -> Vec<Shown<'l>> {
    let effects = levers.first().map_or(&[][..], |lever| &lever.effects);
    let is_there = |name: &str| effects.iter().any(|e| e.measure == name);
    let is_usual = SHOWN.iter().all(|(name, _)| is_there(name));
    let usual = SHOWN.iter().filter(|_| is_usual);
    let usual = usual.map(|(measure, with_change)| Shown { measure, with_change: *with_change });
    let other = |name: &&str| !is_usual || !COMPARED.contains(name);
    // Where the ranking measure is held against other choices, there is room for that one and for LCD.
    let is_held = effects.len() > 2 && levers.iter().any(|l| survival_of(l, by).is_some());
    let others = effects.iter().map(|e| e.measure.as_str()).filter(other);
    usual
        .chain(others.map(|measure| Shown { measure, with_change: true }))
        .filter(|s| !is_held || s.measure == by || s.measure == "lcd")
        .collect()
}

/// The tables: the scenario's switches, then what is tried on any case, each with the case as it is among them.
pub fn tables(pulled: &Pulled, screen: Screen) -> String {
    let heading = |source| match source {
        LeverSource::Switch => say!(screen.language, "terminal-levers-switches"),
        _ => say!(screen.language, "terminal-levers-treatments"),
    };
    let sources = [LeverSource::Switch, LeverSource::Treatment].into_iter();
    let there = sources.filter(|source| pulled.levers.iter().any(|l| l.source == *source));
    there.map(|source| table(pulled, source, &heading(source), screen)).collect()
}

/// The order, what the intervals and places mean, and which levers are not told.
pub fn legend(pulled: &Pulled, language: Language) -> Vec<String> {
    let Pulled { by, levers, race, .. } = pulled;
    let mut out = vec![match race {
        Some(RaceTerms { small, cases, looks, .. }) => say!(
            language,
            "terminal-levers-race-legend",
            by = by.as_str(),
            measure = measure(by, language),
            small = language.short(*small),
            cases = *cases,
            looks = *looks
        ),
        None => say!(
            language,
            "terminal-levers-exhaustive-legend",
            by = by.as_str(),
            measure = measure(by, language)
        ),
    }];
    if levers.iter().all(|l| SHOWN.iter().all(|(name, _)| l.effect(name).is_some())) {
        out.push(say!(language, "terminal-levers-measures-legend"));
    }
    let open = levers.iter().filter(|l| l.source != LeverSource::Base && l.standing == SignStatus::Open);
    let names: Vec<String> = open.map(|l| l.name_in(language)).collect();
    if let Some(race) = race.as_ref().filter(|_| !names.is_empty()) {
        let levers = language.list(&names, names.len());
        out.push(say!(language, "terminal-levers-undecided", most = race.most, levers = levers));
    }
    out
}

fn columns(pulled: &Pulled, shown: &[Shown<'_>], language: Language) -> Vec<(String, Align)> {
    let mut columns = vec![(String::new(), Align::Left)];
    if pulled.race.is_some() {
        columns.push((say!(language, "terminal-column-n"), Align::Right));
        columns.push((say!(language, "terminal-column-place"), Align::Right));
    }
    for Shown { measure, with_change } in shown {
        columns.push((say!(language, "terminal-measure-column", name = *measure), Align::Right));
        if *with_change {
            columns.push((say!(language, "terminal-column-change"), Align::Right));
        }
    }
    if pulled.levers.iter().any(|l| survival_of(l, &pulled.by).is_some()) {
        columns.push((say!(language, "terminal-column-over-choices"), Align::Right));
        columns.push((say!(language, "terminal-column-sign-holds"), Align::Left));
    }
    columns
}

fn table(pulled: &Pulled, source: LeverSource, heading: &str, screen: Screen) -> String {
    let Pulled { by, levers, race, .. } = pulled;
    let language = screen.language;
    let shown = shown(levers, by);
    let columns = columns(pulled, &shown, language);
    let mut table = Table::new(columns.iter().map(|(name, align)| (name.as_str(), *align)));
    let mut sorted: Vec<&Lever> =
        levers.iter().filter(|l| l.source == source || l.source == LeverSource::Base).collect();
    sorted.sort_by(|a, b| lift_of(b, by).total_cmp(&lift_of(a, by)));
    // What changes nothing that can be seen is named below the table.
    let is_quiet = |l: &&Lever| {
        let mut effects = shown.iter().filter(|s| s.with_change).filter_map(|s| l.effect(s.measure));
        let is_quiet = l.source == LeverSource::Treatment && effects.all(|e| !stands_out(e, race.is_some()));
        is_quiet && (race.is_none() || l.standing == SignStatus::Small)
    };
    let (quiet, loud): (Vec<&Lever>, Vec<&Lever>) = sorted.into_iter().partition(is_quiet);
    for l in loud {
        let name = match l.source {
            LeverSource::Base => say!(language, "terminal-as-it-is"),
            _ => l.name_in(language),
        };
        let of_race = race.map(|_| [language.count(l.replicates), places(l)]).into_iter().flatten();
        let over = survival_of(l, by).map(|s| survival(s, language)).into_iter().flatten();
        let base = levers.first().filter(|_| race.is_some());
        let cells = shown.iter().flat_map(|s| cells(l, s, base, language));
        table.row(std::iter::once(name).chain(of_race).chain(cells).chain(over));
    }
    under(heading, &table, screen) + &hardly_anything(&quiet, pulled, screen)
}

/// A paragraph on the levers that change nothing that can be seen.
fn hardly_anything(quiet: &[&Lever], pulled: &Pulled, screen: Screen) -> String {
    if quiet.is_empty() {
        return String::new();
    }
    let language = screen.language;
    let names: Vec<String> = quiet.iter().map(|l| l.name_in(language)).collect();
    let names = language.list(&names, names.len());
    screen.paragraph(&match &pulled.race {
        Some(race) => say!(
            language,
            "terminal-levers-quiet-in-race",
            measure = measure(&pulled.by, language),
            small = language.short(race.small),
            levers = names
        ),
        None => say!(language, "terminal-levers-quiet", calm = language.short(CALM), levers = names),
    })
}

/// "3", "3–5": the places that a lever may have.
fn places(lever: &Lever) -> String {
    match lever.places {
        None => String::new(),
        Some(places) if places.first == places.last => places.first.to_string(),
        Some(places) => format!("{}–{}", places.first, places.last),
    }
}

/// Whether an effect can be seen: a mean that changes by more than [`CALM`], or in a race one whose interval leaves out 0; a
/// rate whose interval leaves out 0.
fn stands_out(effect: &Effect, is_race: bool) -> bool {
    let change = &effect.change;
    match effect.level {
        Estimate::Mean(_) if !is_race => change.mean.unwrap_or(0.0).abs() >= CALM,
        _ => !(change.low.is_some_and(|low| low <= 0.0) && change.high.is_some_and(|high| high >= 0.0)),
    }
}

/// The level and the change of a measure; the case as it is has not changed. Beside a base of more replicates the level is the
/// base's, plus the change.
fn cells(lever: &Lever, shown: &Shown<'_>, base: Option<&Lever>, language: Language) -> Vec<String> {
    let effect = lever.effect(shown.measure);
    let level = |e: &Effect| {
        let of_base = base.and_then(|base| base.effect(shown.measure)).and_then(|e| e.level.value());
        let shifted = || Some(of_base? + e.change.mean?);
        if lever.source == LeverSource::Base { e.level.value() } else { shifted().or(e.level.value()) }
    };
    let level = match effect.map(|e| (e.level, level(e))) {
        Some((Estimate::Rate(_), rate)) => language.percent(rate.unwrap_or(0.0).clamp(0.0, 1.0)),
        Some((Estimate::Mean(_), mean)) => language.point_to(3, mean),
        None => String::new(),
    };
    let effect = effect.filter(|_| lever.source != LeverSource::Base);
    let changed = || effect.map_or_else(String::new, |e| change(&e.change, language));
    std::iter::once(level).chain(shown.with_change.then(changed)).collect()
}
