//! `plenary check`: validates a scenario and prints how it was understood.

use crate::cli::failure::Result;
use clap::Args;

use super::CaseArgs;
use plenary::report::overview;

/// Validate a scenario without running it, and print how it was understood.
#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    case: CaseArgs,
}

impl CheckArgs {
    pub fn execute(self) -> Result<u8> {
        let (written, scenario) = self.case.load_to_negotiate()?;
        let model = super::compile(&scenario)?;
        let shown = plenary::scenario::Scenario { switches: written.switches, ..scenario };
        super::print_stdout(&overview::render(&shown, &model))
    }
}
