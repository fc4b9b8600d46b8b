//! `plenary import`: a table turned into a scenario.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};
use clap::{Args, Subcommand};

use plenary::{
    import::{self, Reading},
    scenario::{Scenario, nearest},
    sheet,
};

/// Turn a table into a scenario file.
#[derive(Args)]
pub struct Import {
    #[command(subcommand)]
    table: Table,
}

#[derive(Subcommand)]
enum Table {
    /// A scorable game: columns party, issue, option, points, minimum; one row for each
    Scorable(File),
    /// A survey of positions: columns actor, issue, position (0 to 100), salience, power; one row for each
    Positions(Survey),
}

#[derive(Args)]
struct File {
    /// The table, comma-separated
    file: PathBuf,
    /// Write the scenario to this new file instead of the screen
    #[arg(short, long, value_name = "FILE.ron")]
    out: Option<PathBuf>,
}

#[derive(Args)]
struct Survey {
    #[command(flatten)]
    file: File,
    /// The words of the scales: columns issue, position, meaning
    #[arg(long, value_name = "FILE.csv")]
    scales: Option<PathBuf>,
    /// Issues with two poles, neither of them less than the other
    #[arg(long, value_delimiter = ',', value_name = "ISSUE,…")]
    positional: Vec<String>,
    /// What holds without a text, where that is not the foot of the scale
    #[arg(long, value_delimiter = ',', value_name = "ISSUE=VALUE,…")]
    status_quo: Vec<String>,
}

impl Import {
    pub fn execute(self) -> Result<u8> {
        let (File { file, out }, written) = match self.table {
            Table::Scorable(file) => {
                let (name, title) = names(&file.file);
                let written = import::scorable(&name, &title, &read_table(&file.file)?)?;
                (file, written)
            }
            Table::Positions(survey) => {
                let written = survey.written()?;
                (survey.file, written)
            }
        };
        Scenario::parse(&file.display().to_string(), &written)?;
        match out {
            None => super::say(&written),
            Some(out) => {
                super::write_new(&out, &written)?;
                super::say(&format!("Wrote {0}. Next: plenary analyse {0}\n", out.display()))
            }
        }
    }
}

impl Survey {
    fn written(&self) -> Result<String> {
        let (name, title) = names(&self.file.file);
        let text = read_table(&self.file.file)?;
        let scales = self.scales.as_ref().map(|path| read_table(path)).transpose()?;
        let issues = import::issues(&name, &text)?;
        let known = |issue: &str| match issues.iter().any(|known| known == issue) {
            true => Ok(()),
            false => Err(failure!(
                help = nearest(issue, issues.iter().map(String::as_str)),
                "{name} has no issue \"{issue}\""
            )),
        };
        self.positional.iter().try_for_each(|issue| known(issue))?;
        let status_quo: Vec<(String, f64)> =
            self.status_quo.iter().map(|written| status_quo(written)).collect::<Result<_>>()?;
        status_quo.iter().try_for_each(|(issue, _)| known(issue))?;
        let words = self.scales.as_ref().map(|path| path.display().to_string());
        let reading = Reading {
            scales: words.as_deref().zip(scales.as_deref()),
            positional: &self.positional,
            status_quo: &status_quo,
        };
        Ok(import::positions(&name, &title, &text, &reading)?)
    }
}

/// "legal=30".
fn status_quo(written: &str) -> Result<(String, f64)> {
    let value = |value: &str| value.trim().parse::<f64>().ok().filter(|x| (0.0..=100.0).contains(x));
    written
        .split_once('=')
        .and_then(|(issue, v)| Some((issue.trim().to_owned(), value(v)?)))
        .ok_or_else(|| failure!("--status-quo {written}: write ISSUE=VALUE, the value from 0 to 100"))
}

/// What a table is called, and the title of its case.
fn names(file: &Path) -> (String, String) {
    let name = file.display().to_string();
    let title = file.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
    (name, title)
}

/// The text of a table; refuses what is too large or no text.
pub fn read_table(path: &Path) -> Result<String> {
    let name = path.display();
    let cannot = || format!("cannot read {name}");
    if path.is_dir() {
        return Err(failure!("{name} is a folder, not a table"));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).into_failure().context(cannot)?;
    file.take(sheet::MAX_BYTES + 1).read_to_end(&mut bytes).into_failure().context(cannot)?;
    if bytes.len() as u64 > sheet::MAX_BYTES {
        return Err(failure!(
            "{name} is larger than {} MB: too large for a table",
            sheet::MAX_BYTES / 1_048_576
        ));
    }
    String::from_utf8(bytes).map_err(|e| {
        let line = 1 + e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
        failure!(help = "save it as UTF-8", "{name} is not UTF-8 text: it cannot be read in line {line}")
    })
}
