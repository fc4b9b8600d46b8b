//! The chair's single negotiating text, as settings.

use serde::{Deserialize, Serialize};

use super::{Draft, Floor, MAX_ROUNDS, Proceedings, Requirement, Settings};
use crate::field::{leaves, record, settings};

leaves!(Score);
settings!(Acceptance { Annealing(Annealing) } Greedy);

record! {
    /// Settings of the single negotiating text.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SingleText {
        /// T ≥ 1: rounds until the deadline; one change is proposed in each.
        rounds: u32 = 600,
        /// The text is put to the rule every so many rounds, and at the deadline.
        attempt_every: u32 = 10,
        /// Where the first text comes from: the status quo, unless said; of options without one, nothing.
        draft: Draft = Draft::StatusQuo,
        /// Standard deviation of a proposed change of a clause, above 0.
        change: f64 = 0.1,
        /// Change of utility, above 0, from which a party's answer is strong: ±2 instead of ±1.
        strong: f64 = 0.05,
        /// When the chair takes a proposal up.
        accept: Acceptance = Acceptance::default(),
        /// What the floor may do to the text before it is put to a vote.
        #[serde(skip_serializing_if = "Floor::is_closed")]
        floor: Floor = Floor::default(),
    }
}

/// When the chair takes a proposal up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Acceptance {
    /// If it hurts nobody and helps somebody (the default).
    #[default]
    Greedy,
    /// If it improves the score; else with a probability that falls as the score falls and as time passes.
    Annealing(Annealing),
}

record! {
    /// Settings of annealing.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Annealing {
        /// Temp > 0 at the start, in units of the score; it falls to 0 in a straight line.
        temperature: f64 = 0.1,
        /// What the chair looks at.
        score: Score = Score::default(),
    }
}

/// What an annealing chair looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Score {
    /// The sum of the parties' answers, each from −2 to +2 (the default).
    #[default]
    Answers,
    /// The least surplus of any party.
    LeastSurplus,
}

impl Settings for SingleText {
    fn proceedings(&self) -> Proceedings {
        Proceedings {
            attempt_every: self.attempt_every,
            holding_out: true,
            floor: self.floor,
            ..Proceedings::at_reservation(self.rounds)
        }
    }

    fn draft(&self) -> Draft {
        self.draft.clone()
    }

    fn requirements(&self) -> Vec<Requirement<'_>> {
        let mut requirements = vec![
            Requirement::count("rounds", self.rounds, MAX_ROUNDS),
            Requirement::count("attempt_every", self.attempt_every, MAX_ROUNDS),
            Requirement::number(&["change"], "the chair's change", self.change, 0.001, 1.0),
            Requirement::positive(&["strong"], "the change that is answered strongly", self.strong),
        ];
        if let Acceptance::Annealing(annealing) = self.accept {
            let path = &["accept", "temperature"];
            requirements.push(Requirement::positive(path, "the temperature", annealing.temperature));
        }
        requirements.push(Requirement::Draft { field: "draft", draft: &self.draft });
        requirements
    }
}
