//! The output of `levers`: what lifts the text most, then a table, the strongest first.

mod answer;
mod compact;
mod group;
mod whole;

use super::{identity, screen::Screen, table::Table};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::{
        choices::Survival,
        levers::{Lever, NotApplicable, Pulled, RaceTerms, lift},
        statistics::Mean,
    },
};
use group::{Group, groups};

/// The answer in two sentences, the table, and how to read it.
pub fn render(scenario: &Scenario, pulled: &Pulled, seed: u64, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&identity::title(screen.language, scenario), "");
    if pulled.levers.len() <= 1 && pulled.not_applicable.is_empty() {
        return out + &screen.paragraph(&say!(language, "terminal-levers-no-switches"));
    }
    let groups = groups(pulled);
    out.push_str(&screen.paragraph(&answer::sentences(pulled, &groups, language)));
    out.push_str(&if screen.is_whole() {
        whole::tables(pulled, screen)
    } else {
        compact::table(pulled, &groups, screen)
    });
    out.push('\n');
    let legend = if screen.is_whole() {
        whole::legend(pulled, language)
    } else {
        compact::legend(pulled, &groups, language)
    };
    let paragraphs = legend.into_iter().chain(choices(pulled, language)).chain(left_out(pulled, language));
    paragraphs.for_each(|text| out.push_str(&screen.paragraph(&text)));
    out + &screen.paragraph(&design(scenario, pulled, seed, language))
}

/// How many negotiations there were, and of what.
fn design(scenario: &Scenario, pulled: &Pulled, seed: u64, language: Language) -> String {
    let (hash, version) = (scenario.hash(), env!("CARGO_PKG_VERSION"));
    let seed = seed.to_string();
    match &pulled.race {
        Some(RaceTerms { first, most, negotiations, .. }) => say!(
            language,
            "terminal-levers-raced",
            first = *first,
            most = *most,
            all = *negotiations,
            seed = seed,
            hash = hash,
            version = version
        ),
        None => {
            let each = pulled.levers.first().map_or(0, |base| base.replicates);
            say!(
                language,
                "terminal-levers-exhaustive",
                n = each,
                certain = if pulled.is_certain { "yes" } else { "no" },
                seed = seed,
                hash = hash,
                version = version
            )
        }
    }
}

/// What a measure is called in a sentence.
fn measure(by: &str, language: Language) -> String {
    say!(language, "terminal-measure", name = by)
}

/// Whether less of a measure is a lift.
fn is_lowered(by: &str) -> bool {
    lift(by, 1.0) < 0.0
}

/// How much a lever lifts a measure.
fn lift_of(lever: &Lever, by: &str) -> f64 {
    lift(by, lever.change(by).unwrap_or(0.0))
}

/// A change, and half of its interval's width: "+.320 ± .028".
fn change(mean: &Mean, language: Language) -> String {
    let change = language.change_to(3, mean.mean);
    match mean.half_width() {
        Some(0.0) => change,
        half => format!("{change} ± {}", language.point_to(3, half)),
    }
}

/// Whether a race was run; or nothing is drawn.
fn raced(pulled: &Pulled) -> &'static str {
    match pulled.race {
        _ if pulled.is_certain => "certain",
        Some(_) => "yes",
        None => "no",
    }
}

/// A paragraph on switches that do not fit the case.
fn left_out(pulled: &Pulled, language: Language) -> Option<String> {
    let names: Vec<String> = pulled
        .not_applicable
        .iter()
        .map(|NotApplicable { name, why, .. }| {
            say!(language, "terminal-levers-why", name = name.as_str(), why = why.text(language))
        })
        .collect();
    (!names.is_empty()).then(|| {
        say!(language, "terminal-levers-not-applicable", levers = language.list(&names, names.len()))
    })
}

/// What is said of the declared choices, or that they were not run.
fn choices(Pulled { by, levers, race, .. }: &Pulled, language: Language) -> Option<String> {
    let most = levers.iter().filter_map(|l| survival_of(l, by)).map(|s| s.choices).max();
    let raced = if race.is_some() { "yes" } else { "no" };
    Some(match most {
        None => say!(language, "terminal-levers-no-choices"),
        Some(most) => say!(
            language,
            "terminal-levers-choices",
            measure = measure(by, language),
            most = most,
            raced = raced
        ),
    })
}

/// What is said of the sign of a lever's effect.
fn survival_of<'l>(lever: &'l Lever, by: &str) -> Option<&'l Survival> {
    lever.effect(by)?.survival.as_ref()
}

/// The range of a change under the declared choices, and in how many of them its sign holds.
pub(super) fn survival(s: &Survival, language: Language) -> [String; 2] {
    let end = |x| language.change_to(3, x);
    let range = s.range.map_or_else(String::new, |r| {
        say!(language, "terminal-from-to", low = end(r.low), high = end(r.high))
    });
    let verdict = match (s.is_finding(), s.is_clear) {
        (true, _) => "finding",
        (false, true) => "none",
        (false, false) => "unclear",
    };
    let holds = say!(
        language,
        "terminal-sign-holds",
        holds = s.holds,
        choices = s.choices,
        unclear = s.unclear,
        verdict = verdict
    );
    [range, holds]
}

/// A table under a heading.
fn under(heading: &str, table: &Table, screen: Screen) -> String {
    screen.section(heading) + &screen.table(table)
}
