//! Veto players: who can block a text, and who limits its depth.

use super::{names, paragraph, section};
use crate::{
    analysis::{Analysis, Vetoes},
    report::number::{list, point},
    scenario::Scenario,
};

/// The section on veto players, absorbed and pivotal parties.
pub fn render(scenario: &Scenario, analysis: &Analysis) -> String {
    let Some(vetoes) = &analysis.vetoes else { return String::new() };
    let mut out = section("Who holds it down");
    out.push_str(&paragraph(&players(scenario, vetoes, analysis.voices.len())));
    if !vetoes.absorbed.is_empty() {
        out.push_str(&paragraph(&format!(
            "Absorbed: {}. Their wishes lie among those of other veto players, so that their veto adds little to the \
             others' (nothing, where all care alike).",
            names(scenario, &vetoes.absorbed, 8)
        )));
    }
    if let Some(frontier) = analysis.agreement.as_ref().and_then(|a| a.tolerance_frontier) {
        out.push_str(&paragraph(&pivotal(scenario, vetoes, frontier)));
    }
    out
}

fn players(scenario: &Scenario, vetoes: &Vetoes, voices: usize) -> String {
    match vetoes.players.len() {
        0 => "Veto players: none.".to_owned(),
        n if n == voices => format!("Veto players: all {n} with a voice."),
        _ => format!("Veto players: {}.", names(scenario, &vetoes.players, 8)),
    }
}

fn pivotal(scenario: &Scenario, vetoes: &Vetoes, frontier: f64) -> String {
    let shown: Vec<String> = vetoes
        .pivotal
        .iter()
        .take(5)
        .map(|p| format!("without {} {}", scenario.title_of(&p.name), point(p.depth_without)))
        .collect();
    match shown.as_slice() {
        [] => "Pivotal: nobody alone. Without the consent of any one party the deepest package would be no deeper.".to_owned(),
        _ => format!(
            "Pivotal: the deepest package that all others accept would reach {}, instead of {}.",
            list(&shown, 5),
            point(frontier)
        ),
    }
}
