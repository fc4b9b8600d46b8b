//! Judging a text, fast, against its plain definition (specification §3).
//!
//! The definition is written here from the model's words; it shares nothing with the program but the types that
//! hold data. The other two kernels are in `objections.rs` and `benchmarks.rs`.
#![allow(clippy::disallowed_methods)] // definitions use the platform's functions: independent of libm

use std::ops::{ControlFlow, Range};

use plenary::{
    model::{
        Appraisal, Judgement, Pack, Preferences, Simd, Trial, UtilityParams, Width, f64x8, numbers, packs,
        prelude::SimdBase,
    },
    preference::{Loss, Reading},
    text::{ClauseId, Text, Value},
};
use proptest::{collection::vec, prelude::*};

use crate::support::thousand_cases;

/// Loss at a point: |x−p|, (x−p)², or (κ⁺(x−p)₊ + κ⁻(p−x)₊)/max κ.
fn at_point(loss: Loss, x: f64, p: f64) -> f64 {
    match loss {
        Loss::CityBlock => (x - p).abs(),
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => (x - p).powi(2),
        Loss::Asymmetric { over, under } => {
            (over * (x - p).max(0.0) + under * (p - x).max(0.0)) / over.max(under)
        }
    }
}

/// θ·min + (1−θ)·mean + κ_a·width. The mean is the integral over the readings divided by the width; on either side
/// of the ideal every loss is a polynomial of degree 2 at most, so that Simpson's rule is the integral.
fn at_interval(utility_params: UtilityParams, lo: f64, hi: f64, p: f64) -> f64 {
    let f = |z: f64| at_point(utility_params.loss, z, p);
    if lo == hi {
        return f(lo);
    }
    let nearest = p.max(lo).min(hi);
    let simpson = |a: f64, b: f64| (b - a) * (f(a) + 4.0 * f(a + (b - a) / 2.0) + f(b)) / 6.0;
    let mean = (simpson(lo, nearest) + simpson(nearest, hi)) / (hi - lo);
    let Reading { theta, vagueness } = utility_params.reading;
    theta * f(nearest) + (1.0 - theta) * mean + vagueness * (hi - lo)
}

/// Utility of a summed loss, cut at 0, and the attitude to risk: (1 − e^{−αu})/(1 − e^{−α}).
fn utility(utility_params: UtilityParams, total: f64) -> f64 {
    let u = match utility_params.loss {
        Loss::CityBlock | Loss::Quadratic | Loss::Asymmetric { .. } => 1.0 - total,
        Loss::Euclidean => 1.0 - total.sqrt(),
        Loss::Gaussian(sigma) => (-total / (2.0 * sigma.powi(2))).exp(),
    }
    .max(0.0);
    if utility_params.risk == 0.0 {
        u
    } else {
        (1.0 - (-utility_params.risk * u).exp()) / (1.0 - (-utility_params.risk).exp())
    }
}

/// A group of parties, as lists of lists.
#[derive(Clone, Debug)]
struct Group {
    /// Number of options of each clause; 0 for a scale.
    options: Vec<usize>,
    utility_params: Vec<UtilityParams>,
    /// Ideal and salience, by party and clause.
    wants: Vec<Vec<(f64, f64)>>,
    /// Loss of each of four options, by party and clause.
    choices: Vec<Vec<[f64; 4]>>,
}

impl Group {
    fn preferences(&self) -> Preferences {
        let mut preferences =
            Preferences::new(self.utility_params.len(), &self.options, self.utility_params[0]);
        for (i, utility_params) in self.utility_params.iter().enumerate() {
            preferences.set_utility_params(i, *utility_params);
            for (d, (ideal, salience)) in self.wants[i].iter().enumerate() {
                let clause = ClauseId::new(d);
                preferences.set_ideal(i, clause, *ideal);
                preferences.set_salience(i, clause, *salience);
                for (o, loss) in self.choices[i][d].iter().take(self.options[d]).enumerate() {
                    preferences.set_option_loss(i, clause, o, *loss);
                }
            }
        }
        preferences.update_shared_params();
        preferences
    }

    /// ω_id times the loss of what the clause says.
    fn weighted_loss(&self, i: usize, d: usize, value: Value) -> f64 {
        let (ideal, salience) = self.wants[i][d];
        salience
            * match value {
                Value::Interval { lo, hi } => at_interval(self.utility_params[i], lo, hi, ideal),
                Value::Option(o) => self.choices[i][d][usize::from(o)],
            }
    }

    fn total(&self, i: usize, text: &Text) -> f64 {
        (0..text.0.len()).map(|d| self.weighted_loss(i, d, text.0[d])).sum()
    }
}

/// A share, often on a grid of .05, so that texts and ideals meet.
fn share() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..=1.0, (0..=20_u8).prop_map(|k| f64::from(k) / 20.0)]
}

fn loss() -> impl Strategy<Value = Loss> {
    prop_oneof![
        3 => Just(Loss::CityBlock),
        1 => Just(Loss::Quadratic),
        1 => Just(Loss::Euclidean),
        1 => (0.1..1.0).prop_map(Loss::Gaussian),
        2 => (0.0..3.0, 0.1..3.0).prop_map(|(over, under)| Loss::Asymmetric { over, under }),
    ]
}

fn utility_params() -> impl Strategy<Value = UtilityParams> {
    let risk = prop_oneof![2 => Just(0.0), 1 => 0.1..5.0, 1 => -5.0..-0.1];
    (loss(), share(), 0.0..0.5, risk).prop_map(|(loss, theta, vagueness, risk)| UtilityParams {
        loss,
        reading: Reading { theta, vagueness },
        risk,
    })
}

fn group() -> impl Strategy<Value = Group> {
    group_of(1..7)
}

fn group_of(parties: Range<usize>) -> impl Strategy<Value = Group> {
    (parties, 1..6_usize, any::<bool>()).prop_flat_map(|(n, clauses, alike)| {
        (
            vec(prop_oneof![2 => Just(0_usize), 1 => 2..=4_usize], clauses),
            vec(utility_params(), n),
            vec(vec((share(), prop_oneof![1 => Just(0.0), 4 => 0.0..0.4]), clauses), n),
            vec(vec([share(), share(), share(), share()], clauses), n),
        )
            .prop_map(move |(options, mut utility_params, wants, choices)| {
                if alike {
                    let first = utility_params[0];
                    utility_params.fill(first);
                }
                Group { options, utility_params, wants, choices }
            })
    })
}

/// What a clause may say: a point, an interval of any width down to a hair's breadth, an option.
fn value(options: usize) -> BoxedStrategy<Value> {
    if options > 0 {
        return (0..options).prop_map(Value::option).boxed();
    }
    let width = prop_oneof![0.0..1.0, (1..=16_i32).prop_map(|k| 10_f64.powi(-k))];
    prop_oneof![
        1 => share().prop_map(Value::point),
        2 => (share(), width).prop_map(|(lo, width): (f64, f64)| Value::Interval { lo, hi: (lo + width).min(1.0) }),
    ]
    .boxed()
}

fn text(options: &[usize]) -> impl Strategy<Value = Text> + use<> {
    options.iter().map(|&o| value(o)).collect::<Vec<_>>().prop_map(Text)
}

fn group_and_texts() -> impl Strategy<Value = (Group, Text, Text)> {
    with_texts(group())
}

fn with_texts(group: impl Strategy<Value = Group>) -> impl Strategy<Value = (Group, Text, Text)> {
    group.prop_flat_map(|g| {
        let (first, second) = (text(&g.options), text(&g.options));
        (Just(g), first, second)
    })
}

const NEAR: f64 = 1e-12;

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|x| x.to_bits()).collect()
}

/// Everything that the loops over packs work out, in bits: shares, columns, a text judged, a change tried and made.
fn all_that_is_worked_out(group: &Group, before: &Text, after: &Text, width: Width) -> Vec<u64> {
    let mut preferences = group.preferences();
    preferences.set_width(width);
    let (n, mut seen) = (preferences.parties(), Vec::new());
    let mut appraisal = Appraisal::default();
    for _ in 0..2 {
        appraisal.judge(&preferences, before);
        seen.extend(bits(appraisal.totals()));
        let clauses = (0..before.0.len()).map(ClauseId::new);
        for (clause, value) in clauses.zip(&after.0) {
            let mut change = vec![Pack::default(); packs(n)];
            appraisal.change(&preferences, clause, *value, &mut change);
            seen.extend(bits(&numbers(&change)[..n]));
            seen.extend(bits(&tried(&appraisal, &preferences, clause, *value)));
            appraisal.rejudge(&preferences, clause, *value);
            seen.extend(bits(appraisal.losses(clause)));
            seen.extend(bits(appraisal.utilities()));
        }
        preferences.normalise_saliences();
    }
    seen
}

/// What each party would lose altogether, were one clause to change.
fn tried(appraisal: &Appraisal, preferences: &Preferences, clause: ClauseId, value: Value) -> Vec<f64> {
    let mut totals = Totals(Vec::new());
    appraisal.try_change(preferences, clause, value, &mut totals);
    totals.0.truncate(preferences.parties());
    totals.0
}

struct Totals(Vec<f64>);

impl Trial for Totals {
    #[inline(always)]
    fn see<S: Simd>(&mut self, _: usize, totals: f64x8<S>) -> ControlFlow<()> {
        self.0.extend_from_slice(totals.as_array());
        ControlFlow::Continue(())
    }
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// One register or four, two lanes or eight: the same bits, with as many parties as fill no pack, one, or several.
    #[test]
    fn every_width_gives_the_same_bits((group, before, after) in with_texts(group_of(1..80))) {
        let widths = Width::all();
        let narrowest = all_that_is_worked_out(&group, &before, &after, widths[0]);
        for width in &widths[1..] {
            prop_assert!(narrowest == all_that_is_worked_out(&group, &before, &after, *width), "{width:?}");
        }
    }

    /// Clear texts in rooms of one utility_params, whose sums stay in registers: what each clause costs, added up in the order of
    /// the clauses, at every width; judging alone gives the same as keeping what each clause costs.
    #[test]
    fn clear_texts_are_summed_in_clause_order((mut group, mut text, _) in with_texts(group_of(1..80))) {
        group.utility_params = vec![group.utility_params[0]; group.utility_params.len()];
        for value in &mut text.0 {
            if let Value::Interval { lo, .. } = *value {
                *value = Value::point(lo);
            }
        }
        for width in Width::all() {
            let mut preferences = group.preferences();
            preferences.set_width(width);
            let (mut appraisal, mut judgement) = (Appraisal::default(), Judgement::default());
            appraisal.judge(&preferences, &text);
            judgement.judge(&preferences, &text);
            let mut plain = vec![0.0; group.utility_params.len()];
            let mut column = plain.clone();
            for (d, value) in text.0.iter().enumerate() {
                preferences.column(ClauseId::new(d), *value, &mut column);
                prop_assert_eq!(bits(&column), bits(appraisal.losses(ClauseId::new(d))));
                plain.iter_mut().zip(&column).for_each(|(sum, loss)| *sum += loss);
            }
            prop_assert_eq!(bits(&plain), bits(appraisal.totals()));
            prop_assert_eq!(bits(&plain), bits(judgement.totals()));
            prop_assert_eq!(bits(appraisal.utilities()), bits(judgement.utilities()));
        }
    }

    /// A change tried is L_i less what the clause costs now, plus what it would cost, in this order.
    #[test]
    fn a_change_is_tried_as_defined((group, text, after) in with_texts(group_of(1..20)), d in 0..6_usize) {
        let preferences = group.preferences();
        let mut appraisal = Appraisal::default();
        appraisal.judge(&preferences, &text);
        let d = d % text.0.len();
        let mut column = vec![0.0; group.utility_params.len()];
        preferences.column(ClauseId::new(d), after.0[d], &mut column);
        let losses = appraisal.losses(ClauseId::new(d)).iter().zip(&column);
        let plain = appraisal.totals().iter().zip(losses).map(|(total, (old, new))| total - old + new);
        let tried = tried(&appraisal, &preferences, ClauseId::new(d), after.0[d]);
        prop_assert_eq!(bits(&tried), bits(&plain.collect::<Vec<_>>()));
    }

    #[test]
    fn a_text_is_judged_as_defined((group, text, _) in group_and_texts()) {
        let preferences = group.preferences();
        let mut appraisal = Appraisal::default();
        appraisal.judge(&preferences, &text);
        let mut column = vec![f64::NAN; group.utility_params.len()];
        for (d, value) in text.0.iter().enumerate() {
            preferences.column(ClauseId::new(d), *value, &mut column);
            prop_assert_eq!(&column, appraisal.losses(ClauseId::new(d)));
            for (i, found) in column.iter().enumerate() {
                let defined = group.weighted_loss(i, d, *value);
                prop_assert!((found - defined).abs() < NEAR, "party {i}, clause {d}: {found} not {defined}");
            }
        }
        for (i, utility_params) in group.utility_params.iter().enumerate() {
            let total = group.total(i, &text);
            prop_assert!((appraisal.totals()[i] - total).abs() < NEAR, "total of party {i}");
            let (found, defined) = (appraisal.utilities()[i], utility(*utility_params, total));
            prop_assert!((found - defined).abs() < NEAR, "party {i}: {found} not {defined}");
        }
    }

    /// Whatever clauses changed on the way, and however often, the bits are those of judging anew.
    #[test]
    fn rejudging_is_judging_anew((group, before, after) in group_and_texts(), from in 0..6_usize) {
        let preferences = group.preferences();
        let (mut kept, mut anew) = (Appraisal::default(), Appraisal::default());
        kept.judge(&preferences, &before);
        let clauses = before.0.len();
        for d in (0..clauses).map(|d| (d + from) % clauses) {
            kept.rejudge(&preferences, ClauseId::new(d), after.0[d]);
        }
        anew.judge(&preferences, &after);
        prop_assert_eq!(bits(kept.totals()), bits(anew.totals()));
        prop_assert_eq!(bits(kept.utilities()), bits(anew.utilities()));
    }

    #[test]
    fn saliences_become_shares(group in group()) {
        let mut preferences = group.preferences();
        preferences.normalise_saliences();
        for (i, wants) in group.wants.iter().enumerate() {
            let total: f64 = wants.iter().map(|(_, salience)| salience).sum();
            for (d, (_, salience)) in wants.iter().enumerate() {
                let defined = if total > 0.0 { salience / total } else { 0.0 };
                prop_assert!((preferences.salience(i, ClauseId::new(d)) - defined).abs() < NEAR);
            }
        }
    }
}
