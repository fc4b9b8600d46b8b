//! Files that are there whole or not at all, and new ones.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};

/// Writes files beside each other: each under another name first, then all are renamed. Where one cannot be written,
/// none is left behind.
pub fn write_whole(files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(failure!("{}: {} is a folder", cannot(path), path.display()));
    }
    let drafts: Vec<PathBuf> = files.iter().map(|(path, _)| draft_of(path)).collect();
    let written = files.iter().zip(&drafts).try_for_each(|((path, bytes), draft)| {
        fs::write(draft, bytes).into_failure().context(|| cannot(path))
    });
    let renamed = written.and_then(|()| {
        files.iter().zip(&drafts).try_for_each(|((path, _), draft)| {
            fs::rename(draft, path).into_failure().context(|| cannot(path))
        })
    });
    if renamed.is_err() {
        for draft in &drafts {
            // It may never have been there.
            let _ = fs::remove_file(draft);
        }
    }
    renamed
}

/// Writes a new file; never over an old one.
pub fn write_new(path: &Path, text: &str) -> Result<()> {
    let why = || cannot(path);
    let mut file = match fs::File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(failure!(
                help = "name another file, or remove it first",
                "{} exists already",
                path.display()
            ));
        }
        opened => opened.into_failure().context(why)?,
    };
    file.write_all(text.as_bytes()).into_failure().context(why)
}

/// Refuses a file whose folder is not there, before anything is run for it.
pub fn check_folder(path: &Path) -> Result<()> {
    match path.parent().filter(|p| !p.as_os_str().is_empty() && !p.is_dir()) {
        Some(folder) => Err(failure!("there is no folder {}", folder.display())),
        None => Ok(()),
    }
}

fn cannot(path: &Path) -> String {
    format!("cannot write {}", path.display())
}

fn draft_of(path: &Path) -> PathBuf {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}
