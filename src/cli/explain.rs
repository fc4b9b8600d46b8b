//! `plenary explain`: narrates one negotiation.

use crate::cli::failure::Result;
use clap::Args;

use super::CaseArgs;
use plenary::{
    model::Model,
    negotiation::Negotiator,
    report::{
        identity,
        narration::{Epilogue, Narration},
    },
    scenario::Scenario,
};

/// Narrate one negotiation round by round.
#[derive(Args)]
pub struct ExplainArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// The master seed
    #[arg(long, default_value_t = 1, value_parser = super::words::whole, allow_negative_numbers = true)]
    seed: u64,
    /// Which replicate of `plenary run` with this seed to narrate
    #[arg(short, long, default_value_t = 0, value_parser = super::words::whole, allow_negative_numbers = true)]
    replicate: u64,
}

impl ExplainArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let model = super::compile(&scenario)?;
        super::replicate(self.replicate)?;
        let heading = format!(
            "{}\nReplicate {} of seed {}, scenario {}, version {}.\n\n",
            identity::title(super::language::of(&scenario), &scenario),
            self.replicate,
            self.seed,
            scenario.hash(),
            env!("CARGO_PKG_VERSION")
        );
        super::print_stdout(&(heading + &narrate(&scenario, &model, self.seed, self.replicate)))
    }
}

/// Simulates one replicate and returns its narration.
pub fn narrate(scenario: &Scenario, model: &Model, seed: u64, replicate: u64) -> String {
    let mut negotiator = Negotiator::new(model, seed);
    let mut narration = Narration::new(scenario);
    let mut outcome = negotiator.negotiate(replicate, &mut narration);
    outcome.without_laggards = negotiator.without_laggards();
    narration.finish(&Epilogue { model, outcome: &outcome })
}
