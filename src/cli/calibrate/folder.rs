//! The folder of a calibration: each generation as it is done, and once all is done tables and a manifest.

use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use super::super::result_folder::{self, table};
use crate::cli::failure::{IntoFailure, Result};
use plenary::{
    output::{self, Draft, NewFolder, Permission, keep_all},
    study::{
        calibration::{Calibration, Findings, Population, columns, population_of, population_table, tables},
        store::{
            Manifest, Results, StoreError,
            manifest::{FileEntry, MANIFEST},
        },
        table::{Row, csv},
    },
};

/// What was found, as one document.
const FINDINGS: &str = "findings.json";
/// What is inferred from what, and how far it goes: written first of all.
const DECLARED: &str = "calibration.json";

/// A folder that a calibration is written to.
pub struct CalibrationFolder {
    path: PathBuf,
    /// Names and texts of the files that were there from the start.
    files: Vec<(String, String)>,
    stored: Vec<Population>,
}

impl CalibrationFolder {
    /// Begins a new folder, or takes up one that was begun with the same declaration.
    pub fn open(dir: &Path, calibration: &Calibration, cases: &[String], resume: bool) -> Result<Self> {
        let case = |(k, text): (usize, &String)| (format!("scenario{}.ron", number(k)), text.clone());
        let mut files: Vec<(String, String)> = cases.iter().enumerate().map(case).collect();
        files.push((DECLARED.to_owned(), declared(calibration)?));
        let mut folder = Self { path: dir.to_owned(), files, stored: Vec::new() };
        let begun = dir.join(DECLARED).exists();
        if begun && !resume {
            return Err(StoreError::Begun { path: dir.display().to_string() }.into());
        }
        if begun {
            folder.take_up(calibration)?;
            return Ok(folder);
        }
        let names: Vec<&str> = folder.files.iter().map(|(name, _)| name.as_str()).chain([MANIFEST]).collect();
        let mut new = NewFolder::create(dir, &names)?;
        for (name, text) in &folder.files {
            new.write(name, text.as_bytes())?;
        }
        new.finish();
        Ok(folder)
    }

    /// Makes sure that the folder is of this calibration, and reads what is there.
    fn take_up(&mut self, calibration: &Calibration) -> Result<()> {
        let foreign = |why: String| StoreError::Foreign { path: self.path.display().to_string(), why };
        for (name, text) in &self.files {
            let path = self.path.join(name);
            let found = fs::read_to_string(&path).map_err(|e| StoreError::read(&path, e))?;
            if found != *text {
                return Err(foreign(format!("its {name} is another")).into());
            }
        }
        let columns = columns(calibration);
        loop {
            let name = generation(self.stored.len());
            let path = self.path.join(&name);
            let Ok(file) = File::open(&path) else { return Ok(()) };
            let mut rows = csv::CsvRows::new(BufReader::new(file), &columns);
            let broken = || StoreError::Broken {
                path: path.display().to_string(),
                why: "it is no generation of this calibration".to_owned(),
            };
            if !rows.has_heading().map_err(|_| broken())? {
                return Err(broken().into());
            }
            let rows: Vec<Row> = rows.collect::<Result<_, _>>().map_err(|_| broken())?;
            let population = population_of(calibration, &self.stored, &rows).ok_or_else(broken)?;
            self.stored.push(population);
        }
    }

    /// The generations that are complete already.
    pub fn take_stored(&mut self) -> Vec<Population> {
        std::mem::take(&mut self.stored)
    }

    /// Writes a generation.
    pub fn keep(&self, calibration: &Calibration, number: usize, population: &Population) -> Result<()> {
        let table = population_table(calibration, population);
        let text = csv::to_string(&table.columns, &table.rows).into_failure()?;
        Ok(output::write(&self.path.join(generation(number)), text.as_bytes(), &Permission::default())?)
    }

    /// Writes the tables, and last the manifest; says so.
    pub fn finish(
        self,
        calibration: &Calibration,
        last: &Population,
        findings: &Findings,
        options: Vec<String>,
    ) -> Result<String> {
        let tables = tables(calibration, last, findings);
        let names: Vec<String> = tables.iter().map(|(name, _)| (*name).to_owned()).collect();
        let written: Vec<_> =
            tables.iter().map(|(name, of)| table(&self.path, name, of)).collect::<Result<_, _>>()?;
        let (entries, drafts): (Vec<_>, Vec<_>) = written.into_iter().map(|t| (t.entry, t.files)).unzip();
        let found = plenary::printable::json(findings).into_failure()?;
        let found = Draft::of(&self.path.join(FINDINGS), found.as_bytes())?;
        let generations = (0..findings.generations.len()).map(generation);
        let files = self.files.iter().map(|(name, _)| name.clone()).chain(generations);
        let mut files: Vec<FileEntry> = files.map(|name| self.entry(name)).collect::<Result<_, _>>()?;
        files.push(result_folder::entry(&found));
        let Some(first) = calibration.cases().next() else { return Ok(String::new()) };
        let manifest = Manifest {
            options,
            factors: calibration.parameters().to_vec(),
            tables: entries,
            files,
            ..result_folder::manifest("calibrate", first, calibration.settings().seed)
        };
        let manifest = Draft::of(&self.path.join(MANIFEST), manifest.to_text().as_bytes())?;
        let permission = Results::replaceable(&self.path);
        keep_all(drafts.into_iter().flatten().chain([found, manifest]).collect(), &permission)?;
        Ok(format!("Wrote {} and manifest.json to {}.", names.join(", "), self.path.display()))
    }

    fn entry(&self, file: String) -> Result<FileEntry, StoreError> {
        let sha256 = plenary::study::store::manifest::sha256(&self.path.join(&file))?;
        Ok(FileEntry { file, sha256 })
    }
}

fn generation(number: usize) -> String {
    format!("generation-{number:02}.csv")
}

fn number(case: usize) -> String {
    if case == 0 { String::new() } else { format!("-{}", case + 1) }
}

/// What is inferred from what, by which version.
fn declared(calibration: &Calibration) -> Result<String> {
    #[derive(serde::Serialize)]
    struct Declared<'c> {
        version: &'static str,
        cases: Vec<(String, String)>,
        free: Vec<(&'c String, String)>,
        statistics: Vec<(&'c str, f64, Option<f64>)>,
        #[serde(flatten)]
        settings: &'c plenary::study::calibration::Settings,
    }
    let stated = calibration.stated_scales();
    let statistics = calibration.statistics().iter().zip(stated);
    let free = calibration.parameters().iter().zip(calibration.priors());
    plenary::printable::json(&Declared {
        version: env!("CARGO_PKG_VERSION"),
        cases: calibration.cases().map(|case| (case.title.clone(), case.hash())).collect(),
        free: free.map(|(path, prior)| (path, prior.to_string())).collect(),
        statistics: statistics.map(|(s, scale)| (s.name.as_str(), s.observed, *scale)).collect(),
        settings: calibration.settings(),
    })
    .into_failure()
}
