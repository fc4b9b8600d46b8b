//! A case: a scenario together with the model compiled from it, so that neither can be paired with another's.

use std::path::Path;

use thiserror::Error;

use crate::{
    diagnostic::{Diagnose, Excerpt},
    language::Message,
    model::{Model, ModelError},
    scenario::{LoadError, Scenario},
};

/// Why a case cannot be run.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CaseError {
    /// The scenario file cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The scenario is invalid, or there is nothing to negotiate in it.
    #[error(transparent)]
    Model(#[from] ModelError),
}

impl Diagnose for CaseError {
    fn message(&self) -> Message {
        if let Self::Load(error) = self { error.message() } else { self.to_string().into() }
    }

    fn help(&self) -> Option<Message> {
        if let Self::Load(error) = self { error.help() } else { None }
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        if let Self::Load(error) = self { error.excerpt() } else { None }
    }

    fn problems(&self) -> Vec<&dyn Diagnose> {
        if let Self::Load(error) = self { Diagnose::problems(error) } else { Vec::new() }
    }
}

/// A scenario and the model compiled from it.
#[derive(Clone, Debug)]
pub struct Case {
    scenario: Scenario,
    model: Model,
}

impl Case {
    /// Reads, validates and compiles a scenario file.
    ///
    /// # Errors
    /// If the file cannot be read or the scenario is invalid; all problems come together.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, CaseError> {
        Ok(Self::new(Scenario::load(path)?)?)
    }

    /// Reads, validates and compiles a scenario from its text; `file` is the name that messages give it.
    ///
    /// # Errors
    /// As [`Case::load`].
    pub fn parse(file: &str, text: &str) -> Result<Self, CaseError> {
        Ok(Self::new(Scenario::parse(file, text)?)?)
    }

    /// Compiles a scenario.
    ///
    /// # Errors
    /// If it is invalid or has nothing to negotiate; all problems come together.
    pub fn new(scenario: Scenario) -> Result<Self, ModelError> {
        let model = Model::compile(&scenario)?;
        Ok(Self { scenario, model })
    }

    /// The scenario as its author wrote it.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The model compiled from it.
    pub fn model(&self) -> &Model {
        &self.model
    }
}
