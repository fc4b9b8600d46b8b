//! `plenary adopted`: the text that was adopted in fact beside the model's.

use clap::Args;

use super::{CaseArgs, SamplingArgs};
use crate::cli::failure::{IntoFailure, Result, failure};
use plenary::{
    backtest::Beside,
    report::adopted::{self as words, Comparison},
    scenario::{Changes, Observed},
};

/// Hold a scenario's runs against the text that was adopted in fact.
///
/// The scenario states where the adopted text stands (`observed`); no setting uses it. Runs are compared clause by clause; then
/// the adopted text itself is tabled: who would support it, who would object, who would vote no.
#[derive(Args)]
pub struct AdoptedArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    sampling: SamplingArgs,
}

/// The results of the command.
#[derive(serde::Serialize)]
struct AdoptedResults<'a> {
    scenario: &'a str,
    #[serde(skip_serializing_if = "Changes::is_empty")]
    changed: &'a Changes,
    hash: String,
    version: &'static str,
    seed: u64,
    replicates: u64,
    adopted: &'a Observed,
    beside: &'a [Beside],
}

impl AdoptedArgs {
    pub fn execute(self) -> Result<u8> {
        let (replicates, seed) =
            (super::replicates(self.sampling.replicates, 1_000_000)?, self.sampling.seed);
        let (_, scenario) = self.case.load_to_negotiate()?;
        let Some(adopted) = scenario.observed.as_ref().filter(|o| !o.clauses.is_empty()) else {
            return Err(failure!(
                help = "state it in the scenario, as in observed: (title: \"…\", clauses: {\"cuts\": (value: 0.3, low: 0.2, \
                        high: 0.4)})",
                "\"{}\" does not say what was adopted in fact",
                scenario.title
            ));
        };
        let beside =
            super::on_threads(self.sampling.threads, || Beside::both(&scenario, adopted, replicates, seed))?;
        let beside = beside.map_err(|e| failure!("{e}"))?;
        let results = AdoptedResults {
            scenario: &scenario.title,
            changed: &scenario.changed,
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            seed,
            replicates,
            adopted,
            beside: &beside,
        };
        super::print_stdout(&if self.sampling.json {
            plenary::printable::json(&results).into_failure()?
        } else {
            let comparison = Comparison { scenario: &scenario, adopted, beside: &beside, replicates, seed };
            {
                let screen = super::screen::of(&scenario);
                words::render(screen.language, &comparison, screen.width())
            }
        })
    }
}
