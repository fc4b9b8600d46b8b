//! The first draft (model §5).

use super::{room::Room, voices::Voices};
use crate::{
    model::{Author, DraftModel, Model},
    party::influence,
    text::{ClauseId, Text, Value},
};

/// Writes the chair's first text.
pub fn write(model: &Model, room: &Room, voices: &Voices, draft: &mut Text) {
    for clause in model.clause_ids() {
        let mean = mean(model, voices, clause);
        let value = match &model.draft {
            DraftModel::Mean => mean,
            DraftModel::AgreedLanguage => {
                let compiled = &model.clauses[clause.index()];
                let agreed = compiled.source.agreed_language();
                if compiled.offers(agreed) { agreed } else { mean }
            }
            DraftModel::Given(values) => values[clause.index()].unwrap_or(mean),
            DraftModel::Sponsor(author) => ideal_of(model, room, *author, clause).unwrap_or(mean),
            DraftModel::Recognised => recognised(voices, room.recognition)
                .and_then(|v| ideal_of_voice(voices, v, clause))
                .unwrap_or(mean),
        };
        draft[clause] = offered(model, room, clause, value);
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

/// What an author would write; none where it does not care.
fn ideal_of(model: &Model, room: &Room, author: Author, clause: ClauseId) -> Option<Value> {
    match author {
        Author::Country(i) => {
            (room.national.salience(i, clause) > 0.0).then(|| match model.clauses[clause.index()].options {
                0 => Value::point(room.national.ideal(i, clause)),
                _ => Value::option(room.national.best_option(i, clause)),
            })
        }
        // Blocs and firms have wishes on scales only; among options the chair takes the room's favourite.
        _ if model.clauses[clause.index()].options > 0 => None,
        Author::Bloc(b) => room.position(model, b, clause).map(Value::point),
        Author::Firm(f) => room.firm_ideal(model, f, clause).map(Value::point),
    }
}

fn ideal_of_voice(voices: &Voices, v: usize, clause: ClauseId) -> Option<Value> {
    voices.cares(v, clause).then(|| match voices.preferences.option_count(clause) {
        0 => Value::point(voices.preferences.ideal(v, clause)),
        _ => Value::option(voices.preferences.best_option(v, clause)),
    })
}

/// The voice whose share of materiality × salience the drawn number falls into.
fn recognised(voices: &Voices, number: f64) -> Option<usize> {
    let clauses = || (0..).map(ClauseId::new).take(voices.preferences.clauses());
    let weight =
        |v: usize| voices.materiality[v] * clauses().map(|c| voices.preferences.salience(v, c)).sum::<f64>();
    let total: f64 = (0..voices.who.len()).map(weight).sum();
    let mut below = 0.0;
    (0..voices.who.len()).find(|&v| {
        below += weight(v);
        number * total < below
    })
}

/// Firms offer the chair language: the draft moves by ℓ = L/(L + κ), capped, towards what they want.
fn offered(model: &Model, room: &Room, clause: ClauseId, value: Value) -> Value {
    let Value::Interval { lo, hi } = value else {
        return value;
    };
    let (effort, pull) = room.pull(model, clause, |firm| firm.drafting);
    if effort == 0.0 {
        return value;
    }
    let l = influence(effort, model.chair.drafting_resistance).min(model.chair.drafting_cap);
    let towards = |x: f64| (1.0 - l) * x + l * pull;
    Value::Interval { lo: towards(lo), hi: towards(hi) }
}
