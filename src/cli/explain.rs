//! `plenary explain`: one negotiation, told.

use crate::cli::failure::Result;
use clap::Args;

use super::Case;
use plenary::{
    model::Model,
    negotiation::Negotiator,
    report::narration::{Epilogue, Narration},
    study::MAX_REPLICATES,
};

/// Tell one negotiation round by round.
#[derive(Args)]
pub struct Explain {
    #[command(flatten)]
    case: Case,
    /// The master seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Which replicate of `run` with that seed to tell
    #[arg(short, long, default_value_t = 0)]
    replicate: u64,
}

impl Explain {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let model = Model::compile(&scenario).map_err(|e| crate::cli::failure::failure!("{e}"))?;
        super::replicates(self.replicate.saturating_add(1), MAX_REPLICATES)?;
        let mut negotiator = Negotiator::new(&model, self.seed);
        let mut narration = Narration::new(&scenario);
        let mut outcome = negotiator.negotiate(self.replicate, &mut narration);
        outcome.without_laggards = negotiator.without_laggards();
        let heading = format!(
            "{}\nReplicate {} of seed {}, scenario {}, version {}.\n\n",
            scenario.title,
            self.replicate,
            self.seed,
            scenario.hash(),
            env!("CARGO_PKG_VERSION")
        );
        super::say(&(heading + &narration.finish(&Epilogue { model: &model, outcome: &outcome })))
    }
}
