//! The first draft (specification §5).

use super::{realisation::Realisation, sponsor::TextSponsor, voices::Voices};
use crate::{
    model::{DraftModel, Model, Preferences},
    party::influence,
    protocol::{ChairRevisions, Protocol},
    text::{ClauseId, Text, Value},
};

/// Writes the first text.
pub fn write(model: &Model, room: &Realisation, voices: &Voices, sponsor: &TextSponsor, draft: &mut Text) {
    for clause in model.clause_ids() {
        let mean = || mean(model, voices, clause);
        let compiled = &model.clauses[clause.index()];
        let value = match &model.draft {
            DraftModel::Mean => mean(),
            DraftModel::StatusQuo => compiled.status_quo,
            DraftModel::AgreedLanguage => compiled.source.agreed_language(),
            DraftModel::Given(values) => values[clause.index()].unwrap_or_else(mean),
            DraftModel::Sponsor(_) | DraftModel::Recognised => sponsor.favourite(clause).unwrap_or_else(mean),
        };
        draft[clause] = match model.protocol.chair() {
            Some(chair) => lobbied(model, chair, room, clause, value),
            None => value,
        };
    }
}

/// Σ m ω p / Σ m ω over those who speak, in the compromise Σ m s p / Σ m s (specification §§5.1, 5.7); the status quo where
/// nobody cares, if it is on offer.
fn mean(model: &Model, voices: &Voices, clause: ClauseId) -> Value {
    let p = &voices.preferences;
    let salience = |v: usize| match model.protocol {
        Protocol::Compromise => voices.stated_salience(v, clause),
        _ => p.salience(v, clause),
    };
    let weight = |v: usize| voices.materiality[v] * salience(v);
    let total: f64 = (0..voices.who.len()).map(weight).sum();
    let compiled = &model.clauses[clause.index()];
    if total == 0.0 && compiled.offers(compiled.status_quo) {
        return compiled.status_quo;
    }
    weighted_mean(p, clause, compiled.options, (0..voices.who.len()).map(|v| (v, weight(v))))
}

/// Σ w p / Σ w over parties and their weights; of options, the one with the least weighted loss.
pub(super) fn weighted_mean(
    preferences: &Preferences,
    clause: ClauseId,
    options: usize,
    parties: impl Iterator<Item = (usize, f64)> + Clone,
) -> Value {
    if options == 0 {
        let total: f64 = parties.clone().map(|(_, w)| w).sum();
        return Value::point(parties.map(|(i, w)| w * preferences.ideal(i, clause)).sum::<f64>() / total);
    }
    let loss =
        |o: usize| parties.clone().map(|(i, w)| w * preferences.option_loss(i, clause, o)).sum::<f64>();
    let best = (0..options).min_by(|&a, &b| loss(a).total_cmp(&loss(b)));
    Value::option(best.unwrap_or(0))
}

/// Firms lobby the chair: the draft moves by ℓ = L/(L + κ), capped, towards what they want.
fn lobbied(
    model: &Model,
    chair: &ChairRevisions,
    room: &Realisation,
    clause: ClauseId,
    value: Value,
) -> Value {
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
