//! Doses and ways as tables that fit a screen.

use super::{answer::interval, level, name, target};
use crate::{
    language::Language,
    report::{
        screen::Screen,
        table::{Align, Table},
    },
    say,
    scenario::Scenario,
    study::lift::{Lever, Lifted, Standing, Way},
};

/// Rows of a table, unless all are asked for.
const ROWS: usize = 15;

fn table(columns: &[(&str, Align)], language: Language) -> Table {
    let names: Vec<(String, Align)> =
        columns.iter().map(|(id, align)| (say!(language, id), *align)).collect();
    Table::new(names.iter().map(|(name, align)| (name.as_str(), *align)))
}

/// Levers that reach the target by themselves, or may.
pub fn reaching(lifted: &Lifted) -> impl Iterator<Item = &Lever> {
    lifted.levers.iter().filter(|lever| {
        let meets = || lever.level.is_some_and(|level| level.meets(&lifted.target));
        lever.standing == Standing::Reaches || (lever.standing == Standing::Open && meets())
    })
}

/// Each lever that reaches the target by itself, the cheapest dose first; if all are asked for, the others, too.
pub fn doses(scenario: &Scenario, lifted: &Lifted, screen: Screen) -> String {
    let language = screen.language;
    let shown: Vec<&Lever> = if screen.is_whole() {
        lifted.levers.iter().collect()
    } else {
        reaching(lifted).take(ROWS).collect()
    };
    if shown.is_empty() {
        return String::new();
    }
    let mut table = table(
        &[
            ("lift-column-lever", Align::Left),
            ("lift-column-from", Align::Right),
            ("lift-column-dose", Align::Left),
            ("lift-column-cost", Align::Right),
            ("lift-column-level", Align::Left),
            ("lift-column-note", Align::Left),
        ],
        language,
    )
    .giving_up([4]);
    for lever in shown {
        table.row(row(scenario, lifted, lever, language));
    }
    screen.section(&say!(language, "lift-heading-doses", target = target(lifted, language)))
        + &screen.table(&table)
}

fn row(scenario: &Scenario, lifted: &Lifted, lever: &Lever, language: Language) -> [String; 6] {
    let from = match lever.from() {
        Some(from) => name::value_of(lever, from, language),
        None => say!(language, "lift-off"),
    };
    let is_reaching = reaching(lifted).any(|other| other.name == lever.name);
    let dose = match &lever.dose {
        Some(dose) => interval(lever, dose, lifted.is_certain, language),
        None if is_reaching => say!(language, "lift-on"),
        None => String::new(),
    };
    let cost = if is_reaching { language.short(lever.cost_at()) } else { String::new() };
    let there = lever.level.as_ref().map_or_else(String::new, |there| level(lifted, there, language));
    [name::short(scenario, lever, language), from, dose, cost, there, note(lifted, lever, language)]
}

/// What else there is to know of a dose.
fn note(lifted: &Lifted, lever: &Lever, language: Language) -> String {
    let value =
        |share: f64| lever.value(share).map_or_else(String::new, |x| name::value_of(lever, x, language));
    let mut notes = Vec::new();
    match lever.standing {
        Standing::Open => notes.push(say!(language, "lift-note-open")),
        Standing::Misses => notes.push(say!(language, "lift-note-misses")),
        Standing::Idle => notes.push(say!(language, "lift-note-idle")),
        Standing::Undefined => notes.push(say!(language, "lift-note-undefined")),
        Standing::Reaches => {}
    }
    if let Some(dose) = &lever.dose {
        if dose.jumps {
            notes.push(say!(language, "lift-note-jumps"));
        }
        if let Some(lost) = dose.lost {
            notes.push(say!(language, "lift-note-lost", value = value(lost)));
        }
    }
    // A mean over fewer negotiations than the case as it is has may be of others.
    let defined =
        |level: Option<crate::study::lift::Level>| level.map(|l| l.defined as f64 / (l.of.max(1) as f64));
    if let (Some(there), Some(base)) = (defined(lever.level), defined(lifted.base))
        && there < 1.0
        && (there - base).abs() > 0.01
    {
        notes.push(say!(language, "lift-note-defined", share = language.percent(there)));
    }
    notes.join(&say!(language, "lift-note-between"))
}

/// The cheapest ways, by one lever or several.
pub fn ways(scenario: &Scenario, lifted: &Lifted, screen: Screen) -> String {
    let language = screen.language;
    if lifted.ways.is_empty() {
        return String::new();
    }
    let with_beyond = lifted.ways.iter().any(|way| way.interaction.is_some());
    let columns = [
        ("lift-column-place", Align::Right),
        ("lift-column-way", Align::Left),
        ("lift-column-cost", Align::Right),
        ("lift-column-level", Align::Left),
        ("lift-column-beyond", Align::Left),
    ];
    let mut table = table(&columns[..if with_beyond { 5 } else { 4 }], language);
    // On a narrow screen, of what cannot be told only what is more likely than not.
    let is_shown = |way: &&Way| screen.is_whole() || way.is_sure || way.level.meets(&lifted.target);
    for way in lifted.ways.iter().filter(is_shown).take(if screen.is_whole() { usize::MAX } else { ROWS }) {
        let row = way_row(scenario, lifted, way, language);
        table.row(row.into_iter().take(if with_beyond { 5 } else { 4 }));
    }
    let heading = say!(language, "lift-heading-ways");
    let more = lifted.ways.iter().filter(|way| !is_shown(way)).count();
    let more =
        if more == 0 { String::new() } else { screen.paragraph(&say!(language, "lift-ways-more", n = more)) };
    screen.section(&heading) + &screen.table(&table) + &more
}

fn way_row(scenario: &Scenario, lifted: &Lifted, way: &Way, language: Language) -> [String; 5] {
    let places = match way.places {
        Some(places) if places.first == places.last => places.first.to_string(),
        Some(places) => format!("{}–{}", places.first, places.last),
        None => String::new(),
    };
    let parts: Vec<String> =
        way.parts.iter().map(|part| name::dosed(scenario, lifted, part, language)).collect();
    let parts = parts.join(" + ");
    let parts = if way.is_sure { parts } else { say!(language, "lift-way-open", way = parts) };
    let beyond = way.interaction.and_then(|mean| Some([mean.mean?, mean.low?, mean.high?]));
    let beyond = beyond.map_or_else(String::new, |[mean, low, high]| {
        let scale = if lifted.is_rate { 100.0 } else { 1.0 };
        let change = |x: f64| language.change_to(if lifted.is_rate { 0 } else { 3 }, x * scale);
        let sign = if low > 0.0 || high < 0.0 { "told" } else { "open" };
        say!(
            language,
            "lift-beyond",
            change = change(mean),
            half = language.point_to(if lifted.is_rate { 0 } else { 3 }, (high - low) / 2.0 * scale),
            sign = sign
        )
    });
    [places, parts, language.short(way.cost), level(lifted, &way.level, language), beyond]
}
