//! A folder ready for a repository: what is said in it beside the results.

mod citation;
mod licence;
mod metadata;

pub use citation::citation;
pub use licence::{Licence, UnknownLicence};
pub use metadata::{METADATA, metadata};

use crate::{language::Language, say, study::store::Manifest};

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedFile {
    /// Its name in the folder.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What an archive says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Archive<'a> {
    /// The language of its README.
    pub language: Language,
    /// The manifest of the results in it.
    pub manifest: &'a Manifest,
    /// What the study or the scenario asks.
    pub about: &'a str,
    /// Its files so far.
    pub files: &'a [ArchivedFile],
    /// The licence chosen for the data; none where none was.
    pub licence: Option<Licence>,
    /// Who made the study.
    pub authors: &'a [String],
    /// The day of the archive, as 2026-01-31.
    pub date: &'a str,
    /// The commands that give the results again, run inside the folder.
    pub again: &'a [String],
}

/// The file that says what is in the folder and how to make it again.
pub fn readme(archive: &Archive<'_>) -> String {
    let (language, manifest) = (archive.language, archive.manifest);
    let lines = |commands: &[String]| commands.iter().map(|c| format!("    {c}\n")).collect::<String>();
    let licence = match archive.licence {
        Some(licence) => {
            say!(language, "research-archive-licence", name = licence.name(), url = licence.url())
        }
        None => say!(language, "research-archive-no-licence"),
    };
    let made = say!(
        language,
        "research-archive-made",
        version = manifest.version.as_str(),
        command = manifest.command.as_str(),
        seed = manifest.seed.to_string(),
        hash = manifest.scenario_hash.as_str()
    );
    let files: String = archive
        .files
        .iter()
        .map(|file| format!("- `{}`: {}\n", file.name, describe(language, &file.name)))
        .collect();
    let about = if archive.about.is_empty() { String::new() } else { format!("{}\n\n", archive.about) };
    format!(
        "# {}\n\n{about}{made}\n\n## {}\n\n{}\n## {}\n\n{}\n## {}\n\n{files}\n## {}\n\n{licence}\n",
        manifest.title,
        say!(language, "research-archive-again"),
        lines(archive.again),
        say!(language, "research-archive-check"),
        lines(&["plenary verify .".to_owned(), "sha256sum -c SHA256SUMS".to_owned()]),
        say!(language, "research-archive-files"),
        say!(language, "research-archive-licence-heading"),
    )
}

/// What a file is.
pub fn describe(language: Language, name: &str) -> String {
    let kind = match name {
        "manifest.json" => "manifest",
        "study.ron" => "study",
        "scenario.ron" | "a.ron" | "b.ron" => "scenario",
        "list.csv" => "list",
        "ODD.md" => "odd",
        "README.md" => "readme",
        "LICENSE.txt" => "licence",
        "CITATION.cff" => "citation",
        "provenance.json" => "provenance",
        name if name.starts_with("figure-") => "figure",
        name if name.ends_with(".csv") || name.ends_with(".parquet") => "table",
        _ => "other",
    };
    say!(language, "research-archive-file", kind = kind)
}

/// The checksums, as `sha256sum -c` reads them.
pub fn sums(files: &[ArchivedFile]) -> String {
    files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect()
}
