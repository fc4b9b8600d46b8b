//! `plenary archive`: a folder of results made ready for a repository.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use clap::Args;

use super::{
    again, chart, compile,
    input::{Input, SampleArgs},
    language, report, sweep,
};
use crate::cli::failure::{IntoFailure, Result, failure};
use plenary::{
    language::Language,
    output::{Draft, NewFolder, Written},
    report::{
        archive::{self, Archive, ArchivedFile, Licence, METADATA},
        odd,
    },
    scenario::Scenario,
    study::store::{Manifest, Results, manifest::MANIFEST, verify::SUMS},
};

/// Pictures that go into an archive, at most.
const PICTURES: usize = 2;
/// What describes a folder of results beside what its manifest names.
const BESIDE: [&str; 4] = ["study.ron", "scenario.ron", sweep::LIST, sweep::PROVENANCE];

/// Make a folder ready for a repository: the results with study, scenario and manifest, a model description (ODD), pictures,
/// a licence, CITATION.cff, RO-Crate metadata, checksums, and the command that gives the results again.
#[derive(Args)]
pub struct ArchiveArgs {
    /// The folder that a command has written; journals stay where they are
    #[arg(value_name = "DIR")]
    results: PathBuf,
    /// The new folder [default: DIR-archive]
    #[arg(short, long, value_name = "NEWDIR")]
    out: Option<PathBuf>,
    /// The licence of the data: CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0 or ODbL-1.0 [default: none, which is said in the folder]
    #[arg(long, value_name = "LICENCE")]
    licence: Option<Licence>,
    /// An author, as "Family, Given" or the name of a group (may be repeated)
    #[arg(long = "author", value_name = "NAME")]
    authors: Vec<String>,
    /// The day of the archive [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<String>,
}

impl ArchiveArgs {
    pub fn execute(self) -> Result<u8> {
        let results = Results::open(&self.results)?;
        let manifest = &results.manifest;
        let out = self.out.clone().unwrap_or_else(|| beside(&self.results));
        let scenario = match manifest.scenario.as_str() {
            "" => None,
            text => Some(Scenario::parse(&manifest.title, text)?),
        };
        let language = scenario.as_ref().map_or_else(|| language::asked().unwrap_or_default(), language::of);
        let mut packed = Packed { folder: NewFolder::create(&out, &[MANIFEST])?, files: Vec::new() };
        self.pack_results(&mut packed, manifest)?;
        if let Some(scenario) = scenario.as_ref().filter(|scenario| !scenario.is_body()) {
            packed.add(
                "ODD.md",
                odd::render(scenario, &compile(scenario)?, super::language::of(scenario)).as_bytes(),
            )?;
        }
        for (name, bytes) in self.pictures(&results, language)? {
            packed.add(&name, &bytes)?;
        }
        packed.add("LICENSE.txt", Licence::text(self.licence, &self.authors).as_bytes())?;
        self.describe(&mut packed, manifest, scenario.as_ref(), language)?;
        let count = packed.files.len();
        packed.folder.finish();
        super::print_stderr(&plenary::say!(
            language,
            "research-archive-wrote",
            n = count + 1,
            dir = out.display().to_string(),
            licence = self.licence.map_or("none", Licence::id)
        ));
        Ok(0)
    }

    /// What the manifest names, and what the results follow from.
    fn pack_results(&self, packed: &mut Packed, manifest: &Manifest) -> Result<()> {
        let named = Results::files_in(&self.results);
        let beside = BESIDE.iter().map(|name| self.results.join(name)).filter(|path| path.is_file());
        let mut paths: Vec<PathBuf> = named.into_iter().filter(|path| !path.ends_with(MANIFEST)).collect();
        for path in beside {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        paths.iter().try_for_each(|path| packed.copy(path))?;
        // Of results that rest on a sweep only the manifest has them.
        for (name, text) in
            [("study.ron", manifest.study.as_deref()), ("scenario.ron", Some(manifest.scenario.as_str()))]
        {
            if let Some(text) = text.filter(|text| !text.is_empty() && !packed.has(name)) {
                packed.add(name, text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// The pictures that a report of the folder opens with.
    fn pictures(&self, results: &Results, language: Language) -> Result<Vec<(String, Vec<u8>)>> {
        if results.manifest.command == "run" {
            let sample = SampleArgs { replicates: None, seed: None, replicate: 0, threads: None };
            let input = Input::of_folder(self.results.clone(), &sample)?;
            return chart::usual(&["outcomes", "ladder"], &input, &sample);
        }
        let pairs = report::of_tables(&self.results, results, language);
        let files = pairs.iter().take(PICTURES).enumerate().map(|(n, (wide, _))| {
            let picture = (format!("figure-{}.svg", n + 1), wide.svg.clone().into_bytes());
            [picture, (format!("figure-{}.csv", n + 1), wide.csv().into_bytes())]
        });
        Ok(files.flatten().collect())
    }

    /// README, citation, metadata, checksums, and last the manifest, which says that the folder is complete.
    fn describe(
        &self,
        packed: &mut Packed,
        manifest: &Manifest,
        scenario: Option<&Scenario>,
        language: Language,
    ) -> Result<()> {
        let date = self.date.clone().unwrap_or_else(today);
        let again = again::of_folder(Path::new("."), manifest);
        let study = sweep::of_results(&self.results)?;
        let about = study.map(|definition| definition.study.about).filter(|about| !about.is_empty());
        let about = about.or_else(|| scenario.map(|s| s.about.clone())).unwrap_or_default();
        let manifest_text = fs::read(self.results.join(MANIFEST)).into_failure()?;
        let written = Draft::of(&packed.folder.path().join(MANIFEST), &manifest_text)?;
        let of_manifest = archived(&written, manifest_text.len() as u64);
        let mut said = packed.files.clone();
        said.push(of_manifest.clone());
        let archive = Archive {
            language,
            manifest,
            about: &about,
            files: &[],
            licence: self.licence,
            authors: &self.authors,
            date: &date,
            again: &again,
        };
        packed.add("CITATION.cff", archive::citation(&archive).as_bytes())?;
        said.extend(packed.files.last().cloned());
        packed.add("README.md", archive::readme(&Archive { files: &said, ..archive }).as_bytes())?;
        said.extend(packed.files.last().cloned());
        let metadata = archive::metadata(&Archive { files: &said, ..archive });
        let metadata = plenary::printable::json(&metadata).into_failure()?;
        packed.add(METADATA, metadata.as_bytes())?;
        let mut all = packed.files.clone();
        all.push(of_manifest);
        packed.folder.write(SUMS, archive::sums(&all).as_bytes())?;
        packed.files.push(ArchivedFile { name: SUMS.to_owned(), sha256: String::new(), bytes: 0 });
        Ok(packed.folder.keep(vec![written])?)
    }
}

/// An archive that is being filled.
struct Packed {
    folder: NewFolder,
    files: Vec<ArchivedFile>,
}

impl Packed {
    fn has(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.name == name)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let written = Draft::of(&self.folder.path().join(name), bytes)?;
        self.keep(written, bytes.len() as u64)
    }

    fn copy(&mut self, from: &Path) -> Result<()> {
        let name = from.file_name().ok_or_else(|| failure!("{} is no file", from.display()))?;
        let mut draft = Draft::create(&self.folder.path().join(name))?;
        let mut file = File::open(from).into_failure()?;
        let bytes = io::copy(&mut file, &mut draft).into_failure()?;
        let written = draft.finish()?;
        self.keep(written, bytes)
    }

    fn keep(&mut self, written: Written, bytes: u64) -> Result<()> {
        self.files.push(archived(&written, bytes));
        Ok(self.folder.keep(vec![written])?)
    }
}

fn archived(written: &Written, bytes: u64) -> ArchivedFile {
    let name = written.path().file_name().unwrap_or_default().display().to_string();
    ArchivedFile { name, sha256: written.sha256().to_owned(), bytes }
}

/// DIR-archive.
fn beside(results: &Path) -> PathBuf {
    let name = results.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_owned()));
    let name = name.unwrap_or_else(|| "results".into());
    let name = format!("{}-archive", name.display());
    if results.file_name().is_some() { results.with_file_name(name) } else { PathBuf::from("..").join(name) }
}

/// A day, as 2026-01-31.
fn day(text: &str) -> std::result::Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |n: usize, digits: usize| {
        let part = parts.get(n)?;
        (part.len() == digits).then(|| part.parse::<u32>().ok()).flatten()
    };
    let is_day = parts.len() == 3
        && number(0, 4).is_some()
        && number(1, 2).is_some_and(|m| (1..=12).contains(&m))
        && number(2, 2).is_some_and(|d| (1..=31).contains(&d));
    if is_day { Ok(text.to_owned()) } else { Err("expected a day, as 2026-01-31".to_owned()) }
}

/// Today's date (UTC), by the civil calendar from days since 1970 (Hinnant).
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    civil(seconds / 86_400)
}

fn civil(days: u64) -> String {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{civil, day};

    #[test]
    fn days_of_the_calendar() {
        for (days, date) in
            [(0, "1970-01-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"), (20_786, "2026-11-29")]
        {
            assert_eq!(civil(days), date);
        }
        assert!(day("2026-01-31").is_ok() && day("31.1.2026").is_err() && day("2026-13-01").is_err());
    }
}
