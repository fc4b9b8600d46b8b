//! What texts say on each clause, and which columns of that have a meaning.

use super::figure::Sample;
use crate::study::{ClauseSummary, Summary, TextSummary};

/// Values that differ by less are equal as printed.
const PRINTED: f64 = 0.005;

/// Where the LCD of a clause comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// The clause does not count towards depth: it has no LCD.
    None,
    /// The least wish on the clause, which lies above what holds already.
    LeastWish,
    /// What holds already: the least wish is no higher.
    StatusQuo,
}

/// What is said of a clause that is a scale.
#[derive(Clone, Copy, Debug)]
pub struct ClauseFact<'s> {
    /// The clause.
    pub clause: &'s ClauseSummary,
    /// What adopted texts say; none where no text was adopted.
    pub text: Option<&'s TextSummary>,
    /// Where its LCD comes from.
    pub floor: Floor,
    /// Whether the median text lies below what holds already, on a clause of ambition: below any LCD.
    pub is_below_status_quo: bool,
}

impl<'s> ClauseFact<'s> {
    /// Of a clause that is a scale; none of one that is a choice among options.
    pub fn of(clause: &'s ClauseSummary) -> Option<Self> {
        let text = clause.text.as_ref()?;
        let floor = match clause.lcd_point {
            None => Floor::None,
            Some(lcd) if lcd <= clause.status_quo_at + 1e-9 => Floor::StatusQuo,
            Some(_) => Floor::LeastWish,
        };
        let is_below = |median: f64| floor != Floor::None && median < clause.status_quo_at - PRINTED;
        Some(Self {
            clause,
            text: text.median.is_some().then_some(text),
            floor,
            is_below_status_quo: text.median.is_some_and(is_below),
        })
    }
}

/// Which columns of the table of clauses have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// LCD, bound and median wish: some clause is a matter of ambition.
    pub benchmarks: bool,
    /// What texts say: some text was adopted.
    pub text: bool,
    /// From the first to the ninth tenth of texts: there is more than one, and they differ.
    pub spread: bool,
    /// How wide vague words are: some are.
    pub open: bool,
}

impl Columns {
    /// Of the clauses of a summary that are scales.
    pub fn of(s: &Summary) -> Self {
        let texts = || s.clauses.iter().filter_map(|c| c.text.as_ref()).filter(|t| t.median.is_some());
        let differs = |t: &TextSummary| t.p10.zip(t.p90).is_some_and(|(low, high)| high - low >= PRINTED);
        Self {
            benchmarks: s.clauses.iter().any(|c| c.text.is_some() && c.lcd_point.is_some()),
            text: texts().next().is_some(),
            spread: !Sample::of(s).is_one_run() && s.adopted.count > 1 && texts().any(differs),
            open: texts().any(|t| t.width.mean.is_some_and(|width| width >= PRINTED)),
        }
    }
}
