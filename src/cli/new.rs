//! `plenary new`: a scenario of one's own to start from.

use std::path::{Path, PathBuf};

use clap::Args;
use miette::{Result, miette};

use super::shipped;

/// Write a commented scenario to start from.
#[derive(Args)]
pub struct New {
    /// What to call it: NAME.ron is written
    name: PathBuf,
    /// Start from a shipped scenario (`plenary list` names them) instead of a small commented one
    #[arg(long, value_name = "CASE", default_value = shipped::STARTER)]
    from: String,
}

impl New {
    pub fn execute(self) -> Result<u8> {
        let text = shipped::find(&self.from).ok_or_else(|| {
            miette!(
                help =
                    shipped::nearest_to(&self.from).unwrap_or_else(|| "plenary list names them".to_owned()),
                "no shipped scenario is called \"{}\"",
                self.from
            )
        })?;
        let path = with_extension(&self.name);
        super::write_new(&path, text)?;
        let path = path.display();
        super::say(&format!(
            "Wrote {path}. Open it in an editor, then:\n  plenary check {path}   what was understood\n  plenary run {path}     negotiate it\n"
        ))
    }
}

/// NAME.ron, unless that is what was given.
fn with_extension(name: &Path) -> PathBuf {
    if name.extension().is_some_and(|e| e == "ron") {
        return name.to_owned();
    }
    let mut named = name.as_os_str().to_owned();
    named.push(".ron");
    PathBuf::from(named)
}
