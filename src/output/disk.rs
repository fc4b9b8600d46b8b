//! The calls to the file system that write: the one place where tests let them fail.
//!
//! A build with debug assertions reads `PLENARY_FAULT`: `once:7` fails the seventh call as a full disk does, half of
//! what it should write being written; `from:7` fails that one and all after it; `die:7` ends the process there, as
//! if it were killed. Tests walk through every call of a command so. A release build has none of this.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// A file that is being written.
#[derive(Debug)]
pub struct DiskFile(File);

impl DiskFile {
    /// A new file, held by a lock as long as it is open; fails if there is one of this name.
    pub fn create_new(path: &Path) -> io::Result<Self> {
        may_fail()?;
        let file = File::create_new(path)?;
        // Where the file system has no locks, what a killed process leaves is not cleared away.
        let _ = file.try_lock();
        Ok(Self(file))
    }

    /// A file to append to, new or not.
    pub fn append(path: &Path) -> io::Result<Self> {
        may_fail()?;
        OpenOptions::new().append(true).create(true).open(path).map(Self)
    }

    /// Cuts the file off.
    pub fn cut(&self, length: u64) -> io::Result<()> {
        may_fail()?;
        self.0.set_len(length)
    }

    /// Waits until everything is on the disk.
    pub fn sync(&self) -> io::Result<()> {
        may_fail()?;
        self.0.sync_all()
    }
}

impl Write for DiskFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(fault) = next_fault() {
            // A disk that fills up takes a part of it.
            let _ = self.0.write_all(&bytes[..bytes.len() / 2]);
            return Err(fault.strike());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Renames a file.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    may_fail()?;
    fs::rename(from, to)
}

/// Makes a folder and its parents.
pub fn create_folder(path: &Path) -> io::Result<()> {
    may_fail()?;
    fs::create_dir_all(path)
}

/// Waits until the names in a folder are on the disk. Windows writes them itself.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    may_fail()?;
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// What a test asks for.
#[derive(Clone, Copy)]
enum Fault {
    Fail,
    Die,
}

impl Fault {
    fn strike(self) -> io::Error {
        match self {
            Self::Fail => io::ErrorKind::StorageFull.into(),
            Self::Die => std::process::exit(137),
        }
    }
}

fn may_fail() -> io::Result<()> {
    next_fault().map_or(Ok(()), |fault| Err(fault.strike()))
}

fn next_fault() -> Option<Fault> {
    static WANTED: OnceLock<Option<(String, u64)>> = OnceLock::new();
    static CALLS: AtomicU64 = AtomicU64::new(0);
    if !cfg!(debug_assertions) {
        return None;
    }
    let wanted = WANTED.get_or_init(|| {
        let wanted = std::env::var("PLENARY_FAULT").ok()?;
        let (kind, nth) = wanted.split_once(':')?;
        Some((kind.to_owned(), nth.parse().ok()?))
    });
    let (kind, nth) = wanted.as_ref()?;
    let call = CALLS.fetch_add(1, Ordering::Relaxed) + 1;
    match kind.as_str() {
        "once" if call == *nth => Some(Fault::Fail),
        "from" if call >= *nth => Some(Fault::Fail),
        "die" if call == *nth => Some(Fault::Die),
        _ => None,
    }
}
