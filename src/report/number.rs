//! Formatting of numbers for readers.

use std::borrow::Borrow;

use crate::study::statistics::{Mean, Rate};

/// A number on [0, 1] to two decimals, without the leading zero: ".28"; a dash if undefined.
pub fn point(x: impl Into<Option<f64>>) -> String {
    point_to(2, x)
}

/// A number on [0, 1] to this many decimals, without the leading zero: ".284"; a dash if undefined.
pub(crate) fn point_to(decimals: usize, x: impl Into<Option<f64>>) -> String {
    match x.into() {
        None => "–".to_owned(),
        Some(x) => {
            let text = format!("{x:.decimals$}");
            match (text.strip_prefix("0."), text.strip_prefix("-0.")) {
                (Some(rest), _) => format!(".{rest}"),
                (_, Some(rest)) if rest.bytes().all(|digit| digit == b'0') => format!(".{rest}"),
                (_, Some(rest)) => format!("−.{rest}"),
                _ => text.replace('-', "−"),
            }
        }
    }
}

/// A decimal as text, without the zero before its point and with a true minus: "+.300", "−20.450".
pub(crate) fn without_leading_zero(text: &str) -> String {
    let digits = text.trim_start_matches(['+', '-']);
    let sign = &text[..text.len() - digits.len()];
    let digits = digits.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(digits);
    format!("{sign}{digits}").replace('-', "−")
}

/// A change with its sign: "+.30".
pub fn change(x: impl Into<Option<f64>>) -> String {
    x.into().map_or_else(
        || point(None),
        |x| {
            let text = point(x);
            if text.starts_with('−') || text == ".00" { text } else { format!("+{text}") }
        },
    )
}

/// A mean change with its interval: "+.30 (+.29 to +.31)".
pub(crate) fn change_with_interval(mean: &Mean) -> String {
    match (mean.mean, mean.low, mean.high) {
        (Some(m), Some(low), Some(high)) => format!("{} ({} to {})", change(m), change(low), change(high)),
        (m, ..) => change(m),
    }
}

/// A share in per cent, with a non-breaking space before the sign, and with one decimal below 10 % and above 90 % unless
/// that decimal is zero.
pub fn percent(x: f64) -> String {
    let hundred = 100.0 * x;
    let near_the_ends = !(9.95..=90.05).contains(&hundred) && (hundred - hundred.round()).abs() >= 0.05;
    if near_the_ends { format!("{hundred:.1}\u{a0}%") } else { format!("{hundred:.0}\u{a0}%") }
}

/// A rate with its interval: "35 % (32–38)".
pub fn rate(rate: &Rate) -> String {
    let bare = |x: f64| percent(x).trim_end_matches("\u{a0}%").to_owned();
    match rate.rate {
        None => "– (nothing to count)".to_owned(),
        Some(r) => format!("{} ({}–{})", percent(r), bare(rate.low), bare(rate.high)),
    }
}

/// A whole number with commas: "10,000".
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// "1 country", "38 countries".
pub fn of(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number with at most four decimals and no trailing zeros: "1.5", ".0667".
pub fn short(x: f64) -> String {
    let text = ((x.abs() * 1e4).round() / 1e4).to_string();
    let sign = if x < 0.0 && text != "0" { "−" } else { "" };
    format!("{sign}{}", text.strip_prefix("0").filter(|rest| rest.starts_with('.')).unwrap_or(&text))
}

/// A list in a sentence: "a, b and c"; "a, b and 3 more" if there are more than `max` items.
pub fn list<S: Borrow<str>>(items: &[S], max: usize) -> String {
    let shown = items.len().min(max);
    match (items, items.len() - shown) {
        ([], _) => "nobody".to_owned(),
        ([only], _) => only.borrow().to_owned(),
        (_, 0) => format!("{} and {}", items[..shown - 1].join(", "), items[shown - 1].borrow()),
        (_, more) => format!("{} and {more} more", items[..shown].join(", ")),
    }
}

/// Three decimals, as small effects need.
pub fn fine(x: Option<f64>) -> String {
    x.map_or_else(|| point(None), |x| without_leading_zero(&format!("{x:.3}")))
}

/// Three decimals with their sign; a dash if undefined.
pub fn signed(x: Option<f64>) -> String {
    x.map_or_else(
        || point(None),
        |x| match format!("{x:+.3}").as_str() {
            "+0.000" | "-0.000" => ".000".to_owned(),
            text => without_leading_zero(text),
        },
    )
}

/// Half of an interval's width, to three decimals; a dash if undefined.
pub fn half_width(mean: &Mean) -> String {
    match (mean.low, mean.high) {
        (Some(low), Some(high)) => fine(Some((high - low) / 2.0)),
        _ => point(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_formatted() {
        assert_eq!(point(0.284), ".28");
        assert_eq!(point(1.0), "1.00");
        assert_eq!(point(-0.05), "−.05");
        assert_eq!(point(-0.001), ".00");
        assert_eq!(point_to(3, -0.001), "−.001");
        assert_eq!(point(None), "–");
        assert_eq!(change(0.3), "+.30");
        assert_eq!(without_leading_zero("0.284"), ".284");
        assert_eq!(without_leading_zero("-0.284"), "−.284");
        assert_eq!(without_leading_zero("+0.284"), "+.284");
        assert_eq!(without_leading_zero("-20.450"), "−20.450");
        assert_eq!(without_leading_zero("+10.5"), "+10.5");
        assert_eq!(percent(1.0), "100\u{a0}%");
        assert_eq!(percent(0.048), "4.8\u{a0}%");
        assert_eq!(percent(0.348), "35\u{a0}%");
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(list(&["a", "b", "c"], 2), "a, b and 1 more");
        assert_eq!(list(&["a", "b"], 5), "a and b");
    }
}
