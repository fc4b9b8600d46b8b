//! `plenary analyse`: shows what could be agreed and who can block it, without simulating.

use crate::cli::failure::Result;
use clap::Args;

use super::CaseArgs;
use plenary::{analysis::Analysis, report::analysis};

/// Show what could be agreed, who can block it and how power is distributed, without simulating.
#[derive(Args)]
pub struct AnalyseArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
}

impl AnalyseArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load()?;
        let analysed = Analysis::of(&scenario);
        if self.json {
            return super::print_json(&analysed);
        }
        super::print_stdout(&analysis::render(&scenario, &analysed, super::screen::of(&scenario)))
    }
}
