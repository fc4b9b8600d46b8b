//! Benchmarks of ambition, and the joint-decision trap.

use super::{names, paragraph, paragraphs, section};
use crate::{
    analysis::{AmbitionAnalysis, Analysis, BlocBallot, Trap},
    report::{
        number::{list, of, percent, point},
        table::{Align, Table, clip},
    },
    scenario::Scenario,
};

/// The sections on the benchmarks of each clause and on the trap.
pub fn render(scenario: &Scenario, analysis: &Analysis) -> String {
    let mut out = String::new();
    if let Some(ambition) = &analysis.ambition {
        out.push_str(&section("How far up (each clause from 0 to 1)"));
        out.push_str(&clauses(scenario, ambition));
        out.push_str(&paragraphs(&sentences(ambition)));
    }
    if let Some(trap) = &analysis.trap {
        out.push_str(&section("Does the rule keep from a majority what it wants?"));
        out.push_str(&paragraph(&self::trap(scenario, trap, analysis.ambition.is_some())));
        if !trap.blocs.is_empty() {
            out.push_str(&paragraph(&blocs(scenario, trap)));
        }
    }
    out
}

fn clauses(scenario: &Scenario, ambition: &AmbitionAnalysis) -> String {
    let columns = [
        ("clause", Align::Left),
        ("q", Align::Right),
        ("LCD", Align::Right),
        ("bound", Align::Right),
        ("median", Align::Right),
        ("wants least", Align::Left),
    ];
    let mut table = Table::new(columns);
    for c in &ambition.clauses {
        table.row([
            clip(scenario.title_of(&c.name), 28),
            point(c.status_quo),
            point(c.lcd),
            point(c.bound),
            point(c.median),
            clip(&names(scenario, &c.least_ambitious, 2), 36),
        ]);
    }
    let [q, lcd, bound, median] =
        [ambition.status_quo, ambition.lcd, ambition.bound, ambition.median].map(point);
    table.row(["depth, clauses weighed".into(), q, lcd, bound, median, String::new()]);
    table.render()
}

fn sentences(a: &AmbitionAnalysis) -> Vec<String> {
    let mut out = vec![
        format!(
            "LCD {}: every clause where its least ambitious party wants it, never below what already holds (q). Had \
             wishes been drawn at random, it would lie at {} on average.",
            point(a.lcd),
            point(a.lcd_by_chance)
        ),
        format!(
            "Bound {}: the most that everybody would accept, clause by clause, rather than nothing (Underdal's law of \
             the least ambitious programme). Median {}: every clause where its median party wants it.",
            point(a.bound),
            point(a.median)
        ),
    ];
    match a.conflict {
        Some(gap) => {
            out.push(format!("Conflict of ambition {}: how far the median lies above the LCD.", point(gap)))
        }
        None => out.push(
            "The median lies so near the LCD that there is no conflict of ambition to speak of.".to_owned(),
        ),
    }
    if let Some(bias) = a.reversion_bias {
        out.push(format!(
            "Reversion bias {}: of the way from what holds to what the median wants, {} is closed because every clause \
             must please everybody.",
            point(bias),
            percent(bias)
        ));
    }
    out
}

fn blocs(scenario: &Scenario, t: &Trap) -> String {
    let ballot = |b: &BlocBallot| {
        format!("{} {}–{}–{} ({})", scenario.title_of(&b.name), b.yes, b.no, b.abstain, point(b.agreement))
    };
    let ballots: Vec<String> = t.blocs.iter().map(ballot).collect();
    format!("Blocs on it, yes–no–indifferent (agreement index, 1 in unison): {}.", list(&ballots, 6))
}

fn trap(scenario: &Scenario, t: &Trap, has_depth: bool) -> String {
    let depth = if has_depth { format!(" It has depth {}.", point(t.depth)) } else { String::new() };
    let votes = |n: usize| of(n, "party", "parties");
    let verdict = match (t.trapped, t.carried) {
        (true, _) => {
            "A simple majority would carry it, the rule does not: a joint-decision trap (Scharpf 1988)."
        }
        (false, true) => "The rule carries it: no joint-decision trap.",
        (false, false) => "Not even a simple majority would carry it.",
    };
    let against =
        if t.lose.is_empty() { String::new() } else { format!(" ({})", names(scenario, &t.lose, 6)) };
    format!(
        "By the median's text, each clause where its median party wants it, {} would gain and {} would lose{against}, \
         against what holds now.{depth} {verdict}",
        votes(t.gain.len()),
        votes(t.lose.len())
    )
}
