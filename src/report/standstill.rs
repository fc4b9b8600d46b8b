//! Why runs ended without a text: who stopped it, over which clause, and whether another would have passed.

use super::statement::{Acceptable, Endings, Obstacle, Standstill};
use crate::{language::Language, say, scenario::Scenario, study::Summary};

/// At most so many who stopped a text are named.
const NAMED: usize = 2;

/// Two sentences; none where every run has a text, or nobody looked.
pub fn sentences(language: Language, scenario: &Scenario, s: &Summary) -> Vec<String> {
    let Some(found) = Standstill::of(s) else { return Vec::new() };
    let mut out = Vec::new();
    if !found.blockers.is_empty() {
        let who: Vec<String> =
            found.blockers.iter().map(|b| stopper(language, scenario, b, found.looked_at)).collect();
        let who = language.list(&who, NAMED);
        out.push(say!(language, "answer-stopped", n = found.looked_at, who = who));
    }
    // Of deals it is said elsewhere how many everybody would accept.
    if s.deals.is_some() {
        return out;
    }
    let is_premise = Endings::of(s).is_some_and(|e| e.is_premise);
    let one_run = found.looked_at == 1;
    let (kind, k, n) = match found.acceptable {
        Acceptable::Unknown => return out,
        Acceptable::Always if is_premise => ("premise", 0, 0),
        Acceptable::Always if one_run => ("one", 0, 0),
        Acceptable::Never if one_run => ("onenot", 0, 0),
        Acceptable::Always => ("always", 0, 0),
        Acceptable::Never => ("never", 0, 0),
        Acceptable::Sometimes(k, n) => ("some", k, n),
    };
    out.push(say!(language, "answer-acceptable", kind = kind, k = k, n = n));
    out
}

/// Who stopped a text, how often, over what, and by how much.
fn stopper(language: Language, scenario: &Scenario, b: &Obstacle<'_>, of: u64) -> String {
    let (clause, cost) = b.clause.map_or(("", 0.0), |(clause, cost)| (scenario.title_of(clause), cost));
    let about = match (b.clause, b.shortfall) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "clause",
        (None, Some(_)) => "short",
        (None, None) => "none",
    };
    let times = match b.runs {
        runs if runs == of => String::new(),
        runs => say!(language, "answer-stopper-times", n = language.count(runs)),
    };
    say!(
        language,
        "answer-stopper",
        about = about,
        who = scenario.title_of(b.name),
        times = times,
        clause = clause,
        cost = language.point(cost),
        short = language.point(b.shortfall)
    )
}
