//! `plenary check`: what was understood, without running.

use crate::cli::failure::Result;
use clap::Args;

use super::Case;
use plenary::{model::Model, report::overview};

/// Validate a scenario without running it.
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    case: Case,
}

impl Check {
    pub fn execute(self) -> Result<u8> {
        let (written, scenario) = self.case.load_to_negotiate()?;
        let model = Model::compile(&scenario).map_err(|e| crate::cli::failure::failure!("{e}"))?;
        let shown = plenary::scenario::Scenario { switches: written.switches, ..scenario };
        super::say(&overview::render(&shown, &model))
    }
}
