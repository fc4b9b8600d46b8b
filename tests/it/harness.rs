//! What a scenario file goes through, whatever is in it: read, explained where it is wrong, compiled and negotiated for a
//! little where it is sound. Shared by the bounded runs in `shell.rs` and by the fuzz targets in `fuzz/`.

use plenary::{
    language::Language,
    model::Model,
    negotiation::Negotiator,
    null::Null,
    outcome::{Label, Outcome},
    protocol::Protocol,
    report::{
        answer,
        narration::{Epilogue, Narration},
        overview,
        screen::Screen,
    },
    scenario::Scenario,
    study::Accumulator,
    text::Value,
};

/// Cells of countries × clauses that are negotiated; larger rooms are only read.
const MOST_CELLS: usize = 4_000;
/// Rounds and moves that are made.
const MOST_ROUNDS: u32 = 3;

/// Reads a file's text: a sound one survives being written out and read again, one that is not is explained.
pub fn read(text: &str) -> Option<Scenario> {
    let scenario = match Scenario::parse("input.ron", text) {
        Ok(scenario) => scenario,
        Err(error) => {
            let explained = crate::support::explained(&error);
            assert!(!explained.trim().is_empty());
            return None;
        }
    };
    let written = scenario.as_file();
    let again = Scenario::parse("again.ron", &written).unwrap_or_else(|e| {
        panic!("what was written out cannot be read: {}\n{written}", crate::support::explained(&e))
    });
    assert_eq!(again.hash(), scenario.hash());
    let _ = scenario.cautions(Language::English);
    Some(scenario)
}

/// Negotiates a sound scenario a few rounds, tells and sums up what came out, asks every null model.
pub fn negotiate(scenario: &Scenario) {
    let cells = scenario.countries.len() * scenario.clauses.len().max(1);
    if scenario.is_body() || cells > MOST_CELLS {
        return;
    }
    let scenario = shortened(scenario);
    // A vote that came after the new deadline.
    if !scenario.problems().is_empty() {
        return;
    }
    let case = plenary::Case::new(scenario).expect("a sound scenario compiles");
    let (scenario, model) = (case.scenario(), case.model());
    assert!(!overview::render(scenario, model, true, Screen::of_file(Language::English)).is_empty());
    let mut accumulator = Accumulator::new(&case, 1);
    let mut negotiator = Negotiator::new(model, 1);
    for replicate in [0, 77] {
        let mut narration = Narration::new(scenario, Screen::of_file(Language::English));
        let mut outcome = negotiator.negotiate(replicate, &mut narration);
        assert_one_text(&outcome, model);
        outcome.nulls = Null::ALL.into_iter().filter_map(|null| negotiator.under(null)).collect();
        let story = narration.finish(&Epilogue { model, outcome: &outcome });
        assert!(!story.why.is_empty() && !story.whole.is_empty() && !story.brief.is_empty());
        accumulator.add(&outcome);
    }
    let summary = accumulator.summarise();
    assert!(!answer::render(Language::English, scenario, &summary, "", 100).is_empty());
}

/// The same scenario with a near deadline.
fn shortened(scenario: &Scenario) -> Scenario {
    let mut short = scenario.with_switches([]).unwrap_or_else(|_| scenario.clone());
    if let Some(rounds) = short.protocol.rounds_mut() {
        *rounds = (*rounds).min(MOST_ROUNDS);
    }
    if let Protocol::ChairRevisions(chair) | Protocol::ClauseByClause(chair) = &mut short.protocol {
        chair.moves_per_round = chair.moves_per_round.map(|most| most.min(MOST_ROUNDS));
    }
    short
}

/// A text with every clause in [0, 1], low end first, and a label that agrees with how it ended.
pub fn assert_one_text(outcome: &Outcome, model: &Model) {
    assert_eq!(outcome.text.0.len(), model.clauses().len());
    for (value, clause) in outcome.text.0.iter().zip(model.clauses()) {
        match *value {
            Value::Interval { lo, hi } => {
                assert!((0.0..=1.0).contains(&lo) && lo <= hi && hi <= 1.0, "from {lo} to {hi}");
            }
            // Of options without a status quo, a text that was not adopted may leave all.
            option @ Value::Option(_) => {
                let is_open = !outcome.conclusion.adopted() && option == clause.status_quo;
                assert!(clause.offers(option) || is_open, "{option:?}");
            }
        }
    }
    let failed = matches!(outcome.label, Label::Deadlock | Label::WalkOut);
    assert_eq!(failed, !outcome.conclusion.adopted());
    for x in [outcome.depth, outcome.guaranteed_depth, outcome.realised_depth] {
        assert!((0.0..=1.0).contains(&x), "depth {x}");
    }
    assert!(outcome.parties.iter().all(|p| p.gain.is_finite() && p.gain.abs() <= 1.0 + 1e-9));
}
