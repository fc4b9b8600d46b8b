//! `plenary describe`: describes the model for a paper.

use crate::cli::failure::Result;
use clap::Args;

use super::CaseArgs;
use plenary::report::odd;

/// Describe the model of a scenario by the ODD protocol, as Markdown for a paper.
#[derive(Args)]
pub struct DescribeArgs {
    #[command(flatten)]
    case: CaseArgs,
}

impl DescribeArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        super::print_stdout(&odd::render(
            &scenario,
            &super::compile(&scenario)?,
            super::language::of(&scenario),
        ))
    }
}
