//! `plenary run`: simulates many negotiations and summarises the outcomes.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::Args;

use super::{
    CaseArgs, SamplingArgs, interrupt, notes,
    nulls::NullArgs,
    progress,
    result_folder::{ResultFolder, WrittenTable, entry, failed, manifest},
};
use plenary::{
    Case,
    model::Model,
    null::Null,
    outcome::Outcome,
    output::Draft,
    report::answer,
    say,
    scenario::Scenario,
    study::{
        Accumulator, Ensemble, FailureSummary, MAX_REPLICATES, Summary,
        choices::{self, ChoiceSet, ChoiceSummary},
        measure::Part,
        record::Record,
        responsibility::Responsibility,
        store::manifest::{MANIFEST, Manifest, TableEntry},
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
        interrupt::listen();
        let file = self.case.as_file(&scenario);
        let mut folder = self.out.as_deref().map(|dir| folder(dir, &file)).transpose()?;
        let mut summary = self.negotiate(&case, replicates, folder.as_mut())?;
        let finished = summary.replicates;
        let ask_who = || Responsibility::of_run(&case, self.sampling.seed, finished);
        summary.responsibility = super::on_threads(self.sampling.threads, ask_who)?;
        summary.failures = FailureSummary::of(&case, &summary);
        if finished == replicates {
            summary.choices = self.survey(&case, &summary)?;
        }
        self.answer(&scenario, &summary, folder)?;
        if finished < replicates {
            let language = super::language::of(&scenario);
            let [done, total] = [finished, replicates].map(|n| language.count(n));
            super::print_stderr(&say!(language, "commands-interrupted-run", done = done, total = total));
            return Ok(interrupt::EXIT_CODE);
        }
        Ok(0)
    }

    /// Simulates all replicates, writing rows, until done or interrupted; sums them up.
    fn negotiate(
        &self,
        case: &Case,
        replicates: u64,
        mut folder: Option<&mut ResultFolder>,
    ) -> Result<Summary> {
        let (scenario, model, seed) = (case.scenario(), case.model(), self.sampling.seed);
        let mut rows = folder.as_ref().map(|folder| ReplicateFile::create(folder, model)).transpose()?;
        let bar = progress::bar(replicates, super::language::of(scenario));
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
            return Err(error);
        }
        if let (Some(rows), Some(folder)) = (rows, &mut folder) {
            folder.add(rows.finish(accumulator.replicates())?);
            folder.settle()?;
        }
        Ok(accumulator.summarise())
    }

    /// What the declared choices make of the summary; nothing where it is interrupted.
    fn survey(&self, case: &Case, summary: &Summary) -> Result<Option<ChoiceSummary>> {
        let bar = progress::bar(summary.replicates, super::language::of(case.scenario()));
        let found = super::on_threads(self.sampling.threads, || {
            choices::survey(case, summary, self.choices, |more| {
                bar.inc(more);
                interrupt::poll()
            })
        })?;
        bar.finish_and_clear();
        found.map_err(|e| failure!("{e}"))
    }

    /// Writes and prints the summary: printed it is even where it cannot be written, and the other way round.
    fn answer(&self, scenario: &Scenario, summary: &Summary, folder: Option<ResultFolder>) -> Result<()> {
        let json = plenary::printable::json(summary).into_failure()?;
        let written = folder.map(|mut folder| -> Result<PathBuf> {
            let dir = folder.path().to_owned();
            folder.file(SUMMARY, &json)?;
            let choices = ["--choices".to_owned(), self.choices.name().to_owned()];
            let choices = choices.into_iter().filter(|_| self.choices != ChoiceSet::Alone);
            folder.finish(Manifest {
                replicates: Some(summary.replicates),
                options: self.nulls.options().into_iter().chain(choices).collect(),
                ..manifest("run", scenario, self.sampling.seed)
            })?;
            Ok(dir)
        });
        let screen = super::screen::of(scenario);
        let arguments = self.case.as_arguments();
        let words = || answer::render(screen.language, scenario, summary, &arguments, screen.width());
        super::print_stdout(&if self.sampling.json { json } else { words() })?;
        if let Some(dir) = written.transpose()? {
            let what = screen.language.list(&[SUMMARY, ROWS, SCENARIO], usize::MAX);
            let folder = dir.display().to_string();
            super::print_stderr(&say!(screen.language, "commands-wrote-to", what = what, folder = folder));
        }
        Ok(())
    }
}

/// Begins the folder for results.
fn folder(dir: &Path, scenario: &str) -> Result<ResultFolder> {
    let mut folder = ResultFolder::create(dir, &[SUMMARY, ROWS, SCENARIO, MANIFEST])?;
    folder.file(SCENARIO, scenario)?;
    Ok(folder)
}

/// The CSV file of replicates, written as they finish.
struct ReplicateFile {
    path: PathBuf,
    record: Record,
    columns: Vec<Column>,
    writer: CsvWriter<Draft>,
}

impl ReplicateFile {
    fn create(folder: &ResultFolder, model: &Model) -> Result<Self> {
        let path = folder.path().join(ROWS);
        let record = Record::new(model, &Part::ALL);
        let columns = record.columns();
        let mut writer = CsvWriter::new(folder.draft(ROWS)?);
        writer.heading(&columns).map_err(|e| failed(&path, e))?;
        Ok(Self { path, record, columns, writer })
    }

    fn write(&mut self, model: &Model, hash: &str, seed: u64, outcome: &Outcome) -> Result<()> {
        let row = self.record.row(model, hash, seed, outcome);
        Ok(self.writer.row(&row).map_err(|e| failed(&self.path, e))?)
    }

    /// Ends the file; `rows` is the number of rows written.
    fn finish(self, rows: u64) -> Result<WrittenTable> {
        let files = vec![self.writer.finish().map_err(|e| failed(&self.path, e))?.finish()?];
        let entries = files.iter().map(entry).collect();
        let entry = TableEntry { name: "replicates".to_owned(), rows, files: entries, columns: self.columns };
        Ok(WrittenTable { entry, files })
    }
}
