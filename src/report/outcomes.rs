//! How runs end, as a table, each name explained.

use super::{
    figures::{self, Spelling},
    names,
    statement::{Ending, Endings, Sample},
    table::{Table, wrap},
};
use crate::{language::Language, say, scenario::Thresholds, study::Summary};

/// Length of the longest bar in characters.
const BAR_LENGTH: f64 = 10.0;
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
        let explained = endings.names.iter().map(|ending| explained(language, thresholds, ending, width));
        return explained.collect();
    }
    let explained = |ending: &Ending| explained(language, thresholds, ending, width);
    let bare = |parts: Parts| table(language, thresholds, s, parts);
    let fits = |parts: &Parts| bare(*parts).width() <= width;
    match [Parts::All, Parts::Meaning].into_iter().find(fits) {
        Some(parts) => bare(parts).body(),
        None => {
            let explained: String = endings.names.iter().map(explained).collect();
            bare(Parts::Bars).body() + &explained
        }
    }
}

/// Which columns follow the shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Bars, and what names mean.
    All,
    /// What names mean.
    Meaning,
    /// Bars.
    Bars,
}

/// A name and what it means, on lines of their own.
fn explained(language: Language, thresholds: &Thresholds, ending: &Ending, width: usize) -> String {
    let what = names::label(language, ending.label);
    let meaning = names::meaning(language, ending.label, thresholds);
    wrap(&say!(language, "answer-explained", what = what, meaning = meaning), width, "  ")
}

/// The table of outcomes, the commonest first: name, runs, share, and these parts.
pub fn table(language: Language, thresholds: &Thresholds, s: &Summary, parts: Parts) -> Table {
    let heading = match parts {
        Parts::All => say!(language, "answer-ends-headings-all"),
        Parts::Meaning => say!(language, "answer-ends-headings-meaning"),
        Parts::Bars => say!(language, "answer-ends-headings-bars"),
    };
    let mut table = Table::headed(&heading);
    for ending in Endings::of(s).map(|e| e.names).unwrap_or_default() {
        let mut cells = vec![
            names::label(language, ending.label),
            language.count(ending.runs),
            figures::share(language, &ending.share, Spelling::Bare),
        ];
        if parts != Parts::Meaning {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most BAR_LENGTH
            let length = (ending.share.value * BAR_LENGTH).round().max(1.0) as usize;
            cells.push("█".repeat(length));
        }
        if parts != Parts::Bars {
            cells.push(names::meaning(language, ending.label, thresholds));
        }
        table.row(cells);
    }
    table
}
