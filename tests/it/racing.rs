//! Levers race: few negotiations for what is clear, the same on any number of threads, told honestly (specification §8).

use std::ops::ControlFlow;

use plenary::{
    scenario::Scenario,
    study::levers::{self, Effort, Lever, LeverSet, LeverSource, Pulled, Pulse, SignStatus, lift},
};

use crate::support::{plenary, printed, teaching};

fn law() -> Scenario {
    Scenario::load(teaching("least-ambitious-law")).expect("a sound scenario")
}

fn go_on(_: Pulse) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn pull(effort: Effort, names: &[&str]) -> Pulled {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    levers::pull(&law(), 1, effort, LeverSet::All, &names, go_on).expect("it pulls")
}

const RACE: Effort = Effort::Race { most: 400, small: None };

fn change<'l>(lever: &'l Lever, by: &str) -> &'l plenary::study::statistics::Mean {
    &lever.effect(by).expect("measured").change
}

/// Whoever is told apart in the race stands in the same order when each lever has all replicates.
#[test]
fn the_race_ranks_as_all_replicates_do() {
    for (by, least) in [("realised_depth", 20), ("lcd", 5)] {
        let (race, all) = (pull(RACE, &[by]), pull(Effort::Exhaustive(400), &[by]));
        let terms = race.race.expect("a race");
        // A rate takes more than a mean, here nearly all.
        assert!(terms.negotiations < 400 * (terms.cases as u64 + 1), "{terms:?}");
        assert!(by == "lcd" || terms.negotiations < 200 * (terms.cases as u64 + 1), "{terms:?}");
        assert!(all.race.is_none() && all.levers.iter().all(|l| l.replicates == 400 && l.places.is_none()));
        let names = |pulled: &Pulled| pulled.levers.iter().map(|l| l.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&race), names(&all));
        let mut compared = 0;
        for (i, one) in race.levers.iter().enumerate() {
            for (j, other) in race.levers.iter().enumerate() {
                if change(one, by).low > change(other, by).high {
                    compared += 1;
                    let [one, other] = [i, j].map(|k| change(&all.levers[k], by).mean);
                    assert!(one > other, "{}, {}", race.levers[i].name, race.levers[j].name);
                }
            }
        }
        assert!(compared > least, "{by}: {compared}");
    }
}

/// A race of fewer replicates than the first look takes is a run of all; what a lever has been given are the first replicates.
#[test]
fn a_lever_sees_the_first_replicates() {
    let race = pull(RACE, &["realised_depth"]);
    for lever in race.levers.iter().filter(|l| l.source != LeverSource::Base) {
        assert!(lever.replicates >= 32 && lever.replicates <= 400, "{}", lever.name);
        let alone = pull(Effort::Exhaustive(lever.replicates), &["realised_depth"]);
        let same =
            alone.levers.iter().find(|l| l.source == lever.source && l.name == lever.name).expect("there");
        let [one, other] = [lever, same].map(|l| change(l, "realised_depth"));
        assert_eq!((one.mean, one.n), (other.mean, other.n), "{}", lever.name);
        assert!(one.low <= other.low && other.high <= one.high, "{}: together is wider", lever.name);
    }
}

/// Two levers that lead to the same case share its negotiations; they cannot be told apart, and have the same places among
/// their own.
#[test]
fn the_same_case_is_run_once() {
    let race = pull(RACE, &[]);
    let of = |name: &str| race.levers.iter().find(|l| l.name == name).expect("there");
    let (switch, treatment) = (of("laggard-absent"), of("Asteria: away"));
    assert_eq!((&switch.hash, switch.replicates), (&treatment.hash, treatment.replicates));
    let cases: std::collections::BTreeSet<&str> = race.levers.iter().map(|l| l.hash.as_str()).collect();
    assert_eq!(race.race.expect("a race").cases, cases.len() - 1);
}

/// Places agree with the intervals: behind all that lie above, before all that lie below.
#[test]
fn places_follow_from_the_intervals() {
    let race = pull(RACE, &["lcd"]);
    for lever in race.levers.iter().filter(|l| l.source == LeverSource::Treatment) {
        let among = || race.levers.iter().filter(|l| l.source == lever.source);
        let ends = |l: &Lever| {
            let change = change(l, "lcd");
            let mut ends = [change.low, change.high].map(|x| lift("lcd", x.expect("an interval")));
            ends.sort_by(f64::total_cmp);
            ends
        };
        let [low, high] = ends(lever);
        let places = lever.places.expect("a race");
        assert_eq!(places.first, 1 + among().filter(|l| ends(l)[0] > high).count(), "{}", lever.name);
        assert_eq!(places.last, among().filter(|l| ends(l)[1] >= low).count(), "{}", lever.name);
        assert!(places.first <= places.last);
    }
    assert!(race.levers[0].places.is_none());
}

/// What is interrupted is what was shown at the last look that each lever reached.
#[test]
fn an_interrupted_race_keeps_whole_looks() {
    let mut told = 0;
    let pulled = levers::pull(&law(), 1, RACE, LeverSet::All, &[], |pulse| {
        told += pulse.more;
        if told > 700 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let pulled = pulled.expect("it pulls");
    assert!(pulled.is_interrupted && pulled.unfinished > 0);
    assert!(pulled.levers.iter().all(|l| [32, 48, 64, 96, 128, 192, 256, 384, 400].contains(&l.replicates)));
    assert!(pulled.levers.len() > 10);
}

/// The program says the same to the byte on any number of threads, choices included.
#[test]
fn the_same_on_any_threads() {
    let said = |threads: &str, more: &[&str]| {
        let arguments = ["levers", "least-ambitious-law", "-n", "100", "--threads", threads];
        printed(plenary(arguments.iter().chain(more)))
    };
    for more in [&["--json"][..], &["--json", "--by", "lcd"], &["--choices", "alone", "--only", "switches"]] {
        assert_eq!(said("1", more), said("3", more), "{more:?}");
    }
}

/// Of a race only what is told is held against the choices.
#[test]
fn what_is_told_is_held() {
    let mut race = levers::pull(&law(), 1, RACE, LeverSet::Switches, &[], go_on).expect("it pulls");
    let alone = plenary::study::choices::ChoiceSet::Alone;
    levers::hold(&mut race, &law(), alone, (1, RACE), LeverSet::Switches, go_on).expect("it pulls");
    let depth = |l: &Lever| l.effect("realised_depth").and_then(|e| e.survival);
    assert!(race.levers.iter().any(|l| l.standing == SignStatus::Told));
    for lever in &race.levers {
        assert_eq!(
            depth(lever).is_some(),
            lever.standing == SignStatus::Told && lever.source != LeverSource::Base
        );
    }
    let absent = race.levers.iter().find(|l| l.name == "laggard-absent").and_then(depth).expect("held");
    assert!(absent.is_finding() && absent.choices > 5, "{absent:?}");
}

/// A lever that does not fit the protocol is named, with the reason, and nothing is called interrupted.
#[test]
fn what_does_not_apply_is_named() {
    for case in ["least-ambitious-law", "un-ai-dialogue-2025"] {
        let ask = |more: &[&str]| {
            let arguments = ["levers", case, "--set", "protocol=Compromise", "-n", "2", "--only", "switches"];
            let output = plenary(arguments.iter().chain(more));
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
            assert!(!String::from_utf8_lossy(&output.stderr).contains("Interrupted"));
            printed(output)
        };
        let written = Scenario::load(if case == "least-ambitious-law" {
            teaching(case)
        } else {
            teaching("..").with_file_name(format!("{case}.ron"))
        });
        let said = ask(&[]).split_whitespace().collect::<Vec<_>>().join(" ");
        let json: serde_json::Value = serde_json::from_str(&ask(&["--json"])).expect("JSON");
        let json = json.as_array().expect("a list");
        let left_out: Vec<&serde_json::Value> =
            json.iter().filter(|l| l["not_applicable"].is_string()).collect();
        assert!(!left_out.is_empty(), "{case}");
        assert_eq!(json.len(), 1 + written.expect("sound").switches.len(), "{case}");
        assert!(said.contains("Not applicable: "), "{said}");
        for lever in left_out {
            let (name, why) = (lever["name"].as_str().unwrap(), lever["not_applicable"].as_str().unwrap());
            assert!(said.contains(&format!("{name} ({why})")), "{said}");
            assert!(why.contains("Compromise has no protocol."), "{why}");
        }
    }
}

/// The screen says how many replicates each row has, what the intervals mean, and how to have all.
#[test]
fn the_table_says_what_it_is() {
    let said = |more: &[&str]| {
        let arguments = ["levers", "least-ambitious-law", "-n", "100"];
        printed(plenary(arguments.iter().chain(more))).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let race = said(&[]);
    for words in [
        "32 to 100 negotiations of each lever",
        "those of a column hold together, 95 % that none of them errs",
        "95 % that none of this errs",
    ] {
        assert!(race.contains(words), "{words}: {race}");
    }
    let all = said(&["--exhaustive"]);
    assert!(all.contains("100 negotiations of each lever") && all.contains("each by itself"), "{all}");
    assert!(all.contains("± is half of the 95 % interval of the paired difference"), "{all}");
    let whole = said(&["--wide"]);
    assert!(whole.contains(" n place depth change") && whole.contains("--exhaustive"), "{whole}");
    assert!(said(&["--small", "0.2"]).contains("move it by at most .2"));
    for bad in [&["--small", "x"][..], &["--small", "-1"], &["--small", "0.1", "--exhaustive"]] {
        assert!(!plenary(["levers", "least-ambitious-law"].iter().chain(bad)).status.success(), "{bad:?}");
    }
}
