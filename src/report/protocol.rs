//! Sentences that describe the protocol and its first draft.

use super::number::{of, point};
use crate::{
    protocol::{Acceptance, ChairRevisions, Draft, Protocol, Score, SingleText},
    scenario::Scenario,
};

/// Two sentences: how the text is revised, and what the first draft is.
pub fn sentences(scenario: &Scenario) -> [String; 2] {
    let how = match &scenario.protocol {
        Protocol::ChairRevisions(c) => revisions(c, "The chair revises for up to"),
        Protocol::ClauseByClause(c) => {
            revisions(c, "Clause by clause, each of which must carry on its own, the chair revises for up to")
        }
        Protocol::SponsorsText(s) => format!(
            "The sponsor defends its text and gives way only as far as it must; all others ask for what they would settle for. {} at most.",
            of(s.rounds as usize, "round", "rounds")
        ),
        Protocol::AgendaSetter(_) => {
            "The agenda setter makes one offer, the best for itself of those that would carry: take it or leave it."
                .to_owned()
        }
        Protocol::SingleText(s) => single_text(s),
        Protocol::Compromise => {
            "The text is the compromise, put to the room once: take it or leave it.".to_owned()
        }
    };
    [how, format!("The first draft is {}.", draft(scenario))]
}

fn revisions(c: &ChairRevisions, opening: &str) -> String {
    let moves: Vec<&str> = c.moves.iter().map(|m| m.word()).collect();
    format!(
        "{opening} {}, {} a round; it {}.",
        of(c.rounds as usize, "round", "rounds"),
        of(c.moves_per_round as usize, "move", "moves"),
        moves.join(", ")
    )
}

fn single_text(s: &SingleText) -> String {
    let accept = match s.accept {
        Acceptance::Greedy => "that hurts nobody and helps somebody".to_owned(),
        Acceptance::Annealing(a) => {
            let score = match a.score {
                Score::Answers => "the sum of the parties' answers",
                Score::LeastSurplus => "the least surplus of any party",
            };
            format!("that raises {score}, or by annealing from temperature {}", point(a.temperature))
        }
    };
    format!(
        "The chair proposes one change of one text in each of {} (± {} on a clause) and takes up any {accept}; every {} it puts the text to the room.",
        of(s.rounds as usize, "round", "rounds"),
        point(s.change),
        of(s.attempt_every as usize, "round", "rounds"),
    )
}

fn draft(scenario: &Scenario) -> String {
    match scenario.protocol.draft() {
        Draft::Mean => "the mean of ideals, weighted by materiality and salience".to_owned(),
        Draft::Sponsor(name) => format!("what {} wants", scenario.title_of(&name)),
        Draft::Recognised => "what a drawn party wants".to_owned(),
        Draft::StatusQuo => "what holds without a text".to_owned(),
        Draft::AgreedLanguage => "language agreed before".to_owned(),
        Draft::Given(_) => "as given".to_owned(),
    }
}
