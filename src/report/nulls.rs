//! The run beside its null models: how much of it is arithmetic or chance.

use super::{
    names,
    table::{Table, wrap},
};
use crate::{
    language::Language,
    null::Null,
    say,
    study::{NullSummary, Summary, statistics::Mean},
};

/// One sentence on the usual null models: mean depth, and the share of LCD texts where LCD is defined; none where there are
/// none, or where others were asked for, which have a table.
pub fn sentence(language: Language, s: &Summary) -> Option<String> {
    if s.nulls.is_empty() || !s.has_ambition() || has_others(s) {
        return None;
    }
    let is_defined = s.no_conflict.count < s.no_conflict.of;
    let lcd = |share: Option<f64>| match share.filter(|_| is_defined) {
        None => "none".to_owned(),
        Some(share) => language.percent(share),
    };
    let null = |n: &NullSummary| {
        say!(
            language,
            "answer-null",
            what = names::null(language, n.null),
            depth = language.point(n.depth.mean),
            lcd = lcd(n.lcd.rate)
        )
    };
    let list: Vec<String> = s.nulls.iter().map(null).collect();
    let own = language.point(s.depth.realised.mean);
    Some(say!(
        language,
        "answer-nulls",
        lcd = if is_defined { "yes" } else { "no" },
        list = list.join(&say!(language, "answer-semicolon")),
        own = say!(language, "answer-null-own", depth = own, lcd = lcd(s.lcd.rate))
    ))
}

/// Whether null models were asked for besides the usual ones.
fn has_others(s: &Summary) -> bool {
    s.nulls.iter().any(|n| !Null::USUAL.contains(&n.null))
}

/// The table of null models with its heading, where others than the usual ones were asked for.
pub fn section(language: Language, s: &Summary, width: usize) -> String {
    if !has_others(s) || !s.has_ambition() {
        return String::new();
    }
    let heading = wrap(&say!(language, "answer-nulls-heading"), width, "");
    format!("\n{heading}{}", table(language, s).fit(width).0)
}

/// The table of null models: of all runs, on the same draws. Where LCD is undefined in every run there are no shares of it.
pub(super) fn table(language: Language, s: &Summary) -> Table {
    let mut table = Table::headed(&say!(language, "answer-nulls-headings"));
    let is_defined = s.no_conflict.count < s.no_conflict.of;
    let share = |rate: Option<f64>| rate.map_or_else(|| language.point(None), |x| language.percent(x));
    for null in &s.nulls {
        let lcd = |rate: Option<f64>| share(rate.filter(|_| is_defined));
        table.row([
            names::null(language, null.null),
            share(null.adopted.rate),
            lcd(null.lcd.rate),
            if is_defined { points(language, &null.lcd_excess) } else { language.point(None) },
            lcd(null.lcd_in_substance.rate),
            language.point(null.depth.mean),
        ]);
    }
    table
}

/// A difference of shares, in percentage points with its interval.
fn points(language: Language, mean: &Mean) -> String {
    let signed = |x: f64| language.decimal(&format!("{:+.0}", 100.0 * x));
    match (mean.mean, mean.low, mean.high) {
        (Some(m), Some(low), Some(high)) if low <= high => {
            let [low, high] = [low, high].map(signed);
            let ends = say!(language, "answer-range-signed", low = low, high = high);
            let figure = signed(m);
            say!(language, "answer-figure", kind = "sampling", value = figure, sampling = ends, choices = "")
        }
        (Some(m), ..) => signed(m),
        _ => language.point(None),
    }
}
