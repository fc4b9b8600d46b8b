//! Scenario files, what is set in them, and the names they hold.

use plenary::{
    Case,
    language::Language,
    model::Model,
    printable,
    report::{answer, odd, overview, screen::Screen},
    scenario::{Parameter, Scenario},
};

use crate::{harness, seeds};

/// Any text as a scenario file: read or explained; what is read is written and reads back the same.
pub fn read(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| harness::read(text).is_some())
}

/// What can be read can be negotiated.
pub fn negotiate(bytes: &[u8]) -> bool {
    let scenario = std::str::from_utf8(bytes).ok().and_then(harness::read);
    scenario.is_some_and(|scenario| {
        harness::negotiate(&scenario);
        true
    })
}

/// Any text as the name of everything: it forges no line and no mark-up.
pub fn names(bytes: &[u8]) -> bool {
    const FORGED: &str = "FORGED";
    let Ok(name) = std::str::from_utf8(bytes) else { return false };
    if name.len() > 10_000 {
        return false;
    }
    let name = format!("{name}\n{FORGED}|<b>\u{1b}");
    let written = |text: &str| format!("{text:?}").replace("\\0", "\\u{0}");
    let named = |text: String, of: &str| {
        text.replace(&format!("\"{of}\""), &written(&format!("{name}{}", of.trim_start_matches("NAME"))))
    };
    let text = ["NAME", "OTHER", "BLOC", "FIRM"].into_iter().fold(seeds::NAMED.to_owned(), named);
    let scenario = match Scenario::parse("named.ron", &text) {
        Ok(scenario) => scenario,
        Err(error) => {
            assert!(!crate::support::explained(&error).lines().any(|line| line.starts_with(FORGED)));
            return false;
        }
    };
    harness::read(&text);
    let case = Case::new(scenario).expect("a sound scenario compiles");
    let answer = case.run(8, 1).expect("a case runs");
    let summary = answer.summary();
    let json = printable::json(summary).expect("JSON");
    crate::assert_harmless(&json);
    let (scenario, model) = (case.scenario(), case.model());
    let described = odd::render(scenario, model, Language::English);
    for (language, ..) in Language::ALL {
        let screen = Screen::of_file(language);
        let overview = overview::render(scenario, model, true, screen);
        let answer = answer::render(language, scenario, summary, "", screen.width());
        for text in [&overview, &answer, &described] {
            assert!(!text.lines().any(|line| line.starts_with(FORGED)), "{text}");
        }
    }
    let free = described.match_indices("<b>").find(|(at, _)| !described[..*at].ends_with('\\'));
    assert!(free.is_none(), "{described}");
    true
}

/// Lines of `PATH=VALUE`: set or explained; what makes sense afterwards is written, reads back the same, and runs.
pub fn set(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut scenario = seeds::small();
    for line in text.lines().take(20) {
        let Some((path, value)) = line.split_once('=') else { continue };
        let set = path.parse::<Parameter>().and_then(|parameter| parameter.set(&mut scenario, value));
        if let Err(error) = set {
            assert!(!error.to_string().is_empty() && !error.expected().to_string().is_empty());
            let _ = error.advice();
        }
    }
    let sound = scenario.problems().is_empty();
    if sound {
        let written = scenario.as_file();
        let again = harness::read(&written).expect("what makes sense is read");
        assert_eq!(again.hash(), scenario.hash());
        Model::compile(&scenario).expect("what makes sense compiles");
        harness::negotiate(&again);
    }
    sound
}
