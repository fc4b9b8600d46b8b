//! `plenary calibrate` through the program: the same bytes on any number of threads and after an interruption, a folder that
//! verifies, answers in both languages, and what is refused.

use std::{collections::BTreeMap, fs, path::Path};

use crate::support::{plenary, printed};

const ROOM: &str = "(format: 1, title: \"Three\", clauses: {\"a\": Ambition(title: \"Cuts\", status_quo: 0), \"b\": Positional(status_quo: 0.5)},
  countries: {\"A\": (positions: {\"a\": 0.2, \"b\": 0.5}), \"B\": (positions: {\"a\": 0.6, \"b\": 0.5}), \"C\": (positions: {\"a\": 1.0, \"b\": 0.5})},
  protocol: ChairRevisions(rounds: 10), uncertainty: (ideals: (medium: Normal(0.1))),
  observed: (clauses: {\"a\": (value: 0.3), \"b\": (low: 0.4, high: 0.6)}))";

const FREE: &str = "countries.A.positions.a.ideal=Uniform(0, 0.6),rule=Discrete(Consensus, ConsensusMinus(1)),thresholds.lcd_index=Normal(0.8, 0.02)";

fn folder() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let room = folder.path().join("room.ron");
    fs::write(&room, ROOM).expect("written");
    let room = room.display().to_string();
    (folder, room)
}

fn calibrate(room: &str, more: &[&str]) -> std::process::Output {
    let base = ["calibrate", room, "--free", FREE, "-n", "60", "--generations", "3"];
    plenary([&base, more].concat())
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").display().to_string();
        (name, fs::read(&path).expect("a file"))
    };
    entries.map(read).collect()
}

#[test]
fn the_same_bytes_however_it_is_run() {
    let (folder, room) = folder();
    let at = |name: &str| folder.path().join(name).display().to_string();
    printed(calibrate(&room, &["-o", &at("one"), "--threads", "1"]));
    printed(calibrate(&room, &["-o", &at("two"), "--threads", "2"]));
    let whole = files(Path::new(&at("one")));
    assert_eq!(whole, files(Path::new(&at("two"))));
    for name in
        ["calibration.json", "generation-03.csv", "posterior.csv", "predictive.parquet", "manifest.json"]
    {
        assert!(whole.contains_key(name), "{name}");
    }
    // As if it had been killed after the second generation.
    for name in
        whole.keys().filter(|name| *name > &"generation-01.csv".to_owned() && !name.starts_with("scenario"))
    {
        fs::remove_file(folder.path().join("two").join(name)).expect("removed");
    }
    let refused = calibrate(&room, &["-o", &at("two")]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("add --resume"), "{refused:?}");
    let other = calibrate(&room, &["-o", &at("two"), "--resume", "--seed", "2"]);
    assert!(String::from_utf8_lossy(&other.stderr).contains("calibration.json is another"), "{other:?}");
    printed(calibrate(&room, &["-o", &at("two"), "--resume"]));
    assert_eq!(whole, files(Path::new(&at("two"))));
    assert!(printed(plenary(["verify", &at("two")])).contains("as plenary"));
    let posterior = folder.path().join("two/posterior.csv");
    let text = fs::read_to_string(&posterior).expect("a table");
    fs::write(&posterior, text.replacen("Consensus", "Majority", 1)).expect("changed");
    assert!(!plenary(["verify", &at("two")]).status.success());
    let generation = folder.path().join("one/generation-01.csv");
    let text = fs::read_to_string(&generation).expect("a table");
    fs::write(&generation, text.replacen("\n0", "\n7", 1).replacen(",0.", ",0.9", 1)).expect("changed");
    let broken = calibrate(&room, &["-o", &at("one"), "--resume"]);
    assert!(
        String::from_utf8_lossy(&broken.stderr).contains("no generation of this calibration"),
        "{broken:?}"
    );
}

#[test]
fn what_is_said() {
    let (_folder, room) = folder();
    let text = printed(calibrate(&room, &[]));
    for expected in [
        "3 free numbers inferred from 3 values observed",
        "Cuts",
        "Generations",
        "says nothing of thresholds.lcd_index",
    ] {
        assert!(text.replace("\n  ", " ").contains(expected), "no {expected} in\n{text}");
    }
    let chinese = printed(calibrate(&room, &["--lang", "zh"]));
    assert!(chinese.contains("个未知数值") && chinese.contains("各代"), "{chinese}");
    let json: serde_json::Value =
        serde_json::from_str(&printed(calibrate(&room, &["--json"]))).expect("JSON");
    assert_eq!(json["parameters"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["generations"][0]["acceptance"], 1.0);
    // Two cases share the numbers.
    let two: serde_json::Value = serde_json::from_str(&printed(plenary([
        "calibrate",
        &room,
        &room,
        "--free",
        FREE,
        "-n",
        "40",
        "--generations",
        "1",
        "--json",
    ])))
    .expect("JSON");
    assert_eq!(two["predictive"].as_array().map(Vec::len), Some(6));
}

#[test]
fn what_is_refused() {
    let (_folder, room) = folder();
    for (arguments, expected) in [
        (&["--free", "defaults.theta"][..], "has no prior"),
        (&["--free", "defaults.theta=Beta(1, 2)"], "there is no prior \"Beta\""),
        (&["--free", "defaults.thta=Uniform(0, 1)"], "unknown parameter \"defaults.thta\""),
        (&["--free", "defaults.theta=Uniform(0, 3)"], "does not fit \"Three\""),
        (
            &["--free", "defaults.theta=Uniform(0, 0.4)", "--summaries", "depth"],
            "no kind of statistic \"depth\"",
        ),
        (&["--free", "defaults.theta=Uniform(0, 0.4)", "--summaries", "yes_share"], "none of the statistics"),
        (&["--free", "defaults.theta=Uniform(0, 0.4)", "--scale", "clause:c=1"], "no statistic \"clause:c\""),
        (&["--free", "defaults.theta=Uniform(0, 0.4)", "-n", "1"], "from 2 to"),
    ] {
        let refused = plenary([&["calibrate", &room][..], arguments].concat());
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && said.contains(expected), "{arguments:?}: {said}");
    }
    let silent = plenary(["calibrate", "starter", "--free", "defaults.theta=Uniform(0, 0.4)"]);
    assert!(String::from_utf8_lossy(&silent.stderr).contains("does not say what was observed"), "{silent:?}");
}
