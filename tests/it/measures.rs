//! The register of measures: each is read on every shipped scenario, keeps to its kind and range, stands in the manifest,
//! and can be asked for by name wherever measures are asked for.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    ops::ControlFlow,
    path::Path,
};

use plenary::{
    model::Model,
    scenario::Scenario,
    study::{
        Ensemble,
        measure::Measures,
        store::Results,
        table::{Cell, Column, ColumnKind, DataTable, Row, csv::CsvRows},
    },
};
use tempfile::TempDir;

use crate::{
    studies::{SMALL, sweep, written},
    support::{command, plenary, printed, shipped},
};

/// Whether a cell is what its column says.
fn fits(cell: &Cell, column: &Column) -> bool {
    let in_range = |x: f64| column.range.is_none_or(|[low, high]| (low - 1e-9..=high + 1e-9).contains(&x));
    match (cell, column.kind) {
        (Cell::Empty, _) | (Cell::Boolean(_), ColumnKind::Boolean) => true,
        (Cell::Integer(n), ColumnKind::Integer) => in_range(*n as f64),
        (Cell::Number(x), ColumnKind::Number) => x.is_finite() && in_range(*x),
        (Cell::String(word), ColumnKind::String) => {
            column.values.is_empty() || column.values.iter().any(|v| v == word)
        }
        _ => false,
    }
}

/// Walks the register: a measure that is added is tested unasked.
#[test]
fn every_measure_is_read_on_every_shipped_scenario() {
    let mut defined: HashSet<String> = HashSet::new();
    for path in shipped() {
        let scenario = Scenario::load(&path).expect("a sound scenario");
        let model = Model::compile(&scenario).expect("a sound scenario");
        let measures = Measures::of(&model);
        let names: HashSet<&str> = measures.columns().iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names.len(), measures.columns().len(), "{}: each name once", path.display());
        for measure in measures.iter() {
            let Column { name, kind, unit, range, about, .. } = &measure.column;
            assert!(about.len() > 10 && about.starts_with(char::is_uppercase), "{name}: {about}");
            assert!(!measure.label.is_empty(), "{name}");
            let is_number = matches!(kind, ColumnKind::Integer | ColumnKind::Number);
            assert_eq!(range.is_some(), is_number, "{name}: numbers have a range");
            assert!(unit.is_none() || is_number, "{name}");
            if *kind == ColumnKind::String {
                assert!(measures.select(name).is_err(), "{name} cannot be averaged");
                let value = measure.column.values.first().map_or("x", String::as_str);
                let found = measures.select(&format!("{name}={value}")).expect(name);
                assert_eq!(found.column.kind, ColumnKind::Boolean);
            } else {
                assert_eq!(measures.select(name).expect(name).name(), name);
            }
        }
        let ControlFlow::Continue(()) =
            Ensemble::new(&model, 1).with_counterfactual().run(0..20, |outcome| {
                for measure in measures.iter() {
                    let cell = measure.read(&model, &outcome);
                    assert!(
                        fits(&cell, &measure.column),
                        "{}: {} is {cell:?}",
                        path.display(),
                        measure.name()
                    );
                    if cell != Cell::Empty {
                        defined.insert(measure.name().to_owned());
                    }
                }
                ControlFlow::<()>::Continue(())
            })
        else {
            panic!("nobody stops it")
        };
    }
    for measure in Measures::fixed().iter() {
        assert!(defined.contains(measure.name()), "{} is never defined", measure.name());
    }
}

/// The manifest of a run holds every measure with its kind, unit and range, and numbers keep their point in the file.
#[test]
fn the_manifest_describes_every_measure() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    printed(
        command()
            .args(["run", "un-ai-dialogue-2025", "-n", "5", "--out"])
            .arg(&out)
            .output()
            .expect("it runs"),
    );
    let results = Results::open(&out).expect("results");
    let columns = results.columns("replicates").expect("columns");
    let scenario = Scenario::load(out.join("scenario.ron")).expect("the scenario");
    for column in Measures::of(&Model::compile(&scenario).expect("a sound scenario")).columns() {
        assert!(columns.contains(column), "{column:?}");
    }
    let manifest = fs::read_to_string(out.join("manifest.json")).expect("a manifest");
    for kind in ["boolean", "integer", "number", "string"] {
        assert!(manifest.contains(&format!("\"kind\": \"{kind}\"")), "{kind}");
    }
    let mut reader = csv::Reader::from_path(out.join("replicates.csv")).expect("rows");
    for row in reader.records() {
        for (cell, column) in row.expect("a row").iter().zip(columns) {
            let has_point = cell.contains(['.', 'e']);
            match column.kind {
                ColumnKind::Number => assert!(cell.is_empty() || has_point, "{}: {cell}", column.name),
                ColumnKind::Integer => assert!(!has_point, "{}: {cell}", column.name),
                ColumnKind::Boolean | ColumnKind::String => {}
            }
        }
    }
}

/// The values of a column over the rows of each point, where they are defined.
fn by_point(rows: &DataTable, column: usize) -> BTreeMap<String, Vec<f64>> {
    let mut found: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for row in &rows.rows {
        found.entry(format!("{:?}", row[0])).or_default().extend(row[column].number());
    }
    found
}

/// A column of the table of points that shares its name with one of replicates is the mean of that one over the point's
/// rows where it is defined.
#[test]
fn points_are_the_means_of_replicates() {
    let (folder, study) = written(SMALL);
    let out = folder.path().join("out");
    printed(sweep::<&str>(&study, &out, &[]));
    let results = Results::open(&out).expect("results");
    let (rows, points) =
        (results.table("replicates").expect("rows"), results.table("points").expect("points"));
    let start = 1 + results.manifest.factors.len();
    let mut shared = 0;
    for (place, column) in points.columns.iter().enumerate().skip(start) {
        let Some(of) = rows.column(&column.name) else { continue };
        let values = by_point(&rows, of);
        for point in &points.rows {
            let values = &values[&format!("{:?}", point[0])];
            let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
            let near = match (point[place].number(), mean) {
                (Some(found), Some(mean)) => (found - mean).abs() < 1e-12,
                (found, mean) => found == mean,
            };
            assert!(near, "{}: {:?} instead of {mean:?}", column.name, point[place]);
        }
        shared += 1;
    }
    let numeric = rows.columns.iter().skip(start + 3).filter(|c| c.is_numeric()).count();
    assert_eq!(shared, numeric, "every boolean and number has its estimate");
}

/// CsvRows read back as they were written: types, empty cells, values.
#[test]
fn replicates_read_back() {
    let (folder, study) = written(SMALL);
    let out = folder.path().join("out");
    printed(sweep::<&str>(&study, &out, &[]));
    let results = Results::open(&out).expect("results");
    let columns = results.columns("replicates").expect("columns").to_vec();
    let file = fs::read(out.join("replicates.csv")).expect("rows");
    let rows: Result<Vec<Row>, _> = CsvRows::new(&file[..], &columns).collect();
    let rows = rows.expect("rows of these columns");
    let again = plenary::study::table::csv::to_string(&columns, &rows).expect("text");
    assert!(again.as_bytes() == file, "the same bytes");
    assert!(rows.iter().flatten().any(|cell| *cell == Cell::Empty));
}

fn refusal(arguments: &[&str], folder: &Path) -> String {
    let output = command().current_dir(folder).args(arguments).output().expect("it runs");
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8_lossy(&output.stderr)
        .split_whitespace()
        .filter(|w| *w != "│")
        .collect::<Vec<_>>()
        .join(" ")
}

/// Clauses, gains, stances, votes, who blocked, the round: in every command that takes a measure.
#[test]
fn any_measure_can_be_asked_for() {
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&printed(plenary(arguments))).expect("JSON")
    };
    let asked =
        ["held_out:Asteria", "vote:Asteria=no", "gain:Asteria", "adoption_round", "rise_without_laggards"];
    let of = |command: &[&str]| -> serde_json::Value {
        let asked = asked.iter().flat_map(|name| ["--of", name]);
        json(&command.iter().copied().chain(asked).collect::<Vec<_>>())
    };
    let levers = of(&["levers", "least-ambitious-law", "-n", "40", "--json", "--only", "switches"]);
    let lever = &levers[1];
    for name in asked {
        assert!(!lever[name].is_null() && !lever[format!("{name}_change")].is_null(), "{name}: {lever}");
    }
    let compared =
        of(&["compare", "least-ambitious-law", "--set", "rule=ConsensusMinus(1)", "-n", "40", "--json"]);
    let lines = compared["lines"].as_array().expect("lines");
    assert_eq!(lines.iter().map(|l| l["measure"].as_str().unwrap()).collect::<Vec<_>>(), asked);
    assert!(lines.iter().all(|l| l["difference"]["n"].as_u64().is_some_and(|n| n > 0)), "{compared}");
    let ranked = printed(plenary(["levers", "least-ambitious-law", "-n", "40", "--by", "lcd-in-substance"]));
    assert!(ranked.contains("LCD in substance, those that lower it most first"), "{ranked}");

    let (folder, study) = written(
        r#"(format: 1, title: "Where", scenario: "least-ambitious-law", replicates: 40, record: [Text, Stances],
            design: Morris(trajectories: 2),
            factors: {"countries.*.cost_of_failure": Range(0.0, 0.3), "countries.Asteria.tactic.beta": Range(0.1, 2.0)})"#,
    );
    let here = folder.path();
    let swept = sweep::<&str>(&study, &here.join("swept"), &[]);
    let told = String::from_utf8_lossy(&swept.stderr).into_owned();
    assert!(told.contains("Wrote replicates, points, failures and manifest.json to"), "{told}");
    printed(swept);
    let in_here =
        |arguments: &[&str]| printed(command().current_dir(here).args(arguments).output().expect("it runs"));
    for event in ["outcome=Deadlock", "stance:Asteria=object", "held_out:Asteria", "realised_depth>=0.3"] {
        assert!(in_here(&["discover", "swept", "--of", event]).contains(event), "{event}");
    }
    assert!(in_here(&["discover", "swept", "--of", "not-adopted"]).contains("come to no text"));
    let driven =
        in_here(&["sensitivity", "swept", "--of", "gain:Asteria", "--of", "round", "--out", "driven"]);
    assert!(driven.contains("gain:Asteria") && driven.contains("round:"), "{driven}");
    let chart = in_here(&["chart", "sensitivity", "driven", "--measure", "round", "--data-only"]);
    assert!(chart.contains("round,"), "{chart}");

    // A condition is estimated as any measure: none of so many runs, or all, or some.
    let event = ["chart", "convergence", "least-ambitious-law", "-n", "20", "--data-only", "--measure"];
    let lines = in_here(&[&event[..], &["outcome=Deadlock"]].concat());
    assert!(lines.contains("outcome=Deadlock"), "{lines}");

    // What names a replicate is no measure.
    assert!(refusal(&["discover", "swept", "--of", "seed>=1"], here).contains("there is no measure"));
    for arguments in [
        &["levers", "least-ambitious-law", "-n", "5", "--of", "gain:Astria"][..],
        &["compare", "least-ambitious-law", "--switch", "laggard-absent", "-n", "5", "--of", "gain:Astria"],
        &["discover", "swept", "--of", "gain:Astria"],
        &["sensitivity", "swept", "--of", "gain:Astria"],
        &["chart", "convergence", "least-ambitious-law", "-n", "5", "--measure", "gain:Astria"],
    ] {
        let said = refusal(arguments, here);
        assert!(said.contains("there is no measure \"gain:Astria\""), "{said}");
        assert!(said.contains("did you mean \"gain:Asteria\"?"), "{said}");
    }
    assert!(refusal(&["discover", "swept", "--of", "round"], here).contains("--of 'round>="));
    let said = refusal(&["levers", "least-ambitious-law", "-n", "5", "--of", "outcome"], here);
    assert!(said.contains("outcome=WalkOut"), "{said}");
}

/// A study stops by any boolean or real number that it records, named as it is or by an earlier version's word.
#[test]
fn a_study_stops_by_any_measure_it_records() {
    let stops = |of: &str, more: &str| {
        let (folder, study) = written(&format!(
            r#"(format: 1, title: "Until", scenario: "least-ambitious-law", replicates: 40, {more}
                until: (of: {of}, half_width: 0.1, most: 160), factors: {{"countries.*.cost_of_failure": Values([0.1])}})"#
        ));
        let output = sweep::<&str>(&study, &folder.path().join("out"), &[]);
        if output.status.success() {
            let points =
                Results::open(&folder.path().join("out")).expect("results").table("points").expect("points");
            let about = points.columns[points.column("half_width").expect("a column")].about.clone();
            return Ok(about);
        }
        Err(String::from_utf8_lossy(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    for (of, measure) in [
        ("Lcd", "lcd"),
        ("Depth", "realised_depth"),
        ("lcd_in_substance", "lcd_in_substance"),
        ("\"lcd_given_adopted\"", "lcd_given_adopted"),
        ("\"outcome=Deadlock\"", "outcome=Deadlock"),
    ] {
        let about = stops(of, "").unwrap_or_else(|e| panic!("{of}: {e}"));
        assert!(about.contains(&format!("interval of {measure},")), "{of}: {about}");
    }
    assert!(stops("\"gain:Asteria\"", "record: [Stances],").is_ok());
    for (of, says) in [
        ("\"gain:Asteria\"", "the study does not record gain:Asteria"),
        ("Lccd", "did you mean \"lcd\"?"),
        ("round", "counted in rounds"),
        ("outcome", "as in outcome="),
        ("3", "there is no measure \"3\""),
    ] {
        let error = stops(of, "").expect_err(of);
        assert!(error.contains(says), "{of}: {error}");
    }
}
