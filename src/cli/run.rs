//! `plenary run`: negotiate many times over and answer.

use std::{
    fs,
    io::BufWriter,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use miette::{Context, IntoDiagnostic, Result, miette};

use super::{Case, Sampling, interrupt, out};
use plenary::{
    model::Model,
    null::Null,
    outcome::Outcome,
    report::answer,
    scenario::{Scenario, nearest},
    study::{
        Accumulator, Ensemble, MAX_REPLICATES, Summary,
        measure::Part,
        record::Record,
        store::results::{FileEntry, TableEntry, sha256},
        table::{Column, csv::Writer},
    },
};

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
    /// Ask a further null model what it makes of the same draws (may be repeated; "all" asks every one)
    #[arg(long = "null", value_name = "NAME", value_parser = null_models)]
    nulls: Vec<Asked>,
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
        interrupt::listen();
        let accumulator = self.negotiate(&scenario, &model, replicates, rows)?;
        self.answer(&scenario, &accumulator.summarise(&scenario, &model, self.sampling.seed))?;

        let finished = accumulator.replicates();
        if finished < replicates {
            super::remark(&format!(
                "Interrupted after {finished} of {replicates} replicates; what is shown rests on those."
            ));
            return Ok(interrupt::EXIT_CODE);
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
        let mut ensemble = Ensemble::new(model, seed).with_nulls(&Null::USUAL);
        for asked in &self.nulls {
            ensemble = ensemble.with_nulls(&asked.0);
        }
        let ended = super::on_threads(self.sampling.threads, || {
            ensemble.run(0..replicates, |outcome| {
                accumulator.add(&outcome);
                progress.inc(1);
                match rows.as_mut().map_or(Ok(()), |r| r.write(model, &hash, seed, &outcome)) {
                    Err(error) => ControlFlow::Break(Err(error)),
                    Ok(()) if interrupt::requested() => ControlFlow::Break(Ok(())),
                    Ok(()) => ControlFlow::Continue(()),
                }
            })
        })?;
        progress.finish_and_clear();
        if let ControlFlow::Break(Err(error)) = ended {
            return Err(error).wrap_err("the rows before this one are complete");
        }
        if let (Some(rows), Some(dir)) = (rows, &self.out) {
            let tables = vec![rows.finish(accumulator.replicates())?];
            out::manifest("run", scenario, seed, tables).write(dir)?;
        }
        Ok(accumulator)
    }

    /// Writes and prints what came out.
    fn answer(&self, scenario: &Scenario, summary: &Summary) -> Result<()> {
        let json = serde_json::to_string_pretty(summary).into_diagnostic()? + "\n";
        if let Some(dir) = &self.out {
            out::write(&dir.join(SUMMARY), &json)?;
        }
        let words = || answer::render(scenario, summary, &self.case.as_words());
        super::say(&if self.sampling.json { json } else { words() })?;
        if let Some(dir) = &self.out {
            super::remark(&format!("Wrote {SUMMARY}, {ROWS} and {SCENARIO} to {}.", dir.display()));
        }
        Ok(())
    }
}

/// The null models meant by one name.
#[derive(Clone)]
struct Asked(Vec<Null>);

/// One null model by its name, or all.
fn null_models(name: &str) -> Result<Asked, String> {
    if name == "all" {
        return Ok(Asked(Null::ALL.to_vec()));
    }
    let null = name.parse::<Null>();
    null.map(|null| Asked(vec![null])).map_err(|error| {
        let known: Vec<&str> = Null::ALL.iter().map(|n| n.name()).chain(["all"]).collect();
        format!("{error}: {}", nearest(name, known))
    })
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
    record: Record,
    columns: Vec<Column>,
    writer: Writer<BufWriter<fs::File>>,
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
        out::write(&dir.join(SCENARIO), &scenario.as_file())?;
        let file = fs::File::create(&path).into_diagnostic();
        let file = file.wrap_err_with(|| format!("cannot write {}", path.display()))?;
        let record = Record::new(model, &Part::ALL);
        let columns = record.columns();
        let mut writer = Writer::new(BufWriter::new(file));
        writer.heading(&columns).into_diagnostic()?;
        Ok(Self { path, record, columns, writer })
    }

    fn write(&mut self, model: &Model, hash: &str, seed: u64, outcome: &Outcome) -> Result<()> {
        let row = self.record.row(model, hash, seed, outcome);
        let written = self.writer.row(&row).into_diagnostic();
        written.wrap_err_with(|| format!("cannot write {}", self.path.display()))
    }

    /// Ends the table of so many rows.
    fn finish(mut self, rows: u64) -> Result<TableEntry> {
        let flushed = self.writer.flush().into_diagnostic();
        flushed.wrap_err_with(|| format!("cannot write {}", self.path.display()))?;
        let files = vec![FileEntry { file: ROWS.to_owned(), sha256: sha256(&self.path)? }];
        Ok(TableEntry { name: "replicates".to_owned(), rows, files, columns: self.columns })
    }
}
