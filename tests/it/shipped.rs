//! Every scenario that is shipped, found by walking the folder: a new one is tested unasked.

use std::{fs, ops::ControlFlow};

use plenary::{language::Language, model::Model, scenario::Scenario, study::Ensemble};
use tempfile::TempDir;

use crate::support::{command, plenary, printed, shipped};

#[test]
fn each_says_what_it_is() {
    for path in shipped() {
        let name = path.display();
        let text = fs::read_to_string(&path).expect("a readable file");
        let comment: Vec<&str> = text.lines().take_while(|line| line.starts_with("//")).collect();
        assert!(comment.len() >= 2, "{name} opens with a comment: the case, its sources, what to expect");
        let scenario = Scenario::load(&path).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
        assert!(!scenario.title.trim().is_empty(), "{name} has a title");
        assert!(scenario.about.trim().ends_with(['?', '？']), "{name} asks a question: {}", scenario.about);
        // A case about poles alone says so beforehand.
        let poles = text.contains("a question with two poles");
        let expected = |caution: &String| poles && caution.starts_with("No clause is a matter of ambition");
        let cautions: Vec<String> =
            scenario.cautions(Language::English).into_iter().filter(|c| !expected(c)).collect();
        assert_eq!(cautions, Vec::<String>::new(), "{name}");
        for (switch, what) in scenario.switches.iter() {
            assert!(
                what.asks.trim().ends_with(['?', '？']),
                "{name}: {switch} asks a question: {}",
                what.asks
            );
        }
    }
}

#[test]
fn each_switch_can_be_flipped_and_run() {
    for path in shipped() {
        let scenario = Scenario::load(&path).expect("a sound scenario");
        let base = scenario.with_switches([]).expect("no switch");
        let cases = scenario.switches.names().map(Some).chain([None]);
        for switch in cases {
            let changed = scenario.with_switches(switch).unwrap_or_else(|e| panic!("{switch:?}: {e}"));
            assert_eq!(changed.problems(), vec![], "{switch:?}");
            assert_eq!(changed == base, switch.is_none(), "{switch:?} changes something");
            let model = Model::compile(&changed).unwrap_or_else(|e| panic!("{switch:?}: {e}"));
            let mut ran = 0;
            let _ = Ensemble::new(&model, 1).run(0..20, |outcome| {
                assert!(outcome.depth.is_finite() && (0.0..=1.0).contains(&outcome.depth), "{switch:?}");
                ran += 1;
                ControlFlow::<()>::Continue(())
            });
            assert_eq!(ran, 20, "{switch:?}");
        }
    }
}

/// The names a reader may type without a file are those of the folder, and mean the same.
#[test]
fn each_is_known_by_name() {
    let elsewhere = TempDir::new().expect("a folder");
    for path in shipped() {
        let name = path.file_stem().expect("a name");
        let by_name = command().current_dir(&elsewhere).arg("check").arg(name).output().expect("it runs");
        let by_path = plenary(["check".as_ref(), path.as_os_str()]);
        // Notes name the file.
        let by_path = printed(by_path).replace(&path.display().to_string(), &name.to_string_lossy());
        assert_eq!(printed(by_name), by_path, "{}", path.display());
        let hash = |scenario: &std::ffi::OsStr| {
            let json = command()
                .current_dir(&elsewhere)
                .arg("run")
                .arg(scenario)
                .args(["-n", "1", "--json"])
                .output();
            let json: serde_json::Value =
                serde_json::from_str(&printed(json.expect("it runs"))).expect("JSON");
            json["hash"].as_str().expect("a hash").to_owned()
        };
        assert_eq!(hash(name), hash(path.as_os_str()));
    }
}

/// Without a name the flagship is meant.
#[test]
fn the_flagship_is_the_default() {
    assert_eq!(printed(plenary(["check"])), printed(plenary(["check", "un-ai-dialogue-2025"])));
}
