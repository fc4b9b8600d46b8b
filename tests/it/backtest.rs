//! Real cases: the benchmarks that come with the data, scores against their definitions, bad tables.

use std::path::Path;

use plenary::{
    backtest::{
        Criterion, Engine, Evaluation, Free, ModelPredictions, POSITIONS_WITH_NOISE, Prediction, Rival,
        Scores, Template,
        cases::{self, Actor, Dossier, Issue, Role},
        positions_with_noise, tune,
    },
    null::Null,
};

use crate::support::{command, data, plenary, printed, uniform};

fn read() -> Option<(Vec<Dossier>, cases::Counted)> {
    let text = |table: &str| Some(std::fs::read_to_string(data(table)?).expect("readable"));
    let (issues, positions) = (text("deu/issues.csv")?, text("deu/positions.csv")?);
    Some(cases::read(("issues.csv", &issues), ("positions.csv", &positions)).expect("sound tables"))
}

/// Every issue that the model says something about: its scores.
fn scores(dossiers: &[Dossier], rival: Rival) -> Vec<Scores> {
    let issues = dossiers.iter().flat_map(|dossier| &dossier.issues);
    issues.filter_map(|issue| Some(Scores::of(&rival.predict(issue)?, issue.outcome))).collect()
}

fn mean(scores: &[Scores], of: impl Fn(&Scores) -> f64) -> f64 {
    scores.iter().map(of).sum::<f64>() / scores.len() as f64
}

/// The benchmarks stated with the data, to the second decimal (hits to the third).
#[test]
fn the_benchmarks_of_the_data() {
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
    let mut draw = uniform(3);
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

/// Φ by its power series: Φ(z) = ½ + φ(z) Σ z^(2k+1)/(1·3·5 … (2k+1)) (Marsaglia 2004).
fn normal(z: f64) -> f64 {
    if z.abs() > 8.0 {
        return if z > 0.0 { 1.0 } else { 0.0 };
    }
    let (mut sum, mut term, mut k) = (z, z, 1.0);
    while sum + term != sum {
        k += 2.0;
        term *= z * z / k;
        sum += term;
    }
    0.5 + sum * libm::exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt()
}

/// CRPS of positions with noise by its definition, ∫ (F(z) − 1{z ≥ y})² dz with F(z) = Σ w Φ((z − x)/σ) on [0, 100), by
/// Simpson's rule on either side of the outcome. The prediction is given to a tenth of a point: .001.
#[test]
fn crps_of_positions_with_noise() {
    let mut draw = uniform(5);
    for case in 0..30 {
        let n = 1 + (draw() * 6.0) as usize;
        let centres: Vec<(f64, f64)> = (0..n).map(|_| ((100.0 * draw()).round(), draw())).collect();
        let total: f64 = centres.iter().map(|(_, w)| w).sum();
        let sigma = 5.0 + 35.0 * draw();
        let outcome = [0.0, 100.0, 100.0 * draw()][case % 3];
        let below = |z: f64| centres.iter().map(|(x, w)| w / total * normal((z - x) / sigma)).sum::<f64>();
        let simpson = |from: f64, to: f64, of: &dyn Fn(f64) -> f64| {
            let (slices, width) = (2_000, (to - from) / 2_000.0);
            let weight = |k: i32| match k {
                0 | 2_000 => 1.0,
                k if k % 2 == 1 => 4.0,
                _ => 2.0,
            };
            (0..=slices).map(|k| weight(k) * of(from + f64::from(k) * width)).sum::<f64>() * width / 3.0
        };
        let integral = simpson(0.0, outcome, &|z| below(z).powi(2))
            + simpson(outcome, 100.0, &|z| (1.0 - below(z)).powi(2));
        let prediction = Prediction::with_noise(centres.clone(), sigma).expect("weights");
        let found = Scores::of(&prediction, outcome).crps;
        assert!((found - integral).abs() < 1e-3, "σ {sigma}, y {outcome}: {found} instead of {integral}");
        // The foot of the scale has all that falls off it, to half a step.
        let (_, at_foot) = prediction.below(0.0);
        assert!((at_foot - below(0.05)).abs() < 1e-12);
    }
    let exact = Prediction::with_noise([(20.0, 1.0), (80.0, 3.0)], 0.0);
    assert_eq!(exact, Prediction::weighted([(20.0, 0.25), (80.0, 0.75)]));
}

/// σ is chosen by the other dossiers: whatever came out of one, its predictions stay what they were; and where outcomes are
/// positions to the point, no noise is chosen.
#[test]
fn noise_is_chosen_by_the_other_dossiers() {
    let mut told = dossiers(6);
    let before = positions_with_noise(&told);
    assert_eq!(before.name, POSITIONS_WITH_NOISE);
    for outcome in [0.0, 100.0] {
        told[2].issues.iter_mut().for_each(|issue| issue.outcome = outcome);
        assert_eq!(before.predictions[4..6], positions_with_noise(&told).predictions[4..6]);
    }
    for issue in told.iter_mut().flat_map(|d| &mut d.issues) {
        (issue.actors[0].position, issue.outcome) = (50.0, 50.0);
        issue.actors[0].capability = 100.0;
    }
    let predicted = positions_with_noise(&told).predictions;
    assert!(predicted.iter().flatten().all(|p| p.atoms().iter().any(|(x, w)| *x == 50.0 && *w > 0.99)));
}

/// What is said of one voting rule is what is said of its issues alone: scores, n, differences.
#[test]
fn by_voting_rule_as_on_its_issues_alone() {
    let mut both = dossiers(8);
    both.iter_mut().skip(4).flat_map(|d| &mut d.issues).for_each(|issue| issue.rule = "qmv".to_owned());
    let noise = positions_with_noise(&both);
    let score = |from: usize| {
        let issues = || both[from..].iter().flat_map(|d| &d.issues);
        let middle = issues().map(|_| Some(Prediction::point(50.0))).collect();
        let models = [
            ModelPredictions { predictions: noise.predictions[2 * from..].to_vec(), ..noise.clone() },
            ModelPredictions { name: "middle".to_owned(), predictions: middle, ..noise.clone() },
        ];
        Evaluation::of(&both[from..], &models, &[POSITIONS_WITH_NOISE], 1)
    };
    let (whole, part) = (score(0), score(4));
    let (of_rule, alone) = (&whole.models[1].by_rule[0], &part.models[1].all);
    assert_eq!((of_rule.name.as_str(), of_rule.means.n, of_rule.against[0].n), ("qmv", 8, 8));
    let value = |e: Option<plenary::study::bootstrap::BootstrapEstimate>| e.expect("an estimate").value;
    assert!((value(of_rule.crps_interval) - alone.means.crps.expect("scored")).abs() < 1e-12);
    assert!((value(of_rule.against[0].crps) - value(alone.against[0].crps)).abs() < 1e-12);
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
    let first =
        figures.lines().find_map(|line| line.strip_prefix("compromise,3,0,")).expect("the lowest quantile");
    let share: f64 = first.split(',').next().and_then(|cell| cell.parse().ok()).expect("a share");
    assert!(
        (share - below).abs() < 1e-5 && first[first.find(',').unwrap_or(0)..].starts_with(",0,0,"),
        "{figures}"
    );
    // Drawn again from the folder, at another n in the caption only.
    assert_eq!(printed(run(&["chart", "calibration", "out", "--data-only"])), figures);
    let refused = run(&["chart", "outcomes", "out"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("calibration"), "{said}");
}

/// A shipped template.
fn template(name: &str) -> Template {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/templates");
    let text = std::fs::read_to_string(folder.join(name).with_extension("ron")).expect("shipped");
    Template::parse(name, &text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)))
}

fn engine(template: Template, replicates: u64) -> Engine {
    Engine { template, settings: Vec::new(), replicates, seed: 1, null: None }
}

/// Members a, b, c … of equal weight with these positions, all caring alike.
fn issue(name: &str, outcome: f64, positions: &[f64]) -> Issue {
    let actor = |(k, &position): (usize, &f64)| Actor {
        name: format!("m{k}"),
        role: Role::Member,
        position,
        salience: 50.0,
        votes: 1,
        capability: 0.1,
    };
    Issue {
        name: name.to_owned(),
        rule: "unanimity".to_owned(),
        status_quo: Some(0.0),
        outcome,
        actors: positions.iter().enumerate().map(actor).collect(),
    }
}

/// Dossiers of two issues with positions and outcomes drawn.
fn dossiers(n: usize) -> Vec<Dossier> {
    let mut draw = uniform(11);
    let dossier = |d: usize| Dossier {
        name: format!("d{d}"),
        issues: (0..2)
            .map(|k| {
                let positions: Vec<f64> = (0..5).map(|_| 100.0 * draw()).collect();
                issue(&format!("d{d}-{k}"), 100.0 * draw(), &positions)
            })
            .collect(),
    };
    (0..n).map(dossier).collect()
}

/// Every template that is shipped is sound and has the voting rules of the tables.
#[test]
fn shipped_templates() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/templates");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("templates are shipped") {
        let path = entry.expect("readable").path();
        let template = template(path.file_stem().and_then(|stem| stem.to_str()).expect("a name"));
        for rule in ["unanimity", "qmv", "simple", "consensus"] {
            assert!(template.rules.get(rule).is_some(), "{}: no {rule}", path.display());
        }
        assert!(!template.about.is_empty());
        seen += 1;
    }
    assert!(seen >= 3, "the walk found {seen}");
    let (on, off) = (template("sponsors-text"), template("draft-alone"));
    assert_eq!(
        (&on.protocol, &on.defaults, &on.uncertainty),
        (&off.protocol, &off.defaults, &off.uncertainty)
    );
}

/// The targets set for the presets, on the 228 issues, at the values that leaving one dossier out chose (85 of 90 dossiers
/// chose these, the others their neighbours). 100 replicates an issue: the standard error that they add to the mean CRPS
/// of 228 issues is below .05, the distance to each target at least .4.
#[test]
fn presets_on_real_issues() {
    let Some((dossiers, _)) = read() else { return };
    let outcomes: Vec<f64> = dossiers.iter().flat_map(|d| &d.issues).map(|i| i.outcome).collect();
    let scores = |name: &str| -> Vec<Scores> {
        let predictions = engine(template(name), 100).predict(&dossiers).expect("sound");
        predictions
            .iter()
            .zip(&outcomes)
            .map(|(p, y)| Scores::of(p.as_ref().expect("something at stake"), *y))
            .collect()
    };
    let preset = scores("sponsors-text");
    assert!(mean(&preset, |s| s.crps) <= 17.2);
    assert!(mean(&preset, |s| s.error_of_mean) <= 23.5);
    let covered = mean(&preset, |s| f64::from(u8::from(s.covered)));
    assert!((0.72..=0.88).contains(&covered), "{covered}");
    assert!(mean(&scores("demands"), |s| s.error_of_mean) <= 26.0);
}

/// The weighted mean as a null model of the engine is the compromise model, where wishes are known and saliences absolute:
/// two ways to the same number.
#[test]
fn the_weighted_mean_is_the_compromise_model() {
    let Some((dossiers, _)) = read() else { return };
    let template = Template::parse(
        "exact",
        "(format: 1, title: \"exact\", rules: {\"qmv\": Consensus, \"unanimity\": Consensus}, saliences: Absolute,
          uncertainty: (ideals: (medium: Exact)))",
    );
    let engine = Engine { null: Some(Null::WeightedMean), ..engine(template.expect("sound"), 1) };
    let predictions = engine.predict(&dossiers).expect("sound");
    let issues: Vec<&Issue> = dossiers.iter().flat_map(|d| &d.issues).collect();
    for (prediction, issue) in predictions.iter().zip(&issues) {
        let expected = Rival::Compromise.predict(issue).expect("always").mean();
        let found = prediction.as_ref().expect("something at stake").mean();
        assert!((found - expected).abs() < 1e-9, "{}: {found} instead of {expected}", issue.name);
    }
}

/// Recognition in a backtest by capability × salience: two actors of equal capability at 0 (salience 99) and 100 (salience
/// 1), the draft as tabled with noise of σ = 20. Its mean is .99·20φ + .01·(100 − 20φ) = 8.8 with φ = 1/√(2π), but for noise
/// across the whole scale (one in three million). 4,000 negotiations, five standard errors (a false alarm once in a million).
#[test]
fn a_draft_is_recognised_by_capability_times_salience() {
    let mut one = issue("i", 50.0, &[0.0, 100.0]);
    (one.actors[0].salience, one.actors[1].salience) = (99.0, 1.0);
    let dossier = [Dossier { name: "d".to_owned(), issues: vec![one] }];
    let prediction = engine(template("draft-alone"), 4_000).predict(&dossier).expect("sound").remove(0);
    let prediction = prediction.expect("something at stake");
    let noise = 20.0 / (2.0 * std::f64::consts::PI).sqrt();
    let expected = 0.99 * noise + 0.01 * (100.0 - noise);
    let variance = prediction.atoms().iter().map(|(x, w)| w * (x - expected).powi(2)).sum::<f64>();
    let error = (variance / 4_000.0).sqrt();
    assert!((prediction.mean() - expected).abs() < 5.0 * error, "{}", prediction.mean());
}

/// Random texts accepted by coin are even over the scale: half below the middle, a tenth in each tenth (500 texts, four
/// standard errors, and the 5 members all say yes once in 2⁵ attempts of many).
#[test]
fn zero_intelligence_knows_nothing_of_positions() {
    let one =
        [Dossier { name: "d".to_owned(), issues: vec![issue("i", 0.0, &[90.0, 95.0, 100.0, 97.0, 92.0])] }];
    let mut template = template("demands");
    template.protocol = plenary::protocol::Protocol::default();
    let engine = Engine { null: Some(Null::ZeroIntelligence), ..engine(template, 500) };
    let prediction = engine.predict(&one).expect("sound").remove(0).expect("a prediction");
    // Where no text finds all heads up, what held before holds: the status quo, 0.
    let adopted: Vec<(f64, f64)> = prediction.atoms().iter().copied().filter(|(x, _)| *x > 0.0).collect();
    let total: f64 = adopted.iter().map(|(_, w)| w).sum();
    let n = 500.0 * total;
    assert!(n > 100.0, "{n} texts");
    for tenth in 0..10 {
        let within = |x: f64| (10.0 * f64::from(tenth)..10.0 * f64::from(tenth + 1)).contains(&x);
        let share: f64 = adopted.iter().filter(|(x, _)| within(*x)).map(|(_, w)| w / total).sum();
        assert!((share - 0.1).abs() <= 4.0 * (0.09 / n).sqrt(), "{share} in tenth {tenth}");
    }
}

fn free() -> Vec<Free> {
    vec![Free {
        parameter: "defaults.cost_of_failure".parse().expect("a parameter"),
        values: ["0", "0.3", "1"].map(str::to_owned).to_vec(),
    }]
}

/// Leave-one-dossier-out against a slow computation of its own: every setting predicted, the sums taken anew for each
/// dossier left out.
#[test]
fn what_the_others_choose() {
    let dossiers = dossiers(6);
    let engine = engine(template("sponsors-text"), 40);
    let (chosen, _) = tune(&engine, &free(), &dossiers, "x", |_, _| {}).expect("sound");
    let settings: Vec<Vec<Option<Prediction>>> = free()[0]
        .values
        .iter()
        .map(|value| {
            let settings = vec![(free()[0].parameter.clone(), value.clone())];
            Engine { settings, ..engine.clone() }.predict(&dossiers).expect("sound")
        })
        .collect();
    let crps = |setting: usize, dossier: usize| -> f64 {
        (0..2)
            .map(|k| {
                let prediction = settings[setting][2 * dossier + k].as_ref().expect("a prediction");
                Scores::of(prediction, dossiers[dossier].issues[k].outcome).crps
            })
            .sum()
    };
    for left_out in 0..6 {
        let others =
            |setting: usize| (0..6).filter(|d| *d != left_out).map(|d| crps(setting, d)).sum::<f64>();
        let best = (0..3).min_by(|&a, &b| others(a).total_cmp(&others(b))).expect("three");
        for k in 0..2 {
            assert_eq!(chosen[0].predictions[2 * left_out + k], settings[best][2 * left_out + k]);
        }
    }
}

/// No outcome helps to predict itself: whatever came out of a dossier, its prediction stays what it was.
#[test]
fn no_outcome_predicts_itself() {
    let engine = engine(template("sponsors-text"), 40);
    let mut told = dossiers(6);
    let before = tune(&engine, &free(), &told, "x", |_, _| {}).expect("sound").0;
    for outcome in [0.0, 100.0] {
        told[2].issues.iter_mut().for_each(|issue| issue.outcome = outcome);
        let after = tune(&engine, &free(), &told, "x", |_, _| {}).expect("sound").0;
        for k in 0..Criterion::ALL.len() {
            assert_eq!(before[k].predictions[4..6], after[k].predictions[4..6]);
        }
    }
}

/// The intervals of differences against a known truth: 40 dossiers of one to five issues, a dossier's issues alike. 400
/// studies; an interval of exact coverage .95 would fall outside .90–.99 with probability below 1e-3.
#[test]
fn dossiers_drawn_again_cover_the_truth() {
    let mut draw = uniform(7);
    let (studies, truth) = (400, 20.0);
    let mut holds = 0;
    for study in 0..studies {
        let mut errors = Vec::new();
        let dossiers: Vec<Dossier> = (0..40)
            .map(|d| {
                let shared = 16.0 * (draw() - 0.5);
                let issues = (0..1 + d % 5).map(|k| {
                    errors.push(truth + shared + 8.0 * (draw() - 0.5));
                    issue(&format!("{d}-{k}"), 0.0, &[50.0])
                });
                Dossier { name: format!("{d}"), issues: issues.collect() }
            })
            .collect();
        let model = |name: &str, at: &dyn Fn(f64) -> f64| ModelPredictions {
            name: name.to_owned(),
            words: String::new().into(),
            predictions: errors.iter().map(|e| Some(Prediction::point(at(*e)))).collect(),
            null_of: None,
        };
        let models = [model("off", &|e| e), model("right", &|_| 0.0)];
        let evaluation = Evaluation::of(&dossiers, &models, &["right"], study);
        let difference = evaluation.models[0].all.against[0].crps.expect("an interval");
        let (low, high) = difference.low.zip(difference.high).expect("an interval");
        holds += u32::from((low..=high).contains(&truth));
    }
    let coverage = f64::from(holds) / studies as f64;
    assert!((0.90..=0.99).contains(&coverage), "{coverage}");
}

const ISSUES: &str = "issue,dossier,rule,members,status_quo,outcome\n";
const POSITIONS: &str = "issue,actor,role,position,salience,votes,capability\n";

/// What the command says of these two tables.
fn said(issues: &str, positions: &str) -> (bool, String) {
    let dir = tempfile::tempdir().expect("a folder");
    let path = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, text).expect("writable");
        path.into_os_string()
    };
    let (issues, positions) = (path("issues.csv", issues), path("positions.csv", positions));
    let arguments = ["backtest".into(), "--issues".into(), issues, "--positions".into(), positions];
    let more = ["-n", "4", "--models", "compromise,sponsors-text"].map(std::ffi::OsString::from);
    let output = plenary(arguments.into_iter().chain(more));
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8")).concat();
    (output.status.success(), said)
}

/// Everything that is wrong with a table comes at once, with its line and what was expected.
#[test]
fn tables_that_make_no_sense() {
    let sound = format!("{POSITIONS}a,Ann,member,0,50,10,.5\na,Bob,member,80,50,10,.5\n");
    let issues = format!(
        "{ISSUES}a,d,qmw,2,0,40\na,d,qmv,2,0,40\nb,d,qmv,2,,140\nc,d,unanimity,2,nothing,20\nd,d,qmv,2,0,40\n"
    );
    let (ok, text) = said(&issues, &sound);
    assert!(!ok);
    for expected in [
        "issues.csv:2",
        "unknown rule qmw",
        "qmv",
        "issues.csv:4",
        "`outcome` is 140",
        "a number from 0 to 100",
        "issues.csv:5",
        "`status_quo` is nothing",
        "issues.csv:6",
        "issue d has no positions",
    ] {
        assert!(text.contains(expected), "no {expected} in\n{text}");
    }
    let issues = format!("{ISSUES}a,d,qmv,2,0,40\na,d,qmv,2,0,40\n");
    assert!(said(&issues, &sound).1.contains("issue a is given twice"));
    let positions = format!(
        "{POSITIONS}a,Ann,member,0,50,10,.5\na,Ann,member,0,50,10,.5\na,Bob,member,80,101,10,.5\n\
         a,Cas,member,,50,10,.5\na,Dee,observer,10,50,10,.5\na,Eve,member,10,50,1.5,.5\n"
    );
    let (ok, text) = said(&format!("{ISSUES}a,d,qmv,2,0,40\n"), &positions);
    assert!(!ok);
    for expected in [
        "positions.csv:3",
        "Ann is given twice on issue a",
        "positions.csv:4",
        "`salience` is 101",
        "positions.csv:5",
        "`position` is empty",
        "positions.csv:6",
        "member or institution",
        "positions.csv:7",
        "a whole number",
    ] {
        assert!(text.contains(expected), "no {expected} in\n{text}");
    }
}

/// Windows line ends, a byte-order mark and a salience of 0 are read; what counts for nothing or is left out is told.
#[test]
fn tables_as_spreadsheets_write_them() {
    let issues = format!("\u{feff}{ISSUES}a,d,qmv,2,0,40\n").replace('\n', "\r\n");
    let positions = format!(
        "\u{feff}{POSITIONS}a,Ann,member,0,50,10,.5\na,Bob,member,80,0,10,.5\nz,Bob,member,80,50,10,.5\n"
    )
    .replace('\n', "\r\n");
    let (ok, text) = said(&issues, &positions);
    assert!(ok, "{text}");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("1 position has a salience of 0: it counts for nothing"), "{text}");
    assert!(text.contains("1 position on issues that the table of issues does not have"), "{text}");
}

/// A file of 200 MB is refused at once, before it is read whole.
#[test]
fn a_table_too_large() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("large.csv");
    std::fs::File::create(&path).expect("writable").set_len(200 << 20).expect("a hole");
    let path = path.into_os_string();
    let arguments = ["backtest".into(), "--issues".into(), path.clone(), "--positions".into(), path];
    let output = plenary(arguments);
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(said.contains("larger than 64 MB"), "{said}");
}

/// The rows and scores are the same on one thread and on two.
#[test]
fn the_same_on_any_number_of_threads() {
    let Some((issues, positions)) = data("deu/issues.csv").zip(data("deu/positions.csv")) else { return };
    let on = |threads: &str| {
        let files = [
            "backtest".into(),
            "--issues".into(),
            issues.clone().into_os_string(),
            "--positions".into(),
            positions.clone().into_os_string(),
        ];
        let more = ["-n", "3", "--models", "sponsors-text", "--nulls", "--json", "--threads", threads];
        printed(plenary(files.into_iter().chain(more.map(std::ffi::OsString::from))))
    };
    assert_eq!(on("1"), on("2"));
}
