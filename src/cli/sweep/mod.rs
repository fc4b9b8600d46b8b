//! `plenary sweep`: run a study, on one machine or in shards.

/// The rows of a study's list, beside results that rest on it.
pub const LIST: &str = "list.csv";
/// How the results came to be on this machine, beside them.
pub const PROVENANCE: &str = provenance::PROVENANCE;

mod merge;
mod provenance;
mod slurm;
mod status;

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use crate::cli::failure::{Failure, Result, failure};
use clap::{Args, Subcommand};

use super::{
    destination::ForceArg, interrupt, notes, progress::TerminalProgress, shipped, shipped::ShippedKind,
};
use plenary::{
    language::Language,
    report::{plan, screen::Screen, study as words},
    say,
    scenario::Scenario,
    shell,
    study::{
        definition::{Definition, Soundness},
        plan::Shard,
        store::{Folder, Open, Results},
        sweep::{Sweep as Study, SweepEvent},
    },
};

/// Run a study: every point of its design, all on the same draws.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct SweepArgs {
    #[command(subcommand)]
    command: Option<SweepCommand>,
    /// A study file, the name of a shipped study, or the folder of a study that has begun
    #[arg(required = true)]
    study: Option<String>,
    /// The folder for results [default: the folder of the study that has begun]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Worker threads [default: one for each core]; the results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Do only the i-th of n parts; put them together with `plenary sweep merge`
    #[arg(long, value_name = "i/n")]
    shard: Option<Shard>,
    /// Go on where the folder's results stop (begins where there are none)
    #[arg(long)]
    resume: bool,
    /// Write scripts for the batch system Slurm instead: a job array of n tasks, and a merge that waits for it
    #[arg(long, value_name = "n", value_parser = clap::value_parser!(u32).range(1..=10_000), conflicts_with = "shard")]
    emit_slurm: Option<u32>,
    /// Remove the journal once the tables are written and found sound: it takes as much room again
    #[arg(long, conflicts_with = "shard")]
    discard_journals: bool,
    #[command(flatten)]
    force: ForceArg,
}

#[derive(Subcommand)]
enum SweepCommand {
    /// Say what is done, failed and missing
    Status(status::Status),
    /// Put the shards of a study together
    Merge(merge::Merge),
}

impl SweepArgs {
    pub fn execute(self) -> Result<u8> {
        match self.command {
            Some(SweepCommand::Status(status)) => status.execute(),
            Some(SweepCommand::Merge(merge)) => merge.execute(),
            None => self.sweep(),
        }
    }

    fn sweep(self) -> Result<u8> {
        let named = self.study.clone().unwrap_or_default();
        let (definition, begun) = load(&named)?;
        let Some(dir) = self.out.clone().or(begun) else {
            return Err(failure!(
                help = format!("plenary sweep {} --out results", shell::path(&named)),
                "say where the results go: --out DIR"
            ));
        };
        let study = Study::new(&definition).map_err(|e| failure!("{e}"))?;
        let folder = Folder::at(&dir);
        if !folder.is_begun() {
            ask(&named, &definition)?;
        }
        if let Some(tasks) = self.emit_slurm {
            folder.begin(&definition)?;
            return slurm::emit(&folder, &study, tasks, &self.force.permission([]));
        }
        let shard = self.shard.unwrap_or_default();
        if folder.is_begun() && folder.has_only_tables() {
            folder.begin(&definition)?;
            return Err(failure!(
                "{} holds the complete study, without its journals: there is nothing to go on with",
                dir.display()
            ));
        }
        if folder.is_begun() && !self.resume && self.shard.is_none() && !folder.journals()?.is_empty() {
            folder.begin(&definition)?;
            return Err(plenary::study::store::StoreError::Begun { path: dir.display().to_string() }.into());
        }
        folder.begin(&definition)?;
        let started = Instant::now();
        let finished = self.run(&study, &folder, shard)?;
        if !finished {
            return Ok(interrupt::EXIT_CODE);
        }
        if shard.of == 1 {
            let code = merge::merge(std::slice::from_ref(&folder), &dir, true, self.force)?;
            if self.discard_journals {
                merge::discard_journals(std::slice::from_ref(&folder), &dir)?;
            }
            let threads = self.threads.map_or_else(cores, usize::from);
            // The results are whole without it.
            if let Err(error) = provenance::write(&dir, &definition, threads, started.elapsed()) {
                super::print_stderr(&format!("{PROVENANCE} is not there: {error}"));
            }
            return Ok(code);
        }
        let command = format!("plenary sweep merge {}", shell::path(&dir.display().to_string()));
        let language = super::language::of(&definition.scenario);
        super::print_stderr(&say!(language, "commands-shard", shard = shard.to_string(), command = command));
        Ok(0)
    }

    /// Does what is still to do; false where it was interrupted.
    fn run(&self, study: &Study, folder: &Folder, shard: Shard) -> Result<bool> {
        let mut open = folder.open(study.definition(), study.layout(), shard, self.resume)?;
        let language = super::language::of(&study.definition().scenario);
        let outstanding = study.outstanding(&open.progress, shard);
        found(&open, outstanding, language);
        interrupt::listen();
        let mut progress = TerminalProgress::new(outstanding, language);
        let threads = self.threads.map_or_else(cores, usize::from);
        let language = super::language::of(&study.definition().scenario);
        let ran = study.run(&mut open, shard, threads, interrupt::requested, |event| match event {
            SweepEvent::Look { nth, of, points, replicates } => {
                progress.look(words::look(language, nth, of, points), replicates);
            }
            SweepEvent::Done(entry) => progress.add(entry.run.count),
        });
        progress.finish();
        ran?;
        let left = study.outstanding(&open.progress, shard);
        if left > 0 {
            let of = if shard.of > 1 { format!(" --shard {shard}") } else { String::new() };
            let path = shell::path(&folder.path().display().to_string());
            let command = format!("plenary sweep {path}{of} --resume");
            super::print_stderr(&say!(
                language,
                "commands-interrupted-sweep",
                left = left,
                command = command
            ));
            return Ok(false);
        }
        if !open.progress.failed.is_empty() {
            super::print_stderr(&words::failures(language, &open.progress.failed));
        }
        Ok(true)
    }
}

/// Says what a journal held when it was opened.
fn found(open: &Open, outstanding: u64, language: Language) {
    if open.mended_heading {
        super::print_stderr(&say!(language, "commands-mended"));
    }
    if open.dropped > 0 {
        super::print_stderr(&say!(language, "commands-dropped", bytes = open.dropped));
    }
    if open.progress.replicates > 0 && outstanding > 0 {
        let done = open.progress.replicates;
        super::print_stderr(&say!(language, "commands-resumed", done = done, left = outstanding));
    }
}

/// Says what is probably not meant before a study begins; refuses one of which no point makes sense.
fn ask(named: &str, definition: &Definition) -> Result<()> {
    let check = format!("plenary check {}", shell::path(named));
    notes::warn(&notes::of_study(named, definition), &check, super::language::of(&definition.scenario));
    let soundness = definition.soundness();
    if soundness.is_hopeless() {
        return Err(hopeless(&soundness));
    }
    if !soundness.is_full() {
        super::print_stderr(plan::soundness(&soundness, super::screen::of(&definition.scenario)).trim_end());
    }
    Ok(())
}

/// Why a study of which no point makes sense is not run.
pub fn hopeless(soundness: &Soundness) -> Failure {
    let text = plan::soundness(soundness, Screen::of_file(super::language()));
    failure!(help = "narrow the factors so that some point does", "{}", text.trim())
}

/// A study by the name of a file, a shipped study, or a folder that it has begun in.
pub fn load(name: &str) -> Result<(Definition, Option<PathBuf>)> {
    let path = Path::new(name);
    let folder = Folder::at(path);
    if path.is_dir() && folder.is_begun() {
        return Ok((folder.definition()?, Some(path.to_owned())));
    }
    if path.is_dir()
        && let Some(definition) = of_results(path)?
    {
        return Ok((definition, None));
    }
    if path.exists() {
        return Ok((Definition::load(path, shipped::find)?, None));
    }
    match (shipped::study(name), shipped::suggestion(name, ShippedKind::Study)) {
        (Some(text), _) => Ok((Definition::parse(name, text, None, shipped::find)?, None)),
        (None, Some(help)) => {
            Err(failure!(help = help, "there is no file and no shipped study called \"{name}\""))
        }
        (None, None) => Ok((Definition::load(path, shipped::find)?, None)),
    }
}

/// The study that the results in a folder rest on; none where there are no such results.
pub fn of_results(path: &Path) -> Result<Option<Definition>> {
    if !Results::are_in(path) {
        return Ok(None);
    }
    let results = Results::open(path)?;
    let Some(study) = &results.manifest.study else { return Ok(None) };
    let scenario = Scenario::parse(&results.manifest.title, &results.manifest.scenario)?;
    let list = std::fs::read_to_string(path.join(LIST)).ok();
    Ok(Some(Definition::assemble(&path.display().to_string(), study, scenario, list)?))
}

/// How many threads there are.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
