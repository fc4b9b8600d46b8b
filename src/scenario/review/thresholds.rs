//! Thresholds that contradict one another, or that every text meets.

use super::{
    super::{Note, Place, Scenario},
    positions::effective,
};
use crate::{language::Message, preference::Position, say, text::Clause, voting::Binds};

/// What the outcome tree (specification §2) could not tell apart.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    let t = &scenario.thresholds;
    let mut add = |field: &'static str, nearest: f64, line: f64| {
        let (nearest, line) = (format!("{nearest:.3}"), line.to_string());
        let message = Message::new(|language| {
            say!(
                language,
                "review-threshold",
                field = field,
                nearest = nearest.as_str(),
                line = line.as_str()
            )
        });
        let underlined = Message::new(|language| say!(language, "review-threshold-mark"));
        let help = Message::new(|language| say!(language, "review-threshold-help", field = field));
        notes.push(Note::grave(Place::top("thresholds").field(field), message, underlined).help(help));
    };
    // An LCD text lies at least lcd_index × ambition_gap below the median wish, a substantive one at most `substantive`.
    let nearest = t.lcd_index * t.ambition_gap;
    if nearest <= t.substantive && t.lcd_index > 0.0 {
        add("substantive", nearest, t.substantive);
    }
    if t.lcd_index <= 0.0 {
        add("lcd_index", nearest, t.lcd_index);
    }
    if t.laggard_share >= 1.0 {
        add("laggard_share", nearest, t.laggard_share);
    }
    if t.carved_salience <= 0.0 {
        add("carved_salience", nearest, t.carved_salience);
    }
    if t.outside <= 0.0 && scenario.rule.compile().0.binds == Binds::Signatories {
        add("outside", nearest, t.outside);
    }
    if farthest(scenario).is_some_and(|most| most <= t.procedural) {
        add("procedural", nearest, t.procedural);
    }
}

/// How far the farthest wish lies from what holds without a text; none where options are chosen.
fn farthest(scenario: &Scenario) -> Option<f64> {
    let mut most: Option<f64> = None;
    for (name, clause) in scenario.clauses.iter() {
        let status_quo = match clause {
            Clause::Ambition(c) => c.status_quo,
            Clause::Positional(c) => c.status_quo,
            Clause::Scope(c) => c.status_quo,
            Clause::Options(_) => return None,
        };
        for country in scenario.countries.values() {
            if let Some(Position::Ideal { ideal, .. }) = effective(scenario, country, name) {
                most = Some(most.unwrap_or(0.0).max((ideal - status_quo).abs()));
            }
        }
    }
    most
}
