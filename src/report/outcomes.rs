//! How runs end, as a table, each name explained.

use super::{
    figures::{self, Spelling},
    names,
    statement::{Endings, Sample},
    table::{Table, wrap},
};
use crate::{language::Language, say, scenario::Thresholds, study::Summary};

/// Length of the longest bar in characters.
const BAR_LENGTH: f64 = 10.0;
/// The column of what names mean, and that of bars.
const MEANING: usize = 4;
const BAR: usize = 3;

/// The section: a heading, the table, and what a name may hide.
pub fn section(language: Language, thresholds: &Thresholds, s: &Summary, width: usize) -> String {
    let Some(endings) = Endings::of(s) else { return String::new() };
    let heading = match endings.names.len() {
        0 | 1 => say!(language, "answer-ends"),
        _ => say!(language, "answer-ends-many"),
    };
    let mut out = wrap(&heading, width, "");
    out.push_str(&body(language, thresholds, s, &endings, width));
    if endings.lcd_by_other_names > 0 {
        let other = say!(language, "answer-ends-other-names", n = endings.lcd_by_other_names);
        out.push_str(&wrap(&other, width, "  "));
    }
    out
}

fn body(language: Language, thresholds: &Thresholds, s: &Summary, endings: &Endings, width: usize) -> String {
    if Sample::of(s).is_one_run() {
        let explained = endings.names.iter().map(|ending| {
            let [what, meaning] =
                [names::label(language, ending.label), names::meaning(language, ending.label, thresholds)];
            wrap(&say!(language, "answer-explained", what = what, meaning = meaning), width, "  ")
        });
        return explained.collect();
    }
    let (text, missing) = table(language, thresholds, s, true).giving_up([BAR]).fit(width);
    // Without its heading, which says nothing that the section's does not.
    let mut lines: String = text.lines().skip(1).map(|line| format!("{line}\n")).collect();
    if missing > 1 {
        for ending in &endings.names {
            let [what, meaning] =
                [names::label(language, ending.label), names::meaning(language, ending.label, thresholds)];
            lines.push_str(&wrap(
                &say!(language, "answer-explained", what = what, meaning = meaning),
                width,
                "  ",
            ));
        }
    }
    lines
}

/// The table of outcomes, the commonest first: name, runs, share, a bar if wanted, and what the name means.
pub fn table(language: Language, thresholds: &Thresholds, s: &Summary, bars: bool) -> Table {
    let mut table = Table::headed(&say!(language, "answer-ends-headings"));
    for ending in Endings::of(s).map(|e| e.names).unwrap_or_default() {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most BAR_LENGTH
        let length = (ending.share.value * BAR_LENGTH).round().max(1.0) as usize;
        let mut cells = vec![String::new(); 5];
        cells[0] = names::label(language, ending.label);
        cells[1] = language.count(ending.runs);
        cells[2] = figures::share(language, &ending.share, Spelling::Bare);
        cells[BAR] = if bars { "█".repeat(length) } else { String::new() };
        cells[MEANING] = names::meaning(language, ending.label, thresholds);
        table.row(cells);
    }
    table
}
