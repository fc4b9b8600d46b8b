//! The folder of a sweep, while it runs.
//!
//! `study.ron`, `scenario.ron` and, for a list, `list.csv`: what the results follow from, as it was when the study
//! began. `shards/3-of-8.journal` and its lock: what the third of eight processes has finished. Shards may share a
//! folder or have one each.

use std::{
    collections::BTreeSet,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use super::{
    Layout, Results, StoreError,
    journal::{Journal, mend},
    progress::StoreProgress,
    reader::Reader,
    record::{Heading, Kept},
};
use crate::{
    output::{self, OutputError, Permission, clear_leftovers, disk, is_part},
    scenario::Scenario,
    study::{
        definition::Definition,
        plan::{Plan, Shard},
    },
};

const STUDY: &str = "study.ron";
const SCENARIO: &str = "scenario.ron";
const LIST: &str = "list.csv";
const SHARDS: &str = "shards";
/// Scripts and logs of a batch system.
const SLURM: &str = "slurm";

/// The folder of a sweep.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// A shard that this process writes.
pub struct Open {
    /// Its journal, at its end.
    pub journal: Journal,
    /// What was done before.
    pub progress: StoreProgress,
    /// Bytes of damaged records that were dropped.
    pub dropped: u64,
    /// Whether the heading was damaged and is written anew.
    pub mended_heading: bool,
    /// Held as long as the process writes.
    _lock: File,
}

impl Folder {
    /// The folder at this path.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it holds a study that plenary put there.
    pub fn is_begun(&self) -> bool {
        self.path.join(STUDY).exists() && self.path.join(SHARDS).is_dir()
    }

    /// Whether a file is one of those that the folder keeps of its study.
    pub(crate) fn keeps(&self, file: &Path) -> bool {
        let is_of_study = [STUDY, SCENARIO, LIST].iter().any(|name| file == self.path.join(name));
        self.is_begun() && (is_of_study || file.starts_with(self.path.join(SHARDS)))
    }

    /// Makes the folder for this study, or makes sure that it is this study's.
    ///
    /// # Errors
    /// If it cannot be made, or holds another study.
    pub fn begin(&self, definition: &Definition) -> Result<(), StoreError> {
        let shards = self.path.join(SHARDS);
        if self.is_begun() {
            return self.same(definition);
        }
        let scenario = definition.scenario.as_file();
        // Whoever was killed while beginning has left these.
        let left = [(SCENARIO, Some(&scenario)), (LIST, definition.list.as_ref())];
        let is_left = |e: &fs::DirEntry| {
            let of_this_name = left.iter().find(|(name, _)| e.file_name() == *name);
            let text = of_this_name.and_then(|(_, text)| *text);
            text.is_some_and(|text| fs::read_to_string(e.path()).is_ok_and(|found| found == *text))
        };
        let is_ours = |e: &fs::DirEntry| {
            e.file_name() == SHARDS || e.file_name() == SLURM || is_part(&e.path()) || is_left(e)
        };
        let mut entries = fs::read_dir(&self.path).into_iter().flatten();
        if entries.any(|e| e.is_ok_and(|e| !is_ours(&e))) {
            let path = self.path.display().to_string();
            return Err(StoreError::Foreign { path, why: "it holds other files".to_owned() });
        }
        disk::create_folder(&shards).map_err(|e| OutputError::write(&shards, e))?;
        clear_leftovers(&self.path);
        let write = |name: &str, text: &str| {
            output::write(&self.path.join(name), text.as_bytes(), &Permission::default())
        };
        write(SCENARIO, &scenario)?;
        if let Some(list) = &definition.list {
            write(LIST, list)?;
        }
        // Last, for it says that the folder is begun.
        write(STUDY, &definition.text)?;
        self.same(definition)
    }

    /// The study that the folder was begun with.
    ///
    /// # Errors
    /// If there is none, or it cannot be read.
    pub fn definition(&self) -> Result<Definition, StoreError> {
        let nothing = || StoreError::Nothing { path: self.path.display().to_string() };
        let broken = |name: &str, why: String| StoreError::Broken {
            path: self.path.join(name).display().to_string(),
            why,
        };
        let read = |name: &str| fs::read_to_string(self.path.join(name));
        let text = read(STUDY).map_err(|_| nothing())?;
        let scenario = read(SCENARIO).map_err(|e| StoreError::read(&self.path.join(SCENARIO), e))?;
        let scenario = Scenario::parse(SCENARIO, &scenario).map_err(|e| broken(SCENARIO, e.to_string()))?;
        let list = read(LIST).ok();
        Definition::assemble(STUDY, &text, scenario, list).map_err(|e| broken(STUDY, e.to_string()))
    }

    fn same(&self, definition: &Definition) -> Result<(), StoreError> {
        let before = self.definition()?;
        if before.fingerprint() == definition.fingerprint() {
            return Ok(());
        }
        Err(StoreError::Foreign {
            path: self.path.display().to_string(),
            why: difference(&before, definition),
        })
    }

    /// Where a shard's journal lies.
    fn journal(&self, shard: Shard) -> PathBuf {
        self.path.join(SHARDS).join(format!("{}-of-{}.journal", shard.nth, shard.of))
    }

    /// Opens a shard for writing: new, or where it stopped if `resume`.
    ///
    /// # Errors
    /// If another process has it, it holds something else, or it has begun and is not to be resumed.
    pub fn open(
        &self,
        definition: &Definition,
        layout: &Layout,
        shard: Shard,
        resume: bool,
    ) -> Result<Open, StoreError> {
        let path = self.journal(shard);
        let lock = lock(&path)?;
        clear_leftovers(&self.path.join(SHARDS));
        let heading = Heading { fingerprint: definition.fingerprint(), shard };
        let plan = Plan::new(definition, &layout.replicates);
        let mut progress = StoreProgress::new(&plan);
        if !path.exists() {
            let journal = Journal::create(&path, &heading)?;
            return Ok(Open { journal, progress, dropped: 0, mended_heading: false, _lock: lock });
        }
        if !resume {
            return Err(StoreError::Begun { path: self.path.display().to_string() });
        }
        let reader = Reader::open(&path, Kept { layout, fingerprint: &heading.fingerprint })?;
        if reader.heading.as_ref().is_some_and(|h| *h != heading) {
            let why = "the journal was begun by another study, version or shard".to_owned();
            return Err(StoreError::Foreign { path: path.display().to_string(), why });
        }
        let (whole, mended_heading) = (reader.heading.is_some(), reader.heading_damage > 0);
        let (dropped, end, tail) = scan(reader, &plan, &mut progress)?;
        // Damage at the end is cut off; damage before sound records is taken out.
        let journal = if whole && dropped == tail {
            Journal::append(&path, end)?
        } else {
            mend(&path, &heading, layout)?;
            let length = fs::metadata(&path).map_err(|e| StoreError::read(&path, e))?.len();
            Journal::append(&path, length)?
        };
        Ok(Open { journal, progress, dropped, mended_heading, _lock: lock })
    }

    /// Holds the folder for merging, and clears away what an interrupted merge has left.
    ///
    /// # Errors
    /// If another process is merging there, or it cannot be written.
    pub fn hold_for_merging(&self) -> Result<File, StoreError> {
        let lock = lock(&self.path.join(SHARDS).join("merge.journal"))?;
        clear_leftovers(&self.path);
        Ok(lock)
    }

    /// Removes the journals; returns how many bytes they had.
    ///
    /// # Errors
    /// If one is being written, or cannot be removed.
    pub fn discard_journals(&self) -> Result<u64, StoreError> {
        let mut bytes = 0;
        for path in self.journals()? {
            let _lock = lock(&path)?;
            bytes += fs::metadata(&path).map_or(0, |m| m.len());
            fs::remove_file(&path).map_err(|e| OutputError::write(&path, e))?;
        }
        Ok(bytes)
    }

    /// Whether the study is complete and its journals were removed after their tables were written.
    pub fn has_only_tables(&self) -> bool {
        Results::are_in(&self.path) && self.journals().is_ok_and(|journals| journals.is_empty())
    }

    /// The journals in the folder, by name.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn journals(&self) -> Result<Vec<PathBuf>, StoreError> {
        let shards = self.path.join(SHARDS);
        let entries = fs::read_dir(&shards).map_err(|e| StoreError::read(&shards, e))?;
        let journals: BTreeSet<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "journal"))
            .collect();
        Ok(journals.into_iter().collect())
    }
}

/// Reads a journal to its end: damaged bytes, where the last sound record ends, and damaged bytes after it.
fn scan(
    mut reader: Reader<'_>,
    plan: &Plan,
    progress: &mut StoreProgress,
) -> Result<(u64, u64, u64), StoreError> {
    let (mut end, mut before) = (reader.place(), 0);
    while let Some(entry) = reader.next_entry()? {
        progress.add(plan, &entry);
        (end, before) = (reader.place(), reader.damaged);
    }
    Ok((reader.damaged, end, reader.damaged - before))
}

/// Makes sure that no other process writes this journal.
fn lock(journal: &Path) -> Result<File, StoreError> {
    let path = journal.with_extension("lock");
    let file =
        File::options().create(true).append(true).open(&path).map_err(|e| OutputError::write(&path, e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: journal.display().to_string() }),
        Err(TryLockError::Error(error)) => Err(OutputError::write(&path, error).into()),
    }
}

/// The shard that a journal's name says.
pub(super) fn shard_of(journal: &Path) -> Option<Shard> {
    let (nth, of) = journal.file_stem()?.to_str()?.split_once("-of-")?;
    format!("{nth}/{of}").parse().ok()
}

/// What two definitions differ in, in words.
fn difference(before: &Definition, now: &Definition) -> String {
    let (a, b) = (&before.study, &now.study);
    let names = |d: &Definition| d.study.factors.names().map(str::to_owned).collect::<Vec<_>>();
    let changed = [
        ("the scenario", before.scenario != now.scenario),
        ("the switches flipped or parameters set", a.switches != b.switches || a.set != b.set),
        ("the factors", names(before) != names(now)),
        ("the values of the factors", names(before) == names(now) && a.factors != b.factors),
        ("the design", a.design != b.design || before.list != now.list),
        ("the number of replicates", a.replicates != b.replicates || a.until != b.until),
        ("the seed", a.seed != b.seed || a.design_seed != b.design_seed),
        ("what is recorded", a.record != b.record),
    ];
    let changed: Vec<&str> =
        changed.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect();
    if changed.is_empty() {
        return "its title or its version is not the same".to_owned();
    }
    format!("{} changed", changed.join(", "))
}
