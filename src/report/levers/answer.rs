//! The answer of `levers` in two sentences: what lifts the text most, and of how many levers anything can be told.

use super::{Group, is_lowered, measure, raced};
use crate::{
    language::Language,
    say,
    study::{
        levers::{Pulled, SignStatus, lift},
        statistics::Mean,
    },
};

/// Levers that are named beside the strongest one.
const NAMED: usize = 3;

/// Both sentences.
pub fn sentences(pulled: &Pulled, groups: &[Group<'_>], language: Language) -> String {
    let space = say!(language, "terminal-between-sentences");
    format!("{}{space}{}", strongest(pulled, groups, language), counts(pulled, groups, language))
}

/// What lifts the measure most, and what cannot be told from it.
fn strongest(pulled: &Pulled, groups: &[Group<'_>], language: Language) -> String {
    let by = pulled.by.as_str();
    let way = if is_lowered(by) { "lower" } else { "raise" };
    let name = measure(by, language);
    let lifts = |group: &&Group<'_>| {
        group.is_told() && group.change(by).mean.is_some_and(|change| lift(by, change) > 0.0)
    };
    let Some(best) = groups.iter().find(lifts) else {
        return say!(language, "terminal-levers-none", way = way, measure = name);
    };
    let rivals: Vec<String> = groups
        .iter()
        .filter(|other| other.lever.hash != best.lever.hash && meet(&best.change(by), &other.change(by)))
        .map(|other| other.asked(language))
        .collect();
    let change = interval(&best.change(by), language);
    let lever = best.asked(language);
    match rivals.as_slice() {
        [] => {
            say!(language, "terminal-levers-best", lever = lever, way = way, measure = name, change = change)
        }
        rivals => say!(
            language,
            "terminal-levers-tied",
            lever = lever,
            way = way,
            measure = name,
            change = change,
            rivals = language.list(rivals, NAMED)
        ),
    }
}

/// Whether two intervals share a number.
fn meet(one: &Mean, other: &Mean) -> bool {
    match (one.low, one.high, other.low, other.high) {
        (Some(low), Some(high), Some(other_low), Some(other_high)) => low <= other_high && other_low <= high,
        _ => true,
    }
}

/// "+.320 (+.292 to +.348)".
fn interval(mean: &Mean, language: Language) -> String {
    let number = |x: Option<f64>| language.change_to(3, x);
    if mean.low == mean.high {
        return number(mean.mean);
    }
    say!(
        language,
        "terminal-change-with-interval",
        change = number(mean.mean),
        low = number(mean.low),
        high = number(mean.high)
    )
}

/// Of how many the measure is raised, lowered, hardly changed, or cannot be told.
fn counts(pulled: &Pulled, groups: &[Group<'_>], language: Language) -> String {
    let by = pulled.by.as_str();
    let told = |up: bool| {
        groups.iter().filter(|g| g.is_told() && (g.change(by).mean.unwrap_or(0.0) > 0.0) == up).count()
    };
    let standing = |standing| groups.iter().filter(|g| g.lever.standing == standing).count();
    let small = pulled.race.as_ref().map_or_else(String::new, |race| language.short(race.small));
    say!(
        language,
        "terminal-levers-counts",
        n = groups.len(),
        measure = measure(by, language),
        up = told(true),
        down = told(false),
        small = standing(SignStatus::Small),
        open = standing(SignStatus::Open),
        limit = small,
        raced = raced(pulled)
    )
}
