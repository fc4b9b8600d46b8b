//! Figures in words, with how sure they are: "42 % (39–45)", ".28 (± .003; .27–.31)".

use super::statement::Figure;
use crate::{language::Language, say};

/// Whether the two uncertainties are named, as where they first occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// "sampling … ; modelling choices …".
    Named,
    /// Bare numbers.
    Bare,
}

/// A share in per cent: "42 % (39–45; 22–53)".
pub fn share(language: Language, figure: &Figure, spelling: Spelling) -> String {
    let bare = |x: f64| language.hundredths(x);
    let sampling = figure.interval.map(|[low, high]| range(language, &bare(low), &bare(high)));
    let choices = figure.choices.map(|r| range(language, &bare(r.low), &bare(r.high)));
    with(language, language.percent(figure.value), sampling, choices, spelling)
}

/// A mean on [0, 1]: ".28 (± .003; .27–.31)".
pub fn mean(language: Language, figure: &Figure, spelling: Spelling) -> String {
    let point = |x: f64| language.point(x);
    let choices = figure.choices.map(|r| range(language, &point(r.low), &point(r.high)));
    let value = point(figure.value);
    match figure.interval {
        Some([low, high]) if high - low < 1e-9 && figure.of > 1 && choices.is_none() => {
            say!(language, "answer-figure", kind = "constant", value = value, sampling = "", choices = "")
        }
        Some([low, high]) => {
            let half = half_width(language, (high - low) / 2.0);
            with(language, value, Some(say!(language, "answer-plus-minus", half = half)), choices, spelling)
        }
        None => with(language, value, None, choices, spelling),
    }
}

/// A mean with both ends of its interval: ".31 (.29 to .33)", to this many decimals.
pub fn between(language: Language, figure: &Figure, decimals: usize) -> String {
    let point = |x: f64| language.point_to(decimals, x);
    ends(language, figure, &point)
}

/// A change with both ends of its interval: "+.19 (+.18 to +.20)".
pub fn change(language: Language, figure: &Figure) -> String {
    ends(language, figure, &|x| language.change(x))
}

fn ends(language: Language, figure: &Figure, write: &dyn Fn(f64) -> String) -> String {
    let (value, interval) = (write(figure.value), figure.interval);
    let interval = interval.map(|ends| ends.map(write)).filter(|[low, high]| low != high);
    let sampling = interval.map(|[low, high]| say!(language, "answer-range-signed", low = low, high = high));
    with(language, value, sampling, None, Spelling::Bare)
}

/// Half of an interval: to three decimals where two would say nothing.
fn half_width(language: Language, half: f64) -> String {
    match half {
        half if half < 1e-9 => language.point_to(0, 0.0),
        half if half < 0.005 => language.point_to(3, half.max(0.001)),
        half => language.point(half),
    }
}

/// "22–53"; one number where both ends are the same.
fn range(language: Language, low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { say!(language, "answer-range", low = low, high = high) }
}

fn with(
    language: Language,
    value: String,
    sampling: Option<String>,
    choices: Option<String>,
    spelling: Spelling,
) -> String {
    // Choices that change nothing of what is printed say nothing where there is no interval either.
    let choices = choices.filter(|choices| sampling.is_some() || *choices != value);
    let kind = match (&sampling, &choices, spelling) {
        (Some(_), Some(_), Spelling::Named) => "spelled",
        (Some(_), Some(_), Spelling::Bare) => "both",
        (Some(_), None, _) => "sampling",
        (None, Some(_), _) => "choices",
        (None, None, _) => "bare",
    };
    let [sampling, choices] = [sampling, choices].map(Option::unwrap_or_default);
    say!(language, "answer-figure", kind = kind, value = value, sampling = sampling, choices = choices)
}
