//! `plenary explain`: narrates one negotiation.

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{CaseArgs, language, screen, sweep};
use plenary::{
    model::Model,
    negotiation::Negotiator,
    report::{
        identity,
        narration::{Epilogue, Narration, Story},
        screen::Screen,
        study as words,
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
    /// Tell of this point of a study, by its number in points.csv: name the study, or the folder of its sweep; its seed and
    /// draws are the study's
    #[arg(long, value_name = "K", conflicts_with_all = ["seed", "switches", "settings"], value_parser = super::words::whole, allow_negative_numbers = true)]
    point: Option<u64>,
    /// Tell only the rounds in which something turned [default where all would fill more than two screens]
    #[arg(long, conflicts_with = "full")]
    brief: bool,
    /// Tell every round
    #[arg(long)]
    full: bool,
}

impl ExplainArgs {
    pub fn execute(self) -> Result<u8> {
        let (scenario, seed, point) = match self.point {
            None => (self.case.load_to_negotiate()?.1, self.seed, None),
            Some(point) => {
                let StudyPoint { scenario, seed, factors } = self.of_study(point)?;
                (scenario, seed, Some(factors))
            }
        };
        let model = super::compile(&scenario)?;
        super::replicate(self.replicate)?;
        let screen = screen::of(&scenario);
        let heading = say!(
            screen.language,
            "account-heading",
            replicate = self.replicate.to_string(),
            seed = seed.to_string(),
            hash = scenario.hash(),
            version = env!("CARGO_PKG_VERSION")
        );
        let heading =
            screen.wrap(&identity::title(screen.language, &scenario), "") + &screen.wrap(&heading, "");
        let heading = heading + &point.map_or_else(String::new, |factors| screen.wrap(&factors, ""));
        let story = narrate(&scenario, &model, seed, self.replicate, screen);
        let told = if self.is_brief(&story) {
            let note = say!(screen.language, "account-see-all");
            format!("{}\n{}", story.brief, screen.wrap(&note, ""))
        } else {
            story.whole
        };
        super::print_stdout(&format!("{heading}\n{}\n{told}", story.why))
    }

    /// The case at a point of a study, as its sweep negotiated it.
    fn of_study(&self, point: u64) -> Result<StudyPoint> {
        let Some(name) = self.case.scenario() else {
            let help = format!("plenary explain results --point {point}");
            return Err(failure!(help = help, "name the study, or the folder of its sweep"));
        };
        let (definition, _) = sweep::load(name)?;
        let (study, points) = (&definition.study, definition.points());
        if point >= points.len() {
            return Err(failure!(
                "there is no point {point}: \"{}\" has 0 to {}",
                study.title,
                points.len() - 1
            ));
        }
        let most = study.until.as_ref().map_or(study.replicates, |until| until.most.max(study.replicates));
        if self.replicate >= most {
            return Err(failure!(
                "there is no replicate {}: each point has 0 to {}",
                self.replicate,
                most - 1
            ));
        }
        let scenario = definition
            .scenario_at(&points, point)
            .map_err(|why| failure!("point {point} makes no sense as a scenario: {why}"))?;
        let language = language::of(&scenario);
        let factors = words::at_point(language, study, &points, point);
        Ok(StudyPoint { scenario, seed: study.seed, factors })
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

/// A point of a study.
struct StudyPoint {
    scenario: Scenario,
    /// The study's seed.
    seed: u64,
    /// The values of its factors, in words.
    factors: String,
}

/// Simulates one replicate and narrates it.
pub fn narrate(scenario: &Scenario, model: &Model, seed: u64, replicate: u64, screen: Screen) -> Story {
    let mut negotiator = Negotiator::new(model, seed);
    let mut narration = Narration::new(scenario, screen);
    let mut outcome = negotiator.negotiate(replicate, &mut narration);
    outcome.without_laggards = negotiator.without_laggards();
    narration.finish(&Epilogue { model, outcome: &outcome })
}
