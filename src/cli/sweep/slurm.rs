//! Scripts for the batch system Slurm: a job array over the shards of a study, and a merge that waits for it.

use std::path::Path;

use crate::cli::failure::{IntoFailure, Result};

use plenary::{
    output::{
        self, Permission,
        stamp::{self, StampKind},
    },
    say, shell,
    study::{
        plan::Shard,
        store::{Folder, StoreProgress},
        sweep::Sweep as Study,
    },
};

/// Writes array.sh, merge.sh and submit.sh into the study's folder.
pub fn emit(folder: &Folder, study: &Study, tasks: u32, permission: &Permission) -> Result<u8> {
    let program = std::env::current_exe().into_failure()?;
    let dir = folder.path().canonicalize().into_failure()?;
    let scripts = dir.join("slurm");
    output::create_folder(&scripts)?;
    let quoted = |path: &Path| shell::quoted(&path.display().to_string());
    let (program, at, logs) = (quoted(&program), quoted(&dir), quoted(&scripts));
    let array = format!(
        "#!/bin/bash\n\
         # One shard of the study for each task. A task that is requeued goes on where it stopped.\n\
         #SBATCH --job-name=plenary\n\
         #SBATCH --array=1-{tasks}\n\
         #SBATCH --cpus-per-task=1\n\
         #SBATCH --requeue\n\
         #SBATCH --open-mode=append\n\
         # Add what your cluster asks for: --time, --mem, --partition, --account.\n\
         exec {program} sweep {at} --shard \"$SLURM_ARRAY_TASK_ID/{tasks}\" --threads \"${{SLURM_CPUS_PER_TASK:-1}}\" --resume\n"
    );
    let merge = format!(
        "#!/bin/bash\n\
         # Puts the shards together once all tasks have ended well.\n\
         #SBATCH --job-name=plenary-merge\n\
         #SBATCH --open-mode=append\n\
         exec {program} sweep merge {at}\n"
    );
    let submit = format!(
        "#!/bin/bash\n\
         # Submits the array and the merge that depends on it; prints both job numbers.\n\
         set -euo pipefail\n\
         cd {logs}\n\
         array=$(sbatch --parsable --output='task-%a.out' \"$@\" array.sh)\n\
         merge=$(sbatch --parsable --output='merge.out' --dependency=\"afterok:$array\" merge.sh)\n\
         echo \"array $array merge $merge\"\n"
    );
    let files = [("array.sh", array), ("merge.sh", merge), ("submit.sh", submit)]
        .map(|(name, text)| (scripts.join(name), stamp::add(StampKind::Script, text.as_bytes(), None)));
    output::write_all(&files, permission)?;
    let one = Shard { nth: 1, of: tasks };
    let share = study.outstanding(&StoreProgress::new(study.plan()), one);
    let text = say!(
        super::super::language::of(&study.definition().scenario),
        "commands-slurm",
        folder = scripts.display().to_string(),
        tasks = tasks.to_string(),
        share = share,
        script = shell::path(&scripts.join("submit.sh").display().to_string())
    );
    super::super::print_stdout(&(text + "\n"))
}
