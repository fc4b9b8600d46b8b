//! A case in which free numbers are set before it is negotiated.

use super::CalibrationError;
use crate::{
    model::Model,
    named::Named,
    negotiation::Negotiator,
    outcome::Outcome,
    random::{Purpose, Seed, Sequence, StreamName},
    scenario::{Parameter, Scenario},
};

/// A case, and the seed of what it draws.
#[derive(Debug)]
pub struct Room {
    scenario: Scenario,
    /// The same without what no negotiation uses.
    bare: Scenario,
    parameters: Vec<Parameter>,
    seed: Seed,
}

impl Room {
    /// Case number `k`. The first draws as a run of it would; cases draw nothing in common.
    pub fn new(scenario: &Scenario, k: usize, parameters: &[Parameter], seed: Seed) -> Self {
        let bare = Scenario {
            switches: Named::default(),
            choices: Named::default(),
            observed: None,
            ..scenario.clone()
        };
        let name =
            StreamName { purpose: Purpose::Calibration, party: format!("case {k}"), clause: String::new() };
        let seed = if k == 0 { seed } else { Sequence::new(seed, &name).number().to_bits() };
        Self { scenario: scenario.clone(), bare, parameters: parameters.to_vec(), seed }
    }

    /// The case as it was given.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The case compiled with these settings. `tried`: the parameter that a refusal names; all where none is.
    ///
    /// # Errors
    /// If it makes no sense with them.
    pub fn model(&self, settings: &[String], tried: Option<usize>) -> Result<Model, CalibrationError> {
        let senseless = |problem: String| {
            let named = |k: usize| tried.is_none_or(|tried| tried == k);
            let named: Vec<usize> = (0..settings.len()).filter(|&k| named(k)).collect();
            let list =
                |of: &dyn Fn(usize) -> String| named.iter().map(|&k| of(k)).collect::<Vec<_>>().join(", ");
            CalibrationError::Senseless {
                parameter: list(&|k| self.parameters[k].to_string()),
                value: list(&|k| settings[k].clone()),
                title: self.scenario.title.clone(),
                problem,
            }
        };
        let mut scenario = self.bare.clone();
        for (parameter, setting) in self.parameters.iter().zip(settings) {
            parameter.set(&mut scenario, setting).map_err(|e| senseless(e.to_string()))?;
        }
        Model::compile(&scenario)
            .map_err(|e| senseless(e.0.first().map_or_else(|| e.to_string(), ToString::to_string)))
    }

    /// Negotiates it once with these settings.
    ///
    /// # Errors
    /// If it makes no sense with them.
    pub fn negotiate(
        &self,
        settings: &[String],
        replicate: u64,
        read: impl FnOnce(&Model, &Outcome),
    ) -> Result<(), CalibrationError> {
        let model = self.model(settings, None)?;
        let outcome = Negotiator::new(&model, self.seed).negotiate(replicate, &mut ());
        read(&model, &outcome);
        Ok(())
    }
}
