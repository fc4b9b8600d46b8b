//! `plenary levers`: what would have lifted the text?

use clap::Args;
use miette::{IntoDiagnostic, Result};

use super::{Case, Sampling};
use plenary::{
    report::levers as table,
    study::{MAX_REPLICATES, levers},
};

/// Flip each of a scenario's switches in turn, on the same draws.
#[derive(Args)]
pub struct Levers {
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    sampling: Sampling,
}

impl Levers {
    pub fn execute(self) -> Result<u8> {
        let (written, changed) = self.case.load_to_negotiate()?;
        let scenario = plenary::scenario::Scenario { switches: written.switches, ..changed };
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES / 1000)?;
        let pulled =
            super::on_threads(self.sampling.threads, || levers::pull(&scenario, self.sampling.seed, n))?;
        let pulled = pulled.map_err(|e| miette::miette!("{e}"))?;
        if self.sampling.json {
            return super::say(&(serde_json::to_string_pretty(&pulled).into_diagnostic()? + "\n"));
        }
        super::say(&table::render(&scenario, &pulled, n, self.sampling.seed))
    }
}
