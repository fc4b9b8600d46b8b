//! Reading a study file and what it names.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{Definition, Study, check};
use crate::{
    diagnostic::{Diagnose, Excerpt},
    document::Document,
    language::Message,
    scenario::{LoadError, Place, Problem, Scenario, parse, read},
    study::design::{Design, Factor, Level},
};

/// The largest list of points that is read, in bytes.
pub(crate) const LIST_MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Why a study could not be read.
#[derive(Debug, Error)]
pub enum StudyError {
    /// The study file.
    #[error(transparent)]
    Study(LoadError),
    /// The scenario it names.
    #[error("the study's scenario cannot be read")]
    Scenario {
        /// Why.
        #[source]
        cause: LoadError,
    },
    /// The list it names.
    #[error("the study's list of points, {file}, cannot be read: {why}")]
    List {
        /// The file.
        file: String,
        /// Why.
        why: String,
    },
}

impl Diagnose for StudyError {
    fn message(&self) -> Message {
        if let Self::Study(error) = self { error.message() } else { self.to_string().into() }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Study(error) => error.help(),
            Self::Scenario { .. } => None,
            Self::List { .. } => Some(
                "a CSV file beside the study: a heading with parameters, then a line for each point".into(),
            ),
        }
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        if let Self::Study(error) = self { error.excerpt() } else { None }
    }

    fn problems(&self) -> Vec<&dyn Diagnose> {
        if let Self::Study(error) = self { Diagnose::problems(error) } else { Vec::new() }
    }

    fn diagnosed_cause(&self) -> Option<&dyn Diagnose> {
        if let Self::Scenario { cause } = self { Some(cause) } else { None }
    }
}

impl Definition {
    /// Whether a text is meant as a study rather than as a scenario: it names the scenario it is about.
    pub fn is_study(text: &str) -> bool {
        Document::parse(text.trim_start_matches('\u{feff}')).has_field("scenario")
    }

    /// Reads and validates a study file, the scenario it names and its list of points. `shipped` finds the text of a
    /// scenario that comes with the program.
    ///
    /// # Errors
    /// If one of the files cannot be read or makes no sense; all problems of meaning of the study come together.
    pub fn load(path: &Path, shipped: impl Fn(&str) -> Option<&'static str>) -> Result<Self, StudyError> {
        let text = read(path, "study").map_err(StudyError::Study)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::parse(&path.display().to_string(), &text, Some(folder), shipped)
    }

    /// Reads and validates a study from its text; `file` is the name to print, `folder` where the files it names lie.
    ///
    /// # Errors
    /// As [`Definition::load`].
    pub fn parse(
        file: &str,
        text: &str,
        folder: Option<&Path>,
        shipped: impl Fn(&str) -> Option<&'static str>,
    ) -> Result<Self, StudyError> {
        let study: Study = parse(file, text, "study", |_| Vec::new()).map_err(StudyError::Study)?;
        let scenario = base_case(file, text, &study, folder, shipped)?;
        let list = match &study.design {
            Design::List(list) => Some(read_list(&folder.unwrap_or(Path::new("")).join(&list.file))?),
            _ => None,
        };
        Self::assemble(file, text, scenario, list)
    }

    /// Puts a study together with the scenario and list that it was started with.
    ///
    /// # Errors
    /// If the study is not of the right shape or makes no sense.
    pub fn assemble(
        file: &str,
        text: &str,
        scenario: Scenario,
        list: Option<String>,
    ) -> Result<Self, StudyError> {
        let mut bad_list = None;
        let mut study = None;
        parse(file, text, "study", |written: &Study| {
            let mut written = written.clone();
            if let (Design::List(points), Some(list)) = (&mut written.design, &list) {
                match points.read(list) {
                    Ok(()) if written.factors.is_empty() => {
                        written.factors =
                            points.factors.iter().map(|f| (f.clone(), listed(points.values(f)))).collect();
                    }
                    Ok(()) => {}
                    Err(why) => bad_list = Some((points.file.clone(), why)),
                }
            }
            written.name_no_switch();
            let problems = if bad_list.is_some() { Vec::new() } else { check::problems(&written, &scenario) };
            study = Some(written);
            problems
        })
        .map_err(StudyError::Study)?;
        match (bad_list, study) {
            (None, Some(study)) => Ok(Self { study, text: text.to_owned(), scenario, list }),
            (list, _) => {
                let (file, why) = list.unwrap_or_default();
                Err(StudyError::List { file, why })
            }
        }
    }
}

/// A factor of a list: its values as they come, each once.
fn listed(values: Vec<Level>) -> Factor {
    let mut each: Vec<Level> = Vec::new();
    for value in values {
        // Only the kind of the column is asked for: a few thousand values tell it.
        if each.len() < 4096 && !each.contains(&value) {
            each.push(value);
        }
    }
    Factor::Values(each)
}

/// The base case: a file beside the study, else a shipped scenario.
fn base_case(
    file: &str,
    text: &str,
    study: &Study,
    folder: Option<&Path>,
    shipped: impl Fn(&str) -> Option<&'static str>,
) -> Result<Scenario, StudyError> {
    let name = study.scenario.as_str();
    let beside: Option<PathBuf> = folder.map(|folder| folder.join(name));
    let found =
        match (beside, shipped(name)) {
            (Some(path), _) if path.is_file() => Scenario::load(path),
            (_, Some(text)) => Scenario::parse(name, text),
            _ => {
                let problem = Problem::new(
                    Place::top("scenario"),
                    format!("there is no scenario \"{name}\""),
                    "a file beside the study, or the name of a shipped scenario",
                );
                return Err(StudyError::Study(
                    parse::<Study>(file, text, "study", |_| vec![problem]).err().unwrap_or(
                        LoadError::Folder { file: name.to_owned(), what: "scenario", help: String::new() },
                    ),
                ));
            }
        };
    found.map_err(|cause| StudyError::Scenario { cause })
}

fn read_list(path: &Path) -> Result<String, StudyError> {
    let wrong = |why: String| StudyError::List { file: path.display().to_string(), why };
    let file = fs::File::open(path).map_err(|e| wrong(e.to_string()))?;
    let mut text = String::new();
    let read = file.take(LIST_MAX_BYTES + 1).read_to_string(&mut text).map_err(|e| wrong(e.to_string()))?;
    if read as u64 > LIST_MAX_BYTES {
        return Err(wrong(format!("it is larger than {} MB", LIST_MAX_BYTES / 1_048_576)));
    }
    Ok(text)
}
