//! The input of charts and reports: a scenario, which is then simulated, or a folder of results.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{CaseArgs, again, language};
use plenary::{
    language::Language,
    scenario::Scenario,
    study::{MAX_REPLICATES, store::Results},
};

/// Default limit on how many negotiations of a `run` folder are simulated again.
const MAX_DEFAULT_REPLICATES: u64 = 10_000;

/// So many letters of what is changed go into the name of a file.
const LONGEST_NAME: usize = 60;

/// Which negotiations to simulate.
#[derive(Args)]
pub struct SampleArgs {
    /// How many negotiations [default: 1000; for a folder of `run`, as many as it holds, up to 10,000]
    #[arg(short = 'n', long, value_parser = super::words::whole, allow_negative_numbers = true)]
    pub replicates: Option<u64>,
    /// The master seed [default: 1; for a folder, the seed it was run with]
    #[arg(long, value_parser = super::words::whole, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Which replicate to show in charts of a single negotiation
    #[arg(short, long, default_value_t = 0, value_parser = super::words::whole, allow_negative_numbers = true)]
    pub replicate: u64,
    /// Worker threads [default: one per core]; the charts do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// The scenario or results that the user named.
pub struct Input {
    /// The scenario named, or the one the folder's results are based on. `None` for a backtest.
    pub scenario: Option<Scenario>,
    /// The command-line arguments that select it.
    pub arguments: String,
    /// The results, if a folder was named.
    pub results: Option<(PathBuf, Results)>,
    /// How many negotiations to simulate.
    pub replicates: u64,
    /// The master seed.
    pub seed: u64,
}

impl Input {
    /// Loads the scenario or the results; refuses a body, which has nothing to negotiate.
    pub fn of(case: &CaseArgs, sample: &SampleArgs) -> Result<Self> {
        Self::loaded(case, sample, CaseArgs::load_to_negotiate)
    }

    /// The same of a case or a body.
    pub fn of_any(case: &CaseArgs, sample: &SampleArgs) -> Result<Self> {
        Self::loaded(case, sample, CaseArgs::load)
    }

    fn loaded(
        case: &CaseArgs,
        sample: &SampleArgs,
        load: impl Fn(&CaseArgs) -> Result<(Scenario, Scenario)>,
    ) -> Result<Self> {
        super::replicate(sample.replicate)?;
        let folder = case.scenario().map(PathBuf::from).filter(|path| path.is_dir());
        if let Some(folder) = folder {
            if !case.is_unmodified() {
                return Err(failure!(
                    help = "name a scenario instead of the folder to use --switch or --set",
                    "{} holds finished results: --switch and --set cannot change them",
                    folder.display()
                ));
            }
            return Self::of_folder(folder, sample);
        }
        let replicates = super::replicates(sample.replicates.unwrap_or(1000), MAX_REPLICATES)?;
        let (written, changed) = load(case)?;
        let scenario = Scenario { switches: written.switches, ..changed };
        let (arguments, seed) = (case.as_arguments(), sample.seed.unwrap_or(1));
        Ok(Self { scenario: Some(scenario), arguments, results: None, replicates, seed })
    }

    /// The results in a folder.
    pub(super) fn of_folder(folder: PathBuf, sample: &SampleArgs) -> Result<Self> {
        let results = Results::open(&folder)?;
        let manifest = &results.manifest;
        let has_scenario = !manifest.scenario.is_empty();
        let scenario =
            has_scenario.then(|| Scenario::parse(&manifest.title, &manifest.scenario)).transpose()?;
        let rows = manifest.tables.iter().find(|t| t.name == "replicates").map(|t| t.rows);
        let held = rows.filter(|_| manifest.command == "run").unwrap_or(1000);
        let requested = sample.replicates.unwrap_or_else(|| held.min(MAX_DEFAULT_REPLICATES));
        let replicates = super::replicates(requested, MAX_REPLICATES)?;
        if sample.seed.is_some_and(|seed| seed != manifest.seed) {
            return Err(failure!("{} was run with --seed {}", folder.display(), manifest.seed));
        }
        let seed = manifest.seed;
        let arguments = again::scenario_in(&folder);
        Ok(Self { scenario, arguments, results: Some((folder, results)), replicates, seed })
    }

    /// The scenario.
    ///
    /// # Errors
    /// If the results are those of a backtest, which has no single scenario.
    pub fn scenario(&self) -> Result<&Scenario> {
        self.scenario.as_ref().ok_or_else(|| {
            failure!(
                help = "use plenary chart calibration DIR to draw its results",
                "a backtest is based on real cases, not on one scenario"
            )
        })
    }

    /// The language that is asked for, or that of the case.
    pub fn language(&self) -> Language {
        self.scenario.as_ref().map_or_else(|| language::asked().unwrap_or_default(), language::of)
    }

    /// A name for a file that shows the results: with the names of switches and settings, where those change the case.
    pub fn file_name(&self, what: &str, ending: &str) -> PathBuf {
        let changed = self.scenario.iter().flat_map(|scenario| scenario.changed.iter());
        let changed: Vec<String> = changed.map(ToString::to_string).collect();
        let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let words: String = changed.join("-").chars().map(plain).take(LONGEST_NAME).collect();
        let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
        let name = [&[what], &words[..]].concat().join("-");
        PathBuf::from(format!("{name}.{ending}"))
    }

    /// The text of the scenario's file, with its comments; none where it cannot be read again.
    pub fn text(&self, case: &CaseArgs) -> Option<String> {
        match &self.results {
            Some((folder, _)) => std::fs::read_to_string(folder.join(again::SCENARIO)).ok(),
            None => case.source().map(|(_, text)| text),
        }
    }

    /// The folder and its results, if a folder was named.
    pub fn results(&self) -> Option<(&Path, &Results)> {
        self.results.as_ref().map(|(path, results)| (path.as_path(), results))
    }
}
