//! Whether a difference keeps its sign, whatever is chosen.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::Range;
use crate::study::statistics::Mean;

/// A finding has the same sign in at least this share of the choices.
pub const SHARE: f64 = 0.95;
/// A difference below this has no sign: the two cases are alike.
const NOTHING: f64 = 1e-12;

/// In how many of the declared choices a difference has the sign that it has in the case as it is.
///
/// The sign is that of the estimate, on common draws: a choice under which the difference is merely harder to tell is no
/// choice under which it turns round. How often its interval includes 0 is counted apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Survival {
    /// The choices under which there is a difference to tell, the case as it is among them.
    pub choices: u64,
    /// Of those, how many have the sign of the case as it is.
    pub holds: u64,
    /// Of these, how many have an interval that includes 0.
    pub unclear: u64,
    /// Whether the interval of the case as it is leaves out 0.
    pub is_clear: bool,
    /// The least and the greatest difference; none where there is none.
    pub range: Option<Range>,
}

impl Survival {
    /// Of the difference in the case as it is, and under the other choices.
    pub fn new<'m>(base: &'m Mean, others: impl IntoIterator<Item = &'m Mean>) -> Self {
        let own = sign(base);
        let mut survival = Self { choices: 0, holds: 0, unclear: 0, is_clear: is_clear(base), range: None };
        for difference in std::iter::once(base).chain(others) {
            let Some(mean) = difference.mean else { continue };
            let holds = own != 0 && sign(difference) == own;
            survival.choices += 1;
            survival.holds += u64::from(holds);
            survival.unclear += u64::from(holds && !is_clear(difference));
            survival.range = Some(survival.range.map_or(Range::at(mean), |range| range.with(mean)));
        }
        survival
    }

    /// Whether it may be printed as a finding: it can be told from nothing in the case as it is, and its sign holds in
    /// at least [`SHARE`] of the choices.
    #[allow(clippy::cast_precision_loss)] // a few dozen choices
    pub fn is_finding(&self) -> bool {
        self.is_clear && self.holds as f64 >= SHARE * self.choices as f64
    }
}

impl Serialize for Survival {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Survival", 6)?;
        map.serialize_field("choices", &self.choices)?;
        map.serialize_field("holds", &self.holds)?;
        map.serialize_field("unclear", &self.unclear)?;
        map.serialize_field("low", &self.range.map(|r| r.low))?;
        map.serialize_field("high", &self.range.map(|r| r.high))?;
        map.serialize_field("finding", &self.is_finding())?;
        map.end()
    }
}

/// +1, −1, or 0 where there is nothing.
fn sign(difference: &Mean) -> i8 {
    match difference.mean {
        Some(mean) if mean > NOTHING => 1,
        Some(mean) if mean < -NOTHING => -1,
        _ => 0,
    }
}

/// Whether the interval leaves out 0.
fn is_clear(difference: &Mean) -> bool {
    let above = difference.low.is_some_and(|low| low > NOTHING);
    above || difference.high.is_some_and(|high| high < -NOTHING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(mean: f64, half: f64) -> Mean {
        Mean { n: 100, mean: Some(mean), low: Some(mean - half), high: Some(mean + half) }
    }

    #[test]
    fn a_finding_keeps_its_sign() {
        let nothing = Mean { n: 0, mean: None, low: None, high: None };
        let base = mean(0.1, 0.02);
        let count = |others: &[Mean]| {
            let s = Survival::new(&base, others);
            (s.choices, s.holds, s.unclear, s.is_finding())
        };
        assert_eq!(count(&[mean(0.2, 0.02), nothing]), (2, 2, 0, true), "what is not defined does not count");
        assert_eq!(count(&[mean(0.01, 0.05)]), (2, 2, 1, true), "harder to tell, but of the same sign");
        assert_eq!(count(&[mean(-0.01, 0.05)]), (2, 1, 0, false), "turned round");
        assert_eq!(count(&[mean(0.0, 0.0)]), (2, 1, 0, false), "gone");
        let nineteen: Vec<Mean> = (0..18).map(|_| mean(0.1, 0.02)).chain([mean(-0.1, 0.02)]).collect();
        assert_eq!(count(&nineteen), (20, 19, 0, true), "19 of 20 are 95 %");
        assert_eq!(count(&nineteen[1..]), (19, 18, 0, false), "18 of 19 are not");
    }

    /// What cannot be told from nothing is no finding, however it comes out elsewhere; nor is exactly nothing.
    #[test]
    fn nothing_is_no_finding() {
        assert!(!Survival::new(&mean(0.01, 0.02), &[mean(0.2, 0.02)]).is_finding());
        let none = Survival::new(&mean(0.0, 0.0), &[mean(0.0, 0.0)]);
        assert_eq!((none.holds, none.is_finding()), (0, false));
    }

    #[test]
    fn the_range_contains_the_case_as_it_is() {
        let range = Survival::new(&mean(0.1, 0.02), &[mean(0.2, 0.1), mean(0.15, 0.0)]).range;
        assert_eq!(range, Some(Range { low: 0.1, high: 0.2 }));
    }
}
