//! The run beside its null models: how much of it is arithmetic or chance.

use super::{
    number::{percent, point},
    table::Table,
};
use crate::study::{
    NullSummary,
    statistics::{Mean, Rate},
};

/// The table of null models as text; nothing where none was asked.
pub fn render(nulls: &[NullSummary]) -> String {
    if nulls.is_empty() {
        return String::new();
    }
    let title = "Beside arithmetic and chance (of all runs, on the same draws; excess in percentage points)";
    format!("\n{title}\n{}", table(nulls).render())
}

/// The table of null models.
pub(super) fn table(nulls: &[NullSummary]) -> Table {
    let mut table =
        Table::headed("null model | adopted > | LCD text > | excess of this run | in substance > | depth >");
    for null in nulls {
        let share = |rate: &Rate| percent(rate.rate.unwrap_or(0.0));
        table.row([
            null.what.to_owned(),
            share(&null.adopted),
            share(&null.lcd),
            points(&null.lcd_excess),
            share(&null.lcd_in_substance),
            point(null.depth.mean),
        ]);
    }
    table
}

/// A difference of shares, in percentage points with its interval.
fn points(mean: &Mean) -> String {
    let signed = |x: f64| {
        let text = format!("{:+.0}", 100.0 * x).replace('-', "−");
        if text.ends_with('0') && text.chars().count() == 2 { "0".to_owned() } else { text }
    };
    match (mean.mean, mean.low, mean.high) {
        (Some(m), Some(low), Some(high)) => format!("{} ({} to {})", signed(m), signed(low), signed(high)),
        (Some(m), ..) => signed(m),
        _ => "–".to_owned(),
    }
}
