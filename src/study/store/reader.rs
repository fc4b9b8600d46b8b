//! Reading a journal back, past whatever is damaged in it.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use super::{
    StoreError,
    record::{Heading, JournalEntry, JournalLine, Kept},
};

/// Reads a journal, skipping what is damaged.
pub struct Reader<'l> {
    kept: Kept<'l>,
    path: PathBuf,
    file: BufReader<File>,
    /// Where the next record should begin.
    at: u64,
    /// Stops there.
    end: u64,
    /// What it says of itself; none where the heading is damaged.
    pub heading: Option<Heading>,
    /// Bytes of a damaged heading.
    pub heading_damage: u64,
    /// Bytes after the heading that belong to no sound record.
    pub damaged: u64,
}

impl<'l> Reader<'l> {
    /// Opens a journal of a study that keeps this.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(path: &Path, kept: Kept<'l>) -> Result<Self, StoreError> {
        let failed = |e| StoreError::read(path, e);
        let file = File::open(path).map_err(failed)?;
        let end = file.metadata().map_err(failed)?.len();
        let mut file = BufReader::new(file);
        let mut line = Vec::new();
        // A heading is far shorter than that.
        (&mut file).take(200).read_until(b'\n', &mut line).map_err(failed)?;
        let heading = std::str::from_utf8(&line).ok().and_then(Heading::read);
        let at = line.len() as u64;
        let heading_damage = if heading.is_some() { 0 } else { at };
        Ok(Self { kept, path: path.to_owned(), file, at, end, heading, heading_damage, damaged: 0 })
    }

    /// The records from one byte to another, both found by [`Reader::place`] before.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn between(path: &Path, kept: Kept<'l>, from: u64, to: u64) -> Result<Self, StoreError> {
        let mut reader = Self::open(path, kept)?;
        reader.file.seek(SeekFrom::Start(from)).map_err(|e| StoreError::read(path, e))?;
        (reader.at, reader.end) = (from, to);
        Ok(reader)
    }

    /// Where the next record begins.
    pub fn place(&self) -> u64 {
        self.at
    }

    /// The next sound record.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(crate) fn next_entry(&mut self) -> Result<Option<JournalEntry>, StoreError> {
        let path = self.path.clone();
        self.sound().map_err(|e| StoreError::read(&path, e))
    }

    fn sound(&mut self) -> io::Result<Option<JournalEntry>> {
        let mut line = Vec::new();
        while self.at < self.end {
            line.clear();
            self.file.read_until(b'\n', &mut line)?;
            if line.is_empty() {
                self.damaged += self.end - self.at;
                self.at = self.end;
                break;
            }
            let after = self.at + line.len() as u64;
            if let Some(header) = JournalLine::read(&line) {
                let [first, second] = header.lengths;
                if after + first + second <= self.end {
                    let (mut a, mut b) = (vec![0; first as usize], vec![0; second as usize]);
                    self.file.read_exact(&mut a)?;
                    self.file.read_exact(&mut b)?;
                    if let Some(entry) = header.entry([&a, &b], &self.kept) {
                        self.at = after + first + second;
                        return Ok(Some(entry));
                    }
                    // Not what it says: the next record may begin anywhere in it.
                    self.file.seek(SeekFrom::Start(after))?;
                }
            }
            self.damaged += line.len() as u64;
            self.at = after;
        }
        Ok(None)
    }
}
