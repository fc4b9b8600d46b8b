//! Errors that ideals have in common, and the correlations that follow, for the author of a case.

use super::{
    screen::Screen,
    table::{Align, Table},
};
use crate::{
    language::Language,
    model::{Correlation, CorrelationRange, Model},
    say,
    scenario::{Per, Scenario, SharedError},
};

/// So many of the strongest pairs are shown.
const STRONGEST: usize = 6;
/// So many names stand in a sentence.
const NAMED: usize = 8;

/// The section of `check`; nothing where no error is common.
pub fn section(scenario: &Scenario, model: &Model, screen: Screen) -> String {
    let language = screen.language;
    let Some(found) = model.correlations(STRONGEST) else { return String::new() };
    let mut out = screen.section(&say!(language, "calibration-section-shared"));
    for (name, error) in scenario.uncertainty.shared.iter() {
        out.push_str(&screen.paragraph(&sentence(language, scenario, name, error)));
    }
    let kinds = [("party", found.of_a_party), ("clause", found.on_a_clause), ("across", found.across)];
    out.push_str(&screen.table(&ranges(language, &kinds)));
    out.push_str(&screen.table(&strongest(language, scenario, &found.strongest)));
    out
}

/// What an error in common is.
fn sentence(language: Language, scenario: &Scenario, name: &str, error: &SharedError) -> String {
    let of: Vec<&str> = error.of.iter().map(|party| scenario.title_of(party)).collect();
    let clause = |(clause, loading): (&str, &f64)| {
        let clause = scenario.title_of(clause);
        match *loading == 1.0 {
            true => clause.to_owned(),
            false => say!(
                language,
                "calibration-shared-loading",
                clause = clause,
                loading = language.short(*loading)
            ),
        }
    };
    let clauses: Vec<String> = error.clauses.iter().map(clause).collect();
    let list = |items: &[String]| match items {
        [] => "all".to_owned(),
        items => language.list(items, NAMED),
    };
    say!(
        language,
        "calibration-shared-error",
        name = name,
        sd = language.short(error.sd),
        per = match error.per {
            Per::Once => "once",
            Per::Party => "party",
            Per::Clause => "clause",
        },
        of = list(&of.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()),
        clauses = list(&clauses)
    )
}

fn ranges(language: Language, kinds: &[(&str, CorrelationRange)]) -> Table {
    let mut table = headed([
        (say!(language, "calibration-column-pair-kind"), Align::Left),
        (say!(language, "calibration-column-pairs"), Align::Right),
        (say!(language, "calibration-column-correlated"), Align::Right),
        (say!(language, "calibration-column-between"), Align::Right),
    ]);
    for (kind, range) in kinds.iter().filter(|(_, range)| range.pairs > 0) {
        let between = match range.correlated {
            0 => language.point(None),
            _ => say!(
                language,
                "calibration-between",
                low = language.point(range.low),
                high = language.point(range.high)
            ),
        };
        table.row([
            say!(language, "calibration-pair-kind", kind = *kind),
            language.count(range.pairs),
            language.count(range.correlated),
            between,
        ]);
    }
    table
}

fn strongest(language: Language, scenario: &Scenario, pairs: &[Correlation<'_>]) -> Table {
    let mut table = headed([
        (say!(language, "calibration-column-strongest"), Align::Left),
        (String::new(), Align::Left),
        (say!(language, "calibration-column-correlation"), Align::Right),
    ]);
    for pair in pairs {
        let ideal = |(party, clause): (&str, &str)| {
            say!(
                language,
                "calibration-ideal",
                party = scenario.title_of(party),
                clause = scenario.title_of(clause)
            )
        };
        table.row([ideal(pair.one), ideal(pair.other), language.point(pair.r)]);
    }
    table
}

fn headed<const N: usize>(columns: [(String, Align); N]) -> Table {
    Table::new(columns.iter().map(|(name, align)| (name.as_str(), *align)))
}
