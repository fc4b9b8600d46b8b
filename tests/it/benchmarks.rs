//! The benchmarks against their definitions, by brute force (specification §2).

use plenary::{
    benchmark::{IdealDepths, Lcd, agreement::AgreementSet},
    model::{Model, Preferences, UtilityParams},
    named::Named,
    negotiation::Realisation,
    preference::{Loss, Reading},
    text::{Ambition, Clause, ClauseId, ClauseOption, DepthScale, Options},
};
use proptest::{collection::vec, prelude::*};

use crate::support::{Kind, SmallRoom, small_rooms, thousand_cases};

/// City-block loss, or what one side of the ideal weighs more.
fn loss_at(loss: Loss, x: f64, p: f64) -> f64 {
    match loss {
        Loss::CityBlock => (x - p).abs(),
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => (x - p).powi(2),
        Loss::Asymmetric { over, under } => {
            (over * (x - p).max(0.0) + under * (p - x).max(0.0)) / over.max(under)
        }
    }
}

/// A room of parties with a stand on each clause, as lists.
#[derive(Clone, Debug)]
struct Stands {
    /// Status quo and weight of each clause; on options clauses, the depth of each of three options.
    clauses: Vec<(f64, f64, Option<[f64; 3]>)>,
    losses: Vec<Loss>,
    /// Ideal, salience, loss of each option: by party and clause.
    wants: Vec<Vec<(f64, f64, [f64; 3])>>,
    voices: Vec<bool>,
}

impl Stands {
    fn scale(&self) -> DepthScale {
        let clause = |(d, (q, weight, options)): (usize, &(f64, f64, Option<[f64; 3]>))| {
            let clause = match options {
                None => Clause::Ambition(Ambition {
                    title: None,
                    status_quo: *q,
                    weight: *weight,
                    agreed: None,
                    words: vec![],
                }),
                Some(depths) => Clause::Options(Options {
                    title: None,
                    status_quo: Some("o0".into()),
                    options: Named::from_iter(
                        (0..3).map(|o| (format!("o{o}"), ClauseOption { depth: Some(depths[o]) })),
                    ),
                    weight: *weight,
                }),
            };
            (format!("c{d}"), clause)
        };
        DepthScale::new(&self.clauses.iter().enumerate().map(clause).collect())
    }

    fn preferences(&self) -> Preferences {
        let options: Vec<usize> = self.clauses.iter().map(|c| c.2.map_or(0, |o| o.len())).collect();
        let utility_params = |loss| UtilityParams { loss, reading: Reading::default(), risk: 0.0 };
        let mut preferences = Preferences::new(self.wants.len(), &options, utility_params(Loss::CityBlock));
        for (i, wants) in self.wants.iter().enumerate() {
            preferences.set_utility_params(i, utility_params(self.losses[i]));
            for (d, (ideal, salience, losses)) in wants.iter().enumerate() {
                preferences.set_ideal(i, ClauseId::new(d), *ideal);
                preferences.set_salience(i, ClauseId::new(d), *salience);
                for (o, loss) in losses.iter().take(options[d]).enumerate() {
                    preferences.set_option_loss(i, ClauseId::new(d), o, *loss);
                }
            }
        }
        preferences.update_shared_params();
        preferences
    }

    fn status_quo(&self, d: usize) -> f64 {
        let (q, _, options) = self.clauses[d];
        options.map_or(q, |depths| depths[0])
    }

    /// The depth a party wants on a clause: its ideal, or that of the option it likes best (ties: the first).
    fn wanted(&self, i: usize, d: usize) -> f64 {
        let (ideal, _, losses) = self.wants[i][d];
        let Some(depths) = self.clauses[d].2 else {
            return ideal;
        };
        let least = losses.into_iter().fold(f64::INFINITY, f64::min);
        depths[losses.iter().position(|l| *l == least).unwrap()]
    }

    /// Whether a party takes depth z on a clause rather than the status quo, everything else at the status quo.
    fn takes(&self, i: usize, d: usize, z: f64) -> bool {
        let (ideal, _, _) = self.wants[i][d];
        let loss = |x| loss_at(self.losses[i], x, ideal);
        loss(z) <= loss(self.status_quo(d)) + 1e-12
    }

    /// Those with a voice and a stake in the clause.
    fn concerned(&self, d: usize) -> Vec<usize> {
        let stake = |i: &usize| self.voices[*i] && self.wants[*i][d].1 > 0.0;
        (0..self.wants.len()).filter(stake).collect()
    }
}

fn stands() -> impl Strategy<Value = Stands> {
    let share = || prop_oneof![0.0..=1.0, (0..=20_u8).prop_map(|k| f64::from(k) / 20.0)];
    let loss = prop_oneof![
        2 => Just(Loss::CityBlock),
        1 => Just(Loss::Quadratic),
        1 => Just(Loss::Euclidean),
        1 => (0.1..1.0).prop_map(Loss::Gaussian),
        2 => (0.05..3.0, 0.1..3.0).prop_map(|(over, under)| Loss::Asymmetric { over, under }),
        1 => Just(Loss::Asymmetric { over: 1.0, under: 0.0 }),
    ];
    (1..6_usize, 1..4_usize).prop_flat_map(move |(n, clauses)| {
        let depths = [share(), share(), share()];
        let options = prop_oneof![2 => Just(None), 1 => depths.prop_map(Some)];
        let want = (share(), prop_oneof![1 => Just(0.0), 4 => 0.1..1.0], [share(), share(), share()]);
        (
            vec((share(), 0.1..2.0, options), clauses),
            vec(loss.clone(), n),
            vec(vec(want, clauses), n),
            vec(prop_oneof![4 => Just(true), 1 => Just(false)], n),
        )
            .prop_map(|(clauses, losses, wants, voices)| Stands { clauses, losses, wants, voices })
    })
}

const GRID: u32 = 2_000;

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let n = numbers.len();
    if n % 2 == 1 { numbers[n / 2] } else { (numbers[n / 2 - 1] + numbers[n / 2]) / 2.0 }
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// L = max(q, min p), the median, and T = the deepest value that all with a stake take: found on a grid, so
    /// that it may lie one cell below the truth, and taken by all itself.
    #[test]
    fn the_lcd_by_brute_force(stands in stands()) {
        let mut lcd = Lcd::default();
        let clauses = stands.clauses.len();
        lcd.measure(&stands.scale(), &stands.preferences(), &stands.voices);
        let total: f64 = stands.clauses.iter().map(|c| c.1).sum();
        let mut depths = [0.0; 3];
        for d in 0..clauses {
            let (q, who) = (stands.status_quo(d), stands.concerned(d));
            let wanted: Vec<f64> = who.iter().map(|&i| stands.wanted(i, d)).collect();
            let least = wanted.iter().fold(f64::INFINITY, |a, b| a.min(*b));
            let (strong, reference) = if who.is_empty() { (q, q) } else { (least.max(q), median(wanted)) };
            prop_assert!((lcd.strong[d] - strong).abs() < 1e-12);
            prop_assert!((lcd.reference[d] - reference).abs() < 1e-12);
            if let Some(depths) = stands.clauses[d].2 {
                let takes = |i: usize, o: usize| stands.wants[i][d].2[o] <= stands.wants[i][d].2[0];
                let deepest = |i: &usize| (0..3).filter(|o| takes(*i, *o)).map(|o| depths[o]).fold(q, f64::max);
                let bound = if who.is_empty() { q } else { who.iter().map(deepest).fold(1.0, f64::min) };
                prop_assert_eq!(lcd.weak[d], bound);
            } else {
                let all_take = |z: f64| who.iter().all(|&i| stands.takes(i, d, z));
                let on_grid = (0..=GRID).rev().map(|k| f64::from(k) / f64::from(GRID));
                let bound = on_grid.filter(|z| *z >= q).find(|z| all_take(*z)).unwrap_or(q);
                let bound = if who.is_empty() { q } else { bound };
                prop_assert!(all_take(lcd.weak[d]), "clause {d}: somebody refuses {}", lcd.weak[d]);
                prop_assert!(lcd.weak[d] >= bound - 1e-12, "clause {d}: all take {bound}, not only {}", lcd.weak[d]);
                prop_assert!(lcd.weak[d] <= bound + 1.0 / f64::from(GRID), "clause {d}: {} above {bound}", lcd.weak[d]);
            }
            let weight = stands.clauses[d].1 / total;
            for (depth, x) in depths.iter_mut().zip([lcd.strong[d], lcd.weak[d], lcd.reference[d]]) {
                *depth += weight * x;
            }
        }
        for (found, sum) in [lcd.depth_strong, lcd.depth_weak, lcd.depth_reference].into_iter().zip(depths) {
            prop_assert!((found - sum).abs() < 1e-12);
        }
        let gap = depths[2] - depths[0];
        for depth in [0.0, 0.3, 1.0, depths[0], depths[2]] {
            let index = (gap >= 0.1).then(|| 1.0 - ((depth - depths[0]) / gap).clamp(0.0, 1.0));
            prop_assert_eq!(lcd.index(depth, 0.1).is_some(), index.is_some());
            prop_assert!((lcd.index(depth, 0.1).unwrap_or(0.0) - index.unwrap_or(0.0)).abs() < 1e-9);
        }
        // A gap as great as the least that is asked for is enough, unless it is none.
        prop_assert_eq!(lcd.index(0.3, lcd.gap()).is_some(), lcd.gap() > 0.0);
    }

    /// The laggards are the ⌊share·n⌋ parties, one at least, than whom nobody else wants less.
    #[test]
    fn laggards_want_least(mut stands in stands(), share in 0.0..=1.0) {
        stands.voices[0] = true;
        let (scale, preferences) = (stands.scale(), stands.preferences());
        let (mut lcd, mut depths) = (Lcd::default(), IdealDepths::default());
        lcd.measure(&scale, &preferences, &stands.voices);
        depths.measure(&scale, &preferences, &stands.voices, &lcd);
        let total: f64 = stands.clauses.iter().map(|c| c.1).sum();
        let wants = |i: usize| -> f64 {
            let on = |d: usize| {
                let stake = stands.wants[i][d].1 > 0.0;
                let depth = if stake { stands.wanted(i, d) } else { lcd.reference[d] };
                stands.clauses[d].1 / total * depth
            };
            (0..stands.clauses.len()).map(on).sum()
        };
        let voices: Vec<usize> = (0..stands.voices.len()).filter(|&i| stands.voices[i]).collect();
        let laggards = depths.laggards(share);
        let count = ((voices.len() as f64 * share).floor() as usize).max(1);
        prop_assert_eq!(laggards.len(), count);
        let others = voices.iter().filter(|i| !laggards.contains(i));
        let least_other = others.map(|&i| wants(i)).fold(f64::INFINITY, f64::min);
        prop_assert!(laggards.iter().all(|&i| stands.voices[i] && wants(i) <= least_other + 1e-12));
    }

    /// The deepest acceptable package: nobody refuses it, and no text on a fine grid that nobody refuses is deeper.
    #[test]
    fn the_frontier_by_brute_force(room in rooms_of_two_clauses(), silent in 0..8_usize) {
        let model = room.model();
        let stated = Realisation::as_stated(&model);
        let mut voices = vec![true; room.parties.len()];
        if let Some(voice) = voices.get_mut(silent) {
            *voice = false;
        }
        let deepest = AgreementSet::over_status_quo(&model, &stated.national, &voices).and_then(|set| set.deepest());
        let deepest = deepest.expect("solved");
        let (text, depth) = (deepest.text, deepest.depth);
        let everyone_takes = |x: [f64; 2], slack: f64| {
            (0..voices.len()).filter(|&i| voices[i]).all(|i| surplus(&room, &stated, i, x) >= -slack)
        };
        let x = [text.0[0].middle(), text.0[1].middle()];
        prop_assert!(everyone_takes(x, 1e-7), "somebody refuses {x:?}");
        prop_assert!((depth_of(&room, &model, x) - depth).abs() < 1e-9);
        let grid = || (0..=100_u8).map(|k| f64::from(k) / 100.0);
        for z in grid().flat_map(|a| grid().map(move |b| [a, b])) {
            let deeper = depth_of(&room, &model, z) > depth + 1e-7;
            prop_assert!(!(deeper && everyone_takes(z, 0.0)), "all take {z:?}, deeper than {x:?}");
        }
    }
}

/// A party that does not mind more than it wants (κ⁺ = 0) takes everything up to 1, wherever the status quo lies:
/// z = 1 costs it nothing, by the definition ā = max { z : surplus at z ≥ 0 }.
#[test]
fn a_party_that_never_minds_more_takes_all() {
    let loss = Loss::Asymmetric { over: 0.0, under: 1.0 };
    for (ideal, q) in [(0.4, 0.0), (0.4, 0.4), (0.0, 0.35)] {
        assert_eq!(loss_at(loss, 1.0, ideal), 0.0);
        assert_eq!(loss.ceiling(ideal, q), 1.0, "ideal {ideal}, status quo {q}");
    }
}

/// s_i(x) = u_i(x) − u_i(q), utility 1 − Σω·loss.
fn surplus(room: &SmallRoom, stated: &Realisation, i: usize, x: [f64; 2]) -> f64 {
    let utility_params = stated.national.utility_params(i).loss;
    let at = |d: usize, x: f64| loss_at(utility_params, x, room.parties[i].wants[d].0);
    let salience = |d: usize| stated.national.salience(i, ClauseId::new(d));
    (0..2).map(|d| salience(d) * (at(d, room.clauses[d].1) - at(d, x[d]))).sum()
}

/// Σ a_d x_d over ambition clauses, full coverage.
fn depth_of(room: &SmallRoom, model: &Model, x: [f64; 2]) -> f64 {
    let weight = |d: usize| {
        if room.clauses[d].0 == Kind::Ambition { model.depth().weight(ClauseId::new(d)) } else { 0.0 }
    };
    (0..2).map(|d| weight(d) * x[d]).sum()
}

const LINEAR_LOSSES: [&str; 3] =
    ["CityBlock", "Asymmetric(over: 2.0, under: 0.5)", "Asymmetric(over: 0.25, under: 1.0)"];

fn rooms_of_two_clauses() -> impl Strategy<Value = SmallRoom> {
    (small_rooms(2..=4, 2..=2), proptest::sample::select(&LINEAR_LOSSES[..]), 0..=40_u8).prop_map(
        |(mut room, loss, q)| {
            room.loss = loss;
            room.clauses[1].1 = f64::from(q) / 40.0;
            room
        },
    )
}
