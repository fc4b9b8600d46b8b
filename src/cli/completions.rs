//! `plenary completions` and `plenary man`: what shells and readers of manuals want to know of the program.

use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Cli, destination::ForceArg};
use crate::cli::failure::{IntoFailure, Result, failure};
use plenary::{output, say};

/// Print completions for a shell; for bash: plenary completions bash > ~/.local/share/bash-completion/completions/plenary
#[derive(Args)]
pub struct CompletionsArgs {
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsArgs {
    pub fn execute(self) -> Result<u8> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "plenary", &mut script);
        super::print_stdout(&String::from_utf8_lossy(&script))
    }
}

/// Print the manual page, or write one for each command into a folder
#[derive(Args)]
pub struct ManArgs {
    /// The folder to write plenary.1, plenary-run.1 … into, as in ~/.local/share/man/man1
    dir: Option<PathBuf>,
    #[command(flatten)]
    force: ForceArg,
}

impl ManArgs {
    pub fn execute(self) -> Result<u8> {
        let mut program = Cli::command();
        program.build();
        let Some(dir) = self.dir else { return super::print_stdout(&page("plenary", program)?) };
        if !dir.is_dir() {
            return Err(failure!(help = "make it first", "there is no folder {}", dir.display()));
        }
        let permission = self.force.permission([]);
        let write = |name: &str, command: Command| -> Result<()> {
            let path: PathBuf = Path::new(&dir).join(format!("{name}.1"));
            Ok(output::write(&path, page(name, command)?.as_bytes(), &permission)?)
        };
        let commands: Vec<Command> =
            program.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
        let written = commands.len() + 1;
        for command in commands {
            write(&format!("plenary-{}", command.get_name()), command)?;
        }
        write("plenary", program)?;
        let language = super::language();
        let (what, folder) = (say!(language, "commands-pages", n = written), dir.display().to_string());
        super::print_stdout(&(say!(language, "commands-wrote-to", what = what, folder = folder) + "\n"))
    }
}

/// A command's manual page, in roff.
fn page(name: &str, command: Command) -> Result<String> {
    let mut page = Vec::new();
    Man::new(command).title(name).render(&mut page).into_failure()?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
