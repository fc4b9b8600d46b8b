//! How the text of one negotiation was drafted: round by round what each clause says, who keeps it in brackets, how many
//! object; and how each clause was settled.
//!
//! A clause is in brackets while a voice whose aspiration level is not met would change it first (specification §1). It is
//! settled after the last round that begins so; where a text is adopted, at its adoption at the latest.

use super::course::{Settled, settled};
use crate::{
    model::{Appraisal, Model},
    negotiation::{Ballot, Bracket, Motion, Negotiator, Observer, View},
    outcome::Outcome,
    random::Seed,
    text::{ClauseId, Text, Value},
    voting::{Tally, Vote},
};

/// The text at the start of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftLook {
    /// The round that begins with it; one more than the last for the text at the end.
    pub round: u32,
    /// What it says.
    pub text: Text,
    /// Who keeps what in brackets: a voice of [`Drafting::voices`], the clause, what it would put. In the order of clauses.
    pub brackets: Vec<(usize, ClauseId, Value)>,
    /// What came of putting the text to the rule in this round; none where that was not done.
    pub attempt: Option<DraftAttempt>,
}

/// The text was put to the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftAttempt {
    /// Whether votes were counted, or only objections.
    pub votes_counted: bool,
    /// Countries in favour; of objections, those who let it pass.
    pub yes: usize,
    /// Each country against, by its place in the scenario, with the clause that costs it most.
    pub against: Vec<(usize, Option<ClauseId>)>,
    /// Countries that abstain.
    pub abstain: usize,
    /// Whether the text was carried.
    pub carried: bool,
}

/// A vote on an amendment or on whether a clause stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DraftDivision {
    /// The round.
    pub round: u32,
    /// What was voted on.
    pub clause: ClauseId,
    /// Whether it was an amendment; else whether the clause stays.
    pub is_amendment: bool,
    /// Whether it was carried.
    pub carried: bool,
}

/// How the text was drafted.
#[derive(Clone, Debug)]
pub struct Drafting {
    /// Which replicate.
    pub replicate: u64,
    /// Keys of those who spoke, in the order in which they first kept something in brackets.
    pub voices: Vec<String>,
    /// Every round, and last the text at the end.
    pub looks: Vec<DraftLook>,
    /// Votes on amendments and clauses.
    pub divisions: Vec<DraftDivision>,
    /// The last round that began with the clause in brackets; none where none did.
    pub disputed: Vec<Option<u32>>,
    /// How each clause was settled; none where no text was adopted.
    pub settled: Option<Vec<Settled>>,
    /// How it ended.
    pub outcome: Outcome,
}

impl Drafting {
    /// Negotiates a replicate and writes it down.
    pub fn of(model: &Model, seed: Seed, replicate: u64) -> Self {
        let mut clerk = Clerk {
            draft: None,
            voices: Vec::new(),
            looks: Vec::new(),
            divisions: Vec::new(),
            appraisal: Appraisal::default(),
        };
        let outcome = Negotiator::new(model, seed).negotiate(replicate, &mut clerk);
        let Clerk { draft, voices, mut looks, divisions, .. } = clerk;
        let mut disputed = vec![None; model.clauses.len()];
        for look in &looks {
            look.brackets.iter().for_each(|(_, clause, _)| disputed[clause.index()] = Some(look.round));
        }
        let round = looks.last().map_or(0, |look| look.round) + 1;
        let text = outcome.text.clone();
        let draft = draft.unwrap_or_else(|| text.clone());
        let way = |clause| settled(model, clause, &draft, &text);
        let settled = outcome.conclusion.adopted().then(|| model.clause_ids().map(way).collect());
        looks.push(DraftLook { round, text, brackets: Vec::new(), attempt: None });
        Self { replicate, voices, looks, divisions, disputed, settled, outcome }
    }

    /// How many rounds were played.
    pub fn rounds(&self) -> usize {
        self.looks.len() - 1
    }
}

/// Writes it down.
struct Clerk {
    draft: Option<Text>,
    voices: Vec<String>,
    looks: Vec<DraftLook>,
    divisions: Vec<DraftDivision>,
    appraisal: Appraisal,
}

impl Clerk {
    /// The place of a voice among those who spoke.
    fn place(&mut self, name: &str) -> usize {
        self.voices.iter().position(|known| known == name).unwrap_or_else(|| {
            self.voices.push(name.to_owned());
            self.voices.len() - 1
        })
    }
}

impl Observer for Clerk {
    fn draft(&mut self, view: &View<'_>) {
        self.draft = Some(view.text.clone());
    }

    fn round(&mut self, view: &View<'_>) {
        self.appraisal.judge(&view.voices.preferences, view.text);
        let open = Bracket::open(view.voices, &self.appraisal, view.aspirations);
        let brackets = open.into_iter().map(|bracket| {
            let name = view.voices.name(view.model, bracket.voice);
            (self.place(name), bracket.clause, bracket.wants)
        });
        let brackets = brackets.collect();
        self.looks.push(DraftLook { round: view.round, text: view.text.clone(), brackets, attempt: None });
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        let votes = |vote: Vote| ballot.votes.iter().filter(|v| **v == vote).count();
        let against = (0..ballot.says_no.len()).filter(|&i| ballot.says_no[i]);
        let attempt = DraftAttempt {
            votes_counted: !ballot.asks.for_objections(),
            yes: votes(Vote::Yes),
            against: against.map(|i| (i, ballot.costliest(i))).collect(),
            abstain: votes(Vote::Abstain),
            carried,
        };
        // The package of a text negotiated clause by clause is put to the rule when no round is open.
        if let Some(look) = self.looks.iter_mut().rev().find(|look| look.round <= view.round) {
            look.attempt = Some(attempt);
        }
    }

    fn on_division(&mut self, view: &View<'_>, motion: Motion, _tally: &Tally, carried: bool) {
        let (clause, is_amendment) = match motion {
            Motion::Amend(bracket) => (bracket.clause, true),
            Motion::Keep(clause) => (clause, false),
        };
        self.divisions.push(DraftDivision { round: view.round, clause, is_amendment, carried });
    }
}
