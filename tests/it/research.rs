//! What a researcher asks of a study: one row of it told, the study in a repository, factors of any kind.

use std::{collections::BTreeSet, fs, path::Path};

use plenary::{
    scenario::Scenario,
    study::{
        definition::Definition,
        store::{Results, manifest::sha256},
        table::Cell,
    },
};
use serde_json::Value as Json;

use crate::{
    studies::{sweep, written},
    support::{command, printed},
};

const STUDY: &str = r#"(
    format: 1, title: "Two rules", about: "Does the rule matter?", scenario: "least-ambitious-law",
    factors: {"rule": Values(["Consensus", "TwoThirds"]), "countries.*.cost_of_failure": Values([0.0, 0.2])},
    replicates: 6, seed: 5,
)"#;

/// A row of a study is told as it was negotiated: where it ended, in which round, and with which values of the factors.
#[test]
fn a_row_of_a_study_is_told() {
    let (folder, study) = written(STUDY);
    let out = folder.path().join("out");
    printed(sweep(&study, &out, &["--threads", "1"]));
    let rows = Results::open(&out).expect("results").table("replicates").expect("rows");
    let at = |row: &[Cell], name: &str| row[rows.column(name).expect("a column")].clone();
    for row in &rows.rows {
        let number = |name: &str| at(row, name).number().expect("a number").to_string();
        let explain = |of: &Path| {
            let more = ["--full", "--point", &number("point"), "--replicate", &number("replicate")];
            printed(command().arg("explain").arg(of).args(more).output().expect("it runs"))
        };
        let told = explain(&out);
        let rule = at(row, "rule").word().expect("a word").to_owned();
        assert!(told.contains(&format!("Point {} of “Two rules”: rule {rule}", number("point"))), "{told}");
        assert!(told.contains(&format!("Replicate {} of seed 5", number("replicate"))), "{told}");
        let hash = at(row, "scenario_hash").word().expect("a hash").to_owned();
        assert!(told.contains(&hash), "{told}");
        let last = number("round");
        assert!(told.contains(&format!("Round {last}")), "{last}: {told}");
        let later = last.parse::<u32>().expect("a round") + 1;
        assert!(!told.contains(&format!("Round {later}:")), "{last}: {told}");
    }
    for (more, why) in [
        (["--point", "4"], "there is no point 4: \"Two rules\" has 0 to 3"),
        (["--replicate", "6"], "there is no replicate 6: each point has 0 to 5"),
    ] {
        let both = if more[0] == "--point" { ["--replicate", "0"] } else { ["--point", "0"] };
        let refused = command().arg("explain").arg(&out).args(more).args(both).output().expect("it runs");
        assert_eq!(refused.status.code(), Some(1));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(said.split_whitespace().collect::<Vec<_>>().join(" ").contains(why), "{said}");
    }
}

/// An archive holds everything, its metadata are those of RO-Crate 1.1, `verify` accepts it and finds what was changed, and
/// the study in it gives the same tables again.
#[test]
fn an_archive_is_complete() {
    let (folder, study) = written(STUDY);
    let (out, packed) = (folder.path().join("out"), folder.path().join("packed"));
    printed(sweep(&study, &out, &["--threads", "1"]));
    let archive = |more: &[&str]| command().arg("archive").arg(&out).args(more).output().expect("it runs");
    let options = ["--licence", "cc-by-4.0", "--author", "Okafor, Ada", "--date", "2026-01-31", "-o"];
    printed(archive(&[&options[..], &[&packed.display().to_string()]].concat()));
    let files: BTreeSet<String> = fs::read_dir(&packed)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    for name in [
        "CITATION.cff",
        "LICENSE.txt",
        "ODD.md",
        "README.md",
        "SHA256SUMS",
        "figure-1.svg",
        "manifest.json",
        "points.csv",
        "replicates.parquet",
        "ro-crate-metadata.json",
        "scenario.ron",
        "study.ron",
    ] {
        assert!(files.contains(name), "{name} in {files:?}");
    }
    let text = |name: &str| fs::read_to_string(packed.join(name)).expect("a text");
    let sums: BTreeSet<String> = text("SHA256SUMS")
        .lines()
        .map(|line| {
            let (sum, name) = line.split_once("  ").expect("a sum and a name");
            assert_eq!(sha256(&packed.join(name)).expect("a file"), sum, "{name}");
            name.to_owned()
        })
        .collect();
    let all: BTreeSet<String> = files.iter().filter(|name| *name != "SHA256SUMS").cloned().collect();
    assert_eq!(sums, all);
    is_ro_crate(&packed, &text("ro-crate-metadata.json"));
    assert!(
        text("CITATION.cff").contains("family-names: \"Okafor\"")
            && text("CITATION.cff").contains("license: CC-BY-4.0")
    );
    assert!(text("README.md").contains("plenary sweep . --out again"));
    printed(command().arg("verify").arg(&packed).output().expect("it runs"));
    printed(
        command().current_dir(&packed).args(["sweep", ".", "--out", "../again"]).output().expect("it runs"),
    );
    for name in ["replicates.csv", "points.csv", "manifest.json"] {
        let bytes = |dir: &Path| fs::read(dir.join(name)).expect("a file");
        assert!(bytes(&packed) == bytes(&folder.path().join("again")), "{name}");
    }
    fs::write(packed.join("ODD.md"), "something else").expect("a file");
    let verified = command().arg("verify").arg(&packed).output().expect("it runs");
    assert_eq!(verified.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&verified.stdout).contains("ODD.md: its bytes were changed"));
    let taken = archive(&["-o", &packed.display().to_string()]);
    assert!(!taken.status.success(), "an archive is not overwritten");
    let chinese = folder.path().join("zh").display().to_string();
    let output = archive(&["--lang", "zh", "-o", &chinese]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("尚未选择许可"));
    let readme = fs::read_to_string(Path::new(&chinese).join("README.md")).expect("a text");
    assert!(readme.contains("尚未为这些数据选择许可"), "{readme}");
}

/// What RO-Crate 1.1 asks of a metadata document: the descriptor, the root with name, description, date and licence, and every
/// identifier once and every reference resolved; files by their paths.
fn is_ro_crate(folder: &Path, text: &str) {
    let document: Json = serde_json::from_str(text).expect("JSON");
    assert_eq!(document["@context"], "https://w3id.org/ro/crate/1.1/context");
    let graph = document["@graph"].as_array().expect("a graph");
    let by_id = |id: &str| graph.iter().find(|e| e["@id"] == id).unwrap_or_else(|| panic!("no entity {id}"));
    let ids: BTreeSet<&str> = graph.iter().map(|e| e["@id"].as_str().expect("an identifier")).collect();
    assert_eq!(ids.len(), graph.len(), "an identifier comes twice");
    let descriptor = by_id("ro-crate-metadata.json");
    assert_eq!(descriptor["conformsTo"]["@id"], "https://w3id.org/ro/crate/1.1");
    assert_eq!((&descriptor["@type"], &descriptor["about"]["@id"]), (&"CreativeWork".into(), &"./".into()));
    let root = by_id("./");
    assert_eq!((&root["@type"], &root["datePublished"]), (&"Dataset".into(), &"2026-01-31".into()));
    assert!(root["name"].is_string() && root["description"] == "Does the rule matter?");
    assert_eq!(root["license"]["@id"], "https://creativecommons.org/licenses/by/4.0/");
    for part in root["hasPart"].as_array().expect("parts") {
        let file = by_id(part["@id"].as_str().expect("an identifier"));
        assert_eq!(file["@type"], "File");
        let path = folder.join(file["@id"].as_str().expect("a name"));
        assert_eq!(file["contentSize"], fs::metadata(&path).expect("a file").len().to_string());
        assert_eq!(file["sha256"], sha256(&path).expect("a file"));
    }
    fn references<'j>(value: &'j Json, found: &mut Vec<&'j str>) {
        match value {
            Json::Object(fields) if fields.len() == 1 => {
                found.extend(fields.get("@id").and_then(Json::as_str))
            }
            Json::Object(fields) => fields.values().for_each(|value| references(value, found)),
            Json::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    graph.iter().for_each(|entity| references(entity, &mut found));
    for reference in found.iter().filter(|id| !id.starts_with("https://w3id.org/")) {
        assert!(ids.contains(reference), "{reference} is not described");
    }
}

/// Wherever the file of the flagship is cut off, its points make sense: blocs without members fall silent.
#[test]
fn blocs_without_members_fall_silent() {
    let flagship =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/un-ai-dialogue-2025.ron"))
            .expect("the flagship");
    let text = r#"(format: 1, title: "How many", scenario: "flagship", replicates: 1,
        factors: {"countries.first": Whole(10, 38)})"#;
    let scenario = Scenario::parse("flagship", &flagship).expect("a scenario");
    let definition = Definition::assemble("study", text, scenario.clone(), None).expect("a study");
    let sound = definition.soundness();
    assert!(sound.is_full() && sound.points == 29, "{sound:?}");
    let (points, all) = (definition.points(), scenario.blocs.names().count());
    let few = definition.scenario_at(&points, 0).expect("sound");
    assert!(few.blocs.names().count() < all);
    assert!(few.blocs.names().all(|bloc| few.members(bloc).next().is_some()));
    assert_eq!(definition.scenario_at(&points, 28).expect("sound").blocs.names().count(), all);
}

/// A set of parties: each that is named, all of a power, each once.
#[test]
fn a_field_of_several_parties() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/teaching/least-ambitious-law.ron");
    let scenario = Scenario::load(&path).expect("a scenario");
    let names: Vec<&str> = scenario.countries.names().take(2).collect();
    let set = |path: &str, value: &str| {
        let mut changed = scenario.clone();
        changed.change(path, value).map(|()| changed)
    };
    let both =
        set(&format!("countries.{{{},{}}}.cost_of_failure", names[0], names[1]), "0.25").expect("it fits");
    let apart = scenario.countries.names().filter(|name| {
        both.countries.get(name).expect("a country").cost_of_failure
            != scenario.countries.get(name).expect("a country").cost_of_failure
    });
    assert_eq!(apart.collect::<Vec<_>>(), names);
    let power = format!("{:?}", scenario.countries.values().next().expect("a country").power);
    let of_power =
        set(&format!("countries.{{{power},{}}}.cost_of_failure", names[0]), "0.25").expect("it fits");
    for (name, country) in of_power.countries.iter() {
        let is_changed = country.cost_of_failure == Some(0.25);
        assert_eq!(is_changed, format!("{:?}", country.power) == power || name == names[0], "{name}");
    }
    assert!(set("countries.{Nobody}.cost_of_failure", "0.25").is_err());
}

/// The design has a seed of its own where the study says so: other points, the same draws.
#[test]
fn a_design_may_have_its_own_seed() {
    let text = |seeds: &str| {
        format!(
            r#"(format: 1, title: "Seeds", scenario: "law", {seeds} replicates: 1, design: LatinHypercube(points: 10),
                factors: {{"countries.*.cost_of_failure": TruncatedNormal(0.1, 0.1, 0.0, 0.4), "rule": Discrete([("Consensus", 3), ("TwoThirds", 1)])}})"#
        )
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/teaching/least-ambitious-law.ron");
    let points = |seeds: &str| {
        let scenario = Scenario::load(&path).expect("a scenario");
        let definition = Definition::assemble("study", &text(seeds), scenario, None).expect("a study");
        let points = definition.points();
        (0..10).map(|p| points.point(p)).collect::<Vec<_>>()
    };
    assert_eq!(points("seed: 3,"), points("seed: 8, design_seed: 3,"));
    assert_ne!(points("seed: 3,"), points("seed: 3, design_seed: 4,"));
}

/// Tables in Parquet alone are read by every command as those in CSV are, and a study whose journals were removed is sound and
/// is not done again.
#[test]
fn tables_in_parquet_alone_and_no_journals() {
    let (folder, study) = written(STUDY);
    let (both, out) = (folder.path().join("both"), folder.path().join("out"));
    printed(sweep(&study, &both, &["--threads", "1"]));
    let text = STUDY.replace("seed: 5,", "seed: 5, tables: [Parquet],");
    fs::write(&study, text).expect("a study");
    printed(sweep(&study, &out, &["--threads", "1", "--discard-journals"]));
    assert!(!out.join("replicates.csv").exists() && out.join("points.csv").exists());
    let table = |dir: &Path| Results::open(dir).expect("results").table("replicates").expect("rows");
    assert_eq!(table(&out), table(&both));
    let journals = fs::read_dir(out.join("shards")).expect("a folder").flatten();
    assert_eq!(journals.filter(|e| e.path().extension().is_some_and(|e| e == "journal")).count(), 0);
    printed(command().arg("verify").arg(&out).output().expect("it runs"));
    printed(command().args(["discover", "--of", "adopted"]).arg(&out).output().expect("it runs"));
    assert!(
        printed(command().args(["sweep", "status"]).arg(&out).output().expect("it runs"))
            .contains("Complete")
    );
    for arguments in [&["sweep"][..], &["sweep", "merge"]] {
        let again = command().args(arguments).arg(&out).output().expect("it runs");
        assert!(!again.status.success());
        assert!(String::from_utf8_lossy(&again.stderr).contains("journals"), "{arguments:?}");
    }
    fs::write(out.join("replicates.parquet"), "no table").expect("a file");
    let verified = command().arg("verify").arg(&out).output().expect("it runs");
    assert_eq!(verified.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&verified.stdout).contains("replicates.parquet"));
}
