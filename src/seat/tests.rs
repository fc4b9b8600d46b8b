//! Words, records, and programs that misbehave.

use std::{collections::BTreeMap, time::Duration};

use super::*;
use crate::{
    model::Model,
    negotiation::{Negotiator, Progress, Refusal, Saying, Seats, Situation, Spoken, Voice},
    outcome::Outcome,
    scenario::Scenario,
    text::{ClauseId, Value},
};

const CASE: &str = r#"(
    format: 1,
    title: "three",
    clauses: {
        "cuts": Ambition(title: "Emission cuts", status_quo: 0, words: [(0.0, "nothing"), (0.5, "half"), (1.0, "all of them")]),
        "seat": Options(status_quo: "Bonn", options: {"Bonn": (), "New York": ()}),
    },
    countries: {
        "A": (positions: {"cuts": 0.2, "seat": {"Bonn": 1, "New York": 0}}),
        "B": (positions: {"cuts": 0.4, "seat": {"Bonn": 0, "New York": 1}}),
        "C": (positions: {"cuts": 0.9, "seat": {"Bonn": 0, "New York": 1}}),
    },
)"#;

fn model() -> Model {
    Model::compile(&Scenario::parse("case", CASE).expect("a case")).expect("sound")
}

fn play(model: &Model, seats: &mut Seats<'_>) -> Outcome {
    let mut negotiator = Negotiator::new(model, 1);
    let session = negotiator.open(0, &mut ());
    while session.step_with(&mut (), seats) == Progress::Continues {}
    session.outcome().expect("it has ended")
}

#[test]
fn clauses_and_values_are_found_by_the_words_that_people_write() {
    let model = model();
    let cuts = |value| (ClauseId::new(0), value);
    for (words, expected) in [
        ("cuts .3", cuts(Value::point(0.3))),
        ("Emission CUTS half", cuts(Value::point(0.5))),
        ("1 all", cuts(Value::point(1.0))),
        ("cuts: 0.2-0.4", cuts(Value::Interval { lo: 0.2, hi: 0.4 })),
        ("cuts 30%", cuts(Value::point(0.3))),
        ("seat new york", (ClauseId::new(1), Value::option(1))),
        ("2 \"Bonn\"", (ClauseId::new(1), Value::option(0))),
    ] {
        assert_eq!(clause_and_value(&model, words), Ok(expected), "{words}");
    }
    for words in
        ["", "cats .3", "cuts", "cuts 1.5", "cuts NaN", "cuts 0.4-0.2", "seat 0.3", "seat Rome", "cuts -1"]
    {
        assert!(clause_and_value(&model, words).is_err(), "{words}");
    }
    let refusal = clause_and_value(&model, "cats .3").expect_err("no such clause").to_string();
    assert!(refusal.contains("cuts"), "{refusal}");
}

/// Each field is read or refused on its own: what is sound counts beside what is not.
#[test]
fn what_is_not_understood_is_refused_and_the_rest_counts() {
    let model = model();
    let read = |line: &str| protocol::read_line(&model, line);
    let said = read(
        r#"{"demand": 0.7, "ask": {"cuts": 0.3, "nope": 1}, "propose": {"seat": "New York"}, "walk": true}"#,
    );
    let said = said.expect("an object");
    assert_eq!((said.demand, said.wishes), (Some(0.7), vec![(ClauseId::new(0), Value::point(0.3))]));
    assert_eq!(said.proposals, [(ClauseId::new(1), Value::option(1))]);
    assert_eq!(said.unreadable.len(), 2, "{:?}", said.unreadable);
    for line in ["", "[]", "3", "{\"demand\": NaN}", "{", "null"] {
        assert!(matches!(read(line), Err(Refusal::Unreadable(_))), "{line}");
    }
}

/// What counted is written so that it is read again to the last bit.
#[test]
fn a_record_is_read_as_it_was_written() {
    let model = model();
    let said = Saying {
        demand: Some(0.1 + 0.2),
        wishes: vec![(ClauseId::new(0), Value::point(1.0 / 3.0))],
        proposals: vec![
            (ClauseId::new(0), Value::Interval { lo: 0.1 + 0.2, hi: 0.7 }),
            (ClauseId::new(1), Value::option(1)),
        ],
        walks_out: Some(false),
        calls_vote: true,
        answer: Some(crate::negotiation::Answer::Abstain),
        unreadable: Vec::new(),
    };
    let spoken =
        Spoken { round: 3, seat: Voice::Country(1), said: said.clone(), refused: vec![Refusal::NoSay] };
    let heading = Heading {
        plenary: "0".to_owned(),
        scenario: "h".to_owned(),
        seed: 1,
        replicate: 2,
        seats: BTreeMap::from([("B".to_owned(), "you".to_owned())]),
    };
    let file = Record::write(&model, &heading, &[spoken]);
    let record = Record::read(&model, "r", &file).expect("sound");
    assert_eq!(record.heading, Some(heading));
    let mut expected = Script::default();
    expected.write(3, said);
    assert_eq!(record.script_of(Voice::Country(1)), expected);
    assert_eq!(record.script_of(Voice::Country(0)), Script::default());
    for (line, problem) in [
        ("{", "line 1"),
        (r#"{"round": 0, "say": {}}"#, "from 1"),
        (r#"{"round": 1}"#, "say"),
        (r#"{"round": 1, "seat": "X", "say": {}}"#, "no seat"),
        (r#"{"round": 1, "say": {"demand": "x"}}"#, "demand"),
        (r#"{"round": 1, "say": {}, "says": 1}"#, "says"),
    ] {
        let error = Record::read(&model, "r", line).expect_err("unsound").to_string();
        assert!(error.contains(problem), "{line}: {error}");
    }
}

/// A program that misbehaves is named and ended; the model decides for its seat from then on, and the negotiation is the same as
/// without it where it never said anything that counts.
#[cfg(unix)]
#[test]
fn programs_that_misbehave_are_replaced() {
    let model = model();
    let plain = play(&model, &mut Seats::default());
    for (program, why) in [
        ("sleep 60", "did not answer within"),
        ("true", "it has ended"),
        ("sh -c 'read line; exit 3'", "it has ended"),
        ("sh -c 'echo broken >&2; read line; exit 3'", "it has ended"),
        ("cat /dev/zero", "more than"),
        ("yes", "no JSON"),
        ("sh -c 'read line; echo hello; sleep 60'", "no JSON"),
        ("sh -c 'read line; echo []; sleep 60'", "no JSON object"),
        (r#"sh -c 'read line; echo "{\"demand\": NaN}"; sleep 60'"#, "no JSON"),
        (r#"sh -c 'read line; echo "{}"; echo "{}"; sleep 60'"#, "without being asked"),
        ("sh -c 'read line; printf \"\\377\\n\"; sleep 60'", "UTF-8"),
    ] {
        let process = Process::start(program, Duration::from_millis(400)).expect("it starts");
        let mut seats = Seats::default();
        seats.take(&model, Voice::Country(2), Box::new(process)).expect("free");
        let begun = std::time::Instant::now();
        assert_eq!(play(&model, &mut seats), plain, "{program}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{program}");
        let lost: Vec<&Refusal> = seats.spoken.iter().flat_map(|spoken| &spoken.refused).collect();
        let said = format!("{lost:?}");
        // Whoever speaks before it is asked may be heard before, or taken to answer the next question and then be silent.
        let out_of_turn = ["without being asked", "did not answer within"];
        let is_named = said.contains(why) || out_of_turn.iter().any(|why| said.contains(why));
        assert!(lost.len() == 1 && is_named, "{program}: {said}");
        assert!(said.contains(program.split(' ').next().expect("a word")), "{said}");
    }
    assert!(Process::start("no-such-program-anywhere", Duration::from_secs(1)).is_err());
    assert!(Process::start("", Duration::from_secs(1)).is_err());
}

/// What a program says counts as if it had been said here; its record gives the same negotiation without it.
#[cfg(unix)]
#[test]
fn a_record_gives_the_same_negotiation_without_the_program() {
    let model = model();
    let program = r#"sh -c 'while read line; do echo "{\"demand\": 0.95, \"ask\": {\"cuts\": 0.1}, \"propose\": {\"cuts\": 0.15}, \"x\": 1}"; done'"#;
    let process = Process::start(program, Duration::from_secs(10)).expect("it starts");
    let mut seats = Seats::default();
    seats.take(&model, Voice::Country(0), Box::new(process)).expect("free");
    let expected = play(&model, &mut seats);
    assert!(seats.spoken[0].said.demand.is_some());
    let heading = Heading {
        plenary: String::new(),
        scenario: String::new(),
        seed: 1,
        replicate: 0,
        seats: BTreeMap::new(),
    };
    let file = Record::write(&model, &heading, &seats.spoken);
    let record = Record::read(&model, "r", &file).expect("sound");
    let mut again = Seats::default();
    again.take(&model, Voice::Country(0), Box::new(record.script_of(Voice::Country(0)))).expect("free");
    assert_eq!(play(&model, &mut again), expected);
    assert_eq!(Record::write(&model, &heading, &again.spoken).lines().count(), file.lines().count());
    let plain = play(&model, &mut Seats::default());
    assert_ne!(plain, expected);
}

/// What a delegate is shown is JSON, and of others it is what they say.
#[test]
fn a_situation_is_a_line_of_json() {
    let model = model();
    let mut lines = Vec::new();
    {
        let mut seats = Seats::default();
        let looks = |situation: &Situation<'_>| {
            lines.push(protocol::situation(situation));
            Saying::default()
        };
        seats.take(&model, Voice::Country(1), Box::new(looks)).expect("free");
        play(&model, &mut seats);
    }
    let last: serde_json::Value = serde_json::from_str(lines.last().expect("rounds")).expect("JSON");
    assert_eq!(last["seat"], "B");
    assert_eq!(last["wants"]["cuts"]["value"], 0.4);
    assert!(last["last"]["round"].as_u64().is_some_and(|round| round > 0));
    assert!(lines.iter().all(|line| !line.contains('\n')));
}

/// Whatever is typed or sent, it is read or refused: pieces of sound lines in any order, and characters that are none.
#[test]
fn whatever_is_typed_or_sent_is_read_or_refused() {
    let model = model();
    let pieces = [
        "ask",
        "propose",
        "pass",
        "cuts",
        "seat",
        "1",
        "2",
        ".3",
        "0.2-0.4",
        "1e999",
        "NaN",
        "-",
        "–",
        "\"",
        "{",
        "}",
        "[0.1,2]",
        "\"ask\":",
        "\"demand\":",
        "\"propose\":",
        "null",
        "half",
        "New York",
        ":",
        ",",
        "%",
        "é",
        "中",
        "\u{202e}",
        "\u{0}",
        " ",
        "walk out",
        "demand",
        "99999999999999999999",
    ];
    let mut number = crate::random::endless("typed");
    for _ in 0..20_000 {
        let line: String = (0..(number() * 9.0) as usize)
            .map(|_| pieces[(number() * pieces.len() as f64) as usize])
            .collect();
        let spaced = line.replace(':', " ");
        for line in [&line, &spaced] {
            let _ = command::read(&model, line);
            let _ = protocol::read_line(&model, line);
            let _ = Record::read(&model, "r", line);
        }
    }
}

/// A line is a command, or the nearest word is named.
#[test]
fn commands_are_read_or_the_nearest_is_named() {
    use command::{Command, Page};
    let model = model();
    for (line, expected) in [
        ("", Command::Pass(1)),
        ("pass 3", Command::Pass(3)),
        ("OBJECT", Command::Object),
        ("walk out", Command::WalkOut),
        ("demand .8", Command::Demand(Some(0.8))),
        ("demand default", Command::Demand(None)),
        ("ask cuts half", Command::Ask(ClauseId::new(0), Value::point(0.5))),
        ("propose 2 new", Command::Propose(ClauseId::new(1), Value::option(1))),
        ("instructions", Command::Show(Page::Instructions)),
    ] {
        assert_eq!(command::read(&model, line), Ok(expected), "{line}");
    }
    for (line, named) in [
        ("objct", "object"),
        ("pas", "pass"),
        ("pass -1", "whole number"),
        ("demand 2", "0 to 1"),
        ("walk in", "walk out"),
        ("object now", "stands alone"),
        ("ask cust .3", "cuts"),
        ("ask seat Bon ton", "Bonn"),
    ] {
        let refusal = command::read(&model, line).expect_err(line).to_string();
        assert!(refusal.contains(named), "{line}: {refusal}");
    }
}
