//! `plenary levers`: what would have lifted the text?

use clap::Args;
use miette::{IntoDiagnostic, Result};

use super::Case;
use plenary::{
    report::levers as table,
    study::{MAX_REPLICATES, levers},
};

/// Flip each of a scenario's switches in turn, on the same draws.
#[derive(Args)]
pub struct Levers {
    #[command(flatten)]
    case: Case,
    /// How many negotiations for each switch
    #[arg(short = 'n', long, default_value_t = 1000)]
    replicates: u64,
    /// The master seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Worker threads; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document instead of a table
    #[arg(long)]
    json: bool,
}

impl Levers {
    pub fn execute(self) -> Result<u8> {
        let (written, changed) = self.case.load()?;
        let scenario = plenary::scenario::Scenario {
            switches: written.switches,
            ..changed
        };
        let n = super::replicates(self.replicates, MAX_REPLICATES / 1000)?;
        let pulled = super::on_threads(self.threads, || levers::pull(&scenario, self.seed, n))?;
        let pulled = pulled.map_err(|e| miette::miette!("{e}"))?;
        if self.json {
            return super::say(&(serde_json::to_string_pretty(&pulled).into_diagnostic()? + "\n"));
        }
        super::say(&table::render(&scenario, &pulled, n, self.seed))
    }
}
