//! `plenary run`: simulates many negotiations and summarises the outcomes.

use std::{
    fs,
    io::BufWriter,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use clap::Args;

use super::{
    CaseArgs, SamplingArgs,
    files::{cannot_write, create_folder},
    interrupt, notes,
    nulls::NullArgs,
    progress, result_folder,
};
use plenary::{
    Case,
    model::Model,
    null::Null,
    outcome::Outcome,
    report::answer,
    scenario::Scenario,
    study::{
        Accumulator, Ensemble, MAX_REPLICATES, Summary,
        choices::{self, ChoiceSet, ChoiceSummary},
        measure::Part,
        record::Record,
        responsibility::Responsibility,
        store::results::{FileEntry, TableEntry, sha256},
        table::{Column, csv::CsvWriter},
    },
};

/// The files that a run writes.
const SUMMARY: &str = "summary.json";
const ROWS: &str = "replicates.csv";
const SCENARIO: &str = "scenario.ron";

/// Simulate many negotiations of a scenario and summarise the outcomes.
#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    sampling: SamplingArgs,
    #[command(flatten)]
    nulls: NullArgs,
    /// Which of the declared modelling choices to try beside the case as it is: none, each alone (in about a third as
    /// many negotiations as the run has), or all, with mixes of them (300 of each)
    #[arg(long, value_name = "none|alone|all", default_value = "alone")]
    choices: ChoiceSet,
    /// Write summary.json, replicates.csv (one row per replicate) and scenario.ron to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl RunArgs {
    pub fn execute(self) -> Result<u8> {
        let replicates = super::replicates(self.sampling.replicates, MAX_REPLICATES)?;
        let (written, scenario) = self.case.load_to_negotiate()?;
        // Where nothing is drawn all replicates are alike. Null models may draw by themselves.
        let draws_nulls = self.nulls.models().iter().any(|null| !Null::USUAL.contains(null));
        let replicates = if scenario.is_certain() && !draws_nulls { 1 } else { replicates };
        let case = super::compile_case(&scenario)?;
        notes::warn_of_case(&self.case, &Scenario { switches: written.switches, ..scenario.clone() });
        let rows =
            self.out.as_deref().map(|dir| ReplicateFile::create(dir, &scenario, case.model())).transpose()?;
        interrupt::listen();
        let mut summary = self.negotiate(&case, replicates, rows)?;
        let finished = summary.replicates;
        let ask_who = || Responsibility::of_run(&case, self.sampling.seed, finished);
        summary.responsibility = super::on_threads(self.sampling.threads, ask_who)?;
        if finished == replicates {
            summary.choices = self.survey(&case, &summary)?;
        }
        self.answer(&scenario, &summary)?;
        if finished < replicates {
            super::print_stderr(&format!(
                "Interrupted after {finished} of {replicates} replicates; the results cover only those."
            ));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    /// Simulates all replicates, writing rows, until done or interrupted; sums them up.
    fn negotiate(&self, case: &Case, replicates: u64, mut rows: Option<ReplicateFile>) -> Result<Summary> {
        let (scenario, model, seed) = (case.scenario(), case.model(), self.sampling.seed);
        let bar = progress::bar(replicates);
        let hash = scenario.hash();
        let mut accumulator = Accumulator::new(case, seed);
        let ensemble = Ensemble::new(model, seed).with_nulls(&self.nulls.models());
        let ended = super::on_threads(self.sampling.threads, || {
            ensemble.run(0..replicates, |outcome| {
                accumulator.add(&outcome);
                bar.inc(1);
                match rows.as_mut().map_or(Ok(()), |r| r.write(model, &hash, seed, &outcome)) {
                    Err(error) => ControlFlow::Break(Err(error)),
                    Ok(()) if interrupt::requested() => ControlFlow::Break(Ok(())),
                    Ok(()) => ControlFlow::Continue(()),
                }
            })
        })?;
        bar.finish_and_clear();
        if let ControlFlow::Break(Err(error)) = ended {
            return Err(error)
                .context(|| "the run stopped; all rows before this one were written".to_owned());
        }
        if let (Some(rows), Some(dir)) = (rows, &self.out) {
            let tables = vec![rows.finish(accumulator.replicates())?];
            result_folder::manifest("run", scenario, seed, tables).write(dir)?;
        }
        Ok(accumulator.summarise())
    }

    /// What the declared choices make of the summary; nothing where it is interrupted.
    fn survey(&self, case: &Case, summary: &Summary) -> Result<Option<ChoiceSummary>> {
        let bar = progress::bar(summary.replicates);
        let found = super::on_threads(self.sampling.threads, || {
            choices::survey(case, summary, self.choices, |more| {
                bar.inc(more);
                interrupt::poll()
            })
        })?;
        bar.finish_and_clear();
        found.map_err(|e| failure!("{e}"))
    }

    /// Writes and prints the summary.
    fn answer(&self, scenario: &Scenario, summary: &Summary) -> Result<()> {
        let json = serde_json::to_string_pretty(summary).into_failure()? + "\n";
        if let Some(dir) = &self.out {
            result_folder::write(&dir.join(SUMMARY), &json)?;
        }
        let words = || answer::render(scenario, summary, &self.case.as_arguments());
        super::print_stdout(&if self.sampling.json { json } else { words() })?;
        if let Some(dir) = &self.out {
            super::print_stderr(&format!("Wrote {SUMMARY}, {ROWS} and {SCENARIO} to {}.", dir.display()));
        }
        Ok(())
    }
}

/// The CSV file of replicates, written as they finish.
struct ReplicateFile {
    path: PathBuf,
    record: Record,
    columns: Vec<Column>,
    writer: CsvWriter<BufWriter<fs::File>>,
}

impl ReplicateFile {
    /// Creates the folder and the file; fails if the folder already holds results.
    fn create(dir: &Path, scenario: &Scenario, model: &Model) -> Result<Self> {
        if let Some(taken) = [SUMMARY, ROWS, SCENARIO].into_iter().find(|name| dir.join(name).exists()) {
            return Err(failure!(
                help = "name a new folder, or remove this one first",
                "{} already holds results: {taken} is not overwritten",
                dir.display()
            ));
        }
        let path = dir.join(ROWS);
        create_folder(dir)?;
        result_folder::write(&dir.join(SCENARIO), &scenario.as_file())?;
        let file = fs::File::create(&path).into_failure();
        let file = file.context(|| format!("cannot write {}", path.display()))?;
        let record = Record::new(model, &Part::ALL);
        let columns = record.columns();
        let mut writer = CsvWriter::new(BufWriter::new(file));
        writer.heading(&columns).into_failure()?;
        Ok(Self { path, record, columns, writer })
    }

    fn write(&mut self, model: &Model, hash: &str, seed: u64, outcome: &Outcome) -> Result<()> {
        let row = self.record.row(model, hash, seed, outcome);
        self.writer.row(&row).into_failure().context(|| cannot_write(&self.path))
    }

    /// Closes the file; `rows` is the number of rows written.
    fn finish(mut self, rows: u64) -> Result<TableEntry> {
        self.writer.flush().into_failure().context(|| cannot_write(&self.path))?;
        let files = vec![FileEntry { file: ROWS.to_owned(), sha256: sha256(&self.path)? }];
        Ok(TableEntry { name: "replicates".to_owned(), rows, files, columns: self.columns })
    }
}
