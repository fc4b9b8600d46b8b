//! What the works compute, as JSON: others compute the same from the same rooms, and are held to it.

use std::{iter::zip, ops::ControlFlow};

use plenary::{
    Case,
    benchmark::agreement::{AgreementSet, Solution, Unsolved},
    model::{Appraisal, Model, Preferences, Simd, Trial, f64x8, prelude::*},
    negotiation::{Negotiator, Realisation},
    outcome::Outcome,
    text::{ClauseId, Text},
};
use serde_json::{Value, json};

use crate::{TEXTS, rooms};

/// What a work computes, so many times.
pub fn show(name: &str, sizes: &[usize], times: usize) -> Value {
    match (name, sizes) {
        ("judged", &[parties, clauses]) => judged(parties, clauses),
        ("single-text", &[parties]) => negotiated(parties, 8, rooms::HUNDRED_CHANGES, times),
        ("shifts", &[parties, clauses]) => negotiated(parties, clauses, rooms::SHIFTS, times),
        _ => panic!("{name} cannot be shown"),
    }
}

/// What could be agreed in a scenario: each solution's text and everybody's surplus over its reservation value, at nobody's
/// rounding.
pub fn solutions(file: &str) -> Value {
    let case = Case::load(file).expect("a sound scenario");
    let parties = Realisation::as_stated(case.model());
    let Realisation { national, present, reservations, .. } = &parties;
    let set = AgreementSet::new(case.model(), national, present, reservations).expect("scales and voices");
    let solved = |solution: Result<Solution, Unsolved>| match solution {
        Ok(solution) => json!({
            "text": middles(&solution.text),
            "depth": solution.depth,
            "surpluses": solution.surpluses,
        }),
        Err(why) => json!(why.to_string()),
    };
    json!({
        "deepest": solved(set.deepest()),
        "Nash": solved(set.nash(None)),
        "Kalai–Smorodinsky": solved(set.kalai_smorodinsky()),
        "egalitarian": solved(set.egalitarian()),
        "utilitarian": solved(set.utilitarian()),
    })
}

/// Texts and changes of the first of them, and what everybody loses by each.
fn judged(parties: usize, clauses: usize) -> Value {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(TEXTS, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let mut appraisal = Appraisal::default();
    let losses: Vec<_> = texts
        .iter()
        .map(|text| {
            appraisal.judge(&preferences, text);
            appraisal.totals().to_vec()
        })
        .collect();
    appraisal.judge(&preferences, &rooms::texts(1, clauses)[0]);
    let (hinges, added) = rooms::trials(&preferences, &appraisal, &changes);
    let mut shortfalls = Vec::new();
    let added = added.iter().map(|change| [change.as_slice()]);
    hinges.sums(preferences.width(), added, |shortfall| shortfalls.push(shortfall));
    let after = changes.iter().map(|&(clause, value)| {
        let mut losses = Losses(vec![0.0; parties]);
        appraisal.try_change(&preferences, clause, value, &mut losses);
        losses.0
    });
    json!({
        "room": room(&preferences),
        "texts": texts.iter().map(middles).collect::<Vec<_>>(),
        "losses": losses,
        "changes": changes.iter().map(|(clause, value)| (clause.index(), value.middle())).collect::<Vec<_>>(),
        "losses_after": after.collect::<Vec<_>>(),
        "shortfalls": shortfalls,
    })
}

/// What everybody loses by a trial text.
struct Losses(Vec<f64>);

impl Trial for Losses {
    #[inline(always)]
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()> {
        zip(self.0.chunks_mut(8).nth(pack).into_iter().flatten(), *totals.as_array())
            .for_each(|(a, b)| *a = b);
        ControlFlow::Continue(())
    }
}

/// A room's countries, and how its first negotiations end.
fn negotiated(parties: usize, clauses: usize, protocol: &str, replicates: usize) -> Value {
    let model = Model::compile(&rooms::scenario(parties, clauses, protocol)).expect("a sound scenario");
    let mut negotiator = Negotiator::new(&model, 1);
    let outcomes: Vec<_> =
        (1..=replicates as u64).map(|k| outcome(&negotiator.negotiate(k, &mut ()))).collect();
    let countries = model.countries().iter();
    json!({
        "room": room(model.stated()),
        "isolation_costs": countries.clone().map(|c| c.isolation_cost).collect::<Vec<_>>(),
        "betas": countries.map(|c| c.tactic.beta).collect::<Vec<_>>(),
        "status_quo": model.status_quo().map(|value| value.middle()).collect::<Vec<_>>(),
        "outcomes": outcomes,
    })
}

fn outcome(outcome: &Outcome) -> Value {
    json!({
        "adopted": outcome.conclusion.adopted(),
        "round": outcome.round,
        "text": middles(&outcome.text),
        "depths": [outcome.draft_depth, outcome.depth, outcome.realised_depth],
        "benchmarks": outcome.benchmarks,
        "index": outcome.index,
        "lcd": outcome.lcd,
        "label": outcome.label.words(),
        "gains": outcome.parties.iter().map(|party| party.gain).collect::<Vec<_>>(),
        "laggards": outcome.parties.iter().map(|party| party.laggard).collect::<Vec<_>>(),
    })
}

/// Ideals and saliences as stated, a row for each party.
fn room(preferences: &Preferences) -> Value {
    let rows = |of: &dyn Fn(usize, ClauseId) -> f64| -> Vec<Vec<f64>> {
        let row = |i| (0..preferences.clauses()).map(|d| of(i, ClauseId::new(d))).collect();
        (0..preferences.parties()).map(row).collect()
    };
    json!({
        "ideals": rows(&|i, d| preferences.ideal(i, d)),
        "saliences": rows(&|i, d| preferences.salience(i, d)),
    })
}

fn middles(text: &Text) -> Vec<f64> {
    text.0.iter().map(|value| value.middle()).collect()
}
