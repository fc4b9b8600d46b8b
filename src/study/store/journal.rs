//! A shard's journal: what is finished, appended as it comes.
//!
//! One line names the study; then every run is one record, written at once: a line with its replicates, the length
//! of what follows and a digest over both, then its rows as CSV without a heading. A record that was cut off, or in
//! which a bit has flipped, does not match its digest: it is found, left out and done again.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{Layout, StoreError};
use crate::study::{
    plan::{Run, Shard},
    table::{
        Row,
        csv::{decode, encode},
    },
};

const MAGIC: &str = "plenary-journal-1";
/// A record longer than this is not ours.
const LONGEST: u64 = 1 << 30;

/// What a run yielded.
#[derive(Clone, Debug, PartialEq)]
pub enum Yield {
    /// Rows of replicates, and of their trajectories.
    Rows {
        /// A row for each replicate.
        replicates: Vec<Row>,
        /// A row for each round, where that is kept.
        trajectory: Vec<Row>,
    },
    /// The scenario at this point makes no sense: why.
    Failed(String),
}

/// A run that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The run.
    pub run: Run,
    /// What it yielded.
    pub result: Yield,
}

impl JournalEntry {
    /// The record of it: its line, and what follows.
    pub fn record(&self) -> Vec<u8> {
        let (kind, first, second) = match &self.result {
            Yield::Rows { replicates, trajectory } => ("run", encode(replicates), encode(trajectory)),
            Yield::Failed(why) => ("failed", why.clone().into_bytes(), b"\n".to_vec()),
        };
        let Run { first: replicate, point, count } = self.run;
        let line = format!("{kind} {replicate} {point} {count} {} {}", first.len(), second.len());
        let mut record = format!("{line} {}\n", digest(&[line.as_bytes(), &first, &second])).into_bytes();
        record.extend(first);
        record.extend(second);
        record
    }
}

fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A line as it stands before a record: kind, run, lengths, digest.
struct JournalLine<'t> {
    text: &'t str,
    failed: bool,
    run: Run,
    lengths: [u64; 2],
    digest: &'t str,
}

impl<'t> JournalLine<'t> {
    fn read(line: &'t [u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
        let (text, digest) = line.rsplit_once(' ')?;
        let mut words = text.split(' ');
        let failed = match words.next()? {
            "run" => false,
            "failed" => true,
            _ => return None,
        };
        let mut number = || words.next()?.parse::<u64>().ok();
        let run = Run { first: number()?, point: number()?, count: number()? };
        let lengths = [number()?, number()?];
        let sound = words.next().is_none() && lengths.iter().all(|n| *n <= LONGEST);
        sound.then_some(Self { text, failed, run, lengths, digest })
    }

    /// The entry of this line with what follows it; none where they do not match.
    fn entry(&self, first: &[u8], second: &[u8], layout: &Layout) -> Option<JournalEntry> {
        if digest(&[self.text.as_bytes(), first, second]) != self.digest {
            return None;
        }
        let result = if self.failed {
            Yield::Failed(String::from_utf8_lossy(first).into_owned())
        } else {
            let replicates = decode(first, &layout.replicates).ok()?;
            let trajectory = decode(second, layout.trajectory.as_deref().unwrap_or_default()).ok()?;
            Yield::Rows { replicates, trajectory }
        };
        Some(JournalEntry { run: self.run, result })
    }
}

/// What a journal says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The study's fingerprint.
    pub fingerprint: String,
    /// Which shard it is.
    pub shard: Shard,
}

impl Heading {
    fn line(&self) -> String {
        format!("{MAGIC} {} {}\n", self.fingerprint, self.shard)
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.strip_suffix('\n')?.split(' ');
        let magic = words.next()? == MAGIC;
        let (fingerprint, shard) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
        (magic && words.next().is_none()).then_some(Self { fingerprint, shard })
    }
}

/// Reads a journal, skipping what is damaged.
pub struct Reader<'l> {
    layout: &'l Layout,
    path: PathBuf,
    file: BufReader<File>,
    /// Where the next record should begin.
    at: u64,
    /// Stops there.
    end: u64,
    /// What it says of itself; none where the heading is cut off.
    pub heading: Option<Heading>,
    /// Bytes that belong to no sound record.
    pub damaged: u64,
}

impl<'l> Reader<'l> {
    /// Opens a journal of a study that keeps this.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(path: &Path, layout: &'l Layout) -> Result<Self, StoreError> {
        let failed = |e| StoreError::read(path, e);
        let file = File::open(path).map_err(failed)?;
        let end = file.metadata().map_err(failed)?.len();
        let mut file = BufReader::new(file);
        let mut line = Vec::new();
        // A heading is far shorter than that.
        (&mut file).take(200).read_until(b'\n', &mut line).map_err(failed)?;
        let heading = std::str::from_utf8(&line).ok().and_then(Heading::read);
        Ok(Self { layout, path: path.to_owned(), file, at: line.len() as u64, end, heading, damaged: 0 })
    }

    /// The records from one byte to another, both found by [`Reader::place`] before.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn between(path: &Path, layout: &'l Layout, from: u64, to: u64) -> Result<Self, StoreError> {
        let mut reader = Self::open(path, layout)?;
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
                    if let Some(entry) = header.entry(&a, &b, self.layout) {
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

/// Appends to a journal.
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Length of what is sound.
    length: u64,
}

impl Journal {
    /// Begins a new journal.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn create(path: &Path, heading: &Heading) -> Result<Self, StoreError> {
        let failed = |e| StoreError::write(path, e);
        let file = OpenOptions::new().append(true).create(true).open(path).map_err(failed)?;
        file.set_len(0).map_err(failed)?;
        let mut journal = Self { path: path.to_owned(), file, length: 0 };
        journal.write(heading.line().as_bytes())?;
        Ok(journal)
    }

    /// Goes on with a journal whose sound records end at `length`; what follows is dropped.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn append(path: &Path, length: u64) -> Result<Self, StoreError> {
        let failed = |e| StoreError::write(path, e);
        let file = OpenOptions::new().append(true).open(path).map_err(failed)?;
        file.set_len(length).map_err(failed)?;
        Ok(Self { path: path.to_owned(), file, length })
    }

    /// Writes a record, whole or not at all as far as the system lets it.
    ///
    /// # Errors
    /// If it cannot be written: what was written before stays.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        if let Err(error) = self.file.write_all(bytes) {
            // A half-written record would be found by its digest; better that there is none.
            let _ = self.file.set_len(self.length);
            return Err(StoreError::write(&self.path, error));
        }
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Waits until everything is on the disk.
    ///
    /// # Errors
    /// If that cannot be had.
    pub fn sync(&self) -> Result<(), StoreError> {
        self.file.sync_data().map_err(|e| StoreError::write(&self.path, e))
    }
}

/// Rewrites a journal without what is damaged.
///
/// # Errors
/// If it cannot be read or written.
pub(crate) fn mend(path: &Path, heading: &Heading, layout: &Layout) -> Result<(), StoreError> {
    let whole = path.with_extension("mended");
    let mut journal = Journal::create(&whole, heading)?;
    let mut reader = Reader::open(path, layout)?;
    while let Some(entry) = reader.next_entry()? {
        journal.write(&entry.record())?;
    }
    journal.sync()?;
    fs::rename(&whole, path).map_err(|e| StoreError::write(path, e))
}
