//! The command line: one file per command.

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
mod gallery;
mod import;
mod input;
mod interrupt;
mod levers;
mod list;
mod new;
mod out;
mod output;
mod progress;
mod report;
mod run;
mod sensitivity;
mod shipped;
mod sweep;

use std::{
    io::{self, Write},
    path::Path,
};

use crate::cli::failure::{IntoFailure, Result};
use clap::{Args, Parser, Subcommand};
use thiserror::Error;

use output::write_new;
use plenary::diagnostic::Diagnose;
use plenary::scenario::{Parameter, ParameterError, Scenario};
use shipped::Kind;

/// When does a lowest-common-denominator text emerge, why, and what would have lifted it?
#[derive(Parser)]
#[command(name = "plenary", version, about, after_help = "Start with: plenary run")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Negotiate a scenario many times over and answer
    Run(run::Run),
    /// Tell one negotiation round by round
    Explain(explain::Explain),
    /// Flip each switch, and what one would try on any case, on the same draws: what would have lifted the text?
    Levers(levers::Levers),
    /// Run a study: vary parameters over a design, on one machine or a cluster
    Sweep(sweep::Sweep),
    /// Say which factors drive the results of a study
    Sensitivity(sensitivity::Sensitivity),
    /// Find where in the space of a study's factors something happens
    Discover(discover::Discover),
    /// Compare two cases on the same draws
    Compare(compare::Compare),
    /// Describe the model of a scenario by the ODD protocol, for a paper
    Describe(describe::Describe),
    /// Say what could be agreed, who can stop it and who has how much power, without negotiating
    Analyse(analyse::Analyse),
    /// Draw one picture, and write the figures behind it beside it
    Chart(chart::Chart),
    /// Draw every kind of picture on the scenarios that come with the program
    Gallery(gallery::Gallery),
    /// Write one page for a class or an appendix: answer, pictures, tables, a negotiation told, method
    Report(report::Report),
    /// Validate a scenario without running it, and print what was understood
    Check(check::Check),
    /// List the scenarios that come with the program
    List(list::List),
    /// Write a commented scenario to start from
    New(new::New),
    /// Turn a table into a scenario file
    Import(import::Import),
    /// Predict real cases by several models and hold them against what came out
    Backtest(backtest::Backtest),
}

impl Cli {
    /// Does what was asked; returns the exit code.
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
        }
    }
}

/// Which scenario, and what is changed in it.
#[derive(Args)]
pub struct Case {
    /// A scenario file, or the name of a shipped one (`plenary list`) [default: un-ai-dialogue-2025]
    scenario: Option<String>,
    /// Flip one of the scenario's documented switches (may be repeated; `plenary check` lists them)
    #[arg(long = "switch", value_name = "NAME")]
    switches: Vec<String>,
    /// Set a parameter, as in --set countries.USA.outside_option=0.15 or --set rule=TwoThirds (may be repeated)
    #[arg(long = "set", value_name = "PARAMETER=VALUE")]
    settings: Vec<String>,
}

/// How many negotiations, and how they are run.
#[derive(Args)]
pub struct Sampling {
    /// How many negotiations (for `levers`: for each switch; for `backtest`: for each issue or dossier)
    #[arg(short = 'n', long, default_value_t = 1000)]
    replicates: u64,
    /// The master seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Worker threads [default: one for each core]; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document instead of an answer in words
    #[arg(long)]
    json: bool,
}

/// What went wrong with the words of a command.
#[derive(Debug, Error)]
pub enum UsageError {
    /// A parameter or switch that does not fit.
    #[error("{error}")]
    Parameter {
        /// Why.
        error: ParameterError,
        /// What was expected, and the nearest name.
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
        /// The nearest name.
        help: String,
    },
    /// A change that leaves a scenario that makes no sense.
    #[error("with these changes the scenario makes no sense: {problems}")]
    Nonsense {
        /// All problems.
        problems: String,
    },
    /// A body, where a negotiation is wanted.
    #[error("\"{title}\" has no clauses: it describes a body and its rule, with nothing to negotiate")]
    NothingToNegotiate {
        /// Of the scenario.
        title: String,
    },
    /// A number of replicates that cannot be meant.
    #[error("{given} replicates cannot be meant")]
    Replicates {
        /// As given.
        given: u64,
        /// The most.
        most: u64,
    },
}

impl Diagnose for UsageError {
    fn help(&self) -> Option<String> {
        Some(match self {
            Self::Parameter { help, .. } | Self::NoSuchScenario { help, .. } => help.clone(),
            Self::NoValue { .. } => "write it as --set countries.USA.outside_option=0.15".to_owned(),
            Self::Nonsense { .. } => return None,
            Self::NothingToNegotiate { .. } => {
                "plenary analyse shows who has how much power in it; to negotiate \
                 there, copy it (plenary new NAME --from BODY) and add clauses and positions"
                    .to_owned()
            }
            Self::Replicates { most, .. } => format!("a whole number from 1 to {most}"),
        })
    }
}

impl Case {
    /// What was named, if anything.
    pub fn scenario(&self) -> Option<&str> {
        self.scenario.as_deref()
    }

    /// Whether nothing is changed in it.
    pub fn is_as_written(&self) -> bool {
        self.switches.is_empty() && self.settings.is_empty()
    }

    /// The scenario as written, and as changed.
    pub fn load(&self) -> Result<(Scenario, Scenario)> {
        let written = match self.scenario.as_deref() {
            None => shipped::flagship()?,
            Some(name) if !Path::new(name).exists() && shipped::find(name).is_some() => shipped::load(name)?,
            Some(path) => match shipped::meant(path, Kind::Scenario).filter(|_| !Path::new(path).exists()) {
                Some(help) => return Err(UsageError::NoSuchScenario { name: path.to_owned(), help }.into()),
                None => Scenario::load(path)?,
            },
        };
        let mut changed = written.with_switches(self.switches.iter().map(String::as_str)).map_err(misfit)?;
        for setting in &self.settings {
            let (parameter, value) =
                setting.split_once('=').ok_or_else(|| UsageError::NoValue { setting: setting.clone() })?;
            let parameter: Parameter = parameter.trim().parse().map_err(misfit)?;
            parameter.set(&mut changed, value.trim()).map_err(misfit)?;
        }
        let problems = changed.problems();
        if !problems.is_empty() {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(UsageError::Nonsense { problems: problems.join("; ") }.into());
        }
        Ok((written, changed))
    }

    /// The same, where there is something to negotiate.
    pub fn load_to_negotiate(&self) -> Result<(Scenario, Scenario)> {
        let (written, changed) = self.load()?;
        if changed.is_body() {
            return Err(UsageError::NothingToNegotiate { title: changed.title }.into());
        }
        Ok((written, changed))
    }

    /// The case as the reader would name it in another command.
    pub fn as_words(&self) -> String {
        let mut words = String::new();
        for (flag, values) in
            [("", self.scenario.as_slice()), ("--switch ", &self.switches), ("--set ", &self.settings)]
        {
            for value in values {
                words.push_str(&format!(" {flag}{}", quoted(value)));
            }
        }
        words
    }
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_alphanumeric() || "-_./=*".contains(c));
    if plain { word.to_owned() } else { format!("'{word}'") }
}

fn misfit(error: ParameterError) -> UsageError {
    let advice = error.advice().map_or_else(String::new, |a| format!("; {a}"));
    let help = format!("expected {}{advice}", error.expected());
    UsageError::Parameter { error, help }
}

/// Refuses numbers of replicates that cannot be meant, before anything is allocated.
fn replicates(given: u64, most: u64) -> Result<u64> {
    if (1..=most).contains(&given) { Ok(given) } else { Err(UsageError::Replicates { given, most }.into()) }
}

/// Runs on this many threads (all cores where none is given).
fn on_threads<T: Send>(threads: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T> {
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = threads {
        pool = pool.num_threads(threads.into());
    }
    Ok(pool.build().into_failure()?.install(work))
}

/// Prints to standard output; a reader that has gone away (`| head`) ends the program quietly.
fn say(text: &str) -> Result<u8> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        written => written.map(|()| 0).into_failure(),
    }
}

/// Says something beside the answer; nothing is lost where nobody listens.
fn remark(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
