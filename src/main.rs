//! The `plenary` program: parses the command line, runs the command, prints the error chain and sets the exit code.

mod cli;

use std::{io::Write, process::ExitCode};

use plenary::diagnostic::Style;

fn main() -> ExitCode {
    let cli = match cli::parse() {
        Ok(cli) => cli,
        Err(refusal) => return cli::refuse(&refusal),
    };
    match cli.execute() {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            // Escape sequences are removed where standard error is no terminal; if it is closed there is nowhere
            // left to report to.
            let _ = write!(anstream::stderr(), "{}", failure.render(Style::Coloured, cli::language()));
            ExitCode::FAILURE
        }
    }
}
