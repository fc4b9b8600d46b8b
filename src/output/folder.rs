//! A new folder for results: whole, or not there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Draft, Permission, Written, disk,
    draft::{clear_leftovers, is_part, keep_all},
    error::OutputError,
};

/// A folder that is being filled. Dropped before [`NewFolder::finish`], it is as it was before: its files are removed,
/// and so is the folder where it was not there.
#[derive(Debug)]
pub struct NewFolder {
    path: PathBuf,
    /// The folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
    /// The files that have come to their places.
    kept: Vec<PathBuf>,
    is_finished: bool,
}

impl NewFolder {
    /// Makes the folder, or takes one that is empty. `names`: the files that are to come.
    ///
    /// # Errors
    /// If it already holds files, or cannot be made.
    pub fn create(path: &Path, names: &[&str]) -> Result<Self, OutputError> {
        let missing = path.ancestors().take_while(|p| !p.as_os_str().is_empty() && !p.exists());
        let made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        let folder = Self { path: path.to_owned(), made, kept: Vec::new(), is_finished: false };
        folder.check_empty(names)?;
        disk::create_folder(path).map_err(|e| OutputError::write(path, e))?;
        clear_leftovers(path);
        Ok(folder)
    }

    fn check_empty(&self, names: &[&str]) -> Result<(), OutputError> {
        let taken =
            names.iter().find(|name| self.path.join(name).exists()).map(|name| format!("results: {name}"));
        let occupied = |what| Err(OutputError::Occupied { path: self.path.display().to_string(), what });
        if let Some(taken) = taken {
            return occupied(taken);
        }
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let other = entries.map(|e| e.path()).find(|entry| !is_part(entry));
        match other.as_deref().and_then(Path::file_name) {
            Some(name) => occupied(format!("files: {}", name.display())),
            None => Ok(()),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a file in it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn draft(&self, name: &str) -> Result<Draft, OutputError> {
        Draft::create(&self.path.join(name))
    }

    /// Puts files in their places, in this order.
    ///
    /// # Errors
    /// If one cannot be renamed, or somebody else has put a file there meanwhile.
    pub fn keep(&mut self, files: Vec<Written>) -> Result<(), OutputError> {
        let paths: Vec<PathBuf> = files.iter().map(|file| file.path().to_owned()).collect();
        keep_all(files, &Permission::default())?;
        self.kept.extend(paths);
        Ok(())
    }

    /// Writes a whole file into it.
    ///
    /// # Errors
    /// As [`NewFolder::keep`].
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let written = Draft::of(&self.path.join(name), bytes)?;
        self.keep(vec![written])
    }

    /// Says that everything is there.
    pub fn finish(mut self) {
        self.is_finished = true;
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.is_finished {
            return;
        }
        // What cannot be removed stays: there is nobody left to tell.
        self.kept.iter().for_each(|file| _ = fs::remove_file(file));
        // Only empty folders can be removed so.
        self.made.iter().for_each(|folder| _ = fs::remove_dir(folder));
    }
}
