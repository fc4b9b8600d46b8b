//! `plenary import`: converts a table into a scenario.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use clap::{Args, Subcommand};

use super::destination::{self, ForceArg};
use plenary::{
    import::{self, SurveyReading},
    output::{self, Permission},
    scenario::{Scenario, nearest},
    sheet,
};

/// Convert a table into a scenario file.
#[derive(Args)]
pub struct ImportArgs {
    #[command(subcommand)]
    source: ImportSource,
}

#[derive(Subcommand)]
enum ImportSource {
    /// A scorable game: columns party, issue, option, points, minimum; one row per party and option
    Scorable(ImportFile),
    /// A survey of positions: columns actor, issue, position (0 to 100), salience, power; one row per position
    Positions(SurveyArgs),
}

#[derive(Args)]
struct ImportFile {
    /// The table, a CSV file
    file: PathBuf,
    /// Write the scenario to this new file instead of standard output
    #[arg(short, long, value_name = "FILE.ron")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
}

#[derive(Args)]
struct SurveyArgs {
    #[command(flatten)]
    file: ImportFile,
    /// A CSV file with the meaning of scale values: columns issue, position, meaning
    #[arg(long, value_name = "FILE.csv")]
    scales: Option<PathBuf>,
    /// Issues whose scale has two poles and no direction of more or less ambition
    #[arg(long, value_delimiter = ',', value_name = "ISSUE,…")]
    positional: Vec<String>,
    /// The status quo of issues where it is not the lower end of the scale
    #[arg(long, value_delimiter = ',', value_name = "ISSUE=VALUE,…")]
    status_quo: Vec<String>,
}

impl ImportArgs {
    pub fn execute(self) -> Result<u8> {
        let permission = self.source.check_output()?;
        let (ImportFile { file, out, .. }, written) = match self.source {
            ImportSource::Scorable(file) => {
                let (name, title) = names(&file.file);
                let written = import::scorable(&name, &title, &read_table(&file.file)?)?;
                (file, written)
            }
            ImportSource::Positions(survey) => {
                let written = survey.to_scenario()?;
                (survey.file, written)
            }
        };
        Scenario::parse(&file.display().to_string(), &written)?;
        match out {
            None => super::print_stdout(&written),
            Some(out) => {
                output::write(&out, written.as_bytes(), &permission)?;
                super::print_stdout(&format!(
                    "Wrote {}. Next: plenary analyse {}\n",
                    out.display(),
                    plenary::shell::path(&out.display().to_string())
                ))
            }
        }
    }
}

impl ImportSource {
    /// What may be replaced; fails at once where the output may not be written.
    fn check_output(&self) -> Result<Permission> {
        let (file, scales) = match self {
            Self::Scorable(file) => (file, None),
            Self::Positions(survey) => (&survey.file, survey.scales.clone()),
        };
        let permission = file.force.permission([file.file.clone()].into_iter().chain(scales)).only_new();
        file.out.as_ref().map_or(Ok(()), |out| destination::check(out, &[".ron"], &permission))?;
        Ok(permission)
    }
}

impl SurveyArgs {
    /// The text of the scenario file.
    fn to_scenario(&self) -> Result<String> {
        let (name, title) = names(&self.file.file);
        let text = read_table(&self.file.file)?;
        let scales = self.scales.as_ref().map(|path| read_table(path)).transpose()?;
        let issues = import::issues(&name, &text)?;
        let check_known = |issue: &str| match issues.iter().any(|known| known == issue) {
            true => Ok(()),
            false => Err(failure!(
                help = nearest(issue, issues.iter().map(String::as_str)),
                "{name} has no issue \"{issue}\""
            )),
        };
        self.positional.iter().try_for_each(|issue| check_known(issue))?;
        let status_quo: Vec<(String, f64)> =
            self.status_quo.iter().map(|written| status_quo(written)).collect::<Result<_>>()?;
        status_quo.iter().try_for_each(|(issue, _)| check_known(issue))?;
        let scales_name = self.scales.as_ref().map(|path| path.display().to_string());
        let reading = SurveyReading {
            scales: scales_name.as_deref().zip(scales.as_deref()),
            positional: &self.positional,
            status_quo: &status_quo,
        };
        Ok(import::positions(&name, &title, &text, &reading)?)
    }
}

/// Parses an argument such as "legal=30".
fn status_quo(written: &str) -> Result<(String, f64)> {
    let value = |value: &str| value.trim().parse::<f64>().ok().filter(|x| (0.0..=100.0).contains(x));
    written
        .split_once('=')
        .and_then(|(issue, v)| Some((issue.trim().to_owned(), value(v)?)))
        .ok_or_else(|| failure!("--status-quo {written}: expected ISSUE=VALUE, with the value from 0 to 100"))
}

/// The name of a table in messages, and the title of the scenario made from it.
fn names(file: &Path) -> (String, String) {
    let name = file.display().to_string();
    let title = file.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
    (name, title)
}

/// Reads the text of a table; fails if it is too large or not UTF-8.
pub fn read_table(path: &Path) -> Result<String> {
    let name = path.display();
    let cannot_read = || format!("cannot read {name}");
    if path.is_dir() {
        return Err(failure!("{name} is a folder, not a table"));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).into_failure().context(cannot_read)?;
    file.take(sheet::MAX_BYTES + 1).read_to_end(&mut bytes).into_failure().context(cannot_read)?;
    if bytes.len() as u64 > sheet::MAX_BYTES {
        return Err(failure!(
            "{name} is larger than {} MB, the limit for a table",
            sheet::MAX_BYTES / 1_048_576
        ));
    }
    String::from_utf8(bytes).map_err(|e| {
        let line = 1 + e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
        failure!(help = "save it as UTF-8", "{name} is not valid UTF-8: error in line {line}")
    })
}
