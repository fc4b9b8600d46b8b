//! `plenary levers`: what would have lifted the text?

use std::{ops::ControlFlow, path::PathBuf};

use crate::cli::failure::Result;
use clap::{Args, ValueEnum};

use super::{
    CaseArgs, SamplingArgs, interrupt, notes,
    progress::TerminalProgress,
    result_folder::{ResultFolder, manifest},
};
use plenary::{
    report::levers as words,
    say,
    scenario::Scenario,
    study::{
        MAX_REPLICATES, choices,
        comparison::COMPARED,
        levers::{self, Effort, LeverError, LeverSet, Pulled, Pulse},
        store::Manifest,
    },
};

/// Flip each of a scenario's switches in turn, and try what one would try on any case, on the same draws: few negotiations
/// of each, and more of those whose effect is not told yet.
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
    /// Give every lever all of -n negotiations, instead of stopping at what is told
    #[arg(long)]
    exhaustive: bool,
    /// A change of the ranking measure within this of 0 is small, and needs no more negotiations [default: 0.01 of a depth or
    /// gain, 0.05 of a rate]
    #[arg(long, value_name = "CHANGE", conflicts_with = "exhaustive", value_parser = small)]
    small: Option<f64>,
    /// Hold the sign of each effect that is told against the declared modelling choices, too: each alone, or all, with mixes of
    /// them. What does not keep its sign in 95 % of them is no finding
    #[arg(long, value_name = "none|alone|all", default_value = "none")]
    choices: choices::ChoiceSet,
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
        notes::warn_of_case(&self.case, &scenario);
        let which = match self.only {
            None => LeverSet::All,
            Some(Only::Switches) => LeverSet::Switches,
            Some(Only::Treatments) => LeverSet::Treatments,
        };
        interrupt::listen();
        let folder = self.out.as_deref().map(|dir| ResultFolder::create(dir, &[])).transpose()?;
        let measures = self.measures();
        let pulled = super::on_threads(self.sampling.threads, || self.pull(&scenario, n, which, &measures))?;
        let pulled = pulled?;
        let written = folder.map(|mut folder| {
            folder.table("levers", &levers::table(&pulled))?;
            folder.file("scenario.ron", &self.case.as_file(&scenario))?;
            let manifest = manifest("levers", &scenario, self.sampling.seed);
            folder.finish(Manifest { options: self.options(n), ..manifest })
        });
        if self.sampling.json {
            super::print_json(&pulled)?;
        } else {
            super::print_stdout(&words::render(
                &scenario,
                &pulled,
                self.sampling.seed,
                super::screen::of(&scenario),
            ))?;
        }
        written.transpose()?;
        if pulled.is_interrupted {
            let language = super::language::of(&scenario);
            super::print_stderr(&match pulled.unfinished {
                0 => say!(language, "commands-interrupted-choices"),
                left => say!(language, "commands-interrupted-levers", n = left),
            });
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    /// Pulls each lever, and again under each declared choice where that is asked for; as many as there is time for.
    fn pull(
        &self,
        scenario: &Scenario,
        n: u64,
        which: LeverSet,
        measures: &[String],
    ) -> Result<Pulled, LeverError> {
        let (seed, small) = (self.sampling.seed, self.small);
        let effort = if self.exhaustive { Effort::Exhaustive(n) } else { Effort::Race { most: n, small } };
        let mut progress = TerminalProgress::new(0, super::language::of(scenario));
        let mut watch = |pulse: Pulse| {
            progress.add_before(pulse.more, pulse.left);
            if interrupt::requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut pulled = levers::pull(scenario, seed, effort, which, measures, &mut watch)?;
        if self.choices != choices::ChoiceSet::None && !pulled.is_interrupted {
            levers::hold(&mut pulled, scenario, self.choices, (seed, effort), which, &mut watch)?;
        }
        progress.finish();
        Ok(pulled)
    }

    /// The words of the command line beside case and seed.
    fn options(&self, n: u64) -> Vec<String> {
        let only = self.only.map(|only| match only {
            Only::Switches => ["--only".to_owned(), "switches".to_owned()],
            Only::Treatments => ["--only".to_owned(), "treatments".to_owned()],
        });
        let measures = |flag: &str, names: &[String]| {
            names.iter().flat_map(|name| [flag.to_owned(), name.clone()]).collect::<Vec<_>>()
        };
        let exhaustive = self.exhaustive.then(|| vec!["--exhaustive".to_owned()]);
        let small = self.small.map(|small| vec!["--small".to_owned(), small.to_string()]);
        [
            vec!["-n".to_owned(), n.to_string()],
            only.map(Vec::from).unwrap_or_default(),
            measures("--of", &self.of),
            measures("--by", self.by.as_slice()),
            exhaustive.unwrap_or_default(),
            small.unwrap_or_default(),
            self.choices.options(),
        ]
        .concat()
    }

    /// The measures to show, the one that ranks the levers first; none where nothing but the usual is asked for.
    fn measures(&self) -> Vec<String> {
        let usual = if self.of.is_empty() && self.by.is_some() { &COMPARED[..] } else { &[] };
        let of = self.of.iter().cloned().chain(usual.iter().map(|name| (*name).to_owned()));
        self.by.iter().cloned().chain(of).collect()
    }
}

/// A change that is small: a number from 0 on.
fn small(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|x| (0.0..=1.0).contains(x));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}
