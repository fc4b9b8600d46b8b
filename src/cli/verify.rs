//! `plenary verify`: whether results are as they were written.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::failure::{Result, failure};
use plenary::{
    report::{
        number::{count, of},
        study as words,
    },
    study::{
        store::{
            Folder, Results, StoreError,
            verify::{Change, another_study, has_manifest, sums, verify, verify_sweep},
        },
        sweep::Sweep as Study,
    },
};

/// Make sure that result folders are as they were written: every file by its digest, every table by its rows, columns
/// and ranges, every journal by its records. Ends with status 1 where one is not, and says what can be rebuilt.
#[derive(Args)]
pub struct VerifyArgs {
    /// Folders that `run`, `sweep`, `levers`, `compare`, `sensitivity`, `discover` or `backtest` has written
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
}

impl VerifyArgs {
    pub fn execute(self) -> Result<u8> {
        let mut code = 0;
        for folder in &self.folders {
            let found = examine(folder)?;
            super::print_stdout(&found.text)?;
            code = code.max(u8::from(!found.is_sound));
        }
        Ok(code)
    }
}

/// What a folder turned out to be.
struct Examined {
    is_sound: bool,
    text: String,
}

fn examine(path: &Path) -> Result<Examined> {
    let folder = Folder::at(path);
    if !folder.is_begun() && !has_manifest(path) {
        return Err(StoreError::NoResults { path: path.display().to_string() }.into());
    }
    let mut changes = if has_manifest(path) { verify(path)? } else { Vec::new() };
    let tables_changed = !changes.is_empty();
    for change in sums(path) {
        if !changes.iter().any(|known| known.file == change.file) {
            changes.push(change);
        }
    }
    let mut lines = Vec::new();
    if folder.is_begun() {
        lines = examine_sweep(path, &folder, &mut changes, tables_changed)?;
    } else if tables_changed {
        lines.push(run_again(path));
    }
    Ok(Examined { is_sound: changes.is_empty(), text: text(path, &changes, &lines)? })
}

/// Adds what is wrong with a sweep beside its tables; says what can be rebuilt, and how.
fn examine_sweep(
    path: &Path,
    folder: &Folder,
    changes: &mut Vec<Change>,
    tables_changed: bool,
) -> Result<Vec<String>> {
    let definition = folder.definition()?;
    if folder.has_only_tables() {
        changes.extend(another_study(path, &definition));
        return Ok(if changes.is_empty() { Vec::new() } else { vec![run_again(path)] });
    }
    let study = Study::new(&definition).map_err(|e| failure!("{e}"))?;
    let (more, survey) = verify_sweep(folder, &definition, study.layout())?;
    let journals_damaged = !more.is_empty();
    changes.extend(more);
    let missing = survey.missing(study.plan());
    let name = plenary::shell::path(&path.display().to_string());
    let mut lines = Vec::new();
    if missing.runs > 0 {
        lines.push(format!("The study is not complete: {}.", words::missing(&missing)));
    }
    if journals_damaged || missing.runs > 0 {
        let force = if tables_changed { " --force" } else { "" };
        lines.push(format!(
            "The journal is mended, and what is missing done: plenary sweep {name} --resume{force}"
        ));
    }
    if tables_changed && missing.runs == 0 {
        lines.push(format!("The tables can be rebuilt from the journal: plenary sweep merge {name} --force"));
    } else if missing.runs == 0 && !has_manifest(path) {
        lines.push(format!("It is complete, but not merged: plenary sweep merge {name}"));
    }
    Ok(lines)
}

/// What to do about results that have no journal.
fn run_again(path: &Path) -> String {
    let again = "It cannot be rebuilt from what is there";
    match Results::open(path) {
        Err(StoreError::Changed { file, .. }) if file != "manifest.json" => {
            format!(
                "{again}; the same command with the same seed gives the same results: manifest.json has both."
            )
        }
        _ => format!("{again}: run the command again with a new folder."),
    }
}

fn text(path: &Path, changes: &[Change], lines: &[String]) -> Result<String> {
    let name = path.display();
    let mut text = match (changes, Results::open(path)) {
        ([], Ok(results)) => {
            let (files, tables) = (Results::files_in(path).len(), &results.manifest.tables);
            let rows: u64 = tables.iter().map(|table| table.rows).sum();
            format!(
                "{name}: as plenary {} {} wrote it: {}, {}, {} rows.\n",
                results.manifest.version,
                results.manifest.command,
                of(files, "file", "files"),
                of(tables.len(), "table", "tables"),
                count(rows)
            )
        }
        ([], Err(_)) => format!("{name}: its journals are sound; it has no tables yet.\n"),
        _ => format!("{name}: not as it was written\n"),
    };
    changes.iter().for_each(|change| text.push_str(&format!("  {}: {}\n", change.file, change.why)));
    lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    Ok(text)
}
