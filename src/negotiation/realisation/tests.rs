//! Errors that ideals have in common: their correlations, and what they are keyed by.

use super::Realisation;
use crate::{model::Model, negotiation::Draws, scenario::Scenario};

fn model(countries: &str, uncertainty: &str) -> Model {
    let text = format!(
        "(format: 1, title: \"R\", clauses: {{\"x\": Ambition(status_quo: 0.0), \"y\": Ambition(status_quo: 0.0)}},
          countries: {{{countries}}}, blocs: {{\"G\": ()}}, uncertainty: ({uncertainty}))"
    );
    Model::compile(&Scenario::parse("room", &text).expect("sound")).expect("sound")
}

const THREE: &str = "\"A\": (positions: {\"x\": 0.5, \"y\": 0.5}), \"B\": (member_of: {\"G\": 1}, positions: {\"x\": 0.5, \"y\": 0.5}),
    \"C\": (member_of: {\"G\": 1}, positions: {\"x\": 0.5, \"y\": 0.5})";
const FOUR: &str = "ideals: (medium: Normal(0.03)), shared: {
    \"coder\": (sd: 0.02, per: Party),
    \"G's shift\": (sd: 0.03, of: [\"G\"]),
    \"mood\": (sd: 0.02, per: Clause, clauses: {\"y\": 1.0}),
    \"hawks\": (sd: 0.04, per: Party, of: [\"A\", \"B\"], clauses: {\"x\": 1.0, \"y\": -0.5})}";

/// By hand, in ten-thousandths. A: Var x = 9 + 4 + 16 = 29, y = 9 + 4 + 4 + 4 = 21, Cov = 4 − 8 = −4. B: Var x = 38, y = 30,
/// Cov = 4 + 9 − 8 = 5. C: 22, 26, 13. A and B on y: 4; on x: 0. B and C on x: 9; on y: 13; across 9.
fn by_hand(one: (&str, &str), other: (&str, &str)) -> f64 {
    let variance = |at: (&str, &str)| match at {
        ("A", "x") => 29.0,
        ("A", "y") => 21.0,
        ("B", "x") => 38.0,
        ("B", "y") => 30.0,
        ("C", "x") => 22.0,
        _ => 26.0,
    };
    let covariance: f64 = match (one.0, other.0, one.1, other.1) {
        ("A", "A", ..) => -4.0,
        ("B", "B", ..) => 5.0,
        ("C", "C", ..) => 13.0,
        ("A", _, "y", "y") => 4.0,
        ("A", ..) => 0.0,
        ("B", "C", "y", "y") => 13.0,
        _ => 9.0,
    };
    let (a, b): (f64, f64) = (variance(one), variance(other));
    covariance / (a * b).sqrt()
}

/// The closed form by hand, and correlations of 4,000 draws against it by Fisher's z, within 4.5 standard errors in each
/// of 15 pairs (false alarm 1 in 10,000); nothing is cut so far from the ends.
#[test]
fn correlations_are_as_said() {
    let model = model(THREE, FOUR);
    let found = model.correlations(100).expect("common errors");
    let mut said = 0;
    for pair in &found.strongest {
        let expected = by_hand(pair.one, pair.other);
        assert!((pair.r - expected).abs() < 1e-12, "{pair:?}, {expected}");
        said += 1;
    }
    // 3 within a party, A's y with the two others', and 4 between B and C; A's x has nothing in common with them.
    assert_eq!(said, 9, "{found:?}");
    let (mut room, mut draws) = (Realisation::new(&model), Draws::new(&model, 5));
    let n = 4000_u32;
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for replicate in 0..u64::from(n) {
        draws.seek(replicate);
        room.fill(&model, &draws);
        let at = |i: usize| model.clause_ids().map(move |c| (i, c));
        rows.push((0..3).flat_map(at).map(|(i, c)| room.national.ideal(i, c)).collect());
    }
    let names = [("A", "x"), ("A", "y"), ("B", "x"), ("B", "y"), ("C", "x"), ("C", "y")];
    let mean = |k: usize| rows.iter().map(|row| row[k]).sum::<f64>() / f64::from(n);
    let covariance = |i: usize, j: usize| {
        let (a, b) = (mean(i), mean(j));
        rows.iter().map(|row| (row[i] - a) * (row[j] - b)).sum::<f64>() / f64::from(n - 1)
    };
    for i in 0..6 {
        for j in i + 1..6 {
            let r = covariance(i, j) / (covariance(i, i) * covariance(j, j)).sqrt();
            let off = (r.atanh() - by_hand(names[i], names[j]).atanh()).abs() * f64::from(n - 3).sqrt();
            assert!(off < 4.5, "{:?} {:?}: {r}, {off} standard errors", names[i], names[j]);
        }
    }
}

/// A party that is added or renamed changes only its own draws; without common errors all is as it was.
#[test]
fn draws_are_keyed_by_names() {
    let ideals = |model: &Model| -> Vec<(String, u64)> {
        let (mut room, mut draws) = (Realisation::new(model), Draws::new(model, 9));
        draws.seek(3);
        room.fill(model, &draws);
        let of = |i: usize| {
            let name = model.countries[i].name.clone();
            model.clause_ids().map(move |c| (name.clone(), c)).map(move |(name, c)| (i, name, c))
        };
        (0..model.countries.len())
            .flat_map(of)
            .map(|(i, name, c)| (name, room.national.ideal(i, c).to_bits()))
            .collect()
    };
    let base = ideals(&model(THREE, FOUR));
    let renamed = ideals(&model(&THREE.replace("\"C\"", "\"D\""), FOUR));
    assert_eq!(base[..4], renamed[..4]);
    assert!(base[4].1 != renamed[4].1);
    let added = format!("\"E\": (member_of: {{\"G\": 1}}, positions: {{\"x\": 0.1}}), {THREE}");
    let added = ideals(&model(&added, FOUR));
    assert_eq!(base[..], added[2..]);
    let plain = "ideals: (medium: Normal(0.03))";
    let none = format!("{plain}, shared: {{}}");
    assert_eq!(ideals(&model(THREE, plain)), ideals(&model(THREE, &none)));
}
