//! Where a command writes a single file: what the name may be, and what may be replaced there.

use std::path::{Path, PathBuf};

use clap::Args;

use super::CaseArgs;
use crate::cli::failure::Result;
use plenary::{
    output::{OutputError, Permission},
    study::store::Results,
};

/// Whether files of others may be replaced.
#[derive(Args, Clone, Copy, Default)]
pub struct ForceArg {
    /// Replace a file that plenary did not write, or that was changed since; what the command reads is never replaced
    #[arg(long)]
    force: bool,
}

impl ForceArg {
    /// Whether files of others may be replaced.
    pub fn is_forced(self) -> bool {
        self.force
    }

    /// What a command that reads these files may replace.
    pub fn permission(self, inputs: impl IntoIterator<Item = PathBuf>) -> Permission {
        Permission::reading(inputs).forced(self.force)
    }

    /// The same with another permission.
    pub fn apply(self, permission: Permission) -> Permission {
        permission.forced(self.force)
    }
}

/// Makes sure, before any work is done, that a file of this name may be written: it has one of these endings, its folder
/// is there, and it would replace nothing that it may not.
pub fn check(path: &Path, endings: &[&str], permission: &Permission) -> Result<()> {
    let ending = path.extension().and_then(|e| e.to_str()).map(|e| format!(".{}", e.to_lowercase()));
    if !ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
        let (path, endings) = (path.display().to_string(), endings.join(" or "));
        return Err(OutputError::Ending { path, endings }.into());
    }
    if Results::holds(path) {
        return Err(OutputError::Results { path: path.display().to_string() }.into());
    }
    Ok(permission.check_before(path)?)
}

impl CaseArgs {
    /// The files that the case is read from: a scenario, or all of a result folder. None where it is shipped.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let Some(path) = self.scenario().map(PathBuf::from) else { return Vec::new() };
        if path.is_dir() { Results::files_in(&path) } else { vec![path] }
    }
}
