//! A case in which something was changed never goes by the name of the case as it is, wherever its results are shown.

use std::{fs, path::Path, process::Command};

/// Runs the program in a folder; what it prints, on both streams.
fn plenary(here: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(here).args(arguments).output();
    let output = output.expect("it starts");
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "plenary {arguments:?}: {said}");
    said
}

/// Text without line breaks and blanks between its words.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const SWITCHED: [&str; 2] = ["--switch", "veto"];
const SET: [&str; 2] = ["--set", "rule=TwoThirds"];
/// A case with a switch.
const CASE: &str = r#"// A case to change.
(format: 1, title: "Two camps", about: "How far?", clauses: {"cuts": Ambition(status_quo: 0.1)},
    countries: {"Asteria": (positions: {"cuts": 0.2}), "Borealia": (positions: {"cuts": 0.6}),
        "Cordova": (positions: {"cuts": 0.9})},
    uncertainty: (ideals: (medium: Normal(0.05))),
    switches: {"veto": (asks: "What if Asteria stays away?", set: {"countries.Asteria.boycotts": "true"})})"#;

/// Every command names what was changed, in words that a reader recognises from the command line.
#[test]
fn what_was_changed_is_on_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    fs::write(here.join("camps.ron"), CASE).expect("written");
    for command in [
        &["run", "-n", "20"][..],
        &["explain"],
        &["levers", "-n", "20"],
        &["check"],
        &["analyse"],
        &["describe"],
    ] {
        for changed in [SWITCHED, SET] {
            let [command, rest @ ..] = command else { continue };
            let arguments = [&[*command, "camps.ron"], rest, &changed[..]].concat();
            let said = flat(&plenary(here, &arguments));
            assert!(said.contains(changed[1]), "{arguments:?} says {said}");
            let as_it_is = flat(&plenary(here, &arguments[..arguments.len() - 2]));
            let title = as_it_is.find("Two camps").expect("the title");
            assert!(!as_it_is[title..].starts_with("Two camps —"), "{as_it_is}");
        }
    }
    let said = flat(&plenary(here, &["compare", "camps.ron", "--switch", "veto", "-n", "20"]));
    assert!(said.starts_with("A: Two camps (") && said.contains("B: Two camps — with veto ("), "{said}");
}

/// In captions, CSV and documents, and in what is read back from a folder.
#[test]
fn what_was_changed_goes_with_the_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    fs::write(here.join("camps.ron"), CASE).expect("written");
    let read = |name: &str| fs::read_to_string(here.join(name)).expect(name);
    plenary(here, &["chart", "outcomes", "camps.ron", "--switch", "veto", "-n", "20"]);
    assert!(
        read("outcomes-veto.svg").contains("with veto")
            && read("outcomes-veto.outcomes.csv").contains("Two camps — with veto,")
    );
    plenary(here, &["run", "camps.ron", "--set", "rule=TwoThirds", "-n", "20", "--out", "ran"]);
    for file in ["ran/manifest.json", "ran/scenario.ron", "ran/summary.json"] {
        assert!(read(file).contains("TwoThirds") && read(file).contains("changed"), "{file}");
    }
    // What a folder holds goes by its own name wherever it is used again.
    for arguments in [&["run", "ran/scenario.ron", "-n", "20"][..], &["check", "ran/scenario.ron"]] {
        let said = flat(&plenary(here, arguments));
        assert!(said.contains("Two camps — with rule=TwoThirds"), "{said}");
    }
    let said = plenary(here, &["chart", "outcomes", "ran", "--data-only"]);
    assert!(said.contains("with rule=TwoThirds"), "{said}");
    plenary(here, &["compare", "camps.ron", "--switch", "veto", "-n", "20", "--out", "compared"]);
    plenary(here, &["chart", "differences", "compared"]);
    assert!(
        read("differences-veto.svg").contains("with veto") && read("differences-veto.svg").contains("n = 20")
    );
    assert!(read("differences-veto.differences.csv").contains("with veto"));
}

/// The hash tells what is negotiated, not how it came about: the same case by a switch and by hand has the same hash.
#[test]
fn the_name_is_no_part_of_the_meaning() {
    let case = plenary::scenario::Scenario::parse("camps", CASE).expect("sound");
    let switched = case.with_switches(["veto"]).expect("a switch");
    let mut by_hand = case.clone();
    by_hand.change("countries.Asteria.boycotts", "true").expect("it fits");
    assert_eq!(switched.hash(), by_hand.hash());
    assert_ne!(switched.hash(), case.hash());
    let names = |scenario: &plenary::scenario::Scenario| {
        scenario.changed.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        (names(&switched), names(&by_hand)),
        (vec!["veto".to_owned()], vec!["countries.Asteria.boycotts=true".to_owned()])
    );
    let again = plenary::scenario::Scenario::parse("again", &switched.as_file())
        .expect("what was written reads back");
    assert_eq!(again, switched);
}

/// Every column of the figures beside a picture is explained in the picture, and says which results they are.
#[test]
fn the_columns_of_figures_are_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    fs::write(here.join("camps.ron"), CASE).expect("written");
    for kind in [
        "outcomes",
        "ladder",
        "trajectory",
        "survival",
        "concessions",
        "roll-call",
        "breadth",
        "gains",
        "funnel",
        "levers",
        "convergence",
        "responsibility",
        "brackets",
        "tiles",
        "power",
        "flow",
    ] {
        let case = if kind == "funnel" { "double-lcd" } else { "camps.ron" };
        plenary(here, &["chart", kind, case, "-n", "10", "-o", "p.svg", "--force"]);
        let svg = fs::read_to_string(here.join("p.svg")).expect("written");
        let document = roxmltree::Document::parse(&svg).expect("a picture");
        let metadata =
            document.descendants().find(|node| node.has_tag_name("metadata")).and_then(|node| node.text());
        let manifest: serde_json::Value = serde_json::from_str(metadata.expect("metadata")).expect("JSON");
        let mut figures = csv::Reader::from_path(here.join(format!("p.{kind}.csv"))).expect("figures");
        let heading: Vec<String> = figures.headers().expect("a heading").iter().map(str::to_owned).collect();
        let columns = manifest["columns"].as_array().expect("columns");
        let names: Vec<&str> =
            columns.iter().map(|column| column["name"].as_str().expect("a name")).collect();
        assert_eq!(names, heading, "{kind}");
        for column in columns {
            assert!(!column["about"].as_str().unwrap_or_default().is_empty(), "{kind}: {column}");
        }
        for row in figures.records() {
            let row = row.expect("a row");
            let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
            let own = row.iter().take(heading.len() - 4);
            let long =
                own.filter(|cell| cell.parse::<f64>().is_ok_and(|x| x.fract() != 0.0) && digits(cell) > 9);
            assert_eq!(long.count(), 0, "{kind}: {row:?}");
        }
    }
}
