//! The run beside its null models: how much of it is arithmetic or chance.

use super::{
    number::{percent, point},
    table::{Align, Table},
};
use crate::study::{NullSummary, statistics::Mean};

/// The table of null models; nothing where none was asked.
pub fn table(nulls: &[NullSummary]) -> String {
    if nulls.is_empty() {
        return String::new();
    }
    let right = Align::Right;
    let mut table = Table::new([
        ("null model", Align::Left),
        ("adopted", right),
        ("LCD text", right),
        ("excess of this run", Align::Left),
        ("in substance", right),
        ("depth", right),
    ]);
    for null in nulls {
        let share = |rate: &crate::study::statistics::Rate| percent(rate.rate.unwrap_or(0.0));
        table.row([
            null.what.to_owned(),
            share(&null.adopted),
            share(&null.lcd),
            points(&null.lcd_excess),
            share(&null.lcd_in_substance),
            point(null.depth.mean),
        ]);
    }
    let title = "Beside arithmetic and chance (of all runs, on the same draws; excess in percentage points)";
    format!("\n{title}\n{}", table.render())
}

/// A difference of shares, in percentage points with its interval.
pub fn points(mean: &Mean) -> String {
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
