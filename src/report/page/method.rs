//! Notes on method and limitations, generated from the scenario and the results.

use maud::{Markup, html};

use crate::{
    analysis::Analysis,
    party::{Bloc, Country, Firm},
    preference::{Confidence, Position},
    protocol::Protocol,
    report::number::{count, percent, point},
    scenario::Scenario,
    study::{Chronicle, statistics::Rate},
};

/// The notes as a list.
pub fn notes(chronicle: &Chronicle<'_>) -> Markup {
    let (s, scenario) = (&chronicle.summary, chronicle.case.scenario());
    let mut notes = vec![
        format!(
            "Each of the {} negotiations draws its own parties around the figures stated; its random numbers are keyed by seed, \
             replicate and the names of party and clause, so that a change of rule meets the same draws.",
            count(s.replicates)
        ),
        "Rates have Wilson intervals, shares of outcomes intervals that hold together (Bonferroni–Wilson), means Student's.".to_owned(),
        "No prediction: positions, costs and patience are read from the record or proposed, and results are properties of the model."
            .to_owned(),
        documentation(scenario),
    ];
    if matches!(scenario.protocol, Protocol::ChairRevisions(_)) {
        let chair = "The chair revises one text by the moves named above so as to leave the least grievance among those it must bring \
            along; each party asks for less as the deadline nears, and objects only if that is worth standing alone.";
        notes.insert(1, chair.to_owned());
    }
    notes.extend(theorem(chronicle));
    if s.adopted.rate.is_some_and(|r| r < 1.0) {
        notes.push(
            "Some runs end without a text: rates are given over all runs and over texts adopted, and the two must not be mixed up."
                .to_owned(),
        );
    }
    let if_any = |r: &Rate, what: &str| {
        r.rate.filter(|r| *r > 0.0).map(|r| format!("In {} of runs {what}", percent(r)))
    };
    notes.extend(if_any(&s.no_conflict, "ambitions hardly differ, and the LCD index is undefined."));
    notes.extend(if_any(
        &s.fixed_points_differ,
        "the room would have ended otherwise had it started from uproar instead of silence: who objects depends on who goes first.",
    ));
    let t = &scenario.thresholds;
    notes.push(format!(
        "The lowest common denominator (LCD) takes each clause at its least ambitious party's wish, never below the status quo. \
         Thresholds are conventions, part of the scenario: a text is at the LCD from an index of {}, where the gap between the \
         LCD and the median is at least {} and a laggard binds it; one that changes nothing is a deferral.",
        point(t.lcd_index),
        point(t.ambition_gap)
    ));
    notes.extend(scenario.cautions());
    html! { ul { @for note in notes { li { (note) } } } }
}

/// A note on how well the positions are documented.
fn documentation(scenario: &Scenario) -> String {
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
    format!(
        "Of {} stated positions, {high} are on record, {medium} a reading of it and {low} a guess or taken over; countries without \
         one take over their bloc's.",
        high + medium + low
    )
}

/// A note on the part of the result that follows from arithmetic, if every party can block.
fn theorem(chronicle: &Chronicle<'_>) -> Option<String> {
    let analysis = Analysis::of(chronicle.case.scenario());
    let everyone_blocks = analysis.rule.blockers.len() == analysis.rule.members;
    let chance = analysis.ambition.filter(|_| everyone_blocks && analysis.fallback.is_none())?.lcd_by_chance;
    Some(format!(
        "Partly a theorem: everybody can block, so that the least ambitious wish bounds the text by arithmetic. Uniform wishes by \
         chance would put that bound at depth {}. The finding is what departs from it.",
        point(chance)
    ))
}
