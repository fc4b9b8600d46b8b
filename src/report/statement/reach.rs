//! How far texts go: depth, Λ, and how often a text is called a lowest common denominator.

use super::figure::{Figure, Sample};
use crate::study::{
    Summary,
    choices::{ChoiceSummary, LINE, Range},
};

/// How far the texts adopted go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// No clause is a matter of ambition: there is no depth, and LCD is undefined.
    NoAmbition,
    /// No text was adopted: what holds without one remains, at this depth.
    NoText(Option<f64>),
    /// Texts of this mean depth; ambitions hardly differ in any run with a text, so that Λ and LCD are undefined.
    NoConflict(Figure),
    /// Texts that go this way from the LCD to the median wish.
    Text {
        /// Mean depth of the texts adopted.
        depth: Figure,
        /// Mean Λ of the texts adopted where it is defined.
        index: Figure,
        /// What that comes to.
        way: Way,
    },
}

/// What a mean Λ comes to. Λ is cut to [0, 1]: it cannot tell the ends from what lies beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Λ rounds to 1: at the LCD, or below.
    AtLcd,
    /// So many hundredths of the way from the LCD to the median wish: as many as the printed Λ leaves.
    Between(u8),
    /// Λ rounds to 0: at the median wish, or beyond.
    AtMedian,
    /// Λ rounds to 0, and depth surely exceeds what the median party wants.
    BeyondMedian,
}

impl Reach {
    /// How far the texts of a summary go.
    pub fn of(s: &Summary) -> Self {
        let sample = Sample::of(s);
        if !s.has_ambition() {
            return Self::NoAmbition;
        }
        let Some(depth) = Figure::mean(&s.depth.adopted, sample) else {
            return Self::NoText(s.depth.realised.mean);
        };
        let depth = depth.under(range(s, "depth"));
        match Figure::mean(&s.lcd_index, sample) {
            None => Self::NoConflict(depth),
            Some(index) => {
                Self::Text { depth, index: index.under(range(s, "lcd_index")), way: way(s, &index) }
            }
        }
    }
}

/// What the mean Λ of a summary comes to.
fn way(s: &Summary, index: &Figure) -> Way {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and 100
    let left = 100 - hundredths(index.value) as u8;
    let sample = Sample::of(s);
    let [depth, median] = [&s.depth.adopted, &s.depth.reference].map(|mean| Figure::mean(mean, sample));
    let exceeds = matches!((depth, median), (Some(depth), Some(median)) if depth.exceeds(&median));
    match left {
        0 => Way::AtLcd,
        100 if exceeds => Way::BeyondMedian,
        100 => Way::AtMedian,
        left => Way::Between(left),
    }
}

/// Hundredths of a number on [0, 1], rounded as it is printed to two decimals.
fn hundredths(x: f64) -> f64 {
    let printed: f64 = format!("{:.2}", x.clamp(0.0, 1.0)).parse().unwrap_or(x);
    (100.0 * printed).round()
}

/// How often texts are called a lowest common denominator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LcdShare {
    /// The share of texts adopted that are called so.
    pub called: Figure,
    /// The share that commits to no more on the least demanding reading.
    pub in_substance: Figure,
    /// On what the share depends.
    pub depends_on: DependsOn,
    /// Runs, with or without a text, in which ambitions hardly differ, so that LCD is undefined; they count as not LCD.
    pub undefined_in: u64,
}

/// What a share depends on besides the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DependsOn {
    /// The line from which on a text is called LCD.
    TheLine,
    /// Another declared choice of modelling.
    Modelling,
    /// None of those tried, as far as is printed.
    Nothing,
}

impl LcdShare {
    /// Of the texts of a summary; none where no text was adopted, or LCD is undefined in every run with one.
    pub fn of(s: &Summary) -> Option<Self> {
        if !s.has_ambition() || s.lcd_index.n == 0 {
            return None;
        }
        let figure = |rate, name| Some(Figure::share(rate)?.under(range(s, name)));
        let called = figure(&s.lcd_given_adopted, "lcd_given_adopted")?;
        let spread = |of: Option<Range>| of.is_some_and(|r| percents(r.low) != percents(r.high));
        let line = s.choices.as_ref().and_then(|c| spanned(c, "lcd_given_adopted", |v| v.starts_with(LINE)));
        Some(Self {
            called,
            in_substance: figure(&s.lcd_in_substance_given_adopted, "lcd_in_substance_given_adopted")?,
            depends_on: match (spread(line), spread(called.choices)) {
                (true, _) => DependsOn::TheLine,
                (false, true) => DependsOn::Modelling,
                (false, false) => DependsOn::Nothing,
            },
            undefined_in: s.no_conflict.count,
        })
    }
}

/// Whole per cent.
fn percents(x: f64) -> f64 {
    (100.0 * x).round()
}

/// From the least to the greatest of a figure under some variants and in the case as it is.
fn spanned(choices: &ChoiceSummary, name: &str, which: impl Fn(&str) -> bool) -> Option<Range> {
    let all = choices.of(name).enumerate();
    let mut values = all.filter(|(n, (variant, _))| *n == 0 || which(variant)).filter_map(|(_, (_, x))| x);
    let first = Range::at(values.next()?);
    Some(values.fold(first, Range::with))
}

/// The range of a figure, where the choices were tried.
pub fn range(s: &Summary, name: &str) -> Option<Range> {
    s.choices.as_ref()?.range(name)
}
