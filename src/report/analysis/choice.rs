//! What the decision rule would choose between texts.

use super::Page;
use crate::{
    analysis::{ClauseChoice, RuleChoice, SampledChoice},
    benchmark::Sampled,
    language::Language,
    report::table::{Table, clip},
    say,
    study::statistics::Rate,
};

/// The section on core and winset, clause by clause and for whole texts.
pub fn render(page: Page<'_>, title: &str, choice: Option<&RuleChoice>) -> String {
    let Some(choice) = choice else { return String::new() };
    let mut out = page.section(title);
    out.push_str(&clauses(page, choice));
    out.push_str(&page.paragraph(&say!(page.language(), "terminal-choice-legend")));
    if let Some(sampled) = &choice.sampled {
        out.push_str(&page.paragraphs(&whole_texts(page, sampled)));
    }
    out
}

fn clauses(page: Page<'_>, choice: &RuleChoice) -> String {
    let language = page.language();
    let mut table = Table::headed(&say!(language, "terminal-choice-columns"));
    for c in &choice.clauses {
        table.row([
            page.name(&c.name),
            c.core.map_or_else(|| say!(language, "terminal-empty"), |core| interval(language, core)),
            winset(language, c),
            c.deepest.map_or_else(String::new, |x| language.point(x)),
            if c.pivots.is_empty() { String::new() } else { clip(&page.names(&c.pivots, 2), 34) },
        ]);
    }
    page.table(&table)
}

fn interval(language: Language, (low, high): (f64, f64)) -> String {
    let [from, to] = [low, high].map(|x| language.point(x));
    if high - low < 5e-3 { from } else { format!("{from}–{to}") }
}

fn winset(language: Language, clause: &ClauseChoice) -> String {
    match clause.winset.as_slice() {
        [] => say!(language, "terminal-nothing"),
        some => some.iter().map(|s| interval(language, *s)).collect::<Vec<_>>().join(", "),
    }
}

fn whole_texts(page: Page<'_>, s: &SampledChoice) -> Vec<String> {
    let language = page.language();
    let share = |sampled: Sampled| page.rate(&Rate::new(sampled.count, sampled.of));
    let mut out = vec![
        say!(
            language,
            "terminal-winset-sampled",
            found = s.winset.count,
            of = s.winset.of,
            share = share(s.winset)
        ),
        say!(
            language,
            "terminal-core-sampled",
            found = s.core.count,
            of = s.core.of,
            challengers = s.challengers,
            share = share(s.core)
        ),
    ];
    match s.median_beaten {
        Some(true) => out.push(say!(language, "terminal-median-beaten")),
        Some(false) => out.push(say!(language, "terminal-median-unbeaten")),
        None => {}
    }
    out
}

/// A sentence on the majorities that rule out cycles on this number of clauses.
pub fn safe_majorities(language: Language, choice: &RuleChoice) -> String {
    say!(
        language,
        "terminal-safe-majorities",
        clauses = choice.dimensions,
        always = language.percent(choice.always_safe_above),
        even = language.percent(choice.safe_if_even_above)
    )
}
