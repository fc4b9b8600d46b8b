//! Which levers a case has, and which of those that were asked for do not apply to it.

use super::{LeverSet, LeverSource, NotApplicable};
use crate::{
    language::Language,
    model::Model,
    scenario::{Scenario, Switch},
    study::treatments::{Question, Treatment, standard},
};

/// A lever before it is pulled.
pub struct Candidate {
    pub source: LeverSource,
    pub name: String,
    pub asks: String,
    /// The same in any language, of what is tried on any case.
    pub question: Option<Question>,
    /// The hash of the changed case.
    pub hash: String,
    /// Its case among [`Candidates::cases`]; none where it changes nothing.
    pub case: Option<usize>,
}

/// The levers of a case.
#[derive(Default)]
pub struct Candidates {
    /// The scenario's switches in its order, then the standard treatments.
    pub levers: Vec<Candidate>,
    /// Each changed case once, though several levers lead to it.
    pub cases: Vec<Model>,
    /// What does not fit the case.
    pub not_applicable: Vec<NotApplicable>,
    /// Whether nothing is drawn in any of the cases.
    pub are_certain: bool,
    hashes: Vec<String>,
}

impl Candidates {
    /// Those of a scenario, as far as they are wanted.
    pub fn of(scenario: &Scenario, which: LeverSet, wanted: impl Fn(LeverSource, &str) -> bool) -> Self {
        let mut found = Self { are_certain: true, ..Self::default() };
        let own = scenario.hash();
        if which != LeverSet::Treatments {
            for (name, switch) in
                scenario.switches.iter().filter(|(name, _)| wanted(LeverSource::Switch, name))
            {
                found.flip(scenario, &own, (name, switch));
            }
        }
        if which != LeverSet::Switches {
            let treatments = standard(scenario).into_iter();
            for Treatment { name, asks, scenario } in
                treatments.filter(|t| wanted(LeverSource::Treatment, &t.name))
            {
                let words = asks.words(Language::English);
                found.add(&own, (name, words, Some(asks)), &scenario);
            }
        }
        found
    }

    fn flip(&mut self, scenario: &Scenario, own: &str, (name, switch): (&str, &Switch)) {
        let (name, asks) = (name.to_owned(), switch.asks.clone());
        match scenario.with_switches([name.as_str()]) {
            Ok(scenario) => self.add(own, (name, asks, None), &scenario),
            Err(error) => self.leave_out(LeverSource::Switch, name, asks, error.to_string()),
        }
    }

    /// Adds a lever with its name and question: a switch, or what is tried on any case, whose question is known in any language.
    fn add(
        &mut self,
        own: &str,
        (name, asks, question): (String, String, Option<Question>),
        scenario: &Scenario,
    ) {
        let source = if question.is_some() { LeverSource::Treatment } else { LeverSource::Switch };
        let hash = scenario.hash();
        let known = self.hashes.iter().position(|h| *h == hash);
        let case = match known {
            _ if hash == own => None,
            Some(known) => Some(known),
            None => match Model::compile(scenario) {
                Ok(model) => {
                    self.are_certain &= scenario.is_certain();
                    self.cases.push(model);
                    self.hashes.push(hash.clone());
                    Some(self.cases.len() - 1)
                }
                Err(error) => return self.leave_out(source, name, asks, error.to_string()),
            },
        };
        self.levers.push(Candidate { source, name, asks, question, hash, case });
    }

    fn leave_out(&mut self, source: LeverSource, name: String, asks: String, why: String) {
        self.not_applicable.push(NotApplicable { source, name, asks, why });
    }
}
