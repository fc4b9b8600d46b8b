//! Answers on screens of every width, in both languages: no line is wider than the screen, and no column is lost in silence.

use std::{ops::ControlFlow, path::Path};

use plenary::{
    Case,
    analysis::Analysis,
    language::Language,
    model::Model,
    negotiation::Negotiator,
    report::{
        analysis, comparison, levers as words,
        narration::{Epilogue, Narration},
        overview,
        screen::Screen,
    },
    scenario::Scenario,
    study::{
        comparison::{compare, compared},
        levers::{self, Effort, LeverSet},
    },
};
use unicode_width::UnicodeWidthStr;

use crate::support::{self, command, printed};

const WIDTHS: [usize; 4] = [60, 80, 100, 140];

/// Every shipped scenario, with its name.
fn shipped() -> Vec<(String, Scenario)> {
    let files = support::every_scenario().into_iter();
    files.map(|file| (file.display().to_string(), Scenario::load(&file).expect("sound"))).collect()
}

/// No line is wider than the screen, but for a single word that is.
fn fits(what: &str, text: &str, width: usize) {
    for line in text.lines().filter(|line| line.width() > width) {
        let words = line.split_whitespace().count();
        assert!(words == 1, "{what} at {width}:\n{line}");
    }
}

/// Holds what `render` makes against each width in each language.
fn at_each_width(what: &str, render: impl Fn(Screen) -> String) {
    for (language, ..) in Language::ALL {
        for width in WIDTHS {
            fits(what, &render(Screen::new(language, width)), width);
        }
    }
}

#[test]
fn cases_checked_and_analysed() {
    for (name, scenario) in shipped() {
        let analysed = Analysis::of(&scenario);
        at_each_width(&name, |screen| analysis::render(&scenario, &analysed, screen));
        if scenario.is_body() {
            continue;
        }
        let model = Model::compile(&scenario).expect("sound");
        at_each_width(&name, |screen| overview::render(&scenario, &model, true, screen));
    }
}

#[test]
fn cases_told() {
    for (name, scenario) in shipped().into_iter().filter(|(_, scenario)| !scenario.is_body()) {
        let model = Model::compile(&scenario).expect("sound");
        at_each_width(&name, |screen| {
            let mut narration = Narration::new(&scenario, screen);
            let outcome = Negotiator::new(&model, 1).negotiate(0, &mut narration);
            let story = narration.finish(&Epilogue { model: &model, outcome: &outcome });
            story.why + &story.whole + &story.brief
        });
    }
}

#[test]
fn levers_pulled_and_cases_compared() {
    for (name, scenario) in shipped().into_iter().filter(|(_, scenario)| !scenario.is_body()) {
        if scenario.countries.len() > 12 && !name.ends_with("un-ai-dialogue-2025-zh.ron") {
            continue;
        }
        let effort = Effort::Race { most: 32, small: None };
        let go_on = |_| ControlFlow::Continue(());
        let pulled = levers::pull(&scenario, 1, effort, LeverSet::All, &[], go_on).expect("it pulls");
        at_each_width(&name, |screen| words::render(&scenario, &pulled, 1, screen));
        for (language, ..) in Language::ALL {
            let all = words::render(&scenario, &pulled, 1, Screen::new(language, 60).with_whole_tables(true));
            let levers = pulled.levers.iter().skip(1);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            let all = bare(&all);
            let missing: Vec<String> = levers
                .map(|lever| lever.name_in(language))
                .filter(|name| !all.contains(&bare(name)))
                .collect();
            assert!(missing.is_empty(), "{name} in {language}: {missing:?}");
        }
        let models = [Model::compile(&scenario).expect("sound"), Model::compile(&scenario).expect("sound")];
        let measures = compared(&models[0], &models[1], &[]).expect("known");
        let found = compare(models.each_ref(), &measures, 1, 16, |_| ControlFlow::Continue(()));
        let called = [name.as_str(), name.as_str()];
        at_each_width(&name, |screen| comparison::render(&scenario, &scenario, called, &found, screen));
    }
}

/// Where there is no room for a column that is said, and the whole table has it.
#[test]
fn what_is_left_out_is_said() {
    let case = Case::load(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/plastics-treaty.ron"));
    let case = case.expect("sound");
    let checked = |screen| overview::render(case.scenario(), case.model(), true, screen);
    let narrow = checked(Screen::new(Language::English, 60));
    assert!(narrow.contains("need a wider screen: --wide shows them."), "{narrow}");
    let whole = checked(Screen::new(Language::English, 60).with_whole_tables(true));
    assert!(!whole.contains("--wide") && whole.contains("taken over"), "{whole}");
}

/// COLUMNS is respected; a pipe is as wide as a file.
#[test]
fn the_width_is_that_of_the_screen() {
    let widest = |columns: Option<&str>| {
        let mut command = command();
        command.args(["check", "starter"]).env_remove("COLUMNS");
        if let Some(columns) = columns {
            command.env("COLUMNS", columns);
        }
        let text = printed(command.output().expect("it runs"));
        text.lines().map(UnicodeWidthStr::width).max().expect("lines")
    };
    assert!(widest(Some("60")) <= 60 && widest(None) <= 100 && widest(None) > 60);
    assert!(widest(Some("nonsense")) == widest(None) && widest(Some("0")) == widest(None));
}

#[test]
fn no_control_sequence_reaches_a_terminal_that_wants_none() {
    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        for arguments in [&["run", "starter", "-n", "20"][..], &["check", "no-such"], &["no-such-command"]] {
            let output = command().args(arguments).env(variable, value).output().expect("it runs");
            assert!(![output.stdout, output.stderr].concat().contains(&0x1b), "{arguments:?}");
        }
    }
}

#[test]
fn shells_and_manuals_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(support::plenary(["completions", shell]));
        assert!(["levers", "explain", "wide"].iter().all(|word| script.contains(word)), "{shell}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let said = printed(command().arg("man").arg(folder.path()).output().expect("it runs"));
    assert!(said.contains("pages"), "{said}");
    for page in ["plenary.1", "plenary-run.1", "plenary-explain.1", "plenary-completions.1"] {
        let text = std::fs::read_to_string(folder.path().join(page)).expect(page);
        assert!(text.contains(".TH") && text.contains("plenary"), "{text}");
    }
    assert!(printed(support::plenary(["man"])).contains("plenary"));
}

#[test]
fn what_is_missing_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |arguments: &[&str]| {
        let output = command().args(arguments).current_dir(folder.path()).output().expect("it runs");
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    std::fs::create_dir(folder.path().join("empty")).expect("a folder");
    let said = refused(&["verify", "empty"]);
    let commands = ["run", "sweep", "levers", "compare", "sensitivity", "discover", "backtest"];
    assert!(commands.iter().all(|command| said.contains(command)), "{said}");
    for path in
        ["teaching/deadlock", "teaching/deadlock.ron", "scenarios/teaching/deadlok", "teaching/deadlok"]
    {
        assert!(refused(&["run", path]).contains("\"deadlock\""), "{path}");
    }
    assert!(refused(&["new", "x", "--from", "teaching/deadlok"]).contains("\"deadlock\""));
}
