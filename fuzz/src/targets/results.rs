//! What a study has written, damaged.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use plenary::study::{
    definition::Definition,
    plan::Shard,
    store::{
        Folder, Manifest, Results,
        manifest::{MANIFEST, VERSION, sha256},
    },
    sweep::Sweep,
    table::{Column, ColumnKind, Row, csv},
};
use tempfile::TempDir;

use crate::seeds;

static DEFINITION: LazyLock<Definition> = LazyLock::new(|| {
    Definition::parse("study.ron", seeds::STUDY, None, seeds::shipped)
        .expect("the study of the seeds is sound")
});

static STUDY: LazyLock<Sweep<'static>> = LazyLock::new(|| Sweep::new(&DEFINITION).expect("it can be swept"));

/// The journal of the whole study.
pub static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = begun();
    sweep(folder.path(), usize::MAX);
    fs::read(journal_in(folder.path())).expect("a journal")
});

fn begun() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    Folder::at(folder.path()).begin(&DEFINITION).expect("begun");
    folder
}

fn journal_in(folder: &Path) -> std::path::PathBuf {
    folder.join("shards/1-of-1.journal")
}

/// Goes on where the folder stands, for at most so many runs; how many bytes were dropped.
fn sweep(folder: &Path, most: usize) -> u64 {
    let shard = Shard::default();
    let mut open = Folder::at(folder).open(&DEFINITION, STUDY.layout(), shard, true).expect("opened");
    let dropped = open.dropped;
    let done = AtomicUsize::new(0);
    let stop = || done.load(Ordering::SeqCst) >= most;
    STUDY
        .run(&mut open, shard, 1, stop, |_| _ = done.fetch_add(1, Ordering::SeqCst))
        .expect("the runs are written");
    dropped
}

/// Any bytes as a journal: it is refused, or what is lost is done again.
pub fn journal(bytes: &[u8]) -> bool {
    let folder = begun();
    let path = journal_in(folder.path());
    fs::write(&path, bytes).expect("written");
    match Folder::at(folder.path()).open(&DEFINITION, STUDY.layout(), Shard::default(), true) {
        Err(error) => {
            crate::support::explained(&error);
            false
        }
        Ok(open) => {
            drop(open);
            assert_eq!(sweep(folder.path(), usize::MAX), 0, "what was mended is sound");
            assert_eq!(records(&fs::read(&path).expect("a journal")), records(&WHOLE));
            true
        }
    }
}

/// Stopped after some runs and damaged in some places: gone on with, the journal holds what an undisturbed one does. The
/// first byte says after how many runs, each three that follow where a byte changes, and into what.
pub fn resume(bytes: &[u8]) -> bool {
    let Some((most, flips)) = bytes.split_first() else { return false };
    let folder = begun();
    let path = journal_in(folder.path());
    sweep(folder.path(), usize::from(most % 8));
    let mut journal = fs::read(&path).expect("a journal");
    let heading = journal.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    for flip in flips.chunks_exact(3).take(4) {
        let at = heading + usize::from(u16::from_le_bytes([flip[0], flip[1]]));
        if let Some(byte) = journal.get_mut(at) {
            *byte ^= flip[2];
        }
    }
    fs::write(&path, journal).expect("written");
    sweep(folder.path(), usize::MAX);
    assert_eq!(records(&fs::read(&path).expect("a journal")), records(&WHOLE));
    true
}

/// The records of a journal by their lines, whatever their order and how often they come.
fn records(journal: &[u8]) -> BTreeSet<String> {
    String::from_utf8_lossy(journal).lines().map(str::to_owned).collect()
}

/// Any text as a manifest beside a table, as it is and as a forger would write it: read or explained.
pub fn manifest(bytes: &[u8]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("points.csv"), "point,adopted\n0,0.5\n").expect("written");
    let as_it_is = opened(folder.path(), bytes);
    let Ok(manifest) = serde_json::from_slice::<Manifest>(bytes) else { return as_it_is.is_ok() };
    let forged = forged(folder.path(), manifest).to_text();
    match opened(folder.path(), forged.as_bytes()) {
        Ok(text) => assert_eq!(text, forged, "what was written is read"),
        Err(why) => assert!(!why.contains("does not match its digest"), "{why}"),
    }
    true
}

/// The manifest of this version with true digests, its own among them: what is refused then is refused for what it says.
fn forged(folder: &Path, mut manifest: Manifest) -> Manifest {
    let digest = sha256(&folder.join("points.csv")).expect("a table");
    manifest.version = VERSION.to_owned();
    let files = manifest.tables.iter_mut().flat_map(|table| &mut table.files).chain(&mut manifest.files);
    files.filter(|entry| entry.file == "points.csv").for_each(|entry| entry.sha256.clone_from(&digest));
    manifest
}

/// The text of a folder's manifest, once all its tables are read or refused; why the folder is refused.
fn opened(folder: &Path, bytes: &[u8]) -> Result<String, String> {
    fs::write(folder.join(MANIFEST), bytes).expect("written");
    let results = Results::open(folder).map_err(|error| crate::support::explained(&error))?;
    for table in &results.manifest.tables {
        if let Err(error) = results.table(&table.name) {
            crate::support::explained(&error);
        }
    }
    let json = plenary::printable::json(&results.manifest).expect("JSON");
    crate::assert_harmless(&json);
    Ok(results.manifest.to_text())
}

/// Any bytes as a table of results: what is read is written, and reads back the same.
pub fn table(bytes: &[u8]) -> bool {
    let columns: Vec<Column> = [
        ("adopted", ColumnKind::Boolean),
        ("replicate", ColumnKind::Integer),
        ("depth", ColumnKind::Number),
        ("name", ColumnKind::String),
    ]
    .into_iter()
    .map(|(name, kind)| Column::new(name, kind, ""))
    .collect();
    let Ok(rows) = csv::CsvRows::new(bytes, &columns).collect::<Result<Vec<Row>, _>>() else { return false };
    let written = csv::to_string(&columns, &rows).expect("text");
    crate::assert_harmless(&written);
    let again: Vec<Row> = csv::CsvRows::new(written.as_bytes(), &columns)
        .collect::<Result<_, _>>()
        .expect("what was written is read");
    // Numbers that are none are not equal to themselves.
    assert_eq!(format!("{again:?}"), format!("{rows:?}"));
    true
}
