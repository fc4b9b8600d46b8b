//! `plenary lift`: how much of what would bring a measure to a target?

use std::{ops::ControlFlow, path::PathBuf};

use clap::Args;

use super::{
    CaseArgs, SamplingArgs, interrupt, notes,
    progress::TerminalProgress,
    result_folder::{ResultFolder, manifest},
};
use crate::cli::failure::{Failure, Result};
use plenary::{
    report::lift as words,
    say,
    scenario::Scenario,
    shell,
    study::{
        MAX_REPLICATES,
        choices::ChoiceSet,
        levers::Pulse,
        lift::{self, CONTENDERS, LiftError, Lifted, Search, Target},
        store::Manifest,
    },
};

/// Find the smallest dose of each lever that brings a measure to a target, and the cheapest ways to it by one, two or three
/// levers together, on the same draws.
///
/// What a whole dose of a lever costs is stated in the scenario, as in costs: {"failure": 2.0, "us-absent": 5.0}, by the
/// lever's name, its kind or a parameter; where nothing is said it is 1, which only counts doses.
#[derive(Args)]
pub struct LiftArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// What is to be reached: a measure, <, <=, > or >=, and a number, as in "lcd < 0.1", "depth > 0.4" or "adopted >= 90%"
    #[arg(long, value_name = "TARGET")]
    to: Option<String>,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// How many levers enter combinations, those that bring the measure nearest for what they cost; 0 for no combinations
    #[arg(long, value_name = "LEVERS", default_value_t = CONTENDERS, value_parser = contenders)]
    contenders: usize,
    /// Try the cheapest way under declared modelling choices, too: each alone, all with mixes of them, or none
    #[arg(long, value_name = "none|alone|all", default_value = "alone")]
    choices: ChoiceSet,
    /// Write tables and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl LiftArgs {
    pub fn execute(self) -> Result<u8> {
        let target = self.target()?;
        let (written, changed) = self.case.load_to_negotiate()?;
        let scenario = Scenario { switches: written.switches, ..changed };
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES / 1000)?;
        notes::warn_of_case(&self.case, &scenario);
        interrupt::listen();
        let folder = self.out.as_deref().map(|dir| ResultFolder::create(dir, &[])).transpose()?;
        let lifted = super::on_threads(self.sampling.threads, || self.lift(&scenario, &target, n))??;
        if let Some(mut folder) = folder {
            folder.table("doses", &lift::levers_table(&lifted))?;
            folder.table("ways", &lift::ways_table(&lifted))?;
            folder.file("scenario.ron", &self.case.as_file(&scenario))?;
            let manifest = manifest("lift", &scenario, self.sampling.seed);
            folder.finish(Manifest { options: self.options(n), ..manifest })?;
        }
        if self.sampling.json {
            super::print_json(&lifted)?;
        } else {
            let case = self.case.as_arguments();
            let options: String =
                self.options(n).iter().map(|word| format!(" {}", shell::quoted(word))).collect();
            let commands = words::Commands {
                again: format!("plenary lift{case}{options} --seed {}", self.sampling.seed),
                run: format!("plenary run{case}"),
            };
            super::print_stdout(&words::render(&scenario, &lifted, &commands, super::screen::of(&scenario)))?;
        }
        if lifted.is_interrupted {
            super::print_stderr(&match lifted.unfinished {
                0 => "Interrupted: not all combinations, or not all choices of modelling, were tried."
                    .to_owned(),
                left => say!(super::language::of(&scenario), "commands-interrupted-levers", n = left),
            });
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    fn target(&self) -> Result<Target> {
        let Some(text) = &self.to else {
            let help = "say what is to be reached, as in --to \"lcd < 0.1\" (fewer than one text in ten a lowest common \
                        denominator), --to \"depth > 0.4\" or --to \"adopted >= 90%\"";
            return Err(Failure::new("lift needs a target".to_owned(), Some(help.into())));
        };
        text.parse()
            .map_err(|error: lift::TargetError| Failure::new(error.to_string(), Some(error.help().into())))
    }

    fn lift(&self, scenario: &Scenario, target: &Target, n: u64) -> Result<Lifted> {
        let search = Search { seed: self.sampling.seed, replicates: n, contenders: self.contenders };
        let mut progress = TerminalProgress::new(0, super::language::of(scenario));
        let mut watch = |pulse: Pulse| {
            progress.add_before(pulse.more, pulse.left);
            if interrupt::requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut lifted = lift::lift(scenario, target, &search, &mut watch).map_err(failure)?;
        if !lifted.is_interrupted {
            lift::hold(&mut lifted, scenario, self.choices, &search, &mut watch).map_err(failure)?;
        }
        progress.finish();
        Ok(lifted)
    }

    /// The words of the command line beside case and seed.
    fn options(&self, n: u64) -> Vec<String> {
        let to = self.to.iter().flat_map(|to| ["--to".to_owned(), to.clone()]);
        let contenders = (self.contenders != CONTENDERS).then(|| format!("--contenders={}", self.contenders));
        let choices =
            (self.choices != ChoiceSet::Alone).then(|| format!("--choices={}", self.choices.name()));
        to.chain(["-n".to_owned(), n.to_string()]).chain(contenders).chain(choices).collect()
    }
}

/// Why nothing was found, with what would help.
fn failure(error: LiftError) -> Failure {
    let help = match &error {
        LiftError::Target(target) => Some(target.help().into()),
        _ => None,
    };
    Failure::new(error.to_string(), help)
}

/// A number of levers whose combinations can be counted.
fn contenders(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|n| *n <= 20).ok_or_else(|| "expected a whole number from 0 to 20".to_owned())
}
