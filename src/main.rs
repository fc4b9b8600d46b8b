//! The command line of plenary: parse, do, print the error chain, exit.

mod cli;

use std::{io::Write, process::ExitCode};

use clap::Parser;
use plenary::diagnostic::Style;

fn main() -> ExitCode {
    match cli::Cli::parse().execute() {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            // Colours are taken out where no terminal shows them; nothing can be said where nobody reads errors.
            let _ = write!(anstream::stderr(), "{}", failure.render(Style::Coloured));
            ExitCode::FAILURE
        }
    }
}
