//! `plenary verify`: whether results are as they were written.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::failure::{Result, failure};
use plenary::{
    language::Language,
    report::study as words,
    say,
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
    /// Folders that `run`, `sweep`, `levers`, `lift`, `compare`, `sensitivity`, `discover`, `calibrate` or `backtest` has written
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
        return Err(StoreError::nothing_in(path).into());
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
    let language = super::language::of(&definition.scenario);
    let name = plenary::shell::path(&path.display().to_string());
    let mut lines = Vec::new();
    if missing.runs > 0 {
        let missing = words::missing(language, &missing);
        lines.push(say!(language, "commands-incomplete", missing = missing));
    }
    if journals_damaged || missing.runs > 0 {
        let force = if tables_changed { " --force" } else { "" };
        let command = format!("plenary sweep {name} --resume{force}");
        lines.push(say!(language, "commands-mend", command = command));
    }
    if tables_changed && missing.runs == 0 {
        let command = format!("plenary sweep merge {name} --force");
        lines.push(say!(language, "commands-rebuild", command = command));
    } else if missing.runs == 0 && !has_manifest(path) {
        let command = format!("plenary sweep merge {name}");
        lines.push(say!(language, "commands-unmerged", command = command));
    }
    Ok(lines)
}

/// What to do about results that have no journal.
fn run_again(path: &Path) -> String {
    let by = match Results::open(path) {
        Err(StoreError::Changed { file, .. }) if file != "manifest.json" => "seed",
        _ => "folder",
    };
    say!(super::language(), "commands-again", by = by)
}

fn text(path: &Path, changes: &[Change], lines: &[String]) -> Result<String> {
    let language = super::language();
    let folder = path.display().to_string();
    let mut text = match (changes, Results::open(path)) {
        ([], Ok(results)) => sound(folder, path, &results, language),
        ([], Err(_)) => say!(language, "commands-sound-journals", folder = folder),
        _ => say!(language, "commands-changed", folder = folder),
    };
    text.push('\n');
    for change in changes {
        let (file, why) = (change.file.as_str(), change.why.to_string());
        text.push_str(&format!("  {}\n", say!(language, "commands-change", file = file, why = why)));
    }
    lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    Ok(text)
}

/// What is in a folder that is as it was written.
fn sound(folder: String, path: &Path, results: &Results, language: Language) -> String {
    let tables = &results.manifest.tables;
    say!(
        language,
        "commands-sound",
        folder = folder,
        version = results.manifest.version.as_str(),
        command = results.manifest.command.as_str(),
        files = Results::files_in(path).len(),
        tables = tables.len(),
        rows = tables.iter().map(|table| table.rows).sum::<u64>()
    )
}
