//! Given data against functions whose indices are known.

use super::*;
use crate::study::{
    bootstrap::Urn,
    table::{Cell, ColumnKind, Row},
};

/// A table of points with these factors in [0, 1) and results.
fn table(rows: impl Iterator<Item = (Vec<Cell>, f64)>, kinds: &[ColumnKind]) -> DataTable {
    let names = (1..).map(|k| format!("x{k}"));
    let mut columns = vec![Column::new("point", ColumnKind::Integer, "")];
    columns.extend(names.zip(kinds).map(|(name, kind)| Column::new(name, *kind, "")));
    columns.push(Column::new("y", ColumnKind::Number, ""));
    let row = |(n, (cells, y)): (u64, (Vec<Cell>, f64))| -> Row {
        std::iter::once(n.into()).chain(cells).chain([y.into()]).collect()
    };
    DataTable { columns, rows: (0_u64..).zip(rows).map(row).collect() }
}

fn uniform(urn: &mut Urn) -> f64 {
    urn.draw(1 << 30) as f64 / f64::from(1 << 30)
}

fn of(points: &DataTable, factors: usize, seed: Seed) -> GivenData {
    let measure = points.columns.last().expect("a measure").clone();
    let of = points.rows.len() as u64;
    given_data(points, &measure, factors, of, &PointNoise::default(), seed).expect("enough points")
}

/// Ishigami: S = .3139, .4424, 0 (specification §8); 6,000 random points, classes of 125: four standard errors of S,
/// √(4 S (1 − S)²/N + …) < .04 each; and the interval of each holds the truth less what grouping leaves out (< .01).
#[test]
fn ishigami() {
    let mut urn = Urn::new(5, "ishigami");
    let pi = std::f64::consts::PI;
    let points = table(
        (0..6000).map(|_| {
            let x: Vec<f64> = (0..3).map(|_| uniform(&mut urn)).collect();
            let at = |k: usize| pi * (2.0 * x[k] - 1.0);
            let y = libm::sin(at(0)) * (1.0 + 0.1 * at(2).powi(4)) + 7.0 * libm::sin(at(1)).powi(2);
            (x.into_iter().map(Cell::Number).collect(), y)
        }),
        &[ColumnKind::Number; 3],
    );
    let found = of(&points, 3, 1);
    for (factor, truth) in found.factors.iter().zip([0.3139, 0.4424, 0.0]) {
        let s = factor.first.expect("an index");
        assert!((s.value - truth).abs() < 0.04, "{s:?} for {truth}");
        assert!(s.low.unwrap() - 0.01 <= truth && truth <= s.high.unwrap() + 0.01, "{s:?} for {truth}");
    }
    assert_eq!((found.points, found.left_out, found.noise), (6000, 0, None));
    assert!(found.together.is_empty());
}

/// y = 2 x₁ + x₂ + e with x uniform and e uniform of width √3 (noise that belongs to y): S = 4/8, 1/8, 0 of 4 + 1 + 3.
/// In 200 samples of 100 points the intervals hold the truth, less the 1/M² that grouping leaves out, in at least 95 %
/// less 4 standard errors of a share of 200 (.0616; false alarm one in 30,000 each).
#[test]
fn intervals_of_a_linear_model_cover() {
    let truth = [4.0 / 8.0, 1.0 / 8.0, 0.0];
    let mut covered = [0; 3];
    for seed in 0..200 {
        let mut urn = Urn::new(seed, "linear");
        let points = table(
            (0..100).map(|_| {
                let x: Vec<f64> = (0..3).map(|_| uniform(&mut urn)).collect();
                let y = 2.0 * x[0] + x[1] + libm::sqrt(3.0) * uniform(&mut urn);
                (x.into_iter().map(Cell::Number).collect(), y)
            }),
            &[ColumnKind::Number; 3],
        );
        for ((factor, truth), covered) in of(&points, 3, seed).factors.iter().zip(truth).zip(&mut covered) {
            let s = factor.first.expect("an index");
            let truth = truth * (1.0 - 0.01);
            *covered += u32::from(s.low.unwrap() <= truth && truth <= s.high.unwrap());
        }
    }
    for share in covered.map(|c| f64::from(c) / 200.0) {
        assert!(share >= 0.95 - 0.0616, "{covered:?}");
    }
}

/// Partial correlation of ranks, worked out from the three pairwise ones: (r_xy − r_xz r_yz)/√((1 − r_xz²)(1 − r_yz²)).
#[test]
fn partial_rank_correlation_is_the_textbook_s() {
    let mut urn = Urn::new(9, "prcc");
    let rows: Vec<(f64, f64, f64)> = (0..60)
        .map(|_| {
            let z = uniform(&mut urn);
            let x = z + 0.5 * uniform(&mut urn);
            (x, z, libm::exp(2.0 * x) - 3.0 * z + uniform(&mut urn))
        })
        .collect();
    let points = table(
        rows.iter().map(|(x, z, y)| (vec![Cell::Number(*x), Cell::Number(*z)], *y)),
        &[ColumnKind::Number; 2],
    );
    let found = of(&points, 2, 1);
    // Spearman's ρ without ties: 1 − 6 Σ d²/(n(n² − 1)).
    let rank =
        |v: Vec<f64>| -> Vec<f64> { v.iter().map(|a| v.iter().filter(|b| *b < a).count() as f64).collect() };
    let (x, z) = (rank(rows.iter().map(|r| r.0).collect()), rank(rows.iter().map(|r| r.1).collect()));
    let y = rank(rows.iter().map(|r| r.2).collect());
    let rho = |a: &[f64], b: &[f64]| {
        1.0 - 6.0 * a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>() / (60.0 * (3600.0 - 1.0))
    };
    let partial = |a: &[f64], held: &[f64]| {
        let (ay, ah, hy) = (rho(a, &y), rho(a, held), rho(held, &y));
        (ay - ah * hy) / libm::sqrt((1.0 - ah * ah) * (1.0 - hy * hy))
    };
    assert!((found.factors[0].prcc.unwrap().value - partial(&x, &z)).abs() < 1e-9);
    assert!((found.factors[1].prcc.unwrap().value - partial(&z, &x)).abs() < 1e-9);
    assert_eq!(found.together.len(), 1);
}

/// Words: a balanced factor of three words that sets y to 0, 1 or 5 explains V(0, 1, 5)/(V + 1/12) = (14/3)/(14/3 + 1/12)
/// beside a uniform number; it has no rank.
#[test]
fn words_are_groups() {
    let mut urn = Urn::new(2, "words");
    let points = table(
        (0..600).map(|n| {
            let x = uniform(&mut urn);
            let word = ["a", "b", "c"][n % 3];
            (vec![Cell::from(word.to_owned()), Cell::Number(x)], [0.0, 1.0, 5.0][n % 3] + x)
        }),
        &[ColumnKind::String, ColumnKind::Number],
    );
    let found = of(&points, 2, 1);
    let s = found.factors[0].first.expect("an index").value;
    assert!((s - (14.0 / 3.0) / (14.0 / 3.0 + 1.0 / 12.0)).abs() < 0.01, "{s}");
    assert_eq!(found.factors[0].prcc, None);
    // With the words held, y rises with x without exception among those of one word.
    assert!(found.factors[1].prcc.expect("a rank correlation").value > 0.9);
}

/// Noise of replicates is taken out: S of y = x + e, V(e) = V(x) known, is 1 and not ½.
#[test]
fn noise_is_taken_out() {
    let mut urn = Urn::new(4, "noise");
    let points = table(
        (0..4000).map(|_| {
            let x = uniform(&mut urn);
            (vec![Cell::Number(x)], x + uniform(&mut urn))
        }),
        &[ColumnKind::Number],
    );
    let mut means = noise::NoiseMeans::default();
    // Replicates ±√(n − 1) s about the mean make the variance of a mean s²: two of them, s² = 1/12.
    let e = libm::sqrt(1.0 / 12.0);
    let y = |p: u64, r: u64| if (p + r).is_multiple_of(2) { e } else { -e };
    let all = || (0..2).flat_map(|r| (0..4000).map(move |p| (p, r)));
    all().for_each(|(p, r)| means.add(p, r, Some(y(p, r))));
    let mut rests = means.finish();
    all().for_each(|(p, r)| rests.add(p, r, Some(y(p, r))));
    let noise = rests.finish();
    let measure = points.columns.last().unwrap().clone();
    let found = given_data(&points, &measure, 1, 4000, &noise, 1).expect("enough");
    assert!((found.noise.unwrap() - 0.5).abs() < 0.03, "{found:?}");
    let s = found.factors[0].first.expect("an index");
    assert!((s.value - 1.0).abs() < 0.05 && s.low.unwrap() < 1.0 && s.high.unwrap() > 0.99, "{s:?}");
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let few = table((0..19).map(|n| (vec![Cell::Number(f64::from(n))], 1.0)), &[ColumnKind::Number]);
    let measure = few.columns.last().unwrap().clone();
    assert_eq!(
        given_data(&few, &measure, 1, 30, &PointNoise::default(), 1),
        Err(TooFew { points: 19, of: 30 })
    );
    let constant = table(
        (0..40).map(|n| (vec![Cell::Number(f64::from(n)), Cell::Number(f64::from(n))], 0.1)),
        &[ColumnKind::Number; 2],
    );
    let found = of(&constant, 2, 1);
    assert_eq!(found.factors, [GivenIndex::default(); 2]);
    assert_eq!(found.together, [(0, 1, 1.0)]);
}
