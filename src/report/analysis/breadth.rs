//! Breadth against depth of a coalition of the willing.

use super::Page;
use crate::{
    analysis::{Breadth, Willing},
    language::Language,
    say,
};

/// The section on texts that bind only their signatories.
pub fn render(page: Page<'_>, breadth: &Breadth) -> String {
    let language = page.language();
    let mut out = page.section(&say!(language, "terminal-breadth-heading"));
    out.push_str(&page.paragraph(&say!(
        language,
        "terminal-breadth",
        alone = language.point(breadth.depths[0]),
        best = signs(language, &breadth.best),
        last = page.title(&breadth.best.last),
        best_total = tenth(breadth.best.total),
        all = signs(language, &breadth.all),
        all_total = tenth(breadth.all.total),
        differentiated = tenth(breadth.differentiated)
    )));
    out.push_str(&page.paragraph(&say!(
        language,
        "terminal-breadth-weighed",
        best = language.point(breadth.best.by_materiality),
        all = language.point(breadth.all.by_materiality)
    )));
    out
}

fn signs(language: Language, w: &Willing) -> String {
    say!(language, "terminal-signatures", n = w.signatories, depth = language.point(w.depth))
}

/// A number to one decimal, zero included.
fn tenth(x: f64) -> String {
    format!("{x:.1}")
}
