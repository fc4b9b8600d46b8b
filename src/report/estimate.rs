//! Estimates in words: what a measure is called, and a figure with its interval.

use crate::{language::Language, say, study::measure::axis_label};

/// What a measure is called; `title` gives the name to print for a clause or party.
pub(crate) fn measure(language: Language, name: &str, title: impl Fn(&str) -> String) -> String {
    match (name, name.split_once(':')) {
        ("adopted", _) => say!(language, "report-measure-adopted"),
        ("lcd", _) => say!(language, "report-measure-lcd"),
        ("lcd_in_substance", _) => say!(language, "report-measure-in-substance"),
        ("outcome=Hollow", _) => say!(language, "report-measure-hollow"),
        ("realised_depth", _) => say!(language, "report-measure-depth"),
        ("guaranteed_depth", _) => say!(language, "report-measure-guaranteed"),
        ("depth_by_participation", _) => say!(language, "report-measure-by-participation"),
        (_, Some(("holds", clause))) => say!(language, "report-measure-holds", clause = title(clause)),
        (_, Some(("gain", party))) => say!(language, "report-measure-gain", party = title(party)),
        _ => axis_label(name),
    }
}

/// Whether a measure is a share of negotiations.
pub(crate) fn is_rate(name: &str) -> bool {
    matches!(name, "adopted" | "lcd" | "lcd_in_substance") || name.contains('=')
}

/// A figure with its interval: "32 % (29–35)", ".29 (.28–.30)".
pub(crate) fn estimate(language: Language, name: &str, [at, low, high]: [Option<f64>; 3]) -> String {
    let one = |x: f64| if is_rate(name) { language.hundredths(x) } else { language.point(x) };
    let level = match at {
        Some(x) if is_rate(name) => language.percent(x),
        at => language.point(at),
    };
    match (low, high) {
        (Some(low), Some(high)) => {
            say!(language, "report-estimate", at = level, low = one(low), high = one(high))
        }
        _ => level,
    }
}

/// A change with its interval: "+.30 (+.29 to +.31)"; in percentage points of a share.
#[cfg(feature = "pictures")]
pub(crate) fn change(language: Language, name: &str, [at, low, high]: [Option<f64>; 3]) -> String {
    let one = |x: Option<f64>| match x {
        Some(x) if is_rate(name) => language.decimal(&format!("{:+.0}", 100.0 * x)),
        x => language.change_to(3, x),
    };
    let is_rate = if is_rate(name) { "yes" } else { "no" };
    match (low, high) {
        (Some(_), Some(_)) => {
            say!(language, "report-change", at = one(at), low = one(low), high = one(high), rate = is_rate)
        }
        _ => say!(language, "report-change-bare", at = one(at), rate = is_rate),
    }
}

/// Where a change stands: `up` and `down` where its interval leaves out 0, `none` where nothing changed at all, else `open`.
#[cfg(feature = "pictures")]
pub(crate) fn direction([at, low, high]: [Option<f64>; 3]) -> &'static str {
    match (at, low, high) {
        (Some(at), low, high) if at == 0.0 && low.unwrap_or(0.0) == 0.0 && high.unwrap_or(0.0) == 0.0 => {
            "none"
        }
        (_, Some(low), _) if low > 0.0 => "up",
        (_, _, Some(high)) if high < 0.0 => "down",
        _ => "open",
    }
}

#[cfg(all(test, feature = "pictures"))]
mod tests {
    use super::*;

    #[test]
    fn a_direction_needs_an_interval_that_leaves_out_0() {
        for (change, expected) in [
            ([Some(0.1), Some(0.05), Some(0.2)], "up"),
            ([Some(-0.1), Some(-0.2), Some(-0.05)], "down"),
            ([Some(0.1), Some(-0.05), Some(0.2)], "open"),
            ([Some(0.1), Some(0.0), Some(0.2)], "open"),
            ([Some(0.1), None, None], "open"),
            ([Some(0.0), Some(0.0), Some(0.0)], "none"),
            ([Some(0.0), Some(-0.1), Some(0.1)], "open"),
            ([None, None, None], "open"),
        ] {
            assert_eq!(direction(change), expected, "{change:?}");
        }
    }
}
