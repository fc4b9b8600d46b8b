//! Veto players: who can block a text, and who limits its depth.

use super::Page;
use crate::{
    analysis::{Analysis, Vetoes},
    say,
};

/// Parties that are named in a sentence.
const NAMED: usize = 8;
/// Pivotal parties that are named.
const PIVOTAL: usize = 5;

/// The section on veto players, absorbed and pivotal parties.
pub fn render(page: Page<'_>, analysis: &Analysis) -> String {
    let Some(vetoes) = &analysis.vetoes else { return String::new() };
    let language = page.language();
    let mut out = page.section(&say!(language, "terminal-vetoes-heading"));
    out.push_str(&page.paragraph(&players(page, vetoes, analysis.voices.len())));
    if !vetoes.absorbed.is_empty() {
        let names = page.names(&vetoes.absorbed, NAMED);
        out.push_str(&page.paragraph(&say!(language, "terminal-absorbed", names = names)));
    }
    if let Some(frontier) = analysis.agreement.as_ref().and_then(|a| a.tolerance_frontier) {
        out.push_str(&page.paragraph(&pivotal(page, vetoes, frontier)));
    }
    out
}

fn players(page: Page<'_>, vetoes: &Vetoes, voices: usize) -> String {
    let kind = match vetoes.players.len() {
        0 => "none",
        n if n == voices => "all",
        _ => "some",
    };
    let (n, names) = (vetoes.players.len(), page.names(&vetoes.players, NAMED));
    say!(page.language(), "terminal-veto-players", kind = kind, n = n, names = names)
}

fn pivotal(page: Page<'_>, vetoes: &Vetoes, frontier: f64) -> String {
    let language = page.language();
    let shown: Vec<String> = vetoes
        .pivotal
        .iter()
        .take(PIVOTAL)
        .map(|p| {
            let depth = language.point(p.depth_without);
            say!(language, "terminal-without", party = page.title(&p.name), depth = depth)
        })
        .collect();
    match shown.as_slice() {
        [] => say!(language, "terminal-nobody-pivotal"),
        shown => {
            let (parties, frontier) = (language.list(shown, PIVOTAL), language.point(frontier));
            say!(language, "terminal-pivotal", parties = parties, frontier = frontier)
        }
    }
}
