//! Choices of modelling that nobody can defend: the list fits every shipped scenario, the mixes were drawn once, ranges
//! contain the case as it is, and nothing depends on threads (model, second edition §5).

use std::{collections::BTreeSet, fs, ops::ControlFlow, path::Path};

use plenary::{
    Case,
    model::Model,
    scenario::{DeclaredChoice, Scenario},
    study::{
        choices::{self, ChoiceSet, DECLARED, LINE, MIXES, SURVEYED, Variants},
        definition::Definition,
        levers::{self, Effort, LeverSet},
        robustness::{RobustnessPlan, robustness},
    },
};

use crate::support::{every_scenario, flagship, plenary, printed, teaching};

fn go_on<T>(_: T) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Each choice is run on each shipped scenario, or it is said why not; whatever is run makes sense and is another case.
#[test]
fn the_list_fits_every_shipped_scenario() {
    for path in every_scenario() {
        let scenario = Scenario::load(&path).expect("a sound scenario");
        if scenario.is_body() {
            continue;
        }
        let name = path.display();
        let Variants { run, left_out } = Variants::of(&scenario, ChoiceSet::All);
        for choice in &DECLARED {
            let is_run =
                run.iter().any(|v| v.settings.iter().any(|(parameter, _)| parameter == choice.parameter));
            let is_left_out = left_out.iter().any(|l| l.choice == choice.name && !l.why.is_empty());
            assert!(is_run != is_left_out, "{name}: {}", choice.name);
        }
        let names: BTreeSet<&str> = run.iter().map(|v| v.name.as_str()).collect();
        assert_eq!(names.len(), run.len(), "{name}: {names:?}");
        assert!(run.len() <= 15 + MIXES as usize);
        for variant in &run {
            assert!(variant.scenario != scenario && !variant.name.is_empty(), "{name}: {}", variant.name);
            assert!(variant.scenario.switches == scenario.switches, "{name}: {}", variant.name);
            Model::compile(&variant.scenario).unwrap_or_else(|e| panic!("{name}, {}: {e}", variant.name));
        }
        let alone = Variants::of(&scenario, ChoiceSet::Alone).run;
        assert!(
            run.iter().zip(&alone).all(|(all, one)| all.name == one.name && all.settings == one.settings)
        );
        assert!(alone.iter().all(|v| v.settings.len() == 1));
    }
}

/// What the scenario says is the base, whatever it is: the list holds what else it could be.
#[test]
fn the_base_is_the_scenario_s_own() {
    let theta = |setting: &str| {
        let mut scenario = flagship();
        "defaults.theta"
            .parse::<plenary::scenario::Parameter>()
            .unwrap()
            .set(&mut scenario, setting)
            .unwrap();
        let run = Variants::of(&scenario, ChoiceSet::Alone).run;
        let of =
            |v: &choices::Variant| (v.settings[0].0 == "defaults.theta").then(|| v.settings[0].1.clone());
        run.iter().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!(theta("0.3"), ["0", "0.15", "0.45"]);
    assert_eq!(theta("0.4"), ["0", "0.15", "0.3", "0.45"]);
}

/// The shipped study is the list, point for point.
#[test]
fn the_shipped_study_is_the_list() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/studies/flagship-choices.ron");
    let text = fs::read_to_string(teaching("..").with_file_name("un-ai-dialogue-2025.ron")).ok();
    let text: &'static str = Box::leak(text.unwrap_or_else(|| flagship().as_file()).into_boxed_str());
    let study = Definition::load(&path, |_| Some(text)).expect("a sound study");
    let (points, variants) = (study.points(), Variants::of(&flagship(), ChoiceSet::All));
    assert!(variants.left_out.is_empty(), "{:?}", variants.left_out);
    assert_eq!(points.len(), 1 + 15 + u64::from(MIXES));
    assert_eq!(variants.run.len() as u64, points.len() - 1, "no mix is drawn twice");
    for (point, variant) in (1..).zip(&variants.run) {
        let there = study.scenario_at(&points, point).expect("it makes sense");
        assert_eq!(there.hash(), variant.scenario.hash(), "{}", variant.name);
    }
}

/// The mixes were drawn once: these are theirs for ever.
#[test]
fn the_mixes_were_drawn_once() {
    let variants = Variants::of(&flagship(), ChoiceSet::All).run;
    let drawn = |name: &str| {
        let mix = variants.iter().find(|v| v.name == name).expect("that mix");
        let settings = mix.settings.iter().map(|(parameter, value)| format!("{parameter} {value}"));
        settings.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(drawn("mix 1"), MIX_1);
    assert_eq!(drawn("mix 44"), MIX_44);
}

const MIX_1: &str = "defaults.theta 0, defaults.vagueness 0.05, thresholds.lcd_index 0.85";
const MIX_44: &str = "defaults.theta 0.45, thresholds.lcd_index 0.85, protocol.moves_per_round 3, countries.*.tactic.beta \
                      x0.67, protocol.weigh Heads, clauses.*.weight 1";

/// On a case with wishes drawn: each range contains the answer itself; where a line alone is drawn elsewhere, nothing but
/// the number of LCD texts changes, and it falls as the line rises.
#[test]
fn ranges_contain_the_case_as_it_is() {
    let case = Case::load(teaching("least-ambitious-law")).expect("a sound case");
    let answer = case.run(120, 1).expect("a number that is allowed");
    let summary = answer.summary();
    let found = choices::survey(&case, summary, ChoiceSet::All, go_on).expect("it runs").expect("choices");
    assert_eq!(found.replicates, 120);
    for figure in &SURVEYED {
        let values: Vec<(&str, Option<f64>)> = found.of(figure.name).collect();
        let range = found.range(figure.name).expect("defined");
        assert!((0.0..=1.0).contains(&range.low) && (0.0..=1.0).contains(&range.high), "{range:?}");
        for (name, value) in &values {
            let value = value.expect("defined");
            assert!(range.low <= value && value <= range.high, "{name}: {value} outside {range:?}");
        }
        assert_eq!(values[0].0, "as it is");
        let lines: Vec<f64> =
            values.iter().filter(|(name, _)| name.starts_with(LINE)).map(|(_, v)| v.unwrap()).collect();
        assert_eq!(lines.len(), 2);
        let base = values[0].1.unwrap();
        if figure.name.starts_with("lcd") && figure.name != "lcd_index" {
            // From .75 and from .85: the base, from .80, lies between.
            assert!(lines[0] >= base && base >= lines[1], "{}: {lines:?} around {base}", figure.name);
        } else {
            assert!(
                lines.iter().all(|x| (x - base).abs() < 1e-12),
                "{}: {lines:?} beside {base}",
                figure.name
            );
        }
    }
    let lcd = summary.lcd.rate.expect("defined");
    let own = found.of("lcd").next().and_then(|(_, x)| x);
    assert_eq!(own, Some(lcd), "the case as it is stands with all of its replicates");
}

/// A variant on as many replicates as the run has is that case itself: no shift is left over.
#[test]
fn a_variant_is_the_case_it_names() {
    let case = Case::load(teaching("least-ambitious-law")).expect("a sound case");
    let answer = case.run(30, 1).expect("a number that is allowed");
    let found =
        choices::survey(&case, answer.summary(), ChoiceSet::Alone, go_on).expect("it runs").expect("choices");
    assert_eq!((found.replicates, found.replicates_at_ends), (8, 30));
    let found =
        choices::survey(&case, answer.summary(), ChoiceSet::All, go_on).expect("it runs").expect("choices");
    assert_eq!((found.replicates, found.replicates_at_ends), (30, 30));
    for variant in Variants::of(case.scenario(), ChoiceSet::All).run {
        let alone = Case::new(variant.scenario).expect("a sound case");
        let alone = alone.run(30, 1).expect("a number that is allowed");
        let depth = found.of("depth").find(|(name, _)| *name == variant.name).and_then(|(_, x)| x);
        let expected = alone.summary().depth.adopted.mean.expect("adopted");
        assert!((depth.expect("defined") - expected).abs() < 1e-9, "{}", variant.name);
    }
}

/// Where values are run alone, each end of a figure is that of a variant with all its negotiations: the least and the
/// greatest of what those have, found by hand.
#[test]
fn the_ends_have_all_their_negotiations() {
    let case = Case::load(teaching("least-ambitious-law")).expect("a sound case");
    let answer = case.run(300, 1).expect("a number that is allowed");
    let found =
        choices::survey(&case, answer.summary(), ChoiceSet::Alone, go_on).expect("it runs").expect("choices");
    let variants = Variants::of(case.scenario(), ChoiceSet::Alone).run;
    let most = ChoiceSet::Alone.each(300, variants.len(), [200, 300]);
    assert_eq!((found.replicates, found.replicates_at_ends), (most.div_ceil(4), most));
    let of = |case: &Case| case.run(most, 1).expect("allowed").summary().depth.adopted.mean.expect("adopted");
    let base = of(&case);
    for (name, depth) in found.of("depth").skip(1) {
        let range = found.range("depth").expect("defined");
        let depth = depth.expect("defined");
        if depth == range.low || depth == range.high {
            let variant = variants.iter().find(|v| v.name == name).expect("there").scenario.clone();
            let there = of(&Case::new(variant).expect("a sound case"));
            let expected = answer.summary().depth.adopted.mean.expect("adopted") + (there - base);
            assert!((depth - expected).abs() < 1e-12, "{name}: {depth} {expected}");
        }
    }
}

/// The program says the same to the byte on any number of threads, of either set.
#[test]
fn the_same_on_any_threads() {
    let said = |set: &str, threads: &str| {
        printed(plenary([
            "run",
            "least-ambitious-law",
            "-n",
            "70",
            "--json",
            "--choices",
            set,
            "--threads",
            threads,
        ]))
    };
    for set in ["alone", "all"] {
        assert_eq!(said(set, "1"), said(set, "3"));
    }
    let json: serde_json::Value = serde_json::from_str(&said("alone", "2")).expect("JSON");
    let choices = &json["choices"];
    assert_eq!(
        (&choices["set"], &choices["replicates"], &choices["replicates_at_ends"]),
        (&"alone".into(), &10.into(), &40.into())
    );
    assert!(choices["ranges"]["depth"]["low"].as_f64() <= json["depth"]["adopted"]["mean"].as_f64());
    assert!(
        choices["each"]
            .as_array()
            .is_some_and(|each| each.len() as u64 == choices["variants"].as_u64().unwrap())
    );
    let none: serde_json::Value = serde_json::from_str(&said("none", "2")).expect("JSON");
    assert!(none["choices"].is_null());
    for figure in ["lcd", "lcd_index"] {
        assert_eq!(json[figure], none[figure], "choices do not touch the run");
    }
    assert!(!plenary(["run", "--choices", "some"]).status.success());
}

/// A lever that is no change under a choice does not count there; the base has no sign; the rest is as pulled by hand.
#[test]
fn levers_are_held_against_the_choices() {
    let text = r#"(
        format: 1, title: "Held",
        clauses: {"cuts": Ambition(status_quo: 0.0)},
        countries: {
            "Asteria": (positions: {"cuts": 0.2}),
            "Borealia": (positions: {"cuts": 0.6}),
            "Cordova": (positions: {"cuts": 0.9}),
        },
        uncertainty: (ideals: (medium: Normal(0.05))),
        switches: {
            "patient laggard": (asks: "What if Asteria can wait?", set: {"countries.Asteria.tactic.beta": "x0.2"}),
            "heads": (asks: "What if heads count?", set: {"protocol.weigh": "Heads"}),
        },
    )"#;
    let scenario = Scenario::parse("held.ron", text).expect("a sound scenario");
    let pull = |s: &Scenario, n| {
        levers::pull(s, 1, Effort::Exhaustive(n), LeverSet::Switches, &[], go_on).expect("it pulls")
    };
    let mut pulled = pull(&scenario, 40);
    let effort = Effort::Exhaustive(40);
    levers::hold(&mut pulled, &scenario, ChoiceSet::Alone, (1, effort), LeverSet::Switches, go_on)
        .expect("it pulls");
    let pulled = pulled.levers;
    let variants = Variants::of(&scenario, ChoiceSet::Alone).run;
    let each = ChoiceSet::Alone.each(40, variants.len(), [40, 100]);
    assert!(pulled[0].effects.iter().all(|e| e.survival.is_none()));
    let patient = pulled[1].effect("realised_depth").and_then(|e| e.survival).expect("held");
    // A more patient laggard lowers the text (specification §5.3): under every choice.
    assert_eq!((patient.choices, patient.holds), (1 + variants.len() as u64, 1 + variants.len() as u64));
    assert!(patient.is_finding() && patient.range.is_some_and(|r| r.high < 0.0), "{patient:?}");
    let by_hand =
        variants.iter().map(|v| pull(&v.scenario, each).levers[1].change("realised_depth").expect("defined"));
    let least = by_hand.fold(pulled[1].change("realised_depth").expect("defined"), f64::min);
    assert_eq!(patient.range.map(|r| r.low), Some(least));
    let heads = pulled[2].effect("realised_depth").and_then(|e| e.survival).expect("held");
    assert_eq!(heads.choices, variants.len() as u64, "under heads it is no change");
}

/// A comparison is held against choices that are made in both cases; of what only one case has, nothing breaks.
#[test]
fn comparisons_are_held_against_the_choices() {
    let said = |settings: &[&str]| {
        let arguments = ["compare", "least-ambitious-law", "-n", "40", "--json", "--choices", "alone"];
        let json = printed(plenary(arguments.iter().chain(settings)));
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let lines = json["lines"].as_array().expect("lines").clone();
        let depth = lines.into_iter().find(|line| line["measure"] == "realised_depth").expect("depth");
        depth["choices"].clone()
    };
    // A more patient laggard lowers the text (specification §5.3): under every choice.
    let patient = said(&["--set", "countries.Asteria.tactic.beta=x0.2"]);
    let case = Scenario::load(teaching("least-ambitious-law")).expect("a sound scenario");
    assert_eq!(patient["choices"], 1 + Variants::of(&case, ChoiceSet::Alone).run.len());
    assert_eq!((&patient["holds"], &patient["finding"]), (&patient["choices"], &true.into()));
    assert!(patient["high"].as_f64().is_some_and(|high| high < 0.0), "{patient}");
    // The agenda setter's protocol has neither the chair's moves nor its weights.
    let other = said(&["--set", "protocol=AgendaSetter()"]);
    assert!(other["choices"].as_u64() < patient["choices"].as_u64(), "{other}");
    let words = printed(plenary([
        "compare",
        "least-ambitious-law",
        "median-voter",
        "-n",
        "20",
        "--choices",
        "alone",
    ]));
    assert!(words.contains("sign holds"), "{words}");
}

/// What `robustness` says of a case with three declared choices, one of which moves nothing but the label.
#[test]
fn robustness_says_what_each_choice_moves() {
    let mut scenario = Scenario::load(teaching("least-ambitious-law")).expect("a sound case");
    let own = [
        ("line", "thresholds.lcd_index", ["0.5", "0.99"]),
        ("weigh", "protocol.weigh", ["Heads", "Materiality"]),
    ];
    for (name, parameter, values) in own {
        let values = values.map(str::to_owned).to_vec();
        let choice = DeclaredChoice { parameter: parameter.to_owned(), values, why: String::new() };
        scenario.choices.set(name, choice);
    }
    assert!(scenario.problems().is_empty(), "{:?}", scenario.problems());
    let case = Case::new(scenario).expect("it compiles");
    let answer = case.run(60, 1).expect("a number that is allowed");
    let plan = RobustnessPlan { choices: ChoiceSet::Alone, seed: 1, levers: None };
    let found = robustness(&case, answer.summary().clone(), plan, go_on).expect("it runs");
    assert!(!found.is_interrupted);
    let names: Vec<&str> = found.effects.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["line: 0.5", "line: 0.99", "weigh: Heads"], "the base has Materiality already");
    // By hand: the change of each measure is the difference of the means of two runs on the same draws.
    for effect in &found.effects {
        let (choice, value) = effect.name.split_once(": ").expect("a name and a value");
        let parameter = own.iter().find(|(name, ..)| *name == choice).expect("declared").1;
        let changed = choices::changed(case.scenario(), &[(parameter.to_owned(), value.to_owned())]);
        let changed = Case::new(changed.expect("it fits")).expect("it compiles");
        let other = changed.run(60, 1).expect("it runs");
        let depth = |s: &plenary::study::Summary| s.depth.realised.mean.expect("measured");
        let expected = depth(other.summary()) - depth(answer.summary());
        let change = effect.change("realised_depth").expect("measured").mean.expect("defined");
        assert!((change - expected).abs() < 1e-12, "{}: {change} {expected}", effect.name);
        if choice == "line" {
            assert!(change == 0.0, "where the line is drawn moves no text");
        }
    }
    // The figures' ranges contain the run's own.
    let choices = found.summary.choices.as_ref().expect("run");
    let (range, depth) = (choices.range("depth").expect("defined"), found.summary.depth.adopted.mean);
    assert!(depth.is_some_and(|x| range.low <= x && x <= range.high));
}

/// Interrupted, it keeps what was done and says so.
#[test]
fn robustness_can_be_interrupted_anywhere() {
    let case = Case::load(teaching("least-ambitious-law")).expect("a sound case");
    let answer = case.run(20, 1).expect("a number that is allowed");
    let plan = RobustnessPlan {
        choices: ChoiceSet::Alone,
        seed: 1,
        levers: Some((levers::LeverSet::Treatments, 40)),
    };
    for after in [1, 5, 40, 80, 200] {
        let mut told = 0;
        let found = robustness(&case, answer.summary().clone(), plan, |_| {
            told += 1;
            if told >= after { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let found = found.expect("it runs");
        let screen = plenary::report::screen::Screen::new(plenary::language::Language::English, 80);
        let said = plenary::report::robustness::render(case.scenario(), &found, screen);
        assert!(said.contains("negotiations of the case as it is"), "{after}: {said}");
        assert_eq!(found.summary.choices.is_none(), said.contains("Interrupted"), "{after}: {said}");
    }
}

/// Declared choices are checked where they stand.
#[test]
fn declared_choices_must_make_sense() {
    let text = fs::read_to_string(teaching("least-ambitious-law")).expect("shipped");
    let with = |choices: &str| {
        let end = text.rfind(')').expect("a record");
        let text = format!("{}    choices: {{{choices}}},\n)", &text[..end]);
        match Scenario::parse("t", &text) {
            Ok(scenario) => {
                scenario.problems().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            }
            Err(error) => crate::support::explained(&error),
        }
    };
    assert_eq!(with("\"a\": (parameter: \"defaults.theta\", values: [\"0.1\"])"), "");
    for (choices, expected) in [
        ("\"a\": (parameter: \"defaults.thet\", values: [\"0.1\"])", "theta"),
        ("\"a\": (parameter: \"defaults.theta\", values: [\"much\"])", "much"),
        ("\"a\": (parameter: \"defaults.theta\", values: [\"7.0\"])", "makes no sense"),
        ("\"a\": (parameter: \"defaults.theta\", values: [])", "no values"),
        (
            "\"a\": (parameter: \"defaults.theta\", values: [\"0.1\"]), \"b\": (parameter: \"defaults.theta\", values: [\"0.2\"])",
            "as another one is",
        ),
    ] {
        let said = with(choices);
        assert!(said.contains(expected), "{choices}\n{said}");
    }
}
