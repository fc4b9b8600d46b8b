//! `plenary compare`: the same replicates under two scenarios.

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    CaseArgs, SamplingArgs, interrupt,
    progress::TerminalProgress,
    result_folder::{ResultFolder, manifest},
};
use plenary::{
    model::{Model, ModelError},
    report::comparison as words,
    say,
    scenario::Scenario,
    shell,
    study::{
        MAX_REPLICATES,
        choices::ChoiceSet,
        comparison::{Comparison, compare, compared, hold},
        identity::CaseIdentity,
        measure::Measure,
        store::Manifest,
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
    /// Make a measure of others, in both cases, as in --define "gap=realised_depth - depth_lcd" (may be repeated)
    #[arg(long = "define", value_name = "NAME=EXPRESSION")]
    defines: Vec<String>,
    /// A measure to compare, as in vote:China=no or adoption_round (may be repeated) [default: rates, depths, what holds on
    /// each clause and what each country gains]
    #[arg(long, value_name = "MEASURE")]
    of: Vec<String>,
    #[command(flatten)]
    sampling: SamplingArgs,
    /// Hold each difference's sign against the declared modelling choices, made in both cases, too: each alone, or all, with
    /// mixes of them (300 negotiations of each)
    #[arg(long, value_name = "none|alone|all", default_value = "none")]
    choices: ChoiceSet,
    /// Write the differences and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The results of the command.
#[derive(serde::Serialize)]
struct ComparisonResults<'a> {
    /// A and B.
    cases: [CaseIdentity; 2],
    version: &'static str,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

impl CompareArgs {
    pub fn execute(self) -> Result<u8> {
        let n = super::replicates(self.sampling.replicates, MAX_REPLICATES)?;
        let cases = self.cases()?;
        let ((_, first), (_, second)) = (cases[0].load_to_negotiate()?, cases[1].load_to_negotiate()?);
        let models = [super::compile(&first)?, super::compile(&second)?];
        let measures = compared(&models[0], &models[1], &self.of)?;
        let folder = self.out.as_deref().map(|dir| ResultFolder::create(dir, &[])).transpose()?;
        let comparison = self.negotiate([&first, &second], &models, &measures)?;
        let written = folder.map(|mut folder| {
            folder.table("differences", &comparison.table())?;
            folder.file("a.ron", &cases[0].as_file(&first))?;
            folder.file("b.ron", &cases[1].as_file(&second))?;
            folder.finish(Manifest {
                against: Some(CaseIdentity::of(&first)),
                replicates: Some(comparison.replicates),
                options: self.options(),
                ..manifest("compare", &second, self.sampling.seed)
            })
        });
        if self.sampling.json {
            let cases = [&first, &second].map(CaseIdentity::of);
            super::print_json(&ComparisonResults {
                cases,
                version: env!("CARGO_PKG_VERSION"),
                comparison: &comparison,
            })?;
        } else {
            let called = cases.map(|case| case.as_arguments().trim().to_owned());
            let (called, screen) = ([&*called[0], &*called[1]], super::screen::of(&first));
            super::print_stdout(&words::render(&first, &second, called, &comparison, screen))?;
        }
        written.transpose()?;
        if comparison.replicates < n {
            let language = super::language::of(&first);
            let [done, total] = [comparison.replicates, n].map(|n| language.count(n));
            super::print_stderr(&say!(language, "commands-interrupted-compare", done = done, total = total));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    /// The words of the command line beside the cases, seed and number of negotiations.
    fn options(&self) -> Vec<String> {
        let of = self.of.iter().flat_map(|of| ["--of".to_owned(), of.clone()]);
        of.chain(self.choices.options()).collect()
    }

    /// A and B.
    fn cases(&self) -> Result<[CaseArgs; 2]> {
        if self.b.is_none() && self.switches.is_empty() && self.settings.is_empty() {
            return Err(failure!(
                help = format!(
                    "plenary compare {a} --switch NAME, or plenary compare {a} OTHER",
                    a = shell::path(&self.a)
                ),
                "there is nothing to compare \"{}\" with",
                self.a
            ));
        }
        let a = CaseArgs {
            scenario: Some(self.a.clone()),
            switches: Vec::new(),
            settings: Vec::new(),
            defines: self.defines.clone(),
        };
        let b = CaseArgs {
            scenario: self.b.clone().or_else(|| a.scenario.clone()),
            switches: self.switches.clone(),
            settings: self.settings.clone(),
            defines: self.defines.clone(),
        };
        Ok([a, b])
    }

    /// Negotiates both on the same draws, and again under each declared choice where that is asked for.
    fn negotiate(
        &self,
        scenarios: [&Scenario; 2],
        models: &[Model; 2],
        measures: &[Measure],
    ) -> Result<Comparison> {
        interrupt::listen();
        let n = self.sampling.replicates;
        let mut progress = TerminalProgress::new(n, super::language::of(scenarios[0]));
        let mut watch = |more| {
            progress.add(more);
            interrupt::poll()
        };
        let found = super::on_threads(self.sampling.threads, || {
            let mut found = compare(models.each_ref(), measures, self.sampling.seed, n, &mut watch);
            if self.choices != ChoiceSet::None && found.replicates == n {
                hold(&mut found, scenarios, measures, self.choices, &mut watch)?;
            }
            Ok::<_, ModelError>(found)
        })?;
        progress.finish();
        found.map_err(|e| failure!("{e}"))
    }
}
