//! Benchmarks of ambition, and the joint-decision trap.

use super::Page;
use crate::{
    analysis::{AmbitionAnalysis, Analysis, BlocBallot, Trap},
    language::Language,
    report::table::{Table, clip},
    say,
};

/// Parties and blocs that are named in a sentence.
const NAMED: usize = 6;

/// The sections on the benchmarks of each clause and on the trap.
pub fn render(page: Page<'_>, analysis: &Analysis) -> String {
    let language = page.language();
    let mut out = String::new();
    if let Some(ambition) = &analysis.ambition {
        out.push_str(&page.section(&say!(language, "terminal-ambition-heading")));
        out.push_str(&clauses(page, ambition));
        out.push_str(&page.paragraphs(&sentences(language, ambition)));
    }
    if let Some(trap) = &analysis.trap {
        out.push_str(&page.section(&say!(language, "terminal-trap-heading")));
        out.push_str(&page.paragraph(&self::trap(page, trap, analysis.ambition.is_some())));
        if !trap.blocs.is_empty() {
            out.push_str(&page.paragraph(&blocs(page, trap)));
        }
    }
    out
}

fn clauses(page: Page<'_>, ambition: &AmbitionAnalysis) -> String {
    let language = page.language();
    let mut table = Table::headed(&say!(language, "terminal-ambition-columns"));
    for c in &ambition.clauses {
        table.row([
            page.name(&c.name),
            language.point(c.status_quo),
            language.point(c.lcd),
            language.point(c.bound),
            language.point(c.median),
            clip(&page.names(&c.least_ambitious, 2), 36),
        ]);
    }
    let [q, lcd, bound, median] =
        [ambition.status_quo, ambition.lcd, ambition.bound, ambition.median].map(|x| language.point(x));
    table.row([say!(language, "terminal-depth-weighed"), q, lcd, bound, median, String::new()]);
    page.table(&table)
}

fn sentences(language: Language, a: &AmbitionAnalysis) -> Vec<String> {
    let point = |x: f64| language.point(x);
    let mut out = vec![
        say!(language, "terminal-lcd", lcd = point(a.lcd), chance = point(a.lcd_by_chance)),
        say!(language, "terminal-bound", bound = point(a.bound), median = point(a.median)),
    ];
    out.push(match a.conflict {
        Some(gap) => say!(language, "terminal-conflict", gap = point(gap)),
        None => say!(language, "terminal-no-conflict"),
    });
    if let Some(bias) = a.reversion_bias {
        out.push(say!(
            language,
            "terminal-reversion-bias",
            bias = point(bias),
            share = language.percent(bias)
        ));
    }
    out
}

fn blocs(page: Page<'_>, t: &Trap) -> String {
    let language = page.language();
    let ballot = |b: &BlocBallot| {
        say!(
            language,
            "terminal-bloc-ballot",
            bloc = page.title(&b.name),
            yes = b.yes,
            no = b.no,
            abstain = b.abstain,
            agreement = language.point(b.agreement)
        )
    };
    let ballots: Vec<String> = t.blocs.iter().map(ballot).collect();
    say!(language, "terminal-bloc-ballots", ballots = language.list(&ballots, NAMED))
}

fn trap(page: Page<'_>, t: &Trap, has_depth: bool) -> String {
    let language = page.language();
    let verdict = match (t.trapped, t.carried) {
        (true, _) => "trap",
        (false, true) => "carried",
        (false, false) => "none",
    };
    say!(
        language,
        "terminal-trap",
        gain = t.gain.len(),
        lose = t.lose.len(),
        losers = page.names(&t.lose, NAMED),
        has_depth = if has_depth { "yes" } else { "no" },
        depth = language.point(t.depth),
        verdict = verdict
    )
}
