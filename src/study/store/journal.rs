//! A shard's journal: what is finished, appended as it comes.
//!
//! One line names the study, with a digest; then every run is one record, written at once: a line with its replicates,
//! the length of what follows and a digest, then its rows as CSV without a heading. A record's digest is taken over the
//! study's fingerprint, too. So a record that was cut off, in which a bit has flipped, or that another study wrote is
//! found, left out and done again; and where the heading is damaged, the records still prove whose they are, and it is
//! written anew.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::{
    Layout, StoreError,
    reader::Reader,
    record::{Heading, Kept},
};
use crate::output::{
    Draft, OutputError, Permission, Remedy,
    disk::{self, DiskFile},
    keep_all,
};

/// What is finished is on the disk after so long, even if the power fails.
const SYNCED_EVERY: Duration = Duration::from_secs(5);
/// Appends to a journal.
pub struct Journal {
    path: PathBuf,
    file: DiskFile,
    /// Length of what is sound.
    length: u64,
    /// When everything was last known to be on the disk.
    synced: Instant,
}

impl Journal {
    /// Begins a new journal.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn create(path: &Path, heading: &Heading) -> Result<Self, StoreError> {
        let mut journal = Self::append(path, 0)?;
        journal.write(heading.line().as_bytes())?;
        journal.sync()?;
        disk::sync_folder(path.parent().unwrap_or(path)).map_err(|e| failed(path, e))?;
        Ok(journal)
    }

    /// Goes on with a journal whose sound records end at `length`; what follows is dropped.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn append(path: &Path, length: u64) -> Result<Self, StoreError> {
        let file = DiskFile::append(path).map_err(|e| failed(path, e))?;
        file.cut(length).map_err(|e| failed(path, e))?;
        Ok(Self { path: path.to_owned(), file, length, synced: Instant::now() })
    }

    /// Writes a record, whole or not at all as far as the system lets it. From time to time waits until everything is
    /// on the disk.
    ///
    /// # Errors
    /// If it cannot be written: what was written before stays.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        if let Err(error) = self.file.write_all(bytes) {
            // A half-written record would be found by its digest; better that there is none.
            let _ = self.file.cut(self.length);
            return Err(failed(&self.path, error));
        }
        self.length += bytes.len() as u64;
        if self.synced.elapsed() >= SYNCED_EVERY { self.sync() } else { Ok(()) }
    }

    /// Waits until everything is on the disk.
    ///
    /// # Errors
    /// If that cannot be had.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        self.synced = Instant::now();
        self.file.sync().map_err(|e| failed(&self.path, e))
    }
}

/// Rewrites a journal with a sound heading, and without what is damaged.
///
/// # Errors
/// If it cannot be read or written.
pub(crate) fn mend(path: &Path, heading: &Heading, layout: &Layout) -> Result<(), StoreError> {
    let mut mended = Draft::create(path)?;
    let failed = |e| failed(path, e);
    mended.write_all(heading.line().as_bytes()).map_err(failed)?;
    let mut reader = Reader::open(path, Kept { layout, fingerprint: &heading.fingerprint })?;
    while let Some(entry) = reader.next_entry()? {
        mended.write_all(&entry.record(&heading.fingerprint)).map_err(failed)?;
    }
    keep_all(vec![mended.finish()?], &Permission::default().forced(true))
        .map_err(|e| e.with_remedy(Remedy::Resume).into())
}

/// A journal that cannot be written: what is in it stays, and can be gone on with.
fn failed(path: &Path, cause: io::Error) -> StoreError {
    OutputError::write(path, cause).with_remedy(Remedy::Resume).into()
}
