//! `plenary sweep merge`: shards become tables.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::super::{
    destination::ForceArg,
    result_folder::{self, TableFile, WrittenTable, table},
};
use plenary::{
    language::Language,
    output::{Draft, OutputError, Permission, Remedy, keep_all},
    report::study as words,
    say,
    study::{
        definition::Definition,
        points::{Estimates, PointTally},
        sequential::Reached,
        store::{
            Folder, Manifest, Results, StoreError,
            manifest::MANIFEST,
            merge::Survey,
            record::{JournalEntry, Yield},
            verify,
        },
        sweep::{Sweep as Study, point_columns},
        table::{Column, ColumnKind, DataTable},
    },
};

/// Put the shards of a study together: tables, a summary of each point, and a manifest.
#[derive(Args)]
pub struct Merge {
    /// The folders of the shards; one folder, where they share it
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// The folder for the tables [default: the shards' folder, where there is one]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Remove the journals once the tables are written and found sound: they take as much room again
    #[arg(long)]
    discard_journals: bool,
    #[command(flatten)]
    force: ForceArg,
}

impl Merge {
    pub fn execute(self) -> Result<u8> {
        let folders: Vec<Folder> = self.folders.iter().map(|path| Folder::at(path)).collect();
        let out = match (&self.out, &self.folders[..]) {
            (Some(out), _) => out.clone(),
            (None, [only]) => only.clone(),
            (None, _) => {
                return Err(failure!(
                    help = "plenary sweep merge a b c --out all",
                    "say where the tables go: --out DIR"
                ));
            }
        };
        let code = merge(&folders, &out, false, self.force)?;
        if self.discard_journals {
            discard_journals(&folders, &out)?;
        }
        Ok(code)
    }
}

/// Merges what these folders hold into tables in `out`.
pub fn merge(folders: &[Folder], out: &Path, just_run: bool, force: ForceArg) -> Result<u8> {
    let Some(first) = folders.first() else { return Ok(0) };
    let definition = first.definition()?;
    if first.has_only_tables() {
        return Err(failure!(
            "the tables of {} are complete, and there are no journals to merge",
            first.path().display()
        ));
    }
    let study = Study::new(&definition).map_err(|e| failure!("{e}"))?;
    let survey = Survey::of(folders, &definition, study.layout())?;
    let missing = survey.missing(study.plan());
    if missing.runs > 0 {
        return Err(StoreError::Incomplete { missing: words::missing(Language::English, &missing) }.into());
    }
    let target = Folder::at(out);
    target.begin(&definition)?;
    let _held = target.hold_for_merging()?;
    let permission = force.apply(Results::replaceable(out));
    let manifest = manifest(&study, &definition)?;
    let written = write(&study, manifest, &survey, out, &permission);
    // The journals are there whatever becomes of the tables.
    let (points, written) = written.map_err(|error| match error {
        StoreError::Output(error) => StoreError::Output(error.with_remedy(Remedy::Merge)),
        other => other,
    })?;
    let screen = super::super::screen::of(&definition.scenario);
    let summary = words::points(&points, &study, &survey.progress, screen);
    super::super::print_stdout(&summary)?;
    let files: Vec<String> =
        written.into_iter().map(|name| name.to_string()).chain(["manifest.json".to_owned()]).collect();
    let (what, folder) = (screen.language.list(&files, usize::MAX), out.display().to_string());
    super::super::print_stderr(&match just_run {
        true => say!(screen.language, "commands-wrote-to", what = what, folder = folder),
        false => say!(screen.language, "commands-merged", what = what, folder = folder),
    });
    Ok(0)
}

/// Removes the journals of a study whose tables are sound: nothing can be rebuilt from them any more.
pub fn discard_journals(folders: &[Folder], out: &Path) -> Result<()> {
    if let Some(change) = verify::verify(out)?.first() {
        return Err(failure!("the journals stay: {} is not as it was written: {}", change.file, change.why));
    }
    let mut bytes = 0;
    for folder in folders {
        let _held = folder.hold_for_merging()?;
        bytes += folder.discard_journals()?;
    }
    super::super::print_stderr(&format!(
        "Removed the journals: {} kB.",
        Language::English.count(bytes / 1000)
    ));
    Ok(())
}

/// Writes the tables and the manifest; returns the table of points, and the names of all tables.
fn write(
    study: &Study,
    manifest: Manifest,
    survey: &Survey,
    out: &Path,
    permission: &Permission,
) -> Result<(DataTable, Vec<String>), StoreError> {
    let mut tables = Tables::create(study, out)?;
    survey.merge(study.layout(), |entry| tables.add(study, entry))?;
    let Tables { estimates, tallies, mut rounds, rows } = tables;
    let mut written = vec![rows.finish()?];
    if let Some(rounds) = rounds.take() {
        written.push(rounds.finish()?);
    }
    let rows = tallies.values().map(|tally| estimates.row(tally)).collect();
    let points = DataTable { columns: estimates.columns(), rows };
    written.push(table(out, "points", &points)?);
    written.push(table(out, "failures", &failures(study, survey))?);
    let names = written.iter().map(|table| table.entry.name.clone()).collect();
    put(out, written, Manifest { reached: Reached::of(&points), ..manifest }, permission)?;
    Ok((points, names))
}

/// Puts the tables in their places, and last the manifest.
fn put(
    out: &Path,
    tables: Vec<WrittenTable>,
    manifest: Manifest,
    permission: &Permission,
) -> Result<(), OutputError> {
    let (entries, files): (Vec<_>, Vec<_>) = tables.into_iter().map(|t| (t.entry, t.files)).unzip();
    let manifest = Manifest { tables: entries, ..manifest };
    let manifest = Draft::of(&out.join(MANIFEST), manifest.to_text().as_bytes())?;
    keep_all(files.into_iter().flatten().chain([manifest]).collect(), permission)
}

/// The tables that grow as runs come.
struct Tables {
    estimates: Estimates,
    tallies: BTreeMap<u64, PointTally>,
    rows: TableFile,
    rounds: Option<TableFile>,
}

impl Tables {
    fn create(study: &Study, out: &Path) -> Result<Self, OutputError> {
        let (layout, forms) = (study.layout(), &study.definition().study.tables[..]);
        let rounds =
            layout.trajectory.as_ref().map(|columns| TableFile::create(out, "trajectory", columns, forms));
        Ok(Self {
            estimates: study.estimates(),
            tallies: BTreeMap::new(),
            rows: TableFile::create(out, "replicates", &layout.replicates, forms)?,
            rounds: rounds.transpose()?,
        })
    }

    fn add(&mut self, study: &Study, entry: &JournalEntry) -> Result<(), StoreError> {
        let Yield::Rows { replicates, trajectory } = &entry.result else { return Ok(()) };
        let estimates = &self.estimates;
        let tally = self
            .tallies
            .entry(entry.run.point)
            .or_insert_with(|| estimates.tally(study.point_cells(entry.run.point)));
        for row in replicates {
            estimates.add(tally, row);
            self.rows.row(row.clone())?;
        }
        if let Some(rounds) = &mut self.rounds {
            trajectory.iter().try_for_each(|row| rounds.row(row.clone()))?;
        }
        Ok(())
    }
}

/// Points whose scenario makes no sense.
fn failures(study: &Study, survey: &Survey) -> DataTable {
    let mut columns = point_columns(study.points(), &study.definition().study.labels);
    columns.push(Column::new("problem", ColumnKind::String, "Why the scenario at this point makes no sense"));
    let failed = survey.progress.failed.iter();
    let rows = failed.map(|(point, why)| {
        let mut row = study.point_cells(*point);
        row.push(why.clone().into());
        row
    });
    DataTable { columns, rows: rows.collect() }
}

fn manifest(study: &Study, definition: &Definition) -> Result<Manifest> {
    let base = definition.base().map_err(|e| failure!("{e}"))?;
    Ok(Manifest {
        title: definition.study.title.clone(),
        replicates: definition.study.until.is_none().then_some(definition.study.replicates),
        study: Some(definition.text.clone()),
        fingerprint: Some(definition.fingerprint()),
        labels: definition.study.labels.clone(),
        factors: study.points().factors().names().map(str::to_owned).collect(),
        design: Some(words::design(Language::English, &definition.study)),
        design_seed: definition.study.design_seed,
        stopping: words::stopping(Language::English, &definition.study),
        scenario: definition.scenario.as_file(),
        ..result_folder::manifest("sweep", &base, definition.study.seed)
    })
}
