//! Writing files atomically, and creating new ones.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};

/// Writes several files atomically: each is written under a temporary name, then all are renamed. If one cannot be
/// written, the temporary files are removed.
pub fn write_atomically(files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(failure!("{}: {} is a folder", cannot_write(path), path.display()));
    }
    let temporaries: Vec<PathBuf> = files.iter().map(|(path, _)| temporary_path(path)).collect();
    let written = files.iter().zip(&temporaries).try_for_each(|((path, bytes), temporary)| {
        fs::write(temporary, bytes).into_failure().context(|| cannot_write(path))
    });
    let renamed = written.and_then(|()| {
        files.iter().zip(&temporaries).try_for_each(|((path, _), temporary)| {
            fs::rename(temporary, path).into_failure().context(|| cannot_write(path))
        })
    });
    if renamed.is_err() {
        for temporary in &temporaries {
            // The file may not have been created.
            let _ = fs::remove_file(temporary);
        }
    }
    renamed
}

/// Creates a file and writes to it; fails if the file exists.
pub fn write_new(path: &Path, text: &str) -> Result<()> {
    let why = || cannot_write(path);
    let mut file = match fs::File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(failure!(
                help = "name another file, or remove this one first",
                "{} already exists",
                path.display()
            ));
        }
        opened => opened.into_failure().context(why)?,
    };
    file.write_all(text.as_bytes()).into_failure().context(why)
}

/// Creates a folder and its parents.
pub fn create_folder(path: &Path) -> Result<()> {
    let created = fs::create_dir_all(path).into_failure();
    created.context(|| format!("cannot create the folder {}", path.display()))
}

/// Fails if the parent folder of an output file does not exist; called before the work whose result is written there.
pub fn check_folder(path: &Path) -> Result<()> {
    match path.parent().filter(|p| !p.as_os_str().is_empty() && !p.is_dir()) {
        Some(folder) => Err(failure!("there is no folder {}", folder.display())),
        None => Ok(()),
    }
}

pub fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}

fn temporary_path(path: &Path) -> PathBuf {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}
