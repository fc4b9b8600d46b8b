//! Formatting of numbers for readers of English: texts that are not in the catalogue yet use these.

use std::borrow::Borrow;

use crate::{
    language::Language,
    study::statistics::{Mean, Rate},
};

/// A number on [0, 1] to two decimals, without the leading zero: ".28"; a dash if undefined.
pub fn point(x: impl Into<Option<f64>>) -> String {
    Language::English.point(x)
}

/// A change with its sign: "+.30".
pub fn change(x: impl Into<Option<f64>>) -> String {
    Language::English.change(x)
}

/// A share in per cent, with one decimal near the ends: "32 %".
pub fn percent(x: f64) -> String {
    Language::English.percent(x)
}

/// A rate with its interval: "35 % (32–38)"; without one where it is known exactly.
pub fn rate(rate: &Rate) -> String {
    let bare = |x| Language::English.hundredths(x);
    match rate.rate {
        None => "– (nothing to count)".to_owned(),
        Some(r) if rate.is_exact() => percent(r),
        Some(r) => format!("{} ({}–{})", percent(r), bare(rate.low), bare(rate.high)),
    }
}

/// A whole number with commas: "10,000".
pub fn count(n: u64) -> String {
    Language::English.count(n)
}

/// "1 country", "38 countries".
pub fn of(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number with at most four decimals and no trailing zeros: "1.5", ".0667".
pub fn short(x: f64) -> String {
    Language::English.short(x)
}

/// A list in a sentence: "a, b and c"; "a, b and 3 more" if there are more than `max` items.
pub fn list<S: Borrow<str>>(items: &[S], max: usize) -> String {
    Language::English.list(items, max)
}

/// Three decimals, as small effects need.
pub fn fine(x: Option<f64>) -> String {
    Language::English.point_to(3, x)
}

/// Three decimals with their sign; a dash if undefined.
pub fn signed(x: Option<f64>) -> String {
    Language::English.change_to(3, x)
}

/// Half of an interval's width, to three decimals; a dash if undefined.
pub fn half_width(mean: &Mean) -> String {
    match (mean.low, mean.high) {
        (Some(low), Some(high)) => fine(Some((high - low) / 2.0)),
        _ => point(None),
    }
}
