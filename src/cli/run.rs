//! `plenary run`: negotiate many times over and answer.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use miette::{Context, IntoDiagnostic, Result, miette};

use super::{Case, Sampling};
use plenary::{
    model::Model,
    outcome::Outcome,
    report::{answer, csv as rows},
    scenario::Scenario,
    study::{Accumulator, Ensemble, MAX_REPLICATES, Summary},
};

/// Set by Ctrl-C: finish the batch at hand, then stop.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// The exit code of an interrupted run, as shells have it.
const EXIT_INTERRUPTED: u8 = 130;
/// What a run writes.
const SUMMARY: &str = "summary.json";
const ROWS: &str = "replicates.csv";
const SCENARIO: &str = "scenario.ron";

/// Negotiate a scenario many times over and answer.
#[derive(Args)]
pub struct Run {
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    sampling: Sampling,
    /// Write summary.json, replicates.csv (one row each) and scenario.ron to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Run {
    pub fn execute(self) -> Result<u8> {
        let replicates = super::replicates(self.sampling.replicates, MAX_REPLICATES)?;
        let (_, scenario) = self.case.load_to_negotiate()?;
        let model = Model::compile(&scenario).map_err(|e| miette!("{e}"))?;
        let rows = self.out.as_deref().map(|dir| RowFile::create(dir, &scenario, &model)).transpose()?;
        // Where a second handler cannot be set, Ctrl-C ends the program as usual; rows written so far stay.
        let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed));

        let accumulator = self.negotiate(&scenario, &model, replicates, rows)?;
        self.answer(&scenario, &accumulator.summarise(&scenario, &model, self.sampling.seed))?;

        let finished = accumulator.replicates();
        if finished < replicates {
            super::remark(&format!(
                "Interrupted after {finished} of {replicates} replicates; what is shown rests on those."
            ));
            return Ok(EXIT_INTERRUPTED);
        }
        Ok(0)
    }

    /// Negotiates, adding up and writing rows as they come, until done or interrupted.
    fn negotiate(
        &self,
        scenario: &Scenario,
        model: &Model,
        replicates: u64,
        mut rows: Option<RowFile>,
    ) -> Result<Accumulator> {
        let seed = self.sampling.seed;
        let progress = progress(replicates);
        let hash = scenario.hash();
        let mut accumulator = Accumulator::new(model);
        let ensemble = Ensemble::new(model, seed).with_counterfactual();
        let ended = super::on_threads(self.sampling.threads, || {
            ensemble.run(0..replicates, |outcome| {
                accumulator.add(&outcome);
                progress.inc(1);
                match rows.as_mut().map_or(Ok(()), |r| r.write(model, &hash, seed, &outcome)) {
                    Err(error) => ControlFlow::Break(Err(error)),
                    Ok(()) if INTERRUPTED.load(Ordering::Relaxed) => ControlFlow::Break(Ok(())),
                    Ok(()) => ControlFlow::Continue(()),
                }
            })
        })?;
        progress.finish_and_clear();
        if let ControlFlow::Break(Err(error)) = ended {
            return Err(error).wrap_err("the rows before this one are complete");
        }
        rows.map_or(Ok(()), RowFile::finish)?;
        Ok(accumulator)
    }

    /// Writes and prints what came out.
    fn answer(&self, scenario: &Scenario, summary: &Summary) -> Result<()> {
        let json = serde_json::to_string_pretty(summary).into_diagnostic()? + "\n";
        if let Some(dir) = &self.out {
            write_file(&dir.join(SUMMARY), &json)?;
        }
        let words = || answer::render(scenario, summary, &self.case.as_words());
        super::say(&if self.sampling.json { json } else { words() })?;
        if let Some(dir) = &self.out {
            super::remark(&format!("Wrote {SUMMARY}, {ROWS} and {SCENARIO} to {}.", dir.display()));
        }
        Ok(())
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress(replicates: u64) -> ProgressBar {
    let bar = ProgressBar::new(replicates);
    let template = "{wide_bar} {human_pos} of {human_len} ({per_sec}, {eta} left)";
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The rows of a run, as they come.
struct RowFile {
    path: PathBuf,
    writer: csv::Writer<fs::File>,
}

impl RowFile {
    /// Opens a new folder; refuses one that holds results, so that nothing computed is lost.
    fn create(dir: &Path, scenario: &Scenario, model: &Model) -> Result<Self> {
        if let Some(taken) = [SUMMARY, ROWS, SCENARIO].into_iter().find(|name| dir.join(name).exists()) {
            return Err(miette!(
                help = "name a new folder, or remove this one first",
                "{} already holds results: {taken} is not overwritten",
                dir.display()
            ));
        }
        let path = dir.join(ROWS);
        fs::create_dir_all(dir)
            .into_diagnostic()
            .wrap_err_with(|| format!("cannot make the folder {}", dir.display()))?;
        let pretty =
            ron::ser::to_string_pretty(scenario, ron::ser::PrettyConfig::default()).into_diagnostic()?;
        write_file(&dir.join(SCENARIO), &(pretty + "\n"))?;
        let mut writer = csv::Writer::from_path(&path)
            .into_diagnostic()
            .wrap_err_with(|| format!("cannot write {}", path.display()))?;
        writer.write_record(rows::columns(model)).into_diagnostic()?;
        Ok(Self { path, writer })
    }

    fn write(&mut self, model: &Model, hash: &str, seed: u64, outcome: &Outcome) -> Result<()> {
        let row = rows::row(model, hash, seed, outcome);
        let written = self.writer.write_record(row).into_diagnostic();
        written.wrap_err_with(|| format!("cannot write {}", self.path.display()))
    }

    fn finish(mut self) -> Result<()> {
        let flushed = self.writer.flush().into_diagnostic();
        flushed.wrap_err_with(|| format!("cannot write {}", self.path.display()))
    }
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).into_diagnostic().wrap_err_with(|| format!("cannot write {}", path.display()))
}
