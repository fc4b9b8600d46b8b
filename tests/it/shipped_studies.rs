//! Every study that is shipped, found by walking the folder: a new one is tested unasked. Those of theory are run
//! whole, and say what theory says.

use std::{
    fs,
    path::{Path, PathBuf},
};

use plenary::study::{
    definition::Definition,
    design::Points,
    plan::Run,
    store::{Results, record::Yield},
    sweep::Sweep,
    table::{Cell, DataTable},
};
use tempfile::TempDir;

use crate::support::{command, printed};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn studies() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join("studies")).expect("studies are shipped");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("a readable folder").path()).collect();
    files.sort();
    assert!(files.len() >= 9, "{files:?}");
    files
}

/// A shipped scenario by name, wherever it lies.
fn scenario(name: &str) -> Option<&'static str> {
    let places = ["", "teaching", "theory", "bodies"];
    let mut paths = places.iter().map(|place| folder().join(place).join(format!("{name}.ron")));
    let text = paths.find_map(|path| fs::read_to_string(path).ok())?;
    Some(Box::leak(text.into_boxed_str()))
}

#[test]
fn each_says_what_it_is_and_each_of_its_ends_can_be_run() {
    for path in studies() {
        let name = path.display();
        let text = fs::read_to_string(&path).expect("a readable file");
        assert!(
            text.lines().take_while(|line| line.starts_with("//")).count() >= 2,
            "{name} opens with a comment"
        );
        let definition = Definition::load(&path, scenario)
            .unwrap_or_else(|e| panic!("{name}: {}", crate::support::explained(&e)));
        assert!(definition.study.about.trim().ends_with('?'), "{name} asks a question");
        let sweep = Sweep::new(&definition).expect("a sound study");
        let last = sweep.plan().points() - 1;
        for point in [0, last / 2, last] {
            let Yield::Rows { replicates, .. } = sweep.negotiate(Run { first: 0, point, count: 1 }).result
            else {
                panic!("{name}: point {point} makes no sense")
            };
            assert_eq!(replicates.len(), 1);
            assert_eq!(replicates[0].len(), sweep.layout().replicates.len(), "{name}");
        }
    }
}

/// The names a reader may type without a file are those of the folder, and mean the same.
#[test]
fn each_is_known_by_name() {
    let elsewhere = TempDir::new().expect("a folder");
    for path in studies() {
        let name = path.file_stem().expect("a name");
        let begun = |study: &std::ffi::OsStr, out: &str| {
            let out = elsewhere.path().join(out).join(name);
            let ran = command()
                .current_dir(&elsewhere)
                .args(["sweep".as_ref(), study])
                .arg("--out")
                .arg(&out)
                .args(["--emit-slurm", "2"])
                .output();
            printed(ran.expect("it runs"));
            plenary::study::store::Folder::at(&out).definition().expect("a study").fingerprint()
        };
        assert_eq!(begun(name, "by-name"), begun(path.as_os_str(), "by-path"), "{}", path.display());
    }
}

/// Every design's points can be counted, and lie where their factors say.
#[test]
fn points_lie_within_their_factors() {
    for path in studies() {
        let definition = Definition::load(&path, scenario).expect("a sound study");
        let sweep = Sweep::new(&definition).expect("a sound study");
        let (points, plan) = (definition.points(), sweep.plan());
        assert_eq!(Some(points.len()), Points::count(&definition.study.design, &definition.study.factors));
        for point in (0..plan.points()).step_by(1 + plan.points() as usize / 40) {
            let changed = definition.scenario_at(&points, point);
            assert!(changed.is_ok(), "{}: {changed:?}", path.display());
        }
    }
}

/// Runs a shipped study whole; its table of points.
fn run(name: &str) -> DataTable {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    printed(command().args(["sweep", name, "--out"]).arg(&out).output().expect("it runs"));
    Results::open(&out).expect("results").table("points").expect("points")
}

fn numbers(points: &DataTable, column: &str) -> Vec<f64> {
    points
        .cells(column)
        .unwrap_or_else(|| panic!("no column {column}"))
        .map(|c| c.number().expect("a number"))
        .collect()
}

/// The chair's finest step, and one round of concession on either side.
const TOLERANCE: f64 = 0.005 / 16.0 + 2.0 / 4000.0;

/// oracles.md, row 45: x* = m + (m + c)(M − m)/(M + m + 2c).
#[test]
fn row_45_along_the_cost_of_failure() {
    let points = run("harmonic-mean-failure");
    let (m, big) = (0.2, 0.9);
    for (c, depth) in
        numbers(&points, "countries.*.cost_of_failure").into_iter().zip(numbers(&points, "realised_depth"))
    {
        let expected = m + (m + c) * (big - m) / (big + m + 2.0 * c);
        // A round moves demands by up to (1 + c)/T.
        assert!(
            (depth - expected).abs() <= TOLERANCE + 2.0 * c / 4000.0,
            "c = {c}: {depth} instead of {expected}"
        );
    }
}

/// oracles.md, row 45: x* = (2mM + χ(M − m))/(m + M).
#[test]
fn row_45_along_the_isolation_cost() {
    let points = run("harmonic-mean-isolation");
    let (m, big) = (0.2, 0.9);
    for (chi, depth) in
        numbers(&points, "countries.*.isolation_cost").into_iter().zip(numbers(&points, "realised_depth"))
    {
        let expected = (2.0 * m * big + chi * (big - m)) / (m + big);
        assert!((depth - expected).abs() <= TOLERANCE, "χ = {chi}: {depth} instead of {expected}");
    }
}

/// oracles.md, row 46.
#[test]
fn row_46_along_the_laggards_patience() {
    let points = run("boulware-laggard");
    let expected = [0.327_273, 0.291_443, 0.241_831, 0.213_362, 0.200_001];
    for (depth, expected) in numbers(&points, "realised_depth").into_iter().zip(expected) {
        assert!((depth - expected).abs() <= TOLERANCE, "{depth} instead of {expected}");
    }
}

/// oracles.md, rows 6 and 47: E[least of n] = 1/(n + 1) with variance n/((n+1)²(n+2)); mean depth by quadrature. Four
/// standard errors, and the finest step the chair used for row 47. A seed of the study, so never a chance failure.
#[test]
fn rows_6_and_47_against_the_number_of_parties() {
    let points = run("law-of-numbers");
    let n = numbers(&points, "countries.first");
    assert_eq!(n, [2.0, 3.0, 5.0, 10.0, 25.0, 50.0]);
    for (n, least) in n.iter().zip(numbers(&points, "depth_lcd")) {
        let error = (n / ((n + 1.0) * (n + 1.0) * (n + 2.0)) / 400.0).sqrt();
        assert!((least - 1.0 / (n + 1.0)).abs() < 4.0 * error, "n = {n}: {least}");
    }
    let quadrature = [0.409_137, 0.341_117, 0.254_373, 0.155_136, 0.071_583, 0.037_760];
    let (low, high) = (numbers(&points, "realised_depth_low"), numbers(&points, "realised_depth_high"));
    for ((depth, expected), (low, high)) in
        numbers(&points, "realised_depth").into_iter().zip(quadrature).zip(low.into_iter().zip(high))
    {
        let bound = 4.0 * (high - low) / 2.0 / 1.96 + 0.016 / 64.0 + 1.0 / 1000.0;
        assert!((depth - expected).abs() < bound, "{depth} instead of {expected} ± {bound}");
    }
}

/// A sensitivity study end to end, through the program: depth x* = m + (m + c)(M − m)/(M + m + 2c) does not depend on
/// a threshold, rises with c, and the same design analysed by hand gives the same effects.
#[test]
fn effects_and_indices_through_the_program() {
    let folder = TempDir::new().expect("a folder");
    for (design, table, columns) in [
        ("Morris(trajectories: 6)", "effects", ["mu", "mu_star", "sigma"].as_slice()),
        ("Saltelli(points: 16, second_order: true)", "indices", ["first", "total"].as_slice()),
    ] {
        let study = folder.path().join("study.ron");
        let text = format!(
            "(format: 1, title: \"Drivers\", scenario: \"three-parties\", replicates: 1, set: {{\"protocol.rounds\": \"400\"}},
              factors: {{\"countries.*.cost_of_failure\": Range(0.0, 0.3), \"thresholds.lcd_index\": Range(0.5, 1.0)}},
              design: {design})"
        );
        fs::write(&study, text).expect("a study");
        let out = folder.path().join(table);
        printed(command().arg("sweep").arg(&study).arg("--out").arg(&out).output().expect("it runs"));
        let analysed = folder.path().join(format!("{table}-analysed"));
        let words =
            command().arg("sensitivity").arg(&out).arg("--out").arg(&analysed).output().expect("it runs");
        let words = printed(words);
        assert!(words.contains("cost of failure") && words.contains("lcd index"), "{words}");
        let found = Results::open(&analysed).expect("results");
        assert_eq!(found.manifest.command, "sensitivity");
        let found = found.table(table).expect("a table");
        for name in columns {
            let value = |factor: &str| {
                let row = found
                    .rows
                    .iter()
                    .find(|r| r[0] == Cell::String("realised_depth".into()) && r[1].word() == Some(factor));
                row.expect("a row")[found.column(name).expect("a column")].number().expect("a number")
            };
            let (cost, threshold) = (value("countries.*.cost_of_failure"), value("thresholds.lcd_index"));
            if *name == "sigma" {
                assert!(threshold == 0.0 && cost > 0.0, "{name}: {cost}, {threshold}");
            } else {
                assert!(threshold.abs() < 0.02 && cost > 0.05, "{name}: {cost}, {threshold}");
            }
        }
        if table == "indices" {
            let again =
                printed(command().arg("sensitivity").arg(&out).arg("--json").output().expect("it runs"));
            let again: serde_json::Value = serde_json::from_str(&again).expect("JSON");
            assert_eq!(again["measures"][0]["indices"]["pairs"].as_array().map(Vec::len), Some(1));
            assert!(Results::open(&analysed).expect("results").has("pairs"));
        }
    }
}

/// Missing points are refused and listed; other designs are, too.
#[test]
fn sensitivity_refuses_what_it_cannot_analyse() {
    let folder = TempDir::new().expect("a folder");
    let study = folder.path().join("study.ron");
    let with = |design: &str, factors: &str| {
        format!(
            "(format: 1, title: \"No\", scenario: \"least-ambitious-law\", replicates: 1, factors: {{{factors}}}, design: {design})"
        )
    };
    let refuse = |text: &str, name: &str| {
        fs::write(&study, text).expect("a study");
        let out = folder.path().join(name);
        printed(command().arg("sweep").arg(&study).arg("--out").arg(&out).output().expect("it runs"));
        let refused = command().arg("sensitivity").arg(&out).output().expect("it runs");
        assert!(!refused.status.success());
        String::from_utf8_lossy(&refused.stderr)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace(" │ ", " ")
    };
    let objections = "\"rule.objections\": Whole(0, 6), \"defaults.theta\": Range(0.0, 0.4)";
    let missing = refuse(&with("Morris(trajectories: 4)", objections), "missing");
    assert!(
        missing.contains("of 12 points are missing") && missing.contains("indices need them all"),
        "{missing}"
    );
    let grid = refuse(&with("Grid", "\"defaults.theta\": Values([0.1, 0.2])"), "grid");
    assert!(
        grid.contains("has a value at 2 of 2 points: indices from a sample of points need 20 or more"),
        "{grid}"
    );
    let alone = refuse(&with("OneAtATime", "\"defaults.theta\": Values([0.1, 0.2])"), "alone");
    assert!(alone.contains("design is OneAtATime: it varies the factors one by one"), "{alone}");
    let file = command().arg("sensitivity").arg(&study).output().expect("it runs");
    let words = String::from_utf8_lossy(&file.stderr).into_owned();
    assert!(words.contains("is a study: its results are wanted"), "{words}");
}

/// A Latin hypercube is analysed as a sample: what is varied and matters is told from what does not, by any measure, in words,
/// as JSON, as a table and as a picture.
#[test]
fn a_sample_of_points_has_indices() {
    let folder = TempDir::new().expect("a folder");
    let study = folder.path().join("study.ron");
    let text = r#"(format: 1, title: "A sample", scenario: "least-ambitious-law", replicates: 8, seed: 3,
        factors: {"countries.*.cost_of_failure": Range(0.0, 0.3), "countries.*.tactic.beta": Range(0.05, 1.0),
            "rule": Values(["Consensus", "TwoThirds"])},
        design: LatinHypercube(points: 60), record: [Stances])"#;
    fs::write(&study, text).expect("a study");
    let (out, analysed) = (folder.path().join("out"), folder.path().join("analysed"));
    printed(command().arg("sweep").arg(&study).arg("--out").arg(&out).output().expect("it runs"));
    let run =
        |more: &[&str]| printed(command().arg("sensitivity").arg(&out).args(more).output().expect("it runs"));
    let words = run(&["--of", "realised_depth", "--of", "gain:Asteria"]);
    assert!(words.contains("60 points. Noise of replicates:"), "{words}");
    let json: serde_json::Value =
        serde_json::from_str(&run(&["--json", "--of", "realised_depth"])).expect("JSON");
    let sample = &json["measures"][0]["sample"];
    let first = |k: usize| sample["factors"][k]["first"]["value"].as_f64().expect("an index");
    assert_eq!((sample["points"].as_u64(), sample["left_out"].as_u64()), (Some(60), Some(0)));
    // The rule decides between the median and the least ambitious.
    assert!(first(2) > 0.5 && first(2) > first(0) && first(2) > first(1), "{sample}");
    assert!(sample["factors"][2]["prcc"].is_null());
    run(&["--out", &analysed.display().to_string()]);
    let table = Results::open(&analysed).expect("results").table("sample_indices").expect("a table");
    assert_eq!(table.rows.len(), 15);
    let picture = folder.path().join("picture.svg");
    printed(
        command()
            .args(["chart", "sensitivity"])
            .arg(&analysed)
            .arg("-o")
            .arg(&picture)
            .output()
            .expect("it runs"),
    );
    let page = folder.path().join("page.html");
    printed(command().arg("report").arg(&analysed).arg("-o").arg(&page).output().expect("it runs"));
    assert!(fs::read_to_string(&page).is_ok_and(|page| page.contains("A sample")), "it is written there");
}

/// Discovery through the program: where one objector is left behind there is no LCD text, and P(LCD) crosses ½ along
/// the laggard's patience where it does point by point.
#[test]
fn discovery_through_the_program() {
    let folder = TempDir::new().expect("a folder");
    let study = folder.path().join("study.ron");
    let text = "(format: 1, title: \"Where\", scenario: \"least-ambitious-law\", replicates: 60, design: Grid,
        factors: {\"countries.Asteria.tactic.beta\": Steps(0.05, 2.0, 14), \"countries.*.cost_of_failure\": Steps(0.0, 0.3, 4)})";
    fs::write(&study, text).expect("a study");
    let out = folder.path().join("out");
    printed(command().arg("sweep").arg(&study).arg("--out").arg(&out).output().expect("it runs"));
    let found = folder.path().join("found");
    let words = command()
        .arg("discover")
        .arg(&out)
        .args(["--of", "lcd", "--out"])
        .arg(&found)
        .output()
        .expect("it runs");
    let words = printed(words);
    assert!(words.contains("Asteria β") && words.contains("cost of failure"), "{words}");
    let results = Results::open(&found).expect("results");
    let boxes = results.table("boxes").expect("boxes");
    let first = &boxes.rows[0];
    let of = |name: &str| first[boxes.column(name).expect("a column")].number();
    assert!(of("density").unwrap() > 0.8 && of("coverage").unwrap() > 0.5, "{first:?}");
    assert!(of("countries.Asteria.tactic.beta_high").is_some_and(|b| b < 1.9), "patient laggards: {first:?}");
    let crossings = results.table("crossings").expect("crossings");
    let points = Results::open(&out).expect("results").table("points").expect("points");
    let (beta, cost, lcd) = (
        numbers(&points, "countries.Asteria.tactic.beta"),
        numbers(&points, "countries.*.cost_of_failure"),
        numbers(&points, "lcd"),
    );
    for row in crossings.rows.iter().filter(|r| r[1] != Cell::Empty) {
        let held: f64 = row[1].word().unwrap().rsplit('=').next().unwrap().parse().expect("a value");
        let here: Vec<(f64, f64)> =
            (0..beta.len()).filter(|k| cost[*k] == held).map(|k| (beta[k], lcd[k])).collect();
        let above = here.iter().filter(|(_, p)| *p > 0.5).map(|(b, _)| *b).fold(f64::NAN, f64::max);
        let Some(crossing) = row[2].number() else { continue };
        // Within the spacing of the grid of the last value at which most texts are LCD texts.
        assert!((crossing - above).abs() < 0.31, "{held}: {crossing} against {above}");
        let (low, high) = (row[3].number(), row[4].number());
        assert!(low.is_none_or(|low| low <= crossing) && high.is_none_or(|high| crossing <= high), "{row:?}");
    }
    assert!(results.table("contour").expect("a line").rows.len() > 1);
}
