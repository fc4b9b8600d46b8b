//! The list: modelling choices that somebody must make and nobody can defend (model, second edition §5).
//!
//! To declare another, add an entry here; runs, levers, comparisons and tests read this list, and a test tells which
//! shipped study to write it into.

use crate::{protocol::Move, scenario::Scenario, text::Clause};

/// A modelling choice and what else it could be.
#[derive(Debug)]
pub struct ModellingChoice {
    /// What is chosen, in a word or two.
    pub name: &'static str,
    /// The parameter of a scenario that it sets.
    pub parameter: &'static str,
    /// What it may be, besides what the scenario says.
    pub values: &'static [ChoiceValue],
    /// Why nobody can defend one of them against the others.
    pub why: &'static str,
    /// Why it changes nothing in a scenario; none where it may.
    pub(super) idle: fn(&Scenario) -> Option<&'static str>,
}

/// One value of a choice.
#[derive(Debug)]
pub struct ChoiceValue {
    /// As it is printed.
    pub label: &'static str,
    /// As a setting of a scenario writes it.
    pub setting: &'static str,
}

const fn same(setting: &'static str) -> ChoiceValue {
    ChoiceValue { label: setting, setting }
}

const fn value(label: &'static str, setting: &'static str) -> ChoiceValue {
    ChoiceValue { label, setting }
}

/// The choice of the line from which on a text is called a lowest common denominator.
pub const LINE: &str = "line of the LCD";

/// Every declared choice.
pub static DECLARED: [ModellingChoice; 9] = [
    ModellingChoice {
        name: "loss",
        parameter: "countries.*.loss",
        values: &[
            value("distance", "CityBlock"),
            value("squared", "Quadratic"),
            value("Euclidean", "Euclidean"),
        ],
        why: "Whether being twice as far from one's wish is twice as bad, four times as bad, or counts only in the whole \
              cannot be read off any record; spatial models use all three.",
        idle: without_scales,
    },
    ModellingChoice {
        name: "θ",
        parameter: "defaults.theta",
        values: &[value("0", "0.0"), value(".15", "0.15"), value(".30", "0.3"), value(".45", "0.45")],
        why: "How far a delegation trusts its own reading of vague words has never been measured.",
        idle: without_vague_words,
    },
    ModellingChoice {
        name: "κ_a",
        parameter: "defaults.vagueness",
        values: &[value(".05", "0.05"), value(".10", "0.1"), value(".20", "0.2")],
        why: "What a party would give for a clear word instead of a vague one has never been measured.",
        idle: without_vague_words,
    },
    ModellingChoice {
        name: LINE,
        parameter: "thresholds.lcd_index",
        values: &[value("Λ ≥ .75", "0.75"), value("Λ ≥ .80", "0.8"), value("Λ ≥ .85", "0.85")],
        why: "From where on a text is called a lowest common denominator is a line on a scale, and no theory draws it.",
        idle: without_ambition,
    },
    ModellingChoice {
        name: "chair",
        parameter: "protocol.moves_per_round",
        values: &[value("3 moves a round", "3"), value("goes on until nothing helps", "None")],
        why: "How many revisions a chair gets through between two rounds is not on record.",
        idle: never,
    },
    ModellingChoice {
        name: "patience β",
        parameter: "countries.*.tactic.beta",
        values: &[value("× .67", "x0.67"), value("× 1.5", "x1.5")],
        why: "Patience is guessed from who held out in the end; everybody a third more or less patient fits as well.",
        idle: without_holding_out,
    },
    ModellingChoice {
        name: "the chair weighs",
        parameter: "protocol.weigh",
        values: &[value("materiality", "Materiality"), value("heads", "Heads")],
        why: "Whether a chair minds a complaint for the weight of who makes it, or every complaint alike, cannot be told \
              from its drafts.",
        idle: never,
    },
    ModellingChoice {
        name: "clause weights",
        parameter: "clauses.*.weight",
        values: &[value("equal", "1.0")],
        why: "How much of a text's depth lies in each clause is its reader's judgement.",
        idle: without_different_weights,
    },
    ModellingChoice {
        name: "γ",
        parameter: "defaults.isolation_decay",
        values: &[same("1"), same("2")],
        why: "How fast company takes the price off an objection has never been measured.",
        idle: without_isolation_cost,
    },
];

fn never(_: &Scenario) -> Option<&'static str> {
    None
}

fn unless(useful: bool, why: &'static str) -> Option<&'static str> {
    (!useful).then_some(why)
}

fn without_scales(s: &Scenario) -> Option<&'static str> {
    unless(has_scales(s), "points say what an option is worth")
}

fn without_vague_words(s: &Scenario) -> Option<&'static str> {
    let widens = s.protocol.chair().is_some_and(|c| c.moves.contains(&Move::Merge) && c.max_width > 0.0);
    unless(widens && has_scales(s), "the text has no vague words")
}

fn without_ambition(s: &Scenario) -> Option<&'static str> {
    unless(s.clauses.values().any(Clause::is_ambition), "no clause is a matter of ambition")
}

fn without_holding_out(s: &Scenario) -> Option<&'static str> {
    unless(s.protocol.proceedings().holding_out, "nobody holds out under this protocol")
}

fn without_different_weights(s: &Scenario) -> Option<&'static str> {
    let mut weights = s.clauses.values().filter(|c| c.is_ambition()).filter_map(weight);
    let first = weights.next();
    unless(weights.any(|w| Some(w) != first), "all clauses of ambition weigh the same")
}

fn without_isolation_cost(s: &Scenario) -> Option<&'static str> {
    let costs =
        s.countries.values().map(|c| c.isolation_cost.unwrap_or(s.defaults.isolation_cost.of(c.power)));
    unless(costs.into_iter().any(|cost| cost > 0.0), "it costs nobody anything to object alone")
}

fn has_scales(s: &Scenario) -> bool {
    s.clauses.values().any(|c| !matches!(c, Clause::Options(_)))
}

fn weight(clause: &Clause) -> Option<f64> {
    match clause {
        Clause::Ambition(c) => Some(c.weight),
        Clause::Options(c) => Some(c.weight),
        Clause::Positional(_) | Clause::Scope(_) => None,
    }
}
