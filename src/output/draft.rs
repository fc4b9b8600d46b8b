//! A file that is written beside its place, and renamed once it is whole.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sha2::{Digest, Sha256};

use super::{
    Permission,
    disk::{self, DiskFile},
    error::OutputError,
    hexadecimal,
    permission::check_kind,
};

/// A file that is being written. Dropped before [`Draft::finish`], it is gone.
#[derive(Debug)]
pub struct Draft {
    part: Part,
    file: BufWriter<DiskFile>,
    hash: Sha256,
}

/// A file that is written and synced, but not yet in its place. Dropped before [`keep_all`], it is gone.
#[derive(Debug)]
pub struct Written {
    part: Part,
    sha256: String,
    /// Open, so that its lock says that somebody still wants it.
    _held: DiskFile,
}

/// A file under the name it has while it is written; removed where it does not come to its place.
#[derive(Debug)]
struct Part {
    /// Its place.
    path: PathBuf,
    /// Where it lies now.
    beside: PathBuf,
}

impl Drop for Part {
    fn drop(&mut self) {
        // After the renaming there is nothing of this name.
        let _ = fs::remove_file(&self.beside);
    }
}

impl Draft {
    /// Begins a file; a link is followed, so that the file it leads to is meant.
    ///
    /// # Errors
    /// If it cannot be written, or there is something in its place that is no file.
    pub fn create(path: &Path) -> Result<Self, OutputError> {
        let path = place(path)?;
        let part = Part { beside: beside(&path), path };
        let file = DiskFile::create_new(&part.beside).map_err(|e| OutputError::write(&part.path, e))?;
        Ok(Self { part, file: BufWriter::new(file), hash: Sha256::new() })
    }

    /// A whole file of these bytes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn of(path: &Path, bytes: &[u8]) -> Result<Written, OutputError> {
        let mut draft = Self::create(path)?;
        draft.write_all(bytes).map_err(|e| OutputError::write(path, e))?;
        draft.finish()
    }

    /// Its place.
    pub fn path(&self) -> &Path {
        &self.part.path
    }

    /// Ends the writing: everything is on the disk.
    ///
    /// # Errors
    /// If the rest cannot be written.
    pub fn finish(self) -> Result<Written, OutputError> {
        let Self { part, file, hash } = self;
        let written = file.into_inner().map_err(io::IntoInnerError::into_error);
        let synced = written.and_then(|file| file.sync().map(|()| file));
        let held = synced.map_err(|e| OutputError::write(&part.path, e))?;
        Ok(Written { part, sha256: hexadecimal(&hash.finalize()), _held: held })
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.file.write(bytes)?;
        self.hash.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Written {
    /// The SHA-256 of its bytes.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Its place.
    pub fn path(&self) -> &Path {
        &self.part.path
    }
}

/// Puts files in their places, in this order, if each may be there. Where one cannot be renamed, those before it that
/// replaced nothing are taken away again.
///
/// # Errors
/// If one may not be replaced or cannot be renamed.
pub fn keep_all(files: Vec<Written>, permission: &Permission) -> Result<(), OutputError> {
    for file in &files {
        permission.check(file.path(), Some(file.sha256()))?;
    }
    let mut new: Vec<&Path> = Vec::new();
    for Written { part, .. } in &files {
        let is_new = !part.path.exists();
        if let Err(error) = disk::rename(&part.beside, &part.path).and_then(|()| sync(&part.path)) {
            let renamed = is_new && !part.beside.exists();
            for path in new.into_iter().chain(renamed.then_some(&*part.path)) {
                let _ = fs::remove_file(path);
            }
            return Err(OutputError::write(&part.path, error));
        }
        new.extend(is_new.then_some(&*part.path));
    }
    Ok(())
}

/// Removes what killed processes have left in a folder: unfinished files that nobody holds.
pub(crate) fn clear_leftovers(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.filter(|e| is_part(&e.path())).map(|e| e.path()) {
        let is_free = |file: fs::File| file.try_lock().is_ok() && !is_just_made(&file);
        if fs::File::open(&path).is_ok_and(is_free) {
            // If it cannot be removed, it is in nobody's way.
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether somebody may have made this file a moment ago, and not yet locked it.
fn is_just_made(file: &fs::File) -> bool {
    let Ok(found) = file.metadata() else { return true };
    let age = found.modified().ok().and_then(|then| then.elapsed().ok());
    found.len() == 0 && age.is_none_or(|age| age < Duration::from_secs(2))
}

const BEFORE: &str = ".plenary-";
const AFTER: &str = ".part";

/// Whether a name is one of those that files have while they are written.
pub(crate) fn is_part(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|n| n.starts_with(BEFORE) && n.ends_with(AFTER))
}

/// A name in a file's folder that nobody else uses.
fn beside(path: &Path) -> PathBuf {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let nth = DRAFTS.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!("{BEFORE}{}-{nth}{AFTER}", std::process::id()))
}

fn sync(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    disk::sync_folder(folder.unwrap_or(Path::new(".")))
}

/// Where a file is to lie: the end of a link, where it is one.
fn place(path: &Path) -> Result<PathBuf, OutputError> {
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(path.to_owned()) };
    check_kind(path)?;
    if !found.is_symlink() {
        return Ok(path.to_owned());
    }
    fs::canonicalize(path).map_err(|e| OutputError::write(path, e))
}
