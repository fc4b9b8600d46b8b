//! `plenary class`: writes the printed kit of a class.

use std::path::PathBuf;

use crate::cli::failure::Result;
use clap::Args;

use super::{CaseArgs, language};
use plenary::{
    output::{
        NewFolder,
        stamp::{self, StampKind},
    },
    report::class::{Kit, PAGES, render},
    scenario::Scenario,
    study::{MAX_REPLICATES, lesson::Lesson},
};

/// Write the printed kit of a class: a sheet of instructions for each delegation, a handout, exercises with their key, and a
/// glossary, each an HTML page for A4.
#[derive(Args)]
pub struct ClassArgs {
    #[command(flatten)]
    case: CaseArgs,
    /// The folder to write to: a new one, or an empty one
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// How many negotiations the key rests on; switches are tried on the same draws
    #[arg(short = 'n', long, default_value_t = 500, value_parser = super::words::whole, allow_negative_numbers = true)]
    replicates: u64,
    /// The master seed
    #[arg(long, default_value_t = 1, value_parser = super::words::whole, allow_negative_numbers = true)]
    seed: u64,
}

impl ClassArgs {
    pub fn execute(self) -> Result<u8> {
        let replicates = super::replicates(self.replicates, MAX_REPLICATES)?;
        let (written, changed) = self.case.load_to_negotiate()?;
        // What is asked about switches is asked of the case as it is now.
        let scenario = Scenario { switches: written.switches, ..changed };
        let case = super::compile_case(&scenario)?;
        let mut folder = NewFolder::create(&self.out, &PAGES)?;
        let lesson = super::on_threads(None, || Lesson::of(&case, self.seed, replicates))?;
        let pages = render(&Kit {
            language: language::of(&scenario),
            case: &case,
            lesson: &lesson,
            seed: self.seed,
            arguments: &self.case.as_arguments(),
        });
        for (name, page) in PAGES.iter().zip(&pages) {
            folder.write(name, &stamp::add(StampKind::Markup, page.as_bytes(), None))?;
        }
        folder.finish();
        super::print_stderr(&format!("Wrote {} pages to {}.", PAGES.len(), self.out.display()));
        Ok(0)
    }
}
