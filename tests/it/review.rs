//! The reviewer of meaning: what `check` says of scenarios that are valid and probably not meant, with its place, and what
//! has no meaning and is refused.

use std::fs;

use plenary::{
    language::Language,
    scenario::{Scenario, locate_notes},
};
use tempfile::TempDir;

use crate::{
    cli::{refused, words},
    messages::rendered,
    support::{command, every_scenario, plenary, printed},
};

/// A sound treaty among three, with this instead of the fragment.
fn treaty(sound: &str, other: &str) -> String {
    let text = r#"(format: 1, title: "t", about: "a?",
 clauses: {"flow": Ambition(status_quo: 0.2), "data": Ambition(status_quo: 0.1, weight: 0.5)},
 countries: {
  "A": (positions: {"flow": (0.2, 0.9), "data": (0.3, 0.3)}),
  "B": (positions: {"flow": (0.9, 0.5), "data": (0.7, 0.5)}),
  "C": (positions: {"flow": (0.6, 0.5)}),
 },
 rule: Consensus,
 uncertainty: (ideals: (medium: Normal(0.1))),
)"#;
    assert_eq!(text.matches(sound).count(), 1, "{sound}");
    text.replace(sound, other)
}

/// All notes on a scenario as they are shown, on one line.
fn notes(text: &str) -> String {
    let scenario = Scenario::parse("t.ron", text).unwrap_or_else(|e| panic!("{}", rendered(&e)));
    let notes = locate_notes("t.ron", text, scenario.notes());
    notes.iter().map(|note| words(rendered(note).as_bytes())).collect::<Vec<_>>().join("\n")
}

/// What its author reads whose scenario is refused, on one line.
fn refusal(text: &str) -> String {
    words(rendered(&Scenario::parse("t.ron", text).expect_err(text)).as_bytes())
}

#[test]
fn the_sound_treaty_is_sound() {
    assert_eq!(notes(&treaty("Consensus", "Consensus")), "");
}

/// Each fragment, what stands in its place, and what is noted: message, place, underlined, advice.
#[test]
fn what_is_probably_not_meant_is_noted() {
    let cases: &[(&str, &str, &[&str])] = &[
        // Names.
        (
            "\"B\": (",
            "\"A \": (",
            &[
                "warning: the country \"A \" can be taken for \"A\": they differ in blanks",
                "t.ron:5:3",
                "also in line 4",
            ],
        ),
        (
            "\"B\": (",
            "\"А\": (",
            &[
                "the country \"А\" can be taken for \"A\": `А` (U+0410) stands for `A` (U+0041)",
                "one of two that look alike",
            ],
        ),
        ("\"B\": (", "\"a\": (", &["they differ in small and capital letters"]),
        (
            "\"B\": (",
            "\"A\u{200b}\": (",
            &["\"A\\u{200b}\" can be taken for \"A\": they differ in a character that cannot be seen"],
        ),
        (
            "\"B\": (",
            "\"New\u{a0}Land\": (",
            &[
                "the name of the country \"New\\u{a0}Land\" holds a blank that is no space (U+00A0)",
                "take it out",
            ],
        ),
        (
            "\"B\": (",
            "\"New Land \": (",
            &["the name of the country \"New Land \" ends with a blank", "t.ron:5:3"],
        ),
        // The rule.
        (
            "rule: Consensus",
            "rule: Unanimity, switches: {\"c-away\": (asks: \"?\", set: {\"countries.C.boycotts\": \"true\"})}",
            &["with the switch \"c-away\": this rule can never carry a text, since C is not there"],
        ),
        // Positions.
        (
            "(0.9, 0.5), \"data\": (0.7, 0.5)",
            "(0.9, 50), \"data\": (0.7, 50)",
            &[
                "saliences of 50 and more stand beside others of 0.9 and less",
                "t.ron:5:35",
                "also in line 5",
                "write them all on one scale",
            ],
        ),
        (
            "clauses: {",
            "clauses: {\"court\": Positional(status_quo: 0),",
            &["nobody has a position on \"court\": what becomes of it concerns nobody", "t.ron:2:12"],
        ),
        (
            "\"C\": (positions: {\"flow\": (0.6, 0.5)})",
            "\"C\": (member_of: {\"Bloc\": 1}, positions: {\"flow\": (0.6, 0.5), \"data\": 0.5})}, blocs: {\"Bloc\": (positions: {\"flow\": 0.7})",
            &[
                "note: nobody reads the positions of Bloc: every member has its own",
                "common: Stated makes the bloc speak for them",
            ],
        ),
        (
            "clauses: {",
            "clauses: {\"court\": Positional(status_quo: 0), \"fees\": Positional(status_quo: 0),",
            &["nobody has a position on \"fees\""],
        ),
        // Thresholds.
        (
            "rule:",
            "thresholds: (substantive: 0.2), rule:",
            &[
                "a text could be a lowest common denominator and substantive at once",
                "LCD texts begin 0.080 below",
                "t.ron:8:28",
            ],
        ),
        ("rule:", "thresholds: (lcd_index: 0), rule:", &["with lcd_index 0 no text goes too far"]),
        (
            "rule:",
            "thresholds: (laggard_share: 1), rule:",
            &["everybody counts as among the least ambitious"],
        ),
        (
            "rule:",
            "thresholds: (carved_salience: 0), rule:",
            &["a text from which nothing was taken can be a carve-out"],
        ),
        ("rule:", "thresholds: (procedural: 0.9), rule:", &["every text that anybody wants decides nothing"]),
        // Switches.
        (
            "rule:",
            "switches: {\"s\": (asks: \"?\", set: {\"rule\": \"Consensus\"})}, rule:",
            &["the switch \"s\" sets what the scenario says already", "changes nothing"],
        ),
        // Voices.
        (
            "\"C\": (",
            "\"C\": (votes: 0, may_object: true, ",
            &["note: C has no votes, and its objection alone blocks", "say opts_out: true"],
        ),
        (
            "\"C\": (",
            "\"C\": (votes: 0, ",
            &[
                "note: C only looks on: without votes nobody may object",
                "may_object: true lets a member without votes object",
            ],
        ),
        // Draws.
        (
            "uncertainty: (ideals: (medium: Normal(0.1))),",
            "",
            &["note: nothing is drawn: all negotiations are alike, and one is enough"],
        ),
    ];
    for (sound, other, says) in cases {
        let told = notes(&treaty(sound, other));
        for word in *says {
            assert!(told.contains(word), "{other}: no {word:?} in\n{told}");
        }
    }
}

/// Who is silent on most clauses, where others are not.
#[test]
fn parties_that_are_silent_on_most_clauses() {
    let text = |of_c: &str| {
        format!(
            r#"(format: 1, title: "t", clauses: {{"a": Ambition(status_quo: 0), "b": Ambition(status_quo: 0), "c": Ambition(status_quo: 0)}},
 countries: {{
  "A": (positions: {{"a": 0.2, "b": 0.3, "c": 0.9}}),
  "B": (positions: {{"a": 0.9, "b": 0.3}}),
  "C": (positions: {{{of_c}}}),
 }}, uncertainty: (saliences: LogNormal(0.1)))"#
        )
    };
    let told = notes(&text("\"b\": 0.4"));
    assert!(
        told.contains("note: C has no position on most of the 3 clauses: those do not concern it"),
        "{told}"
    );
    assert!(told.contains("t.ron:5:3"), "{told}");
    assert_eq!(notes(&text("\"b\": 0.4, \"c\": 0.4")), "");
}

/// What is as it should be is not noted.
#[test]
fn what_may_well_be_meant_is_not_noted() {
    for (sound, other) in [
        // By vote, who is absent need not be there.
        (
            "rule: Consensus",
            "rule: TwoThirds, switches: {\"c\": (asks: \"?\", set: {\"countries.C.boycotts\": \"true\"})}",
        ),
        // Saliences on another scale, but all of them.
        ("(0.2, 0.9), \"data\": (0.3, 0.3)", "(0.2, 0.9), \"data\": (0.3, 0.05)"),
        ("\"B\": (", "\"Côte d’Ivoire\": ("),
        ("\"B\": (", "\"南\u{3000}非\": ("),
        ("uncertainty: (ideals: (medium: Normal(0.1))),", "protocol: SingleText(),"),
        ("uncertainty: (ideals: (medium: Normal(0.1))),", "protocol: ChairRevisions(draft: Recognised),"),
        ("\"C\": (positions", "\"C\": (attendance: 0.5, positions"),
    ] {
        assert_eq!(notes(&treaty(sound, other)), "", "{other}");
    }
}

/// A rule that needs whom it cannot have: by any such rule, whoever is away and however.
#[test]
fn rules_that_can_never_carry() {
    for (rule, out_of_reach) in [
        ("Unanimity", true),
        ("UnanimityWithAbstention", true),
        ("Composed(tests: [(at_least: 3, base: Members)])", true),
        ("WeightedMajority(quota: 3)", true),
        ("ConsensusThenVote(vote: Unanimity)", true),
        ("Consensus", false),
        ("SilenceProcedure", false),
        ("TwoThirds", false),
        ("TwoThirdsOfMembers", false),
    ] {
        for away in ["boycotts: true", "attendance: 0.0"] {
            let text = treaty("rule: Consensus", &format!("rule: {rule}"))
                .replace("\"C\": (", &format!("\"C\": ({away}, "));
            let told = notes(&text);
            let is_told = told.contains("this rule can never carry a text, since C is not there");
            assert_eq!(is_told, out_of_reach, "{rule} where C {away}:\n{told}");
        }
    }
    let opted_out = |rule: &str| {
        treaty("rule: Consensus", &format!("rule: {rule}")).replace("\"C\": (", "\"C\": (opts_out: true, ")
    };
    assert!(
        refusal(&opted_out("Unanimity")).contains("help: opted out: C"),
        "{}",
        refusal(&opted_out("Unanimity"))
    );
    assert_eq!(notes(&opted_out("UnanimityWithAbstention")), "");
    let text = treaty("rule: Consensus", "rule: UnanimityWithAbstention")
        .replace("\"C\": (", "\"C\": (boycotts: true, ");
    assert!(
        notes(&text).contains("members with opts_out: true are left out of this count"),
        "{}",
        notes(&text)
    );
    assert!(
        refusal(&treaty("rule: Consensus", "rule: WeightedMajority(quota: 4)"))
            .contains("impossible quota: 4 of 3 votes")
    );
}

/// What cannot mean anything is refused: sums without end, names without end, settings that undo each other.
#[test]
fn what_has_no_meaning_is_refused() {
    let long = "n".repeat(201);
    for (sound, other, says) in [
        ("(0.9, 0.5)", "(0.9, 9e307)".to_owned(), "B's salience on \"flow\" is 9e307 ━━━━━ at most 1e15"),
        ("\"B\": (", "\"B\": (materiality: 1e300, ".to_owned(), "the materiality of B is 1e300"),
        ("weight: 0.5", "weight: 1e200".to_owned(), "the weight of \"data\" is 1e200"),
        ("\"B\": (", format!("\"{long}\": ("), "the name of the country \"nnnnnnnnnnnnnnnnnnnn…\" has 201 characters"),
        (
            "rule:",
            "switches: {\"s\": (asks: \"?\", set: {\"rule\": \"TwoThirds\", \"rule\": \"Consensus\"})}, rule:".to_owned(),
            "setting \"rule\" is given twice",
        ),
        (
            "rule:",
            "switches: {\"s\": (asks: \"?\", set: {\"countries.A.cost_of_failure\": \"0.3\", \"countries.*.cost_of_failure\": \"0.2\"})}, rule:"
                .to_owned(),
            "switch \"s\" sets countries.A.cost_of_failure and then overwrites it by countries.*.cost_of_failure",
        ),
        (
            "rule:",
            "switches: {\"s\": (asks: \"?\", set: {\"protocol.rounds\": \"40\", \"protocol\": \"ChairRevisions(rounds: 50)\"})}, rule:"
                .to_owned(),
            "sets protocol.rounds and then overwrites it by protocol",
        ),
    ] {
        let told = refusal(&treaty(sound, &other));
        let squeezed = told.replace(" │ ", " ");
        assert!(told.contains(says) || squeezed.contains(says.split(" ━").next().unwrap_or(says)), "{other}:\n{told}");
    }
    // The wider one first: all, and then one of them otherwise.
    let wide = "switches: {\"s\": (asks: \"?\", set: {\"countries.*.cost_of_failure\": \"0.2\", \"countries.A.cost_of_failure\": \"0.3\"})}, rule:";
    assert_eq!(notes(&treaty("rule:", wide)), "");
}

/// A character that cannot be seen between names is called by its name.
#[test]
fn pasted_blanks_are_named() {
    for (blank, what) in [
        ("\u{a0}", "a no-break space (U+00A0) stands here"),
        ("\u{200b}", "a zero-width character (U+200B) stands here"),
        ("\u{3000}", "a blank that is no plain space (U+3000) stands here"),
        ("\u{feff}", "a zero-width character (U+FEFF) stands here"),
    ] {
        let told = refusal(&treaty("\"B\": (", &format!("{blank}{blank}\"B\": (")));
        assert!(told.contains(what) && told.contains("replace it by a plain space"), "{told}");
        assert!(!told.contains("problems"), "told once: {told}");
    }
}

/// Nothing that is shipped has a grave note: what it says is what it means.
#[test]
fn what_is_shipped_means_what_it_says() {
    for path in every_scenario() {
        let scenario = Scenario::load(&path).expect("sound");
        let grave: Vec<String> = scenario
            .notes()
            .iter()
            .filter(|note| note.is_grave)
            .map(|note| note.sentence(Language::English))
            .collect();
        assert_eq!(grave, Vec::<String>::new(), "{}", path.display());
    }
}

/// Members that often stay away keep a text from being carried although all who come want it: how often is exact. A and B come
/// with probability p each, C always: all three with p², two of them with 1 − (1 − p)².
#[test]
fn rules_that_rarely_carry() {
    for (rule, p, share) in [
        ("Unanimity", "0.5", Some("25 %")),
        ("Unanimity", "0.05", Some("less than 1 %")),
        ("Unanimity", "0.75", None), // 56 %
        ("TwoThirdsOfMembers", "0.25", Some("44 %")),
        ("TwoThirdsOfMembers", "0.5", None), // 75 %
        ("WeightedMajority(quota: 3)", "0.25", Some("6 %")),
        ("Composed(tests: [(unit: Population, at_least: 3)])", "0.5", Some("25 %")),
        ("ConsensusThenVote(vote: Unanimity)", "0.5", Some("25 %")),
        ("Consensus", "0.05", None),
        ("SilenceProcedure", "0.05", None),
    ] {
        let mut text = treaty("rule: Consensus", &format!("rule: {rule}"));
        for name in ["A", "B"] {
            text = text.replace(&format!("\"{name}\": ("), &format!("\"{name}\": (attendance: {p}, "));
        }
        let told = notes(&text);
        match share {
            Some(share) => {
                let says = format!(
                    "this rule can carry a text in {share} of negotiations, since A, B do not always come: adopted if"
                );
                assert!(
                    told.contains(&says) && told.contains("needs members that often stay away"),
                    "{told}"
                );
            }
            None => assert!(!told.contains("can carry a text"), "{rule} at {p}:\n{told}"),
        }
    }
    // Too many different counts to be worked out are left alone.
    let countries: String = (0..40)
        .map(|i| {
            format!("\"P{i}\": (attendance: 0.5, population: {}, positions: {{\"flow\": 1}}),", 1_u64 << i)
        })
        .collect();
    let text = format!(
        "(format: 1, title: \"t\", clauses: {{\"flow\": Ambition(status_quo: 0)}}, countries: {{{countries}}},
          rule: Composed(tests: [(unit: Population, at_least: (9, 10))]))"
    );
    let begun = std::time::Instant::now();
    assert!(!notes(&text).contains("can carry a text"));
    assert!(begun.elapsed() < std::time::Duration::from_secs(5));
}

fn in_file(text: &str) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, text).expect("written");
    (folder, path.display().to_string())
}

/// `check` says all of it below the overview; `run` and `levers` say what is grave before they begin, on standard error, where
/// JSON is not disturbed.
#[test]
fn grave_notes_come_before_a_run() {
    let text = treaty("rule: Consensus", "rule: Unanimity").replace("\"C\": (", "\"C\": (boycotts: true, ");
    let (_folder, path) = in_file(&text);
    let says = "warning: this rule can never carry a text, since C is not there";
    assert!(printed(plenary(["check", &path])).contains(says));
    for arguments in [vec!["run", &path, "-n", "2", "--json"], vec!["levers", &path, "-n", "2", "--json"]] {
        let output = plenary(arguments);
        assert!(words(&output.stderr).contains(says), "{}", words(&output.stderr));
        assert!(words(&output.stderr).contains("t.ron:8:8"), "with its place: {}", words(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON alone on standard output");
    }
    // Where settings have changed the case, its places are not those of the file.
    let output = plenary(["run", &path, "-n", "2", "--set", "rule=UnanimityWithAbstention"]);
    let told = words(&output.stderr);
    assert!(told.contains(says) && !told.contains("t.ron:"), "{told}");
}

/// Where nothing is drawn one negotiation is enough, and no interval is printed: not 100 % (99.6–100) of a thousand.
#[test]
fn what_is_certain_is_negotiated_once() {
    let (folder, path) = in_file(&treaty("uncertainty: (ideals: (medium: Normal(0.1))),", ""));
    let told = printed(plenary(["run", &path]));
    assert!(told.contains("1 run, seed 1"), "{told}");
    assert!(words(told.as_bytes()).contains("Nothing in it is drawn: one run says all"), "{told}");
    assert!(
        !told.contains("sampling 2") && !told.contains("100 % (2") && !told.contains("(21–100)"),
        "{told}"
    );
    let out = folder.path().join("out");
    let json = printed(plenary(["run", &path, "-n", "500", "--json", "--out", &out.display().to_string()]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["replicates"], 1);
    assert_eq!((json["adopted"]["low"].as_f64(), json["adopted"]["high"].as_f64()), (Some(1.0), Some(1.0)));
    // Null models that draw are still asked as often as was said.
    let json = printed(plenary(["run", &path, "-n", "50", "--json", "--null", "zero-intelligence"]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["replicates"], 50);
}

/// Whoever stands in the matrix of positions wants what the file says: in the clause's words where they are short, gaps marked.
#[test]
fn the_matrix_of_positions() {
    let text = treaty(
        "\"flow\": Ambition(status_quo: 0.2)",
        "\"flow\": Ambition(status_quo: 0.2, words: [(0.0, \"none\"), (0.6, \"a minimum\"), (1.0, \"far too long a word for a cell\")])",
    );
    let (_folder, path) = in_file(&text);
    let told = printed(plenary(["check", &path]));
    for line in [
        "party  flow                 data",
        "A      .20 (.90)            .30 (.30)",
        "C      .60 a minimum (.50)  –",
    ] {
        assert!(told.contains(line), "no {line:?} in\n{told}");
    }
}

/// A room of 193 is cut to what a screen can hold, unless all of it is asked for; no line is wider than a screen.
#[test]
fn the_matrix_of_a_large_room() {
    let clauses: String =
        (0..9).map(|d| format!("\"clause number {d}\": Ambition(status_quo: 0),")).collect();
    let positions: String = (0..9).map(|d| format!("\"clause number {d}\": (0.5, 0.5),")).collect();
    let countries: String =
        (0..193).map(|i| format!("\"国家 {i}\": (positions: {{{positions}}}),")).collect();
    let (_folder, path) =
        in_file(&format!("(format: 1, title: \"t\", clauses: {{{clauses}}}, countries: {{{countries}}})"));
    let matrix = |output: String| {
        let from = output.find("\nPositions\n").expect("it is there");
        output[from..output.find("\nRules of the game").expect("below")].to_owned()
    };
    let cut = matrix(printed(plenary(["check", &path])));
    assert!(cut.contains("… and 153 parties more: --all shows them."), "{cut}");
    let whole = matrix(printed(plenary(["check", &path, "--all"])));
    assert!(whole.contains("国家 192") && !cut.contains("国家 192"));
    for line in whole.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 110, "{line}");
    }
}

/// Limits are looked at before anything else: 100,000 parties are refused at once.
#[test]
fn too_many_are_refused_at_once() {
    let countries: String = (0..100_000).map(|i| format!("\"c{i}\": (positions: {{\"x\": 0.5}}),")).collect();
    let (_folder, path) = in_file(&format!(
        "(format: 1, title: \"t\", clauses: {{\"x\": Ambition(status_quo: 0)}}, countries: {{{countries}}})"
    ));
    let begun = std::time::Instant::now();
    refused(&plenary(["check", &path]), 1, &["there are 100000 countries", "at most 10000"]);
    // A second in the program as it is shipped; this one is built for tests.
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

/// A mistake that is made 120,000 times on one line is told in time that grows with the file, not with its square.
#[test]
fn what_is_wrong_many_times_is_told_at_once() {
    let many = |entry: &str| entry.repeat(120_000);
    let case = |clause: &str, country: &str, more: &str| {
        format!(
            "(format: 1, title: \"t\", clauses: {{\"c\": Ambition(status_quo: 0, {clause})}}, countries: {{\"A\": ({country}, positions: {{\"c\": 1}}),
              \"B\": (positions: {{\"c\": 0.5}})}}, {more})"
        )
    };
    for (text, says) in [
        (
            case("", "", "")
                .replace("positions: {\"c\": 1}", &format!("positions: {{{}}}", many("\"c\": 1,"))),
            "given twice",
        ),
        (case("", &format!("member_of: {{{}}}", many("\"X\": 1,")), "blocs: {\"X\": ()}"), "given twice"),
        (case(&format!("words: [{}]", many("(0.5, \"w\"),")), "", ""), "do not rise"),
    ] {
        let (_folder, path) = in_file(&text.replace("(, ", "(").replace(", )", ")"));
        let begun = std::time::Instant::now();
        refused(&plenary(["check", &path]), 1, &[says]);
        assert!(begun.elapsed().as_secs() < 10, "{says}: {:?}", begun.elapsed());
    }
}

/// What is nearly right is understood, and told.
#[test]
fn commands_and_numbers_that_are_nearly_right() {
    let cases: &[(&[&str], i32, &[&str])] = &[
        (&["run", "-n", "1e3"], 2, &["invalid value '1e3'", "write it as 1000"]),
        (&["run", "-n", "1,000"], 2, &["write it as 1000"]),
        (&["run", "-n", "-5"], 2, &["invalid value '-5'", "expected a whole number, 0 or more"]),
        (
            &["run", "--seed", "-1"],
            2,
            &["invalid value '-1'", "--seed", "expected a whole number, 0 or more"],
        ),
        (&["explain", "--replicate", "-1"], 2, &["expected a whole number, 0 or more"]),
        (&["rnu"], 2, &["'rnu'", "'run'"]),
        (&["chekc", "x"], 2, &["'check'"]),
        (&["sweeep"], 2, &["'sweep'"]),
        (&["starter"], 2, &["\"starter\" is no command", "plenary run starter"]),
        (&["run", "teaching/deadlock"], 1, &["did you mean \"deadlock\", which is shipped?"]),
        (&["run", "teaching/deadlock.ron"], 1, &["did you mean \"deadlock\""]),
        (&["sweep", "studies/law-of-numbers"], 1, &["did you mean \"law-of-numbers\""]),
    ];
    let folder = TempDir::new().expect("a folder");
    for (arguments, code, says) in cases {
        refused(&command().current_dir(&folder).args(*arguments).output().expect("it runs"), *code, says);
    }
}

/// Of two switches, or two settings, that set the same thing, which is meant?
#[test]
fn settings_that_undo_each_other() {
    let (_folder, path) = in_file(&treaty(
        "rule:",
        "switches: {\"a\": (asks: \"?\", set: {\"rule\": \"TwoThirds\"}), \"b\": (asks: \"?\", set: {\"rule\": \"SimpleMajority\"})}, rule:",
    ));
    for (arguments, says) in [
        (["--switch", "a", "--switch", "b"], "--switch a is without effect: --switch b overwrites rule"),
        (
            ["--set", "countries.A.cost_of_failure=0.3", "--set", "countries.*.cost_of_failure=0.2"],
            "--set countries.A.cost_of_failure=0.3 is without effect: --set countries.*.cost_of_failure=0.2 overwrites",
        ),
        (["--set", "rule=TwoThirds", "--set", "rule=SimpleMajority"], "overwrites rule"),
    ] {
        refused(&plenary(["run", &path].into_iter().chain(arguments)), 1, &[says]);
    }
    // A setting may refine what a switch does.
    printed(plenary(["run", &path, "-n", "1", "--switch", "a", "--set", "rule=SimpleMajority"]));
}

/// Under any protocol the flagship's levers are tried as far as they apply, and the others named.
#[test]
fn levers_that_do_not_apply_are_named() {
    for protocol in [
        "Compromise",
        "AgendaSetter(setter: Recognised)",
        "SponsorsText(sponsor: Recognised)",
        "SingleText()",
    ] {
        let output =
            plenary(["levers", "--set", &format!("protocol={protocol}"), "-n", "2", "--only", "switches"]);
        let told = words(&printed(output).into_bytes());
        assert!(told.contains("Not applicable:") && told.contains("has no protocol."), "{protocol}: {told}");
    }
}
