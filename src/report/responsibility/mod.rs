//! Who holds depth down, in words.

mod table;

use super::{
    figures,
    statement::{Cause, Causes, Part},
};
use crate::{language::Language, say, scenario::Scenario, study::responsibility::Responsibility};
pub use table::render;

/// At most so many who pull depth up are named.
const NAMED: usize = 2;

/// Who holds depth down, who pulls it up, and what that is a share of: one sentence. Of depth, since there may be no text.
pub fn sentence(language: Language, scenario: &Scenario, r: &Responsibility) -> String {
    let causes = Causes::of(r);
    let [down, up] = [Part::HoldsDown, Part::PullsUp].map(|part| causes.who(part));
    let kind = match (down.is_empty(), up.is_empty()) {
        _ if causes.is_one_run() => "one",
        (false, false) => "both",
        (false, true) => "down",
        (true, false) => "up",
        (true, true) => "none",
    };
    let list = |who: &[&Cause<'_>], most: usize| {
        let named: Vec<String> = who.iter().map(|c| cause(language, scenario, c, 2)).collect();
        language.list(&named, most.min(named.len()))
    };
    say!(
        language,
        "answer-held-down",
        kind = kind,
        down = list(&down, down.len()),
        up = list(&up, NAMED),
        threshold = language.point(causes.threshold),
        told = if causes.who(Part::CannotTell).is_empty() { "yes" } else { "no" },
        draft = language.point(causes.draft),
        realised = language.point(causes.realised)
    )
}

/// The others, and where the shares come from.
pub fn details(language: Language, scenario: &Scenario, r: &Responsibility) -> Vec<String> {
    let causes = Causes::of(r);
    if causes.is_one_run() {
        return Vec::new();
    }
    let threshold = language.point(causes.threshold);
    let list = |part, decimals| {
        let who: Vec<String> =
            causes.who(part).iter().map(|c| cause(language, scenario, c, decimals)).collect();
        (!who.is_empty()).then(|| language.list(&who, who.len()))
    };
    // As many decimals as tell them from the threshold.
    let reaches = |c: &&Cause<'_>| language.point(c.share.value) == threshold;
    let decimals = if causes.who(Part::HoldsDownALittle).iter().any(reaches) { 3 } else { 2 };
    let small = list(Part::HoldsDownALittle, decimals)
        .map(|who| say!(language, "answer-causes-small", threshold = threshold.as_str(), who = who));
    let unclear = list(Part::CannotTell, 3)
        .map(|who| say!(language, "answer-causes-unclear", threshold = threshold.as_str(), who = who));
    let exact = if causes.is_exact() { "yes" } else { "no" };
    let basis = say!(language, "answer-causes-basis", n = causes.replicates, exact = exact);
    [unclear, small, Some(basis)].into_iter().flatten().collect()
}

/// "Asteria .35 (.34 to .36)", to this many decimals; where it pulls depth up, by how much.
fn cause(language: Language, scenario: &Scenario, cause: &Cause<'_>, decimals: usize) -> String {
    let mut share = cause.share;
    if cause.part == Part::PullsUp {
        share.value = -share.value;
        share.interval = share.interval.map(|[low, high]| [-high, -low]);
    }
    let share = figures::between(language, &share, decimals);
    say!(language, "answer-cause", who = name(language, scenario, cause), share = share)
}

fn name(language: Language, scenario: &Scenario, cause: &Cause<'_>) -> String {
    match &cause.player.name {
        Some(name) => scenario.title_of(name).to_owned(),
        None => say!(language, "answer-others", n = cause.player.countries),
    }
}
