//! Files that are written: whole or not at all, and never over what somebody else has written.
//!
//! Every file of every command goes through this module, but for journals, which are appended to by
//! [`crate::study::store`]. A file is written beside its place under a name of its own, synced, and renamed; then its
//! folder is synced ([`Draft`]). Whoever looks, or pulls the plug, finds the old file or the new one. A failure leaves
//! nothing behind.
//!
//! What is there already is replaced only if [`Permission`] grants it: the file is one that plenary wrote and nobody has
//! changed since, or the user said `--force`. How a file is known: pictures and pages carry a digest of themselves
//! ([`stamp`]); the figures of a picture are known by the digest that the picture carries of them; the tables of a
//! result folder by its manifest. A file with the very bytes that are to be written may be replaced, too: nothing is
//! lost. An input of the command is never replaced, by whatever name it goes.
//!
//! A new folder for results is made whole, or taken away again ([`NewFolder`]).

pub(crate) mod disk;
mod draft;
mod error;
mod folder;
mod permission;
pub mod stamp;

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub use draft::{Draft, Written, keep_all};
pub(crate) use draft::{clear_leftovers, is_part};
pub use error::{OutputError, Remedy};
pub use folder::NewFolder;
pub use permission::{KnownFile, Permission};

/// Writes files, all or none: each is written beside its place before the first is renamed.
///
/// # Errors
/// If one cannot be written, or may not be replaced.
pub fn write_all(files: &[(PathBuf, Vec<u8>)], permission: &Permission) -> Result<(), OutputError> {
    files.iter().filter_map(|(path, _)| path.parent()).for_each(clear_leftovers);
    let written: Result<Vec<Written>, OutputError> =
        files.iter().map(|(path, bytes)| Draft::of(path, bytes)).collect();
    keep_all(written?, permission)
}

/// Writes one file.
///
/// # Errors
/// If it cannot be written, or may not be replaced.
pub fn write(path: &Path, bytes: &[u8], permission: &Permission) -> Result<(), OutputError> {
    write_all(&[(path.to_owned(), bytes.to_vec())], permission)
}

/// Makes a folder and its parents.
///
/// # Errors
/// If it cannot be made.
pub fn create_folder(path: &Path) -> Result<(), OutputError> {
    disk::create_folder(path).map_err(|e| OutputError::write(path, e))
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
