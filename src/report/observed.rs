//! What really happened, beside the runs: a table of clauses and a few sentences.

use super::{
    adopted,
    figures::{self, Spelling},
    names,
    statement::Figure,
    table::{Table, wrap},
};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::{
        Summary,
        observed::{MeanErrors, Nearness, ObservedSummary, RivalBeside, Simple, VotesBeside},
    },
};

/// The section of an answer; nothing where the scenario does not say what happened.
pub fn section(language: Language, scenario: &Scenario, s: &Summary, width: usize) -> String {
    let Some(observed) = &s.observed else { return String::new() };
    let mut out = format!("\n{}", wrap(&heading(language, scenario, observed), width, ""));
    out.push_str(&table(language, observed).map_or_else(String::new, |table| table.fit(width).0));
    out.push_str(&wrap(&sentences(language, observed).join(&names::gap(language)), width, "  "));
    out
}

/// What is compared: the title that the observation has.
pub fn heading(language: Language, scenario: &Scenario, observed: &ObservedSummary) -> String {
    let title = if observed.title.is_empty() { &scenario.title } else { &observed.title };
    say!(language, "calibration-observed-heading", title = title.as_str())
}

/// Clause by clause; none where no clause is observed.
pub fn table(language: Language, observed: &ObservedSummary) -> Option<Table> {
    (!observed.clauses.is_empty()).then(|| adopted::clauses(language, &observed.clauses, &observed.errors))
}

/// How the runs end beside it, how many clauses lie inside, and which prediction is nearest.
pub fn sentences(language: Language, observed: &ObservedSummary) -> Vec<String> {
    let mut out: Vec<String> = ending(language, observed).into_iter().collect();
    out.extend(inside(language, observed));
    out.extend(observed.errors.iter().filter_map(|errors| distances(language, errors)));
    out.extend(observed.votes.as_ref().map(|votes| voted(language, votes)));
    if observed.later > 0 {
        out.push(say!(language, "calibration-observed-later", n = observed.later));
    }
    out.push(say!(language, "calibration-observed-unused"));
    out
}

fn ending(language: Language, observed: &ObservedSummary) -> Option<String> {
    let share = figures::share(language, &Figure::share(&observed.runs_adopt)?, Spelling::Bare);
    let adopted = if observed.adopted { "yes" } else { "no" };
    Some(say!(language, "calibration-observed-ending", adopted = adopted, share = share))
}

fn inside(language: Language, observed: &ObservedSummary) -> Option<String> {
    let judged: Vec<_> = observed.clauses.iter().filter(|c| c.inside.is_some()).collect();
    let n = judged.len();
    let inside = judged.iter().filter(|c| c.inside == Some(true)).count();
    let in_reach = judged.iter().filter(|c| c.inside == Some(false) && c.in_reach == Some(true)).count();
    let spread = if judged.iter().any(|c| c.p10 != c.p90) { "yes" } else { "no" };
    (n > 0).then(|| {
        say!(language, "calibration-observed-inside", spread = spread, k = inside, reach = in_reach, n = n)
    })
}

/// The mean distance of the median text and of its rivals.
fn distances(language: Language, errors: &MeanErrors) -> Option<String> {
    let model = language.point(errors.median?);
    let range = match errors.median_low.zip(errors.median_high).filter(|(low, high)| high - low >= 0.005) {
        Some((low, high)) => {
            say!(language, "answer-range", low = language.point(low), high = language.point(high))
        }
        None => "none".to_owned(),
    };
    let rivals: Vec<String> = errors.rivals.iter().map(|rival| beside(language, rival)).collect();
    Some(say!(
        language,
        "calibration-observed-distance",
        n = errors.clauses,
        model = model,
        range = range,
        rivals = language.list(&rivals, rivals.len())
    ))
}

fn beside(language: Language, rival: &RivalBeside) -> String {
    let who = match rival.rival {
        Simple::Compromise => "compromise",
        Simple::Lcd => "lcd",
        Simple::StatusQuo => "status-quo",
    };
    let verdict = match rival.verdict {
        Nearness::Nearer => "nearer",
        Nearness::Farther => "farther",
        Nearness::Tied => "tied",
        Nearness::TooFew => "few",
    };
    say!(
        language,
        "calibration-observed-rival",
        who = who,
        distance = language.point(rival.distance),
        verdict = verdict,
        every = if rival.for_every_coding { "yes" } else { "no" }
    )
}

fn voted(language: Language, votes: &VotesBeside) -> String {
    let range = votes.p10.zip(votes.p90);
    let (low, high) =
        range.map_or_else(Default::default, |(low, high)| (language.percent(low), language.percent(high)));
    say!(
        language,
        "calibration-observed-votes",
        observed = language.percent(votes.observed),
        n = votes.runs,
        kind = match votes.inside {
            None => "none",
            Some(_) if low == high => "same",
            Some(_) => "range",
        },
        low = low,
        high = high,
        place = if votes.inside == Some(true) { "inside" } else { "outside" }
    )
}
