//! The account of a negotiation held against what an observer of its own saw.

use std::collections::BTreeMap;

use plenary::{
    language::Language,
    model::Model,
    negotiation::{Ballot, Negotiator, Observer, View},
    outcome::Outcome,
    report::{
        narration::{Epilogue, Narration, Story},
        screen::Screen,
    },
    scenario::Scenario,
    text::{Text, Value},
};

use crate::support;

/// Each attempt as it was: round, who said no, what each got and asked for, what failure is worth, the text.
#[derive(Default)]
struct Witness {
    draft: Option<Text>,
    attempts: Vec<Attempt>,
}

struct Attempt {
    round: u32,
    carried: bool,
    says_no: Vec<bool>,
    asked: Vec<f64>,
    without: Vec<f64>,
    text: Text,
}

impl Observer for Witness {
    fn draft(&mut self, view: &View<'_>) {
        self.draft = Some(view.text.clone());
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        self.attempts.push(Attempt {
            round: view.round,
            carried,
            says_no: ballot.says_no.clone(),
            asked: view.country_aspirations.to_vec(),
            without: view.parties.reservations.clone(),
            text: view.text.clone(),
        });
    }
}

/// A replicate told, and seen by the witness.
fn told(scenario: &Scenario, replicate: u64) -> (Story, Witness, Outcome) {
    let model = Model::compile(scenario).expect("sound");
    let mut negotiator = Negotiator::new(&model, 1);
    let mut witness = Witness::default();
    negotiator.negotiate(replicate, &mut witness);
    let mut narration = Narration::new(scenario, Screen::new(Language::English, 10_000));
    let outcome = negotiator.negotiate(replicate, &mut narration);
    (narration.finish(&Epilogue { model: &model, outcome: &outcome }), witness, outcome)
}

/// Five parties that care about two clauses alike, nothing drawn and nothing vague: u = 1 − ½(|x − p| + |y − q|).
const ROOM: &str = r#"(format: 1, title: "T", clauses: {"x": Ambition(status_quo: 0.0), "y": Ambition(status_quo: 0.0)},
    countries: {
        "A": (positions: {"x": 0.1, "y": 0.3}), "B": (positions: {"x": 0.3, "y": 0.5}), "C": (positions: {"x": 0.5, "y": 0.2}),
        "D": (positions: {"x": 0.8, "y": 0.9}), "E": (positions: {"x": 1.0, "y": 0.6}),
    },
    uncertainty: (ideals: (high: Exact, medium: Exact, low: Exact, derived: Exact), saliences: Exact, cost_of_failure: Exact,
                  outside_option: Exact, isolation_cost: Exact, patience: Exact),
    protocol: ChairRevisions(moves: [Shift]))"#;
const IDEALS: [(&str, [f64; 2]); 5] =
    [("A", [0.1, 0.3]), ("B", [0.3, 0.5]), ("C", [0.5, 0.2]), ("D", [0.8, 0.9]), ("E", [1.0, 0.6])];

/// u by the definition.
fn utility(ideal: [f64; 2], text: &Text) -> f64 {
    let loss = |(value, p): (&Value, f64)| match value {
        Value::Interval { lo, hi } => ((lo + hi) / 2.0 - p).abs(),
        Value::Option(_) => unreachable!("no options here"),
    };
    1.0 - text.0.iter().zip(ideal).map(loss).sum::<f64>() / 2.0
}

/// A number as it is printed, without the zero before its point.
fn printed(x: f64) -> String {
    format!("{x:.2}").trim_start_matches('0').to_owned()
}

#[test]
fn who_held_out_and_what_each_had_is_as_it_was() {
    let scenario = Scenario::parse("room", ROOM).expect("sound");
    let (story, witness, outcome) = told(&scenario, 0);
    let failed = witness.attempts.iter().rev().find(|attempt| !attempt.carried).expect("one failed");
    let why = &story.why;
    assert!(why.contains(&format!("said no in round {}, the last that failed", failed.round)), "{why}");
    assert!(why.contains(&format!("a text was adopted in round {}", outcome.round)), "{why}");
    let held_out: Vec<usize> = (0..5).filter(|&i| failed.says_no[i]).collect();
    assert!(!held_out.is_empty());
    let mut minded: BTreeMap<&str, usize> = BTreeMap::new();
    let mut named = 0;
    for i in held_out.iter().copied() {
        let (name, ideal) = IDEALS[i];
        let at = |decimals: usize, x: f64| format!("{x:.decimals$}").trim_start_matches('0').to_owned();
        let (got, asked, without) = (utility(ideal, &failed.text), failed.asked[i], failed.without[i]);
        let decimals = (2..=4).find(|d| at(*d, got) != at(*d, asked)).unwrap_or(2);
        let sentence = format!(
            "{name} had {} from the text, asked for {}, and would have had {} from failure",
            at(decimals, got),
            at(decimals, asked),
            at(decimals, without)
        );
        named += usize::from(why.contains(&sentence));
        let distance = |d: usize| match failed.text.0[d] {
            Value::Interval { lo, hi } => ((lo + hi) / 2.0 - ideal[d]).abs(),
            Value::Option(_) => unreachable!("no options here"),
        };
        *minded.entry(if distance(0) >= distance(1) { "x" } else { "y" }).or_default() += 1;
    }
    assert_eq!(named, held_out.len().min(3), "{why}");
    for (clause, times) in minded {
        let counted = format!("{clause} ({times} of {})", held_out.len());
        assert!(
            why.contains(&counted) || (held_out.len() == 1 && why.contains(&format!("turned on {clause}:"))),
            "{why}"
        );
    }
    // Who gained most by the way from the draft, by the definition.
    let draft = witness.draft.expect("a draft");
    let changes: Vec<f64> =
        IDEALS.iter().map(|(_, ideal)| utility(*ideal, &outcome.text) - utility(*ideal, &draft)).collect();
    let most = (0..5).max_by(|a, b| changes[*a].total_cmp(&changes[*b])).expect("five");
    if changes[most] >= 0.005 {
        assert!(why.contains(&format!("{} (+{})", IDEALS[most].0, printed(changes[most]))), "{why}");
    }
    // Who has least to spare in the end.
    let last = witness.attempts.last().expect("it ended");
    let spare = |i: usize| utility(IDEALS[i].1, &last.text) - last.without[i];
    let least = (0..5).min_by(|a, b| spare(*a).total_cmp(&spare(*b))).expect("five");
    assert!(
        why.contains(&format!("{} least more than that: {}.", IDEALS[least].0, printed(spare(least)))),
        "{why}"
    );
}

/// In a room whose members want the ends and cannot afford the middle, no text is acceptable, and that is said; where one
/// exists and is missed, it is named and gives everybody enough.
#[test]
fn whether_an_acceptable_text_existed_is_said() {
    let room = |gain: f64| {
        format!(
            r#"(format: 1, title: "T", clauses: {{"x": Positional(status_quo: 0.5, words: [(0.0, "left"), (1.0, "right")])}},
            countries: {{"A": (outside_option: Gain({gain}), positions: {{"x": 0.0}}), "B": (outside_option: Gain({gain}), positions: {{"x": 1.0}})}},
            defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)))"#
        )
    };
    let scenario = Scenario::parse("room", &room(0.3).replace("Gain(0.3)", "0.3"));
    let scenario = scenario.unwrap_or_else(|e| panic!("{}", support::explained(&e)));
    let (story, _, outcome) = told(&scenario, 0);
    assert!(!outcome.conclusion.adopted());
    assert!(story.why.contains("No clear text existed"), "{}", story.why);
}

/// In brief, each round is told or folded, once, and those that are folded have the same noes as the round before.
#[test]
fn what_is_folded_is_as_it_is_said() {
    for file in support::every_scenario() {
        let scenario = Scenario::load(&file).expect("sound");
        if scenario.is_body() || matches!(scenario.protocol, plenary::protocol::Protocol::ClauseByClause(_)) {
            continue;
        }
        let (story, witness, _) = told(&scenario, 0);
        let mut told: Vec<u32> = Vec::new();
        for line in story.brief.lines() {
            let numbers = |text: &str| -> Vec<u32> {
                let parts = text.split(['–', ' ', ':']).filter(|part| !part.is_empty());
                parts.map_while(|part| part.parse().ok()).collect()
            };
            if let Some(rest) = line.strip_prefix("Rounds ").or_else(|| line.strip_prefix("Round ")) {
                let ends = numbers(rest.split(':').next().expect("a heading"));
                let rounds = ends[0]..=*ends.last().expect("a round");
                if rest.contains(": the same ") {
                    let said = rest.split(": the same ").nth(1).expect("a number");
                    let said = said.split(' ').next().expect("a number").replace("one", "1");
                    for round in rounds.clone() {
                        let place =
                            witness.attempts.iter().position(|a| a.round == round).expect("an attempt");
                        let [before, now] = [place - 1, place].map(|k| &witness.attempts[k].says_no);
                        assert_eq!(before, now, "{} {line}", file.display());
                        let noes = now.iter().filter(|no| **no).count();
                        assert_eq!(said, noes.to_string(), "{} {line}", file.display());
                    }
                }
                let seen = witness.attempts.iter().map(|a| a.round).filter(|round| rounds.contains(round));
                told.extend(seen);
            }
        }
        // A round may have two attempts, as where a vote follows on consensus.
        let mut all: Vec<u32> = witness.attempts.iter().map(|attempt| attempt.round).collect();
        all.dedup();
        told.dedup();
        assert_eq!(told, all, "{}", file.display());
    }
}
