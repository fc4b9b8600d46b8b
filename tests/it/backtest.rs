//! Real cases: the yardsticks that come with the data, scores against their definitions, bad tables.

use plenary::backtest::{Prediction, Rival, Scores, cases};

use crate::support::{command, data, printed};

fn read() -> Option<(Vec<cases::Dossier>, cases::Counted)> {
    let text = |table: &str| Some(std::fs::read_to_string(data(table)?).expect("readable"));
    let (issues, positions) = (text("deu/issues.csv")?, text("deu/positions.csv")?);
    Some(cases::read(("issues.csv", &issues), ("positions.csv", &positions)).expect("sound tables"))
}

/// Every issue that the model says something about: its scores.
fn scores(dossiers: &[cases::Dossier], rival: Rival) -> Vec<Scores> {
    let issues = dossiers.iter().flat_map(|dossier| &dossier.issues);
    issues.filter_map(|issue| Some(Scores::of(&rival.predict(issue)?, issue.outcome))).collect()
}

fn mean(scores: &[Scores], of: impl Fn(&Scores) -> f64) -> f64 {
    scores.iter().map(of).sum::<f64>() / scores.len() as f64
}

/// The yardsticks stated with the data, to the second decimal (hits to the third).
#[test]
fn the_yardsticks_of_the_data() {
    let Some((dossiers, counted)) = read() else { return };
    assert_eq!((counted.issues, counted.dossiers, counted.positions), (228, 90, 4407));
    assert_eq!(
        (counted.with_status_quo, counted.without_salience, counted.positions_elsewhere),
        (160, 68, 0)
    );
    let near = |x: f64, stated: f64, decimals: i32| (x - stated).abs() <= 0.5 * 10_f64.powi(-decimals) + 1e-9;
    for (rival, mae, median, hit) in [
        (Rival::Compromise, 22.07, 18.21, 0.325),
        (Rival::PlainMean, 22.39, 17.65, 0.355),
        (Rival::WeightedMedian, 27.51, 20.00, 0.425),
        (Rival::Middle, 27.40, 25.50, 0.276),
    ] {
        let scores = scores(&dossiers, rival);
        assert_eq!(scores.len(), 228);
        let found = mean(&scores, |s| s.error_of_median);
        assert!(near(found, mae, 2), "{}: MAE {found}", rival.name());
        assert!(near(mean(&scores, |s| s.crps), mae, 2), "a point's CRPS is its error");
        let mut errors: Vec<f64> = scores.iter().map(|s| s.error_of_median).collect();
        errors.sort_by(f64::total_cmp);
        let middle = f64::midpoint(errors[113], errors[114]);
        assert!(near(middle, median, 2), "{}: median error {middle}", rival.name());
        let hits = mean(&scores, |s| f64::from(u8::from(s.hit)));
        assert!(near(hits, hit, 3), "{}: hits {hits}", rival.name());
    }
    for (rival, crps) in [(Rival::Positions, 17.18), (Rival::PositionsDrawnIn, 16.92)] {
        let found = mean(&scores(&dossiers, rival), |s| s.crps);
        assert!(near(found, crps, 2), "{}: CRPS {found}", rival.name());
    }
    for (rival, mae) in [(Rival::NearestStatusQuo, 44.69), (Rival::StatusQuo, 49.74)] {
        let scores = scores(&dossiers, rival);
        assert_eq!(scores.len(), 160);
        let found = mean(&scores, |s| s.error_of_median);
        assert!(near(found, mae, 2), "{}: MAE {found}", rival.name());
    }
}

/// CRPS against its definition, ∫ (F(z) − 1{z ≥ y})² dz, by a sum over 200,000 slices; a two-point case by hand.
#[test]
fn crps_is_its_integral() {
    let two = Prediction::weighted([(20.0, 0.5), (80.0, 0.5)]).expect("weights");
    // F = ½ from 20 to 80, the outcome at 50: ¼·30 + ¼·30.
    assert!((Scores::of(&two, 50.0).crps - 15.0).abs() < 1e-12);
    let mut draw = crate::support::uniform(3);
    for _ in 0..40 {
        let n = 1 + (draw() * 6.0) as usize;
        let atoms: Vec<(f64, f64)> = (0..n).map(|_| (100.0 * draw(), draw())).collect();
        let total: f64 = atoms.iter().map(|(_, w)| w).sum();
        let outcome = 100.0 * draw();
        let slices = 200_000;
        let width = 100.0 / f64::from(slices);
        let integral: f64 = (0..slices)
            .map(|k| {
                let z = (f64::from(k) + 0.5) * width;
                let below = atoms.iter().filter(|(x, _)| *x <= z).map(|(_, w)| w / total).sum::<f64>();
                (below - f64::from(u8::from(z >= outcome))).powi(2) * width
            })
            .sum();
        let prediction = Prediction::weighted(atoms).expect("weights");
        let found = Scores::of(&prediction, outcome).crps;
        assert!((found - integral).abs() < 2e-3, "{found} instead of {integral}");
    }
}

/// What lands in the folder: scores, rows, and the picture of their calibration, which can be drawn again from them.
#[test]
fn a_folder_holds_the_picture_of_calibration() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write(
        "issues.csv",
        "issue,dossier,rule,members,status_quo,outcome\na,d,qmv,3,0,60\nb,d,qmv,3,,20\nc,e,unanimity,3,10,90\n",
    );
    let actors = ["a", "b", "c"].iter().flat_map(|issue| {
        [("X", 0, 80), ("Y", 50, 60), ("Z", 100, 40)].map(|(actor, position, salience)| {
            format!("{issue},{actor},member,{position},{salience},10,0.3\n")
        })
    });
    let positions: String = actors.collect();
    write("positions.csv", &format!("issue,actor,role,position,salience,votes,capability\n{positions}"));
    let run = |arguments: &[&str]| {
        command().current_dir(folder.path()).args(arguments).output().expect("the program was built")
    };
    let tables = ["backtest", "--issues", "issues.csv", "--positions", "positions.csv"];
    let models = ["--models", "compromise,positions", "--out", "out"];
    printed(run(&[&tables[..], &models].concat()));
    let read = |name: &str| std::fs::read_to_string(folder.path().join("out").join(name)).expect("written");
    assert!(read("calibration.svg").contains("compromise (3)"));
    let figures = read("calibration.csv");
    assert_eq!(figures.lines().count(), 1 + 2 * 101);
    // The compromise is one point, so an outcome lies below it, at it or above it: all are at or below the last quantile.
    let ranks: Vec<f64> = read("issues.csv")
        .lines()
        .filter(|line| line.starts_with("compromise,"))
        .map(|line| line.rsplit(',').next().expect("a last cell").parse().expect("a rank"))
        .collect();
    let below = ranks.iter().filter(|&&rank| rank <= 0.0).count() as f64 / 3.0;
    assert!(figures.contains(&format!("compromise,3,0,{below},0,0\n")), "{figures}");
    // Drawn again from the folder, at another n in the caption only.
    assert_eq!(printed(run(&["chart", "calibration", "out", "--data-only"])), figures);
    let refused = run(&["report", "out"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("not on one scenario"), "{said}");
}
