//! Numbers and lists as readers of a language write them.

use std::borrow::Borrow;

use super::{Language, catalogue};
use crate::say;

/// What the catalogue says about numbers.
#[derive(Default)]
pub(super) struct Conventions {
    /// Whether a zero stands before the decimal point of a number below one.
    leading_zero: bool,
    /// What stands between thousands.
    thousands: String,
}

impl Conventions {
    pub(super) fn of(message: impl Fn(&str) -> String) -> Self {
        Self { leading_zero: message("number-leading-zero") == "yes", thousands: message("number-thousands") }
    }

    /// A whole number, grouped.
    pub(super) fn count(&self, n: f64) -> String {
        let digits = format!("{n:.0}");
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(&self.thousands);
            }
            out.push(c);
        }
        out
    }
}

/// What stands for a number that is undefined.
const UNDEFINED: &str = "–";

impl Language {
    /// A decimal as the program writes it, "+0.300", with a true minus and, where this language has none, without the zero
    /// before its point.
    pub fn decimal(self, text: &str) -> String {
        let digits = text.trim_start_matches(['+', '-']);
        let sign = &text[..text.len() - digits.len()];
        let bare = digits.strip_prefix('0').filter(|rest| rest.starts_with('.'));
        let digits = match bare {
            Some(bare) if !catalogue::of(self).conventions.leading_zero => bare,
            _ => digits,
        };
        let is_zero = digits.bytes().all(|digit| matches!(digit, b'0' | b'.'));
        if is_zero { digits.to_owned() } else { format!("{sign}{digits}").replace('-', "−") }
    }

    /// A number on [0, 1] to two decimals: ".28", "0.28"; a dash if undefined.
    pub fn point(self, x: impl Into<Option<f64>>) -> String {
        self.point_to(2, x)
    }

    /// A number on [0, 1] to this many decimals; a dash if undefined.
    pub fn point_to(self, decimals: usize, x: impl Into<Option<f64>>) -> String {
        x.into().map_or_else(|| UNDEFINED.to_owned(), |x| self.decimal(&format!("{x:.decimals$}")))
    }

    /// A change with its sign: "+.30"; none where it is zero as printed.
    pub fn change(self, x: impl Into<Option<f64>>) -> String {
        self.change_to(2, x)
    }

    /// A change with its sign, to this many decimals.
    pub fn change_to(self, decimals: usize, x: impl Into<Option<f64>>) -> String {
        x.into().map_or_else(|| UNDEFINED.to_owned(), |x| self.decimal(&format!("{x:+.decimals$}")))
    }

    /// A number with at most four decimals and no trailing zeros: "1.5", ".0667".
    pub fn short(self, x: f64) -> String {
        self.decimal(&((x * 1e4).round() / 1e4).to_string())
    }

    /// A whole number with its thousands apart: "10,000".
    pub fn count(self, n: u64) -> String {
        #[allow(clippy::cast_precision_loss)] // counts stay far below 2^53
        catalogue::of(self).conventions.count(n as f64)
    }

    /// A share in per cent, with one decimal below 10 % and above 90 % unless that decimal is zero: "32 %", "32%".
    pub fn percent(self, x: f64) -> String {
        say!(self, "number-percent", number = self.hundredths(x))
    }

    /// The same without the sign: "32", "4.8".
    pub fn hundredths(self, x: f64) -> String {
        let hundred = 100.0 * x;
        let near_the_ends = !(9.95..=90.05).contains(&hundred) && (hundred - hundred.round()).abs() >= 0.05;
        let mut text = if near_the_ends { format!("{hundred:.1}") } else { format!("{hundred:.0}") };
        // A share of some is never written as none, nor as all: as many decimals as that takes.
        // Nearer than one of a hundred thousand million is rounding.
        let is_between = x > 1e-11 && x < 1.0 - 1e-11;
        for decimals in 1..=9_usize {
            if !is_between || !matches!(text.parse(), Ok(0.0 | 100.0)) {
                break;
            }
            text = format!("{hundred:.decimals$}");
        }
        // The zero before the point of .4 per cent stays in every language.
        text.replace('-', "−")
    }

    /// A list in a sentence: "a, b and c"; "a, b and 3 more" if there are more than `most` items.
    pub fn list<S: Borrow<str>>(self, items: &[S], most: usize) -> String {
        let (shown, more) = (items.len().min(most), items.len().saturating_sub(most));
        let comma = say!(self, "list-comma");
        match items {
            [] => say!(self, "list-nobody"),
            [only] => only.borrow().to_owned(),
            _ if more > 0 => say!(self, "list-more", head = items[..shown].join(&comma), more = more),
            [head @ .., last] => say!(self, "list-and", head = head.join(&comma), last = last.borrow()),
        }
    }
}
