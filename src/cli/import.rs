//! `plenary import`: a table turned into a scenario.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use miette::{Context, IntoDiagnostic, Result, miette};

use plenary::{import, scenario::Scenario, sheet};

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
}

#[derive(Args)]
struct File {
    /// The table, comma-separated
    file: PathBuf,
    /// Write the scenario to this new file instead of the screen
    #[arg(short, long, value_name = "FILE.ron")]
    out: Option<PathBuf>,
}

impl Import {
    pub fn execute(self) -> Result<u8> {
        let Table::Scorable(File { file, out }) = self.table;
        let name = file.display().to_string();
        let title = file.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
        let written = import::scorable(&name, &title, &read_table(&file)?)?;
        Scenario::parse(&name, &written)?;
        match out {
            None => super::say(&written),
            Some(out) => {
                super::write_new(&out, &written)?;
                super::say(&format!("Wrote {0}. Next: plenary analyse {0}\n", out.display()))
            }
        }
    }
}

/// The text of a table; refuses what is too large or no text.
pub fn read_table(path: &Path) -> Result<String> {
    let name = path.display();
    let cannot = || format!("cannot read {name}");
    if path.is_dir() {
        return Err(miette!("{name} is a folder, not a table"));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).into_diagnostic().wrap_err_with(cannot)?;
    file.take(sheet::MAX_BYTES + 1).read_to_end(&mut bytes).into_diagnostic().wrap_err_with(cannot)?;
    if bytes.len() as u64 > sheet::MAX_BYTES {
        return Err(miette!(
            "{name} is larger than {} MB: too large for a table",
            sheet::MAX_BYTES / 1_048_576
        ));
    }
    String::from_utf8(bytes).map_err(|e| {
        let line = 1 + e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
        miette!(help = "save it as UTF-8", "{name} is not UTF-8 text: it cannot be read in line {line}")
    })
}
