//! `plenary explain`: narrates one negotiation.

use crate::cli::failure::Result;
use clap::Args;

use super::{CaseArgs, screen};
use plenary::{
    model::Model,
    negotiation::Negotiator,
    report::{
        identity,
        narration::{Epilogue, Narration, Story},
        screen::Screen,
    },
    say,
    scenario::Scenario,
};

/// Screens that a narration may fill before it is told in brief.
const SCREENS: usize = 2;

/// Narrate one negotiation: why it came out so, in five sentences, then round by round.
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
    /// Tell only the rounds in which something turned [default where all would fill more than two screens]
    #[arg(long, conflicts_with = "full")]
    brief: bool,
    /// Tell every round
    #[arg(long)]
    full: bool,
}

impl ExplainArgs {
    pub fn execute(self) -> Result<u8> {
        let (_, scenario) = self.case.load_to_negotiate()?;
        let model = super::compile(&scenario)?;
        super::replicate(self.replicate)?;
        let screen = screen::of(&scenario);
        let heading = say!(
            screen.language,
            "account-heading",
            replicate = self.replicate.to_string(),
            seed = self.seed.to_string(),
            hash = scenario.hash(),
            version = env!("CARGO_PKG_VERSION")
        );
        let heading =
            screen.wrap(&identity::title(screen.language, &scenario), "") + &screen.wrap(&heading, "");
        let story = narrate(&scenario, &model, self.seed, self.replicate, screen);
        let told = if self.is_brief(&story) {
            let note = say!(screen.language, "account-see-all");
            format!("{}\n{}", story.brief, screen.wrap(&note, ""))
        } else {
            story.whole
        };
        super::print_stdout(&format!("{heading}\n{}\n{told}", story.why))
    }

    /// Whether it is told in brief: as is asked for, else where all would not fit.
    fn is_brief(&self, story: &Story) -> bool {
        let too_long = || {
            let room = screen::height().map(|height| SCREENS * height);
            room.is_some_and(|room| story.whole.lines().count() > room)
        };
        self.brief || (!self.full && too_long())
    }
}

/// Simulates one replicate and narrates it.
pub fn narrate(scenario: &Scenario, model: &Model, seed: u64, replicate: u64, screen: Screen) -> Story {
    let mut negotiator = Negotiator::new(model, seed);
    let mut narration = Narration::new(scenario, screen);
    let mut outcome = negotiator.negotiate(replicate, &mut narration);
    outcome.without_laggards = negotiator.without_laggards();
    narration.finish(&Epilogue { model, outcome: &outcome })
}
