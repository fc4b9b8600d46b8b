//! The command line: one file per command.

mod adopted;
mod again;
mod analyse;
mod archive;
mod backtest;
mod calibrate;
mod case;
mod chart;
mod check;
mod class;
mod compare;
mod completions;
mod describe;
mod destination;
mod discover;
mod drawing;
mod explain;
mod failure;
mod gallery;
mod glossary;
mod import;
mod input;
mod interrupt;
mod language;
mod levers;
mod licenses;
mod lift;
mod list;
mod new;
mod notes;
mod nulls;
mod play;
mod progress;
mod report;
mod responsibility;
mod result_folder;
mod robustness;
mod run;
mod screen;
mod sensitivity;
mod shipped;
mod sweep;
mod usage;
mod verify;
mod words;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::{Args, Parser, Subcommand};

use case::CaseArgs;
use plenary::{Case, language::Language, model::Model, printable, scenario::Scenario, study::MAX_REPLICATES};
use usage::UsageError;
pub use words::parse;

/// The language of what is said about no case: the one asked for, else English.
pub fn language() -> Language {
    language::asked().unwrap_or_default()
}

/// When does a lowest-common-denominator text emerge, why, and what would have lifted it?
#[derive(Parser)]
#[command(name = "plenary", version, about, after_help = "Start with: plenary run")]
pub struct Cli {
    /// The language of answers, charts, reports and the commonest errors [default: the scenario's own, else en]
    #[arg(long, global = true, value_name = "en|zh")]
    lang: Option<Language>,
    /// Keep all columns of tables, and all that is known of levers, however wide the screen would have to be
    #[arg(long, global = true)]
    wide: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Run(run::RunArgs),
    Explain(explain::ExplainArgs),
    Play(play::PlayArgs),
    Class(class::ClassArgs),
    /// Try each switch and the standard interventions on the same draws: what would have lifted the text?
    Levers(levers::LeversArgs),
    Lift(lift::LiftArgs),
    Responsibility(responsibility::ResponsibilityArgs),
    Robustness(robustness::RobustnessArgs),
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
    Glossary(glossary::GlossaryArgs),
    Check(check::CheckArgs),
    List(list::ListArgs),
    Licenses(licenses::LicensesArgs),
    New(new::NewArgs),
    Import(import::ImportArgs),
    Backtest(backtest::BacktestArgs),
    Adopted(adopted::AdoptedArgs),
    Calibrate(calibrate::CalibrateArgs),
    Archive(archive::ArchiveArgs),
    Verify(verify::VerifyArgs),
    Completions(completions::CompletionsArgs),
    Man(completions::ManArgs),
}

impl Cli {
    /// Runs the chosen command and returns the exit code.
    pub fn execute(self) -> Result<u8> {
        language::ask_for(self.lang);
        screen::ask_for(self.wide);
        match self.command {
            Command::Run(run) => run.execute(),
            Command::Explain(explain) => explain.execute(),
            Command::Play(play) => play.execute(),
            Command::Class(class) => class.execute(),
            Command::Levers(levers) => levers.execute(),
            Command::Lift(lift) => lift.execute(),
            Command::Responsibility(responsibility) => responsibility.execute(),
            Command::Robustness(robustness) => robustness.execute(),
            Command::Sweep(sweep) => sweep.execute(),
            Command::Sensitivity(sensitivity) => sensitivity.execute(),
            Command::Discover(discover) => discover.execute(),
            Command::Compare(compare) => compare.execute(),
            Command::Describe(describe) => describe.execute(),
            Command::Analyse(analyse) => analyse.execute(),
            Command::Chart(chart) => chart.execute(),
            Command::Gallery(gallery) => gallery.execute(),
            Command::Report(report) => report.execute(),
            Command::Glossary(glossary) => glossary.execute(),
            Command::Check(check) => check.execute(),
            Command::List(list) => list.execute(),
            Command::Licenses(licenses) => licenses.execute(),
            Command::New(new) => new.execute(),
            Command::Import(import) => import.execute(),
            Command::Backtest(backtest) => backtest.execute(),
            Command::Adopted(adopted) => adopted.execute(),
            Command::Calibrate(calibrate) => calibrate.execute(),
            Command::Archive(archive) => archive.execute(),
            Command::Verify(verify) => verify.execute(),
            Command::Completions(completions) => completions.execute(),
            Command::Man(man) => man.execute(),
        }
    }
}

/// How many negotiations to simulate, and how.
#[derive(Args)]
pub struct SamplingArgs {
    /// How many negotiations (for `levers`: for each switch; for `lift`: for each dose; for `backtest`: for each issue or dossier)
    #[arg(short = 'n', long, default_value_t = 1000, value_parser = words::whole, allow_negative_numbers = true)]
    replicates: u64,
    /// The master seed
    #[arg(long, default_value_t = 1, value_parser = words::whole, allow_negative_numbers = true)]
    seed: u64,
    /// Worker threads [default: one per core]; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document instead of text
    #[arg(long)]
    json: bool,
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

/// Checks the number of a replicate.
fn replicate(given: u64) -> Result<()> {
    if given < MAX_REPLICATES { Ok(()) } else { Err(UsageError::InvalidReplicate { given }.into()) }
}

/// Runs `work` on the given number of threads (default: one per core).
fn on_threads<T: Send>(threads: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T> {
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = threads {
        pool = pool.num_threads(threads.into());
    }
    Ok(pool.build().into_failure()?.install(work))
}

/// Prints to standard output, hidden characters shown; a closed pipe (`| head`) is not an error.
fn print_stdout(text: &str) -> Result<u8> {
    match io::stdout().lock().write_all(printable::lines(text).as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        written => written.map(|()| 0).into_failure(),
    }
}

/// Prints one JSON document.
fn print_json(document: &impl serde::Serialize) -> Result<u8> {
    print_stdout(&printable::json(document).into_failure()?)
}

/// Prints coloured text to standard error, ignoring failures; plain where it is no terminal.
fn print_stderr_styled(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// Prints a line to standard error, hidden characters shown, ignoring failures.
fn print_stderr(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", printable::lines(text));
}

/// Says why the command line is not understood, or what it asks about the program itself; in colour, unless an argument that
/// is quoted there holds hidden characters.
pub fn refuse(refusal: &clap::Error) -> ExitCode {
    let plain = refusal.to_string();
    let shown = printable::lines(&plain);
    // If nobody reads it there is nowhere left to report to.
    let _ = match shown == plain {
        true => refusal.print(),
        false if refusal.use_stderr() => write!(io::stderr(), "{shown}"),
        false => write!(io::stdout(), "{shown}"),
    };
    ExitCode::from(u8::try_from(refusal.exit_code()).unwrap_or(2))
}
