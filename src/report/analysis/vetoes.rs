//! Who can stop a text, and who holds it down.

use super::{names, say, section};
use crate::{
    analysis::{Analysis, Vetoes},
    report::number::{list, point},
    scenario::Scenario,
};

/// The veto players, the absorbed and the pivotal.
pub fn render(scenario: &Scenario, analysis: &Analysis) -> String {
    let Some(vetoes) = &analysis.vetoes else { return String::new() };
    let mut out = section("Who holds it down");
    out.push_str(&say(&players(scenario, vetoes, analysis.voices.len())));
    if !vetoes.absorbed.is_empty() {
        out.push_str(&say(&format!(
            "Absorbed: {}. Their wishes lie among those of other veto players, so that their veto adds little to the \
             others' (nothing, where all care alike).",
            names(scenario, &vetoes.absorbed, 8)
        )));
    }
    if let Some(frontier) = analysis.agreement.as_ref().and_then(|a| a.tolerance_frontier) {
        out.push_str(&say(&pivotal(scenario, vetoes, frontier)));
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
        _ => {
            let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
            format!(
                "Pivotal: the deepest package that all others accept would reach {}, instead of {}.",
                list(&shown, 5),
                point(frontier)
            )
        }
    }
}
