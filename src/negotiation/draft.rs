//! The first draft (model §5).

use super::{room::Room, sponsor::Sponsor, voices::Voices};
use crate::{
    model::{DraftModel, Model},
    party::influence,
    protocol::ChairRevisions,
    text::{ClauseId, Text, Value},
};

/// Writes the first text.
pub fn write(model: &Model, room: &Room, voices: &Voices, sponsor: &Sponsor, draft: &mut Text) {
    for clause in model.clause_ids() {
        let mean = || mean(model, voices, clause);
        // Where nothing of the kind holds, there is nothing to start from.
        let from = |value| if model.clauses[clause.index()].offers(value) { value } else { mean() };
        let value = match &model.draft {
            DraftModel::Mean => mean(),
            DraftModel::StatusQuo => from(model.clauses[clause.index()].status_quo),
            DraftModel::AgreedLanguage => from(model.clauses[clause.index()].source.agreed_language()),
            DraftModel::Given(values) => values[clause.index()].unwrap_or_else(mean),
            DraftModel::Sponsor(_) | DraftModel::Recognised => sponsor.favourite(clause).unwrap_or_else(mean),
        };
        draft[clause] = match model.protocol.chair() {
            Some(chair) => offered(model, chair, room, clause, value),
            None => value,
        };
    }
}

/// Σ m ω p / Σ m ω over those who speak; for options, the one they like best by that weight.
fn mean(model: &Model, voices: &Voices, clause: ClauseId) -> Value {
    let p = &voices.preferences;
    let weight = |v: usize| voices.materiality[v] * p.salience(v, clause);
    let total: f64 = (0..voices.who.len()).map(weight).sum();
    let compiled = &model.clauses[clause.index()];
    if total == 0.0 && compiled.offers(compiled.status_quo) {
        return compiled.status_quo;
    }
    let options = compiled.options;
    if options == 0 {
        let sum: f64 = (0..voices.who.len()).map(|v| weight(v) * p.ideal(v, clause)).sum();
        return Value::point(sum / total);
    }
    let loss = |o: usize| (0..voices.who.len()).map(|v| weight(v) * p.option_loss(v, clause, o)).sum::<f64>();
    let best = (0..options).min_by(|&a, &b| loss(a).total_cmp(&loss(b)));
    Value::option(best.unwrap_or(0))
}

/// Firms offer the chair language: the draft moves by ℓ = L/(L + κ), capped, towards what they want.
fn offered(model: &Model, chair: &ChairRevisions, room: &Room, clause: ClauseId, value: Value) -> Value {
    let Value::Interval { lo, hi } = value else {
        return value;
    };
    let (effort, pull) = room.pull(model, clause, |firm| firm.drafting);
    if effort == 0.0 {
        return value;
    }
    let l = influence(effort, chair.drafting_resistance).min(chair.drafting_cap);
    let towards = |x: f64| (1.0 - l) * x + l * pull;
    Value::Interval { lo: towards(lo), hi: towards(hi) }
}
