//! Which files may be replaced.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{error::OutputError, stamp};

/// A file that plenary wrote, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFile {
    /// Where it was written.
    pub path: PathBuf,
    /// The SHA-256 it had then.
    pub sha256: String,
}

/// What a command may replace: by default only what plenary wrote and nobody changed.
#[derive(Clone, Debug, Default)]
pub struct Permission {
    /// What the command reads, or may not touch for another reason.
    inputs: Vec<PathBuf>,
    /// Files that are known to be plenary's by something else than what is in them.
    known: Vec<KnownFile>,
    /// Whether only new files may be written.
    only_new: bool,
    /// Whether the user said so.
    force: bool,
}

impl Permission {
    /// Files that the command reads: they are never replaced.
    #[must_use]
    pub fn reading(inputs: impl IntoIterator<Item = PathBuf>) -> Self {
        Self { inputs: inputs.into_iter().collect(), ..Self::default() }
    }

    /// The same, with these files known to be plenary's.
    #[must_use]
    pub fn knowing(mut self, known: impl IntoIterator<Item = KnownFile>) -> Self {
        self.known.extend(known);
        self
    }

    /// The same, where the user said that what others wrote may be replaced, too. Inputs stay.
    #[must_use]
    pub fn forced(self, force: bool) -> Self {
        Self { force, ..self }
    }

    /// The same, where nothing at all may be replaced: for files that are written to be edited.
    #[must_use]
    pub fn only_new(self) -> Self {
        Self { only_new: true, ..self }
    }

    /// The same, with the figures that one of these pictures was written with known to be plenary's.
    #[must_use]
    pub fn with_figures_of(self, pictures: &[PathBuf], figures: &Path) -> Self {
        let stamps = pictures.iter().filter_map(|picture| stamp::find(&fs::read(picture).ok()?));
        let digests = stamps.filter_map(|stamp| stamp.figures);
        self.knowing(digests.map(|sha256| KnownFile { path: figures.to_owned(), sha256 }))
    }

    /// Whether a file may be written at this place. `sha256`: of what is to be written, once that is known.
    ///
    /// # Errors
    /// If there is a file that may not be replaced.
    pub fn check(&self, path: &Path, sha256: Option<&str>) -> Result<(), OutputError> {
        if fs::symlink_metadata(path).is_err() {
            return Ok(());
        }
        check_kind(path)?;
        let name = || path.display().to_string();
        if self.inputs.iter().any(|input| is_same(input, path)) {
            return Err(OutputError::Input { path: name() });
        }
        match () {
            () if self.force => Ok(()),
            () if self.only_new => Err(OutputError::Exists { path: name() }),
            () if self.is_ours(path, sha256) => Ok(()),
            () => Err(OutputError::Foreign { path: name() }),
        }
    }

    /// The same before the work is done whose result is written there: what can be told only of the result is left
    /// open, but a picture or page is known by itself.
    ///
    /// # Errors
    /// If it is plain that the file may not be replaced, or its folder is not there.
    pub fn check_before(&self, path: &Path) -> Result<(), OutputError> {
        if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty() && !p.is_dir()) {
            let (path, folder) = (path.display().to_string(), folder.display().to_string());
            return Err(OutputError::NoFolder { path, folder });
        }
        match self.check(path, None) {
            Err(OutputError::Foreign { .. }) if !stamp::is_stamped_by_name(path) => Ok(()),
            checked => checked,
        }
    }

    fn is_ours(&self, path: &Path, sha256: Option<&str>) -> bool {
        let Ok(bytes) = fs::read(path) else { return false };
        if stamp::find(&bytes).is_some() {
            return true;
        }
        let found = super::digest(&bytes);
        sha256 == Some(found.as_str())
            || self.known.iter().any(|known| known.sha256 == found && is_same(&known.path, path))
    }
}

/// Makes sure that what is there is a file, if need be at the end of a link.
pub(super) fn check_kind(path: &Path) -> Result<(), OutputError> {
    let found = fs::metadata(path).map_err(|e| OutputError::write(path, e))?;
    if found.is_file() {
        return Ok(());
    }
    let what = if found.is_dir() { "a folder" } else { "no ordinary file" };
    Err(OutputError::NoFile { path: path.display().to_string(), what })
}

/// Whether two paths lead to the same file: by links, other spellings, or names that differ only in case where the
/// file system does not tell them apart.
fn is_same(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}
