//! `plenary levers`: what would have lifted the text?

use std::{ops::ControlFlow, path::PathBuf};

use crate::cli::failure::{IntoFailure, Result};
use clap::{Args, ValueEnum};

use super::{CaseArgs, SamplingArgs, interrupt, progress::TerminalProgress, result_folder};
use plenary::{
    report::levers as words,
    scenario::Scenario,
    study::{
        MAX_REPLICATES, choices,
        comparison::COMPARED,
        levers::{self, Lever, LeverError, Which},
    },
};

/// Flip each of a scenario's switches in turn, and try what one would try on any case, on the same draws.
#[derive(Args)]
pub struct LeversArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Only the scenario's documented switches, or only what is tried on any case
    #[arg(long, value_enum)]
    only: Option<Only>,
    /// A measure to show, as in gain:China or outcome=Deadlock (may be repeated) [default: depths and rates]
    #[arg(long, value_name = "MEASURE")]
    of: Vec<String>,
    /// The measure whose change ranks the levers [default: realised_depth, or the first --of]
    #[arg(long, value_name = "MEASURE")]
    by: Option<String>,
    /// Hold each effect's sign against the declared modelling choices, too: each alone, or all, with mixes of them (100
    /// negotiations of each). What does not keep its sign in 95 % of them is no finding
    #[arg(long, value_name = "none|alone|all", default_value = "none")]
    choices: choices::Which,
    /// Write the table and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Only {
    Switches,
    Treatments,
}

impl LeversArgs {
    pub fn execute(self) -> Result<u8> {
        let (written, changed) = self.case.load_to_negotiate()?;
        let scenario = Scenario { switches: written.switches, ..changed };
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES / 1000)?;
        let which = match self.only {
            None => Which::All,
            Some(Only::Switches) => Which::Switches,
            Some(Only::Treatments) => Which::Treatments,
        };
        if let Some(dir) = &self.out {
            result_folder::create(dir)?;
        }
        interrupt::listen();
        let measures = self.measures();
        let count = levers::count(&scenario, which);
        let pulled = super::on_threads(self.sampling.threads, || self.pull(&scenario, n, which, &measures))?;
        let pulled = pulled.map_err(|e| crate::cli::failure::failure!("{e}"))?;
        if let Some(dir) = &self.out {
            let tables = vec![result_folder::table(dir, "levers", &levers::table(&pulled))?];
            result_folder::write(&dir.join("scenario.ron"), &scenario.as_file())?;
            result_folder::manifest("levers", &scenario, self.sampling.seed, tables).write(dir)?;
        }
        if self.sampling.json {
            super::print_stdout(&(serde_json::to_string_pretty(&pulled).into_failure()? + "\n"))?;
        } else {
            let ranking =
                pulled.first().and_then(|lever| lever.effects.first()).filter(|_| !measures.is_empty());
            let by = ranking.map_or("realised_depth", |effect| effect.measure.as_str());
            super::print_stdout(&words::render(&scenario, &pulled, n, self.sampling.seed, by))?;
        }
        if pulled.len() < count {
            super::print_stderr(&format!("Interrupted after {} of {count} levers.", pulled.len()));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    /// Pulls each lever, and again under each declared choice where that is asked for; as many as there is time for.
    fn pull(
        &self,
        scenario: &Scenario,
        n: u64,
        which: Which,
        measures: &[String],
    ) -> Result<Vec<Lever>, LeverError> {
        let (seed, count) = (self.sampling.seed, levers::count(scenario, which) as u64);
        let variants = choices::Variants::of(scenario, self.choices).run.len();
        let each = self.choices.each(n, variants, levers::THOROUGH);
        let mut progress = TerminalProgress::new(count * (n + each * variants as u64));
        let mut watch = |more: u64| {
            progress.add(more);
            if interrupt::requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut pulled = levers::pull(scenario, seed, n, which, measures, || watch(n))?;
        if self.choices != choices::Which::None {
            levers::hold(&mut pulled, scenario, self.choices, (seed, n), which, || watch(each))?;
        }
        progress.finish();
        Ok(pulled)
    }

    /// The measures to show, the one that ranks the levers first; none where nothing but the usual is asked for.
    fn measures(&self) -> Vec<String> {
        let usual = if self.of.is_empty() && self.by.is_some() { &COMPARED[..] } else { &[] };
        let of = self.of.iter().cloned().chain(usual.iter().map(|name| (*name).to_owned()));
        self.by.iter().cloned().chain(of).collect()
    }
}
