//! Thresholds that contradict one another, or that every text meets.

use super::{
    super::{Note, Place, Scenario},
    positions::effective,
};
use crate::{preference::Position, text::Clause, voting::Binds};

/// What the outcome tree (specification §2) could not tell apart.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    let t = &scenario.thresholds;
    let mut say = |field: &'static str, message: String, help: &str| {
        let note = Note::grave(Place::top("thresholds").field(field), message, "contradicts the others");
        notes.push(note.help(help));
    };
    // An LCD text lies at least lcd_index × ambition_gap below the median wish, a substantive one at most `substantive`.
    let nearest = t.lcd_index * t.ambition_gap;
    if nearest <= t.substantive && t.lcd_index > 0.0 {
        say(
            "substantive",
            format!(
                "a text could be a lowest common denominator and substantive at once: LCD texts begin {nearest:.3} below \
                 the median wish (lcd_index × ambition_gap), substantive ones end {} below it",
                t.substantive
            ),
            "lower substantive, or raise lcd_index or ambition_gap",
        );
    }
    if t.lcd_index <= 0.0 {
        let message = "with lcd_index 0 no text goes too far to be a lowest common denominator".to_owned();
        say("lcd_index", message, "0.8 is customary");
    }
    if t.laggard_share >= 1.0 {
        let message = "with laggard_share 1 everybody counts as among the least ambitious".to_owned();
        say("laggard_share", message, "0.1 is customary");
    }
    if t.carved_salience <= 0.0 {
        let message =
            "with carved_salience 0 a text from which nothing was taken can be a carve-out".to_owned();
        say("carved_salience", message, "0.2 is customary");
    }
    if t.outside <= 0.0 && scenario.rule.compile().0.binds == Binds::Signatories {
        let message = "with outside 0 a text that all have signed is a coalition of the willing".to_owned();
        say("outside", message, "0.1 is customary");
    }
    if farthest(scenario).is_some_and(|most| most <= t.procedural) {
        let message = format!(
            "with procedural {} every text that anybody wants decides nothing: no wish lies farther from what holds without one",
            t.procedural
        );
        say("procedural", message, "0.01 is customary");
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
