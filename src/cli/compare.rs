//! `plenary compare`: the same replicates under two scenarios.

use std::{ops::ControlFlow, path::PathBuf};

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::Args;

use super::{CaseArgs, SamplingArgs, interrupt, progress::TerminalProgress, result_folder};
use plenary::{
    model::{Model, ModelError},
    report::comparison as words,
    study::{
        MAX_REPLICATES,
        choices::Which,
        comparison::{compare, compared, hold},
    },
};

/// Compare two cases on the same draws: what B changes, clause by clause and country by country.
///
/// --switch and --set change B. Without B, the second case is A with those changes.
#[derive(Args)]
pub struct CompareArgs {
    /// A scenario file, or the name of a shipped one
    a: String,
    /// Another one [default: A again, with --switch and --set]
    b: Option<String>,
    /// Flip one of B's switches (may be repeated)
    #[arg(long = "switch", value_name = "NAME")]
    switches: Vec<String>,
    /// Set a parameter of B (may be repeated)
    #[arg(long = "set", value_name = "PARAMETER=VALUE")]
    settings: Vec<String>,
    /// A measure to compare, as in vote:China=no or adoption_round (may be repeated) [default: rates, depths, what holds on
    /// each clause and what each country gains]
    #[arg(long, value_name = "MEASURE")]
    of: Vec<String>,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Hold each difference's sign against the declared modelling choices, made in both cases, too: each alone, or all, with
    /// mixes of them (300 negotiations of each)
    #[arg(long, value_name = "none|alone|all", default_value = "none")]
    choices: Which,
    /// Write the differences and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl CompareArgs {
    pub fn execute(self) -> Result<u8> {
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES)?;
        if self.b.is_none() && self.switches.is_empty() && self.settings.is_empty() {
            return Err(failure!(
                help =
                    format!("plenary compare {} --switch NAME, or plenary compare {} OTHER", self.a, self.a),
                "there is nothing to compare \"{}\" with",
                self.a
            ));
        }
        let a = CaseArgs { scenario: Some(self.a.clone()), switches: Vec::new(), settings: Vec::new() };
        let b = CaseArgs {
            scenario: Some(self.b.clone().unwrap_or_else(|| self.a.clone())),
            switches: self.switches.clone(),
            settings: self.settings.clone(),
        };
        let ((_, first), (_, second)) = (a.load_to_negotiate()?, b.load_to_negotiate()?);
        let compile = |scenario| Model::compile(scenario).map_err(|e| failure!("{e}"));
        let (model_a, model_b) = (compile(&first)?, compile(&second)?);
        let measures = compared(&model_a, &model_b, &self.of).map_err(|e| failure!("{e}"))?;
        if let Some(dir) = &self.out {
            result_folder::create(dir)?;
        }
        interrupt::listen();
        let mut progress = TerminalProgress::new(n);
        let mut watch = |more| {
            progress.add(more);
            if interrupt::requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let seed = self.sampling.seed;
        let comparison = super::on_threads(self.sampling.threads, || {
            let mut found = compare([&model_a, &model_b], &measures, seed, n, &mut watch);
            if self.choices != Which::None && found.replicates == n {
                hold(&mut found, [&first, &second], &measures, self.choices, &mut watch)?;
            }
            Ok::<_, ModelError>(found)
        })?;
        let comparison = comparison.map_err(|e| failure!("{e}"))?;
        progress.finish();
        if let Some(dir) = &self.out {
            let tables = vec![result_folder::table(dir, "differences", &comparison.table())?];
            result_folder::write(&dir.join("a.ron"), &first.as_file())?;
            result_folder::write(&dir.join("b.ron"), &second.as_file())?;
            result_folder::manifest("compare", &second, seed, tables).write(dir)?;
        }
        if self.sampling.json {
            super::print_stdout(&(serde_json::to_string_pretty(&comparison).into_failure()? + "\n"))?;
        } else {
            let called = [a.as_arguments().trim().to_owned(), b.as_arguments().trim().to_owned()];
            super::print_stdout(&words::render(&first, &second, [&called[0], &called[1]], &comparison))?;
        }
        if comparison.replicates < n {
            super::print_stderr(&format!("Interrupted after {} of {n} replicates.", comparison.replicates));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }
}
