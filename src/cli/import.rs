//! `plenary import`: converts a table into a scenario.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use clap::{Args, Subcommand};

use super::{
    destination::{self, ForceArg},
    notes,
};
use plenary::{
    import::{self, Scale, SurveyReading},
    output::{self, Permission},
    say,
    scenario::{Scenario, locate_notes, nearest},
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
    /// A scorable game: columns party, issue, option, points, minimum; one row per party and option. Or the preference
    /// profiles of GENIUS or NegMAS: an XML file, or a folder with one for each party
    Scorable(ImportFile),
    /// A survey of positions: columns actor, issue, position (0 to 100), salience, power; one row per position. Or one row per
    /// actor with two columns, "X position" and "X salience", per issue, as in KTAB
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
    /// The ends of the scale of positions, where it is not from 0 to 100: of all issues, or of one (may be repeated)
    #[arg(long, value_name = "[ISSUE=]LOW,HIGH", allow_hyphen_values = true)]
    scale: Vec<String>,
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
                let written = import::scorable(&name, &title, &read_game(&file.file)?)?;
                (file, written)
            }
            ImportSource::Positions(survey) => {
                let written = survey.to_scenario()?;
                (survey.file, written)
            }
        };
        let name = out.as_ref().unwrap_or(&file).display().to_string();
        let scenario = Scenario::parse(&name, &written)?;
        let check = format!("plenary check {name}");
        notes::warn(&locate_notes(&name, &written, scenario.notes()), &check, super::language::of(&scenario));
        match out {
            None => super::print_stdout(&written),
            Some(out) => {
                output::write(&out, written.as_bytes(), &permission)?;
                let file = out.display().to_string();
                let argument = plenary::shell::path(&file);
                let text =
                    say!(super::language(), "commands-imported", file = file.as_str(), argument = argument);
                super::print_stdout(&(text + "\n"))
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
        let scale: Vec<(Option<String>, Scale)> =
            self.scale.iter().map(|written| scale(written)).collect::<Result<_>>()?;
        scale.iter().filter_map(|(issue, _)| issue.as_deref()).try_for_each(check_known)?;
        let status_quo: Vec<(String, f64)> =
            self.status_quo.iter().map(|written| status_quo(written)).collect::<Result<_>>()?;
        status_quo.iter().try_for_each(|(issue, _)| check_known(issue))?;
        let scales_name = self.scales.as_ref().map(|path| path.display().to_string());
        let reading = SurveyReading {
            scales: scales_name.as_deref().zip(scales.as_deref()),
            positional: &self.positional,
            status_quo: &status_quo,
            scale: &scale,
        };
        if let Some((issue, value, expected)) = reading.off_scale() {
            return Err(failure!("--status-quo {issue}={value}: expected {expected}"));
        }
        Ok(import::positions(&name, &title, &text, &reading)?)
    }
}

/// Parses an argument such as "legal=30".
fn status_quo(written: &str) -> Result<(String, f64)> {
    written
        .rsplit_once('=')
        .and_then(|(issue, value)| Some((issue.trim().to_owned(), value.trim().parse().ok()?)))
        .ok_or_else(|| {
            failure!("--status-quo {written}: expected ISSUE=VALUE, with a value on the issue's scale")
        })
}

/// Parses an argument such as "0,1" or "deadline=2030,2050".
fn scale(written: &str) -> Result<(Option<String>, Scale)> {
    let (issue, ends) = match written.rsplit_once('=') {
        Some((issue, ends)) => (Some(issue.trim().to_owned()), ends),
        None => (None, written),
    };
    let number = |text: &str| text.trim().parse::<f64>().ok();
    let scale = ends.split_once(',').and_then(|(low, high)| Scale::new(number(low)?, number(high)?));
    scale.map(|scale| (issue, scale)).ok_or_else(|| {
        failure!(
            help = "as --scale 0,1 for all issues, or --scale deadline=2030,2050 for one",
            "--scale {written}: expected the two ends of a scale, LOW,HIGH"
        )
    })
}

/// Reads the table of a game, or makes one of the profiles of its parties.
fn read_game(path: &Path) -> Result<String> {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_failure()?.filter_map(|entry| Some(entry.ok()?.path()));
        let mut files: Vec<PathBuf> =
            entries.filter(|path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xml"))).collect();
        if files.is_empty() {
            return Err(failure!("{} is a folder without preference profiles (.xml)", path.display()));
        }
        files.sort();
        let read = |path: &PathBuf| Ok((names(path).1, read_table(path)?));
        return Ok(import::profiles(&files.iter().map(read).collect::<Result<Vec<_>>>()?)?);
    }
    let text = read_table(path)?;
    if !import::is_xml(&text) {
        return Ok(text);
    }
    Ok(import::profiles(&[(names(path).1, text)])?)
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
