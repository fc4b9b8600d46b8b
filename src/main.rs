//! The command line of plenary: parse, do, print the error chain, exit.

mod cli;

use std::{io::Write, process::ExitCode};

use clap::Parser;

fn main() -> ExitCode {
    match cli::Cli::parse().execute() {
        Ok(code) => ExitCode::from(code),
        Err(report) => {
            // Nothing more can be said where nobody reads errors.
            let _ = writeln!(std::io::stderr(), "{report:?}");
            ExitCode::FAILURE
        }
    }
}
