//! What pictures and reports are made from: a scenario, run on the spot, or the folder of a command's results.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::Case;
use plenary::{
    scenario::Scenario,
    study::{MAX_REPLICATES, store::Results},
};

/// Negotiations of a folder of `run` that are negotiated again at most, where the user says nothing.
const MOST_AGAIN: u64 = 10_000;

/// Which negotiations.
#[derive(Args)]
pub struct Sample {
    /// How many negotiations [default: 1000; of a folder of `run`, as many as it holds, 10,000 at most]
    #[arg(short = 'n', long)]
    pub replicates: Option<u64>,
    /// The master seed [default: 1; of a folder, its own]
    #[arg(long)]
    pub seed: Option<u64>,
    /// Pictures of a single negotiation: which replicate
    #[arg(short, long, default_value_t = 0)]
    pub replicate: u64,
    /// Worker threads [default: one for each core]; the pictures do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// What was named.
pub struct Input {
    /// The case: as named, or as the folder's results rest on it; with its switches. None of a backtest.
    scenario: Option<Scenario>,
    /// The folder's results, where a folder was named.
    pub results: Option<(PathBuf, Results)>,
    /// How many negotiations, from which seed.
    pub replicates: u64,
    /// The master seed.
    pub seed: u64,
}

impl Input {
    /// Reads what was named.
    pub fn of(case: &Case, sample: &Sample) -> Result<Self> {
        let folder = case.scenario().map(PathBuf::from).filter(|path| path.is_dir());
        if let Some(folder) = folder {
            if !case.is_as_written() {
                return Err(failure!(
                    help = "name the scenario instead of the folder to change something in it",
                    "{} holds results: --switch and --set come too late",
                    folder.display()
                ));
            }
            return Self::of_folder(folder, sample);
        }
        let replicates = super::replicates(sample.replicates.unwrap_or(1000), MAX_REPLICATES)?;
        let (written, changed) = case.load_to_negotiate()?;
        let scenario = Scenario { switches: written.switches, ..changed };
        Ok(Self { scenario: Some(scenario), results: None, replicates, seed: sample.seed.unwrap_or(1) })
    }

    fn of_folder(folder: PathBuf, sample: &Sample) -> Result<Self> {
        let results = Results::open(&folder)?;
        let manifest = &results.manifest;
        let on_a_case = !manifest.scenario.is_empty();
        let scenario = on_a_case.then(|| Scenario::parse(&manifest.title, &manifest.scenario)).transpose()?;
        let rows = manifest.tables.iter().find(|t| t.name == "replicates").map(|t| t.rows);
        let held = rows.filter(|_| manifest.command == "run").unwrap_or(1000);
        let wanted = sample.replicates.unwrap_or_else(|| held.min(MOST_AGAIN));
        let replicates = super::replicates(wanted, MAX_REPLICATES)?;
        if sample.seed.is_some_and(|seed| seed != manifest.seed) {
            return Err(failure!("{} was run with --seed {}", folder.display(), manifest.seed));
        }
        if manifest.version != env!("CARGO_PKG_VERSION") {
            super::remark(&format!(
                "These results are of version {}; what is negotiated again is of version {} and may differ.",
                manifest.version,
                env!("CARGO_PKG_VERSION")
            ));
        }
        let seed = manifest.seed;
        Ok(Self { scenario, results: Some((folder, results)), replicates, seed })
    }

    /// The case, where there is one.
    pub fn scenario(&self) -> Result<&Scenario> {
        self.scenario.as_ref().ok_or_else(|| {
            failure!(
                help = "plenary chart calibration DIR draws what it holds",
                "a backtest rests on real cases, not on one scenario"
            )
        })
    }

    /// The folder and its results, where a folder was named.
    pub fn results(&self) -> Option<(&Path, &Results)> {
        self.results.as_ref().map(|(path, results)| (path.as_path(), results))
    }
}
