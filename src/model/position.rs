//! The position of a party on each clause: its own, or that of its bloc.

use super::Preferences;
use crate::{
    named::Named,
    party::Country,
    preference::{Confidence, Position},
    scenario::Scenario,
    text::{Clause, ClauseId},
};

/// A party's position on one clause, its own or inherited.
pub struct ResolvedPosition<'a> {
    pub clause: ClauseId,
    pub position: &'a Position,
    pub confidence: Confidence,
}

/// A country's position on every clause that concerns it: its own, or that of its heaviest bloc that has one.
pub fn positions<'a>(s: &'a Scenario, country: &'a Country) -> Vec<ResolvedPosition<'a>> {
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
                    Some(ResolvedPosition { clause, position, confidence: *confidence })
                }
                Some(position) => Some(ResolvedPosition { clause, position, confidence: Confidence::High }),
                None => inherited(name).map(|position| ResolvedPosition {
                    clause,
                    position,
                    confidence: Confidence::Derived,
                }),
            }
        })
        .collect()
}

/// The stated salience; for points, the points of the best option.
pub fn salience(position: &Position) -> f64 {
    match position {
        Position::Ideal { salience, .. } => *salience,
        Position::Points(points) => points.values().fold(0.0, |best, p| best.max(*p)),
    }
}

/// Writes a position into the arrays; returns the ideal (`None` for points) and the stated salience.
pub fn write_position(
    preferences: &mut Preferences,
    party: usize,
    resolved: &ResolvedPosition<'_>,
    clauses: &Named<Clause>,
) -> (Option<f64>, f64) {
    let weight = salience(resolved.position);
    preferences.set_salience(party, resolved.clause, weight);
    match resolved.position {
        Position::Ideal { ideal, .. } => {
            preferences.set_ideal(party, resolved.clause, *ideal);
            (Some(*ideal), weight)
        }
        Position::Points(points) => {
            if let Some(Clause::Options(c)) = clauses.values().nth(resolved.clause.index()) {
                for (o, option) in c.options.names().enumerate() {
                    let share =
                        points.get(option).map_or(0.0, |p| if weight > 0.0 { p / weight } else { 0.0 });
                    preferences.set_option_loss(party, resolved.clause, o, 1.0 - share);
                }
            }
            (None, weight)
        }
    }
}

/// Ideals by clause; `None` for clauses without a position.
pub fn ideals(s: &Scenario, positions: &Named<Position>) -> Vec<Option<f64>> {
    s.clauses
        .names()
        .map(|name| match positions.get(name) {
            Some(Position::Ideal { ideal, salience, .. }) if *salience > 0.0 => Some(*ideal),
            _ => None,
        })
        .collect()
}
