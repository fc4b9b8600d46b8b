//! The lowest common denominator and the LCD index (specification §2).
//!
//! On each ambition clause, over the parties V that it concerns: the strong LCD point L = max(q, min p), the least ambitious
//! wish, never below what already holds,
//! the weak LCD bound T = min ā (what the least enthusiastic party will *accept*, other clauses at q: Underdal 1980), and the
//! reference, the median p. The depths D^L, D^T, D^R are their weighted sums. Λ(x) = 1 − clip((D(x) − D^L)/(D^R − D^L), 0, 1).

use super::median::median_of;
use crate::{
    model::Preferences,
    stance::TOLERANCE,
    text::{ClauseId, DepthScale},
};

/// The LCD benchmarks of one set of preferences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lcd {
    /// L_d by clause; 0 for clauses that do not count towards depth.
    pub strong: Vec<f64>,
    /// T_d by clause.
    pub weak: Vec<f64>,
    /// Median ideal by clause.
    pub reference: Vec<f64>,
    /// D^L.
    pub depth_strong: f64,
    /// D^T.
    pub depth_weak: f64,
    /// D^R.
    pub depth_reference: f64,
    /// Scratch: ideals of one clause.
    ideals: Vec<f64>,
}

impl Lcd {
    /// The benchmarks of the parties marked in `voices`.
    pub fn of(depth: &DepthScale, preferences: &Preferences, voices: &[bool]) -> Self {
        let mut lcd = Self::default();
        lcd.measure(depth, preferences, voices);
        lcd
    }

    /// Computes the benchmarks of the parties marked in `voices`, in place.
    pub fn measure(&mut self, depth: &DepthScale, preferences: &Preferences, voices: &[bool]) {
        for by_clause in [&mut self.strong, &mut self.weak, &mut self.reference] {
            by_clause.clear();
            by_clause.resize(preferences.clauses(), 0.0);
        }
        (self.depth_strong, self.depth_weak, self.depth_reference) = (0.0, 0.0, 0.0);
        for clause in depth.ambition_clauses() {
            let d = clause.index();
            let q = depth.status_quo(clause);
            self.ideals.clear();
            let mut bound = f64::INFINITY;
            for party in (0..voices.len()).filter(|&i| voices[i] && preferences.salience(i, clause) > 0.0) {
                self.ideals.push(ideal_on(depth, preferences, party, clause));
                bound = bound.min(ceiling(depth, preferences, party, clause));
            }
            self.strong[d] =
                self.ideals.iter().copied().min_by(f64::total_cmp).map_or(q, |least| least.max(q));
            self.weak[d] = if bound.is_finite() { bound } else { q };
            self.reference[d] = median_of(&mut self.ideals).unwrap_or(q);
            self.depth_strong += depth.weight(clause) * self.strong[d];
            self.depth_weak += depth.weight(clause) * self.weak[d];
            self.depth_reference += depth.weight(clause) * self.reference[d];
        }
    }

    /// Makes this a copy of `other`, in place.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.strong.clone_from(&other.strong);
        self.weak.clone_from(&other.weak);
        self.reference.clone_from(&other.reference);
        self.depth_strong = other.depth_strong;
        self.depth_weak = other.depth_weak;
        self.depth_reference = other.depth_reference;
    }

    /// The parties marked in `voices` with the lowest ideal on a clause, and those with the lowest acceptance ceiling.
    pub fn least(
        depth: &DepthScale,
        preferences: &Preferences,
        voices: &[bool],
        clause: ClauseId,
    ) -> (Vec<usize>, Vec<usize>) {
        let concerned = || (0..voices.len()).filter(|&i| voices[i] && preferences.salience(i, clause) > 0.0);
        let least = |of: &dyn Fn(usize) -> f64| -> Vec<usize> {
            let least = concerned().map(of).fold(f64::INFINITY, f64::min);
            concerned().filter(|&i| of(i) <= least + TOLERANCE).collect()
        };
        let ideal = |i| ideal_on(depth, preferences, i, clause);
        (least(&ideal), least(&|i| ceiling(depth, preferences, i, clause)))
    }

    /// The ambition gap D^R − D^L between the median and the least ambitious parties.
    pub fn gap(&self) -> f64 {
        self.depth_reference - self.depth_strong
    }

    /// Λ of a text of this depth, in [0, 1]; `None` if the gap is below `least_gap` (no ambition conflict).
    pub fn index(&self, depth: f64, least_gap: f64) -> Option<f64> {
        let gap = self.gap();
        (gap >= least_gap && gap > 0.0).then(|| 1.0 - ((depth - self.depth_strong) / gap).clamp(0.0, 1.0))
    }
}

/// A party's ideal on the depth scale; for options, the depth of its best option.
fn ideal_on(depth: &DepthScale, preferences: &Preferences, party: usize, clause: ClauseId) -> f64 {
    match preferences.option_count(clause) {
        0 => preferences.ideal(party, clause),
        _ => depth.option(clause, preferences.best_option(party, clause)),
    }
}

/// The acceptance ceiling ā: the deepest value the party accepts on this clause, other clauses at the status quo.
fn ceiling(depth: &DepthScale, preferences: &Preferences, party: usize, clause: ClauseId) -> f64 {
    let q = depth.status_quo(clause);
    match preferences.option_count(clause) {
        0 => preferences.utility_params(party).loss.ceiling(preferences.ideal(party, clause), q),
        options => {
            let at_q = preferences.option_loss(party, clause, depth.status_quo_option(clause));
            (0..options)
                .filter(|&o| preferences.option_loss(party, clause, o) <= at_q)
                .map(|o| depth.option(clause, o))
                .fold(q, f64::max)
        }
    }
}

/// The ambition of each party, Σ a_d p_id, on the scale of a text's depth. On clauses that do not concern a party, where it
/// does not hold the text down, the median ideal takes the place of p_id.
#[derive(Clone, Debug, Default)]
pub struct IdealDepths {
    depths: Vec<f64>,
    order: Vec<usize>,
}

impl IdealDepths {
    /// The ideal depths of the parties marked in `voices`.
    pub fn over(depth: &DepthScale, preferences: &Preferences, voices: &[bool], lcd: &Lcd) -> Self {
        let mut ideal_depths = Self::default();
        ideal_depths.measure(depth, preferences, voices, lcd);
        ideal_depths
    }

    /// Computes the ideal depths of the parties marked in `voices`, in place.
    pub fn measure(&mut self, depth: &DepthScale, preferences: &Preferences, voices: &[bool], lcd: &Lcd) {
        self.depths.clear();
        self.depths.resize(voices.len(), 0.0);
        for clause in depth.ambition_clauses() {
            for (i, sum) in self.depths.iter_mut().enumerate() {
                let concerned = preferences.salience(i, clause) > 0.0;
                let ideal = if concerned {
                    ideal_on(depth, preferences, i, clause)
                } else {
                    lcd.reference[clause.index()]
                };
                *sum += depth.weight(clause) * ideal;
            }
        }
        self.order.clear();
        self.order.extend((0..voices.len()).filter(|&i| voices[i]));
        let depths = &self.depths;
        self.order.sort_unstable_by(|&a, &b| depths[a].total_cmp(&depths[b]).then(a.cmp(&b)));
    }

    /// A party's ideal depth.
    pub fn of(&self, party: usize) -> f64 {
        self.depths[party]
    }

    /// The least ambitious share of the parties, at least one, in ascending order of ambition.
    pub fn laggards(&self, share: f64) -> &[usize] {
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = ((self.order.len() as f64 * share).floor() as usize).max(1);
        &self.order[..count.min(self.order.len())]
    }

    /// Those and their equals: the parties that are no more ambitious than the last of the least ambitious share.
    pub fn least_ambitious(&self, share: f64) -> impl Iterator<Item = usize> + '_ {
        let last = self.laggards(share).last().map_or(f64::NEG_INFINITY, |&i| self.depths[i]);
        self.order.iter().copied().take_while(move |&i| self.depths[i] <= last + TOLERANCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::UtilityParams,
        named::Named,
        preference::{Loss, Reading},
        text::{Ambition, Clause},
    };

    /// One ambition clause, q = 0.
    fn scale() -> DepthScale {
        let clause = Ambition { title: None, status_quo: 0.0, weight: 1.0, agreed: None, words: vec![] };
        DepthScale::new(&Named::from_iter([("cuts".to_owned(), Clause::Ambition(clause))]))
    }

    /// The worked example of the specification, §2: p = (.2, .5, .8), q = 0.
    #[test]
    fn the_worked_example() {
        let utility_params = UtilityParams { loss: Loss::CityBlock, reading: Reading::default(), risk: 0.0 };
        let mut preferences = Preferences::new(3, &[0], utility_params);
        for (i, p) in [0.2, 0.5, 0.8].into_iter().enumerate() {
            preferences.set_ideal(i, ClauseId(0), p);
            preferences.set_salience(i, ClauseId(0), 1.0);
        }
        let lcd = Lcd::of(&scale(), &preferences, &[true; 3]);
        assert_eq!((lcd.depth_strong, lcd.depth_weak, lcd.depth_reference), (0.2, 0.4, 0.5));
        assert_eq!(lcd.index(0.2, 0.1), Some(1.0));
        assert!((lcd.index(0.4, 0.1).unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(lcd.index(0.5, 0.1), Some(0.0));
        assert_eq!(lcd.index(0.5, 0.4), None, "no ambition conflict");
    }
}
