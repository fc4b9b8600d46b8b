//! The program's own names for things, in a language: outcomes, null models, choices of modelling, levels of a clause.

use crate::{
    language::Language,
    null::Null,
    outcome::Label,
    say,
    scenario::Thresholds,
    text::{Clause, Value},
};

/// What stands between two sentences.
pub fn gap(language: Language) -> String {
    say!(language, "answer-gap")
}

/// How an outcome is called.
pub fn label(language: Language, label: Label) -> String {
    match label {
        Label::WalkOut => say!(language, "answer-label-walk-out"),
        Label::Deadlock => say!(language, "answer-label-deadlock"),
        Label::Deferral => say!(language, "answer-label-deferral"),
        Label::CoalitionOfTheWilling => say!(language, "answer-label-coalition"),
        Label::ContestedVote => say!(language, "answer-label-contested"),
        Label::Hollow => say!(language, "answer-label-hollow"),
        Label::CarveOut => say!(language, "answer-label-carve-out"),
        Label::LowestCommonDenominator => say!(language, "answer-label-lcd"),
        Label::Substantive => say!(language, "answer-label-substantive"),
        Label::Compromise => say!(language, "answer-label-compromise"),
    }
}

/// What the name of an outcome means, in a few words.
pub fn meaning(language: Language, label: Label, thresholds: &Thresholds) -> String {
    match label {
        Label::WalkOut => say!(language, "answer-means-walk-out"),
        Label::Deadlock => say!(language, "answer-means-deadlock"),
        Label::Deferral => say!(language, "answer-means-deferral"),
        Label::CoalitionOfTheWilling => say!(language, "answer-means-coalition"),
        Label::ContestedVote => say!(language, "answer-means-contested"),
        Label::Hollow => say!(language, "answer-means-hollow"),
        Label::CarveOut => say!(language, "answer-means-carve-out"),
        Label::LowestCommonDenominator => {
            say!(language, "answer-means-lcd", line = language.point(thresholds.lcd_index))
        }
        Label::Substantive => say!(language, "answer-means-substantive"),
        Label::Compromise => say!(language, "answer-means-compromise"),
    }
}

/// What a null model does, in a few words.
pub fn null(language: Language, null: Null) -> String {
    match null {
        Null::OrderStatistic => say!(language, "answer-null-order-statistic"),
        Null::Median => say!(language, "answer-null-median"),
        Null::WeightedMean => say!(language, "answer-null-weighted-mean"),
        Null::LaggardsRemoved => say!(language, "answer-null-laggards-removed"),
        Null::NoIsolationCost => say!(language, "answer-null-no-isolation-cost"),
        Null::IdealsPermuted => say!(language, "answer-null-ideals-permuted"),
        Null::RandomText => say!(language, "answer-null-random-text"),
        Null::ZeroIntelligence => say!(language, "answer-null-zero-intelligence"),
    }
}

/// How a declared choice of modelling is called; its own name where it has no other.
pub fn choice(language: Language, name: &str) -> String {
    match name {
        "loss" => say!(language, "answer-choice-loss"),
        "line of the LCD" => say!(language, "answer-choice-line"),
        "chair" => say!(language, "answer-choice-chair"),
        "patience β" => say!(language, "answer-choice-patience"),
        "the chair weighs" => say!(language, "answer-choice-weigh"),
        "clause weights" => say!(language, "answer-choice-weights"),
        other => other.to_owned(),
    }
}

/// A point of a clause in words: the nearest that its author gave, or the nearest operative verb on a clause of ambition
/// without any; none where there are no words.
pub fn level(language: Language, clause: &Clause, x: f64) -> Option<String> {
    if clause.levels().is_empty() {
        return None;
    }
    let words = clause.level(x);
    Some(if clause.has_own_words() { words } else { verb(language, &words) })
}

/// A point of a clause in words; its number where there are none.
pub fn point(language: Language, clause: &Clause, x: f64) -> String {
    level(language, clause, x).unwrap_or_else(|| format!("{x:.2}"))
}

/// A value of a clause in words: a level, a range of levels, or the option's name.
pub fn value(language: Language, clause: &Clause, value: Value) -> String {
    match (value, clause) {
        (Value::Option(o), Clause::Options(c)) => {
            let name = c.options.names().nth(o.into()).map(str::to_owned);
            name.unwrap_or_else(|| say!(language, "answer-option-none"))
        }
        (Value::Option(o), _) => o.to_string(),
        (Value::Interval { lo, hi }, _) => {
            let (low, high) = (point(language, clause, lo), point(language, clause, hi));
            if low == high { low } else { say!(language, "answer-levels", low = low, high = high) }
        }
    }
}

/// An operative verb, as resolutions use it.
fn verb(language: Language, verb: &str) -> String {
    match verb {
        "is silent" => say!(language, "answer-verb-is-silent"),
        "notes" => say!(language, "answer-verb-notes"),
        "invites" => say!(language, "answer-verb-invites"),
        "encourages" => say!(language, "answer-verb-encourages"),
        "calls upon" => say!(language, "answer-verb-calls-upon"),
        "urges" => say!(language, "answer-verb-urges"),
        "requests" => say!(language, "answer-verb-requests"),
        _ => say!(language, "answer-verb-decides"),
    }
}
