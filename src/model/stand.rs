//! Where a party stands on each clause: its own position, else its bloc's.

use super::Preferences;
use crate::{
    named::Named,
    party::Country,
    preference::{Confidence, Position},
    scenario::Scenario,
    text::{Clause, ClauseId},
};

/// A party's stand on one clause, resolved.
pub struct Stand<'a> {
    pub clause: ClauseId,
    pub position: &'a Position,
    pub confidence: Confidence,
}

/// A country's stand on every clause that concerns it: its own, else that of its heaviest bloc that has one.
pub fn stands<'a>(s: &'a Scenario, country: &'a Country) -> Vec<Stand<'a>> {
    let blocs = Scenario::blocs_of(country);
    let inherited =
        |clause: &str| blocs.iter().find_map(|(bloc, _)| s.blocs.get(bloc)?.positions.get(clause));
    s.clauses
        .names()
        .enumerate()
        .filter_map(|(d, name)| {
            let clause = ClauseId::new(d);
            match country.positions.get(name) {
                Some(position @ Position::Ideal { confidence, .. }) => {
                    Some(Stand { clause, position, confidence: *confidence })
                }
                Some(position) => Some(Stand { clause, position, confidence: Confidence::High }),
                None => inherited(name).map(|position| Stand {
                    clause,
                    position,
                    confidence: Confidence::Derived,
                }),
            }
        })
        .collect()
}

/// The salience as written: for points, the best option's.
pub fn salience(position: &Position) -> f64 {
    match position {
        Position::Ideal { salience, .. } => *salience,
        Position::Points(points) => points.values().fold(0.0, |best, p| best.max(*p)),
    }
}

/// Writes a stand into the arrays; returns the ideal (none for points) and the salience as written.
pub fn enter(
    preferences: &mut Preferences,
    party: usize,
    stand: &Stand<'_>,
    clauses: &Named<Clause>,
) -> (Option<f64>, f64) {
    let weight = salience(stand.position);
    preferences.set_salience(party, stand.clause, weight);
    match stand.position {
        Position::Ideal { ideal, .. } => {
            preferences.set_ideal(party, stand.clause, *ideal);
            (Some(*ideal), weight)
        }
        Position::Points(points) => {
            if let Some(Clause::Options(c)) = clauses.values().nth(stand.clause.index()) {
                for (o, option) in c.options.names().enumerate() {
                    let share =
                        points.get(option).map_or(0.0, |p| if weight > 0.0 { p / weight } else { 0.0 });
                    preferences.set_option_loss(party, stand.clause, o, 1.0 - share);
                }
            }
            (None, weight)
        }
    }
}

/// Ideals by clause; none where nothing is said.
pub fn ideals(s: &Scenario, positions: &Named<Position>) -> Vec<Option<f64>> {
    s.clauses
        .names()
        .map(|name| match positions.get(name) {
            Some(Position::Ideal { ideal, salience, .. }) if *salience > 0.0 => Some(*ideal),
            _ => None,
        })
        .collect()
}
