//! `plenary analyse`: what could be agreed and who can stop it, without negotiating.

use crate::cli::failure::{IntoFailure, Result};
use clap::Args;

use super::Case;
use plenary::{analysis::Analysis, report::analysis};

/// Say what could be agreed, who can stop it and who has how much power, without negotiating.
#[derive(Args)]
pub struct Analyse {
    #[command(flatten)]
    case: Case,
    /// Print one JSON document instead of an answer in words
    #[arg(long)]
    json: bool,
}

impl Analyse {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load()?;
        let analysed = Analysis::of(&scenario);
        if self.json {
            return super::say(&(serde_json::to_string_pretty(&analysed).into_failure()? + "\n"));
        }
        super::say(&analysis::render(&scenario, &analysed))
    }
}
