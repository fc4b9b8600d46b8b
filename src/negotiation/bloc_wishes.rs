//! What a bloc wants together (specification §3).

use super::{ranks::Ranks, realisation::Realisation};
use crate::model::{Model, Preferences};

/// Writes what a bloc wants to a place of `preferences`: its common position, with its members' mean salience.
pub fn write_bloc_wishes(
    model: &Model,
    room: &Realisation,
    ranks: Ranks<'_>,
    preferences: &mut Preferences,
    place: usize,
) {
    for clause in model.clause_ids() {
        preferences.set_ideal(place, clause, room.position(model, ranks.bloc, clause).unwrap_or(0.0));
        preferences.set_salience(place, clause, ranks.mean(|i| room.effective.salience(i, clause)));
        for option in 0..model.clauses[clause.index()].options {
            preferences.set_option_loss(place, clause, option, ranks.option_loss(clause, option));
        }
    }
    if let Some((first, _)) = ranks.members().next() {
        preferences.set_utility_params(place, room.effective.utility_params(first));
    }
}
