//! Putting shards together: one stream of runs in the order of the plan, whatever process did them.
//!
//! A journal is in that order but where it was mended, so it falls into few ascending stretches; of each, one record
//! is in memory at a time.

use std::{
    collections::BinaryHeap,
    path::{Path, PathBuf},
};

use super::{
    Layout, StoreError,
    folder::{Folder, shard_of},
    progress::StoreProgress,
    reader::Reader,
    record::{JournalEntry, Kept},
};
use crate::study::{
    definition::Definition,
    plan::{Plan, Run, Shard},
};

/// What a set of folders holds of a study.
pub struct Survey {
    /// What is finished.
    pub progress: StoreProgress,
    /// Each journal.
    pub shards: Vec<ShardState>,
    stretches: Vec<Stretch>,
    fingerprint: String,
}

/// What a journal holds.
#[derive(Clone, Debug)]
pub struct ShardState {
    /// The file.
    pub path: PathBuf,
    /// Which shard it is.
    pub shard: Shard,
    /// Runs done in it.
    pub runs: u64,
    /// Bytes that belong to no sound record, those of a damaged heading among them.
    pub damaged: u64,
    /// Whether the heading is damaged.
    pub has_damaged_heading: bool,
}

/// Records of a journal in ascending order: from one byte to another.
#[derive(Clone, Debug)]
struct Stretch {
    path: PathBuf,
    from: u64,
    to: u64,
}

impl Survey {
    /// Reads all journals of these folders.
    ///
    /// # Errors
    /// If one cannot be read or belongs to another study.
    pub fn of(folders: &[Folder], definition: &Definition, layout: &Layout) -> Result<Self, StoreError> {
        let plan = Plan::new(definition, &layout.replicates);
        let fingerprint = definition.fingerprint();
        let mut survey = Self {
            progress: StoreProgress::new(&plan),
            shards: Vec::new(),
            stretches: Vec::new(),
            fingerprint: fingerprint.clone(),
        };
        for folder in folders {
            let theirs = folder.definition()?;
            if theirs.fingerprint() != fingerprint {
                let why = "the folders are of different studies, or of different versions of one".to_owned();
                return Err(StoreError::Foreign { path: folder.path().display().to_string(), why });
            }
            for path in folder.journals()? {
                survey.read(&path, &plan, layout, &fingerprint)?;
            }
        }
        Ok(survey)
    }

    fn read(
        &mut self,
        path: &Path,
        plan: &Plan,
        layout: &Layout,
        fingerprint: &str,
    ) -> Result<(), StoreError> {
        let mut reader = Reader::open(path, Kept { layout, fingerprint })?;
        let foreign =
            |why: &str| Err(StoreError::Foreign { path: path.display().to_string(), why: why.to_owned() });
        let has_damaged_heading = reader.heading_damage > 0;
        let shard = match &reader.heading {
            // The records say themselves whether they are this study's, and the name of the file which shard it is.
            None => match shard_of(path) {
                Some(shard) => shard,
                None => return foreign("neither its heading nor its name says which shard it is"),
            },
            Some(heading) if heading.fingerprint != *fingerprint => {
                return foreign("the journal was begun by another study or version");
            }
            Some(heading) => heading.shard,
        };
        let (mut runs, mut last) = (0, None);
        let (mut from, mut place) = (reader.place(), reader.place());
        while let Some(entry) = reader.next_entry()? {
            if !plan.has(entry.run) {
                return foreign("the journal has runs that the study does not");
            }
            if last.is_some_and(|last| last > entry.run) {
                self.stretches.push(Stretch { path: path.to_owned(), from, to: place });
                from = place;
            }
            self.progress.add(plan, &entry);
            (runs, last, place) = (runs + 1, Some(entry.run), reader.place());
        }
        self.stretches.push(Stretch { path: path.to_owned(), from, to: place });
        let damaged = reader.damaged + reader.heading_damage;
        self.shards.push(ShardState { path: path.to_owned(), shard, runs, damaged, has_damaged_heading });
        Ok(())
    }

    /// The runs that the plan asks for and nobody has done, the first of them, and how many points they touch.
    pub fn missing(&self, plan: &Plan) -> Missing {
        let mut missing = Missing::default();
        let stages = (0..plan.looks().len())
            .flat_map(|nth| plan.stage(nth).filter(move |run| self.progress.wants(plan, run.point, nth)));
        for run in stages.filter(|run| !self.progress.done.contains(plan.ordinal(*run))) {
            missing.runs += 1;
            missing.replicates += run.count;
            if missing.first.len() < 10 {
                missing.first.push(run);
            }
        }
        missing
    }

    /// Hands on every run in order.
    ///
    /// # Errors
    /// If a journal cannot be read, two disagree, or `sink` fails.
    pub fn merge<E: From<StoreError>>(
        &self,
        layout: &Layout,
        mut sink: impl FnMut(&JournalEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut heads = BinaryHeap::new();
        let mut readers = Vec::new();
        let kept = Kept { layout, fingerprint: &self.fingerprint };
        for stretch in &self.stretches {
            let mut reader = Reader::between(&stretch.path, kept, stretch.from, stretch.to)?;
            if let Some(entry) = reader.next_entry()? {
                heads.push(Head { entry, source: readers.len() });
            }
            readers.push(reader);
        }
        let mut last: Option<Head> = None;
        while let Some(Head { entry, source }) = heads.pop() {
            match &last {
                Some(other) if other.entry.run == entry.run => {
                    if other.entry != entry {
                        return Err(self.disagree(entry.run, source, other.source).into());
                    }
                }
                _ => {
                    sink(&entry)?;
                    last = Some(Head { entry, source });
                }
            }
            if let Some(entry) = readers[source].next_entry()? {
                heads.push(Head { entry, source });
            }
        }
        Ok(())
    }

    fn disagree(&self, run: Run, one: usize, other: usize) -> StoreError {
        let name = |n: usize| self.stretches[n].path.display().to_string();
        StoreError::Disagree {
            point: run.point,
            first: run.first,
            last: run.first + run.count - 1,
            one: name(one),
            other: name(other),
        }
    }
}

/// What is missing of a study.
#[derive(Clone, Debug, Default)]
pub struct Missing {
    /// How many runs.
    pub runs: u64,
    /// How many replicates.
    pub replicates: u64,
    /// The first of the runs.
    pub first: Vec<Run>,
}

/// The next entry of a stretch; the earliest run is the greatest.
struct Head {
    entry: JournalEntry,
    source: usize,
}

impl Head {
    fn key(&self) -> (Run, usize) {
        (self.entry.run, self.source)
    }
}

impl PartialEq for Head {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Head {}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Head {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        other.key().cmp(&self.key())
    }
}
