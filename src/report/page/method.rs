//! Notes on method and limitations, generated from the scenario and the results.

use maud::{Markup, html};

use crate::{
    analysis::Analysis,
    language::Language,
    party::{Bloc, Country, Firm},
    preference::{Confidence, Position},
    protocol::Protocol,
    say,
    scenario::Scenario,
    study::{Chronicle, statistics::Rate},
};

/// The notes as a list.
pub fn notes(language: Language, chronicle: &Chronicle<'_>) -> Markup {
    let (s, scenario) = (&chronicle.summary, chronicle.case.scenario());
    let mut notes = vec![say!(language, "report-method-draws", n = s.replicates)];
    if matches!(scenario.protocol, Protocol::ChairRevisions(_)) {
        notes.push(say!(language, "report-method-chair"));
    }
    notes.push(say!(language, "report-method-intervals"));
    notes.push(say!(language, "report-no-prediction"));
    notes.push(documentation(language, scenario));
    notes.extend(theorem(language, chronicle));
    if s.adopted.rate.is_some_and(|r| r < 1.0) {
        notes.push(say!(language, "report-method-unconditional"));
    }
    let share = |r: &Rate| r.rate.filter(|r| *r > 0.0).map(|r| language.percent(r));
    notes.extend(
        share(&s.no_conflict).map(|share| say!(language, "report-method-no-conflict", share = share)),
    );
    notes.extend(
        share(&s.fixed_points_differ)
            .map(|share| say!(language, "report-method-fixed-points", share = share)),
    );
    let t = &scenario.thresholds;
    notes.push(say!(
        language,
        "report-method-thresholds",
        index = language.point(t.lcd_index),
        gap = language.point(t.ambition_gap)
    ));
    html! {
        ul { @for note in notes { li { (note) } } }
        @let cautions = scenario.cautions(language);
        @if !cautions.is_empty() {
            details { summary { (say!(language, "report-method-cautions")) } ul { @for caution in cautions { li { (caution) } } } }
        }
    }
}

/// A note on how well the positions are documented.
fn documentation(language: Language, scenario: &Scenario) -> String {
    let parties = scenario
        .countries
        .values()
        .map(|c: &Country| &c.positions)
        .chain(scenario.blocs.values().map(|b: &Bloc| &b.positions))
        .chain(scenario.firms.values().map(|f: &Firm| &f.positions));
    let mut counts = [0usize; 3];
    for position in parties.flat_map(|p| p.values()) {
        let level = match position {
            Position::Ideal { confidence: Confidence::High, .. } | Position::Points(_) => 0,
            Position::Ideal { confidence: Confidence::Medium, .. } => 1,
            Position::Ideal { confidence: Confidence::Low | Confidence::Derived, .. } => 2,
        };
        counts[level] += 1;
    }
    let [high, medium, low] = counts;
    say!(
        language,
        "report-method-positions",
        all = high + medium + low,
        high = high,
        medium = medium,
        low = low
    )
}

/// A note on the part of the result that follows from arithmetic, if every party can block.
fn theorem(language: Language, chronicle: &Chronicle<'_>) -> Option<String> {
    let analysis = Analysis::of(chronicle.case.scenario());
    let everyone_blocks = analysis.rule.blockers.len() == analysis.rule.members;
    let chance = analysis.ambition.filter(|_| everyone_blocks && analysis.fallback.is_none())?.lcd_by_chance;
    Some(say!(language, "report-method-theorem", depth = language.point(chance)))
}
