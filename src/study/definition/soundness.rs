//! How many points of a study make sense as scenarios, before any is negotiated.

use std::collections::BTreeMap;

use super::Definition;

/// Points that are looked at; of more, so many evenly spaced ones.
const MOST_TRIED: u64 = 1_000;

/// How many points make sense, and why the others do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundness {
    /// How many points there are.
    pub points: u64,
    /// How many were looked at.
    pub tried: u64,
    /// How many of those make sense.
    pub sound: u64,
    /// Why others do not, with how many and the first of them; the commonest first.
    pub reasons: Vec<(String, u64, u64)>,
}

impl Soundness {
    /// Whether no point makes sense.
    pub fn is_hopeless(&self) -> bool {
        self.sound == 0
    }

    /// Whether every point looked at makes sense.
    pub fn is_full(&self) -> bool {
        self.sound == self.tried
    }
}

impl Definition {
    /// Looks at the points: all of a few, a thousand of many, and more only while none makes sense.
    pub fn soundness(&self) -> Soundness {
        let points = self.points();
        let count = points.len();
        let tried = count.min(MOST_TRIED);
        let (mut sound, mut reasons) = (0, BTreeMap::<String, (u64, u64)>::new());
        for n in 0..tried {
            #[allow(clippy::cast_possible_truncation)] // below the number of points
            let point = (u128::from(n) * u128::from(count) / u128::from(tried)) as u64;
            match self.scenario_at(&points, point) {
                Ok(_) => sound += 1,
                Err(why) => {
                    // The first thing that is wrong tells points apart; the rest often follows from it.
                    let first = why.split("; ").next().unwrap_or_default().to_owned();
                    reasons.entry(first).or_insert((0, point)).0 += 1;
                }
            }
        }
        if sound == 0 && tried < count {
            sound = u64::from((0..count).any(|point| self.scenario_at(&points, point).is_ok()));
        }
        let mut reasons: Vec<(String, u64, u64)> =
            reasons.into_iter().map(|(why, (count, first))| (why, count, first)).collect();
        reasons.sort_by_key(|(_, count, first)| (std::cmp::Reverse(*count), *first));
        Soundness { points: count, tried, sound, reasons }
    }
}
