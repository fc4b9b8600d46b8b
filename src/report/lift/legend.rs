//! How the tables of `lift` are read, and what is not in them.

use super::{Commands, level, measure, name, tables::reaching};
use crate::{
    language::Language,
    report::screen::Screen,
    say,
    scenario::Scenario,
    shell,
    study::lift::{Lever, Lifted, Standing},
};

/// Levers of a kind that are named.
const NAMED: usize = 6;
/// Settings that a command may have to be printed.
const SETTINGS: usize = 6;

/// Every paragraph.
pub fn paragraphs(scenario: &Scenario, lifted: &Lifted, commands: &Commands, screen: Screen) -> Vec<String> {
    let language = screen.language;
    let mut out = Vec::new();
    if reaching(lifted).next().is_some() {
        let exact = if lifted.is_certain { "yes" } else { "no" };
        out.push(say!(language, "lift-legend-doses", exact = exact));
    }
    out.extend(others(scenario, lifted, screen));
    if let Some(terms) = lifted.terms.as_ref().filter(|terms| terms.contenders > 1) {
        let shown = if lifted.ways.is_empty() { "no" } else { "yes" };
        out.push(say!(
            language,
            "lift-legend-ways",
            contenders = terms.contenders,
            candidates = terms.candidates,
            tried = terms.tried,
            looks = terms.looks,
            shown = shown
        ));
    }
    let stated = if scenario.costs.is_empty() { "no" } else { "yes" };
    out.push(say!(language, "lift-legend-costs", stated = stated));
    out.push(choices(lifted, language));
    if let Some(settings) = lifted.cheapest().filter(|settings| settings.len() <= SETTINGS) {
        let settings: String = settings
            .iter()
            .map(|(path, value)| format!(" {}", shell::option("--set", &format!("{path}={value}"))))
            .collect();
        out.push(say!(language, "lift-try", command = format!("{}{settings}", commands.run)));
    }
    out
}

/// Levers that are in no table.
fn others(scenario: &Scenario, lifted: &Lifted, screen: Screen) -> Vec<String> {
    let language = screen.language;
    let is_shown = |lever: &&Lever| reaching(lifted).any(|other| other.name == lever.name);
    let of = |standing: Standing| -> Vec<&Lever> {
        lifted.levers.iter().filter(|lever| lever.standing == standing && !is_shown(lever)).collect()
    };
    let names = |levers: &[&Lever]| {
        let most = if screen.is_whole() { levers.len() } else { NAMED };
        let names: Vec<String> = levers.iter().map(|lever| name::short(scenario, lever, language)).collect();
        language.list(&names, most)
    };
    let mut out = Vec::new();
    let open = of(Standing::Open);
    if !open.is_empty() {
        out.push(say!(language, "lift-others-open", levers = names(&open)));
    }
    let missing = of(Standing::Misses);
    if let Some(nearest) = missing.first() {
        let there = nearest.level.as_ref().map_or_else(String::new, |there| level(lifted, there, language));
        out.push(say!(
            language,
            "lift-others-miss",
            n = missing.len(),
            levers = names(&missing),
            measure = measure(lifted, language),
            there = there
        ));
    }
    for (standing, id) in
        [(Standing::Undefined, "lift-others-undefined"), (Standing::Idle, "lift-others-idle")]
    {
        let levers = of(standing);
        if !levers.is_empty() {
            out.push(say!(
                language,
                id,
                n = levers.len(),
                levers = names(&levers),
                measure = measure(lifted, language)
            ));
        }
    }
    out
}

/// What is said of choices of modelling.
fn choices(lifted: &Lifted, language: Language) -> String {
    let Some(held) = &lifted.held else { return say!(language, "lift-no-choices") };
    let [low, high] = held.range.unwrap_or_default().map(|x| super::number(lifted, x, language));
    let missed = if held.misses.is_empty() { "none" } else { "some" };
    say!(
        language,
        "lift-choices",
        reaches = held.reaches,
        choices = held.choices,
        open = held.open,
        missed = missed,
        misses = language.list(&held.misses, NAMED),
        low = low,
        high = high
    )
}

/// How many negotiations there were, of what, and the command that does it again.
pub fn design(scenario: &Scenario, lifted: &Lifted, commands: &Commands, language: Language) -> String {
    say!(
        language,
        "lift-design",
        n = lifted.base.map_or(0, |base| base.of),
        all = lifted.negotiations,
        hash = scenario.hash(),
        version = env!("CARGO_PKG_VERSION"),
        command = commands.again.as_str()
    )
}
