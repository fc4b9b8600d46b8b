//! Sentences that describe the protocol and its first draft.

use crate::{
    language::Language,
    protocol::{Acceptance, ChairRevisions, Draft, Protocol, Score, SingleText},
    say,
    scenario::Scenario,
};

/// Two sentences: how the text is revised, and what the first draft is.
pub fn sentences(scenario: &Scenario, language: Language) -> [String; 2] {
    [how(&scenario.protocol, language), draft(scenario, language)]
}

/// How the text moves.
fn how(protocol: &Protocol, language: Language) -> String {
    match protocol {
        Protocol::ChairRevisions(chair) => revisions(chair, "whole", language),
        Protocol::ClauseByClause(chair) => revisions(chair, "clauses", language),
        Protocol::SponsorsText(text) => say!(language, "case-protocol-sponsor", rounds = text.rounds),
        Protocol::AgendaSetter(_) => say!(language, "case-protocol-setter"),
        Protocol::SingleText(text) => single_text(text, language),
        Protocol::Compromise => say!(language, "case-protocol-compromise"),
    }
}

/// What the chair does, with the whole text or clause by clause.
fn revisions(chair: &ChairRevisions, of: &str, language: Language) -> String {
    let moves: Vec<String> =
        chair.moves.iter().map(|mv| say!(language, "case-move", move = format!("{mv:?}"))).collect();
    say!(
        language,
        "case-protocol-revisions",
        of = of,
        rounds = chair.rounds,
        limited = if chair.moves_per_round.is_some() { "yes" } else { "no" },
        limit = chair.moves_per_round.unwrap_or(0),
        moves = moves.join(&say!(language, "list-comma"))
    )
}

fn single_text(text: &SingleText, language: Language) -> String {
    let (accept, temperature) = match text.accept {
        Acceptance::Greedy => ("greedy", 0.0),
        Acceptance::Annealing(a) => match a.score {
            Score::Answers => ("answers", a.temperature),
            Score::LeastSurplus => ("surplus", a.temperature),
        },
    };
    say!(
        language,
        "case-protocol-single",
        rounds = text.rounds,
        change = language.point(text.change),
        accept = accept,
        temperature = language.point(temperature),
        every = text.attempt_every
    )
}

fn draft(scenario: &Scenario, language: Language) -> String {
    let (kind, who) = match scenario.protocol.draft() {
        Draft::Mean => ("mean", String::new()),
        Draft::Sponsor(name) => ("sponsor", scenario.title_of(&name).to_owned()),
        Draft::Recognised => ("drawn", String::new()),
        Draft::StatusQuo => ("status-quo", String::new()),
        Draft::AgreedLanguage => ("agreed", String::new()),
        Draft::Given(_) => ("given", String::new()),
    };
    say!(language, "case-draft", kind = kind, who = who)
}
