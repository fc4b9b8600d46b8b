//! What a person reads who made a mistake in a study: the right text underlined, what was expected, and what to write
//! instead; all mistakes at once. And the answers of the commands that work without a folder.

use plenary::study::definition::{Definition, StudyError};

use crate::{
    messages::rendered,
    support::{plenary, printed},
};

const SOUND: &str = r#"(
    format: 1,
    title: "Failure against rules",
    scenario: "least-ambitious-law",
    set: {"protocol.rounds": "40"},
    factors: {
        "countries.*.cost_of_failure": Steps(0.0, 0.3, 4),
        "rule": Values(["Consensus", "TwoThirds"]),
    },
    design: Grid,
    replicates: 200,
    until: (of: Lcd, half_width: 0.05, most: 1600),
    record: [Text],
)
"#;

fn parse(text: &str) -> Result<Definition, StudyError> {
    let law = include_str!("../../scenarios/teaching/least-ambitious-law.ron");
    Definition::parse("study.ron", text, None, |name| (name == "least-ambitious-law").then_some(law))
}

#[test]
fn the_sound_study_is_sound() {
    parse(SOUND).unwrap_or_else(|e| panic!("{}", rendered(&e)));
}

/// Each mistake, and what its message must hold.
#[test]
fn mistakes_are_explained() {
    let cases: [(&str, &str, &[&str]); 22] = [
        (
            "\"countries.*.cost_of_failure\"",
            "\"countries.*.cost_of_falure\"",
            &["unknown parameter", "did you mean \"countries.*.cost_of_failure\"?", "study.ron:7:"],
        ),
        ("\"TwoThirds\"", "\"TwoThird\"", &["\"TwoThird\" does not fit rule", "study.ron:8:"]),
        (
            "scenario: \"least-ambitious-law\"",
            "scenario: \"the-law\"",
            &["there is no scenario \"the-law\"", "study.ron:4:"],
        ),
        ("Steps(0.0, 0.3, 4)", "Range(0.0, 0.3)", &["is a range, and this design needs values"]),
        ("Steps(0.0, 0.3, 4)", "Range(0.3, 0.0)", &["a range from 0.3 to 0", "the smaller first"]),
        ("Steps(0.0, 0.3, 4)", "Steps(0.0, 0.3, 1)", &["1 steps", "at least 2"]),
        (
            "Steps(0.0, 0.3, 4)",
            "Steps(-0.3, -0.1, 4)",
            &["no value of \"countries.*.cost_of_failure\" makes sense"],
        ),
        ("Steps(0.0, 0.3, 4)", "Times(Values([\"a\"]))", &["a word cannot multiply"]),
        ("Steps(0.0, 0.3, 4)", "Values([])", &["there are no values"]),
        ("Steps(0.0, 0.3, 4)", "Step(0.0, 0.3, 4)", &["unknown word `Step`", "`Steps`"]),
        ("Steps(0.0, 0.3, 4)", "[0.0, 0.3]", &["study.ron:7:"]),
        ("design: Grid", "design: LatinHypercube", &["LatinHypercube"]),
        ("design: Grid", "design: Morris(trajectories: 1)", &["1 trajectories", "2 or more"]),
        ("design: Grid", "design: Sobol(points: 100000)", &["100000 Sobol' points", "1 to 65536"]),
        ("design: Grid", "desing: Grid", &["unknown field `desing`", "`design`"]),
        ("replicates: 200", "replicates: 0", &["0 replicates"]),
        ("half_width: 0.05", "half_width: 5", &["a half-width of 5"]),
        ("most: 1600", "most: 100", &["at most 100 replicates, after a first look at 200"]),
        ("[Text]", "[Texts]", &["unknown word `Texts`", "`Text`"]),
        (
            "\"protocol.rounds\": \"40\"",
            "\"protocol.rounds\": \"many\"",
            &["\"many\" does not fit protocol.rounds"],
        ),
        ("format: 1", "format: 2", &["this file says format 2"]),
        ("title: \"Failure against rules\",", "", &["`title` is missing in the study"]),
    ];
    for (sound, wrong, holds) in cases {
        assert_eq!(SOUND.matches(sound).count(), 1, "{sound}");
        let error = parse(&SOUND.replace(sound, wrong)).expect_err(wrong);
        let page = rendered(&error).split_whitespace().collect::<Vec<_>>().join(" ");
        for held in holds {
            assert!(page.contains(held), "{wrong}: no \"{held}\" in\n{}", rendered(&error));
        }
        assert!(page.contains("study.ron"), "{page}");
    }
}

/// All mistakes of meaning come together, in the order of the file.
#[test]
fn all_mistakes_at_once() {
    let text = SOUND
        .replace("cost_of_failure", "cost_of_falure")
        .replace("\"TwoThirds\"", "\"TwoThird\"")
        .replace("replicates: 200", "replicates: 0")
        .replace("\"protocol.rounds\"", "\"protocol.round\"");
    let page = rendered(&parse(&text).expect_err("four mistakes"));
    insta::with_settings!({
        snapshot_path => "../snapshots/messages", prepend_module_to_snapshot => false, omit_expression => true,
    }, {
        insta::assert_snapshot!("study_with_several_problems", page);
    });
}

/// The words of commands that go wrong, for a new user.
#[test]
fn wrong_words() {
    let cases: [(&[&str], &[&str]); 11] = [
        (&["sweep"], &["required", "STUDY"]),
        (&["sweep", "isolation-failure-theta"], &["say where the results go: --out DIR"]),
        (
            &["sweep", "no-such-study", "--out", "x"],
            &["there is no file and no shipped study called", "known:"],
        ),
        (&["sweep", "no/such.ron", "--out", "x"], &["cannot read no/such.ron"]),
        (&["sweep", "isolation-failure-theta", "--out", "x", "--shard", "9/8"], &["is no shard", "3/8"]),
        (
            &["sweep", "isolation-failure-theta", "--out", "x", "--shard", "1/8", "--emit-slurm", "8"],
            &["cannot be used with"],
        ),
        (&["sweep", "merge"], &["DIR"]),
        (&["compare", "least-ambitious-law"], &["there is nothing to compare", "--switch NAME"]),
        (&["discover", "/nowhere"], &["holds no results of a study"]),
        (
            &["explain", "--replicate", "99999999999"],
            &["there is no replicate 99999999999", "numbered from 0, to 999999999 at most"],
        ),
        (&["chart", "ladder", "--replicate", "99999999999"], &["there is no replicate 99999999999"]),
    ];
    for (arguments, holds) in cases {
        let output = plenary(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let words = String::from_utf8_lossy(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        for held in holds {
            assert!(words.contains(held), "{arguments:?}: no \"{held}\" in {words}");
        }
    }
    assert!(!std::path::Path::new("x").exists(), "nothing was written");
}

/// `compare` says of a switch what `levers` says of it, and the mirror image says the opposite.
#[test]
fn comparisons_agree_with_levers() {
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&printed(plenary(arguments))).expect("JSON")
    };
    fn line<'j>(compared: &'j serde_json::Value, measure: &str) -> &'j serde_json::Value {
        let lines = compared["lines"].as_array().expect("lines");
        lines.iter().find(|line| line["measure"] == measure).unwrap_or_else(|| panic!("no line {measure}"))
    }
    let levers = json(&["levers", "least-ambitious-law", "-n", "300", "--exhaustive", "--json"]);
    let levers = levers.as_array().expect("levers");
    assert_eq!(levers[0]["source"], "base");
    assert!(levers.iter().any(|l| l["source"] == "treatment" && l["name"] == "Asteria: away"));
    let lever = levers.iter().find(|l| l["name"] == "laggard-absent").expect("a switch");
    let compared =
        json(&["compare", "least-ambitious-law", "--switch", "laggard-absent", "-n", "300", "--json"]);
    for (line, change) in [
        (line(&compared, "lcd"), "lcd_change"),
        (line(&compared, "realised_depth"), "realised_depth_change"),
        (line(&compared, "guaranteed_depth"), "guaranteed_depth_change"),
    ] {
        for end in ["mean", "low", "high"] {
            let (a, b) = (line["difference"][end].as_f64().unwrap(), lever[change][end].as_f64().unwrap());
            assert!((a - b).abs() < 1e-12, "{change} {end}: {a} and {b}");
        }
    }
    assert!(
        line(&compared, "realised_depth")["difference"]["low"].as_f64().unwrap() > 0.0,
        "without the laggard the text is deeper"
    );
    let treatment = levers.iter().find(|l| l["name"] == "Asteria: away").expect("a treatment");
    assert_eq!(
        treatment["realised_depth_change"], lever["realised_depth_change"],
        "the same change, whoever thought of it"
    );
    let itself = json(&["compare", "least-ambitious-law", "least-ambitious-law", "-n", "50", "--json"]);
    assert_eq!(line(&itself, "realised_depth")["difference"]["mean"], 0.0);
}

/// The description has ODD's seven elements, and says of the case what the case says.
#[test]
fn a_description_has_seven_elements() {
    let text = printed(plenary(["describe"]));
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        [
            "## 1. Purpose and patterns",
            "## 2. Entities, state variables and scales",
            "## 3. Process overview and scheduling",
            "## 4. Design concepts",
            "## 5. Initialisation",
            "## 6. Input data",
            "## 7. Submodels",
        ]
    );
    for concept in [
        "Basic principles",
        "Emergence",
        "Adaptation",
        "Objectives",
        "Learning",
        "Prediction",
        "Sensing",
        "Interaction",
        "Stochasticity",
        "Collectives",
        "Observation",
    ] {
        assert!(text.contains(&format!("- **{concept}.**")), "{concept}");
    }
    for said in [
        "| United States |",
        "Binding rules",
        "60 rounds",
        "adopted if nobody present objects",
        "ideals: (high: Normal(0.05)",
        "Ideal (",
    ] {
        assert!(text.contains(said) || text.contains(&said.replace(": ", ":")), "no \"{said}\" in\n{text}");
    }
    assert!(!text.contains("|  |"), "no empty cell");
    // What is changed is described as changed.
    let changed = printed(plenary(["describe", "--set", "rule=TwoThirds", "--set", "protocol.rounds=30"]));
    assert!(changed.contains("deadline of 30 rounds") && changed != text);
}
