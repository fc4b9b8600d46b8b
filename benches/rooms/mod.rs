//! Rooms to measure in, the same on every machine and in every run.
#![allow(dead_code)] // no benchmark needs them all

use std::{fmt::Write, ops::ControlFlow};

use plenary::{
    Case,
    model::{
        Appraisal, Hinges, Model, PACK, Pack, Preferences, Simd, Trial, UtilityParams, f64x8, prelude::*,
    },
    preference::{Loss, Reading},
    random::endless,
    scenario::Scenario,
    text::{ClauseId, Text, Value},
};

/// What the others do: a chair's single text, a hundred random changes, greedily.
pub const HUNDRED_CHANGES: &str = "SingleText(rounds: 100, attempt_every: 100)";
/// The chair's revisions, as they come.
pub const REVISIONS: &str = "ChairRevisions()";
/// The same by shifts alone, which is little enough to be written again in another framework.
pub const SHIFTS: &str = "ChairRevisions(moves: [Shift])";

/// City-block parties with ideals and saliences drawn evenly from the unit interval, each one's saliences summing to 1.
pub fn preferences(parties: usize, clauses: usize) -> Preferences {
    let utility_params = UtilityParams { loss: Loss::CityBlock, reading: Reading::default(), risk: 0.0 };
    let mut preferences = Preferences::new(parties, &vec![0; clauses], utility_params);
    let mut number = endless("bench: parties");
    for party in 0..parties {
        for clause in (0..clauses).map(ClauseId::new) {
            preferences.set_ideal(party, clause, number());
            preferences.set_salience(party, clause, number());
        }
    }
    preferences.normalise_saliences();
    preferences.update_shared_params();
    preferences
}

/// As many texts of clear values.
pub fn texts(count: usize, clauses: usize) -> Vec<Text> {
    let mut number = endless("bench: texts");
    (0..count).map(|_| Text((0..clauses).map(|_| Value::point(number())).collect())).collect()
}

/// As many changes of one clause, each clause in turn.
pub fn changes(count: usize, clauses: usize) -> Vec<(ClauseId, Value)> {
    let mut number = endless("bench: changes");
    (0..count).map(|k| (ClauseId::new(k % clauses), Value::point(number()))).collect()
}

/// What everybody asks for where the chair tries changes, in utility.
const NEED: f64 = 0.8;

/// What a chair that weighs all alike keeps while it tries changes: what everyone lacks, and what each change adds to each
/// loss.
pub fn trials(
    preferences: &Preferences,
    appraisal: &Appraisal,
    changes: &[(ClauseId, Value)],
) -> (Hinges, Vec<Vec<Pack>>) {
    let parties = preferences.parties();
    let lacks = appraisal.packed_totals().iter().map(|totals| Pack(totals.0.map(|total| NEED - 1.0 + total)));
    let weight = |k: usize| if k < parties { 1.0 / parties as f64 } else { 0.0 };
    let weights = (0..).map(|p: usize| Pack(std::array::from_fn(|k| weight(p * PACK + k))));
    let mut hinges = Hinges::default();
    hinges.set(lacks.zip(weights).map(|(lacks, weights)| [lacks, weights]));
    let added = |&(clause, value): &(ClauseId, Value)| {
        let mut change = vec![Pack::default(); appraisal.packed_totals().len()];
        appraisal.change(preferences, clause, value, &mut change);
        change
    };
    (hinges, changes.iter().map(added).collect())
}

/// Whether everybody could bear the text with one clause changed: nobody loses more than there is to lose. In these rooms
/// all can, so that all are asked.
pub fn bearable(preferences: &Preferences, appraisal: &Appraisal, clause: ClauseId, value: Value) -> bool {
    let mut bearable = Bearable(true);
    appraisal.try_change(preferences, clause, value, &mut bearable);
    bearable.0
}

/// Whether nobody has been seen to lose more than there is to lose.
struct Bearable(bool);

impl Trial for Bearable {
    #[inline(always)]
    fn see<S: Simd>(&mut self, _: usize, totals: f64x8<S>) -> ControlFlow<()> {
        self.0 = !totals.simd_gt(1.0).any_true();
        if self.0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// A room of countries with ideals and saliences drawn evenly, what holds in the middle; nothing is drawn.
pub fn scenario(parties: usize, clauses: usize, protocol: &str) -> Scenario {
    let mut number = endless("bench: room");
    let mut text = String::from("(format: 1, title: \"room\", clauses: {");
    for clause in 0..clauses {
        let _ = write!(text, "\"c{clause}\": Ambition(status_quo: 0.5), ");
    }
    text.push_str("}, countries: {");
    for party in 0..parties {
        let _ = write!(text, "\"p{party}\": (positions: {{");
        for clause in 0..clauses {
            let _ = write!(text, "\"c{clause}\": ({:.3}, {:.3}), ", number(), number());
        }
        text.push_str("}), ");
    }
    let _ = write!(text, "}}, rule: Consensus, protocol: {protocol})");
    Scenario::parse("room", &text).expect("a sound scenario")
}

/// The same, compiled.
pub fn room(parties: usize, clauses: usize, protocol: &str) -> Model {
    Model::compile(&scenario(parties, clauses, protocol)).expect("a sound scenario")
}

/// The flagship.
pub fn flagship() -> Case {
    shipped(include_str!("../../scenarios/un-ai-dialogue-2025.ron"))
}

/// The scenario that a new user starts with.
pub fn starter() -> Case {
    shipped(include_str!("../../scenarios/starter.ron"))
}

fn shipped(text: &str) -> Case {
    Case::parse("shipped", text).expect("a sound scenario")
}
