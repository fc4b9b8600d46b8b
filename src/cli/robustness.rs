//! `plenary robustness`: what becomes of the answer under other choices of modelling.

use std::ops::ControlFlow;

use crate::cli::failure::{Result, failure};
use clap::{Args, ValueEnum};

use super::{CaseArgs, SamplingArgs, compile_case, interrupt, notes, progress::TerminalProgress};
use plenary::{
    Case,
    report::robustness as words,
    study::{
        Accumulator, Ensemble, MAX_REPLICATES, Summary,
        choices::ChoiceSet,
        levers::LeverSet,
        robustness::{Robustness, RobustnessPlan, Step, robustness},
    },
};

/// Run the case under every declared choice of modelling that nobody can defend, on the same draws: how far the answer moves,
/// which choice moves it, and which findings keep their sign.
#[derive(Args)]
pub struct RobustnessArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Each choice alone, or all, with mixes of them
    #[arg(long, value_enum, default_value = "all")]
    choices: Which,
    /// Which levers are held against the choices, beside who holds the text down
    #[arg(long, value_enum, default_value = "switches")]
    levers: Levers,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    Alone,
    All,
}

#[derive(Clone, Copy, ValueEnum)]
enum Levers {
    None,
    Switches,
    All,
}

impl RobustnessArgs {
    pub fn execute(self) -> Result<u8> {
        let (written, changed) = self.case.load_to_negotiate()?;
        let scenario = plenary::scenario::Scenario { switches: written.switches, ..changed };
        let case = compile_case(&scenario)?;
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES / 1000)?;
        notes::warn_of_case(&self.case, &scenario);
        interrupt::listen();
        let found = super::on_threads(self.sampling.threads, || self.measure(&case, n))??;
        if self.sampling.json {
            super::print_json(&found)?;
        } else {
            super::print_stdout(&words::render(&scenario, &found, super::screen::of(&scenario)))?;
        }
        if found.is_interrupted {
            super::print_stderr("Interrupted: what is missing was not done.");
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    fn measure(&self, case: &Case, n: u64) -> Result<Robustness> {
        let seed = self.sampling.seed;
        let levers = match self.levers {
            Levers::None => None,
            Levers::Switches => Some((LeverSet::Switches, n)),
            Levers::All => Some((LeverSet::All, n)),
        };
        let choices = match self.choices {
            Which::Alone => ChoiceSet::Alone,
            Which::All => ChoiceSet::All,
        };
        let mut progress = TerminalProgress::new(n);
        let summary = run(case, seed, n, &mut progress);
        let plan = RobustnessPlan { choices, seed, levers };
        let found = robustness(case, summary, plan, |Step { more, left }| {
            progress.add_before(more, left);
            interrupt::poll()
        });
        progress.finish();
        found.map_err(|e| failure!("{e}"))
    }
}

/// The run of the case as it is, or as much of it as there is time for.
fn run(case: &Case, seed: u64, n: u64, progress: &mut TerminalProgress) -> Summary {
    let mut accumulator = Accumulator::new(case, seed);
    let _ = Ensemble::new(case.model(), seed).run(0..n, |outcome| {
        accumulator.add(&outcome);
        progress.add(1);
        if interrupt::requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    accumulator.summarise()
}
