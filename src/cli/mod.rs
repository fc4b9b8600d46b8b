//! The command line: one file per command.

mod adopted;
mod analyse;
mod backtest;
mod chart;
mod check;
mod compare;
mod describe;
mod discover;
mod drawing;
mod explain;
mod failure;
mod files;
mod gallery;
mod import;
mod input;
mod interrupt;
mod levers;
mod list;
mod new;
mod nulls;
mod progress;
mod report;
mod result_folder;
mod run;
mod sensitivity;
mod shipped;
mod sweep;

use std::{
    io::{self, Write},
    path::Path,
};

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::{Args, Parser, Subcommand};
use thiserror::Error;

use files::write_new;
use plenary::{
    Case,
    diagnostic::Diagnose,
    model::Model,
    scenario::{Parameter, ParameterError, Scenario},
};
use shipped::ShippedKind;

/// When does a lowest-common-denominator text emerge, why, and what would have lifted it?
#[derive(Parser)]
#[command(name = "plenary", version, about, after_help = "Start with: plenary run")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Run(run::RunArgs),
    Explain(explain::ExplainArgs),
    /// Try each switch and the standard interventions on the same draws: what would have lifted the text?
    Levers(levers::LeversArgs),
    /// Run a study: vary parameters over a design, on one machine or a cluster
    Sweep(sweep::SweepArgs),
    /// Show which factors drive the results of a study
    Sensitivity(sensitivity::SensitivityArgs),
    /// Find the regions of a study's factor space in which an outcome occurs
    Discover(discover::DiscoverArgs),
    /// Compare two cases on the same draws
    Compare(compare::CompareArgs),
    Describe(describe::DescribeArgs),
    Analyse(analyse::AnalyseArgs),
    Chart(chart::ChartArgs),
    Gallery(gallery::GalleryArgs),
    Report(report::ReportArgs),
    Check(check::CheckArgs),
    List(list::ListArgs),
    New(new::NewArgs),
    Import(import::ImportArgs),
    Backtest(backtest::BacktestArgs),
    Adopted(adopted::AdoptedArgs),
}

impl Cli {
    /// Runs the chosen command and returns the exit code.
    pub fn execute(self) -> Result<u8> {
        match self.command {
            Command::Run(run) => run.execute(),
            Command::Explain(explain) => explain.execute(),
            Command::Levers(levers) => levers.execute(),
            Command::Sweep(sweep) => sweep.execute(),
            Command::Sensitivity(sensitivity) => sensitivity.execute(),
            Command::Discover(discover) => discover.execute(),
            Command::Compare(compare) => compare.execute(),
            Command::Describe(describe) => describe.execute(),
            Command::Analyse(analyse) => analyse.execute(),
            Command::Chart(chart) => chart.execute(),
            Command::Gallery(gallery) => gallery.execute(),
            Command::Report(report) => report.execute(),
            Command::Check(check) => check.execute(),
            Command::List(list) => list.execute(),
            Command::New(new) => new.execute(),
            Command::Import(import) => import.execute(),
            Command::Backtest(backtest) => backtest.execute(),
            Command::Adopted(adopted) => adopted.execute(),
        }
    }
}

/// Which scenario to use, and what to change in it.
#[derive(Args)]
pub struct CaseArgs {
    /// A scenario file, or the name of a shipped one (`plenary list`) [default: un-ai-dialogue-2025]
    scenario: Option<String>,
    /// Turn on one of the scenario's documented switches (may be repeated; `plenary check` lists them)
    #[arg(long = "switch", value_name = "NAME")]
    switches: Vec<String>,
    /// Set a parameter, as in --set countries.USA.outside_option=0.15 or --set rule=TwoThirds (may be repeated)
    #[arg(long = "set", value_name = "PARAMETER=VALUE")]
    settings: Vec<String>,
}

/// How many negotiations to simulate, and how.
#[derive(Args)]
pub struct SamplingArgs {
    /// How many negotiations (for `levers`: for each switch; for `backtest`: for each issue or dossier)
    #[arg(short = 'n', long, default_value_t = 1000)]
    replicates: u64,
    /// The master seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Worker threads [default: one per core]; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
}

/// An error in the arguments of a command.
#[derive(Debug, Error)]
pub enum UsageError {
    /// An unknown parameter or switch, or an invalid value.
    #[error("{error}")]
    Parameter {
        /// The cause.
        error: ParameterError,
        /// What was expected, and the closest known name.
        help: String,
    },
    /// A setting without a value.
    #[error("--set {setting} has no value")]
    NoValue {
        /// As given.
        setting: String,
    },
    /// A name that is neither a file nor a shipped scenario.
    #[error("there is no file and no shipped scenario called \"{name}\"")]
    NoSuchScenario {
        /// As given.
        name: String,
        /// A suggestion, such as the closest known name.
        help: String,
    },
    /// The changes make the scenario invalid.
    #[error("the modified scenario is invalid: {problems}")]
    InvalidScenario {
        /// All problems.
        problems: String,
    },
    /// A scenario that only describes a body, given to a command that needs a negotiation.
    #[error("\"{title}\" has no clauses: it describes a body and its rule, with nothing to negotiate")]
    NothingToNegotiate {
        /// Title of the scenario.
        title: String,
    },
    /// A number of replicates outside the allowed range.
    #[error("invalid number of replicates: {given}")]
    InvalidReplicates {
        /// As given.
        given: u64,
        /// The largest number allowed.
        max: u64,
    },
}

impl Diagnose for UsageError {
    fn help(&self) -> Option<String> {
        Some(match self {
            Self::Parameter { help, .. } | Self::NoSuchScenario { help, .. } => help.clone(),
            Self::NoValue { .. } => "write it as --set countries.USA.outside_option=0.15".to_owned(),
            Self::InvalidScenario { .. } => return None,
            Self::NothingToNegotiate { .. } => "plenary analyse shows how power is distributed in it; to \
                 simulate negotiations, copy it (plenary new NAME --from BODY) and add clauses and positions"
                .to_owned(),
            Self::InvalidReplicates { max, .. } => format!("expected a whole number from 1 to {max}"),
        })
    }
}

impl CaseArgs {
    /// The scenario argument, if one was given.
    pub fn scenario(&self) -> Option<&str> {
        self.scenario.as_deref()
    }

    /// Whether neither `--switch` nor `--set` was given.
    pub fn is_unmodified(&self) -> bool {
        self.switches.is_empty() && self.settings.is_empty()
    }

    /// Loads the scenario; returns it as written and with the changes applied.
    pub fn load(&self) -> Result<(Scenario, Scenario)> {
        let written = match self.scenario.as_deref() {
            None => shipped::flagship()?,
            Some(name) if !Path::new(name).exists() && shipped::find(name).is_some() => shipped::load(name)?,
            Some(path) => match shipped::suggestion(path, ShippedKind::Scenario)
                .filter(|_| !Path::new(path).exists())
            {
                Some(help) => return Err(UsageError::NoSuchScenario { name: path.to_owned(), help }.into()),
                None => Scenario::load(path)?,
            },
        };
        let mut changed =
            written.with_switches(self.switches.iter().map(String::as_str)).map_err(parameter_error)?;
        for setting in &self.settings {
            let (parameter, value) =
                setting.split_once('=').ok_or_else(|| UsageError::NoValue { setting: setting.clone() })?;
            let parameter: Parameter = parameter.trim().parse().map_err(parameter_error)?;
            parameter.set(&mut changed, value.trim()).map_err(parameter_error)?;
        }
        let problems = changed.problems();
        if !problems.is_empty() {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(UsageError::InvalidScenario { problems: problems.join("; ") }.into());
        }
        Ok((written, changed))
    }

    /// Same as [`load`](Self::load), but fails if the scenario has no clauses to negotiate.
    pub fn load_to_negotiate(&self) -> Result<(Scenario, Scenario)> {
        let (written, changed) = self.load()?;
        if changed.is_body() {
            return Err(UsageError::NothingToNegotiate { title: changed.title }.into());
        }
        Ok((written, changed))
    }

    /// The command-line arguments that select this case, for use in suggested commands.
    pub fn as_arguments(&self) -> String {
        let mut arguments = String::new();
        for (flag, values) in
            [("", self.scenario.as_slice()), ("--switch ", &self.switches), ("--set ", &self.settings)]
        {
            for value in values {
                arguments.push_str(&format!(" {flag}{}", shell_quoted(value)));
            }
        }
        arguments
    }
}

/// Quotes a word for the shell if it contains special characters.
fn shell_quoted(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_alphanumeric() || "-_./=*".contains(c));
    if plain { word.to_owned() } else { format!("'{word}'") }
}

fn parameter_error(error: ParameterError) -> UsageError {
    let advice = error.advice().map_or_else(String::new, |a| format!("; {a}"));
    let help = format!("expected {}{advice}", error.expected());
    UsageError::Parameter { error, help }
}

/// Compiles a scenario, reporting failure as a diagnostic.
fn compile(scenario: &Scenario) -> Result<Model> {
    Model::compile(scenario).map_err(|e| failure!("{e}"))
}

/// A case to negotiate, made of a scenario.
fn compile_case(scenario: &Scenario) -> Result<Case> {
    Case::new(scenario.clone()).map_err(|e| failure!("{e}"))
}

/// Checks a number of replicates before anything is allocated for it.
fn replicates(given: u64, max: u64) -> Result<u64> {
    if (1..=max).contains(&given) {
        Ok(given)
    } else {
        Err(UsageError::InvalidReplicates { given, max }.into())
    }
}

/// Runs `work` on the given number of threads (default: one per core).
fn on_threads<T: Send>(threads: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T> {
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = threads {
        pool = pool.num_threads(threads.into());
    }
    Ok(pool.build().into_failure()?.install(work))
}

/// Prints to standard output; a closed pipe (`| head`) is not an error.
fn print_stdout(text: &str) -> Result<u8> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        written => written.map(|()| 0).into_failure(),
    }
}

/// Prints a line to standard error, ignoring failures.
fn print_stderr(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
